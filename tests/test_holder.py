"""Offices named with those who hold them, and bodies called after somebody."""

from __future__ import annotations

import pytest

from pipeline.extract.holder import without_holder
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


@pytest.mark.parametrize(
    ("printed", "office"),
    [
        ("Chủ tịch UBND tỉnh Gò Mận Lê Văn Khế", "Chủ tịch UBND tỉnh Gò Mận"),
        ("Chủ tịch UBND huyện Lê Văn Khế", "Chủ tịch UBND huyện"),
        ("Bộ trưởng Bộ Y tế Lê Văn Khế", "Bộ trưởng Bộ Y tế"),
        ("Chủ tịch nước Lê Văn Khế", "Chủ tịch nước"),
        ("Chủ tịch Hồ Chí Minh", "Chủ tịch Hồ Chí Minh"),
        ("Chủ tịch UBND xã Nguyễn Văn Linh", "Chủ tịch UBND xã Nguyễn Văn Linh"),
        ("Chủ tịch UBND huyện Trần Văn Thời", "Chủ tịch UBND huyện Trần Văn Thời"),
        ("Hiệu trưởng Trường THPT Lê Quý Đôn", "Hiệu trưởng Trường THPT Lê Quý Đôn"),
        ("Giám đốc Công ty TNHH Lê Văn Khế", "Giám đốc Công ty TNHH Lê Văn Khế"),
        ("Trường THPT Lê Văn Khế", "Trường THPT Lê Văn Khế"),
    ],
)
def test_without_holder(printed: str, office: str) -> None:
    assert without_holder(printed, RULES) == office
