"""Where a collective's own name ends: dashes before the unit above, teams, people of an area."""

from __future__ import annotations

import pytest

from pipeline.link.awardees.recipients.names import read_entry
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


@pytest.mark.parametrize(
    ("entry", "name", "workplace"),
    [
        ("Đội Kỹ thuật nghiệp vụ - Phòng Cảnh sát cơ động", "Đội Kỹ thuật nghiệp vụ",
         "Phòng Cảnh sát cơ động"),
        ("Phòng Nội vụ - UBND huyện Mẫu Sơn", "Phòng Nội vụ", "UBND huyện Mẫu Sơn"),
        ("Tổ Hóa - Sinh - Trường THPT Gò Mai", "Tổ Hóa - Sinh", "Trường THPT Gò Mai"),
        ("Chi bộ 3 - Đảng bộ phường Gò Mai", "Chi bộ 3", "Đảng bộ phường Gò Mai"),
        ("Công trường đập Gò Mai, thuộc Ty Thủy lợi Mẫu Sơn", "Công trường đập Gò Mai",
         "Ty Thủy lợi Mẫu Sơn"),
        ("Bệnh viện Gò Mai, đơn vị thuộc Sở Y tế Mẫu Sơn", "Bệnh viện Gò Mai",
         "Sở Y tế Mẫu Sơn"),
        ("Trung tâm Khuyến nông trực thuộc Sở Nông nghiệp", "Trung tâm Khuyến nông",
         "Sở Nông nghiệp"),
        ("Phòng Kế hoạch - Tài chính", "Phòng Kế hoạch - Tài chính", None),
        ("Văn phòng Đảng ủy - HĐND - UBND xã Gò Mai",
         "Văn phòng Đảng ủy - HĐND - UBND xã Gò Mai", None),
        ("Ban Khách hàng Tổ chức - Doanh nghiệp, Công ty Mẫu Sơn",
         "Ban Khách hàng Tổ chức - Doanh nghiệp", "Công ty Mẫu Sơn"),
        ("Đội Cảnh sát điều tra tội phạm về ma túy, Công an huyện Mẫu Sơn",
         "Đội Cảnh sát điều tra tội phạm về ma túy", "Công an huyện Mẫu Sơn"),
        ("Tập thể lớp 12A1 - Trường THPT Gò Mai", "Tập thể lớp 12A1", "Trường THPT Gò Mai"),
        ("Tập thể tổ Văn - Sử, Trường THCS Gò Mai", "Tập thể tổ Văn - Sử", "Trường THCS Gò Mai"),
        ("Tập thể cán bộ, nhân viên Phòng Kế toán", "Phòng Kế toán", None),
        ("Cán bộ, đảng viên và nhân dân xã Gò Mai, huyện Mẫu Sơn",
         "Cán bộ, đảng viên và nhân dân xã Gò Mai", "huyện Mẫu Sơn"),
        ("Tổ Hàn 1 phân xưởng Cơ khí, Công ty Mẫu Sơn", "Tổ Hàn 1 phân xưởng Cơ khí",
         "Công ty Mẫu Sơn"),
        ("Nhân dân thôn Đoài, xã Gò Mai", "Nhân dân thôn Đoài", "xã Gò Mai"),
        ("Ban công tác Mặt trận ấp Gò Mai", "Ban công tác Mặt trận ấp Gò Mai", None),
    ],
)  # fmt: skip
def test_collective_and_the_unit_above(entry: str, name: str, workplace: str | None) -> None:
    named = read_entry(entry, 0, RULES)
    assert named is not None
    assert (named.kind, named.name, named.workplace) == ("collective", name, workplace)


@pytest.mark.parametrize(
    ("entry", "name", "position"),
    [
        ("Hồ Văn Sở, Giám đốc Công ty Gò Mai", "Hồ Văn Sở", "Giám đốc"),
        ("Lê Văn Trưởng, Giám đốc Công ty Gò Mai", "Lê Văn Trưởng", "Giám đốc"),
        ("Lê Văn Mít Trưởng phòng", "Lê Văn Mít", "Trưởng phòng"),
        ("Ông Thị Lài", "Ông Thị Lài", None),
        ("Ông Lê Văn Mít", "Lê Văn Mít", None),
    ],
)
def test_names_that_words_for_bodies_and_address_stand_in(
    entry: str, name: str, position: str | None
) -> None:
    named = read_entry(entry, 0, RULES)
    assert named is not None
    assert (named.kind, named.name, named.position) == ("person", name, position)
