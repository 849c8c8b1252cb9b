"""The audit of one dispatch in many kinds of file: the same verdicts, no false contradiction."""

from __future__ import annotations

import hashlib
from collections import Counter

import pytest

from pipeline.audit.choices import Choices
from pipeline.audit.judge import findings
from pipeline.audit.papers import NEEDED, paper
from pipeline.document import process
from pipeline.model import Source
from pipeline.read import detect_media_type
from pipeline.rulebook import load_rulebook
from pipeline.rulebook.checks import load_checks
from tests.renderings import RENDERINGS, file_name
from tests.samples.documents import draft_decision
from tests.samples.sample import Sample
from tests.test_renderings import SAMPLES

Verdicts = Counter[tuple[str, str]]


def made(sample: Sample, kind: str) -> Verdicts:
    rules = load_rulebook()
    data, name = RENDERINGS[kind](sample), file_name(sample, kind)
    digest = hashlib.sha256(data).hexdigest()
    tables = process(data, Source(name, digest, len(data), detect_media_type(data, name)), rules)
    (header,) = tables.tables["documents"]
    rows = {table: tables.tables.get(table, []) for table in NEEDED}
    found = findings([paper(header, rows, rules)], load_checks(rules.root), Choices())
    return Counter((str(row["check"]), str(row["verdict"])) for row in found)


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_dispatch_is_judged_alike_in_every_kind_of_file(sample: Sample) -> None:
    first = made(sample, "pdf")
    wrong = {check for check, verdict in first if verdict == "contradiction"}
    assert wrong == ({"blank_citation"} if sample is draft_decision.SAMPLE else set())
    for kind in ("docx", "doc", "html", "rtf", "txt wrapped", "tcvn3", "vni"):
        assert made(sample, kind) == first, kind
