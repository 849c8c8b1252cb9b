"""Sheets: what XLSX, XLS and ODS show, as titles, tables and signatures, and what breaks them."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Border, Font, Side

from pipeline.document import process
from pipeline.errors import ReadError
from pipeline.model import RawLine, Reading, Source
from pipeline.read import detect_media_type, read, sheet_grid
from pipeline.read.sheet_formats import shown_number
from pipeline.rulebook import load_rulebook

THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)

HEAD = ["TT", "Họ và tên tác giả", "Đơn vị công tác", "Tên sáng kiến", "Giá trị làm lợi (đồng)"]
LIST: list[list[object]] = [
    ["I", "CÔNG ĐOÀN CÔNG TY MẪU MỘT"],
    [1, "Nguyễn Văn Mẫu", "Phân xưởng 1", "Cải tiến máy rửa chai tự động", 1248000],
    [2, "Trần Thị Thử", "Phòng Kỹ thuật", "Giảm hao hụt nguyên liệu khi cân", 35500000],
    ["II", "CÔNG ĐOÀN CÔNG TY MẪU HAI"],
    [1, "Lê Văn Giả", "Tổ cơ điện", "Tự động hoá khâu đóng gói", 900000],
]


def source(data: bytes, name: str = "phu-luc.xlsx") -> Source:
    return Source(name, hashlib.sha256(data).hexdigest(), len(data), detect_media_type(data, name))


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def annex(has_borders: bool = True) -> openpyxl.Workbook:
    """A list with a merged title, unit headings over the table's width and a signer below."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "LIÊN ĐOÀN LAO ĐỘNG TỈNH MẪU"
    sheet["D1"] = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["D2"] = "Độc lập - Tự do - Hạnh phúc"
    sheet["A4"] = "DANH SÁCH SÁNG KIẾN\nCẤP TỈNH NĂM 2021"
    sheet.merge_cells("A4:E4")
    sheet["A5"] = "(Kèm theo Quyết định số 12/QĐ-LĐLĐ ngày 03/4/2021)"
    sheet.merge_cells("A5:E5")
    for row, values in enumerate([HEAD, *LIST], start=7):
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column, value)
        for column in range(1, 6):
            if has_borders:
                sheet.cell(row, column).border = BOX
        if len(values) == 2:
            sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=5)
        sheet.cell(row, 5).number_format = "#,##0"
    sheet["A14"] = "Người lập biểu"
    sheet["D14"] = "TM. BAN THƯỜNG VỤ"
    sheet["D15"] = "CHỦ TỊCH"
    sheet["A18"] = "Phạm Thị Ví"
    sheet["D18"] = "Hoàng Văn Dụ"
    return book


def texts(reading: Reading) -> list[str]:
    return [line.text for page in reading.pages for line in page.lines]


def cells(reading: Reading) -> dict[tuple[int, int, int], str]:
    return {
        (line.cell.table, line.cell.row, line.cell.column): line.text
        for page in reading.pages
        for line in page.lines
        if line.cell is not None
    }


def plain(reading: Reading) -> list[RawLine]:
    return [line for page in reading.pages for line in page.lines if line.cell is None]


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


def data_with(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A workbook with some bytes of a part replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old, new) if name == part else content)
    return buffer.getvalue()


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


# ------------------------------------------------------------------------------------ XLS, ODS


def old_annex() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("PL")
    lined = xlwt.easyxf("borders: left thin, right thin, top thin, bottom thin")
    amount = xlwt.easyxf("borders: left thin, right thin", num_format_str="#,##0")
    sheet.write_merge(0, 0, 0, 4, "DANH SÁCH SÁNG KIẾN CẤP TỈNH")
    for row, values in enumerate([HEAD, *LIST], start=2):
        if len(values) == 2:
            sheet.write(row, 0, values[0], lined)
            sheet.write_merge(row, row, 1, 4, values[1], lined)
            continue
        for column, value in enumerate(values):
            sheet.write(row, column, value, amount if column == 4 and row > 2 else lined)
    sheet.row(5).hidden = True
    font = xlwt.easyfont("name .VnTime")
    sheet.write_rich_text(9, 0, [("Ng­êi lËp biÓu", font)])
    hidden = book.add_sheet("an")
    hidden.write(0, 0, "BẢN NHÁP")
    hidden.visibility = 1
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


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


