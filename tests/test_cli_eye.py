"""What a person sees on a terminal: rows of many columns, names offered, papers named."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from rich.console import Console

from pipeline.cli import console, frames
from tests.cli import congvan
from tests.store_samples import archive_rows, write_sample

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = archive_rows()
    first = rows["findings"][0]
    rows["findings"].append(
        first
        | {
            "finding_id": "sum-2", "verdict": "contradiction", "severity": "error",
            "message_vi": "Tổng không khớp.", "message_en": "The sum does not agree.",
        }
    )  # fmt: skip
    rows["signatures"][0] |= {"signer": "Trần Thị Ví Dụ", "intact": False, "changed_after": "other"}
    rows["documents"][1] |= {"member": "phụ lục/b.docx", "page_count": None}
    return write_sample(tmp_path_factory.mktemp("eye") / "archive", rows)


def on_terminal(frame: pd.DataFrame, width: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """What :func:`frames.print_frame` shows on a terminal of so many cells a line."""
    shown = io.StringIO()
    terminal = Console(file=shown, width=width, force_terminal=True, no_color=True)
    monkeypatch.setattr(console, "out", lambda: terminal)
    frames.print_frame(frame, 50)
    return re.sub(r"\x1b\[\d*m", "", shown.getvalue())


def test_a_table_too_wide_for_the_terminal_is_a_block_a_row(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frame = pd.DataFrame({f"column_{i}": [f"giá trị {i}", None] for i in range(9)})
    blocks = on_terminal(frame, 80, monkeypatch).splitlines()
    assert sum("row " in line for line in blocks) == 2
    assert sum("column_3" in line and "giá trị 3" in line for line in blocks) == 1
    table = on_terminal(frame, 200, monkeypatch)
    assert table.splitlines()[0].split() == [f"column_{i}" for i in range(9)]
    narrow = on_terminal(pd.DataFrame({"a": ["chữ dài " * 30], "b": [1]}), 80, monkeypatch)
    assert narrow.splitlines()[0].split() == ["a", "b"]


def test_one_name_for_two_columns_is_shown_twice(archive: Path, capsys: Capture) -> None:
    sql = "SELECT doc_id, doc_id, number FROM documents ORDER BY ALL LIMIT 1"
    answer = congvan(capsys, "query", sql, "--archive", archive)
    assert answer.code == 0 and answer.out.splitlines()[0].split()[0] == "doc_id"
    assert len(answer.out.splitlines()[1].split()) >= 2
    found = congvan(capsys, "query", sql, "--archive", archive, "--json").json
    assert found["columns"] == ["doc_id", "doc_id_1", "number"]
    assert found["rows"][0]["doc_id"] == found["rows"][0]["doc_id_1"]


def test_show_tells_signatures_contradictions_and_the_place_in_an_archive(
    archive: Path, capsys: Capture
) -> None:
    shown = congvan(capsys, "show", "a.pdf", "--archive", archive).out
    assert "Chữ ký số (1)" in shown and "NOT intact" in shown
    assert "changed after signing: other" in shown
    assert "Mâu thuẫn (1)" in shown and "Tổng không khớp." in shown and "sum-2" in shown
    assert "sum-1" not in shown
    assert "phụ lục/b.docx" in congvan(capsys, "show", "b.docx", "--archive", archive).out


def test_no_page_is_named_where_the_format_has_none(archive: Path, capsys: Capture) -> None:
    for name, is_paged in (("a.pdf", True), ("b.docx", False)):
        shown = congvan(capsys, "show", name, "--archive", archive).out
        assert ("page 1" in shown) is is_paged and "awardee.sample, 0.95" in shown
        found = congvan(capsys, "show", name, "--archive", archive, "--json").json
        row = found["rows"]["awardees"][0]["awardee_id"]
        explained = congvan(capsys, "rules", "explain", row, "--archive", archive).out
        assert (", page 1" in explained) is is_paged
    told = congvan(capsys, "why", "person-1", "--archive", archive).out
    assert told.count("page 1") == 1 and told.count("Trần Thị Ví Dụ, Bằng khen") == 2


def test_show_offers_what_looks_alike_and_tells_what_was_not_read(
    archive: Path, capsys: Capture
) -> None:
    answer = congvan(capsys, "show", "15", "--archive", archive)
    assert answer.code == 2 and "do you mean 15/QĐ-CĐN?" in answer.one_error()
    answer = congvan(capsys, "show", "broken.pdf", "--archive", archive)
    assert "could not be read: The file is damaged" in answer.one_error()
    several = congvan(capsys, "show", "15/QĐ-CĐN", "--archive", archive).one_error()
    assert "b.pdf › phụ lục/b.docx" in several


def test_why_offers_names_and_says_when_resolve_comes_first(
    archive: Path, capsys: Capture, tmp_path: Path
) -> None:
    assert "Trần Thị Ví Dụ" in congvan(capsys, "why", "vi du", "--archive", archive).one_error()
    nobody = congvan(capsys, "why", "Ai Khác", "--archive", archive).one_error()
    assert "no entity" in nobody and "run `congvan resolve" not in nobody
    bare = write_sample(tmp_path / "bare", archive_rows() | {"entities": []})
    answer = congvan(capsys, "why", "Ai Khác", "--archive", bare)
    assert f"congvan resolve {bare}" in answer.one_error()


def test_an_exported_table_can_say_which_paper_each_row_is_of(
    archive: Path, capsys: Capture, tmp_path: Path
) -> None:
    book = tmp_path / "a.xlsx"
    words = ["export", "awardees", book, "--archive", archive]
    assert congvan(capsys, *words).code == 0
    plain = next(openpyxl.load_workbook(book).active.values)
    assert congvan(capsys, *words, "--with-document").code == 0
    header, *rows = openpyxl.load_workbook(book).active.values
    assert header[: len(plain)] == plain
    lines = [dict(zip(header, row, strict=True)) for row in rows]
    assert [(line["doc_number"], line["doc_file"], line["doc_member"]) for line in lines] == [
        ("15/QĐ-CĐN", "data/a.pdf", None),
        ("15/QĐ-CĐN", "data/b.pdf", "phụ lục/b.docx"),
    ]
    for table in ("documents", "runs"):
        answer = congvan(capsys, "export", table, book, "--archive", archive, "--with-document")
        assert answer.code == 2 and "--with-document" in answer.one_error()


def test_the_columns_of_a_workbook_are_as_wide_as_their_words(
    archive: Path, capsys: Capture, tmp_path: Path
) -> None:
    book = tmp_path / "a.xlsx"
    sql = (
        "SELECT 1 AS n, repeat('chữ ', 50) AS long, 'Nguyễn Thị Rất Dài Dòng' AS name, bbox "
        "FROM awardees"
    )
    assert congvan(capsys, "query", sql, "--archive", archive, "--xlsx", book).code == 0
    sheet = openpyxl.load_workbook(book).active
    narrow, long, name, boxes = (sheet.column_dimensions[letter].width for letter in "ABCD")
    assert sheet["D2"].value.startswith("[{") and boxes == narrow
    assert narrow < name < long <= 62 and name >= len("Nguyễn Thị Rất Dài Dòng")


@pytest.mark.parametrize("verb", ["validate", "cache"])
def test_verbs_on_an_archive_look_where_runs_write_by_habit(
    verb: str, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = congvan(capsys, verb)
    assert answer.code == 2 and answer.one_error().startswith("congvan: data/processed")


def test_what_a_name_holds_steers_no_terminal(archive: Path, capsys: Capture) -> None:
    sql = "SELECT 'a' || chr(27) || '[31mb' || chr(10) || 'c' AS name"
    answer = congvan(capsys, "query", sql, "--archive", archive)
    assert "a\\x1b[31mb" in answer.out and "\x1b" not in answer.out and "c" in answer.out


def test_long_work_is_shown_on_a_terminal_and_nowhere_else(
    archive: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert congvan(capsys, "validate", archive).err == ""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    answer = congvan(capsys, "validate", archive)
    assert "checking rows" in answer.err and "checking rows" not in answer.out
