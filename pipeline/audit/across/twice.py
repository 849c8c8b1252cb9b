"""What stands twice and may not: an award for one person and year, an initiative of two authors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import regex

from pipeline.audit.across.model import Desk, columns, site
from pipeline.audit.model import Found, Row
from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.rulebook import Rulebook
from pipeline.rulebook.checks import Check
from pipeline.rulebook.derived import derived

_WORD = regex.compile(r"\w+")
_LONG = 8  # words of a title that two authors do not hit upon by chance
_GROUP = regex.compile(r"(?<!\p{L})(?:nhóm|tập thể|phòng|tổ|ban|khoa|cộng sự|và các)(?!\p{L})")


def award_twice(desk: Desk, check: Check) -> Iterator[Found]:
    """One person, one award, one giver, one year, two decisions.

    A yearly title is given once a year; a Bằng khen may be given for two occasions, so that only
    decisions on the same subject contradict each other.
    """
    rows = desk.select(f"""
        WITH given AS (
          SELECT a.*, p.issued, p.subject, p.number FROM people a JOIN papers p USING (doc_id)
          WHERE a.role = 'awardee' AND a.kind = 'person' AND a.entity_id IS NOT NULL
            AND a.year IS NOT NULL AND a.award <> '' AND p.doc_type = 'QĐ' AND NOT p.is_draft
            AND (a.decision IS NULL OR a.decision = p.number)
          QUALIFY row_number() OVER (PARTITION BY a.doc_id, a.entity_id, a.award
                                     ORDER BY a.start) = 1
        )
        SELECT g.entity_id, g.award, g.giver, g.year, g.name, g.award_code, g.issued, g.subject,
               g.workplace, {columns("g", "")},
               EXISTS (SELECT 1 FROM cites c JOIN given o ON o.doc_id = c.cited_doc_id
                       WHERE c.doc_id = g.doc_id AND o.entity_id = g.entity_id) AS amends
        FROM given g
        QUALIFY count(*) OVER (PARTITION BY g.entity_id, g.award, g.giver) > 1
        ORDER BY g.entity_id, g.award, g.giver, g.year, g.issued, g.doc_id
    """)
    key = ("entity_id", "award", "giver")
    for _, same in groupby(rows, lambda row: tuple(row[name] for name in key)):
        given = list(same)
        again = False
        for _, of_year in groupby(given, lambda row: row["year"]):
            first, *others = list(of_year)
            again = again or bool(others)
            for row in others:
                yield _again(first, row, desk.rules)
        if not again:
            first, last = given[0], given[-1]
            places = (site(last, "", "awardees"), site(first, "", "awardees"))
            yield Found("consistent", places, "1", f"{last['name']} ({last['year']})")


def _again(first: Row, row: Row, rules: Rulebook) -> Found:
    places = (site(row, "", "awardees"), site(first, "", "awardees"))
    observed = f"{row['name']} ({row['year']})"
    reason = ""
    if row["amends"]:
        reason = "one_amends"
    elif _share(first["workplace"], row["workplace"]) < 0.5:
        reason = "name_alone"
    elif row["award_code"] not in _yearly(rules) and _share(first["subject"], row["subject"]) < 0.9:
        reason = "other_occasion"
    if reason:
        return Found("not_checkable", places, "1", observed, None, reason)
    return Found("contradiction", places, "1", observed)


def initiative_authors(desk: Desk, check: Check) -> Iterator[Found]:
    """One title, two documents, no author in common."""
    rows = desk.select(f"""
        SELECT w.title_key, w.title, w.authors, w.printed, w.body, w.year, {columns("w", "")}
        FROM works w JOIN papers p USING (doc_id) WHERE NOT p.is_draft
        QUALIFY count(DISTINCT w.doc_id) OVER (PARTITION BY w.title_key) > 1
        ORDER BY w.title_key, p.issued, w.doc_id, w.start
    """)
    for _, same in groupby(rows, lambda row: row["title_key"]):
        told = list(same)
        first_of: dict[str, Row] = {}
        for row in told:
            first = first_of.setdefault(row["body"], row)
            if first is row:
                first = told[0]
            if row["doc_id"] == first["doc_id"]:
                continue
            places = (site(row, "", "initiatives"), site(first, "", "initiatives"))
            words = (first["printed"], row["printed"])
            reason = ""
            if set(first["authors"]) & set(row["authors"]):
                yield Found("consistent", places, *words)
                continue
            if len(_WORD.findall(row["title_key"])) < _LONG:
                reason = "common_title"
            elif _GROUP.search(fold(f"{words[0]} {words[1]}")):
                reason = "group_of_authors"
            elif row["body"] != first["body"]:
                reason = "other_body"
            if reason:
                yield Found("not_checkable", places, *words, None, reason)
            else:
                yield Found("contradiction", places, *words)


def _share(one: str | None, other: str | None) -> float:
    """What the words of two texts share of those of the shorter one; 0 where one is unknown."""
    left = set(_WORD.findall(without_marks(fold(one or ""))))
    right = set(_WORD.findall(without_marks(fold(other or ""))))
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


@derived
def _yearly(rules: Rulebook) -> frozenset[str]:
    """Codes of the titles that are given for a year's work."""
    return frozenset(
        row["code"] for row in rules.lexicon("awards").rows if row["category"] == "emulation_title"
    )
