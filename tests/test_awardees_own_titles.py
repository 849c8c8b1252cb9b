"""Badges, titles and prizes that no lexicon has; what is added to an earlier list; classes."""

from __future__ import annotations

import pytest
from award_papers import awarded, given_by

from pipeline.extract.apposition import split_apposition
from pipeline.extract.awards import awards_in_words
from pipeline.rulebook import default_rules_dir, load_rulebook

RULES = load_rulebook(default_rules_dir())


@pytest.mark.parametrize(
    ("words", "name", "code"),
    [
        ("Tặng Huy hiệu “Vì sự phát triển tỉnh Mận” cho ông", "Huy hiệu Vì sự phát triển tỉnh Mận",
         "knc_tinh"),
        ("tặng Huy hiệu Thành phố Gò Sim cho bà", "Huy hiệu Thành phố Gò Sim", "knc_tinh"),
        ('II. Danh hiệu "Công dân kiểu mẫu": 3', "Công dân kiểu mẫu", "danh_hieu"),
        ("được tặng Giải thưởng “Bông lúa” năm", "Giải thưởng Bông lúa", "gt_doan_the"),
    ],
)  # fmt: skip
def test_an_award_is_known_by_its_noun_and_its_name_in_quotation_marks(
    words: str, name: str, code: str
) -> None:
    (award,) = awards_in_words(words, RULES)
    assert (award.award_name, award.award, award.confidence) == (name, code, 0.85)


def test_only_what_is_conferred_is_one_and_a_known_title_stays_itself() -> None:
    for words in ("xây dựng danh hiệu “Công dân kiểu mẫu”", "đeo Huy hiệu tỉnh Mận khi làm việc"):
        assert awards_in_words(words, RULES) == ()
    (award,) = awards_in_words("tặng danh hiệu “Tập thể lao động xuất sắc”", RULES)
    assert award.award == "ttldxs"


def test_a_title_is_added_to_those_given_before() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc bổ sung danh hiệu năm 2021",
        "Điều 1. Bổ sung danh hiệu “Chiến sĩ thi đua cơ sở” đối với các ông, bà sau:",
        "1. Ông Lê Văn Mít, Quản đốc Xưởng 1, Nhà máy Ổi;",
        "Điều 2. Thu hồi danh hiệu “Chiến sĩ thi đua cơ sở” của ông Hồ Văn Na, Nhà máy Ổi.",
        "Điều 3. Bổ sung bà Vũ Thị Mận, kế toán Nhà máy Ổi vào danh sách được tặng Giấy khen.",
        "Điều 4. Rút tên bà Vũ Thị Sim, Nhà máy Ổi khỏi danh sách được tặng Giấy khen.",
    ) == [
        ("Lê Văn Mít", "Nhà máy Ổi", "Chiến sĩ thi đua cơ sở"),
        ("Vũ Thị Mận", "Nhà máy Ổi", "Giấy khen"),
    ]  # fmt: skip


def test_a_class_and_the_school_or_faculty_behind_it() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc khen thưởng",
        "Điều 1. Tặng Giấy khen cho 3 tập thể: Lớp K69A Khoa Toán - Tin, Lớp K70B Khoa Ngữ văn và "
        "Lớp 12C3 Trường THPT Ổi.",
        "Điều 2. Tặng Bằng khen cho các tập thể:", "1. Lớp K71 Khoa Lịch sử", "2. Lớp 9A",
    ) == [
        ("Lớp K69A", "Khoa Toán - Tin", "Giấy khen"), ("Lớp K70B", "Khoa Ngữ văn", "Giấy khen"),
        ("Lớp 12C3", "Trường THPT Ổi", "Giấy khen"), ("Lớp K71", "Khoa Lịch sử", "Bằng khen"),
        ("Lớp 9A", None, "Bằng khen"),
    ]  # fmt: skip


