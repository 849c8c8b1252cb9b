"""Who gave a cited paper: joint bodies, plenums, a body behind a title; lists of the replaced."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.extract.citations.extract import extract_citations
from pipeline.model import Block, Dispatch, Head, Text
from tests.cited import RULES, cite, short


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Kế hoạch số 6/KH-BTV của Ban Thường vụ Hội A chỉ đạo Đại hội đại biểu",
         "Ban Thường vụ Hội A"),
        ("Kế hoạch số 6/KH-BCĐ của Ban chỉ đạo tỉnh An Bình về", "Ban chỉ đạo tỉnh An Bình"),
        ("Thông tư liên tịch số 1/2014/TTLT-BGDĐT-BNV của Liên Bộ Giáo dục và Đào tạo và Bộ Nội vụ "
         "Quy định mã số", "Liên Bộ Giáo dục và Đào tạo và Bộ Nội vụ"),
        ("Thông tư liên tịch số 1/2011/TTLT-BTNMT-BTC-BKHĐT của Bộ Tài nguyên và Môi trường, "
         "Bộ Tài chính, Bộ Kế hoạch và Đầu tư hướng dẫn",
         "Bộ Tài nguyên và Môi trường, Bộ Tài chính, Bộ Kế hoạch và Đầu tư"),
        ("Thông tư số 1/2011/TT-BTC của Bộ Tài chính, Bộ Y tế có ý kiến", "Bộ Tài chính"),
        ("Nghị quyết số 9-NQ/TW ngày 04/11/2013 Hội nghị lần thứ tám Ban Chấp hành Trung ương "
         "khóa XI về", "Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI"),
        ("Kết luận số 7-KL/TW của Bộ Chính trị, Ban Bí thư về", "Bộ Chính trị, Ban Bí thư"),
        ("Kế hoạch 6-KH/TU của Thành ủy TP. An Bình về", "Thành ủy TP. An Bình"),
        ("Quyết định số 5/QĐ-SNV “Về việc ban hành Quy chế; nội quy” của Sở Nội vụ", "Sở Nội vụ"),
        ("Bằng khen của Bộ trưởng Bộ Y tế (Quyết định số 9/QĐ-BYT)", "Bộ trưởng Bộ Y tế"),
        ("Quyết định số 5/QĐ-BV của Bệnh viện đa khoa Hải Sơn về", "Bệnh viện đa khoa Hải Sơn"),
    ],
)  # fmt: skip
def test_who_gave_it(text: str, issuer: str) -> None:
    assert cite(text)[0].cited_issuer == issuer


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Thông tư số 30-BYT/TT ngày 12-9-1978 của Bộ Y tế",
         ("TT", "30-BYT/TT", "1978-09-12", "Bộ Y tế")),
        ("Quyết định 167 của Thủ tướng về nhà ở", ("QĐ", "167", None, "Thủ tướng")),
        ("Chương trình số 3-CTrHĐ/TU của Tỉnh ủy", ("CTr", "3-CTrHĐ/TU", None, "Tỉnh ủy")),
    ],
)  # fmt: skip
def test_old_and_short_numbers(text: str, want: tuple[str | None, ...]) -> None:
    assert [short(row) for row in cite(text)] == [want]


@pytest.mark.parametrize("text", ["Quyết định 12 tập thể", "tỷ lệ 15-BYT/TT", "Công văn 5 trang"])
def test_numbers_that_cite_nothing(text: str) -> None:
    assert cite(text) == []


def relations(*texts: str) -> list[str]:
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block("paragraph", at, at + len(text), 1, text))
        at += len(text) + 1
    dispatch = Dispatch(Text("\n".join(texts), (), (), ()), Head(), tuple(blocks), (), ())
    return [row.relation for row in extract_citations(dispatch, RULES)]


def test_what_a_list_below_replaces() -> None:
    announced = "Nghị quyết này thay thế các Nghị quyết sau:"
    first, second = "1. Nghị quyết số 9/2021/NQ-HĐND;", "2. Nghị quyết số 16/2021/NQ-HĐND."
    plain = "Thực hiện theo Nghị quyết số 5/2020/NQ-HĐND."
    assert relations(announced, first, second)[:2] == ["replaces", "replaces"]
    assert relations("Căn cứ các văn bản sau:", first) == ["refers"]
    assert relations(announced, first, "Điều 3. Các sở thi hành.", second)[1] == "refers"
    assert relations(announced, plain) == ["refers"]
    assert relations("Quyết định này thay thế các Quyết định: số 5/QĐ-SNV; số 6/QĐ-SNV.") == [
        "replaces", "replaces",
    ]  # fmt: skip


def test_the_day_before_the_body_that_gave_a_paper() -> None:
    text = "Ngày 6/8, Ban Thường vụ Tỉnh ủy đã ban hành Chỉ thị số 17-CT/TU về thi đua."
    block = Block("paragraph", 0, len(text), 1, text)
    head = Head(issued_on=dt.date(2020, 8, 8))
    (row,) = extract_citations(Dispatch(Text(text, (), (), ()), head, (block,), (), ()), RULES)
    assert short(row) == ("CT", "17-CT/TU", "2020-08-06", "Ban Thường vụ Tỉnh ủy")
    assert row.confidence < 0.9  # the year is that of the paper itself
    (row,) = cite("Trước ngày 6/8/2020, UBND tỉnh ban hành Quyết định số 5/QĐ-UBND.")
    assert row.cited_on is None


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Thủ tướng Chính phủ đã có Công văn (số 73/TTg-CN) chỉ đạo",
         ("CV", "73/TTg-CN", None, "Thủ tướng Chính phủ")),
        ("Công văn 17.256/BTC-QLCS của Bộ Tài chính",
         ("CV", "17.256/BTC-QLCS", None, "Bộ Tài chính")),
        ("Nghị định số 5/2005/NĐ-CP của chính phủ Quy định về xử phạt",
         ("NĐ", "5/2005/NĐ-CP", None, "chính phủ")),
        ("Công văn số 12/CV-2023 của Công ty Mẫu", ("CV", "12/CV-2023", None, "Công ty Mẫu")),
    ],
)  # fmt: skip
def test_numbers_between_brackets_with_points_and_years(
    text: str, want: tuple[str | None, ...]
) -> None:
    assert [short(row) for row in cite(text)] == [want]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Quy định số 08-QĐi/TW của Ban Chấp hành Trung ương",
         ("QyĐ", "08-QĐi/TW", None, "Ban Chấp hành Trung ương")),
        ("Lệnh số 05/2024/L-CTN của Chủ tịch nước công bố Luật",
         ("LCT", "05/2024/L-CTN", None, "Chủ tịch nước")),
        ("Hướng dẫn liên ngành số 12/HDLN-YT-BHXH", ("HDLT", "12/HDLN-YT-BHXH", None, None)),
        ("Hợp đồng lao động số 12/HĐLĐ-2020", ("HĐ", "12/HĐLĐ-2020", None, None)),
        ("Pháp lệnh Mẫu số 55-L/CTN", ("PL", "55-L/CTN", None, None)),
    ],
)  # fmt: skip
def test_types_of_several_bodies_and_of_the_president(
    text: str, want: tuple[str | None, ...]
) -> None:
    assert [short(row) for row in cite(text)] == [want]


def test_papers_of_two_types_that_one_alone_signs() -> None:
    text = "Chỉ thị số 5/CT-TTg ngày 29/6/2019, Công điện số 7/CĐ-TTg ngày 21/8/2019 của Thủ tướng"
    assert [row.cited_issuer for row in cite(text)] == ["Thủ tướng", "Thủ tướng"]
    mixed = "Chỉ thị số 5/CT-SM ngày 29/6/2019, Công điện số 7/CĐ-SM ngày 21/8/2019 của Sở Mẫu"
    assert [row.cited_issuer for row in cite(mixed)] == [None, "Sở Mẫu"]
