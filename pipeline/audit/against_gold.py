"""Holds the findings against the `audit` entries of gold files: decided rightly, or not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Literal

import regex

from pipeline.rulebook.checks import CheckBook

_NUMBER = regex.compile(r"\d+(?:[.,]\d+)*")
Result = Literal["right", "wrong", "undecided", "no check", "not in gold"]


@dataclass(frozen=True)
class Line:
    """One entry of a gold file beside the finding that answers it, or a finding without entry.

    ``holds`` is the gold's verdict, None for a contradiction that the gold does not know.
    """

    source: str
    gold: str
    holds: bool | None
    detail: str
    check: str
    verdict: str
    result: Result
    finding: str


def against_gold(
    findings: Sequence[Mapping[str, Any]], sources: Mapping[str, str], folder: Path, book: CheckBook
) -> list[Line]:
    """Each `audit` entry of each gold file whose document was audited, then what gold lacks.

    :param sources: doc_id -> source_uri of the archive's documents
    :param folder: of gold files (JSON, see the project's CONTRIBUTING)
    """
    names = {name: check.id for check in book.checks.values() for name in (check.id, *check.gold)}
    lines: list[Line] = []
    known = {
        (source, names.get(entry["check"], ""))
        for source, entries in _entries(folder)
        for entry in entries
        if not entry["holds"]
    }
    told: set[str] = set()
    for source, entries in _entries(folder):
        own = [
            row for row in findings
            if any(_name(sources[doc_id]) == source for doc_id in row["doc_ids"])
        ]  # fmt: skip
        if source not in {_name(uri) for uri in sources.values()}:
            continue
        used: set[str] = set()
        for entry in entries:
            lines.append(_line(source, entry, own, names.get(entry["check"], ""), used))
        for row in own:
            shared = [_name(sources[doc_id]) for doc_id in row["doc_ids"]]
            if len(shared) > 1:  # told once, and one entry of either file may tell of several
                if row["finding_id"] in told or any(
                    (name, row["check"]) in known for name in shared
                ):
                    continue
                told.add(str(row["finding_id"]))
            if row["verdict"] == "contradiction" and row["finding_id"] not in used:
                lines.append(
                    Line(source, "", None, str(row["message_en"]), str(row["check"]),
                         "contradiction", "not in gold", str(row["finding_id"]))
                )  # fmt: skip
    return lines


def _line(
    source: str, entry: Mapping[str, Any], own: Sequence[Mapping[str, Any]], check: str,
    used: set[str],
) -> Line:  # fmt: skip
    holds, detail = bool(entry["holds"]), str(entry["detail"])
    wanted = "consistent" if holds else "contradiction"
    rows = [row for row in own if row["check"] == check]
    if not check or not rows:
        return Line(source, entry["check"], holds, detail, check, "", "no check", "")
    said = set(_NUMBER.findall(detail))
    best = max(rows, key=lambda row: (_shared(said, row), row["verdict"] == wanted))
    if not _shared(said, best):  # the gold tells no numbers: any finding of the check answers
        fresh = [row for row in rows if row["finding_id"] not in used] or rows
        best = max(fresh, key=lambda row: (row["verdict"] == wanted, row["verdict"]))
    used.add(str(best["finding_id"]))
    verdict = str(best["verdict"])
    result: Result = "undecided"
    if verdict != "not_checkable":
        result = "right" if verdict == wanted else "wrong"
    return Line(source, entry["check"], holds, detail, check, verdict, result,
                str(best["finding_id"]))  # fmt: skip


def _shared(said: set[str], row: Mapping[str, Any]) -> int:
    """How many of the gold's numbers the finding names."""
    words = [str(row["expected"]), str(row["observed"]), *(e["quote"] for e in row["evidence"])]
    found = {_plain(hit) for word in words for hit in _NUMBER.findall(word)}
    return len({_plain(value) for value in said} & found)


def _plain(value: str) -> str:
    return value.lstrip("0") or "0"


def _entries(folder: Path) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    for file in sorted(folder.glob("*.json")):
        data = json.loads(file.read_text("utf-8"))
        if "source" in data and "audit" in data:
            yield _name(data["source"]), data["audit"]


def _name(uri: str) -> str:
    return PurePosixPath(uri.replace("\\", "/")).name