ODS_CELL = (
    '<table:table-cell table:style-name="{style}"{more}><text:p>{text}</text:p></table:table-cell>'
)


def open_sheet(
    rows: str, mimetype: str = "application/vnd.oasis.opendocument.spreadsheet"
) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    names = "".join(f' xmlns:{n}="{space}{n}:1.0"' for n in ("office", "table", "text", "style"))
    content = (
        f'<?xml version="1.0"?><office:document-content{names}'
        f' xmlns:fo="{space}xsl-fo-compatible:1.0"><office:automatic-styles>'
        '<style:style style:name="b"><style:table-cell-properties fo:border="0.5pt solid #000"/>'
        "</style:style></office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="PL">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", mimetype)
        package.writestr("content.xml", content)
    return buffer.getvalue()


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


# ------------------------------------------------------------------------------- broken, hostile


def broken(make: Callable[[], bytes]) -> ReadError:
    data = make()
    with pytest.raises(ReadError) as caught:
        read(data, source(data))
    return caught.value


def empty_book() -> bytes:
    return saved(openpyxl.Workbook())


def only_hidden() -> bytes:
    book = annex()
    book.create_sheet("trống")
    book.active.sheet_state = "hidden"
    return saved(book)


def entity_bomb() -> bytes:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 1000 + b'">'
    laughs += b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 1000) for letter in b"cdefgh"
    )
    text = saved(annex())
    xml = zipfile.ZipFile(io.BytesIO(text)).read("xl/worksheets/sheet1.xml")
    hostile = (
        laughs + b"]>" + xml.replace(b"<sheetData>", b"<sheetData><row><c><v>&h;</v></c></row>")
    )
    return data_with(text, "xl/worksheets/sheet1.xml", xml, hostile)


def test_truncated_sheet_part_is_corrupt() -> None:
    text = saved(annex())
    xml = zipfile.ZipFile(io.BytesIO(text)).read("xl/worksheets/sheet1.xml")
    data = data_with(text, "xl/worksheets/sheet1.xml", xml, xml[: len(xml) // 2])
    assert broken(lambda: data).category == "corrupt"


def test_failures_are_typed() -> None:
    assert broken(empty_book).category == "empty"
    assert broken(only_hidden).category == "empty"
    cut = saved(annex())[:2000]  # no longer told from any other ZIP
    rows = process(cut, source(cut), load_rulebook()).tables["failures"]
    assert [row["category"] for row in rows] == ["corrupt"]
    assert broken(lambda: old_annex()[:3000]).category in ("corrupt", "unsupported")
    assert broken(lambda: old_annex()[:512] + b"\xff" * 4000).category in ("corrupt", "unsupported")


def test_entities_are_not_expanded() -> None:
    data = entity_bomb()
    try:
        reading = read(data, source(data))
    except ReadError as error:
        assert error.category in ("corrupt", "bomb")
    else:
        assert sum(map(len, texts(reading))) < 5000


def test_parts_of_blanks_are_a_bomb() -> None:
    text = saved(annex())
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(text)) as before,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            content = before.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b"<sheetData>", b" " * 30_000_000 + b"<sheetData>")
            after.writestr(name, content)
    assert broken(buffer.getvalue).category == "bomb"


def test_data_base_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.read import sheet_book

    monkeypatch.setattr(sheet_book, "MAX_CELLS", 20)
    assert broken(lambda: saved(annex())).category == "too_large"
    assert sheet_grid.MAX_CELLS > 20


def test_escapes_of_the_file_are_undone() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Kết quả\nnăm học_x000D_ và_xD800_ đề xuất"
    data = saved(book)
    assert texts(read(data, source(data))) == ["Kết quả", "năm học và đề xuất"]


def test_far_cells_cost_nothing() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Danh sách này có một ô ở rất xa"
    book.active["XFD1048576"] = "xa"
    book.active.merge_cells("A1:B1")
    data = saved(book)
    data = data_with(data, "xl/worksheets/sheet1.xml", b'"A1:B1"', b'"A1:XFD1048575"')
    assert texts(read(data, source(data))) == ["Danh sách này có một ô ở rất xa", "xa"]


def test_binary_workbook_is_unsupported() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("xl/workbook.bin", b"x")
        package.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.bin"/>'
            "</Relationships>",
        )
    assert broken(buffer.getvalue).category == "unsupported"


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
