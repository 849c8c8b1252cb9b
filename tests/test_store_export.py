"""Exported files: Excel reads the letters and runs nothing."""

from __future__ import annotations

import csv
import datetime as dt
import errno
from decimal import Decimal
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from pipeline.store import Archive, ExportError, export_csv, export_xlsx
from tests.store_samples import write_sample

ATTACKS = [
    "=1+1",
    '=HYPERLINK("http://invented.example","x")',
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
]


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_csv_begins_with_the_mark_that_excel_needs(tmp_path: Path) -> None:
    export_csv(pd.DataFrame({"tên": ["Đặng Ví Dụ"]}), tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert read_csv(tmp_path / "x.csv") == [["tên"], ["Đặng Ví Dụ"]]
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_formula_in_csv_is_text(tmp_path: Path, attack: str) -> None:
    frame = pd.DataFrame({"=head": [attack], "list": [[attack, "b"]]})
    export_csv(frame, tmp_path / "x.csv")
    head, row = read_csv(tmp_path / "x.csv")
    assert head[0] == "'=head"
    assert row == [f"'{attack}", f"'{attack}; b"]


def test_numbers_and_inner_signs_are_left_alone_in_csv(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"n": [-5, 3], "x": [-1.5, None], "s": ["a=b", "15-QĐ"], "d": [Decimal(-7), None]}
    )
    export_csv(frame, tmp_path / "x.csv")
    assert read_csv(tmp_path / "x.csv")[1:] == [["-5", "-1.5", "a=b", "-7"], ["3", "", "15-QĐ", ""]]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_formula_in_xlsx_is_text(tmp_path: Path, attack: str) -> None:
    export_xlsx(pd.DataFrame({"=head": [attack]}), tmp_path / "x.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert sheet is not None
    assert [cell.data_type for cell in sheet["A"]] == ["s", "s"]
    assert sheet["A1"].value == "=head"


def test_xlsx_cells_keep_their_types(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            "count": pd.array([5, None], dtype="Int32"),
            "share": [0.5, float("nan")],
            "day": [dt.date(2021, 5, 17), None],
            "at": pd.to_datetime(pd.Series(["2021-05-16T23:30:00Z", None])),
            "flag": pd.array([True, None], dtype="boolean"),
            "money": [Decimal(1_200_000_000), Decimal(12_345_678_901_234_567_890)],
            "names": [["An", "Bình"], []],
            "boxes": [[{"page": 1}], None],
        }
    )
    assert export_xlsx(frame, tmp_path / "x.xlsx") == 0
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert sheet is not None
    first, second = ([cell.value for cell in row] for row in sheet.iter_rows(min_row=2))
    assert first == [
        5,
        0.5,
        dt.datetime(2021, 5, 17),
        dt.datetime(2021, 5, 17, 6, 30),
        True,
        1_200_000_000,
        "An; Bình",
        '[{"page": 1}]',
    ]
    assert second == [None, None, None, None, None, "12345678901234567890", None, None]


def test_xlsx_says_how_many_cells_it_cut_and_drops_control_letters(tmp_path: Path) -> None:
    frame = pd.DataFrame({"text": ["x" * 40_000, "a\x00b\x0bc"]})
    assert export_xlsx(frame, tmp_path / "x.xlsx") == 1
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert sheet is not None
    assert len(sheet["A2"].value) == 32_767
    assert sheet["A3"].value == "abc"


def test_days_that_excel_does_not_know_are_text(tmp_path: Path) -> None:
    born = pd.DataFrame({"day": [dt.date(1890, 5, 19), dt.date(1900, 3, 1)]})
    export_xlsx(born, tmp_path / "x.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert sheet is not None
    assert [sheet["A2"].value, sheet["A3"].value] == ["1890-05-19", dt.datetime(1900, 3, 1)]


def test_whole_numbers_in_csv_have_no_fraction(tmp_path: Path) -> None:
    values = [25_000_000_000_000.0, 1e16, 0.5, float("inf")]
    export_csv(pd.DataFrame({"value": values}), tmp_path / "x.csv")
    assert read_csv(tmp_path / "x.csv")[1:] == [
        ["25000000000000"], ["10000000000000000"], ["0.5"], ["inf"],
    ]  # fmt: skip


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="export CSV instead"):
        export_xlsx(pd.DataFrame({"n": range(1_048_576)}), tmp_path / "x.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_every_table_of_an_archive_can_be_exported(tmp_path: Path) -> None:
    archive = Archive(write_sample(tmp_path / "out"))
    for name, count in archive.tables().items():
        frame = archive.read(name)
        export_csv(frame, tmp_path / f"{name}.csv")
        export_xlsx(frame, tmp_path / f"{name}.xlsx")
        assert len(read_csv(tmp_path / f"{name}.csv")) == count + 1


@pytest.mark.parametrize("name", ["x.csv", "x.xlsx"])
def test_a_disk_that_refuses_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def full(self: Path, *_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        (export_csv if name == "x.csv" else export_xlsx)(pd.DataFrame({"n": [1]}), tmp_path / name)
    assert list(tmp_path.iterdir()) == []
