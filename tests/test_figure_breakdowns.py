"""Parts behind a colon, behind a bracket and in the next paragraph; norms of old papers."""

from __future__ import annotations

import pytest

from tests.figure_papers import figures, found, paper, rules
from tests.layout_pages import head_of, value

Expected = list[tuple[float, str | None, int | None]]


def linked(*paragraphs: str, doc_type: str | None = None) -> Expected:
    read = figures(paper(*paragraphs, doc_type=doc_type))
    return [(f.value, f.role, f.parent_key) for f in read]


def test_parts_behind_a_colon_add_up() -> None:
    words = "đã xử lý 491 cá nhân bằng các hình thức: Cảnh cáo 4 cá nhân, khiển trách 487 cá nhân."
    assert linked(words) == [(491, "total", None), (4, "part", 0), (487, "part", 0)]


@pytest.mark.parametrize(
    "words",
    [
        "đã xử lý 491 cá nhân: cảnh cáo 4 cá nhân, khiển trách 17 cá nhân.",
        "Có 20 hội viên tham gia: trồng 8 cây, tặng 12 suất quà.",
    ],
)
def test_a_colon_without_the_sum_of_the_same_parts_nothing(words: str) -> None:
    assert {role for _, role, _ in linked(words)} == {"result"}


def test_parts_behind_a_bracket_about_something_else() -> None:
    words = (
        "Tổng số đơn là 33 đơn (trong đó quý trước chuyển sang 12 đơn), gồm 29 đơn khiếu nại, "
        "4 đơn tố cáo."
    )
    assert linked(words) == [
        (33, "total", None), (12, "part", 0), (29, "part", 0), (4, "part", 0),
    ]  # fmt: skip


def test_parts_in_the_paragraph_below_that_names_their_fields() -> None:
    parts = linked(
        "Các cơ quan đã tiếp 327 lượt/424 người đến khiếu nại.",
        "Nội dung công dân đến khiếu nại, tố cáo, kiến nghị tập trung các lĩnh vực sau: Đất đai "
        "182 lượt; bồi thường 14 lượt; lĩnh vực khác 131 lượt.",
    )
    assert parts == [
        (327, "total", None), (424, "result", None), (182, "part", 0), (14, "part", 0),
        (131, "part", 0),
    ]  # fmt: skip


def test_matters_of_a_kind_are_matters() -> None:
    words = "đã giải quyết 5/5 vụ tố cáo (4 vụ việc từ kỳ trước chuyển sang)"
    assert linked(words) == [(5, "total", None), (4, "part", 0)]


def test_what_a_report_says_was_demanded_is_told() -> None:
    words = "Thanh tra đã kiến nghị thu hồi 5 tỷ đồng, yêu cầu hạch toán trên 30 triệu đồng."
    assert [role for _, role, _ in linked(words, doc_type="BC")] == ["result", "result"]
    assert [role for _, role, _ in linked("Yêu cầu nộp 30 triệu đồng.", doc_type="BC")] == [None]


def test_the_minimum_wage_is_the_name_of_an_amount() -> None:
    (wage,) = figures(paper("tính lại trên cơ sở mức lương tối thiểu 22.500 đồng/tháng"))
    (least,) = figures(paper("mức hỗ trợ tối thiểu 22.500 đồng/tháng"))
    assert (wage.qualifier, least.qualifier) == ("exact", "at_least")


def test_a_decree_sets_norms() -> None:
    (figure,) = figures(paper("Bộ trưởng: một số phí cấp bằng 100 kg gạo;", doc_type="SL"))
    assert figure.role is None


def test_grades_from_and_to_count_nothing() -> None:
    assert found("là những bậc từ 1 đến 18 ghi trong thang lương") == []
    assert found("đã ban hành 6 kết luận thanh tra") == [(6, "kết luận thanh tra")]


@pytest.mark.parametrize(
    "subject", ["về việc bỏ khoản trợ cấp tạm thời", "điều chỉnh mức phụ cấp khu vực"]
)
def test_a_paper_about_allowances_sets_rules(subject: str) -> None:
    assert rules().pattern("figure.rules_subject").regex.match(subject) is not None


def test_a_sentence_about_something_is_no_subject() -> None:
    words = (
        "Về việc tiếp công dân, các cơ quan đã tiếp 89 lượt người. Nội dung phản ánh là đất đai."
    )
    assert head_of(f"Qua thanh tra, đã thu hồi 5 tỷ đồng.\n\n{words}\n").subject is None


def test_cells_between_bars_are_cut_at_number_and_motto() -> None:
    head = head_of(
        "SỞ NỘI VỤ TỈNH HẢI SƠN Số: 78/QĐ-SNV |\n"
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Hải Sơn, ngày 17 tháng 9 "
        "năm 2017 |\n\nQUYẾT ĐỊNH\nVề việc khen thưởng\n"
    )
    assert value(head.issuer) == "SỞ NỘI VỤ TỈNH HẢI SƠN"
    assert value(head.place) == "Hải Sơn"
    assert value(head.doc_number) == "78/QĐ-SNV"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("sửa chữa 3 “Mái ấm công đoàn” cho đoàn viên", [(3, "Mái ấm công đoàn")]),
        ('trao 12 "Nhà tình nghĩa"', [(12, "Nhà tình nghĩa")]),
        ("phong trào “3 nhất”; Thông tư 12 “Hướng dẫn mẫu”", []),
        ("kinh phí là 14 tỷ đồng/2.722 hộ", [(14e9, None), (2722, "hộ")]),
        ("hỗ trợ 15 triệu đồng/1 đơn vị, 20.000 đồng/kg", [(15e6, None), (20_000, None)]),
    ],
)
def test_quoted_nouns_and_counts_behind_an_amount(
    words: str, expected: list[tuple[float, str | None]]
) -> None:
    assert found(words) == expected
