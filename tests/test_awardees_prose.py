"""Awardees, exemplars and authors in sentences, and the persons who are none of these."""

from __future__ import annotations

from laid_out import document

from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention, InitiativeMention
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def read(*paragraphs: str) -> tuple[tuple[AwardeeMention, ...], tuple[InitiativeMention, ...]]:
    return link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)


def brief(*paragraphs: str) -> list[tuple[str, str, str | None]]:
    return [(a.name, a.role, a.award_name) for a in read(*paragraphs)[0]]


def test_names_behind_a_count_of_awards_are_the_awardees_with_their_initiatives() -> None:
    awardees, initiatives = read(
        "Trong ngành có 02 đoàn viên được Tổng LĐLĐ Việt Nam tặng Bằng Lao động sáng tạo năm 2018 "
        "như: các đồng chí Lê Thị Mận, phó trưởng khoa May trường Trung cấp B với đề tài "
        ":Máy sấy ngô 5.0” , số tiền làm lợi: khoảng 85 triệu đồng ; đồng chí Vũ Văn Mít, "
        "giáo viên, Khoa Hàn, trường Trung cấp B, với đề tài “Bộ đảo khí tự động”."
    )
    assert [(a.name, a.position, a.workplace, a.year, a.role) for a in awardees] == [
        ("Lê Thị Mận", "phó trưởng khoa May", "trường Trung cấp B", 2018, "awardee"),
        ("Vũ Văn Mít", "giáo viên, Khoa Hàn", "trường Trung cấp B", 2018, "awardee"),
    ]
    assert [i.title for i in initiatives] == ["Máy sấy ngô 5.0", "Bộ đảo khí tự động"]
    assert [a.initiative_key for a in awardees] == [i.key for i in initiatives]
    assert initiatives[0].benefit_vnd == 85_000_000


def test_the_subject_of_the_award_is_the_awardee() -> None:
    assert brief(
        "Đồng chí Nguyễn Hữu Phước, Chủ tịch Công đoàn Điện lực B đã vinh dự được Chủ tịch nước "
        "tặng "
        "thưởng Huân chương Lao động hạng Nhì. Công ty CP Gạch C được Bộ Công Thương tặng Cờ "
        "thi đua."
    ) == [
        ("Nguyễn Hữu Phước", "awardee", "Huân chương Lao động hạng Nhì"),
        ("Công ty CP Gạch C", "awardee", "Cờ thi đua"),
    ]


def test_proposed_in_a_report_is_a_nominee() -> None:
    assert brief(
        "Hội đồng đã đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho ông Đỗ Đình Khôi, Trưởng "
        "phòng Nội vụ."
    ) == [("Đỗ Đình Khôi", "nominee", "Bằng khen")]


def test_counts_targets_and_speakers_are_nobody() -> None:
    assert (
        brief(
            "UBND huyện đã tặng Giấy khen cho 25 tập thể và 60 cá nhân.",
            "Phấn đấu năm 2024 có 10 cá nhân được tặng Bằng Lao động sáng tạo.",
            "Ông Lê Văn Lực, Chủ tịch UBND huyện trao Giấy khen cho các cá nhân.",
            "Các tập thể và cá nhân được tặng Bằng khen của UBND tỉnh",
            "Học tập đạo đức, phong cách Hồ Chí Minh; thi đua “Lao động giỏi”.",
        )
        == []
    )


def test_exemplars_end_at_the_verb_and_elided_heads_are_carried() -> None:
    assert [n for n, _, _ in brief(
        "Có nhiều đơn vị điển hình là LDLĐ huyện Sơn Hà, huyện Mai Khê, Đồng Văn đã góp phần lớn.",
        "Làm tốt việc này tiêu biểu là: CĐCS Công ty CP Gạch A, CDCS Bưu điện tỉnh... đã sớm "
        "xong.",
        "Tiêu biểu như: Công ty Cổ phần Gạch A, CĐCS công ty cổ phần Gạch A.",
    )] == [
        "LĐLĐ huyện Sơn Hà", "LĐLĐ huyện Mai Khê", "LĐLĐ huyện Đồng Văn", "CĐCS Công ty CP Gạch A",
        "CĐCS Bưu điện tỉnh", "Công ty Cổ phần Gạch A",
    ]  # fmt: skip


