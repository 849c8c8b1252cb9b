"""Word documents: order, tables, numbering, tracked changes, limits."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image, ImageDraw, ImageFont

from pipeline.errors import ReadError
from pipeline.model import RawLine, Reading, Source
from pipeline.read import read
from pipeline.read.list_numbers import format_number
from pipeline.read.text.tabbed import split_tabbed


def save(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def word(data: bytes) -> Reading:
    return read(data, Source("mem/a.docx", "0" * 64, len(data), ""))


def lines(reading: Reading) -> list[RawLine]:
    return [line for page in reading.pages for line in page.lines]


def texts(document: object) -> list[str]:
    return [line.text for line in lines(word(save(document)))]


def head(document: object) -> None:
    table = document.add_table(rows=2, cols=2)  # type: ignore[attr-defined]
    table.cell(0, 0).text = "LIÊN ĐOÀN LAO ĐỘNG TỈNH MẪU\nCÔNG ĐOÀN NGÀNH MẪU"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    table.cell(1, 0).text = "Số: 05/BB-CĐN"
    table.cell(1, 1).text = "Mẫu, ngày 02 tháng 3 năm 2024"


def test_head_and_signature_tables_are_columns() -> None:
    document = docx.Document()
    head(document)
    document.add_paragraph("BIÊN BẢN")
    foot = document.add_table(rows=1, cols=2)
    foot.cell(0, 0).text = "THƯ KÝ\nTrần Thị Mẫu"
    foot.cell(0, 1).text = "CHỦ TỌA\nLê Văn Mẫu"
    found = lines(word(save(document)))
    assert all(line.cell is None for line in found)
    assert [(line.column, line.text) for line in found] == [
        ("left", "LIÊN ĐOÀN LAO ĐỘNG TỈNH MẪU"), ("left", "CÔNG ĐOÀN NGÀNH MẪU"),
        ("left", "Số: 05/BB-CĐN"), ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("right", "Độc lập - Tự do - Hạnh phúc"), ("right", "Mẫu, ngày 02 tháng 3 năm 2024"),
        ("", "BIÊN BẢN"), ("left", "THƯ KÝ"), ("left", "Trần Thị Mẫu"), ("right", "CHỦ TỌA"),
        ("right", "Lê Văn Mẫu"),
    ]  # fmt: skip


def test_the_head_below_a_foot_in_one_table_stays_below() -> None:
    """Word makes one table of two once the paragraph between them is gone."""
    document = docx.Document()
    table = document.add_table(rows=2, cols=4)
    table.cell(0, 2).text = "Nơi nhận:\n- Như trên;"
    table.cell(0, 3).text = "CHỦ TỊCH\nLê Văn Mẫu"
    table.cell(1, 1).merge(table.cell(1, 3)).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert [line.text for line in lines(word(save(document)))] == [
        "Nơi nhận:", "- Như trên;", "CHỦ TỊCH", "Lê Văn Mẫu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    ]  # fmt: skip


def test_head_set_with_tabs_is_columns_too() -> None:
    document = docx.Document()
    document.add_paragraph("CÔNG ĐOÀN MẪU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    document.add_paragraph("CƠ SỞ A\t\tĐộc lập - Tự do - Hạnh phúc")
    document.add_paragraph("Số: 01/CĐ\t\tMẫu, ngày 5 tháng 6 năm 2023")
    document.add_paragraph("Kính gửi:\tÔng A")
    found = lines(word(save(document)))
    assert [line.column for line in found] == ["left"] * 3 + ["right"] * 3 + [""]
    assert found[-1].text == "Kính gửi: Ông A"


def test_data_table_has_spans_and_empty_cells() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.style = "Table Grid"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Họ và tên"
    table.cell(0, 2).text = "Đơn vị"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "Phòng A"
    table.cell(1, 0).text = "1"
    table.cell(1, 1).text = "Trần Văn Mẫu"
    table.cell(2, 1).text = "Lê Thị Mẫu"
    cells = [line for line in lines(word(save(document))) if line.cell]
    found = {(c.cell.row, c.cell.column): (c.text, c.cell.row_span, c.cell.column_span)
             for c in cells if c.cell}  # fmt: skip
    assert found[0, 0] == ("Họ và tên", 1, 2)
    assert found[1, 2] == ("Phòng A", 2, 1)
    assert found[2, 0] == ("", 1, 1)
    assert (2, 2) not in found


def test_automatic_numbers_are_printed() -> None:
    document = docx.Document()
    for text in ("một", "hai"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("gạch", style="List Bullet")
    assert texts(document) == ["1. một", "2. hai", "- gạch"]


def test_a_column_of_automatic_numbers_is_read_and_an_empty_item_is_not() -> None:
    document = docx.Document()
    document.add_paragraph("", style="List Number 2")
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for name in ("Lý Thị Mẫu", "Hà Văn Thử"):
        cells = table.add_row().cells
        cells[0].paragraphs[0].style = document.styles["List Number"]
        cells[1].text = name
    assert texts(document) == ["1.", "Lý Thị Mẫu", "2.", "Hà Văn Thử"]


@pytest.mark.parametrize(
    ("number", "kind", "text"),
    [(4, "upperRoman", "IV"), (2, "lowerLetter", "b"), (28, "lowerLetter", "bb"),
     (7, "decimalZero", "07"), (9, "decimal", "9"), (14, "lowerRoman", "xiv")],
)  # fmt: skip
def test_number_formats(number: int, kind: str, text: str) -> None:
    assert format_number(number, kind) == text


def test_deletions_go_insertions_and_text_boxes_stay() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Tặng ")
    paragraph._p.append(
        parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>Cờ</w:delText></w:r></w:del>")
    )
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>Bằng khen</w:t></w:r></w:ins>"))
    box = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps">'
        "<w:drawing><w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>"
        "</w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r>"
        "<w:t>DỰ THẢO</w:t></w:r>"
        "</w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    paragraph._p.append(parse_xml(box))
    assert texts(document) == ["Tặng Bằng khen", "DỰ THẢO"]


def test_breaks_faces_headers() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Mật"
    paragraph = document.add_paragraph()
    paragraph.add_run("dòng một").bold = True
    paragraph.add_run().add_break()
    paragraph.add_run("dòng hai").italic = True
    document.add_page_break()
    document.add_paragraph("trang sau")
    reading = word(save(document))
    first = reading.pages[0].lines
    assert [(line.text, line.bold, line.italic, line.role) for line in first] == [
        ("Mật", False, False, "header"), ("dòng một", True, False, ""),
        ("dòng hai", False, True, ""),
    ]  # fmt: skip
    assert [line.text for line in reading.pages[1].lines] == ["trang sau"]


def letter(count: int) -> bytes:
    document = docx.Document()
    for number in range(count):
        words = f"Điều {number}. Tặng Giấy khen cho {number * 7919} hộ gia đình xã Gò Mẫu {number}."
        document.add_paragraph(words)
    return save(document)


def test_a_file_cut_before_its_text_is_corrupt() -> None:
    data = letter(1)
    with pytest.raises(ReadError) as caught:
        word(data[: place(data, "word/document.xml") + 80])
    assert caught.value.category == "corrupt"


def test_a_cut_file_is_read_up_to_its_last_whole_paragraph() -> None:
    data = letter(2000)
    start = place(data, "word/document.xml")
    whole = [line.text for line in lines(word(data))]
    counts = set()
    for cut in range(start + 6000, len(data) - 30, 2999):
        reading = word(data[:cut])
        read_off = [line.text for line in lines(reading)]
        assert read_off == whole[: len(read_off)]
        assert [(f.page, f.category) for f in reading.failures] == [(1, "corrupt")]
        assert reading.defects == ("file_cut",)
        assert "Fetch it again" in reading.failures[0].message
        counts.add(len(read_off))
    assert len(counts) > 2 and max(counts) == len(whole)


def test_a_cut_row_of_a_table_is_left_out() -> None:
    document = docx.Document()
    table = document.add_table(rows=300, cols=3)
    for number, row in enumerate(table.rows):
        for cell, words in zip(
            row.cells, (f"{number}", f"Xã {number * 7919}", "Giấy khen"), strict=True
        ):
            cell.text = words
    data = save(document)
    start, cut = place(data, "word/document.xml"), set()
    for end in range(start + 1500, len(data), 997):
        cells = lines(word(data[:end]))
        assert [line.text for line in cells][2::3] == ["Giấy khen"] * (len(cells) // 3)
        cut.add(len(cells))
    assert len(cut) > 2


def test_a_part_that_was_overwritten_costs_itself_and_not_the_text() -> None:
    document = docx.Document()
    document.add_paragraph("Số: 12/QĐ-UBND")
    with zipfile.ZipFile(io.BytesIO(save(document))) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    data = packed_parts(parts, method=zipfile.ZIP_STORED)
    at = data.index(b"<w:docDefaults")
    reading = word(data[:at] + b"\0" * 40 + data[at + 40 :])
    assert [line.text for line in lines(reading)] == ["Số: 12/QĐ-UBND"]
    assert [failure.category for failure in reading.failures] == ["corrupt"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_text_that_was_overwritten_is_not_guessed(method: int) -> None:
    with zipfile.ZipFile(io.BytesIO(letter(50))) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    data = packed_parts(parts, method)
    at = place(data, "word/document.xml") + 200
    for damaged in (data[:at] + b"9" * 8 + data[at + 8 :], data[:at] + data[at + 8 :]):
        with pytest.raises(ReadError) as caught:
            word(damaged)
        assert caught.value.category == "corrupt"


def test_false_headers_in_a_cut_file_cost_no_more_than_the_limit() -> None:
    """Thousands of headers that all claim the same blanks."""
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    blanks = engine.compress(b" " * 150_000_000)[:-1]
    header = b"PK\x03\x04" + bytes(4) + b"\x08\0" + bytes(20)
    name = b"word/document.xml"
    header = header[:26] + len(name).to_bytes(2, "little") + bytes(2) + name
    with pytest.raises(ReadError) as caught:
        word(header * 9_000 + blanks)
    assert caught.value.category in {"bomb", "corrupt"}


def place(data: bytes, part: str) -> int:
    """Where the packed bytes of a part begin."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return container.getinfo(part).header_offset + 30 + len(part)


