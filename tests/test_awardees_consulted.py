"""Notices that ask the people's opinion on those proposed, and the honour lists of newspapers."""

from __future__ import annotations

from award_papers import awarded

_ASKED = """
    Sở Nội vụ đăng tải lấy ý kiến nhân dân trên Báo Gò Mận việc đề nghị khen thưởng.

    Trong đó, truy tặng Huân chương Độc lập hạng Ba cho: ông Lê Văn Khế (quê quán: xã Gò Thử).
"""


def _brief(words: str) -> list[tuple[object, object, object]]:
    return [(a["role"], a["name"], a["award_name"]) for a in awarded(words)]


def test_who_is_put_to_the_people_is_a_nominee() -> None:
    assert _brief(_ASKED) == [("nominee", "Lê Văn Khế", "Huân chương Độc lập hạng Ba")]
    asked_before = f"    Gò Mận có thêm một Huân chương.\n{_ASKED}".replace(
        "đăng tải lấy", "đã lấy"
    )
    assert [role for role, *_ in _brief(asked_before)] == ["awardee"]
    on_a_law = _ASKED.replace("việc đề nghị khen thưởng", "về dự thảo Luật Đất đai")
    assert [role for role, *_ in _brief(on_a_law)] == ["awardee"]


def test_a_reason_that_goes_on_with_asking_names_the_nominee() -> None:
    assert _brief(
        "Căn cứ Quyết định số 9/2020/QĐ-UBND về công tác thi đua, Ban Thi đua lấy ý kiến Nhân dân "
        "về việc đề nghị tặng Huân chương Lao động hạng Ba cho ông Lê Văn Khế."
    ) == [("nominee", "Lê Văn Khế", "Huân chương Lao động hạng Ba")]


def test_headings_of_a_notice_name_their_nominees() -> None:
    words = """
        Sở đang lấy ý kiến nhân dân về việc đề nghị tặng Huân chương Lao động như sau:

        I. Huân chương Lao động hạng Nhất cho ông Lê Văn Khế, Giám đốc Sở Mẫu.
        II. Huân chương Lao động hạng Ba cho 01 cá nhân:
        1. Bà Đỗ Thị Na, Chánh Thanh tra Sở Mẫu.
    """
    assert _brief(words) == [
        ("nominee", "Lê Văn Khế", "Huân chương Lao động hạng Nhất"),
        ("nominee", "Đỗ Thị Na", "Huân chương Lao động hạng Ba"),
    ]


def test_a_household_is_named_by_both() -> None:
    words = "Tỉnh tặng Bằng khen cho gia đình ông Lê Văn Khế, bà Đỗ Thị Na ở xã Gò Thử."
    assert [a["name"] for a in awarded(words)] == ["gia đình ông Lê Văn Khế, bà Đỗ Thị Na"]


def test_the_people_of_an_area_are_one() -> None:
    words = "Đề nghị tặng Huân chương Lao động cho Đảng bộ, Chính quyền và Nhân dân huyện Gò Mận."
    assert [a["name"] for a in awarded(words)] == ["Đảng bộ, Chính quyền và Nhân dân huyện Gò Mận"]


def test_lines_of_an_honour_list_go_on_without_numbers() -> None:
    words = """
        3 Công dân Thủ đô ưu tú năm 2022 gồm:

        Phó Giáo sư, Tiến sĩ Đỗ Thị Na, Chủ tịch Hội Nữ trí thức Gò Mận

        Thầy thuốc Ưu tú, bác sĩ cao cấp Lê Văn Khế, Giám đốc Bệnh viện Gò Thử

        Nhạc sĩ Vũ Văn Mận - hội viên Hội Âm nhạc Gò Mận
    """
    assert [(name, award) for _, name, award in _brief(words)] == [
        (name, "Công dân Thủ đô ưu tú") for name in ("Đỗ Thị Na", "Lê Văn Khế", "Vũ Văn Mận")
    ]


def test_a_long_entry_is_read_by_its_head() -> None:
    did = "Ông đã nghiên cứu nhiều đề tài, tham gia nhiều chính sách của thành phố. " * 6
    words = f"""
        Thành phố tặng Bằng khen cho 2 cá nhân:
        1. Ông Lê Văn Khế, nguyên Hiệu trưởng Trường Gò Mận: {did}Ông đã được tặng Cờ thi đua.
        2. Bà Đỗ Thị Na, xã Gò Thử.
    """
    assert [(name, award) for _, name, award in _brief(words)] == [
        ("Lê Văn Khế", "Bằng khen"), ("Đỗ Thị Na", "Bằng khen"),
    ]  # fmt: skip


def test_who_holds_the_ceremony_is_not_who_receives() -> None:
    words = "UBND xã Gò Thử tổ chức Lễ đón nhận Huân chương Lao động hạng Ba Trường THCS Gò Mận."
    assert _brief(words) == []
