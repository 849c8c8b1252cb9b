"""Layout of the body over pages: paragraphs, lists and titles cut by them, and furniture."""

from __future__ import annotations

import pytest

from tests.layout_pages import (
    LONG,
    REPORT,
    block_with,
    centred,
    line,
    paragraph,
    plain,
    set_pages,
    views,
)


@pytest.mark.parametrize(
    "number",
    ["2", "- 2 -", "Trang 2/11", "2/11",
     "2 / 11"],
)  # fmt: skip
def test_paragraph_cut_by_a_page_is_one_block(number: str) -> None:
    dispatch = plain(
        REPORT + f"\n{LONG} và\n=====\n{number}\nlao động ở cả ba khối thi đua.\nHết.\n"
    )
    block = block_with(dispatch, "lao động ở cả ba khối")
    assert " ".join(block.view.split()).startswith("Trong năm qua")
    assert number not in block.view
    assert views(dispatch, "furniture") == [number]


def test_sentence_cut_inside_a_year_or_after_a_number() -> None:
    dispatch = plain(REPORT + f"\n{LONG} trong năm\n\n2019, vượt kế hoạch đề ra.\n")
    assert "năm 2019, vượt" in " ".join(block_with(dispatch, "vượt kế hoạch").view.split())


def test_wrapped_title_in_quotes_is_joined() -> None:
    dispatch = plain(
        REPORT
        + """
1. Đoàn viên: Lê Thị Nhài - Giáo viên, Trường Tiểu học số 2. (Giải pháp: “Đổi mới
Phương pháp dạy đọc cho học sinh”)
2. Đoàn viên: Vũ Văn Sáu.
"""
    )
    item = block_with(dispatch, "Lê Thị Nhài")
    assert item.kind == "list_item" and item.label == "1."
    assert "“Đổi mới Phương pháp" in " ".join(item.view.split())


def test_list_numbered_over_a_page_break() -> None:
    items = [f"{i}. Đơn vị thứ {i} có thành tích tốt;" for i in range(1, 7)]
    dispatch = plain(
        REPORT + "\nCác đơn vị:\n" + "\n".join(items[:3]) + "\n=====\n2\n" + "\n".join(items[3:])
    )
    assert [b.label for b in dispatch.blocks if b.kind == "list_item"] == [
        "1.", "2.", "3.", "4.", "5.", "6.",
    ]  # fmt: skip
    paths = {b.path for b in dispatch.blocks if b.kind == "list_item"}
    assert len(paths) == 1


def test_line_that_begins_with_a_dash_opens_a_new_item() -> None:
    items = "\n- Mục thứ nhất có nội dung dài\nvà tiếp tục ở dòng sau;\n- Mục hai.\n"
    dispatch = plain(REPORT + items)
    assert views(dispatch, "list_item") == [
        "- Mục thứ nhất có nội dung dài và tiếp tục ở dòng sau;", "- Mục hai.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    ["Người ký: Trần Văn Khoái", "Ký bởi: Sở Nội vụ", "Thời gian ký: 04.09.2020 10:25:30 +07:00",
     "_________", "* * *", "logo", "![hình](a.png)", "CÔNG VĂN ĐẾN"],
)  # fmt: skip
def test_stamps_rules_and_placeholders(words: str) -> None:
    dispatch = plain(REPORT + f"\nĐã thực hiện.\n\n{words}\n\nTiếp tục thực hiện.\n")
    assert words in views(dispatch, "furniture")


def test_running_heads_on_every_page() -> None:
    page = "CÔNG BÁO/Số 571 + 572/Ngày 15-7-2022"
    dispatch = plain(
        f"{page}\n{REPORT}\nCó 3 đơn vị.\n=====\n{page}\nCó 4 đơn vị.\n=====\n{page}\nCó 5 đơn vị."
    )
    assert views(dispatch, "furniture") == [page] * 3


def test_set_paragraph_over_a_page_with_page_number_and_footnote() -> None:
    words = f"{LONG} và lao động ở cả ba khối thi đua của huyện, trong đó có nhiều đơn vị đạt cờ."
    top, below = paragraph(words, 600)[:2], paragraph(words, 600)[2:]
    dispatch = set_pages(
        [
            line("Số: 12/BC-LĐLĐ", 60, 110, column="left"),
            line("Đông Khê, ngày 07 tháng 8 năm 2019", 60, 320, column="right"),
            centred("BÁO CÁO", 90),
            centred("Kết quả phong trào thi đua", 104),
            *paragraph("Thực hiện kế hoạch công tác, các đơn vị trong toàn huyện đã có nhiều cố "
                       "gắng và đạt kết quả như sau.", 150),
            *top,
        ],
        [
            line("2", 40, 300),
            *[line(x.text, 60 + 14 * i) for i, x in enumerate(below)],
            *paragraph("Các đơn vị tiếp tục phát huy kết quả đã đạt được trong năm vừa qua.", 130),
        ],
    )  # fmt: skip
    block = block_with(dispatch, "trong đó có nhiều đơn vị")
    assert " ".join(block.view.split()) == words
    assert views(dispatch, "furniture") == ["2"]
    assert block_with(dispatch, "tiếp tục phát huy") != block