def packed_parts(parts: dict[str, bytes], method: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as container:
        for name, data in parts.items():
            container.writestr(name, data)
    return buffer.getvalue()


def packed(xml: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("[Content_Types].xml", "<Types/>")
        container.writestr("word/document.xml", xml)
    return buffer.getvalue()


def test_bomb_is_stopped() -> None:
    with pytest.raises(ReadError) as caught:
        word(packed(b"<a>" + b" " * (30 << 20) + b"</a>"))
    assert caught.value.category == "bomb"


def test_entities_are_not_expanded() -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY f "lộ">]>'
        f'<w:document xmlns:w="{w}"><w:body><w:p><w:r><w:t>a</w:t></w:r>'
        "<w:r><w:t>&e;&f;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert [line.text for line in lines(word(packed(xml.encode())))] == ["a"]


def test_lists_side_by_side_in_a_frame_are_tables_of_their_own() -> None:
    document = docx.Document()
    frame = document.add_table(1, 2)
    for column, names in enumerate((("Trần Thị Khoát", "Lê Mẫu"), ("Đỗ Văn Thử", "Vũ Thị Nghiệm"))):
        inner = frame.cell(0, column).add_table(3, 2)
        for row, cells in enumerate(
            [("TT", "Họ và tên"), *((str(n), x) for n, x in enumerate(names))]
        ):
            for place, text in enumerate(cells):
                inner.cell(row, place).text = text
    found = [line for line in lines(word(save(document))) if line.cell is not None]
    assert [line.text for line in found if line.cell and line.cell.table == 1][-2:] == [
        "1", "Vũ Thị Nghiệm",
    ]  # fmt: skip


def test_signers_side_by_side_by_tabs_are_columns() -> None:
    minutes = split_tabbed([RawLine("THƯ KÝ\tCHỦ TRÌ"), RawLine("Lê Thị Na\tVũ Văn Khoái")])
    assert [(line.text, line.column) for line in minutes] == [
        ("THƯ KÝ", "left"), ("Lê Thị Na", "left"), ("CHỦ TRÌ", "right"), ("Vũ Văn Khoái", "right"),
    ]  # fmt: skip
    (header,) = split_tabbed([RawLine("STT\tHỌ VÀ TÊN")])
    assert header.column == ""
    old = split_tabbed([RawLine("BỘ MẪU\tVIỆT NAM DÂN CHỦ CỘNG HÒA")])
    assert [line.column for line in old] == ["left", "right"]


def field_mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def run(text: str, face: str = "") -> str:
    return f'<w:r>{face}<w:t xml:space="preserve">{text}</w:t></w:r>'


CODE = '<w:r><w:instrText xml:space="preserve"> IF </w:instrText></w:r>'
INNER = f"{field_mark('begin')}{CODE}{field_mark('separate')}{run('Nam')}{field_mark('end')}"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (  # the code of a field holds words and a field of its own
            [
                f"{run('Tặng ')}{field_mark('begin')}{INNER}{run('Ông Bà')}"
                f"{field_mark('separate')}{run('Bà')}{field_mark('end')}{run(' Mẫu')}"
            ],
            ["Tặng Bà Mẫu"],
        ),
        ([f"{field_mark('begin')}{run('chưa xong')}"], ["chưa xong"]),  # never ends: nothing goes
        (  # the end of the first paragraph was deleted
            ["<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>" + run("Ông Lê "), run("Văn Mẫu")],
            ["Ông Lê Văn Mẫu"],
        ),
        (['<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run(" Có")], ["\uf0fe Có"]),
        (['<w:r><w:sym w:font="Wingdings" w:char="FE"/></w:r>' + run(" Có")], ["\uf0fe Có"]),
        (
            [run("ü", "<w:rPr><w:rFonts w:hAnsi='Wingdings'/></w:rPr>") + run(" Có")],
            ["\uf0fc Có"],
        ),
    ],
)
def test_what_word_shows_of_fields_changes_and_signs(
    paragraphs: list[str], expected: list[str]
) -> None:
    document = docx.Document()
    for inner in paragraphs:
        document.element.body.insert_element_before(
            parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"), "w:sectPr"
        )
    assert texts(document) == expected


def test_cells_joined_across_in_the_old_way_are_one() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.style = "Table Grid"
    table.cell(0, 0).text, table.cell(1, 0).text = "I. Khối văn phòng", "1"
    table.cell(1, 1).text = "Lê Văn Mẫu"
    for column, kind in ((0, "restart"), (1, "continue")):
        merge = parse_xml(f'<w:hMerge {nsdecls("w")} w:val="{kind}"/>')
        table.cell(0, column)._tc.get_or_add_tcPr().append(merge)
    cells = [(line.text, line.cell) for line in lines(word(save(document)))]
    assert [(text, cell.column_span) for text, cell in cells if cell is not None] == [
        ("I. Khối văn phòng", 2), ("1", 1), ("Lê Văn Mẫu", 1),
    ]  # fmt: skip


PAGE = "<html><body><p>Số: 09/QĐ-MN</p><table border=1><tr><td>TT<td>Tên<tr><td>1<td>Lê Mẫu</table>"
ARCHIVE = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    f"{PAGE}\r\n--b--\r\n"
)


