"""Several units, both of a couple and bare names in one entry of a list of awardees."""

from __future__ import annotations

import pytest
from award_papers import Given, given_by

from pipeline.link.awardees.recipients.names import read_entry
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
ARTICLE = "Điều 1. Tặng Bằng khen của Ủy ban nhân dân huyện cho các tập thể sau:"
AWARD = "Bằng khen"


def listed(entry: str) -> list[tuple[object, object]]:
    found: list[Given] = given_by("QUYẾT ĐỊNH", "Về việc tặng Bằng khen", ARTICLE, entry)
    assert all(award == AWARD for _, _, award in found)
    return [(name, unit) for name, unit, _ in found]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "1. Phòng Tổ chức, Phòng Cải cách hành chính - Sở Nội vụ;",
            [("Phòng Tổ chức", "Sở Nội vụ"), ("Phòng Cải cách hành chính", "Sở Nội vụ")],
        ),
        (
            "1. Khoa Nội, Khoa Ngoại, và Khoa Nhi - Bệnh viện Đa khoa Gò Mận;",
            [(k, "Bệnh viện Đa khoa Gò Mận") for k in ("Khoa Nội", "Khoa Ngoại", "Khoa Nhi")],
        ),
        (
            "1. Văn phòng, Thanh tra Sở Nội vụ;",
            [("Văn phòng", "Sở Nội vụ"), ("Thanh tra Sở Nội vụ", None)],
        ),
        ("1. Phòng Kế hoạch, Sở Nội vụ;", [("Phòng Kế hoạch", "Sở Nội vụ")]),
        (
            "1. CĐCS các Sở: Nội vụ, Văn hóa, Thể thao và Du lịch, Y tế;",
            [
                ("CĐCS Sở Nội vụ", None), ("CĐCS Sở Văn hóa, Thể thao và Du lịch", None),
                ("CĐCS Sở Y tế", None),
            ],
        ),
        (
            "1. Các bệnh viện: Bạch Mận, Việt Sim, Phụ sản Gò Mận;",
            [
                ("Bệnh viện Bạch Mận", None), ("Bệnh viện Việt Sim", None),
                ("Bệnh viện Phụ sản Gò Mận", None),
            ],
        ),
        ("1. Các tỉnh, thành phố: Huế, Lâm Đồng;", [("Huế", None), ("Lâm Đồng", None)]),
    ],
)  # fmt: skip
def test_each_of_those_beside_one_another(
    entry: str, expected: list[tuple[object, object]]
) -> None:
    assert listed(entry) == expected


@pytest.mark.parametrize(
    ("entry", "name", "unit"),
    [
        ("1. Hộ ông Lê Văn Mít - bà Hồ Thị Na, thôn Đông", "Hộ ông Lê Văn Mít - bà Hồ Thị Na",
         "thôn Đông"),
        ("1. Gia đình ông Lê Văn Mít, bà Hồ Thị Na, thôn Đông",
         "Gia đình ông Lê Văn Mít, bà Hồ Thị Na", "thôn Đông"),
        ("1. Ban Quản lý dự án Mận - Chi nhánh Tổng công ty Điện Sim",
         "Ban Quản lý dự án Mận - Chi nhánh Tổng công ty Điện Sim", None),
        ("1. Phòng Khách hàng - Chi nhánh Ngân hàng Mận", "Phòng Khách hàng",
         "Chi nhánh Ngân hàng Mận"),
    ],
)  # fmt: skip
def test_where_a_name_ends(entry: str, name: str, unit: str | None) -> None:
    named = read_entry(entry, 0, RULES)
    assert named is not None and (named.name, named.workplace) == (name, unit)


@pytest.mark.parametrize(
    ("entry", "post", "unit"),
    [
        ("1. Em Lê Văn Mít - Lớp 9A", None, "Lớp 9A"),
        ("1. Em Lê Văn Mít, lớp 9A, Trường THCS Sim", None, "lớp 9A, Trường THCS Sim"),
        ("1. Bà Hồ Thị Na, giáo viên chủ nhiệm lớp 9A, Trường THCS Sim",
         "giáo viên chủ nhiệm lớp 9A", "Trường THCS Sim"),
        ("1. Hồ Thị Na, HS lớp 9A Trường THCS Sim", "HS lớp 9A", "Trường THCS Sim"),
        ("1. Bà Hồ Thị Na - Ủy viên BCH CĐCS Công ty Sim Tím", "Ủy viên BCH CĐCS",
         "Công ty Sim Tím"),
        ("1. Bà Hồ Thị Na, nguyên Phó Chánh Thanh tra", "nguyên Phó Chánh Thanh tra", None),
    ],
)  # fmt: skip
def test_post_and_unit_of_an_entry(entry: str, post: str | None, unit: str | None) -> None:
    named = read_entry(entry, 0, RULES)
    assert named is not None and (named.position, named.workplace) == (post, unit)


def test_units_of_one_body_among_others_parted_by_semicolons() -> None:
    said = (
        "Điều 1. Tặng Bằng khen cho 03 tập thể, gồm: Trung tâm Sim; Khoa Nội, Phòng Kế hoạch - "
        "Bệnh viện Mận; Phòng Nội vụ, Ủy ban nhân dân xã Ổi."
    )
    found = given_by("QUYẾT ĐỊNH", "Về việc tặng Bằng khen", said)
    assert [(name, unit) for name, unit, _ in found] == [
        ("Trung tâm Sim", None), ("Khoa Nội", "Bệnh viện Mận"),
        ("Phòng Kế hoạch", "Bệnh viện Mận"), ("Phòng Nội vụ", "Ủy ban nhân dân xã Ổi"),
    ]  # fmt: skip


def test_columns_that_blanks_alone_part() -> None:
    named = read_entry("1. Lê Văn Mít        Thợ điện bậc 4      Phân xưởng Sim", 0, RULES)
    assert named is not None
    assert (named.position, named.workplace) == ("Thợ điện bậc 4", "Phân xưởng Sim")
