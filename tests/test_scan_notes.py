"""Footnotes of a scanned page: small print below a short ruling at its foot."""

import pytest

from pipeline.model import Cell, RawLine, WordBox
from pipeline.read.ocr.notes import mark_notes
from pipeline.read.scan.rule import Rule

_HIGH = 842.0


def _line(text: str, x0: float, top: float, height: float, cell: Cell | None = None) -> RawLine:
    box = (x0, top, x0 + 6.0 * len(text), top + height)
    return RawLine(text, (WordBox(0, len(text), box, 0.95),), cell=cell)


def _page(note: str, *, height: float = 9.0, top: float = 708.0) -> list[RawLine]:
    return [
        _line("Toàn tỉnh có 96.430 đoàn viên, đạt 94,4%.", 85, 300, 13),
        _line("2. Phong trào “Giỏi việc nước, đảm việc nhà”", 85, 320, 13),
        _line(note, 87, top, height),
        _line("của Ban Thường vụ về chăm lo đoàn viên.", 85, top + 13, height),
    ]


def _rule(inches: float, y: float = 700.0) -> Rule:
    scale = 200 / 72
    return Rule(85 * scale, 85 * scale + inches * 200, y * scale, 0.0)


@pytest.mark.parametrize(
    "note",
    ["1 Số liệu tính đến ngày 30/11/2022.", "! Số liệu cả năm", "* Kế hoạch năm", "(2) Báo cáo"],
)
def test_small_print_below_a_short_ruling_is_a_note(note: str) -> None:
    marked = mark_notes(_page(note), [_rule(6.0), _rule(2.0)], 200, _HIGH)

    assert [line.role for line in marked] == ["", "", "footnote", "footnote"]


@pytest.mark.parametrize(
    ("page", "rule"),
    [
        (_page("1. Số liệu tính đến ngày 30/11/2022."), _rule(2.0)),  # an item below a heading
        (_page("1 Số liệu", height=13.0), _rule(2.0)),  # print of the usual size
        (_page("1 Số liệu"), _rule(6.0)),  # the last ruling of a table
        (_page("1 Số liệu", top=760.0), _rule(2.0)),  # nothing right below it
        (_page("1 Số liệu"), _rule(2.0, y=200.0)),  # a ruling of the head
        ([*_page("1 Số liệu"), _line("5", 90, 740, 9, Cell(0, 0, 0))], _rule(2.0)),  # a table
    ],
)
def test_other_lines_below_rulings_are_text(page: list[RawLine], rule: Rule) -> None:
    assert mark_notes(page, [rule], 200, _HIGH) == page