@pytest.mark.parametrize("content", [PAGE, ARCHIVE, "{\\rtf1 S\\u7889?: 09/Q\\u272?-MN\\par}"])
def test_a_file_put_in_whole_is_read_at_its_place_and_once(content: str) -> None:
    document = docx.Document()
    document.add_paragraph("Kính gửi:")
    partname = docx.opc.packuri.PackURI("/word/afchunk.mht")
    part = docx.opc.part.Part(partname, "message/rfc822", content.encode(), document.part.package)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    reference = document.part.relate_to(part, kind)
    for _ in range(2):
        chunk = parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="{reference}"/>')
        document.element.body.insert_element_before(chunk, "w:sectPr")
    found = texts(document)
    assert found[:2] == ["Kính gửi:", "Số: 09/QĐ-MN"]
    assert found[2:] == (["TT", "Tên", "1", "Lê Mẫu"] if "table" in content else [])


def sheet_of(text: str) -> io.BytesIO:
    """A page of print as a picture."""
    sheet = Image.new("L", (1240, 1754), 255)
    face = ImageFont.load_default(size=40)
    ImageDraw.Draw(sheet).text((150, 200), text, font=face, fill=0)
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG")
    buffer.seek(0)
    return buffer


@pytest.mark.parametrize("words", ["", "Danh sach kem theo:"])
def test_scans_of_pages_in_a_document_are_recognised(words: str) -> None:
    document = docx.Document()
    if words:
        document.add_paragraph(words)
    logo = sheet_of("Logo")
    document.add_picture(logo, width=docx.shared.Inches(1 if words else 6.5))
    document.add_picture(sheet_of("Phieu khen thuong 2023"), width=docx.shared.Inches(6.5))
    reading = word(save(document))
    found = [(page.is_ocr, [line.text for line in page.lines]) for page in reading.pages]
    first = (False, [words]) if words else (True, ["Logo"])
    assert found == [first, (True, ["Phieu khen thuong 2023"])]
    assert [page.number for page in reading.pages] == [1, 2]
