"""Names of bodies, lists of them with carried heads, and codes that lost the bar of Đ."""

from __future__ import annotations

import pytest
from laid_out import document

from pipeline.extract.bodies import bodies_listed, extract_bodies, repair_codes
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def listed(words: str) -> list[str]:
    return [b.name for b in bodies_listed(words, 0, RULES)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("LĐLĐ huyện Sơn Hà, huyện Mai Khê, Đồng Văn và Tân Lạc đã góp",
         ["LĐLĐ huyện Sơn Hà", "LĐLĐ huyện Mai Khê", "LĐLĐ huyện Đồng Văn", "LĐLĐ huyện Tân Lạc"]),
        ("CDCS công ty May A, CĐCS trường mầm non số 3 xã B... đã có",
         ["CĐCS công ty May A", "CĐCS trường mầm non số 3 xã B"]),
        ("Sở Tài nguyên và Môi trường và Sở Nội vụ;",
         ["Sở Tài nguyên và Môi trường", "Sở Nội vụ"]),
        ("CDCS, Công ty CP Gạch C, CDCS Nhà máy D.",
         ["CĐCS Công ty CP Gạch C", "CĐCS Nhà máy D"]),
        ("Công đoàn Viên chức tỉnh, Công đoàn ngành Y tế tổ chức",
         ["Công đoàn Viên chức tỉnh", "Công đoàn ngành Y tế tổ chức"]),
        ("Công ty Sim và võ sư Lê Văn Khế vì", ["Công ty Sim"]),
        ("Hội Khuyến học và nguyên Bí thư Huyện ủy Lê Văn Khế", ["Hội Khuyến học"]),
        ("Câu lạc bộ Thơ và trưởng thôn Gò Mận", ["Câu lạc bộ Thơ"]),
        ("Báo Gò Mận - cơ quan ngôn luận của Đảng bộ", ["Báo Gò Mận"]),
        ("Công ty Sim – chủ đầu tư dự án cầu Gò", ["Công ty Sim"]),
        ("Phòng Tổ chức - hành chính;", ["Phòng Tổ chức - hành chính"]),
        ("Tổ chức thực hiện, Khoa học công nghệ", []),
        ("xã hội, tỉnh đã", []),
    ],
)  # fmt: skip
def test_lists_of_bodies(words: str, found: list[str]) -> None:
    assert listed(words) == found


def test_a_comma_before_small_letters_stays_inside_the_name() -> None:
    assert listed("Phòng Kiểm tra, giám sát nghiệp vụ, Sở Tư pháp;")[0] == (
        "Phòng Kiểm tra, giám sát nghiệp vụ"
    )


def test_lost_bars_are_put_back_in_known_codes_only() -> None:
    assert repair_codes("LDLĐ và CDCS, CBCS, VNPT", RULES) == "LĐLĐ và CĐCS, CBCS, VNPT"


def test_offsets() -> None:
    laid = document([("paragraph", "Năm qua Sở Công Thương đã làm tốt.")])
    (body,) = extract_bodies(laid, RULES)
    assert laid.text.text[body.start : body.end] == "Sở Công Thương"
