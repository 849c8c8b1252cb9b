"""Layout of annexes, data tables, repeated pages and the frame of a news page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from pipeline.model import Metadata, RawLine
from tests.layout_pages import (
    block_with,
    centred,
    line,
    paragraph,
    plain,
    set_pages,
    table_lines,
    views,
)

LETTER = """
Số: 637/LĐLĐ
Đông Khê, ngày 07 tháng 8 năm 2019
V/v tặng Bằng khen

Kính gửi: Công đoàn cơ sở xã Tân Phong

Ban Thường vụ thông báo kết quả xét tặng (có danh sách kèm theo).

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH

Trần Văn Khoái

"""
ENTRIES = """
1. Đoàn viên: Lê Thị Nhài - Giáo viên, Trường Tiểu học Tân Phong.
2. Đoàn viên: Vũ Văn Sáu - Nhân viên, Trạm Y tế xã Tân Phong.
"""


# ------------------------------------------------------------------------------------ annexes


@pytest.mark.parametrize(
    "title",
    ["DANH SÁCH", "DANH SÁCH CÁC CÁ NHÂN", "PHỤ LỤC", "PHỤ LỤC I", "PHỤ LỤC SỐ 01", "Phụ lục",
     "DANH SÁCH TRÍCH NGANG", "BIỂU TỔNG HỢP", "BẢNG TỔNG HỢP", "**DANH SÁCH**"],
)  # fmt: skip
def test_list_without_parent_line(title: str) -> None:
    # an annex in small letters is told from a mention by its page
    page = "=====\n" if title == "Phụ lục" else ""
    dispatch = plain(LETTER + page + f"{title}\nđược tặng Bằng khen năm 2020\n" + ENTRIES)
    (appendix,) = dispatch.appendices
    assert (appendix.part, appendix.parent_line) == (1, None)
    assert appendix.title == f"{title.strip('*')} được tặng Bằng khen năm 2020"
    assert views(dispatch, "appendix") == [appendix.title]
    items = [b for b in dispatch.blocks if b.kind == "list_item" and b.part == 1]
    assert [b.label for b in items] == ["1.", "2."]
    assert dispatch.head.signer_name is not None
    assert dispatch.head.signer_name.value == "Trần Văn Khoái"


@pytest.mark.parametrize(
    "parent",
    ["(Kèm theo Quyết định số 12/QĐ-LĐLĐ ngày 07/8/2019 của Ban Thường vụ)",
     "(Ban hành kèm theo Quyết định số     /QĐ-LĐLĐ ngày   tháng 9 năm 2020)",
     "(Đính kèm Công văn số 637/LĐLĐ)",
     "(Kèm theo Quyết định số 12/QĐ-LĐLĐ ngày 07/8/2019\ncủa Ban Thường vụ Liên đoàn Lao động)"],
)  # fmt: skip
def test_list_with_parent_line(parent: str) -> None:
    dispatch = plain(LETTER + f"DANH SÁCH CÁ NHÂN\n{parent}\n" + ENTRIES)
    (appendix,) = dispatch.appendices
    assert appendix.title == "DANH SÁCH CÁ NHÂN"
    assert appendix.parent_line is not None
    quote = dispatch.text.text[slice(*appendix.parent_line)]
    assert quote.startswith("(") and quote.endswith(")")
    assert block_with(dispatch, "Lê Thị Nhài").kind == "list_item"


def test_mention_of_a_list_in_the_body_is_no_annex() -> None:
    assert plain(LETTER).appendices == ()
    body = LETTER.replace("(có danh sách kèm theo)", "Danh sách như sau")
    assert plain(body).appendices == ()


def test_several_annexes_restart_their_numbers() -> None:
    dispatch = plain(
        LETTER + "PHỤ LỤC I\nTập thể\n" + ENTRIES + "=====\nPHỤ LỤC II\nCá nhân\n" + ENTRIES
    )
    assert [a.part for a in dispatch.appendices] == [1, 2]
    labels = [(b.part, b.label) for b in dispatch.blocks if b.kind == "list_item" and b.part]
    assert labels == [(1, "1."), (1, "2."), (2, "1."), (2, "2.")]


def test_sections_of_an_annex_are_headings() -> None:
    dispatch = plain(
        LETTER + "DANH SÁCH\n(Kèm theo Công văn số 637/LĐLĐ)\n"
        "I. TẬP THỂ\n1. Công đoàn cơ sở xã Phú Mỹ\n"
        "II. CÁ NHÂN\n1. Lê Thị Nhài - Giáo viên, Trường Tiểu học Tân Phong.\n"
    )  # fmt: skip
    assert block_with(dispatch, "Phú Mỹ").path == ("I. TẬP THỂ",)
    assert block_with(dispatch, "Lê Thị Nhài").path == ("II. CÁ NHÂN",)


def test_a_list_alone() -> None:
    dispatch = plain("DANH SÁCH CÁ NHÂN\n(Kèm theo Quyết định số 12/QĐ-LĐLĐ)\n" + ENTRIES)
    assert dispatch.head.doc_number is None
    assert block_with(dispatch, "Vũ Văn Sáu").kind == "list_item"


# ------------------------------------------------------------------------------------- tables

HEADER = ("TT", "Họ và tên", "Chức vụ")
ROWS = (("1", "Lê Thị Nhài", "Giáo viên"), ("2", "Vũ Văn Sáu", "Nhân viên"),
        ("3", "Hà Thị Bảy", "Kế toán"))  # fmt: skip


def page_head() -> list[RawLine]:
    return [
        line("Số: 12/QĐ-LĐLĐ", 60, 110, column="left"),
        line("Đông Khê, ngày 07 tháng 8 năm 2019", 60, 320, column="right"),
        centred("QUYẾT ĐỊNH", 90),
        *paragraph("Điều 1. Tặng Bằng khen cho các cá nhân có tên sau đây đã có thành tích xuất "
                   "sắc trong phong trào thi đua của năm 2020.", 150),
    ]  # fmt: skip


def test_a_table() -> None:
    dispatch = set_pages([*page_head(), *table_lines((HEADER, *ROWS), 0, 300)])
    (table,) = dispatch.tables
    assert table.header == HEADER
    assert [tuple(cell.text for cell in row) for row in table.rows] == list(ROWS)
    block = dispatch.blocks[table.block]
    assert block.kind == "table" and "Lê Thị Nhài" in block.view


def test_a_header_alone_at_the_end_of_a_page_is_printed_again() -> None:
    dispatch = set_pages(
        [*page_head(), *table_lines((HEADER,), 0, 760)],
        [line("2", 30, 300), *table_lines((HEADER, *ROWS), 1, 60)],
    )
    (table,) = dispatch.tables
    assert table.header == HEADER
    assert [tuple(cell.text for cell in row) for row in table.rows] == list(ROWS)


@pytest.mark.parametrize("repeated_header", [True, False])
def test_a_table_continued_over_a_page(repeated_header: bool) -> None:
    below = (HEADER, *ROWS[2:]) if repeated_header else ROWS[2:]
    dispatch = set_pages(
        [*page_head(), *table_lines((HEADER, *ROWS[:2]), 0, 700)],
        [line("2", 30, 300), *table_lines(below, 1, 60)],
    )
    (table,) = dispatch.tables
    assert table.header == HEADER
    assert [tuple(cell.text for cell in row) for row in table.rows] == list(ROWS)


def test_rows_of_a_continued_table_have_numbers_of_their_own() -> None:
    dispatch = set_pages(
        [*page_head(), *table_lines((HEADER, *ROWS[:2]), 0, 700)],
        table_lines(ROWS[2:], 1, 60),
    )
    numbers = [row[0].row for row in dispatch.tables[0].rows]
    assert numbers == sorted(set(numbers))


def test_tables_with_words_between_are_two() -> None:
    dispatch = set_pages(
        [*page_head(), *table_lines((HEADER, *ROWS[:2]), 0, 600)],
        [line("II. KHỐI DOANH NGHIỆP", 60), *table_lines((HEADER, *ROWS[2:]), 1, 90)],
    )
    assert [len(table.rows) for table in dispatch.tables] == [2, 1]
    assert dispatch.tables[1].title == "II. KHỐI DOANH NGHIỆP"


def test_header_over_two_rows_and_a_row_of_column_numbers() -> None:
    rows = table_lines(
        (("TT", "Đơn vị", "Kết quả", ""), ("", "", "Sáng kiến", "Đề tài"),
         ("(1)", "(2)", "(3)", "(4)"), ("1", "Xã Tân Phong", "12", "3")), 0, 300,
    )  # fmt: skip
    made = []
    for raw in rows:
        cell = raw.cell
        assert cell is not None
        if cell.row == 0 and cell.column < 2:
            raw = replace(raw, cell=replace(cell, row_span=2))
        if (cell.row, cell.column) == (0, 2):
            raw = replace(raw, cell=replace(cell, column_span=2))
        if (cell.row, cell.column) == (0, 3) or (cell.row == 1 and cell.column < 2):
            continue
        made.append(raw)
    (table,) = set_pages([*page_head(), *made]).tables
    assert table.header == ("TT", "Đơn vị", "Kết quả Sáng kiến", "Kết quả Đề tài")
    assert [cell.text for cell in table.rows[0]] == ["1", "Xã Tân Phong", "12", "3"]
    assert len(table.rows) == 1


def test_empty_cells_hold_their_place() -> None:
    dispatch = set_pages([*page_head(), *table_lines((HEADER, ("1", "", "Giáo viên")), 0, 300)])
    (table,) = dispatch.tables
    assert [(cell.column, cell.text) for cell in table.rows[0]][-1] == (2, "Giáo viên")


# --------------------------------------------------------------------------- repeated pages

PASSAGE = [
    "Công đoàn các cấp đã phối hợp tổ chức 12 lớp tập huấn cho cán bộ công đoàn cơ sở.",
    "Các đơn vị đã hỗ trợ 150 suất quà cho đoàn viên có hoàn cảnh khó khăn trong huyện.",
    "Phong trào thi đua được các cấp trú trọng, đoàn viên hưởng ứng và đạt kết quả tốt đẹp.",
    "Đã có 35 sáng kiến được công nhận ở cấp cơ sở và 04 sáng kiến được công nhận cấp tỉnh.",
]
REPORT = """
Số: 12/BC-LĐLĐ
Đông Khê, ngày 07 tháng 8 năm 2019

