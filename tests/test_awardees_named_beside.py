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


def exemplars(words: str) -> list[str]:
    return [a.name for a in rows(words) if a.role == "exemplar"]


def test_an_example_is_not_told_across_a_full_stop() -> None:
    assert (
        exemplars(
            "Hộ bà Vũ Thị Mít đạt danh hiệu “Gia đình văn hóa tiêu biểu”. Con trai bà là anh Lê "
            "Văn "
            "Khế, Bí thư Chi đoàn."
        )
        == []
    )


def test_households_and_owners_of_good_models_are_examples() -> None:
    assert exemplars(
        "Nhiều nhà hưởng ứng, nổi bật là gia đình ông Lê Văn Khế hiến 600 m2 đất, gia đình bà "
        "Vũ Thị "
        "Mít hiến 250 m2 đất."
    ) == ["Lê Văn Khế", "Vũ Thị Mít"]
    assert exemplars(
        "Các mô hình hay như: Chi hội Phụ nữ thôn Đông với mô hình “Biến rác thành tiền”; Chi hội "
        "Phụ nữ thôn Đoài với mô hình “Hũ gạo tình thương”."
    ) == ["Chi hội Phụ nữ thôn Đông", "Chi hội Phụ nữ thôn Đoài"]
    assert exemplars("Nổi bật là Sở Y tế đã ban hành kế hoạch.") == []


def test_people_of_an_area_are_given_it_together() -> None:
    found = rows(
        "Chủ tịch nước phong tặng danh hiệu Anh hùng Lao động cho 3 đơn vị, địa phương.",
        "Các đơn vị, địa phương này gồm: Nhân dân và LLVT nhân dân huyện Mận, Viện Quân y 9, Cục "
        "Hải đăng.",
    )
    assert [a.name for a in found] == [
        "Nhân dân và LLVT nhân dân huyện Mận",
        "Viện Quân y 9",
        "Cục Hải đăng",
    ]


def test_birth_and_home_of_each_do_not_end_the_row_of_names() -> None:
    found = rows(
        "Ba nhà giáo được truy tặng Kỷ niệm chương “Vì sự nghiệp giáo dục”, gồm: nhà giáo Lê "
        "Văn Khế "
        "(tức Ba Khế), quê quán tỉnh Mận, hy sinh năm 1972; nhà giáo Vũ Thị Mít, quê quán tỉnh "
        "Mẫu, "
        "hy sinh năm 1970 và nhà giáo Trần Văn Ổi, quê quán tỉnh Mẫu."
    )
    assert [a.name for a in found] == ["Lê Văn Khế", "Vũ Thị Mít", "Trần Văn Ổi"]
