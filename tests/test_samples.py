"""The sample documents and their gold: reproducible, and every gold quote is in the text."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.samples.__main__ import ROOT, render
from tests.samples.documents import SAMPLES
from tests.samples.gold import to_json
from tests.samples.marks import number
from tests.samples.sample import Sample

RAW, GOLD = ROOT / "data" / "raw", ROOT / "tests" / "gold"
LISTS = ("citations", "awardees", "initiatives", "figures", "dates", "audit")
KEYS = {
    "citations": {"cited_type", "cited_number", "cited_on", "cited_issuer"},
    "awardees": {
        "name", "kind", "role", "position", "workplace", "honorific", "award", "conferred_by",
        "year", "decision", "initiative",
    },
    "initiatives": {"title", "kind", "authors"},
    "figures": {"text", "value", "unit", "counted", "qualifier", "role"},
    "dates": {"text", "start", "end", "role"},
    "audit": {"check", "holds", "detail"},
}  # fmt: skip
OPTIONAL = {"initiatives": {"benefit_vnd"},
            "figures": {"value_high", "of_value", "award", "conferred_by"}}  # fmt: skip
WORDS = {
    ("awardees", "kind"): {"person", "collective"},
    ("awardees", "role"): {"awardee", "nominee", "author", "exemplar"},
    ("initiatives", "kind"): {"sáng kiến", "giải pháp", "đề tài", "mô hình", "công trình"},
    ("figures", "unit"): {"count", "percent", "vnd"},
    ("figures", "role"): {"result", "target", "total", "part"},
    ("figures", "qualifier"): {
        "exact", "about", "nearly", "over", "under", "at_least", "at_most", "range", "order",
    },
    ("dates", "role"): {"issued", "cited", "event", "deadline", "period", "published"},
}  # fmt: skip

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


class _Letters(HTMLParser):
    """Collects the text of a page outside scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden = False

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found.append(data)


def _pdf_text(data: bytes) -> str:
    pages = []
    document = pypdfium2.PdfDocument(data)
    for index in range(len(document)):
        pdfium.FPDFPage_Flatten(document[index], pdfium.FLAT_NORMALDISPLAY)
        pages.append(document[index].get_textpage().get_text_range())
    return "\n".join(pages)


def _docx_text(data: bytes) -> str:
    body = Document(io.BytesIO(data)).element.body
    return "\n".join(
        "".join(str(node.text) for node in paragraph.iter(qn("w:t")))
        for paragraph in body.iter(qn("w:p"))
    )


def _plain_text(data: bytes) -> str:
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1258")


