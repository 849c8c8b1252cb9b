"""Heads without a number: lists and forms, and letters whose number was not read."""

from __future__ import annotations

from pipeline.layout.dispatches import split_dispatches
from pipeline.model import RawLine, RawPage, Reading
from pipeline.normalise import compose
from pipeline.rulebook import load_rulebook
from tests.layout_pages import plain, value

TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PLACE = "Đông Khê, ngày 07 tháng 12 năm 2011\n"
BODY = "Đề nghị các đơn vị xây dựng kế hoạch rà soát và gửi báo cáo về Văn phòng.\n"
FIRST = f"ỦY BAN NHÂN DÂN\nTỈNH ĐÔNG KHÊ\nSố: 12/UBND-VP\n{TITLE}{PLACE}Kính gửi: Các sở\n{BODY}"


def parts(*pages: str) -> int:
    """How many dispatches recognised pages hold."""
    raw = tuple(
        RawPage(i, tuple(RawLine(line) for line in page.strip().split("\n")), "ocr")
        for i, page in enumerate(pages, start=1)
    )
    reading = Reading("ocr", raw)
    return len(split_dispatches(reading, compose(reading), load_rulebook()))


def test_a_letter_whose_number_was_not_read_opens_a_dispatch() -> None:
    head = f"UBND TỈNH ĐÔNG KHÊ\nVĂN PHÒNG\nSố: 6/0 /VP-KSTTHC\n{TITLE}"
    assert parts(FIRST, f"{head}{PLACE}Kính gửi: Các sở\n{BODY}") == 2
    draft = f"UBND TỈNH ĐÔNG KHÊ\nSố:      /TTr-UBND\n{TITLE}Đông Khê, ngày     tháng 12 năm 2011\n"
    assert parts(FIRST, f"{draft}TỜ TRÌNH\nVề việc khen thưởng\n{BODY}") == 2
    # the blank head of a form and one that goes to nobody do not
    assert parts(FIRST, f"{head}Đông Khê, ngày ... tháng ... năm ...\nKính gửi: ...\n{BODY}") == 1
    assert parts(FIRST, f"{head}{PLACE}{BODY}") == 1


def test_a_list_without_number_and_day_names_its_body() -> None:
    rows = "STT\tHọ và tên\tĐơn vị\n1\tLê Văn Mẫu\tVăn phòng\n"
    head = plain(f"UBND TỈNH ĐÔNG KHÊ\nSỞ NỘI VỤ\n{TITLE}\nDANH SÁCH KHEN THƯỞNG\n{rows}").head
    assert (value(head.issuer), value(head.parent_issuer)) == ("SỞ NỘI VỤ", "UBND TỈNH ĐÔNG KHÊ")
    for above in ("PHỤ LỤC 01", "MẪU ĐƠN"):  # names no body
        head = plain(f"{above}\n{TITLE}\nDANH SÁCH KHEN THƯỞNG\n{rows}").head
        assert head.issuer is None


def test_a_line_may_break_behind_the_place() -> None:
    top = f"ỦY BAN NHÂN DÂN\nTỈNH ĐÔNG KHÊ\n|\n{TITLE}|\nSố: 08/CT-UBND\n|\n"
    head = plain(f"{top}Đông Khê,\nngày 25 tháng 5 năm 2015\n|\nCHỈ THỊ\nVề việc thi đua\n").head
    assert (value(head.place), str(head.issued_on)) == ("Đông Khê", "2015-05-25")
    # a day that the text goes on from is none of the head
    head = plain(
        f"{top}CHỈ THỊ\nVề việc thi đua\nTại Đông Khê,\nngày 25 tháng 5 năm 2015 đã họp.\n"
    )
    assert head.head.issued_on is None
