"""Sheets: what XLSX, XLS and ODS show, as titles, tables and signatures."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from pipeline.document import process
from pipeline.model import Source
from pipeline.read import detect_media_type, read
from pipeline.read.sheet.formats import shown_number
from pipeline.rulebook import load_rulebook
from tests.sheets import (
    BOX,
    HEAD,
    LIST,
    ODS_CELL,
    annex,
    cells,
    data_with,
    old_annex,
    open_sheet,
    plain,
    saved,
    source,
    texts,
)


@pytest.mark.parametrize("has_borders", [True, False])
def test_annex_is_title_table_and_signature(has_borders: bool) -> None:
    data = saved(annex(has_borders))
    reading = read(data, source(data))
    assert reading.reader == "xlsx"
    assert reading.page_count == 1
    around = [(line.text, line.column) for line in plain(reading)]
    assert around == [
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH MẪU", "left"),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "right"),
        ("Độc lập - Tự do - Hạnh phúc", "right"),
        ("DANH SÁCH SÁNG KIẾN", ""),
        ("CẤP TỈNH NĂM 2021", ""),
        ("(Kèm theo Quyết định số 12/QĐ-LĐLĐ ngày 03/4/2021)", ""),
        ("Người lập biểu", "left"),
        ("Phạm Thị Ví", "left"),
        ("TM. BAN THƯỜNG VỤ", "right"),
        ("CHỦ TỊCH", "right"),
        ("Hoàng Văn Dụ", "right"),
    ]
    table = cells(reading)
    assert [table[0, 0, column] for column in range(5)] == HEAD
    assert table[0, 2, 1] == "Nguyễn Văn Mẫu"
    assert table[0, 2, 4] == "1.248.000"
    heading = next(line for line in reading.pages[0].lines if line.text == LIST[0][1])
    assert heading.cell is not None and heading.cell.column_span == 4


def test_list_gives_initiatives_and_authors() -> None:
    data = saved(annex())
    tables = process(data, source(data), load_rulebook()).tables
    assert not tables["failures"]
    titles = [row["title"] for row in tables["initiatives"]]
    assert titles == [row[3] for row in LIST if len(row) > 2]
    names = [row["name"] for row in tables["awardees"] if row["role"] == "author"]
    assert names == [row[1] for row in LIST if len(row) > 2]
    text = tables["texts"][0]["text"]
    for row in tables["initiatives"]:
        assert text[row["start"] : row["end"]] == row["quote"]  # type: ignore[index,misc]


def test_hidden_sheets_rows_and_columns_are_left_out_with_a_defect() -> None:
    book = annex()
    sheet = book.active
    sheet.row_dimensions[9].hidden = True  # the first author
    sheet.column_dimensions["C"].hidden = True
    other = book.create_sheet("nháp")
    other["A1"] = "BẢN NHÁP KHÔNG IN"
    other.sheet_state = "hidden"
    data = saved(book)
    reading = read(data, source(data))
    assert set(reading.defects) == {"hidden_sheets", "hidden_rows", "hidden_columns"}
    shown = " ".join(texts(reading))
    assert "Nguyễn Văn Mẫu" not in shown and "Trần Thị Thử" in shown
    assert "Phòng Kỹ thuật" not in shown and "NHÁP" not in shown
    assert cells(reading)[0, 0, 2] == HEAD[3], "the hidden column leaves no gap"


def test_each_sheet_is_a_page_and_tables_run_on() -> None:
    book = annex()
    second = book.create_sheet()
    for row, values in enumerate([HEAD, *LIST], start=1):
        for column, value in enumerate(values, start=1):
            second.cell(row, column, value).border = BOX
    data = saved(book)
    reading = read(data, source(data))
    assert [page.number for page in reading.pages] == [1, 2]
    assert {key[0] for key in cells(reading)} == {0, 1}


def test_formula_shows_its_last_value_or_is_a_defect() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Tổng số sáng kiến được công nhận trong năm là"
    book.active["A2"] = "=SUM(1,2)"
    data = saved(book)
    reading = read(data, source(data))
    assert reading.defects == ("formula_without_value",)
    assert texts(reading) == ["Tổng số sáng kiến được công nhận trong năm là"]
    counted = data_with(data, "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>3</v>")
    counted = data_with(counted, "xl/worksheets/sheet1.xml", b"<v />", b"<v>3</v>")
    assert texts(read(counted, source(counted)))[1] == "3"


def test_legacy_font_decides_the_letters_of_a_cell() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "Danh s¸ch s¸ng kiÕn ®­îc c«ng nhËn"
    sheet["A1"].font = Font(name=".VnTime")
    sheet["A2"] = "Cà phê do người Ê Đê trồng"
    sheet["A3"] = CellRichText(
        TextBlock(InlineFont(rFont=".VnTimeH"), "quyÕt ®Þnh "),
        TextBlock(InlineFont(rFont="Arial"), "số 5"),
    )
    data = saved(book)
    reading = read(data, source(data))
    assert texts(reading) == [
        "Danh sách sáng kiến được công nhận", "Cà phê do người Ê Đê trồng", "QUYẾT ĐỊNH số 5",
    ]  # fmt: skip
    assert reading.encoding == "tcvn3"


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1248000, "General", "1248000"),
        (1248000, "#,##0", "1.248.000"),
        (1248000.5, "#,##0.00", "1.248.000,50"),
        (1248000, '#,##0 "đồng"', "1.248.000 đồng"),
        (1248000, "#,##0\\ [$₫-42A]", "1.248.000 ₫"),
        (35500000, "#,##0.0,,", "35.500.000,0"),
        (35500000, "#,##0,,", "36"),
        (0.9567, "0.00%", "95,67%"),
        (0.5, "General", "0,5"),
        (1 / 3, "General", "0,3333333333"),
        (7, "000", "007"),
        (2.5, "0", "3"),
        (-1500, "#,##0", "-1.500"),
        (-1500, "#,##0;(#,##0)", "(1.500)"),
        (-1500, "#,##0_);[Red]\\(#,##0\\)", "(1.500)"),
        (1500, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "1.500"),
        (0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "-"),
        (0.25, "# ?/?", "0,25"),
        (36085001234, "@", "36085001234"),
        (44078, "dd/mm/yyyy", "04/09/2020"),
        (44078, "m/d/yyyy", "04/09/2020"),
        (44078.5, 'dd/mm/yyyy "lúc" hh:mm', "04/09/2020 12:00"),
        (44078, "mmm-yy", "09/2020"),
        (44078, "yyyy", "2020"),
        (0.59, "h:mm", "14:09"),
        (1, "dd/mm/yyyy", "01/01/1900"),
        (1e300, "dd/mm/yyyy", "1E+300"),
        (1e300, "#,##0", "1E+300"),
        (5, "", "5"),
        (5, ";;;", ""),
    ],
)
def test_numbers_read_as_the_sheet_shows_them(value: float, code: str, shown: str) -> None:
    assert shown_number(value, code) == shown


def test_format_is_told_from_words_with_date_letters() -> None:
    assert shown_number(42616, '0 "ngày"') == "42616 ngày"
    assert shown_number(42616, "[Red]0.0") == "42616,0"
    assert shown_number(42616, "dd/mm/yyyy", starts_1904=True) == "04/09/2020"


def test_old_workbook_reads_like_the_new() -> None:
    data = old_annex()
    reading = read(data, source(data, "phu-luc.dat"))
    assert reading.reader == "xls"
    assert {"hidden_rows", "hidden_sheets"} <= set(reading.defects)
    assert reading.encoding == "tcvn3", "one cell is set in a font of that encoding"
    assert [line.text for line in plain(reading)] == [
        "DANH SÁCH SÁNG KIẾN CẤP TỈNH", "Người lập biểu",
    ]  # fmt: skip
    table = cells(reading)
    assert table[0, 2, 1] == "Nguyễn Văn Mẫu" and table[0, 2, 4] == "1.248.000"
    assert "Trần Thị Thử" not in table.values(), "its row is hidden"


def test_open_document_sheet() -> None:
    def row(*values: str, style: str = "b", more: str = "") -> str:
        inner = "".join(ODS_CELL.format(style=style, more="", text=value) for value in values)
        return f"<table:table-row{more}>{inner}</table:table-row>"

    title = ODS_CELL.format(
        style="", more=' table:number-columns-spanned="3"', text="DANH SÁCH TÁC GIẢ"
    )
    data = open_sheet(
        f"<table:table-row>{title}</table:table-row>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        + row("TT", "Họ và tên", "Số tiền")
        + row("1", "Nguyễn Văn<text:s text:c='1'/>Mẫu", "1.248.000")
        + row("2", "Ẩn Danh", "5", more=' table:visibility="collapse"')
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>'
        + "</table:table-row>"
    )
    reading = read(data, source(data))
    assert reading.reader == "ods"
    assert texts(reading) == [
        "DANH SÁCH TÁC GIẢ", "TT", "Họ và tên", "Số tiền", "1", "Nguyễn Văn Mẫu", "1.248.000",
    ]  # fmt: skip
    assert cells(reading)[0, 1, 1] == "Nguyễn Văn Mẫu"
    assert reading.defects == ("hidden_rows",)


def fill(sheet: Any, rows: list[list[object]]) -> None:
    for row in rows:
        sheet.append(row)


def test_rows_of_words_and_amounts_below_the_table_stay_lines() -> None:
    book = openpyxl.Workbook()
    fill(
        book.active,
        [
            ["BẢNG TỔNG HỢP"], [], ["TT", "Nội dung", "Số lượng"], [1, "Sáng kiến", 12],
            [2, "Đề tài", 3], [], ["Tổng cộng có", 15, "hồ sơ"],
        ],
    )  # fmt: skip
    data = saved(book)
    reading = read(data, source(data))
    assert [line.text for line in plain(reading)] == ["BẢNG TỔNG HỢP", "Tổng cộng có 15 hồ sơ"]


def test_a_sheet_saved_as_text_is_a_table() -> None:
    data = (
        "DANH SÁCH KHEN THƯỞNG,,,\r\n,,,\r\nTT,Họ và tên,Chức vụ,Đơn vị\r\n"
        '1,Trần Thị Khoát,"Trưởng phòng, Bí thư",Phòng Mẫu\r\n2,Lê Mẫu,Kế toán,Phòng Thử\r\n'
    ).encode("utf-8-sig")
    kind = detect_media_type(data, "a.csv")
    lines = read(data, Source("mem/a.csv", "0" * 64, len(data), kind)).pages[0].lines
    assert lines[0].cell is None and lines[0].text == "DANH SÁCH KHEN THƯỞNG"
    assert [line.text for line in lines if line.cell and line.cell.row == 1] == [
        "1", "Trần Thị Khoát", "Trưởng phòng, Bí thư", "Phòng Mẫu",
    ]  # fmt: skip


def test_prose_named_as_a_sheet_is_read_as_text() -> None:
    data = "Kính gửi: Sở Mẫu, Sở Thử\nNgày 05, tháng 6, năm 2024, họp tại Hà Mẫu.\n".encode()
    lines = read(data, Source("mem/a.csv", "0" * 64, len(data), "text/csv")).pages[0].lines
    assert [line.text for line in lines] == data.decode().splitlines()
