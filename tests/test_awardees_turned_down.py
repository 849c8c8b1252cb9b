"""Nominees whom a later sentence of the paper turns down, and those whom it does not."""

from __future__ import annotations

import pytest
from laid_out import document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
ASKED = (
    "Đơn vị trình hồ sơ đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh cho ông Lê Văn Khế và bà "
    "Vũ Thị Mít."
)


def names(*paragraphs: str, kind: str | None = "BB") -> list[str]:
    laid = document([("paragraph", p) for p in paragraphs], head(kind) if kind else None)
    return [a.name for a in link_awardees(laid, (), RULES)[0]]


@pytest.mark.parametrize(
    "verdict",
    [
        "Kết quả: ông Lê Văn Khế được 9/9 phiếu đồng ý; bà Vũ Thị Mít được 3/9 phiếu đồng ý.",
        "Ông Lê Văn Khế đạt 9/9 phiếu, bà Vũ Thị Mít đạt 4/9 phiếu.",
        "Ông Lê Văn Khế đạt 100% số phiếu, bà Vũ Thị Mít đạt 42,8% số phiếu.",
        "Bà Vũ Thị Mít không đủ số phiếu theo quy định.",
        "Hội đồng nhất trí đề nghị ông Lê Văn Khế, riêng bà Vũ Thị Mít chưa đủ điều kiện.",
        "Hội đồng thống nhất không đề nghị khen thưởng đối với bà Vũ Thị Mít do chưa đủ thời gian.",
        "Chủ tịch kết luận: đưa bà Vũ Thị Mít ra khỏi danh sách đề nghị khen thưởng.",
    ],
)
def test_who_is_turned_down_further_on_is_no_nominee(verdict: str) -> None:
    assert names(ASKED, verdict) == ["Lê Văn Khế"]


@pytest.mark.parametrize(
    "said",
    [
        "Ông Lê Văn Khế: 9/9 phiếu; bà Vũ Thị Mít: 8/9 phiếu.",
        "Bà Vũ Thị Mít: 2/9 phiếu không tán thành.",
        "Hội đồng không xét nâng lương cho bà Vũ Thị Mít.",
        "Không đề nghị Huân chương Lao động hạng Ba cho bà Vũ Thị Mít vì mới có hai năm.",
        "Bà Vũ Thị Mít đạt 4/9 phiếu. Bỏ phiếu lần hai, bà Vũ Thị Mít đạt 9/9 phiếu.",
        "Thư ký là bà Vũ Thị Mít. Không có ý kiến khác.",
    ],
)
def test_what_turns_down_nobody_takes_no_nominee_away(said: str) -> None:
    assert names(ASKED, said) == ["Lê Văn Khế", "Vũ Thị Mít"]


def test_who_fails_for_one_award_is_still_proposed_for_another_behind_it() -> None:
    assert names(
        "Đề nghị tặng Huân chương Lao động hạng Ba cho bà Vũ Thị Mít.",
        "Bà Vũ Thị Mít đạt 3/9 phiếu. Hội đồng đề nghị tặng Giấy khen cho bà Vũ Thị Mít.",
    ) == ["Vũ Thị Mít"]
