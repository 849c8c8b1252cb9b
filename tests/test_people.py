"""Personal names and what stands around them: every trap of the reference on names, invented."""

from __future__ import annotations

import pytest
from laid_out import document

from pipeline.extract.apposition import split_apposition
from pipeline.extract.people import extract_people, people_in, person_at
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def names(words: str, least: float = 0.7) -> list[str]:
    return [p.name for p in people_in(words, RULES) if p.confidence >= least]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("của tác giả Đỗ Minh Khải - Giám đốc", ["Đỗ Minh Khải"]),
        ("cô giáo Phạm Thị Ngọc Lan, Hoàng Thu Hà", ["Phạm Thị Ngọc Lan", "Hoàng Thu Hà"]),
        ("ông Tôn Thất Bình Nguyên", ["Tôn Thất Bình Nguyên"]),
        ("đồng chí H'Nương Byă và ông Y Thiêm Êban", ["H'Nương Byă", "Y Thiêm Êban"]),
        ("ông Giàng A Sùng", ["Giàng A Sùng"]),
        ("bà K'Brêu", []),
        ("BS.NguyễnVăn Hữu Phó Giám đốc", ["Nguyễn Văn Hữu"]),
        ("PGS.TS. Đinh Quang Lập", ["Đinh Quang Lập"]),
        ("Bà TRẦN THỊ MỸ DUYÊN", ["Trần Thị Mỹ Duyên"]),
        ("Chủ tịch UBND huyện Sơn Thạch Trịnh Thị Hoài Thương nói", ["Trịnh Thị Hoài Thương"]),
        ("Đ/c Quách Tĩnh Tâm", ["Quách Tĩnh Tâm"]),
        ("ông Kim Young-Chul, Giám đốc", ["Kim Young-Chul"]),
        ("ông Kim Min-su (Hàn Quốc)", ["Kim Min-su"]),
        ("ông Lê Văn Khế-Giám đốc Sở", ["Lê Văn Khế"]),
        ("bà Lê Thị Khế-giáo viên, và ông Đỗ Văn Mít-Huế", ["Lê Thị Khế", "Đỗ Văn Mít"]),
        ("thủ môn Lê Văn Khế và tiền vệ Đỗ Văn Mít", ["Lê Văn Khế", "Đỗ Văn Mít"]),
    ],
)
def test_finds_names(words: str, found: list[str]) -> None:
    assert [n for n in names(words) if not n.startswith("K'")] == found


@pytest.mark.parametrize(
    "words",
    [
        "tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "trường THPT chuyên Nguyễn Trãi",
        "Bệnh viện Nguyễn Tri Phương",
        "đường Nguyễn Huệ, phường Trần Phú",
        "số 318 Ngô Quyền",
        "giải thưởng Tôn Đức Thắng",
        "Quỹ Võ Văn Minh Tâm",
        "Thành phố Hồ Chí Minh",
        "Xanh - Sạch - Đẹp",
        "Hội đồng Thi đua - Khen thưởng",
        "giảng viên, Khoa Công nghệ ô tô",
        "Quảng Bình, Lâm Đồng và Hà Nam",
    ],
)
def test_streets_schools_prizes_and_formulas_are_no_persons(words: str) -> None:
    assert names(words) == []


def test_words_of_address_are_kept_apart_from_the_name() -> None:
    (person,) = people_in("- Đại tá Lò Văn Pọm, Chính ủy", RULES)
    assert (person.name, person.honorific, person.cued) == ("Lò Văn Pọm", "Đại tá", True)


def test_each_of_several_is_addressed_singly() -> None:
    first = people_in("các đồng chí Lê Thị Mận, Vũ Văn Mít", RULES)[0]
    assert first.honorific == "đồng chí"


def test_an_entry_of_a_list_may_open_with_capacity_and_degree() -> None:
    person = person_at("Đoàn viên: ThS. Vi Văn Sơn - Viên chức", 0, RULES, listed=True)
    assert person is not None and person.name == "Vi Văn Sơn"
    assert person_at("TẬP THỂ", 0, RULES, listed=True) is None
    assert person_at("Phòng Kế toán", 0, RULES, listed=True) is None


def test_offsets_point_at_the_name() -> None:
    laid = document([("header", "SỞ Y TẾ"), ("paragraph", "Ông Đặng Văn Cần đã dự.")])
    (person,) = extract_people(laid, RULES)
    assert laid.text.text[person.start : person.end] == "Đặng Văn Cần"
    assert laid.text.text[person.lead : person.start] == "Ông "


