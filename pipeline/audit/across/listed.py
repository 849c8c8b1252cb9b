"""Who stands in the lists of a document, whether the lists are whole, and titled initiatives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from pipeline.audit.across.bodies import body_key
from pipeline.audit.across.model import PLACE, place_of
from pipeline.audit.lists import goes_on
from pipeline.audit.model import SURE, Paper
from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.rulebook import Rulebook

PEOPLE = [
    ("name", pa.string()), ("name_key", pa.string()), ("kind", pa.string()),
    ("role", pa.string()), ("award", pa.string()), ("giver", pa.string()), ("year", pa.int32()),
    ("decision", pa.string()), ("entity_id", pa.string()), ("position", pa.string()),
    ("workplace", pa.string()), ("ordinal", pa.int32()), ("award_code", pa.string()),
]  # fmt: skip
LISTS = [
    ("doc_id", pa.string()), ("kind", pa.string()), ("role", pa.string()),
    ("award", pa.string()), ("giver", pa.string()), ("body", pa.string()), ("year", pa.int32()),
    ("members", pa.int32()), ("is_whole", pa.bool_()),
    *((f"{end}_{name}", kind) for end in ("first", "last") for name, kind in PLACE),
]  # fmt: skip
WORKS = [
    ("title", pa.string()), ("title_key", pa.string()), ("authors", pa.list_(pa.string())),
    ("printed", pa.string()), ("body", pa.string()), ("year", pa.int32()),
]  # fmt: skip


def people(paper: Paper, home: str | None, rules: Rulebook) -> Iterator[dict[str, Any]]:
    """A row each awardee and nominee of the document."""
    for row in paper.of("awardees"):
        if row["role"] not in ("awardee", "nominee"):
            continue
        grade = fold(row["grade"] or "")
        yield {
            **place_of(paper, row, "awardee_id"),
            "name": row["name"], "name_key": name_key(row["name"]), "kind": row["kind"],
            "role": row["role"], "award": f"{fold(row['award_name'] or '')} {grade}".strip(),
            "giver": body_key(row["conferred_by"], home, rules), "year": row["year"],
            "decision": row["decision"], "entity_id": row["entity_id"],
            "position": row["position"], "workplace": row["workplace"],
            "ordinal": row["ordinal"], "award_code": row["award"],
        }  # fmt: skip


def lists(
    paper: Paper, members: Sequence[dict[str, Any]], counts: Sequence[dict[str, Any]], body: str
) -> Iterator[dict[str, Any]]:
    """A row each kind, role and award that the document lists.

    A list is whole if its numbers run from 1 without a gap, or if the document itself states how
    many there are, and every row was surely read.
    """
    groups: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in members:
        groups[row["kind"], row["role"], row["award"]].append(row)
    for (kind, role, award), rows in groups.items():
        stated = {
            c["value"] for c in counts
            if c["noun"] == kind and not c["leaves_open"] and c["award"] in ("", award)
            and not c["quoted"]
        }  # fmt: skip
        sure = min(row["sure"] for row in rows) >= SURE
        years = {row["year"] for row in rows}
        yield {
            "doc_id": rows[0]["doc_id"], "kind": kind, "role": role, "award": award,
            "giver": rows[0]["giver"], "body": body,
            "year": rows[0]["year"] if len(years) == 1 else None, "members": len(rows),
            "is_whole": sure and not goes_on(paper, rows[-1])
            and (len(rows) in stated if stated else _numbered(rows)),
            **_end("first", rows[0]), **_end("last", rows[-1]),
        }  # fmt: skip


def works(paper: Paper, body: str) -> Iterator[dict[str, Any]]:
    """A row each titled initiative whose authors the document names."""
    for row in paper.of("initiatives"):
        if row["authors"]:
            yield {
                **place_of(paper, row, "initiative_id"),
                "title": row["title"], "title_key": " ".join(fold(row["title"]).split()),
                "authors": sorted({name_key(name) for name in row["authors"]}),
                "printed": ", ".join(row["authors"]), "body": body, "year": row["year"],
            }  # fmt: skip


def name_key(name: str) -> str:
    """A name for comparison, marks aside."""
    return " ".join(without_marks(fold(name)).split())


def _numbered(rows: Iterable[dict[str, Any]]) -> bool:
    wanted = 1
    for row in rows:
        if row["ordinal"] not in (wanted, 1):
            return False
        wanted = row["ordinal"] + 1
    return wanted > 1


def _end(name: str, row: dict[str, Any]) -> dict[str, Any]:
    columns = ("row_id", "doc_id", "start", "end", "quote", "sure")
    return {f"{name}_{column}": row[column] for column in columns}
