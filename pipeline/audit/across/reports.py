"""One report's counts against another's, against the lists of decisions, and through the years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.audit.across.about import alike
from pipeline.audit.across.model import Desk, columns, site
from pipeline.audit.model import Found, Row, number
from pipeline.rulebook.checks import Check

_PLACE = columns("c", "")
_KEPT = 40  # counts of one award, body and period, about different things, that are remembered


def report_counts(desk: Desk, check: Check) -> Iterator[Found]:
    """The same award, giver, reporting body, noun and period in two documents."""
    key = ("reporter", "award", "giver", "noun", "first_day", "last_day")
    rows = desk.select(f"""
        SELECT {_PLACE}, c.value, c.issued, c.about, c.leaves_open,
               {", ".join(f"c.{k}" for k in key)}
        FROM counts c JOIN papers p USING (doc_id)
        WHERE c.award <> '' AND c.giver <> '' AND c.reporter <> '' AND NOT c.is_running
          AND c.quoted = '' AND c.first_day IS NOT NULL AND c.last_day IS NOT NULL
          AND c.issued IS NOT NULL AND NOT p.is_draft
        ORDER BY {", ".join(f"c.{k}" for k in key)}, c.issued, c.doc_id, c.start
    """)
    for _, same in groupby(rows, lambda row: tuple(row[name] for name in key)):
        yield from _told_again(list(same), check)


def _told_again(rows: Sequence[Row], check: Check) -> Iterator[Found]:
    earlier: list[Row] = []
    for _, of_document in groupby(rows, lambda row: row["doc_id"]):
        told = list(of_document)
        for row in told:
            fits = [old for old in earlier if alike(old["about"], row["about"])]
            if not fits:
                if earlier and all(old["value"] != row["value"] for old in earlier):
                    yield _open(row, earlier[-1], "other_scope")
                continue
            old = fits[-1]
            places = (site(row, "", "figures"), site(old, "", "figures"))
            difference = row["value"] - old["value"]
            reason = old["leaves_open"] or row["leaves_open"]
            several = {r["value"] for r in told if alike(r["about"], row["about"])}
            several |= {r["value"] for r in fits if r["doc_id"] == old["doc_id"]}
            if abs(difference) <= check.tolerance:
                if not reason:
                    yield Found("consistent", places, number(old["value"]),
                                number(row["value"]), difference)  # fmt: skip
            elif reason:
                yield _open(row, old, reason)
            elif len(several) > 2:
                yield _open(row, old, "several_counts")
            elif min(old["issued"], row["issued"]) < row["last_day"]:
                yield _open(row, old, "still_running")
            else:
                yield Found("contradiction", places, number(old["value"]),
                            number(row["value"]), difference)  # fmt: skip
        earlier = [*earlier, *told][-_KEPT:]


def list_total(desk: Desk, check: Check) -> Iterator[Found]:
    """A year's count against the lists of the reporting body's own decisions of that year.

    The archive may lack decisions: only a count below what the lists hold contradicts them.
    """
    rows = desk.select(f"""
        WITH given AS (
          SELECT l.body, l.award, l.kind, p.issued, l.members, l.is_whole, l.doc_id,
                 {columns("l", "").replace('l."', 'l."first_')}
          FROM lists l JOIN papers p ON p.doc_id = l.doc_id
          WHERE l.role = 'awardee' AND p.doc_type = 'QĐ' AND NOT p.is_draft AND l.body <> ''
            AND l.giver = l.body AND l.year = year(p.issued)
        ), yearly AS (
          SELECT body, award, kind, year(issued) AS year, sum(members)::DOUBLE AS members,
                 bool_and(is_whole) AS is_whole, max(issued) AS last_issued,
                 {
        ", ".join(
            f'arg_max("{n}", (members, doc_id)) AS l_{n}'
            for n in ("row_id", "doc_id", "start", "end", "quote", "sure")
        )
    }
          FROM given GROUP BY ALL
        )
        SELECT {_PLACE}, c.value, c.issued, c.about, c.last_day, c.leaves_open, y.members,
               y.is_whole, COLUMNS('^l_')
        FROM counts c JOIN papers p USING (doc_id)
        JOIN yearly y ON y.body = c.reporter AND y.award = c.award AND y.kind = c.noun
          AND make_date(y.year, 1, 1) = c.first_day AND make_date(y.year, 12, 31) = c.last_day
        WHERE c.giver = c.reporter AND c.quoted = '' AND NOT c.is_running AND NOT p.is_draft
          AND p.doc_type <> 'QĐ' AND c.issued >= y.last_issued
        ORDER BY c.doc_id, c.start
    """)
    for row in rows:
        places = (site(row, "", "figures"), site(row, "l_", "awardees"))
        expected, observed = number(row["members"]), number(row["value"])
        difference = row["value"] - row["members"]
        reason = row["leaves_open"] or ("" if row["is_whole"] else "list_incomplete")
        if abs(difference) <= check.tolerance and not reason:
            yield Found("consistent", places, expected, observed, difference)
        elif reason:
            yield Found("not_checkable", places, expected, observed, None, reason)
        elif row["about"]:
            yield Found("not_checkable", places, expected, observed, None, "other_scope")
        elif difference > 0:
            yield Found("not_checkable", places, expected, observed, None, "other_decisions")
        elif row["issued"] < row["last_day"]:
            yield Found("not_checkable", places, expected, observed, None, "still_running")
        else:
            yield Found("contradiction", places, expected, observed, difference)


def cumulative_falls(desk: Desk, check: Check) -> Iterator[Found]:
    """What is told as summed up to a day (lũy kế, đến nay) against the same at an earlier day."""
    key = ("reporter", "noun", "award", "giver", "first_day")
    rows = desk.select(f"""
        SELECT {_PLACE}, c.value, c.issued, c.about, c.leaves_open, c.may_fall,
               coalesce(c.last_day, c.issued) AS as_of, {", ".join(f"c.{k}" for k in key)}
        FROM counts c JOIN papers p USING (doc_id)
        WHERE c.is_running AND c.reporter <> '' AND c.issued IS NOT NULL AND NOT p.is_draft
        ORDER BY {", ".join(f"c.{k}" for k in key)}, as_of, c.issued, c.doc_id, c.start
    """)
    for _, same in groupby(rows, lambda row: tuple(row[name] for name in key)):
        yield from _grown(list(same), check)


def _grown(rows: Sequence[Row], check: Check) -> Iterator[Found]:
    earlier: list[Row] = []
    for row in rows:
        fits = [
            old for old in earlier
            if old["doc_id"] != row["doc_id"] and alike(old["about"], row["about"])
            and _before(old["as_of"], row["as_of"]) and old["issued"] <= row["issued"]
        ]  # fmt: skip
        earlier = [*earlier, row][-_KEPT:]
        if not fits:
            continue
        old = fits[-1]
        reason = old["leaves_open"] or row["leaves_open"]
        difference = row["value"] - old["value"]
        if difference >= -check.tolerance:
            if not reason:
                places = (site(row, "", "figures"), site(old, "", "figures"))
                yield Found("consistent", places, number(old["value"]), number(row["value"]),
                            difference)  # fmt: skip
        elif reason or old["may_fall"] or row["may_fall"]:
            yield _open(row, old, reason or "may_fall")
        elif row["first_day"] is None and row["as_of"].year != old["as_of"].year:
            yield _open(row, old, "counted_anew")
        else:
            places = (site(row, "", "figures"), site(old, "", "figures"))
            yield Found("contradiction", places, number(old["value"]), number(row["value"]),
                        difference)  # fmt: skip


def _before(one: dt.date, other: dt.date) -> bool:
    return one < other


def _open(row: Row, old: Row, reason: str) -> Found:
    places = (site(row, "", "figures"), site(old, "", "figures"))
    return Found("not_checkable", places, number(old["value"]), number(row["value"]), None, reason)
