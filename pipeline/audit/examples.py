"""Runs the examples of the checks: each must pass on one document and fail on the other."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.audit.across import Facts, across
from pipeline.audit.across.registry import ACROSS
from pipeline.audit.choices import Choices
from pipeline.audit.judge import findings
from pipeline.audit.model import Paper
from pipeline.audit.papers import NEEDED, paper, papers
from pipeline.audit.registry import METHODS
from pipeline.document import process
from pipeline.engine import run
from pipeline.model import Source
from pipeline.resolve import resolve
from pipeline.rulebook import Problem, Rulebook
from pipeline.rulebook.checks import Check, CheckBook, CheckExample
from pipeline.store import Archive

_SIGNATURE = {
    "field": "Signature1", "ordinal": 0, "signer": None, "organisation": None,
    "parent_organisation": None, "is_body": False, "signed_at": None, "coverage": "whole file",
    "intact": True, "changed_after": "none", "certificate_serial": None, "issuer_ca": None,
    "trust": "unchecked", "page": None, "bbox": None,
}  # fmt: skip


def check_examples(book: CheckBook, rules: Rulebook) -> list[Problem]:
    """What is wrong with the checks of a rules folder; empty if every example comes out right."""
    return [
        Problem(check.id, check.file, check.line, message)
        for check in book.checks.values()
        for message in _messages(check, book, rules)
    ]


def example_paper(example: CheckExample, rules: Rulebook) -> Paper:
    """The example read as any document is: its text through all stages, its signatures added."""
    data = example.text.encode()
    digest = hashlib.sha256(data).hexdigest()
    source = Source("example.txt", digest, len(data), "text/plain")
    tables = process(data, source, rules).tables
    header = tables["documents"][0]
    rows: dict[str, list[dict[str, Any]]] = {
        name: [row for row in tables.get(name, []) if row["doc_id"] == header["doc_id"]]
        for name in NEEDED
    }
    for place, given in enumerate(example.signatures):
        key = {"signature_id": f"{header['doc_id']}-signature-0-0-{place}", "ordinal": place}
        rows["signatures"].append(_SIGNATURE | {"doc_id": header["doc_id"]} | dict(given) | key)
    return paper(header, rows, rules)


def example_archive(
    example: CheckExample, rules: Rulebook, book: CheckBook
) -> list[dict[str, Any]]:
    """What the checks say of an example of several documents, read and resolved as an archive."""
    with tempfile.TemporaryDirectory(prefix="congvan-example-") as folder:
        raw, out = Path(folder) / "raw", Path(folder) / "out"
        raw.mkdir()
        for place, text in enumerate(example.documents, 1):
            (raw / f"{place}.txt").write_text(text, "utf-8")
        run([raw], out, rules.root, cache_bytes=0)
        resolve(out, rules.root)
        archive, facts = Archive(out), Facts(rules)
        for read in papers(archive, rules):
            facts.add(read)
        return list(across(archive, facts, rules, book, Choices()))


def _messages(check: Check, book: CheckBook, rules: Rulebook) -> Iterator[str]:
    known = ACROSS if check.across else METHODS
    if check.id not in known:
        yield f"no such check; this version makes {', '.join(known)}"
        return
    alone = CheckBook({check.id: check}, book.reasons)
    for name, example, wanted in (
        ("passes", check.passes, "consistent"),
        ("fails", check.fails, "contradiction"),
    ):
        unknown = {key for item in example.signatures for key in item} - set(_SIGNATURE)
        if unknown:
            yield f"`{name}`: signatures have no column {min(unknown)!r}"
            continue
        rows: Iterator[dict[str, Any]] | Sequence[dict[str, Any]]
        if example.documents:
            rows = example_archive(example, rules, alone)
        else:
            rows = findings([example_paper(example, rules)], alone, Choices())
        verdicts = {str(row["verdict"]) for row in rows}
        if wanted not in verdicts or (wanted == "consistent" and "contradiction" in verdicts):
            said = ", ".join(sorted(verdicts)) or "nothing"
            yield f"`{name}` comes out as {said}, expected {wanted}"
