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


def test_the_last_of_a_row_may_have_a_family_name_that_is_a_word_too() -> None:
    def names(row: str) -> list[object]:
        return [a["name"] for a in awarded(f"Tỉnh tặng Bằng khen cho 3 cá nhân gồm: {row}")]

    assert names("Lê Viết Khế; Hồ Thành Mận; Lê Thị Na.") == [
        "Lê Viết Khế", "Hồ Thành Mận", "Lê Thị Na",
    ]  # fmt: skip
    assert names("Lê Viết Khế, Hà Anh Mận và Lê Thị Na.") == [
        "Lê Viết Khế", "Hà Anh Mận", "Lê Thị Na",
    ]  # fmt: skip
    assert names("Lê Viết Khế và Hà Anh Mận.") == ["Lê Viết Khế", "Hà Anh Mận"]
    assert names("Lê Viết Khế, Hồ Hoàn Kiếm.") == ["Lê Viết Khế"]


def test_a_list_named_by_its_title_is_of_its_award_behind_other_paragraphs() -> None:
    words = """
        Danh sách đề nghị tặng danh hiệu Anh hùng Lao động

        Báo Gò Mận trân trọng giới thiệu danh sách các tập thể nêu trên.

        1. Trung đoàn 22, thị xã Gò Thử (nay là TP Gò Thử), tỉnh Gò Mận;

        2. Công ty Mẫu Bình, tỉnh Gò Mận.
    """
    assert [(a["role"], a["name"], a["workplace"]) for a in awarded(words)] == [
        ("nominee", "Trung đoàn 22", "thị xã Gò Thử (nay là TP Gò Thử), tỉnh Gò Mận"),
        ("nominee", "Công ty Mẫu Bình", "tỉnh Gò Mận"),
    ]


def test_a_count_of_a_title_names_those_who_have_it() -> None:
    assert [name for _, name, _ in _brief("2 NSND mới là: Lê Viết Khế, Đỗ Thị Na.")] == [
        "Lê Viết Khế", "Đỗ Thị Na",
    ]  # fmt: skip
    words = """
        Danh sách 2 Gương mặt trẻ tiêu biểu năm 2022:
        1. Lê Viết Khế, lĩnh vực Học tập.
        2. Đỗ Thị Na, lĩnh vực Lao động.
    """
    assert _brief(words) == [
        ("awardee", name, "Gương mặt trẻ tiêu biểu") for name in ("Lê Viết Khế", "Đỗ Thị Na")
    ]
    guests = "Cùng dự có 2 NSND là: Lê Viết Khế, Đỗ Thị Na."
    assert _brief(guests) == []


def test_who_is_praised_beside_the_award_is_given_it() -> None:
    words = (
        "Chiều 22-4, Huyện đoàn Gò Mận đến Trường THCS Gò Thử trao Giấy khen, tuyên dương Lê Thị "
        "Na - học sinh lớp 9D."
    )
    (praised,) = awarded(words)
    assert (praised["name"], praised["conferred_by"]) == ("Lê Thị Na", "Huyện đoàn Gò Mận")
    deed = "Tỉnh đoàn đã trao Bằng khen và biểu dương hành động dũng cảm của hai thanh niên "
    two = _brief(f"{deed}Lê Văn Khế (SN 1998) và Vũ Văn Mận (SN 1990).")
    assert [name for _, name, _ in two] == ["Lê Văn Khế", "Vũ Văn Mận"]
    assert _brief("Hội nghị trao Bằng khen cho 5 tập thể và biểu dương Trường Gò Mận.") == []


def test_a_prize_with_a_long_name_goes_to_whom_it_says() -> None:
    words = (
        "Giải nhất phần mềm sáng tạo và lập trình phần cứng THCS, THPT lần lượt thuộc về em Lê Văn "
        "Khế (lớp 8 Trường THCS Gò Mận); em Đỗ Thị Na (lớp 12 Trường THPT Gò Thử)."
    )
    assert [name for _, name, _ in _brief(words)] == ["Lê Văn Khế", "Đỗ Thị Na"]


def test_what_was_asked_for_and_is_decided_is_given() -> None:
    def role(words: str) -> object:
        (row,) = awarded(f"{words} Huân chương Lao động hạng Ba cho ông Lê Văn Khế.")
        return row["role"]

    assert role("Sau khi xem xét các đề cử, Chủ tịch nước đã quyết định tặng") == "awardee"
    assert role("Theo kiến nghị của Hội, Chủ tịch nước vừa ký Quyết định tặng") == "awardee"
    assert role("Hội đồng đã quyết định đề nghị Chủ tịch nước tặng") == "nominee"
    assert role("Đề nghị Chủ tịch nước quyết định tặng") == "nominee"


def test_who_is_remembered_is_given_nothing() -> None:
    words = (
        "Sáng 21-6, Đoàn trường tổ chức lễ kỷ niệm 65 năm ngày liệt sĩ Lê Văn Khế hy sinh và đón "
        "nhận Huân chương Lao động hạng Nhất."
    )
    assert _brief(words) == []
    assert [
        name for _, name, _ in _brief(words.replace("hy sinh và", "hy sinh, bà Vũ Thị Na"))
    ] == ["Vũ Thị Na"]
