"""A draft (dự thảo) against the document that was signed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pipeline.audit.across.model import Desk, columns, site
from pipeline.audit.model import Found, number
from pipeline.rulebook.checks import Check


def draft_final(desk: Desk, check: Check) -> Iterator[Found]:
    """The people of a draft against those of the signed document: same body, same proposal."""
    rows = desk.select(f"""
        WITH bases AS (
          SELECT DISTINCT doc_id, cited_doc_id FROM cites WHERE cited_type IN ('TTr', 'BC')
        ), links AS (
          SELECT DISTINCT d.doc_id AS draft, f.doc_id AS final
          FROM papers d JOIN bases b ON b.doc_id = d.doc_id
          JOIN bases c ON c.cited_doc_id = b.cited_doc_id JOIN papers f ON f.doc_id = c.doc_id
          WHERE d.is_draft AND NOT f.is_draft AND d.body = f.body AND d.body <> ''
            AND d.doc_type = f.doc_type
        ), either AS (
          SELECT k.draft, k.final, k.final AS other, x.* FROM links k
          JOIN people x ON x.doc_id = k.draft WHERE x.role = 'awardee'
          UNION ALL
          SELECT k.draft, k.final, k.draft AS other, x.* FROM links k
          JOIN people x ON x.doc_id = k.final WHERE x.role = 'awardee'
        ), whole AS (
          SELECT doc_id, kind, bool_and(is_whole) AS is_whole FROM lists
          WHERE role = 'awardee' GROUP BY ALL
        ), told AS (SELECT DISTINCT doc_id, noun FROM counts
        ), known AS (
          SELECT entity_id, count(DISTINCT doc_id) AS papers FROM people
          WHERE entity_id IN (SELECT entity_id FROM either) GROUP BY ALL
        )
        SELECT e.draft, e.final, e.doc_id = e.draft AS is_draft, e.name, {columns("e", "")},
               coalesce(n.papers, 1) AS papers, w.is_whole, t.noun IS NOT NULL AS is_counted,
               EXISTS (SELECT 1 FROM people o WHERE o.doc_id = e.other AND o.kind = e.kind
                       AND o.role = 'awardee' AND o.entity_id = e.entity_id)
               OR EXISTS (SELECT 1 FROM people o WHERE o.doc_id = e.other AND o.kind = e.kind
                       AND o.role = 'awardee' AND o.name_key = e.name_key) AS is_in_both
        FROM either e
        LEFT JOIN whole w ON w.doc_id = e.other AND w.kind = e.kind
        LEFT JOIN told t ON t.doc_id = e.other AND t.noun = e.kind
        LEFT JOIN known n ON n.entity_id = e.entity_id
        ORDER BY e.draft, e.final, is_draft DESC, e.start, e.row_id
    """)
    for _, same in groupby(rows, lambda row: (row["draft"], row["final"])):
        people = list(same)
        draft = [row for row in people if row["is_draft"]]
        final = [row for row in people if not row["is_draft"]]
        shared = sum(row["is_in_both"] for row in draft)
        if 2 * shared < min(len(draft), len(final)):
            continue  # two decisions on one proposal
        changed = [row for row in people if not row["is_in_both"]]
        if not changed and draft:
            places = (site(final[0], "", "awardees"), site(draft[0], "", "awardees"))
            yield Found("consistent", places, number(len(draft)), number(len(final)))
        for row in changed:
            # A name that other papers have too was surely read.
            sure = 1.0 if row["papers"] > 1 else None
            other = final[0] if row["is_draft"] else draft[0]
            places = (site(row, "", "awardees", sure), site(other, "", "awardees", 1.0))
            # The other document lists them all, or neither lists nor counts any of the kind.
            is_whole = row["is_whole"] or (row["is_whole"] is None and not row["is_counted"])
            expected, observed = (row["name"], "–") if row["is_draft"] else ("–", row["name"])
            if is_whole:
                yield Found("contradiction", places, expected, observed)
            else:
                yield Found("not_checkable", places, expected, observed, None, "list_incomplete")
