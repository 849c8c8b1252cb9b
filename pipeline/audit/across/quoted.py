"""What a report or letter says of a decision against the decision's own list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import OSA

from pipeline.audit.across.model import Desk, columns, site
from pipeline.audit.model import Found, Place, Row, number
from pipeline.rulebook.checks import Check


def quoted_count(desk: Desk, check: Check) -> Iterator[Found]:
    """`tặng Bằng khen cho 12 cá nhân tại Quyết định số X` against the list of X.

    The body that decided tells of all; others may tell of their own people alone, so that only a
    count above the list contradicts it.
    """
    rows = desk.select(f"""
        SELECT {columns("c", "")}, c.value, c.leaves_open, c.is_plain, c.about,
               c.reporter = d.body AS is_own, l.members, l.is_whole,
               {_list_columns()},
               {columns("s", "s_")}, s.value AS stated
        FROM counts c
        JOIN papers d ON d.doc_id = c.quoted
        LEFT JOIN lists l ON l.doc_id = c.quoted AND l.role = 'awardee' AND l.kind = c.noun
          AND (c.award = '' OR l.award = c.award)
        LEFT JOIN counts s ON s.doc_id = c.quoted AND s.noun = c.noun AND s.leaves_open = ''
          AND s.quoted = '' AND s.award = c.award AND c.award <> ''
        WHERE c.quoted <> '' AND c.noun IN ('person', 'collective')
        ORDER BY c.doc_id, c.start, l.award, s.start
    """)
    for _, same in groupby(rows, lambda row: row["row_id"]):
        yield _of_decision(list(same), check)


def _list_columns() -> str:
    names = ("row_id", "doc_id", "start", "end", "quote", "sure")
    return ", ".join(f'l."{e}_{n}" AS {e}_{n}' for e in ("first", "last") for n in names)


def _of_decision(rows: Sequence[Row], check: Check) -> Found:
    row = rows[0]
    place = site(row, "", "figures")
    observed = number(row["value"])
    lists = {r["first_row_id"]: r for r in rows if r["first_row_id"] is not None}
    stated = {r["stated"] for r in rows if r["stated"] is not None}
    if not lists and not stated:
        return Found("not_checkable", (place,), None, observed, None, "no_list")
    places: tuple[Place, ...]
    if len(lists) == 1 and (next(iter(lists.values()))["is_whole"] or not stated):
        (told,) = lists.values()
        expected, is_whole = float(told["members"]), bool(told["is_whole"])
        ends = [site(told, "first_", "awardees")]
        if told["members"] > 1:
            ends.append(site(told, "last_", "awardees"))
        places = (place, *ends)
    elif len(stated) == 1:
        expected, is_whole = stated.pop(), True
        told = next(r for r in rows if r["stated"] is not None)
        places = (place, site(told, "s_", "figures"))
    else:
        return Found("not_checkable", (place,), None, observed, None, "list_incomplete")
    difference = row["value"] - expected
    if row["leaves_open"]:
        return Found("not_checkable", places, number(expected), observed, None, row["leaves_open"])
    if abs(difference) <= check.tolerance:
        return Found("consistent", places, number(expected), observed, difference)
    if not is_whole:
        return Found("not_checkable", places, number(expected), observed, None, "list_incomplete")
    if difference < 0 and not (row["is_own"] and row["is_plain"]):
        return Found("not_checkable", places, number(expected), observed, None, "other_scope")
    return Found("contradiction", places, number(expected), observed, difference)


def quoted_awardee(desk: Desk, check: Check) -> Iterator[Found]:
    """A person who a document says was awarded under a decision against the list of that one."""
    rows = desk.select(f"""
        WITH told AS (
          SELECT DISTINCT a.*, c.cited_doc_id AS decided
          FROM people a JOIN cites c ON c.doc_id = a.doc_id AND c.cited_number = a.decision
          JOIN papers d ON d.doc_id = c.cited_doc_id
          WHERE a.role = 'awardee' AND a.kind = 'person' AND c.cited_doc_id <> a.doc_id
            AND d.doc_type = 'QĐ' AND NOT d.is_draft
        )
        SELECT {columns("a", "")}, a.name, a.name_key, a.workplace,
               bool_and(l.is_whole) OVER (PARTITION BY a.row_id) AS is_whole,
               {columns("b", "b_")}, b.name AS b_name, b.name_key AS b_key,
               b.workplace AS b_workplace,
               (b.name_key = a.name_key OR b.entity_id IS NOT DISTINCT FROM a.entity_id) AS is_same
        FROM told a
        JOIN people b ON b.doc_id = a.decided AND b.role = 'awardee' AND b.kind = 'person'
        JOIN lists l ON l.doc_id = b.doc_id AND l.kind = b.kind AND l.role = b.role
          AND l.award = b.award
        ORDER BY a.doc_id, a.start, a.row_id, b.start
    """)
    for _, same in groupby(rows, lambda row: row["row_id"]):
        yield _on_list(list(same))


def _on_list(rows: Sequence[Row]) -> Found:
    row = rows[0]
    place = site(row, "", "awardees")
    same = next((r for r in rows if r["is_same"]), None)
    if same is not None:
        places = (place, site(same, "b_", "awardees"))
        return Found("consistent", places, same["b_name"], row["name"])
    near = [r for r in rows if is_near(row["name_key"], r["b_key"])]
    shown = near[0] if len(near) == 1 else rows[0]
    expected = shown["b_name"] if len(near) == 1 else f"{len(rows)} ×"
    places = (place, site(shown, "b_", "awardees"))
    if not row["is_whole"]:
        return Found("not_checkable", places, expected, row["name"], None, "list_incomplete")
    return Found("contradiction", places, expected, row["name"])


def is_near(one: str, other: str) -> bool:
    """Whether two names (marks aside) are one but for a slip of two letters, or a word of many."""
    if one == other:
        return True
    left, right = one.split(), other.split()
    differing = sum(a != b for a, b in zip(left, right, strict=False))
    return OSA.distance(one, other) <= 2 or (
        len(left) == len(right) >= 3 and differing == 1 and left[-1] == right[-1]
    )
