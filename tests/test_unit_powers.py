"""Words on one line of a PDF, with the small 2 and 3 of areas and volumes among them."""

from __future__ import annotations

import pytest

from pipeline.read.page.rows import cluster_rows
from pipeline.read.page.word import PlacedWord
from tests.figure_papers import figures, table_paper


def _words(*placed: tuple[str, float, float, float, float]) -> list[PlacedWord]:
    """Words by text, left, right, baseline and size."""
    return [
        PlacedWord(text, x0, base - 0.7 * size, x1, base + 0.2 * size, base, size, at, at)
        for at, (text, x0, x1, base, size) in enumerate(placed)
    ]


def _rows(*placed: tuple[str, float, float, float, float]) -> list[str]:
    return [" ".join(word.text for word in row) for row in cluster_rows(_words(*placed))]


LINE = (("Thu", 10.0, 32.0, 100.0, 13.0), ("hồi", 35.0, 55.0, 100.0, 13.0))


@pytest.mark.parametrize("size", [7.5, 10.5])  # as Word and as browsers set it
def test_a_raised_two_is_part_of_its_unit(size: float) -> None:
    area = (("1.200", 60.0, 90.0, 100.0, 13.0), ("m", 93.0, 103.0, 100.0, 13.0))
    power = ("2", 103.2, 108.0, 96.0, size)
    behind = ("đất", 112.0, 130.0, 100.0, 13.0)
    assert _rows(*LINE, *area, power, behind) == ["Thu hồi 1.200 m2 đất"]
    closed = (power, (",", 108.2, 111.0, 100.0, 13.0))
    assert _rows(*LINE, *area, *closed, behind) == ["Thu hồi 1.200 m2, đất"]
    glued = (("645,6m", 60.0, 100.0, 100.0, 13.0), ("2;", 100.2, 108.0, 96.0, size))
    assert _rows(*LINE, *glued, behind) == ["Thu hồi 645,6m2; đất"]


def test_other_small_numbers_stay_words() -> None:
    note = (("viên", 60.0, 90.0, 100.0, 13.0), ("2", 90.2, 95.0, 96.0, 7.5))
    assert _rows(*LINE, *note) == ["Thu hồi viên 2"]
    apart = (("m", 60.0, 70.0, 100.0, 13.0), ("2", 80.0, 86.0, 100.0, 13.0))
    assert _rows(*LINE, *apart) == ["Thu hồi m 2"]


def test_a_column_of_areas_counts_and_one_of_parcels_does_not() -> None:
    paper = table_paper(
        "x",
        ("STT", "Chủ sử dụng đất", "Số thửa", "Tờ bản đồ số", "Diện tích thu hồi (m2)"),
        (("1", "Hộ A", "112", "5", "820,6"), ("2", "Hộ B", "113", "5", "525")),
    )
    assert [(f.value, f.counted) for f in figures(paper)] == [(820.6, "m2"), (525, "m2")]


def test_grades_are_of_the_people_counted_before_them() -> None:
    rows = (("1", "Văn phòng", "9", "2", "6"), ("2", "Thanh tra", "5", "1", "4"))
    grades = ("HTXSNV", "Hoàn thành tốt nhiệm vụ")
    paper = table_paper("x", ("STT", "Đơn vị", "Số người", *grades), rows)
    assert [(f.value, f.counted) for f in figures(paper)] == [
        (value, "người") for value in (9, 2, 6, 5, 1, 4)
    ]
    assert all(f.confidence < 0.9 for f in figures(paper) if f.value not in (9, 5))
    # of what a bare sum is nobody says, and the names of units are no count
    assert figures(table_paper("x", ("STT", "Đơn vị", "Tổng số", *grades), rows)) == ()


def test_words_on_one_point_are_one_line_however_high_their_letters() -> None:
    # a font that does not tell its size gives the height of the letters
    tall, low = ("Ủy", 60.0, 74.0, 100.0, 14.6), ("ương,", 78.0, 98.0, 100.0, 8.5)
    assert _rows(tall, low) == ["Ủy ương,"]
