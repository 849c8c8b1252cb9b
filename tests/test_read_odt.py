"""OpenDocument texts: order, faces, lists, tables, notes, what is not shown, broken files."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.errors import ReadError
from pipeline.model import RawLine, Reading, Source
from pipeline.read import detect_media_type, read
from tests.renderings.odt_file import BORDER, MIMETYPE, package, style

XML_ID = "http://www.w3.org/XML/1998/namespace"


def source(data: bytes) -> Source:
    return Source("mem/a.odt", "0" * 64, len(data), detect_media_type(data))


def odt(body: str, styles: str = "", common: str = "") -> Reading:
    data = package(body, styles, common)
    assert detect_media_type(data) == MIMETYPE
    return read(data, source(data))


def lines(body: str, styles: str = "", common: str = "") -> list[RawLine]:
    return [line for page in odt(body, styles, common).pages for line in page.lines]


def texts(body: str, styles: str = "", common: str = "") -> list[str]:
    return [line.text for line in lines(body, styles, common)]


def p(text: str, name: str = "") -> str:
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def text_style(name: str, says: str, family: str = "text", more: str = "") -> str:
    return style(name, family, f"<style:text-properties {says}/>", more)


def test_paragraphs_with_their_face() -> None:
    styles = (
        text_style("B", 'fo:font-weight="bold"', "paragraph")
        + text_style("C", 'fo:text-transform="uppercase"', "paragraph",
                     ' style:parent-style-name="B"')
        + text_style("I", 'fo:font-style="italic"')
        + text_style("N", 'fo:font-weight="normal"')
    )  # fmt: skip
    body = (
        p("Một", "B") + p('<text:span text:style-name="I">hai</text:span>') + p("ba", "C")
        + p('<text:span text:style-name="N">bốn</text:span>', "B")
    )  # fmt: skip
    found = [(line.text, line.bold, line.italic) for line in lines(body, styles)]
    assert found == [
        ("Một", True, False), ("hai", False, True), ("BA", True, False), ("bốn", False, False),
    ]  # fmt: skip
    assert odt(p("a")).reader == "odt"


def test_blanks_are_shown_as_they_are_set() -> None:
    found = texts(p("Số:\n   15<text:s text:c='3'/>/QĐ<text:line-break/>hai"))
    assert found == ["Số: 15   /QĐ", "hai"]
    ((line,),) = (page.lines for page in odt(p("trái<text:tab/>phải")).pages)
    assert line.text.split() == ["trái", "phải"]


def test_what_is_not_shown_is_left_out() -> None:
    styles = text_style("H", 'text:display="none"')
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>" + p("xóa")
        + "</text:deletion></text:changed-region></text:tracked-changes>"
        + p('Giữ <office:annotation><text:p>góp ý</text:p></office:annotation>'
            '<text:change text:change-id="c1"/><text:span text:style-name="H">ẩn</text:span>lại')
        + f'<text:section text:display="none">{p("mục ẩn")}</text:section>'
        + f'<text:section>{p("mục hiện")}</text:section>'
        + '<text:table-of-content><text:table-of-content-source><text:index-title-template>mẫu'
        "</text:index-title-template></text:table-of-content-source></text:table-of-content>"
    )  # fmt: skip
    assert texts(body, styles) == ["Giữ lại", "mục hiện"]


def _list_style(name: str, levels: str) -> str:
    return f'<text:list-style style:name="{name}">{levels}</text:list-style>'


def _level(number: int, says: str) -> str:
    return f'<text:list-level-style-number text:level="{number}" {says}/>'


def _list(name: str, *items: str, more: str = "") -> str:
    inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{name}"{more}>{inner}</text:list>'


NUMBERED = _list_style(
    "L",
    _level(1, 'style:num-format="I" style:num-suffix="."')
    + _level(2, 'style:num-format="1" style:num-suffix=")" text:display-levels="2"')
    + '<text:list-level-style-bullet text:level="3" text:bullet-char="•"/>',
)


def test_automatic_numbers_are_written_out() -> None:
    inner = _list("", p("a") + _list("", p("gạch")), p("b"))
    assert texts(_list("L", p("một") + p("thêm"), p("hai") + inner, p("ba")), NUMBERED) == [
        "I. một", "thêm", "II. hai", "II.1) a", "- gạch", "II.2) b", "III. ba",
    ]  # fmt: skip


def test_a_list_begins_anew_unless_it_goes_on() -> None:
    named = f' xml:id="x1" xmlns:xml="{XML_ID}"'
    body = (
        _list("L", p("a"), more=named)
        + _list("L", p("b"))
        + _list("L", p("c"), more=' text:continue-numbering="true"')
        + _list("L", p("d"), more=' text:continue-list="x1"')
        + f'<text:list text:style-name="L"><text:list-header>{p("đầu")}</text:list-header>'
        + f'<text:list-item text:start-value="7">{p("e")}</text:list-item></text:list>'
    )
    assert texts(body, NUMBERED) == ["I. a", "I. b", "II. c", "II. d", "đầu", "VII. e"]


def test_a_heading_has_the_number_of_the_outline() -> None:
    outline = (
        '<office:styles><text:outline-style style:name="O"><text:outline-level-style '
        'text:level="1" style:num-format="1" style:num-prefix="Điều " style:num-suffix="."/>'
        "</text:outline-style></office:styles>"
    )
    body = (
        '<text:h text:outline-level="1">Tặng</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">Không số</text:h>'
        '<text:h text:outline-level="2">Mục</text:h>'
        '<text:h text:outline-level="1">Thi hành</text:h>'
    )
    found = texts(body, "", outline)
    assert found == ["Điều 1. Tặng", "Không số", "Mục", "Điều 2. Thi hành"]


def _row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _cell(text: str, more: str = "") -> str:
    return f'<table:table-cell table:style-name="c"{more}>{p(text)}</table:table-cell>'


def test_the_cells_of_a_table_have_their_places() -> None:
    body = (
        "<table:table><table:table-header-rows>"
        + _row(_cell("TT"), _cell("Họ và tên", ' table:number-columns-spanned="2"'),
               "<table:covered-table-cell/>")
        + "</table:table-header-rows>"
        + _row(_cell("1", ' table:number-rows-spanned="2"'), _cell("Lê Văn Mẫu"), _cell("Tổ 1"))
        + _row("<table:covered-table-cell/>", _cell("Vũ Thị Thử"), _cell("Tổ 2"))
        + "</table:table>"
    )  # fmt: skip
    found = lines(body, style("c", "table-cell", BORDER))
    cells = [(line.text, line.cell) for line in found if line.cell is not None]
    assert [(text, c.row, c.column, c.row_span, c.column_span) for text, c in cells] == [
        ("TT", 0, 0, 1, 1), ("Họ và tên", 0, 1, 1, 2), ("1", 1, 0, 2, 1),
        ("Lê Văn Mẫu", 1, 1, 1, 1), ("Tổ 1", 1, 2, 1, 1),
        ("Vũ Thị Thử", 2, 1, 1, 1), ("Tổ 2", 2, 2, 1, 1),
    ]  # fmt: skip


def test_notes_boxes_and_edges_have_their_places() -> None:
    common = (
        "<office:automatic-styles/><office:master-styles>"
        f'<style:master-page style:name="Standard"><style:header>{p("UBND XÃ MẪU")}{p("- 2 -")}'
        f"</style:header><style:footer>{p('Chân trang')}</style:footer></style:master-page>"
        f'<style:master-page style:name="Không dùng"><style:header>{p("Khác")}</style:header>'
        "</style:master-page></office:master-styles>"
    )
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('Ghi chú')}</text:note-body></text:note>"
    )
    box = f"<draw:frame><draw:text-box>{p('Trong khung')}</draw:text-box></draw:frame>"
    found = lines(p(f"Kính gửi{note}{box}: Sở"), "", common)
    assert [(line.text, line.role) for line in found] == [
        ("UBND XÃ MẪU", "header"), ("Kính gửi 1: Sở", ""), ("Trong khung", ""),
        ("1 Ghi chú", "footnote"), ("Chân trang", "footer"),
    ]  # fmt: skip


def test_pages_part_where_the_writer_parts_them() -> None:
    styles = (
        style("V", "paragraph", '<style:paragraph-properties fo:break-before="page"/>')
        + style("M", "paragraph", "", ' style:master-page-name="Ngang"')
        + style("R", "paragraph", '<style:paragraph-properties fo:break-after="page"/>')
    )
    body = p("một", "R") + p("hai") + p("ba", "V") + p("bốn", "M")
    pages = [[line.text for line in page.lines] for page in odt(body, styles).pages]
    assert pages == [["một"], ["hai"], ["ba"], ["bốn"]]


def test_millions_of_blanks_rows_and_columns_cost_nothing() -> None:
    many = ' table:number-columns-repeated="900000000"'
    body = (
        p("a<text:s text:c='99999999'/>b")
        + f'<table:table><table:table-row table:number-rows-repeated="99999999">{_cell("x", many)}'
        + "</table:table-row>" + _row(_cell("y"), _cell("z")) + "</table:table>"
    )  # fmt: skip
    assert [len(text) < 300 for text in texts(body, style("c", "table-cell", BORDER))] == [True] * 4


def test_styles_that_name_each_other_come_to_an_end() -> None:
    styles = text_style("A", 'fo:font-weight="bold"', "paragraph", ' style:parent-style-name="B"')
    styles += text_style("B", 'fo:font-style="italic"', "paragraph", ' style:parent-style-name="A"')
    (line,) = lines(p("vòng", "A"), styles)
    assert (line.bold, line.italic) == (True, True)


def _zipped(**members: str) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        for name, text in members.items():
            file.writestr(name.replace("__", "/").replace("_", "."), text)
    return raw.getvalue()


@pytest.mark.parametrize(
    ("data", "category", "says"),
    [
        (package("<text:p>a</text:p>")[:200], "corrupt", "LibreOffice"),
        (package("<text:p> </text:p><text:p>a")[:-785], "corrupt", "LibreOffice"),
        (_zipped(mimetype=MIMETYPE, content_xml="<a"), "corrupt", "LibreOffice"),
        (_zipped(mimetype=MIMETYPE, content_xml="<a/>",
                 **{"META-INF__manifest_xml": "<manifest:encryption-data/>"}),
         "encrypted", "password"),
        (_zipped(mimetype="application/vnd.oasis.opendocument.presentation", content_xml="<a/>"),
         "unsupported", "PDF"),
    ],
    ids=["cut off", "cut before the first word", "broken", "locked", "slides"],
)  # fmt: skip
def test_what_cannot_be_read_says_why(data: bytes, category: str, says: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, source(data))
    assert caught.value.category == category and says in str(caught.value)


def test_of_a_file_that_is_cut_off_whole_paragraphs_and_rows_are_read() -> None:
    table = "<table:table>" + _row(_cell("1"), _cell("Lê Văn Mẫu"))
    body = p("Điều 1. Tặng") + table + "<table:table-row>" + _cell("2")
    data = package(body)
    cut = data[: data.rindex(b"2</text:p>") + 12]
    reading = read(cut, source(cut))
    (page,) = reading.pages
    assert [line.text for line in page.lines] == ["Điều 1. Tặng", "1", "Lê Văn Mẫu"]
    assert [failure.category for failure in reading.failures] == ["corrupt"]
    assert reading.defects == ("file_cut",)


def test_entities_are_not_resolved() -> None:
    content = (
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        "<text:p>a&x;b</text:p></office:text></office:body></office:document-content>"
    )
    data = _zipped(mimetype=MIMETYPE, content_xml=content)
    reading = read(data, source(data))
    assert "root:" not in "".join(line.text for page in reading.pages for line in page.lines)
