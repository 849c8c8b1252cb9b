"""Long lists as offices write them: villages below communes, units between numbers, two columns."""

from __future__ import annotations

import pytest
from award_papers import awarded, given_by

from pipeline.extract.apposition import split_apposition
from pipeline.link.awardees.recipients.names import read_entry
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def test_one_title_in_two_words_is_that_of_the_kind_of_place() -> None:
    assert given_by(
        "QUYẾT ĐỊNH",
        "Về việc công nhận danh hiệu “Thôn văn hóa”, “Tổ dân phố văn hóa” năm 2024",
        "Điều 1. Công nhận danh hiệu “Thôn văn hóa”, “Tổ dân phố văn hóa” năm 2024 cho 04 thôn, "
        "tổ dân phố, cụ thể như sau:",
        "1. Xã Gò Sim:", "- Thôn An Mẫu 1", "- Thôn Phú Mẫu 2",
        "2. Thị trấn Gò Mận:", "- Tổ dân phố 3", "- Tổ dân phố 4",
        "Điều 2. Các thôn, tổ dân phố có tên tại Điều 1 thi hành Quyết định này./.",
    ) == [
        ("Thôn An Mẫu 1", "Xã Gò Sim", "Thôn văn hóa"),
        ("Thôn Phú Mẫu 2", "Xã Gò Sim", "Thôn văn hóa"),
        ("Tổ dân phố 3", "Thị trấn Gò Mận", "Tổ dân phố văn hóa"),
        ("Tổ dân phố 4", "Thị trấn Gò Mận", "Tổ dân phố văn hóa"),
    ]  # fmt: skip


def test_a_certificate_for_a_title_is_what_the_list_gives() -> None:
    rows = given_by(
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen gia đình tiêu biểu",
        "Điều 1. Tặng Giấy khen cho 02 hộ gia đình (có danh sách kèm theo).", "",
        "DANH SÁCH", "Hộ gia đình được tặng Giấy khen “Gia đình văn hóa” 3 năm liên tục",
        "(Kèm theo Quyết định số 31/QĐ-UBND ngày 04/2/2025 của UBND huyện Gò Mận)", "",
        "| TT | Họ và tên chủ hộ | Năm sinh |", "|---|---|---|",
        "| 1 | Lê Văn Khế | 1960 |", "| 2 | Hồ Thị Na | 1971 |",
    )  # fmt: skip
    assert [(name, award) for name, _, award in rows] == [
        ("Lê Văn Khế", "Giấy khen"), ("Hồ Thị Na", "Giấy khen"),
    ]  # fmt: skip


def test_a_unit_in_a_line_of_its_own_ends_the_entry_above_it() -> None:
    rows = given_by(
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen",
        "Điều 1. Tặng Giấy khen cho 04 cá nhân đã có thành tích xuất sắc trong phong trào thi đua "
        "năm học 2023 - 2024 của ngành giáo dục huyện (có danh sách kèm theo).",
        "Điều 2. Văn phòng, Phòng Nội vụ, các đơn vị có liên quan và các cá nhân có tên tại Điều 1 "
        "chịu trách nhiệm thi hành Quyết định này./.", "",
        "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN",
        "(Kèm theo Quyết định số 31/QĐ-UBND ngày 04/2/2025 của UBND huyện Gò Mận)", "",
        "Trường THPT Gò Sim",
        "1. Ông Lê Văn Khế, sinh năm 1960, Tổ trưởng Tổ Ngữ văn",
        "2. Bà Hồ Thị Na, sinh năm 1971, Tổ trưởng Tổ Ngữ văn",
        "Trường THPT Gò Mai",
        "3. Bà Vi Thị Lan, sinh năm 1971, Tổ trưởng Tổ Ngữ văn",
        "4. Ông Hà Văn Thoại, sinh năm 1975, Phó Hiệu trưởng",
    )  # fmt: skip
    assert [(name, unit) for name, unit, _ in rows] == [
        ("Lê Văn Khế", "Trường THPT Gò Sim"), ("Hồ Thị Na", "Trường THPT Gò Sim"),
        ("Vi Thị Lan", "Trường THPT Gò Mai"), ("Hà Văn Thoại", "Trường THPT Gò Mai"),
    ]  # fmt: skip


def test_class_and_school_in_two_columns_are_one_chain() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc công nhận học sinh đạt giải Kỳ thi học sinh giỏi cấp huyện",
        "Điều 1. Công nhận 02 học sinh đạt giải Kỳ thi học sinh giỏi lớp 9 (danh sách kèm theo).",
        "", "DANH SÁCH HỌC SINH ĐẠT GIẢI",
        "(Kèm theo Quyết định số 31/QĐ-UBND ngày 04/2/2025 của UBND huyện Gò Mận)", "",
        "| STT | SBD | Họ và tên | Lớp | Trường | Điểm | Giải |", "|---|---|---|---|---|---|---|",
        "| 1 | 0901 | Lê Văn Khế | 9A | THCS Gò Sim | 17,5 | Nhất |",
        "| 2 | 0902 | Hồ Thị Na |  | THCS Gò Mai | 16 | Nhì |",
    ) == [
        ("Lê Văn Khế", "9A, THCS Gò Sim", "Giải Nhất"), ("Hồ Thị Na", "THCS Gò Mai", "Giải Nhì"),
    ]  # fmt: skip