def test_authors_are_named_behind_the_title() -> None:
    awardees, initiatives = read(
        "được áp dụng như: Giải pháp: “Máy cấp đông mini” của tác giả Lò Thị Ín - Phó Quản đốc - "
        "Nhà máy Gạch B; giải pháp: “Lọc khí lò hơi” tác giả Vi Văn Sơn - Trưởng phòng Dược- "
        "TTYT huyện B..."
    )
    assert [(a.name, a.role, a.position, a.workplace) for a in awardees] == [
        ("Lò Thị Ín", "author", "Phó Quản đốc", "Nhà máy Gạch B"),
        ("Vi Văn Sơn", "author", "Trưởng phòng Dược", "TTYT huyện B"),
    ]
    assert [i.authors for i in initiatives] == [("Lò Thị Ín",), ("Vi Văn Sơn",)]


def test_owners_of_models_are_exemplars_and_may_share_models_and_unit() -> None:
    awardees, initiatives = read(
        "xuất hiện những mô hình, tiêu biểu là: mô hình nuôi ong rừng của đồng chí Lò Văn Pọm, "
        "CDCS Bưu điện huyện B; mô hình thi đua “Dạy thật tốt” và mô hình kèm trò yếu của cô "
        "giáo Lê Thị Mận, Vũ Thị Mít, "
        "ĐVCĐ, trường THPT B; mô hình đọc sách của Khoa Nhi, Khoa Mắt CDCS Bệnh viện B; mô "
        "hình ngõ phố “Sáng - An toàn” của CNVCLĐ huyện Mai Khê..."
    )
    assert [(a.name, a.role, a.workplace) for a in awardees] == [
        ("Lò Văn Pọm", "exemplar", "CĐCS Bưu điện huyện B"),
        ("Lê Thị Mận", "exemplar", "trường THPT B"),
        ("Vũ Thị Mít", "exemplar", "trường THPT B"),
        ("Khoa Nhi", "exemplar", "CĐCS Bệnh viện B"),
        ("Khoa Mắt", "exemplar", "CĐCS Bệnh viện B"),
    ]
    assert [(i.title, i.authors) for i in initiatives] == [
        ("nuôi ong rừng", ("Lò Văn Pọm",)),
        ("Dạy thật tốt", ("Lê Thị Mận", "Vũ Thị Mít")),
        ("kèm trò yếu", ("Lê Thị Mận", "Vũ Thị Mít")),
        ("đọc sách", ("Khoa Nhi", "Khoa Mắt")),
        ("ngõ phố “Sáng - An toàn”", ("CNVCLĐ huyện Mai Khê",)),
    ]


def test_an_office_of_two_organs_is_one_collective_and_persons_are_not_part_of_a_body() -> None:
    assert [
        (name, role)
        for name, role, _ in brief(
            "Chủ tịch nước tặng Huân chương Lao động hạng Ba cho Văn phòng Đoàn Đại biểu Quốc hội "
            "và HĐND thành phố; Hội Nhà báo thành phố; bà Đỗ Thị Mận, Chủ tịch Hội Phụ nữ tỉnh."
        )
    ] == [
        ("Văn phòng Đoàn Đại biểu Quốc hội và HĐND thành phố", "awardee"),
        ("Hội Nhà báo thành phố", "awardee"),
        ("Đỗ Thị Mận", "awardee"),
    ]
    named = brief(
        "Nhiều đơn vị được Tổng LĐLĐ tặng bằng khen như: Công ty Công nghệ Mẫu, các anh "
        "Nguyễn Xuân Mít, Trương Ngọc Bưởi (Công ty Công nghệ Mẫu)."
    )
    assert [name for name, _, _ in named] == [
        "Công ty Công nghệ Mẫu", "Nguyễn Xuân Mít", "Trương Ngọc Bưởi",
    ]  # fmt: skip


