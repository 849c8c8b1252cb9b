"""Runs the whole pipeline over a drawn archive and counts what the audit found of the errors."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from benchmarks.planted.draw import Drawn, draw
from pipeline.audit import Findings, audit_and_keep
from pipeline.engine import run
from pipeline.resolve import resolve
from pipeline.rulebook import load_rulebook
from pipeline.store import Archive, to_arrow, write_archive

FOUND, FALSE = 0.97, 1.0  # the share of errors to be found; false contradictions in 200 documents


@dataclass
class Score:
    """What was planted and found, by check, and the contradictions that nobody planted."""

    documents: int
    planted: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of the planted errors that were found."""
        return sum(self.found.values()) / max(1, sum(self.planted.values()))

    @property
    def false_in_200(self) -> float:
        """False contradictions in 200 documents."""
        return len(self.false) * 200 / max(1, self.documents)

    @property
    def holds(self) -> bool:
        """Whether both bounds are kept."""
        return self.share >= FOUND and self.false_in_200 <= FALSE


def score(seed: int, documents: int, jobs: int = 1, folder: Path | None = None) -> Score:
    """Draw, run, resolve, audit and count.

    :param folder: where files and archive are kept; None for one that is deleted
    """
    drawn = draw(seed, documents)
    if folder is not None:
        return _score(drawn, folder, jobs)
    with tempfile.TemporaryDirectory(prefix="planted-") as made:
        return _score(drawn, Path(made), jobs)


def _score(drawn: Drawn, folder: Path, jobs: int) -> Score:
    raw, out = folder / "raw", folder / "out"
    raw.mkdir(parents=True, exist_ok=True)
    for name, data in drawn.files.items():
        (raw / name).write_bytes(data)
    (folder / "planted.json").write_text(
        json.dumps([{"check": p.check, "files": p.files} for p in drawn.plants], indent=1), "utf-8"
    )
    run([raw], out, jobs=jobs)
    _sign(out, drawn)
    resolve(out)
    archive, made = audit_and_keep(out, load_rulebook())
    rows = archive.arrow("documents", ["doc_id", "source_uri"]).to_pylist()
    names = {row["doc_id"]: PurePosixPath(row["source_uri"]).name for row in rows}
    return _count(drawn, made.findings, names, len(rows))


def _count(drawn: Drawn, findings: Findings, names: Mapping[str, str], documents: int) -> Score:
    counted = Score(documents)
    wrong: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in findings:
        if row["verdict"] == "contradiction":
            for doc_id in row["doc_ids"]:
                wrong[row["check"], names[doc_id]].append(row["finding_id"])
    explained: set[str] = set()
    for plant in drawn.plants:
        counted.planted[plant.check] += 1
        hits = [hit for name in plant.files for hit in wrong[plant.check, name]]
        for check in {plant.check, *plant.also}:
            explained.update(hit for name in plant.files for hit in wrong[check, name])
        if hits:
            counted.found[plant.check] += 1
        else:
            counted.missed.append(f"{plant.check}: {', '.join(plant.files)}")
    for row in findings:
        if row["verdict"] == "contradiction" and row["finding_id"] not in explained:
            files = ", ".join(names[doc_id] for doc_id in row["doc_ids"])
            counted.false.append(f"{row['check']}: {files}: {row['message_en']}")
    return counted


def _sign(out: Path, drawn: Drawn) -> None:
    """Put the signatures that the files would hold into the table of signatures.

    Plain text has none, and what signing software writes has tests of its own.
    """
    signed = {sheet.name: sheet.signatures for sheet in drawn.sheets if sheet.signatures}
    rows = []
    for document in Archive(out).arrow("documents", ["doc_id", "source_uri"]).to_pylist():
        given = signed.get(PurePosixPath(document["source_uri"]).name, ())
        for place, signature in enumerate(given):
            rows.append(_SIGNATURE | {
                "signature_id": f"{document['doc_id']}-signature-0-0-{place}",
                "doc_id": document["doc_id"], "ordinal": place, "field": f"Signature{place + 1}",
            } | signature)  # fmt: skip
    write_archive(out, {"signatures": to_arrow("signatures", rows)})


_SIGNATURE: dict[str, Any] = {
    "organisation": None, "parent_organisation": None, "coverage": "whole file",
    "changed_after": "none", "certificate_serial": None, "issuer_ca": None, "trust": "unchecked",
    "page": None, "bbox": None,
}  # fmt: skip


def lines(counted: Score) -> Iterator[str]:
    """The table by kind of error, and whether the bounds are kept."""
    yield f"{'planted error':<24} found/planted"
    for name in counted.planted:
        yield f"{name:<24} {counted.found[name]}/{counted.planted[name]}"
    yield ""
    share, false = counted.share, counted.false_in_200
    planted = sum(counted.planted.values())
    yield f"found {share:.3f} of {planted} errors (bound {FOUND}): {_kept(share >= FOUND)}"
    yield (
        f"{len(counted.false)} false contradictions in {counted.documents} documents, "
        f"{false:.2f} in 200 (bound {FALSE:g}): {_kept(false <= FALSE)}"
    )


def _kept(holds: bool) -> str:
    return "kept" if holds else "FALLS SHORT"