def test_medals_by_their_letters() -> None:
    rows = given_by(
        "QUYẾT ĐỊNH", "Về việc công nhận thành tích Đại hội Thể dục thể thao huyện",
        "Điều 1. Công nhận thành tích của các vận động viên (có danh sách kèm theo).", "",
        "DANH SÁCH VẬN ĐỘNG VIÊN ĐẠT HUY CHƯƠNG",
        "(Kèm theo Quyết định số 31/QĐ-UBND ngày 04/2/2025 của UBND huyện Gò Mận)", "",
        "| TT | Nội dung | Họ và tên VĐV | Đơn vị | Huy chương |", "|---|---|---|---|---|",
        "| 1 | 100m nam | Lê Văn Khế | Xã Gò Sim | HCV |",
        "| 2 | 100m nữ | Hồ Thị Na | Xã Gò Mai | Đồng |",
    )  # fmt: skip
    assert [(name, award) for name, _, award in rows] == [
        ("Lê Văn Khế", "Huy chương vàng"), ("Hồ Thị Na", "Huy chương đồng"),
    ]  # fmt: skip


def test_families_below_a_heading_of_families_are_collectives() -> None:
    rows = given_by(
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen",
        "Điều 1. Tặng Giấy khen cho 02 gia đình (có danh sách kèm theo).", "",
        "DANH SÁCH GIA ĐÌNH ĐƯỢC TẶNG GIẤY KHEN",
        "(Kèm theo Quyết định số 31/QĐ-UBND ngày 04/2/2025 của UBND huyện Gò Mận)", "",
        "| TT | Tên gia đình | Địa chỉ | Số lần hiến |", "|---|---|---|---|",
        "| 1 | Gia đình ông Lê Văn Khế | Thôn 1, xã Gò Sim | 21 |",
        "| 2 | Gia đình bà Hồ Thị Na | Thôn 2, xã Gò Sim | 17 |",
    )  # fmt: skip
    assert [name for name, _, _ in rows] == ["Gia đình ông Lê Văn Khế", "Gia đình bà Hồ Thị Na"]


@pytest.mark.parametrize(
    ("entry", "name", "unit"),
    [
        ("1. Phòng Kế hoạch, Tài chính", "Phòng Kế hoạch, Tài chính", None),
        ("2. Phòng Pháp chế, Thanh tra", "Phòng Pháp chế, Thanh tra", None),
        ("Phòng Kế hoạch, Tài chính, Sở Y tế", "Phòng Kế hoạch, Tài chính", "Sở Y tế"),
        ("Phòng Nghiệp vụ, Thanh tra Sở", "Phòng Nghiệp vụ", "Thanh tra Sở"),
        ("Đội Kiểm soát Hải quan", "Đội Kiểm soát Hải quan", None),
        ("Đội An ninh Công an huyện A", "Đội An ninh", "Công an huyện A"),
    ],
)
def test_an_office_named_after_several_topics(entry: str, name: str, unit: str | None) -> None:
    named = read_entry(entry, 0, RULES)
    assert named is not None and (named.name, named.workplace) == (name, unit)


@pytest.mark.parametrize(
    ("words", "post", "unit"),
    [
        ("Nhân viên Thư viện", "Nhân viên Thư viện", None),
        ("Nhân viên Thư viện, Trường THCS B", "Nhân viên Thư viện", "Trường THCS B"),
        ("Cán bộ Thư viện tỉnh", "Cán bộ", "Thư viện tỉnh"),
        ("Giáo viên -Trường THCS B", "Giáo viên", "Trường THCS B"),  # a dash with one blank
        ("Chuyên viên, Phòng Pháp chế, Thanh tra", "Chuyên viên", "Phòng Pháp chế, Thanh tra"),
    ],
)
def test_post_and_workplace_of_such_offices(words: str, post: str, unit: str | None) -> None:
    found = split_apposition(words, 0, len(words), RULES)
    spans = (words[slice(*s)] if s else None for s in (found.position, found.workplace))
    assert tuple(spans) == (post, unit)


