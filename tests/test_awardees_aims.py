"""Awards that are aimed at, found fault with or alleged confer nothing; what was got is kept."""

from __future__ import annotations

import datetime as dt

import pytest
from laid_out import document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
REPORT = head(
    "BC", "45/BC-SNV", "SỞ NỘI VỤ TỈNH GÒ MẬN", dt.date(2021, 12, 14), "Tổng kết năm 2021"
)


def told(sentence: str) -> list[tuple[str, str]]:
    found, _ = link_awardees(document([("paragraph", sentence)], REPORT), (), RULES)
    return [(a.name, a.role) for a in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Phấn đấu Công đoàn cơ sở Bệnh viện Mận Hạ được tặng Cờ thi đua của Bộ Y tế.",
        "Phấn đấu năm 2022 ông Lê Văn Khế được tặng Bằng khen của Bộ Y tế.",
        "- Mục tiêu: Trường THPT Gò Mận được công nhận Tập thể lao động xuất sắc.",
        "Chỉ tiêu năm 2022: Chi bộ A trong sạch vững mạnh, Phòng Tài chính được tặng Giấy khen.",
        "Sở Nội vụ phấn đấu hoàn thành nhiệm vụ, đạt danh hiệu Tập thể lao động xuất sắc.",
        "Để Trường THPT Gò Mận được tặng Huân chương Lao động hạng Ba cần nhiều cố gắng.",
    ],
)
def test_an_aim_gives_and_proposes_nothing(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Với sự phấn đấu không ngừng, ông Lê Văn Khế được Bộ Y tế tặng Bằng khen.",
         "Lê Văn Khế"),
        ("Sau nhiều năm phấn đấu, Trường THPT Gò Mận được tặng Cờ thi đua của Bộ Y tế.",
         "Trường THPT Gò Mận"),
        ("Bà Đỗ Thị Na phấn đấu vượt chỉ tiêu, được Sở Y tế tặng Giấy khen.", "Đỗ Thị Na"),
        ("Sau 10 năm phấn đấu ông Lê Văn Khế được tặng Giấy khen của Sở Y tế.", "Lê Văn Khế"),
        ("Mục tiêu năm 2024 đạt được: Trường THPT Gò Mận được tặng Bằng khen của Bộ Y tế.",
         "Trường THPT Gò Mận"),
        ("Công an tỉnh tặng Giấy khen cho Đội 2 đã xử lý 30 trường hợp vi phạm quy định.",
         "Đội 2"),
        ("Sở Thuế tặng Giấy khen cho ông Lê Văn Khế đã tố giác đường dây gian lận thuế.",
         "Lê Văn Khế"),
        ("Đạt mục tiêu đề ra, Phòng Tài chính được tặng Giấy khen của Giám đốc Sở.",
         "Phòng Tài chính"),
    ],
)  # fmt: skip
def test_what_was_striven_for_and_got_is_an_award(sentence: str, name: str) -> None:
    assert told(sentence) == [(name, "awardee")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Việc đề nghị tặng Bằng khen cho ông Lê Văn Khế, Trưởng phòng là không đúng đối tượng.",
        "Sở đã đề nghị tặng Giấy khen cho bà Đỗ Thị Na khi chưa đủ thời gian công tác.",
        "Việc tặng Giấy khen cho ông Lê Văn Khế vượt thẩm quyền của Giám đốc Sở.",
        "Đơn phản ánh bà Đỗ Thị Na được tặng Giấy khen năm 2019.",
        "Công dân tố cáo ông Lê Văn Khế khai man thành tích để được Bộ Y tế tặng Bằng khen.",
        "Có sai sót trong việc xét tặng Bằng khen cho ông Lê Văn Khế.",
    ],
)
def test_an_award_found_fault_with_is_nobodys(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Lê Văn Khế được Bộ Y tế tặng Bằng khen vì phát hiện việc cấp phép sai quy định.",
        "Ông Lê Văn Khế được Bộ Y tế tặng Bằng khen theo đúng quy định.",
        "Ông Lê Văn Khế có thành tích trong giải quyết tố cáo, được Bộ Y tế tặng Bằng khen.",
    ],
)
def test_the_faults_of_others_that_it_is_given_for_are_none_of_it(sentence: str) -> None:
    assert told(sentence) == [("Lê Văn Khế", "awardee")]
