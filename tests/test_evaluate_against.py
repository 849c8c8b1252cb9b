"""What differs between two archives: rows told apart by words and values, judged by gold."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import ArchiveError
from pipeline.evaluate import compare_archives, difference_lines
from pipeline.evaluate.against import Change, Difference
from tests.cli import congvan
from tests.store_samples import Rows, archive_rows, document_rows, write_sample

Capture = pytest.CaptureFixture[str]
A = "data/a.pdf"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("old") / "archive")


def of(rows: Rows, table: str, document: int = 0, at: int = 0) -> dict[str, Any]:
    """A row of the sample's first or second document."""
    doc_id = rows["documents"][document]["doc_id"]
    return [row for row in rows[table] if row["doc_id"] == doc_id][at]


def against(tmp_path: Path, old: Path, rows: Rows, **options: Any) -> Difference:
    return compare_archives(write_sample(tmp_path / "new", rows), old, **options)


def told(changes: tuple[Change, ...]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(c.kind, c.document, c.fact.table, c.columns) for c in changes]


def test_an_archive_does_not_differ_from_itself(old: Path) -> None:
    difference = compare_archives(old, old)
    assert difference.changes == () and difference.documents == (2, 2)
    assert difference.old == difference.new and difference.old["figures"] == 4
    assert list(difference_lines(difference, 9))[-1] == "no row differs"


def test_ids_and_places_do_not_matter_but_values_do(tmp_path: Path, old: Path) -> None:
    rows = archive_rows()
    for number, figure in enumerate(rows["figures"]):
        figure["figure_id"] = f"other-{number}"
        figure["bbox"] = None
    for total, part in (rows["figures"][:2], rows["figures"][2:]):
        part["parent_figure_id"] = total["figure_id"]
    rows["findings"] = []
    assert against(tmp_path / "1", old, rows).changes == ()
    of(rows, "figures")["role"] = "result"
    of(rows, "figures")["confidence"] = 0.8
    of(rows, "citations")["cited_number"] = "77/QĐ-CĐ"  # the same words, another value
    of(rows, "documents")["place"] = "Mẫu"
    of(rows, "documents")["doc_number"] = "16/QĐ-CĐN"
    rows["awardees"].remove(of(rows, "awardees"))
    difference = against(tmp_path / "2", old, rows)
    assert told(difference.changes) == [
        ("lost", A, "awardees", ()),
        ("changed", A, "citations", ("cited_number",)),
        ("changed", A, "documents", ("doc_number",)),
        ("gained", A, "documents", ()),
        ("changed", A, "figures", ("confidence", "role")),
    ]
    lines = list(difference_lines(difference, 9))
    assert "  - awardees awardee.sample: Trần Thị Ví Dụ · person · awardee · 0.95 " in lines[-5]
    assert any("doc_number: 15/QĐ-CĐN -> 16/QĐ-CĐN" in line for line in lines)
    assert any("+ documents -: place: Mẫu" in line for line in lines)
    assert any(line.split() == ["figure.sample", "0", "0", "1"] for line in lines)
    assert "role: total -> result" in lines[-1] and "“12 tập thể”" in lines[-1]
    assert list(difference_lines(difference, 2))[-1].startswith("... and 3 more rows")


def test_words_that_moved_with_the_text_are_the_same(tmp_path: Path, old: Path) -> None:
    rows = archive_rows()
    doc_id = of(rows, "documents")["doc_id"]
    for row in rows["texts"]:
        if row["doc_id"] == doc_id:
            row["text"] = f"ĐẦU TRANG\n{row['text']}"
    shift = len("ĐẦU TRANG\n")
    for table in ("citations", "dates", "awardees", "initiatives", "figures"):
        for row in rows[table]:
            if row["doc_id"] == doc_id:
                row["start"] += shift  # type: ignore[operator]
                row["end"] += shift  # type: ignore[operator]
    again = copy.deepcopy(of(rows, "dates"))
    rows["dates"].append(again | {"date_id": "more", "start": 0, "end": 4, "quote": "ngày"})
    of(rows, "figures", at=1)["value"] = 6.0  # same surroundings, another value
    difference = against(tmp_path, old, rows)
    assert [(c.kind, c.fact.table, c.columns) for c in difference.changes] == [
        ("gained", "dates", ()), ("changed", "figures", ("value",)),
    ]  # fmt: skip


