"""Archives made for measuring are valid and the same for a seed; large audits stay usable."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.large.archive import read_truth, write_large
from benchmarks.large.edits import Edited, without_overlap
from benchmarks.large.templates import Template, read_templates
from pipeline.audit import Findings, audit
from pipeline.audit.report import listed, make_report
from pipeline.audit.report_html import html_report
from pipeline.resolve import resolve
from pipeline.rulebook import load_rulebook
from pipeline.store import Archive, validate

DOCUMENTS = 60


@pytest.fixture(scope="module")
def templates() -> list[Template]:
    return read_templates(3, 30, 1)


@pytest.fixture(scope="module")
def archive(templates: list[Template], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    write_large(folder / "out", folder / "truth", templates, DOCUMENTS, 3, 1)
    return folder / "out"


def test_an_archive_that_was_made_keeps_the_contract(archive: Path) -> None:
    assert validate(archive) == []
    tables = Archive(archive).tables()
    assert tables["documents"] == DOCUMENTS
    assert min(tables[name] for name in ("citations", "awardees", "figures")) > DOCUMENTS
    ids = set(Archive(archive).arrow("awardees", ["awardee_id"])["awardee_id"].to_pylist())
    assert set(read_truth(archive.with_name("truth"))) <= ids


def test_the_same_seed_makes_the_same_archive(
    archive: Path, templates: list[Template], tmp_path: Path
) -> None:
    write_large(tmp_path / "out", tmp_path / "truth", templates, DOCUMENTS, 3, 2)
    for table in ("documents", "texts", "awardees", "citations"):
        made = (folder / table / "part-0.parquet" for folder in (archive, tmp_path / "out"))
        assert len({file.read_bytes() for file in made}) == 1


def test_words_are_replaced_and_spans_moved() -> None:
    edits = without_overlap([(4, 7, "hai mươi"), (5, 9, "x"), (10, 12, "")])
    edited = Edited("số: 123 của an ninh", edits)
    assert edited.text == "số: hai mươi củan ninh"
    assert edited.text[edited.place(4) : edited.place(7)] == "hai mươi"
    assert edited.is_cut(5, 7) and not edited.is_cut(4, 7) and not edited.is_cut(0, 4)


def test_a_report_says_what_it_leaves_out(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    resolve(archive)
    rules = load_rulebook()
    made = audit(Archive(archive), rules)
    whole = make_report(Archive(archive), made, rules.version)
    wrong = whole.total("contradiction")
    assert whole.left_out == 0 and "không in ở đây" not in html_report(whole)
    assert len(listed(made)) == len(made.findings) == len(list(made.findings))
    monkeypatch.setattr("pipeline.audit.report.SHOWN", 1)
    monkeypatch.setattr("pipeline.audit.report.LISTED", wrong + 2)
    cut = make_report(Archive(archive), made, rules.version)
    assert cut.left_out == wrong - 1 > 0 and cut.counts == whole.counts
    shown = [item for paper in (*cut.papers, *cut.explained) for item in paper.items]
    assert len(shown) == 1 and f"Còn {wrong - 1} mâu thuẫn" in html_report(cut)
    kept = listed(made)
    assert [row["verdict"] for row in kept].count("contradiction") == wrong
    assert len(kept) == wrong + min(2, whole.total("not_checkable"))


def test_findings_come_in_the_order_of_the_table_however_they_went_in() -> None:
    row = {
        "severity": "error", "doc_ids": ["a"], "message_vi": "x", "message_en": "x",
        "evidence": [], "verdict": "consistent",
    }  # fmt: skip
    keys = [("b", "2"), ("a", "1"), ("b", "1"), ("a", "3"), ("a", "2")]
    made = Findings({**row, "check": check, "finding_id": key} for check, key in keys)
    assert [(found["check"], found["finding_id"]) for found in made] == sorted(keys)
    assert len(made) == 5 and made.counts == {("a", "consistent"): 3, ("b", "consistent"): 2}
    assert list(made.select("contradiction")) == []
