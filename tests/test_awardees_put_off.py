"""Awards that are refused, put off, deserved or bound to a condition are nobody's yet."""

from __future__ import annotations

import pytest
from laid_out import document

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def named(words: str) -> list[str]:
    return [a.name for a in link_awardees(document([("paragraph", words)]), (), RULES)[0]]


@pytest.mark.parametrize(
    "words",
    [
        "Hội đồng thống nhất không trình đề nghị tặng Bằng khen đối với ông Lê Văn Khế.",
        "Ban Thường vụ chưa xem xét tặng Kỷ niệm chương cho ông Lê Văn Khế, nguyên Bí thư xã.",
        "Tạm dừng việc đề nghị tặng Huân chương Lao động hạng Nhì đối với ông Lê Văn Khế.",
        "Chi bộ đề nghị Đảng ủy tặng Giấy khen cho đồng chí Lê Văn Khế nếu hoàn thành nhiệm vụ.",
        "Lẽ ra ông Lê Văn Khế, Trưởng phòng Kỹ thuật được tặng Bằng khen từ năm trước.",
        "Ông Lê Văn Khế, Trưởng phòng Kỹ thuật xứng đáng được tặng Bằng khen.",
        "Tặng Giấy khen cho ông Lê Văn Khế, kế toán trong khi không có sáng kiến.",
        "Ông Lê Văn Khế mơ ước một ngày được nhận Bằng khen.",
        "Thay mặt gia đình, ông Lê Văn Khế nhận Bằng khen.",
    ],
)
def test_what_is_not_given_yet_is_nobodys(words: str) -> None:
    assert named(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Hội đồng thống nhất đề nghị tặng Bằng khen đối với ông Lê Văn Khế.",
        "Ban Thường vụ đã xem xét, tặng Kỷ niệm chương cho ông Lê Văn Khế, nguyên Bí thư xã.",
        "Đề nghị tặng Giấy khen cho ông Lê Văn Khế; nếu có sai sót, Chi bộ xin báo cáo sau.",
        "Ông Lê Văn Khế được Bác tặng Huy hiệu Bác Hồ.",
        "Ông Lê Văn Phải, Trưởng phòng Kỹ thuật được tặng Bằng khen.",
    ],
)
def test_what_is_given_or_proposed_is_somebodys(words: str) -> None:
    assert len(named(words)) == 1


def test_a_refusal_reaches_no_further_than_its_semicolon() -> None:
    assert named(
        "Hội đồng không nhất trí đề nghị tặng Bằng khen cho ông Lê Văn Khế; nhất trí đề nghị "
        "tặng Bằng khen cho bà Vũ Thị Mận."
    ) == ["Vũ Thị Mận"]
