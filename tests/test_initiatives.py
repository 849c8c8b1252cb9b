"""Titled initiatives: marks lost or unequal, labels, models, and words that only sound like one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from laid_out import document, head, with_table

from pipeline.extract.initiatives import _SIGNS, TitledInitiative, initiatives_in
from pipeline.link.awardees.link import link_awardees
from pipeline.link.initiative_facts import with_facts
from pipeline.model import Dispatch, Field
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def titled(words: str) -> tuple[TitledInitiative, ...]:
    (block,) = document([("paragraph", words)]).blocks
    return initiatives_in(block, RULES)


def only(words: str) -> TitledInitiative:
    (found,) = titled(words)
    return found


@pytest.mark.parametrize(
    ("words", "kind", "title"),
    [
        ("với sáng kiến “Chế tạo máy gieo hạt” đã", "sáng kiến", "Chế tạo máy gieo hạt"),
        ("với đề tài :Chế tạo máy gieo hạt 5.0” , số tiền làm lợi", "đề tài",
         "Chế tạo máy gieo hạt 5.0"),
        ('với đề tài:Bộ đảo khí dùng PLC", số tiền', "đề tài", "Bộ đảo khí dùng PLC"),
        ("A. (Giải pháp: Sấy chè bằng củi ép (hai tầng))", "giải pháp",
         "Sấy chè bằng củi ép (hai tầng)"),
        ("mô hình thi đua “Mỗi tuần một việc tốt” của", "mô hình", "Mỗi tuần một việc tốt"),
        ("đề tài nghiên cứu khoa học “Lúa chịu mặn” được", "đề tài", "Lúa chịu mặn"),
        ("giải pháp “Vận hành tại “Đập số 2” mùa lũ” của", "giải pháp",
         "Vận hành tại “Đập số 2” mùa lũ"),
        ("tiêu biểu là: mô hình nuôi ong rừng của ông Lý Văn Sáu", "mô hình", "nuôi ong rừng"),
    ],
)  # fmt: skip
def test_titles(words: str, kind: str, title: str) -> None:
    found = only(words)
    assert (found.kind, found.title) == (kind, title)


@pytest.mark.parametrize(
    "words",
    [
        "đã có nhiều đề tài, sáng kiến, giải pháp",
        "Chương trình “02 triệu sáng kiến - vươn xa”",
        "sáng kiến trong phong trào “Lao động giỏi, lao động sáng tạo”",
        "danh hiệu “Sáng kiến, sáng tạo”",
        "mô hình “một cửa liên thông” hiện đại",
        "xây dựng mô hình trồng rau của các hộ dân",
        "Còn 02 đơn vị chưa có sáng kiến: Trung tâm Pháp y, Trạm Y tế",
    ],
)
def test_programmes_movements_and_plain_words_are_none(words: str) -> None:
    assert titled(words) == ()


def test_benefit_in_dong_with_its_qualifier() -> None:
    found = only("với đề tài “Chế tạo máy gieo hạt”, số tiền làm lợi: khoảng 85 triệu đồng.")
    assert (found.benefit_vnd, found.benefit_qualifier) == (85_000_000, "about")


def test_a_title_counts_once_and_points_at_the_first_unrepeated_mention() -> None:
    laid = document([
        ("repeated", "sáng kiến “Máy gieo hạt hai hàng” và", {"is_duplicate": True}),
        ("paragraph", "sáng kiến “Máy gieo hạt hai hàng” của"),
        ("paragraph", "nhắc lại sáng kiến “Máy gieo hạt hai hàng” nêu trên"),
    ])  # fmt: skip
    _, (found,) = link_awardees(laid, (), RULES)
    assert not found.is_duplicate
    assert laid.text.text[found.start : found.end] == "Máy gieo hạt hai hàng"
    assert found.start > laid.blocks[1].start


Told = tuple[str | None, str | None, int | None, str | None]


def told(dispatch: Dispatch) -> list[Told]:
    """(field, level, year, recognised by) of each initiative of a document."""
    titled = with_facts(link_awardees(dispatch, (), RULES)[1], dispatch, RULES)
    return [(i.field, i.level, i.year, i.recognised_by) for i in titled]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "với sáng kiến “Máy gieo hạt hai hàng” thuộc lĩnh vực nông nghiệp, được Hội đồng sáng "
            "kiến tỉnh công nhận sáng kiến cấp tỉnh năm 2020.",
            ("nông nghiệp", "cấp tỉnh", 2020, "Hội đồng sáng kiến tỉnh"),
        ),
        (
            "Năm 2019 chị Lò Thị Sáu làm sáng kiến cấp cơ sở “Máy gieo hạt hai hàng”.",
            (None, "cấp cơ sở", None, None),
        ),
        (
            "sáng kiến “Máy gieo hạt hai hàng” được công nhận cấp huyện; năm 2021 đạt cấp tỉnh",
            (None, "cấp huyện", None, None),
        ),
        (
            "sáng kiến “Máy gieo hạt hai hàng” đạt cấp huyện, cấp tỉnh năm 2020 và năm 2021",
            (None, None, None, None),
        ),
    ],
)
def test_what_the_clause_says_of_an_initiative(words: str, expected: Told) -> None:
    assert told(document([("paragraph", words)])) == [expected]


def test_the_field_that_a_paragraph_or_a_heading_opens_with() -> None:
    words = "Trong lĩnh vực Giáo dục và Đào tạo, phong trào có sáng kiến “Máy gieo hạt hai hàng”."
    assert told(document([("paragraph", words)])) == [("Giáo dục và Đào tạo", None, None, None)]
    under = [("paragraph", "Có sáng kiến “Máy gieo hạt”.", {"path": ("I. Lĩnh vực y tế",)})]
    assert told(document(under)) == [("y tế", None, None, None)]


def test_the_columns_of_a_list_say_field_level_and_year() -> None:
    laid = with_table(
        [("paragraph", "Danh sách kèm theo:")],
        ("TT", "Họ và tên", "Tên sáng kiến", "Lĩnh vực", "Cấp công nhận", "Năm công nhận"),
        [("1", "Lò Thị Sáu", "Máy gieo hạt hai hàng", "Nông nghiệp", "Tỉnh", "2021")],
    )
    assert told(laid) == [("Nông nghiệp", "Tỉnh", 2021, None)]


def test_a_decision_that_recognises_says_it_of_all() -> None:
    laid = with_table(
        [("paragraph", "Danh sách kèm theo:")],
        ("TT", "Họ và tên", "Tên sáng kiến"),
        [("1", "Lò Thị Sáu", "Máy gieo hạt hai hàng"), ("2", "Vàng A Tỏa", "Sấy chè bằng củi")],
        replace(
            head("QĐ", "5/QĐ-SNN", "SỞ NÔNG NGHIỆP"),
            subject=Field("Công nhận sáng kiến cấp cơ sở năm 2022", 0, 0, "test"),
        ),
    )
    assert told(laid) == [(None, "cấp cơ sở", 2022, "Sở Nông nghiệp")] * 2


@pytest.mark.parametrize(
    ("heading", "cell", "saved"),
    [
        ("Giá trị làm lợi (đồng)", "312.500.000", 312_500_000),
        ("Giá trị làm lợi (triệu đồng)", "75,5", 75_500_000),
        ("Số tiền làm lợi", "12 triệu đồng", 12_000_000),
        ("Giá trị làm lợi", "312", None),
        ("Giá trị làm lợi (triệu đồng)", "giảm 2 công", None),
        ("Giá trị làm lợi (đồng)", "", None),
    ],
)
def test_what_the_column_of_benefits_says(heading: str, cell: str, saved: int | None) -> None:
    laid = with_table(
        [("paragraph", "Danh sách kèm theo:")],
        ("TT", "Họ và tên", "Tên sáng kiến", heading),
        [("1", "Lò Thị Sáu", 'Gá tháo máy gieo "3 trong 1"', cell)],
    )
    (only,) = link_awardees(laid, (), RULES)[1]
    assert (only.title, only.benefit_vnd) == ('Gá tháo máy gieo "3 trong 1"', saved)


def test_a_model_behind_the_one_who_runs_it_among_good_examples() -> None:
    words = (
        "Nhiều gương điển hình như: hộ ông Lê Văn Khế (thôn Mít) với mô hình trồng chè sạch, thu "
        "nhập 200 triệu đồng; bà Vũ Thị Na với mô hình nuôi lươn cho thu nhập cao."
    )
    found = link_awardees(document([("paragraph", words)]), (), RULES)[1]
    assert [(t.title, t.authors) for t in found] == [
        ("trồng chè sạch", ("Lê Văn Khế",)), ("nuôi lươn", ("Vũ Thị Na",)),
    ]  # fmt: skip
    plain = "Tỉnh phát triển du lịch cộng đồng với mô hình trồng chè sạch, thu nhập khá."
    assert link_awardees(document([("paragraph", plain)]), (), RULES)[1] == ()


@pytest.mark.parametrize("rule", _SIGNS)
def test_each_rule_asks_for_a_sign_that_its_examples_hold(rule: str) -> None:
    for example in RULES.pattern(rule).examples:
        assert any(sign in example.text for sign in _SIGNS[rule])


def test_works_that_a_list_recognises_without_a_word_for_their_kind() -> None:
    opener = "Điều 1. Công nhận sáng kiến cấp cơ sở năm 2021 cho 02 cá nhân:"
    laid = document(
        [
            ("list_item", opener, {"label": "Điều 1."}),
            ("list_item", "1. ThS. Lê Văn Khế: “Thang điểm nguy cơ ngã”;", {"label": "1."}),
            ("list_item", "2. CN. Vũ Thị Na, Khoa Mận: “Thực đơn mềm”.", {"label": "2."}),
        ],
        head("QĐ", "5/QĐ-BV", "BỆNH VIỆN MẬN"),
    )
    people, titles = link_awardees(laid, (), RULES)
    assert [(t.title, t.kind, t.authors) for t in titles] == [
        ("Thang điểm nguy cơ ngã", "sáng kiến", ("Lê Văn Khế",)),
        ("Thực đơn mềm", "sáng kiến", ("Vũ Thị Na",)),
    ]  # fmt: skip
    assert [(a.role, a.workplace) for a in people] == [("author", None), ("author", "Khoa Mận")]


def test_lines_below_a_title_name_its_authors_and_what_it_saved() -> None:
    laid = document([
        ("list_item", "1. Sáng kiến: Máy đào hố trồng rừng đeo vai.", {"label": "1."}),
        ("paragraph", "Tác giả: Ông Lê Văn Khế - Đội trưởng Đội Cơ giới."),
        ("paragraph", "Đồng tác giả: Ông Đỗ Văn Mít - Công nhân Đội Cơ giới."),
        ("paragraph", "Giá trị làm lợi: 86.000.000 đồng/năm."),
        ("list_item", "2. Sáng kiến: Bầu hữu cơ tự hủy.", {"label": "2."}),
        ("paragraph", "Tác giả: Lê Thị Sim, Tổ 2; Công ty Lâm nghiệp Mận."),
        ("paragraph", "Tiền thưởng: 2.000.000 đồng."),
    ])  # fmt: skip
    people, titles = link_awardees(laid, (), RULES)
    assert [(t.authors, t.benefit_vnd) for t in titles] == [
        (("Lê Văn Khế", "Đỗ Văn Mít"), 86_000_000), (("Lê Thị Sim",), None),
    ]  # fmt: skip
    assert (people[-1].name, people[-1].workplace) == ("Lê Thị Sim", "Tổ 2, Công ty Lâm nghiệp Mận")


def test_a_row_without_number_and_title_names_one_more_author_of_the_work_above() -> None:
    laid = with_table(
        [("paragraph", "Danh sách kèm theo:")],
        ("TT", "Họ và tên tác giả", "Tỷ lệ (%)", "Tên sáng kiến"),
        [
            ("1", "Lò Thị Sáu", "60", "Máy gieo hạt hai hàng"), ("", "Vàng A Tỏa", "40", ""),
            ("2", "Lê Văn Khế", "100", "Sấy chè bằng hơi"),
        ],
    )  # fmt: skip
    assert [t.authors for t in link_awardees(laid, (), RULES)[1]] == [
        ("Lò Thị Sáu", "Vàng A Tỏa"), ("Lê Văn Khế",),
    ]  # fmt: skip


def test_titles_that_lead_the_entries_of_a_list_of_good_works() -> None:
    laid = document([
        ("list_item", "2. Một số sáng kiến tiêu biểu:", {"label": "2."}),
        ("list_item", "- “Lò sấy miến dùng khí” của anh Lê Văn Khế - công nhân HTX Mận, làm lợi "
         "180 triệu đồng/năm;", {"label": "-"}),
        ("list_item", "- “Ngày hội đọc sách” được tổ chức ở nhiều trường.", {"label": "-"}),
    ])  # fmt: skip
    people, titles = link_awardees(laid, (), RULES)
    assert [(t.title, t.kind, t.authors, t.benefit_vnd) for t in titles] == [
        ("Lò sấy miến dùng khí", "sáng kiến", ("Lê Văn Khế",), 180_000_000)
    ]
    assert [(a.role, a.workplace) for a in people] == [("author", "HTX Mận")]


def test_who_heads_a_project_is_named_lines_below_its_title() -> None:
    laid = document([
        ("list_item", "1. Tên đề tài: “Bảo tồn nguồn gen lợn đen”.", {"label": "1."}),
        ("list_item", "2. Tổ chức chủ trì: Viện Chăn nuôi Mận.", {"label": "2."}),
        ("list_item", "3. Chủ nhiệm đề tài: PGS.TS. Lê Văn Khế.", {"label": "3."}),
        ("list_item", "4. Thành viên Hội đồng: TS. Vũ Thị Na (Chủ tịch).", {"label": "4."}),
    ])  # fmt: skip
    people, titles = link_awardees(laid, (), RULES)
    assert [t.authors for t in titles] == [("Lê Văn Khế",)]
    assert [(a.name, a.role) for a in people] == [("Lê Văn Khế", "author")]


@pytest.mark.parametrize(
    ("words", "kind", "title"),
    [
        ("SKKN “Rèn chữ cho trẻ” được xếp loại B", "sáng kiến", "Rèn chữ cho trẻ"),
        ('Đề tài: "Dạy học "STEM" ở lớp 5" đạt loại A', "đề tài", 'Dạy học "STEM" ở lớp 5'),
        ('- Đề tài: Dạy học "STEM" ở lớp 5. Tác giả: A', "đề tài", 'Dạy học "STEM" ở lớp 5'),
    ],
)
def test_short_words_for_kinds_and_marks_inside_marks(words: str, kind: str, title: str) -> None:
    found = only(words)
    assert (found.kind, found.title) == (kind, title)


@pytest.mark.parametrize(
    "words",
    [
        "- Giải pháp: Xây dựng kế hoạch bồi dưỡng giáo viên.",
        "- Công trình: Đường giao thông xóm 5, dài 2 km.",
        "luận văn thạc sĩ với đề tài “Quản lý đất vùng cao”",
        "trình bày tham luận đề tài “Chuyển đổi số ở trường”",
        "cuộc thi vẽ tranh đề tài “Em yêu biển đảo”",
        "Dự toán công trình “Nhà văn hóa thôn Mận” của",
    ],
)
def test_labels_of_plans_theses_talks_and_buildings_are_doubted(words: str) -> None:
    assert only(words).confidence < 0.8


@pytest.mark.parametrize(
    "words", ["- Sáng kiến: 12 sáng kiến cấp huyện.", "- SKKN: 100% giáo viên có sáng kiến."]
)
def test_how_many_there_are_is_no_title(words: str) -> None:
    assert titled(words) == ()


def test_an_author_makes_a_bare_label_sure() -> None:
    papers = document([
        ("list_item", "1. Sáng kiến: Máy tách hạt mận. Tác giả: Lê Văn Khế.", {"label": "1."}),
        ("paragraph", "- Giải pháp: Tăng cường kiểm tra các đơn vị."),
    ])  # fmt: skip
    _, found = link_awardees(papers, (), RULES)
    assert [(i.title, i.confidence) for i in found] == [
        ("Máy tách hạt mận", 0.9), ("Tăng cường kiểm tra các đơn vị", 0.7),
    ]  # fmt: skip


def test_a_team_before_a_title_has_written_it_together() -> None:
    words = "có nhóm tác giả Lê Văn Khế, Vũ Thị Na (Công ty A) với sáng kiến “Máy tách hạt”."
    _, found = link_awardees(document([("paragraph", words)]), (), RULES)
    assert found[0].authors == ("Lê Văn Khế", "Vũ Thị Na")


def test_marks_behind_a_label_say_what_the_title_is() -> None:
    found = only("4. Đề tài: Thực hiện đề tài cấp tỉnh “Lúa chịu mặn” do Hội A chủ trì.")
    assert found.title == "Lúa chịu mặn"


@pytest.mark.parametrize(
    "words", ["- Tên giải pháp: Ghi ngắn gọn, rõ nội dung.", "Tên đề tài: Do Viện A chủ trì."]
)
def test_what_a_form_asks_for_is_no_title(words: str) -> None:
    assert titled(words) == ()


def test_who_won_with_a_model_is_no_example_besides() -> None:
    words = "Mô hình “Nhà chống lũ” của em Vũ Thị Na nhận giải Khuyến khích."
    awardees, _ = link_awardees(document([("paragraph", words)]), (), RULES)
    assert [(a.name, a.role) for a in awardees] == [("Vũ Thị Na", "awardee")]
