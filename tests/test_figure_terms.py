"""Numbers of contracts, collective agreements and house rules are norms, not reported results."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model import Field
from tests.figure_papers import figures, paper

TERM = "1. Hằng năm Công ty xét nâng lương 01 lần; làm thêm ngày nghỉ được trả 200% tiền lương."


def roles(title: str, doc_type: str | None = None) -> set[str | None]:
    return {f.role for f in figures(paper(title, TERM, doc_type=doc_type))}


@pytest.mark.parametrize(
    "title", ["THỎA ƯỚC LAO ĐỘNG TẬP THỂ", "THOẢ ƯỚC LAO ĐỘNG TẬP THỂ", "NỘI QUY LAO ĐỘNG"]
)
def test_terms_are_no_results(title: str) -> None:
    assert roles(title) == {None}


def test_a_contract_reports_nothing() -> None:
    assert roles("HỢP ĐỒNG LAO ĐỘNG", "HĐ") == {None}


@pytest.mark.parametrize(
    "title",
    [
        "KẾT QUẢ THỰC HIỆN THỎA ƯỚC LAO ĐỘNG TẬP THỂ",
        "Thỏa ước lao động tập thể giúp người lao động yên tâm",
        "THỎA ƯỚC LAO ĐỘNG TẬP THỂ ĐÃ KÝ TRONG NĂM",
    ],
)
def test_what_is_told_of_terms_is_reported(title: str) -> None:
    assert "result" in roles(title)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("thương lượng tập thể giữa Công đoàn và Giám đốc Công ty Mẫu", {None}),
        ("Tổng hợp kết quả lấy ý kiến về nội dung thương lượng tập thể", {"result"}),
    ],
)
def test_what_is_bargained_for_is_no_result(subject: str, expected: set[str | None]) -> None:
    laid = paper("Hỗ trợ ăn ca 25.000 đồng/người; trợ cấp sinh con 500.000 đồng.", doc_type="BB")
    minutes = replace(laid, head=replace(laid.head, subject=Field(subject, 0, 0, "test")))
    assert {f.role for f in figures(minutes)} == expected