BÁO CÁO
Kết quả phong trào thi đua

"""


def misread(words: str) -> str:
    """A few letters read otherwise, as when an OCR model prints a page again."""
    words = words.replace("trú trọng", "chú trọng").replace("Công đoàn", "Cống đoàn")
    return words.replace("huyện", "huyên").replace("đạt", "đat")


def test_repeated_pages_with_a_few_letters_different() -> None:
    copies = [PASSAGE, [misread(p) for p in PASSAGE], PASSAGE]
    dispatch = plain(
        REPORT + "\n\n".join("\n\n".join(copy) for copy in copies) + "\n\nHết phần kết quả.\n"
    )
    kept = [b for b in dispatch.blocks if not b.is_duplicate]
    repeated = [b for b in dispatch.blocks if b.is_duplicate]
    assert sum("35 sáng kiến" in b.view for b in kept) == 1
    assert sum("35 sáng kiến" in b.view for b in repeated) == 2
    assert {b.kind for b in repeated} == {"repeated"}
    assert "repeated_block" in dispatch.defects
    assert sum("Hết phần" in b.view for b in kept) == 1


def test_the_copy_that_runs_on_is_the_one_kept() -> None:
    cut = [*PASSAGE, "Căn cứ quy định của Luật Công đoàn và các văn bản hướng dẫn sửa đổi năm"]
    dispatch = plain(
        REPORT + "\n\n".join(cut) + "\n\n" + "\n\n".join(cut) + "\n\n2019, các cấp đã triển khai.\n"
    )
    block = block_with(dispatch, "2019, các cấp")
    assert "sửa đổi năm 2019, các cấp" in " ".join(block.view.split())
    assert sum("35 sáng kiến" in b.view for b in dispatch.blocks if not b.is_duplicate) == 1


def test_alike_but_not_the_same_is_no_copy() -> None:
    forms = "\n\n".join(
        f"{i}. Công đoàn xã {name}\nSố đoàn viên: {i * 11} người.\nSố sáng kiến: {i} sáng kiến."
        for i, name in enumerate(("Tân Phong", "Phú Mỹ", "Hòa Lạc", "Bản Ngà"), start=1)
    )
    dispatch = plain(REPORT + forms)
    assert not any(b.is_duplicate for b in dispatch.blocks)
    assert "repeated_block" not in dispatch.defects


def test_entries_that_differ_in_a_name_alone_are_no_copies() -> None:
    towns = ("Thanh Hải", "Sơn Trà", "Bình Lục", "Quảng Tân", "Mỹ Xuyên", "Đông Khê")
    entries = "\n".join(
        f"{i}. Trung tâm Kinh doanh dịch vụ - {name}, Tổng công ty Dịch vụ Viễn\nthông;"
        for i, name in enumerate(towns, start=19)
    )
    dispatch = plain(REPORT + "Tặng Cờ thi đua cho các tập thể có tên sau:\n" + entries)
    assert not any(b.is_duplicate for b in dispatch.blocks)
    unnumbered = plain(REPORT + "Danh sách:\n" + entries.replace(". Trung", " Trung"))
    assert not any(b.is_duplicate for b in unnumbered.blocks)


def test_a_paragraph_at_the_edge_of_three_copied_pages_is_no_running_head() -> None:
    pages = ["\n\n".join([" ".join(PASSAGE), *PASSAGE[::-1], " ".join(PASSAGE[::-1])])] * 3
    dispatch = plain(REPORT + "\n=====\n".join(pages))
    long = [b for b in dispatch.blocks if len(b.view) > 300]
    assert {b.kind for b in long} == {"paragraph", "repeated"}


# ------------------------------------------------------------------------------------ news page

NEWS = """
Thứ sáu, 10/07/2020 | 08:15
Hội nghị tôn vinh lao động giỏi huyện Đông Khê
Sáng 09/7, Liên đoàn Lao động huyện Đông Khê tổ chức Hội nghị tôn vinh các điển hình.
Tại Hội nghị, 12 cá nhân được tặng Bằng khen.
Lê Thị Nhài
"""


def test_news_page_by_its_clock_line() -> None:
    dispatch = plain(NEWS)
    head = dispatch.head
    assert head.genre == "news"
    assert head.issued_on == dt.date(2020, 7, 10)
    assert head.subject is not None
    assert head.subject.value == "Hội nghị tôn vinh lao động giỏi huyện Đông Khê"
    assert head.signer_name is not None and head.signer_name.value == "Lê Thị Nhài"
    assert head.doc_number is None and head.signer_title is None


@pytest.mark.parametrize(
    "clock", ["04:31 10-07-20", "10/07/2020 19:51", "19:51 | 10/07/2020", "08:15, ngày 10.07.2020"]
)
def test_clock_lines(clock: str) -> None:
    dispatch = plain(NEWS.replace("Thứ sáu, 10/07/2020 | 08:15", clock))
    assert dispatch.head.issued_on == dt.date(2020, 7, 10)


@pytest.mark.parametrize("byline", ["K.Tiến", "H.T"])
def test_pen_names(byline: str) -> None:
    head = plain(NEWS.replace("\nLê Thị Nhài\n", f"\n{byline}\n")).head
    assert head.signer_name is not None and head.signer_name.value == byline


def test_news_page_by_what_the_page_states() -> None:
    metadata = Metadata(
        title="Hội nghị tôn vinh lao động giỏi", published=dt.datetime(2020, 7, 10, 8, 15)
    )
    dispatch = plain(
        "Hội nghị tôn vinh lao động giỏi\nSáng 09/7, huyện Đông Khê tổ chức Hội nghị.",
        metadata, reader="html",
    )  # fmt: skip
    assert dispatch.head.genre == "news"
    assert dispatch.head.issued_on == dt.date(2020, 7, 10)
    assert dispatch.head.subject is not None
    assert dispatch.head.subject.value == "Hội nghị tôn vinh lao động giỏi"


def test_a_dispatch_on_a_web_page_stays_a_dispatch() -> None:
    metadata = Metadata(title="Văn bản", published=dt.date(2021, 1, 1))
    dispatch = plain(LETTER, metadata, reader="html")
    assert dispatch.head.genre == "dispatch"
    assert dispatch.head.issued_on == dt.date(2019, 8, 7)


def test_plain_words_are_neither() -> None:
    assert plain("Một đoạn văn ngắn không có đầu đề.").head.genre == "other"


@pytest.mark.parametrize(
    "numbers",
    [
        ("A", "B", "1", "2", "3", "4"),
        ("1", "2", "3", "4", "5=3x4", "6"),
        ("(1)", "(2)", "(3)", "(4)", "(5) = (3)x(4)", "(6)"),
    ],
)
def test_column_numbers_of_forms_are_no_row(numbers: tuple[str, ...]) -> None:
    head = ("TT", "Đơn vị", "Số người", "Số ngày", "Số công", "Số tiền")
    below = ("", "", "nam", "nữ", "", "")
    body = ("1", "Xã Tân Phong", "12", "3", "36", "200")
    rows = table_lines((head, below, numbers, body, numbers, body), 0, 300)
    (table,) = set_pages([*page_head(), *rows]).tables
    assert [tuple(cell.text for cell in row) for row in table.rows] == [body, body]
    assert table.header[2] == "Số người nam"