def test_classes_with_their_pupils_below_a_certificate_for_a_title() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc khen thưởng học sinh năm học 2022 - 2023",
        "Điều 1. Tặng Giấy khen danh hiệu Học sinh xuất sắc năm học 2022 - 2023 cho các em học "
        "sinh có tên sau:",
        "- Lớp 1A: Lê Văn Khế, Hồ Thị Na.", "- Lớp 1B: Vi Thị Lan, Hà Văn Thoại.",
        "Điều 2. Các em học sinh có tên ở Điều 1 thi hành Quyết định này./.",
    ) == [
        ("Lê Văn Khế", "Lớp 1A", "Giấy khen"), ("Hồ Thị Na", "Lớp 1A", "Giấy khen"),
        ("Vi Thị Lan", "Lớp 1B", "Giấy khen"), ("Hà Văn Thoại", "Lớp 1B", "Giấy khen"),
    ]  # fmt: skip


def test_posts_and_homes_in_one_column_of_a_list_of_all_kinds() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen",
        "Điều 1. Tặng Giấy khen cho 02 tập thể, 01 cá nhân (có danh sách kèm theo).", "",
        "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN",
        "(Kèm theo Quyết định số 31/QĐ-UBND ngày 04/2/2025 của UBND huyện Gò Mận)", "",
        "| STT | Họ và tên/Tên tập thể | Chức vụ, địa chỉ | Mức thưởng |", "|---|---|---|---|",
        "| I | TẬP THỂ |  |  |", "| 1 | Ấp 1 | Xã Gò Sim | 1.200.000 |",
        "| 2 | Chùa Long Mẫu | Xã Gò Sim | 1.200.000 |",
        "| II | CÁ NHÂN |  |  |", "| 1 | Ông Lê Văn Khế | Trưởng ấp 1 | 600.000 |",
    ) == [
        ("Ấp 1", "Xã Gò Sim", "Giấy khen"), ("Chùa Long Mẫu", "Xã Gò Sim", "Giấy khen"),
        ("Lê Văn Khế", None, "Giấy khen"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "post", "unit"),
    [
        ("Tổ trưởng Tổ công đoàn số 3 CĐCS Công ty A", "Tổ trưởng Tổ công đoàn số 3",
         "CĐCS Công ty A"),
        ("Đội trưởng Đội Quản lý thị trường số 3, Cục Quản lý thị trường tỉnh A",
         "Đội trưởng Đội Quản lý thị trường số 3", "Cục Quản lý thị trường tỉnh A"),
        ("Giáo viên trường Tiểu học A", "Giáo viên", "trường Tiểu học A"),
        ("Đội trưởng Đội Kiểm soát Hải quan, Cục Hải quan tỉnh A",
         "Đội trưởng Đội Kiểm soát Hải quan", "Cục Hải quan tỉnh A"),
        ("Phó Trưởng phòng Cảnh sát điều tra về ma túy, Công an tỉnh",
         "Phó Trưởng phòng Cảnh sát điều tra về ma túy", "Công an tỉnh"),
        ("Trưởng phòng Cảnh sát giao thông Công an tỉnh Mận",
         "Trưởng phòng Cảnh sát giao thông", "Công an tỉnh Mận"),
        ("Phó Tư lệnh Cảnh sát biển Vùng 9", "Phó Tư lệnh", "Cảnh sát biển Vùng 9"),
    ],
)  # fmt: skip
def test_the_unit_that_a_post_leads(words: str, post: str, unit: str) -> None:
    found = split_apposition(words, 0, len(words), RULES)
    spans = (words[slice(*s)] if s else None for s in (found.position, found.workplace))
    assert tuple(spans) == (post, unit)


def test_a_rare_name_between_two_people_is_one() -> None:
    rows = awarded(
        "Huyện Gò Mận tặng Bằng khen cho ông Lê Văn Khế, Hồ Như Kim, Nguyễn Thị Hoa và bà Vi Thị "
        "Lan."
    )
    assert [r["name"] for r in rows] == ["Lê Văn Khế", "Hồ Như Kim", "Nguyễn Thị Hoa", "Vi Thị Lan"]


def test_rare_names_behind_the_word_authors() -> None:
    rows = awarded(
        "1. Sáng kiến: “Cải tiến đấu nối công tơ”. Tác giả: Lê Quốc Khế, Hồ Như Kim, Vi Thị Lan - "
        "Phòng Kỹ thuật."
    )
    assert [(r["name"], r["role"]) for r in rows] == [
        ("Lê Quốc Khế", "author"), ("Hồ Như Kim", "author"), ("Vi Thị Lan", "author"),
    ]  # fmt: skip