def _text(path: Path) -> str:
    """The words of a file in NFC, blanks folded, what OCR leaves in the text taken away."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        text = _pdf_text(data)
    elif path.suffix == ".docx":
        text = _docx_text(data)
    elif path.suffix == ".html":
        reader = _Letters()
        reader.feed(data.decode("utf-8"))
        text = " ".join(reader.found)
    else:
        text = _plain_text(data).replace("*", "").replace("Ð", "Đ")
    return " ".join(unicodedata.normalize("NFC", text).split())


def _gold(sample: Sample) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GOLD / f"{sample.name}.json").read_text(encoding="utf-8"))
    return found


@every_sample
def test_the_script_reproduces_file_and_gold(sample: Sample, tmp_path: Path) -> None:
    path = RAW / sample.file_name
    made = render(sample)
    if made != path.read_bytes():
        # another version of a library may write other bytes, but not other words
        fresh = tmp_path / sample.file_name
        fresh.write_bytes(made)
        assert _text(fresh) == _text(path)
    assert (GOLD / f"{sample.name}.json").read_text(encoding="utf-8") == to_json(sample)


@every_sample
def test_rendering_twice_gives_the_same_bytes(sample: Sample) -> None:
    assert render(sample) == render(sample)


def test_no_stray_files() -> None:
    names = {sample.file_name for sample in SAMPLES}
    assert {path.name for path in RAW.iterdir()} == names
    assert {path.stem for path in GOLD.glob("*.json")} >= {sample.name for sample in SAMPLES}
    page = (ROOT / "docs" / "samples.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in names)


@every_sample
def test_every_quote_is_in_the_text(sample: Sample) -> None:
    text, gold = _text(RAW / sample.file_name), _gold(sample)
    day_is_overlaid = sample.name.startswith("cv-927")
    for item in gold["figures"] + gold["dates"]:
        if not (day_is_overlaid and item["role"] == "issued"):
            assert item["text"] in text
    for item in gold["awardees"]:
        for value in (item["name"], item["position"], item["workplace"]):
            assert value is None or value in text
    for item in gold["initiatives"]:
        assert item["title"] in text
    for item in gold["citations"]:
        assert item["cited_number"] in text
        assert item["cited_issuer"] is None or item["cited_issuer"] in text


@every_sample
def test_head_and_foot_are_in_the_text(sample: Sample) -> None:
    text, head = _text(RAW / sample.file_name), _gold(sample)["document"]
    for key in ("place", "issuer", "parent_issuer", "subject", "signing_authority",
                "signer_title", "signer_name"):  # fmt: skip
        value = head.get(key)
        assert value is None or value in text
    for name in head["addressees"] + head["copies"]:
        assert name in text


@every_sample
def test_gold_has_the_keys_of_the_shared_format(sample: Sample) -> None:
    gold = _gold(sample)
    assert gold["kind"] in {"text", "born", "scan", "office", "legacy"}
    for name in LISTS:
        for item in gold[name]:
            assert KEYS[name] <= set(item) <= KEYS[name] | OPTIONAL.get(name, set())
    for (name, key), allowed in WORDS.items():
        assert {item[key] for item in gold[name]} <= allowed
    for item in gold["dates"]:
        assert item["start"] <= item["end"]


@every_sample
def test_authors_are_those_whose_initiative_it_is(sample: Sample) -> None:
    gold = _gold(sample)
    for item in gold["awardees"]:
        if item["initiative"] is not None:
            ideas = [i for i in gold["initiatives"] if i["title"] == item["initiative"]]
            assert [item["name"] in idea["authors"] for idea in ideas] == [True]


@every_sample
def test_sums_of_the_audit_hold_as_stated(sample: Sample) -> None:
    for check in _gold(sample)["audit"]:
        if check["check"] == "breakdown_sum":
            stated = re.match(r"([\d.]+) = ([\d.]+(?: \+ [\d.]+)+):", check["detail"])
            assert stated is not None
            whole, parts = stated.groups()
            total = sum(number(part) for part in parts.split(" + "))
            assert (total == number(whole)) is check["holds"]
        elif check["check"] == "amount_product":
            whole, _, parts = check["detail"].partition(" = ")
            products = [part.split(" x ") for part in parts.split(" + ")]
            total = sum(number(times) * number(amount) for times, amount in products)
            assert (total == number(whole)) is check["holds"]
        for part, whole, share in re.findall(r"(\d+)/(\d+) = ([\d,]+)%", check["detail"]):
            assert number(share) == round(100 * int(part) / int(whole), 1)


def test_a_number_in_annotations_is_not_in_the_page_content() -> None:
    document = pypdfium2.PdfDocument(RAW / "cv-927-skhcn-quan-ly-sang-kien.pdf")
    assert "927" not in document[0].get_textpage().get_text_range()
    assert "927" in _text(RAW / "cv-927-skhcn-quan-ly-sang-kien.pdf")


def test_the_repeated_block_stands_twice_and_counts_once() -> None:
    sample = next(sample for sample in SAMPLES if sample.copied)
    figures = [item["text"] for item in _gold(sample)["figures"]]
    assert _text(RAW / sample.file_name).count("116 cá nhân") == 2
    assert figures.count("116 cá nhân") == 1