def test_who_is_proposed_stands_before_the_verb_over_semicolons_and_with_bodies() -> None:
    assert brief(
        "Đảng ủy Khối các cơ quan tỉnh, Công ty CP Nhựa Mẫu và các đồng chí: Đặng Việt Mít, nguyên "
        "Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy; Nguyễn Thanh Mận, nguyên Phó Chủ tịch HĐND tỉnh được "
        "đề nghị tặng thưởng Huân chương Lao động hạng nhì."
    ) == [
        ("Đảng ủy Khối các cơ quan tỉnh", "nominee", "Huân chương Lao động hạng Nhì"),
        ("Công ty CP Nhựa Mẫu", "nominee", "Huân chương Lao động hạng Nhì"),
        ("Đặng Việt Mít", "nominee", "Huân chương Lao động hạng Nhì"),
        ("Nguyễn Thanh Mận", "nominee", "Huân chương Lao động hạng Nhì"),
    ]


def test_in_a_list_parted_by_semicolons_a_comma_leads_to_the_unit_above() -> None:
    awardees, _ = read(
        "Chủ tịch nước tặng thưởng Huân chương Lao động hạng ba cho các tập thể gồm: Vụ Công nghệ "
        "cao; Trung tâm Triển khai công nghệ mẫu, Viện Năng lượng Mẫu; Vụ Xã hội, Nhân văn; Viện "
        "Phát triển và cá nhân ông Trần Đắc Khoai Cục trưởng Cục Thông tin khoa học."
    )
    assert [(a.name, a.workplace, a.position) for a in awardees] == [
        ("Vụ Công nghệ cao", None, None),
        ("Trung tâm Triển khai công nghệ mẫu", "Viện Năng lượng Mẫu", None),
        ("Vụ Xã hội, Nhân văn", None, None),
        ("Viện Phát triển", None, None),
        ("Trần Đắc Khoai", "Cục Thông tin khoa học", "Cục trưởng"),
    ]


def test_lists_in_one_line_are_parted_by_their_numbers() -> None:
    awardees, _ = read(
        "3 tập thể được Thủ tướng Chính phủ tặng Bằng khen: 1.Đài Phát thanh tỉnh; 2. Nhân dân và "
        "cán bộ huyện Hải Sơn; 3. Phòng Xây dựng chính quyền, Sở Nội vụ. 2 cá nhân được Thủ tướng "
        "Chính phủ tặng Bằng khen: 1- Ông Lê Xuân Mít - Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh; "
        "2- Thiếu tướng Phạm Thế Bưởi - Giám đốc, Công an tỉnh."
    )
    assert [(a.name, a.position, a.workplace) for a in awardees] == [
        ("Đài Phát thanh tỉnh", None, None),
        ("Nhân dân và cán bộ huyện Hải Sơn", None, None),
        ("Phòng Xây dựng chính quyền", None, "Sở Nội vụ"),
        ("Lê Xuân Mít", "Phó Bí thư Tỉnh ủy, Chủ tịch", "UBND tỉnh"),
        ("Phạm Thế Bưởi", "Giám đốc", "Công an tỉnh"),
    ]


def test_a_sentence_that_opens_like_a_section_names_its_awardees() -> None:
    awardees, _ = read(
        "Tập thể được tặng Bằng khen là Công an thành phố Mẫu và Phòng Cảnh sát giao thông thuộc "
        "Công an tỉnh. Các cá nhân được tặng Bằng khen là Trung tá Lê Văn Mít, Đội trưởng, Phòng "
        "Cảnh sát hình sự, Công an tỉnh và bà Lê Thị Mận, Phó GĐ UBND TX. Gò Mẫu."
    )
    assert [(a.name, a.position, a.workplace) for a in awardees] == [
        ("Công an thành phố Mẫu", None, None),
        ("Phòng Cảnh sát giao thông", None, "Công an tỉnh"),
        ("Lê Văn Mít", "Đội trưởng, Phòng Cảnh sát hình sự", "Công an tỉnh"),
        ("Lê Thị Mận", "Phó GĐ", "UBND TX. Gò Mẫu"),
    ]


def test_hoi_of_people_abroad_has_its_country_in_the_name() -> None:
    assert [name for name, _, _ in brief(
        "Tặng Bằng khen của Thủ tướng Chính phủ cho 2 tập thể gồm: 1- Hội người Việt Nam tại Pháp; "
        "2- Cộng đồng người Việt Nam tại Cộng hòa Mẫu."
    )] == ["Hội người Việt Nam tại Pháp", "Cộng đồng người Việt Nam tại Cộng hòa Mẫu"]  # fmt: skip
