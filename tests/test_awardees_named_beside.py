"""Names beside names: a body before people with their own address, stage names, bare schools."""

from __future__ import annotations

from laid_out import document

from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def rows(*paragraphs: str) -> list[AwardeeMention]:
    return list(link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)[0])


def test_a_body_and_people_called_together_are_all_given_it() -> None:
    found = rows(
        "Dịp này, tập thể Khoa Nhi, các anh, chị: Lê Văn Khế, Vũ Thị Mít được Giám đốc Bệnh viện "
        "tặng Giấy khen."
    )
    assert [a.name for a in found] == ["Khoa Nhi", "Lê Văn Khế", "Vũ Thị Mít"]


def test_a_writer_is_named_as_known_and_the_bracket_tells_the_true_name() -> None:
    found = rows(
        "Nhà thơ Vân Khế (tên thật là Lê Văn Khế), nguyên Chủ tịch Hội Văn học tỉnh Mẫu, được tặng "
        "Giải thưởng Nhà nước."
    )
    assert [(a.name, a.position, a.workplace) for a in found] == [
        ("Vân Khế", "nguyên Chủ tịch", "Hội Văn học tỉnh Mẫu")
    ]


def test_the_school_goes_on_year_after_year() -> None:
    found = rows(
        "Đồng chí Lê Văn Khế đã trao Huân chương Lao động hạng Nhất cho Trường THPT Gò Mẫu.",
        "Nhiều năm liền nhà trường đạt danh hiệu Tập thể lao động xuất sắc, nhận Cờ thi đua của "
        "UBND tỉnh và nhiều phần thưởng cao quý khác.",
    )
    assert [(a.name, a.award_name, a.conferred_by) for a in found[1:]] == [
        ("Trường THPT Gò Mẫu", "Tập thể Lao động xuất sắc", None),
        ("Trường THPT Gò Mẫu", "Cờ thi đua", "UBND tỉnh"),
    ]
