"""Sheets in memory, and what is read of them."""

from __future__ import annotations

import hashlib
import io
import zipfile

import openpyxl
import xlwt
from openpyxl.styles import Border, Side

from pipeline.model import RawLine, Reading, Source
from pipeline.read import detect_media_type

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


def data_with(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A workbook with some bytes of a part replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old, new) if name == part else content)
    return buffer.getvalue()


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