def test_the_last_household_before_the_next_village_is_an_entry_and_a_couple_is_one() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen",
        "Điều 1. Tặng Giấy khen cho 04 hộ gia đình tiêu biểu:", "* Thôn Đông:",
        "1. Hộ ông Lê Văn Mít", "2. Hộ bà Vũ Thị Mận", "* Thôn Đoài:",
        "1. Vợ chồng ông Hồ Văn Na và bà Lê Thị Sim", "2. Vợ chồng ông bà Lê Văn Ổi - Vũ Thị Nụ",
    ) == [
        ("Hộ ông Lê Văn Mít", "Thôn Đông", "Giấy khen"),
        ("Hộ bà Vũ Thị Mận", "Thôn Đông", "Giấy khen"),
        ("Vợ chồng ông Hồ Văn Na và bà Lê Thị Sim", "Thôn Đoài", "Giấy khen"),
        ("Vợ chồng ông bà Lê Văn Ổi - Vũ Thị Nụ", "Thôn Đoài", "Giấy khen"),
    ]  # fmt: skip


def test_a_post_that_is_not_known_is_what_stands_before_the_body() -> None:
    found = awarded(
        "Điều 1. Tặng Giấy khen cho các cá nhân:\n"
        "1. Ông Lê Văn Mít, quản trang xã Sim, huyện Ổi;\n"
        "2. Bà Vũ Thị Mận, Chẩn mạch viên Trung tâm Y tế huyện Ổi;\n"
        "3. Ông Hồ Văn Na, thường trú ấp 3, xã Sim, huyện Ổi;\n"
        "4. Siu H' Na, Xã đội phó xã Mận;\n"
        "5. Bà Lê Thị Nụ, diễn viên Đoàn Ca múa tỉnh Ổi."
    )
    assert [(a["position"], a["workplace"]) for a in found] == [
        ("quản trang", "xã Sim, huyện Ổi"), ("Chẩn mạch viên", "Trung tâm Y tế huyện Ổi"),
        (None, "xã Sim, huyện Ổi"), ("Xã đội phó", "xã Mận"), ("diễn viên", "Đoàn Ca múa tỉnh Ổi"),
    ]  # fmt: skip
    for words in ("quản trang xã Sim", "thường trú ấp 3, xã Sim"):
        assert split_apposition(words, 0, len(words), RULES).is_guessed
    assert not split_apposition("Xã đội phó xã Sim", 0, 17, RULES).is_guessed


def test_the_full_stop_of_a_degree_ends_no_sentence() -> None:
    said = (
        "Điều 1. Tặng Giấy khen cho GS.TSKH. Lê Văn Mít, Trưởng khoa Nội; DSCKI. Hồ Thị Nụ, Trưởng "
        "khoa Dược và NSƯT. Vũ Văn Mận, diễn viên Nhà hát Ổi."
    )
    assert given_by("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", said) == [
        ("Lê Văn Mít", None, "Giấy khen"), ("Hồ Thị Nụ", None, "Giấy khen"),
        ("Vũ Văn Mận", "Nhà hát Ổi", "Giấy khen"),
    ]  # fmt: skip


def test_a_collective_has_no_post() -> None:
    assert given_by(
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen", "Điều 1. Tặng Giấy khen cho các tập thể, cá nhân:",
        "| STT | Họ và tên | Chức danh |", "|---|---|---|", "| A | TẬP THỂ | |",
        "| 1 | Đội Tu bổ | Công ty Cấp nước Sim |", "| B | CÁ NHÂN | |",
        "| 1 | Lê Văn Mít | Đội trưởng Đội Tu bổ |",
    )[0] == ("Đội Tu bổ", "Công ty Cấp nước Sim", "Giấy khen")  # fmt: skip


