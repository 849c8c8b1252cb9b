"""Misread headings of columns and family names in scanned tables."""

import pytest

from pipeline.layout.misread_cells import heading_put_right, holds_names, name_put_right
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("Danb hiệu", "Danh hiệu"),
        ("Chức vu", "Chức vụ"),
        ("Họ và tén", "Họ và tên"),
        ("Danh hiệu", "Danh hiệu"),
        ("Đơn vi công tác", "Đơn vị công tác"),
    ],
)
def test_headings_are_put_right(read: str, right: str) -> None:
    assert heading_put_right(read, RULES) == right


@pytest.mark.parametrize("heading", ["Tên đợt", "Lớp", "Tổng chi", "", "Đảng viên", "Số tiền"])
def test_other_headings_stay(heading: str) -> None:
    assert heading_put_right(heading, RULES) == heading


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("Định Ngọc Phượng", "Đinh Ngọc Phượng"),
        ("Bà Nguyên Thanh Lan", "Bà Nguyễn Thanh Lan"),
        ("Ống Võ Quang Khánh", "Ông Võ Quang Khánh"),
        ("Trân Văn Mẫu", "Trần Văn Mẫu"),
        ("Lê Thị Mẫu", "Lê Thị Mẫu"),
        ("Ong Thế Mẫu", "Ong Thế Mẫu"),
        ("Định mức lao động", "Định mức lao động"),
        ("Tổ Định Hóa 2", "Tổ Định Hóa 2"),
    ],
)
def test_names_are_put_right(read: str, right: str) -> None:
    assert name_put_right(read, RULES) == right
    assert len(right) == len(read)


def test_people_alone_stand_below_their_heading() -> None:
    assert holds_names("Họ và tên", RULES)
    assert not holds_names("Tập thể, cá nhân", RULES)
    assert not holds_names("Đơn vị", RULES)
