"""Papers of hamlets, wards and branches: households in sentences, bare awards under headings."""

from __future__ import annotations

import pytest
from award_papers import RULES, awarded, given_by

from pipeline.link.awardees.recipients.names import read_entry

NOTICE = """
    NGÂN HÀNG GÒ MẬN
    Số: 9/TB-NHGM
    Gò Mận, ngày 25 tháng 01 năm 2011

    THÔNG BÁO
    Kết quả xét danh hiệu thi đua năm 2010

    Kết quả như sau:
    I. Danh hiệu đề nghị cấp trên khen thưởng
    1. Bằng khen của Thống đốc Ngân hàng Nhà nước: ông Lê Văn Mít, Giám đốc chi nhánh Gò Sim.
    II. Danh hiệu do Giám đốc công nhận
    1. Chiến sĩ thi đua cơ sở (01 người):
    - Hồ Thị Na, Trưởng phòng Tín dụng
"""


def test_headings_tell_what_is_asked_for_and_what_was_given() -> None:
    rows = [(r["name"], r["role"], r["year"]) for r in awarded(NOTICE)]
    assert rows == [("Lê Văn Mít", "nominee", None), ("Hồ Thị Na", "awardee", 2010)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Điều 1. Tặng Giấy khen cho 02 hộ: hộ ông Lê Văn Mít, thôn 1; hộ bà Hồ Thị Na, thôn 2.",
         [("hộ ông Lê Văn Mít", "thôn 1"), ("hộ bà Hồ Thị Na", "thôn 2")]),
        ("Điều 1. Tặng Giấy khen cho chủ hộ ông Lê Văn Mít, thôn 1 vì đã hiến đất làm đường.",
         [("Lê Văn Mít", "thôn 1")]),
    ],
)  # fmt: skip
def test_households_are_given_it_in_sentences_too(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    found = given_by("QUYẾT ĐỊNH", "Về việc khen thưởng", sentence)
    assert [(name, unit) for name, unit, _ in found] == expected


def test_households_that_are_given_it_are_no_examples_besides() -> None:
    found = given_by(
        "TỜ TRÌNH", "Về việc đề nghị khen thưởng",
        "Hội nghị đề nghị UBND xã tặng Giấy khen Gia đình văn hóa tiêu biểu cho 02 hộ: hộ ông "
        "Lê Văn Mít (76/78 phiếu), hộ bà Hồ Thị Na (71/78 phiếu).",
    )  # fmt: skip
    assert [name for name, _, _ in found] == ["hộ ông Lê Văn Mít", "hộ bà Hồ Thị Na"]


def test_medals_and_places_of_teams() -> None:
    found = given_by(
        "QUYẾT ĐỊNH", "Công nhận kết quả Giải Việt dã năm 2022",
        "Điều 1. Công nhận kết quả và trao huy chương như sau:",
        "1. Cự ly 5.000m nam:", "- Huy chương Vàng: Lầu A Mít, đơn vị huyện Gò Sim",
        "- HCB: Cà Văn Na (Gò Đào)", "2. Toàn đoàn", "- Nhất toàn đoàn: huyện Gò Sim",
    )  # fmt: skip
    assert found == [
        ("Lầu A Mít", "huyện Gò Sim", "Huy chương vàng"), ("Cà Văn Na", "Gò Đào", "Huy chương bạc"),
        ("huyện Gò Sim", None, "Giải Nhất"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "name", "unit"),
    [
        ("1. Chi bộ ấp Là Mận A", "Chi bộ ấp Là Mận A", None),
        ("1. Câu lạc bộ vận động hiến máu dự bị phường 5",
         "Câu lạc bộ vận động hiến máu dự bị phường 5", None),
        ("1. Ông Lê Văn Mít - Phó Chủ tịch Hội CTĐ xã Gò Sim - hiến máu 32 lần", "Lê Văn Mít",
         "Hội CTĐ xã Gò Sim"),
    ],
)  # fmt: skip
def test_words_of_deeds_in_names(entry: str, name: str, unit: str | None) -> None:
    named = read_entry(entry, 0, RULES)
    assert named is not None and (named.name, named.workplace) == (name, unit)


def test_parts_and_places_of_a_party_list() -> None:
    rows = awarded("""
        ĐẢNG ỦY XÃ GÒ MẬN
        Số 21-QĐ/ĐU
        Gò Mận, ngày 15 tháng 01 năm 2023

        QUYẾT ĐỊNH
        khen thưởng năm 2022

        Điều 1. Tặng Giấy khen cho 01 chi bộ và 01 đảng viên năm 2022 (có danh sách kèm theo).

        T/M ĐẢNG ỦY
        BÍ THƯ
        Kim Văn Sim

        DANH SÁCH KHEN THƯỞNG
        (Kèm theo Quyết định số 21-QĐ/ĐU ngày 15/01/2023)

        | TT | Tên chi bộ / Họ tên đảng viên | Chức vụ | Sinh hoạt tại |
        |---|---|---|---|
        | I | CHI BỘ | | |
        | 1 | Chi bộ Trường Tiểu học Gò Sim | | |
        | II | ĐẢNG VIÊN | | |
        | 1 | Thạch Thị Mận | Bí thư chi bộ | Chi bộ ấp Đông |
    """)
    assert [(r["name"], r["position"], r["workplace"]) for r in rows] == [
        ("Chi bộ Trường Tiểu học Gò Sim", None, None),
        ("Thạch Thị Mận", "Bí thư chi bộ", "Chi bộ ấp Đông"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "name", "post", "unit"),
    [
        ("2. Đ/c Thạch Ngọc Mận – 1991 – Giáo viên Trường Mẫu giáo Gò Sim", "Thạch Ngọc Mận",
         "Giáo viên", "Trường Mẫu giáo Gò Sim"),
        ("2. Thạch Ngọc Mận – 45 năm tuổi Đảng – Chi bộ ấp 4", "Thạch Ngọc Mận", None,
         "Chi bộ ấp 4"),
        ("- Thượng sĩ Đinh Văn Mít, Trung đội phó Trung đội 4, Đại đội 2", "Đinh Văn Mít",
         "Trung đội phó", "Trung đội 4, Đại đội 2"),
        ("1. Hộ kinh doanh Lê Thị Mận, chợ Sim", "Hộ kinh doanh Lê Thị Mận", None, "chợ Sim"),
    ],
)  # fmt: skip
def test_years_ranks_and_traders(entry: str, name: str, post: str | None, unit: str) -> None:
    named = read_entry(entry, 0, RULES)
    assert named is not None
    assert (named.name, named.position, named.workplace) == (name, post, unit)


def test_authors_behind_what_their_work_is_called() -> None:
    found = given_by(
        "THÔNG BÁO", "Kết quả Hội thi Sáng tạo kỹ thuật năm 2022", "Giải Nhất:",
        "1. Bộ dụng cụ tập. Tác giả: Lê Văn Mít (chủ nhiệm), Vũ Thị Na - Trường Đại học Gò Mận.",
        "2. Tổ hợp máy đo. Tác giả: nhóm học sinh lớp 9A.",
    )  # fmt: skip
    unit = "Trường Đại học Gò Mận"
    assert [(name, place) for name, place, _ in found] == [
        ("Lê Văn Mít", unit),
        ("Vũ Thị Na", unit),
    ]
