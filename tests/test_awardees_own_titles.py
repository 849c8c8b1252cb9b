"""Badges, titles and prizes that no lexicon has; what is added to an earlier list; classes."""

from __future__ import annotations

import pytest
from award_papers import given_by

from pipeline.extract.awards import awards_in_words
from pipeline.rulebook import default_rules_dir, load_rulebook

RULES = load_rulebook(default_rules_dir())


@pytest.mark.parametrize(
    ("words", "name", "code"),
    [
        ("Tặng Huy hiệu “Vì sự phát triển tỉnh Mận” cho ông", "Huy hiệu Vì sự phát triển tỉnh Mận",
         "knc_tinh"),
        ("tặng Huy hiệu Thành phố Gò Sim cho bà", "Huy hiệu Thành phố Gò Sim", "knc_tinh"),
        ('II. Danh hiệu "Công dân ưu tú": 3', "Công dân ưu tú", "danh_hieu"),
        ("được tặng Giải thưởng “Bông lúa” năm", "Giải thưởng Bông lúa", "gt_doan_the"),
    ],
)  # fmt: skip
def test_an_award_is_known_by_its_noun_and_its_name_in_quotation_marks(
    words: str, name: str, code: str
) -> None:
    (award,) = awards_in_words(words, RULES)
    assert (award.award_name, award.award, award.confidence) == (name, code, 0.85)


def test_only_what_is_conferred_is_one_and_a_known_title_stays_itself() -> None:
    for words in ("xây dựng danh hiệu “Công dân ưu tú”", "đeo Huy hiệu tỉnh Mận khi làm việc"):
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


def test_a_post_that_is_not_known_makes_the_place_behind_it_doubtful() -> None:
    found = given_by(
        "QUYẾT ĐỊNH", "Về việc tặng Giấy khen", "Điều 1. Tặng Giấy khen cho các cá nhân:",
        "1. Ông Lê Văn Mít, thủ từ đình xã Sim, huyện Ổi;", "2. Siu H' Na, Xã đội phó xã Mận;",
    )  # fmt: skip
    assert found[1] == ("Siu H' Na", "xã Mận", "Giấy khen")
