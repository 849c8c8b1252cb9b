"""Degrees joined by a dash before a name, and what gives an award behind the words of a contest."""

from __future__ import annotations

import pytest

from pipeline.extract.address import address_before
from tests.figure_papers import figures, paper, rules
from tests.test_awardees_namesakes import rows_of


@pytest.mark.parametrize(
    "degrees",
    ["Phó Giáo sư - Tiến sĩ", "PGS- TS", "GS – TSKH", "GS - TS - NGND", "Giáo sư – Viện sĩ"],
)
def test_a_name_behind_degrees_that_a_dash_joins(degrees: str) -> None:
    (row,) = rows_of(f"Tặng Huân chương Lao động hạng Nhì cho {degrees} Đỗ Văn Bang, Khoa Lịch sử.")
    assert (row["name"], row["workplace"]) == ("Đỗ Văn Bang", "Khoa Lịch sử")


def test_a_dash_behind_a_post_joins_no_degrees() -> None:
    assert address_before("Lê Văn Tám, giảng viên - Tiến sĩ ", rules())[1] == len("Tiến sĩ ")
    assert address_before("bệnh viện - ông ", rules())[1] == len("ông ")


@pytest.mark.parametrize(
    ("words", "giver"),
    [
        ("Hội thi do LĐLĐ tỉnh tổ chức mới đây đã trao 5 giải Nhất.", "LĐLĐ tỉnh"),
        ("Hội thi do Sở Nội vụ phối hợp tổ chức đã trao 5 giải Nhất.", "Sở Nội vụ"),
        ("Hội thi do Ban Tổ chức Tỉnh ủy tổ chức năm 2020 đã trao 5 giải Nhất.",
         "Ban Tổ chức Tỉnh ủy"),
        ("Ban Tổ chức đã trao 5 giải Nhất.", "Ban Tổ chức"),
    ],
)  # fmt: skip
def test_who_holds_a_contest_gives_its_prizes(words: str, giver: str) -> None:
    (row,) = [f for f in figures(paper(words)) if f.award is not None]
    assert row.conferred_by == giver


def test_two_verbs_have_one_award() -> None:
    (row,) = figures(
        paper("Có 29 mẹ được phong tặng, truy tặng danh hiệu Bà mẹ Việt Nam anh hùng.")
    )
    assert row.award == "bmvnah"