def test_a_giver_named_in_short_below_the_article_is_the_same() -> None:
    found = awarded(
        "QUYẾT ĐỊNH\nVề việc tặng Bằng khen\n\nQUYẾT ĐỊNH:\n"
        "Điều 1. Tặng Bằng khen của Bộ trưởng Bộ Y tế cho các cá nhân:\n"
        "1. Bằng khen của Bộ trưởng:\n"
        "- Ông Lê Văn Mít, Trưởng phòng Phòng Dược;\n"
    )
    assert [a["conferred_by"] for a in found] == ["Bộ trưởng Bộ Y tế"]


def test_with_what_the_list_above_is_rewarded_is_said_below_it() -> None:
    opens = "Điều 1. Khen thưởng các tập thể, cá nhân có tên sau:"
    entries = ("1. Đội Tu bổ;", "2. Bà Vũ Thị Mận, kế toán Trạm Y tế xã Sim.")
    subject = "Về việc khen thưởng"
    assert given_by(
        "QUYẾT ĐỊNH", subject, opens, *entries, "Điều 2. Hình thức khen thưởng: Giấy khen."
    ) == [("Đội Tu bổ", None, "Giấy khen"), ("Vũ Thị Mận", "Trạm Y tế xã Sim", "Giấy khen")]
    for form in ("tiền mặt.", "tập thể tặng Cờ thi đua, cá nhân tặng Giấy khen."):
        form = f"Điều 2. Hình thức khen thưởng: {form}"
        assert given_by("QUYẾT ĐỊNH", subject, opens, *entries, form) == []


def test_a_post_before_the_name_of_an_entry() -> None:
    said = "Điều 1. Tặng Bằng khen của Ban Thường trực Ủy ban MTTQ tỉnh cho các cá nhân sau:"
    found = awarded(
        f"{said}\n1. Trưởng thôn Lê Văn Mít, thôn 5, xã Sim;\n2. Già làng Y Krăk, buôn Ổi;\n"
        "3. Trưởng thôn Lê Lợi, xã Sim."
    )
    assert [(a["name"], a["position"], a["workplace"], a["conferred_by"]) for a in found] == [
        ("Lê Văn Mít", "Trưởng thôn", "thôn 5, xã Sim", "Ban Thường trực Ủy ban MTTQ tỉnh"),
        ("Y Krăk", "Già làng", "buôn Ổi", "Ban Thường trực Ủy ban MTTQ tỉnh"),
    ]


def test_the_giver_of_news_is_the_longer_form_told() -> None:
    found = awarded(
        "Thủ tướng tặng Bằng khen cho 2 tập thể tỉnh Ổi\n\n07/11/2020\n\n"
        "Thủ tướng Chính phủ vừa tặng Bằng khen của Thủ tướng Chính phủ cho 2 tập thể tỉnh Ổi.\n\n"
        "2 tập thể được tặng Bằng khen gồm: Sở Y tế tỉnh Ổi; Trường THPT Mận.\n"
    )
    assert {a["conferred_by"] for a in found} == {"Thủ tướng Chính phủ"}


def test_the_number_of_the_next_name_of_a_cell_is_no_part_of_a_post() -> None:
    found = awarded(
        "Điều 1. Tặng Giấy khen cho các cá nhân sau:\n"
        "| TT | Họ và tên | Đơn vị |\n|---|---|---|\n"
        "| 1 | 1. Ông Lê Văn Mít, Giám đốc 2. Bà Vũ Thị Mận, Trưởng phòng Tài vụ | Cảng Sim |\n"
    )
    assert [a["position"] for a in found] == ["Giám đốc", "Trưởng phòng Tài vụ"]


def test_a_heading_of_post_and_unit_in_any_order_of_signs() -> None:
    found = awarded(
        "Điều 1. Tặng Giấy khen cho các cá nhân sau:\n"
        "| TT | Họ và tên | Chức danh - Đơn vị |\n|---|---|---|\n"
        "| 1 | Lê Văn Mít | Kế toán, Trạm Y tế xã Sim |\n"
    )
    assert [(a["position"], a["workplace"]) for a in found] == [("Kế toán", "Trạm Y tế xã Sim")]
