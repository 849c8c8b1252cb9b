"""Who signs for a council or a committee holds a post in it and one elsewhere."""

from __future__ import annotations

import pytest

from tests.layout_pages import COPIES, LETTER, foot_of, plain

NAME = "Nguyễn Văn Bình"


@pytest.mark.parametrize(
    ("stack", "authority", "title"),
    [
        ("TRƯỞNG BAN\n\n\n\nPHÓ CHỦ TỊCH UBND TỈNH", None, "TRƯỞNG BAN"),
        ("TRƯỞNG BAN\n(Đã ký)\nCHỦ TỊCH UBND HUYỆN", None, "TRƯỞNG BAN"),
        ("TRƯỞNG BAN\nR\nCHỦ TỊCH UBND TỈNH", None, "TRƯỞNG BAN"),
        ("KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\nGIÁM ĐỐC SỞ NỘI VỤ", "KT. TRƯỞNG BAN",
         "PHÓ TRƯỞNG BAN"),
        ("TM. HỘI ĐỒNG\nCHỦ TỊCH\n\nGIÁM ĐỐC SỞ Y TẾ", "TM. HỘI ĐỒNG", "CHỦ TỊCH"),
        ("TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\nBÍ THƯ HUYỆN ỦY", "TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
        # the post is a deputy's whose KT. was lost, or that of a body which has but one
        ("TRƯỞNG BAN\nPHÓ TRƯỞNG BAN", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
        ("TM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH", "TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"),
        ("TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
         "TL. CHỦ TỊCH KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    ],
)  # fmt: skip
def test_the_post_in_the_body_is_the_one_that_is_signed_in(
    stack: str, authority: str | None, title: str
) -> None:
    assert foot_of(plain(f"{LETTER}{COPIES}\n{stack}\n{NAME}\n").head) == (authority, title, NAME)
