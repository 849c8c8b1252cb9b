"""Numbers in the names of awarded bodies, and list numbers without their dot, count nothing."""

from __future__ import annotations

import pytest

from pipeline.document import find_mentions
from pipeline.model import AwardeeMention, FigureMention
from pipeline.rulebook import load_rulebook
from tests.layout_pages import plain

HEAD = """
UBND TỈNH AN BÌNH
Số: 12/QĐ-UBND
An Bình, ngày 04 tháng 9 năm 2022

QUYẾT ĐỊNH
Về việc tặng Giấy khen

Căn cứ Luật Mẫu;

QUYẾT ĐỊNH:
"""


def read(body: str) -> tuple[list[AwardeeMention], list[FigureMention]]:
    found = find_mentions(plain(HEAD + body), load_rulebook())
    return list(found.awardees), list(found.figures)


def test_a_number_inside_a_name_is_no_count() -> None:
    awardees, figures = read(
        "Điều 1. Tặng Giấy khen cho Khoa Khám bệnh 1 cơ sở 2, Trung tâm Viễn thông 1 và 15 cá nhân."
    )
    assert "Khoa Khám bệnh 1 cơ sở 2" in [a.name for a in awardees]
    assert [(f.value, f.counted, f.key) for f in figures] == [(15, "cá nhân", 0)]


ENTRIES = ("Trung tâm Y tế huyện Mẫu;", "Trung tâm Y tế huyện Bình;", "Trường THPT Nguyễn Du;",
           "Trường THPT Lê Lợi.")  # fmt: skip


@pytest.mark.parametrize(
    "numbers",
    [("1.", "2", "3.", "4."), ("1.", "2", "3", "4."), ("97.", "98.", "99.", "100"),
     ("1.", "2", "3", "4")],
)  # fmt: skip
def test_a_list_number_without_its_dot_is_no_count(numbers: tuple[str, ...]) -> None:
    lines = [f"{number} {entry}" for number, entry in zip(numbers, ENTRIES, strict=True)]
    awardees, figures = read(
        "Điều 1. Tặng Giấy khen cho 04 tập thể có tên sau:\n" + "\n".join(lines)
    )
    assert [a.name for a in awardees] == [entry.strip(";.") for entry in ENTRIES]
    assert [(f.value, f.counted) for f in figures] == [(4, "tập thể")]


def test_a_count_that_opens_a_line_stays_one() -> None:
    _, figures = read(
        "1. Công tác tuyên truyền\nĐã tổ chức 5 buổi.\n2. Công tác thi đua\n7 Trung tâm được khen."
    )
    assert [(f.value, f.counted) for f in figures] == [(5, "buổi"), (7, "Trung tâm")]