def test_documents_and_failures_come_and_go(tmp_path: Path, old: Path) -> None:
    rows: Rows = {name: [] for name in archive_rows()}
    for name in ("a", "broken"):
        for table, found in document_rows(name).items():
            rows[table].extend(found)
    difference = against(tmp_path, old, rows)
    assert difference.gained == ("data/broken.pdf",) and difference.lost == ("data/b.pdf",)
    assert ("lost", "data/broken.pdf", "failures", ()) in told(difference.changes)
    assert not [change for change in difference.changes if change.document == A]
    moved = archive_rows()
    for row in moved["documents"]:
        row["source_uri"] = str(row["source_uri"]).replace("data/", "elsewhere/")
    difference = compare_archives(write_sample(tmp_path / "moved", moved), old)
    assert difference.changes == () and not difference.gained
    only = compare_archives(tmp_path / "new", old, only="a.pdf")
    assert only.documents == (1, 1) and only.changes == ()


def test_gold_says_which_changes_are_right(tmp_path: Path, old: Path) -> None:
    gold = {
        "source": "x/a.pdf",
        "document": {"doc_number": "16/QĐ-CĐN"},
        "awardees": [{"name": "Trần Thị Ví Dụ", "kind": "person"}],
        "figures": [{"value": 12, "unit": "count", "counted": "tập thể", "role": "total"}],
    }
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    rows = archive_rows()
    of(rows, "documents")["doc_number"] = "16/QĐ-CĐN"  # wrong -> right
    of(rows, "figures")["role"] = "part"  # right -> wrong
    rows["figures"].remove(of(rows, "figures", at=1))  # not in gold: better lost
    rows["awardees"].remove(of(rows, "awardees"))  # right, and lost
    rows["awardees"].remove(of(rows, "awardees", document=1))  # no gold for this document
    difference = against(tmp_path, old, rows, gold=tmp_path / "gold")
    assert [(c.fact.table, c.kind, c.gain) for c in difference.changes if c.document == A] == [
        ("awardees", "lost", -1), ("documents", "changed", 1),
        ("figures", "changed", -1), ("figures", "lost", 1),
    ]  # fmt: skip
    assert [c.gain for c in difference.changes if c.document != A] == [0]
    lines = list(difference_lines(difference, 9))
    assert any("[right -> wrong: role]" in line for line in lines)
    assert any(line.endswith("[wrong: not in gold]") for line in lines)
    assert any(
        line.split()[:1] == ["figures"] and line.split()[-2:] == ["1", "1"] for line in lines
    )
    chosen = against(tmp_path / "o", old, rows, gold=tmp_path / "gold", only="a.pdf")
    assert {change.document for change in chosen.changes} == {A}


def test_the_command(tmp_path: Path, old: Path, capsys: Capture) -> None:
    rows = archive_rows()
    of(rows, "figures")["role"] = "part"
    new = write_sample(tmp_path / "new", rows)
    answer = congvan(capsys, "evaluate", "--archive", new, "--against", old)
    assert answer.code == 0 and "role: total -> part" in answer.out and answer.err == ""
    found = congvan(capsys, "evaluate", "--archive", new, "--against", old, "--json").json
    assert found["against"]["rules"]["figure.sample"]["changed"] == 1
    (row,) = found["against"]["rows"]
    assert row["before"]["values"]["role"] == "total" and row["verdict_after"] is None
    (tmp_path / "a.json").write_text(
        json.dumps({"source": "a.pdf", "document": {}, "figures": []}), encoding="utf-8"
    )
    words = ["evaluate", tmp_path, "--archive", new, "--against", old]
    answer = congvan(capsys, *words, "--errors")
    assert "extra in a.pdf" in answer.out and "confidence of" in answer.out
    assert "overall" in congvan(capsys, *words, "--json").json


def test_wrong_use_is_one_line(tmp_path: Path, old: Path, capsys: Capture) -> None:
    answer = congvan(capsys, "evaluate", "--archive", old)
    assert answer.code == 2 and "GOLD_DIR" in answer.one_error()
    answer = congvan(capsys, "evaluate", "--archive", old, "--against", old, "--errors")
    assert answer.code == 2 and "--errors needs" in answer.one_error()
    answer = congvan(capsys, "evaluate", "--archive", old, "--against", tmp_path / "no")
    assert answer.code == 2 and "no such folder" in answer.one_error()
    with pytest.raises(ArchiveError):
        compare_archives(tmp_path, old)
