"""One dispatch in every kind of file gives the same rows: only ids and places differ."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from functools import lru_cache

import pytest

from pipeline.document import process
from pipeline.model import Source
from pipeline.read import detect_media_type
from pipeline.rulebook import load_rulebook
from tests.renderings import RENDERINGS, file_name
from tests.samples.documents import (
    award_decision,
    award_proposal,
    contest_plan,
    council_minutes,
    council_resolution,
    department_letter,
    draft_decision,
    party_directive,
    union_letter,
    year_report,
)
from tests.samples.sample import Sample

TABLES = ("documents", "citations", "dates", "awardees", "initiatives", "figures")
# A decision and a proposal whose lists are tables on a page of their own, a report with figures in
# words and cells, a plan, letters with two addressees and with a list in words, minutes without a
# place line and with two signers, a party directive, a resolution, a draft with blanks.
SAMPLES = (
    award_decision.SAMPLE,
    award_proposal.SAMPLE,
    year_report.SAMPLE,
    contest_plan.SAMPLE,
    union_letter.SAMPLE,
    department_letter.SAMPLE,
    council_minutes.SAMPLE,
    party_directive.SAMPLE,
    council_resolution.SAMPLE,
    draft_decision.SAMPLE,
)
IDS = {"doc_id", "citation_id", "date_id", "awardee_id", "initiative_id", "figure_id",
       "parent_figure_id"}  # fmt: skip
EVIDENCE = {"page", "start", "end", "quote", "bbox", "confidence", "evidence"}
# What a file is, and not what it says: its name, bytes, reader and letters.  `page_count` stands
# here because only a PDF has pages that are counted; `text_quality` is a share of the text, which
# holds page numbers in one kind and rules drawn with signs in another.
FILE = {"source_uri", "source_sha256", "same_bytes_uris", "media_type", "size_bytes", "page_count",
        "reader", "text_quality", "encoding", "defects"}  # fmt: skip
# Plain TCVN3 has no codes for toned capitals: `Áp dụng` at the head of a title is `áp dụng`.
CASELESS = {"tcvn3"}

Value = object
Row = tuple[tuple[str, Value], ...]


def rows(sample: Sample, kind: str) -> dict[str, Counter[Row]]:
    """The rows of a rendering by table, what ids point at in the place of ids."""
    return _rows(SAMPLES.index(sample), kind)


@lru_cache(maxsize=256)
def _rows(index: int, kind: str) -> dict[str, Counter[Row]]:
    sample = SAMPLES[index]
    name = file_name(sample, kind)
    data = RENDERINGS[kind](sample)
    source = Source(
        name, hashlib.sha256(data).hexdigest(), len(data), detect_media_type(data, name)
    )
    found = process(data, source, load_rulebook()).tables
    assert not found.get("failures")
    titles = {row["initiative_id"]: row["title"] for row in found["initiatives"]}
    totals = {row["figure_id"]: (row["value"], row["counted"]) for row in found["figures"]}
    for row in found["awardees"]:
        row["initiative"] = titles.get(row["initiative_id"])
    for row in found["figures"]:
        row["parent"] = totals.get(row["parent_figure_id"])
    return {table: Counter(values(row) for row in found[table]) for table in TABLES}


def values(row: dict[str, object]) -> Row:
    """What a row says, without what differs from file to file."""
    left_out = IDS | EVIDENCE | FILE
    return tuple(
        (name, tuple(value) if isinstance(value, list) else value)
        for name, value in sorted(row.items())
        if name not in left_out
    )


def folded(value: Value) -> Value:
    """The value with its letters small."""
    if isinstance(value, tuple):
        return tuple(folded(part) for part in value)
    return value.casefold() if isinstance(value, str) else value


def without_case(found: Counter[Row]) -> Counter[Row]:
    result: Counter[Row] = Counter()
    for row, count in found.items():
        result[tuple((name, folded(value)) for name, value in row)] += count
    return result


@pytest.mark.parametrize("kind", list(RENDERINGS)[1:])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_every_kind_of_file_gives_the_same_rows(sample: Sample, kind: str) -> None:
    expected, found = rows(sample, next(iter(RENDERINGS))), rows(sample, kind)
    for table in TABLES:
        wanted, got = expected[table], found[table]
        if kind in CASELESS:
            wanted, got = without_case(wanted), without_case(got)
        assert (table, wanted - got, got - wanted) == (table, Counter(), Counter())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_rows_that_all_kinds_share_are_those_of_the_sample(sample: Sample) -> None:
    """Equal rows would say little if all were empty: the head and the counts are the sample's."""
    found = rows(sample, next(iter(RENDERINGS)))
    (document,) = (dict(row) for row in found["documents"])
    assert document["doc_number"] == sample.number
    issued = None if sample.issued_on is None else dt.date.fromisoformat(sample.issued_on)
    assert document["issued_on"] == issued
    assert document["subject"] == sample.subject_text
    assert document["copies"] == sample.copies
    assert document["signer_name"] == sample.signer_name
    marks = Counter(type(mark).__name__ for mark in sample.marks())
    assert found["figures"].total() == marks["Figure"]
    assert found["awardees"].total() == marks["Who"]
    assert found["initiatives"].total() == marks["Idea"]


def test_legacy_renderings_are_read_as_what_they_are() -> None:
    for kind, encoding in (
        ("tcvn3", "tcvn3"), ("vni", "vni"), ("doc in .VnTime", "tcvn3"),
        ("rtf in .VnTime", "tcvn3"), ("html in VNI-Times", "vni"), ("doc in VNI-Times", "vni"),
    ):  # fmt: skip
        data = RENDERINGS[kind](union_letter.SAMPLE)
        source = Source("a", hashlib.sha256(data).hexdigest(), len(data), "")
        (document,) = process(data, source, load_rulebook()).tables["documents"]
        assert document["encoding"] == encoding
        assert f"legacy_encoding_{encoding}" in str(document["defects"])