@pytest.mark.parametrize(
    ("words", "position", "workplace"),
    [
        ("- Trưởng khoa Nội Bệnh viện Đa khoa tỉnh B", "Trưởng khoa Nội",
         "Bệnh viện Đa khoa tỉnh B"),
        (", phó trưởng khoa May trường Trung cấp C", "phó trưởng khoa May", "trường Trung cấp C"),
        (", giảng viên, Khoa Cơ khí, trường Cao đẳng C", "giảng viên, Khoa Cơ khí",
         "trường Cao đẳng C"),
        (" - Trưởng phòng Dược- TTYT huyện B", "Trưởng phòng Dược", "TTYT huyện B"),
        (", ĐVCĐ, Phó Giám đốc Bệnh viện Phổi", "Phó Giám đốc", "Bệnh viện Phổi"),
        (", Trưởng Phòng Tài vụ - Vật tư, Viễn thông B", "Trưởng Phòng Tài vụ - Vật tư",
         "Viễn thông B"),
        (", Tổ trưởng Tổ Vận hành, Trung tâm Điều độ, Điện lực C", "Tổ trưởng Tổ Vận hành",
         "Trung tâm Điều độ, Điện lực C"),
        (", Phó Giám đốc Ban Hợp tác Quốc tế, Tổng công ty D", "Phó Giám đốc Ban Hợp tác Quốc tế",
         "Tổng công ty D"),
        (", Giám đốc Trung tâm Điều độ 3, Điện lực B", "Giám đốc",
         "Trung tâm Điều độ 3, Điện lực B"),
        (", Đội trưởng Đội Xe máy, sửa chữa và Cơ giới, Trung tâm E",
         "Đội trưởng Đội Xe máy, sửa chữa và Cơ giới", "Trung tâm E"),
        (", Chủ tịch Công đoàn Viễn thông B, Tập đoàn G", "Chủ tịch Công đoàn",
         "Viễn thông B, Tập đoàn G"),
        (", Phó Chủ tịch UBND thị xã H", "Phó Chủ tịch", "UBND thị xã H"),
        (", trường THPT Sông Đà", None, "trường THPT Sông Đà"),
        (", Phó Cục trưởng Cục Thuế tỉnh A", "Phó Cục trưởng", "Cục Thuế tỉnh A"),
        (", nguyên Phó Viện trưởng Viện B", "nguyên Phó Viện trưởng", "Viện B"),
        (", Phó Trưởng đoàn Đại biểu Quốc hội tỉnh A", "Phó Trưởng đoàn Đại biểu Quốc hội",
         "tỉnh A"),
        (", Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh", "Phó Bí thư Tỉnh ủy, Chủ tịch", "HĐND tỉnh"),
        (", Giám đốc Trung tâm Y tế, Bí thư Chi bộ, Trưởng khoa Nội, Bệnh viện A",
         "Giám đốc Trung tâm Y tế, Bí thư Chi bộ, Trưởng khoa Nội", "Bệnh viện A"),
        (", Phó Giám đốc Sở Nội vụ, Trưởng ban Thi đua", "Phó Giám đốc", "Sở Nội vụ"),
        ("", None, None),
        (", Chuyên viên - Thanh tra", "Chuyên viên", "Thanh tra"),
        (", Trưởng Phòng Bưu chính - Viễn thông", "Trưởng Phòng Bưu chính - Viễn thông", None),
        (" - Phòng Bưu chính - Viễn thông", None, "Phòng Bưu chính - Viễn thông"),
    ],
)  # fmt: skip
def test_post_and_workplace_part_before_the_outer_body(
    words: str, position: str | None, workplace: str | None
) -> None:
    found = split_apposition(words, 0, len(words), RULES)
    spans = (found.position, found.workplace)
    assert tuple(words[s[0] : s[1]] if s else None for s in spans) == (position, workplace)


@pytest.mark.parametrize(
    ("words", "position", "workplace"),
    [
        (", Giám đóc Công ty cổ phần B", "Giám đóc", "Công ty cổ phần B"),
        (", Truởng phòng Kỹ thuật, Điện lực B", "Truởng phòng Kỹ thuật", "Điện lực B"),
        (" - Phó Giám đôc Trung tâm Y tế B", "Phó Giám đôc", "Trung tâm Y tế B"),
    ],
)
def test_a_post_whose_marks_are_misread_is_one_and_doubtful(
    words: str, position: str, workplace: str
) -> None:
    found = split_apposition(words, 0, len(words), RULES)
    spans = (found.position, found.workplace)
    assert tuple(words[s[0] : s[1]] if s else None for s in spans) == (position, workplace)
    assert found.is_misread
    right = words.replace("đóc", "đốc").replace("đôc", "đốc").replace("Truởng", "Trưởng")
    assert not split_apposition(right, 0, len(right), RULES).is_misread


def test_words_like_the_code_of_a_post_are_no_misread_one() -> None:
    words = ", thu phí Điện lực B"
    found = split_apposition(words, 0, len(words), RULES)
    assert found.is_guessed and not found.is_misread


def test_a_long_line_of_capitals_is_read_in_linear_time() -> None:
    assert len(people_in("Nguyễn Văn " * 20_000, RULES)) >= 0


def test_a_name_in_capitals_may_have_the_letters_of_a_post() -> None:
    for words, name in (
        ("Ông NGUYỄN TRỌNG TÀI (Hiệu trưởng", "Nguyễn Trọng Tài"),
        ("Ông NGUYỄN VĂN NAM TRƯỞNG PHÒNG", "Nguyễn Văn Nam"),
    ):
        assert [person.name for person in people_in(words, RULES)] == [name]


@pytest.mark.parametrize(
    ("words", "sure"),
    [("nông dân Sơn Hà", 0.85), ("nông dân Lê Khế", 0.95), ("ông Sơn Hà", 0.95)],
)
def test_what_people_are_makes_no_place_a_sure_name(words: str, sure: float) -> None:
    assert [p.confidence for p in people_in(words, RULES)] == [sure]