HELD = [
    ("Phòng Nghiệp vụ Y", "Sở Y tế"), ("Lê Văn Khế", "Sở Y tế"),
    ("Phòng Ngân sách", "Sở Tài chính"), ("Vi Thị Lan", "Sở Tài chính"),
]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ["I. Sở Y tế", "1. Tập thể:", "- Phòng Nghiệp vụ Y", "2. Cá nhân:",
         "- Ông Lê Văn Khế, chuyên viên", "II. Sở Tài chính", "1. Tập thể:", "- Phòng Ngân sách",
         "2. Cá nhân:", "- Bà Vi Thị Lan, chuyên viên"],
        ["1. Sở Y tế", "a) Tập thể:", "- Phòng Nghiệp vụ Y", "b) Cá nhân:",
         "- Ông Lê Văn Khế, chuyên viên", "2. Sở Tài chính", "a) Tập thể:", "- Phòng Ngân sách",
         "b) Cá nhân:", "- Bà Vi Thị Lan, chuyên viên"],
        ["1. Sở Y tế:", "- Tập thể: Phòng Nghiệp vụ Y.", "- Cá nhân: Ông Lê Văn Khế.",
         "2. Sở Tài chính:", "- Tập thể: Phòng Ngân sách.", "- Cá nhân: Bà Vi Thị Lan."],
    ],
)  # fmt: skip
def test_a_body_above_sections_is_the_unit_of_all_in_them(lines: list[str]) -> None:
    rows = given_by(
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen",
        "Điều 1. Tặng Giấy khen cho các tập thể, cá nhân (có danh sách kèm theo).", "",
        "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN",
        "(Kèm theo Quyết định số 31/QĐ-UBND ngày 04/2/2025 của UBND huyện Gò Mận)", "", *lines,
    )  # fmt: skip
    assert [(name, unit) for name, unit, _ in rows] == HELD


def test_bodies_before_the_section_of_people_are_given_the_award() -> None:
    rows = given_by(
        "QUYẾT ĐỊNH",
        "Về việc tặng Giấy khen",
        "Điều 1. Tặng Giấy khen cho các tập thể, cá nhân sau:",
        "- Tập thể:",
        "1. Sở Y tế",
        "2. Sở Tài chính",
        "- Cá nhân:",
        "1. Ông Lê Văn Khế",
    )
    assert [name for name, _, _ in rows] == ["Sở Y tế", "Sở Tài chính", "Lê Văn Khế"]


def test_awards_below_the_body_that_they_are_asked_for() -> None:
    assert given_by(
        "TỜ TRÌNH",
        "Về việc đề nghị khen thưởng năm 2024",
        "Kính gửi: Chủ tịch UBND tỉnh.",
        "UBND huyện đề nghị tặng danh hiệu thi đua, hình thức khen thưởng năm 2024 như sau:",
        "I. Xí nghiệp Gò Sim",
        "1. Chiến sĩ thi đua cơ sở:",
        "- Ông Lê Văn Khế, Quản đốc;",
        "2. Giấy khen:",
        "- Bà Hồ Thị Na, Thủ kho;",
        "II. Công ty Gò Mai",
        "1. Chiến sĩ thi đua cơ sở:",
        "- Bà Vi Thị Lan, Tổ trưởng;",
    ) == [
        ("Lê Văn Khế", "Xí nghiệp Gò Sim", "Chiến sĩ thi đua cơ sở"),
        ("Hồ Thị Na", "Xí nghiệp Gò Sim", "Giấy khen"),
        ("Vi Thị Lan", "Công ty Gò Mai", "Chiến sĩ thi đua cơ sở"),
    ]


def test_villages_side_by_side_and_how_many_households_a_line_counts() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen",
        "Điều 1. Tặng Giấy khen cho các khu dân cư sau:",
        "1. Tổ dân phố 3, Tổ dân phố 5, phường Gò Mai;", "2. Thôn Đông, thôn Đoài, xã Gò Sim;",
    ) == [
        ("Tổ dân phố 3", "phường Gò Mai", "Giấy khen"),
        ("Tổ dân phố 5", "phường Gò Mai", "Giấy khen"),
        ("Thôn Đông", "xã Gò Sim", "Giấy khen"), ("thôn Đoài", "xã Gò Sim", "Giấy khen"),
    ]  # fmt: skip
    rows = given_by(
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen",
        "Điều 1. Tặng Giấy khen cho các hộ gia đình sau:",
        "Tổ dân phố 1: 02 hộ", "1. Ông Lê Văn Khế", "2. Bà Hồ Thị Na",
        "Tổ dân phố 2: 01 hộ", "1. Bà Vi Thị Lan",
    )  # fmt: skip
    assert [unit for _, unit, _ in rows] == ["Tổ dân phố 1", "Tổ dân phố 1", "Tổ dân phố 2"]


@pytest.mark.parametrize("called", ["Th.S", "Th.s", "Đc", "Ông(bà)"])
def test_an_entry_that_opens_with_a_degree_is_a_person(called: str) -> None:
    named = read_entry(f"{called} Lê Văn Mận - Giáo viên, Trường THCS B", 0, RULES)
    assert named is not None
    assert (named.name, named.kind, named.position) == ("Lê Văn Mận", "person", "Giáo viên")
