"""Laws and resolutions that say at their end alone who passed them, and when."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.layout_pages import plain

LAW = """LUẬT
VỀ VƯỜN CẢNH

Căn cứ vào Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992;

Luật này quy định về vườn cảnh.

Điều 1. Phạm vi
Luật này áp dụng với mọi vườn cảnh.

{closing}
"""
COUNCIL = """HỘI ĐỒNG NHÂN DÂN
TỈNH VÂN KHÊ
Số: 12/2015/NQ-HĐND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
{place}
NGHỊ QUYẾT
Về kế hoạch năm 2016

Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân;

Điều 1. Thông qua kế hoạch năm 2016.

Nghị quyết này đã được Hội đồng nhân dân tỉnh Vân Khê khóa VIII, kỳ họp thứ 15
thông qua ngày 09 tháng 12 năm 2015./.
"""


@pytest.mark.parametrize(
    ("closing", "issuer", "day"),
    [
        (
            "Luật này đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa X, kỳ họp "
            "thứ 3 thông qua ngày 20 tháng 5 năm 1998.",
            "Quốc hội",
            dt.date(1998, 5, 20),
        ),
        ("Luật này có hiệu lực từ ngày 01 tháng 01 năm 1999.", None, None),
        ("Luật này được Quốc hội khóa X thông qua ngày 31 tháng 02 năm 1998.", None, None),
    ],
)
def test_a_law_without_head_is_of_those_who_passed_it(
    closing: str, issuer: str | None, day: dt.date | None
) -> None:
    dispatch = plain(LAW.format(closing=closing))
    head = dispatch.head
    assert (head.issuer and head.issuer.value) == issuer
    assert head.issued_on == day
    assert head.genre == ("dispatch" if issuer else "other")
    if head.issued_span is not None and head.issuer is not None:
        text = dispatch.text.text
        assert text[slice(*head.issued_span)] == "ngày 20 tháng 5 năm 1998"
        assert text[head.issuer.start : head.issuer.end] == issuer


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("", dt.date(2015, 12, 9)),
        ("Vân Khê, ngày 14 tháng 12 năm 2015", dt.date(2015, 12, 14)),  # the head goes before
    ],
)
def test_a_resolution_without_day_has_that_of_the_meeting(place: str, day: dt.date) -> None:
    dispatch = plain(COUNCIL.format(place=place))
    head = dispatch.head
    assert head.issued_on == day
    assert head.issuer is not None and head.issuer.value == "HỘI ĐỒNG NHÂN DÂN TỈNH VÂN KHÊ"
    if not place:
        assert head.issued_span is not None
        assert dispatch.text.text[slice(*head.issued_span)] == "ngày 09 tháng 12 năm 2015"
