"""Letters that touch are one word, in whatever order the file draws them."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from pipeline.model import Source
from pipeline.read import read
from tests.samples.pdf_page import register_fonts

FONT = "Serif"
SIZE = 12.0
Glyph = tuple[float, str, float, float]  # place on the line, letters, size, height over the line


@pytest.fixture(autouse=True, scope="module")
def _fonts() -> None:
    register_fonts()


def width(text: str, size: float = SIZE) -> float:
    return float(pdfmetrics.stringWidth(text, FONT, size))


def lines(rows: Iterable[Iterable[Glyph]]) -> list[str]:
    """The lines of a page on which each piece is drawn by itself."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for number, row in enumerate(rows):
        for x, text, size, rise in row:
            canvas.setFont(FONT, size)
            canvas.drawString(80 + x, 700 - 20 * number + rise, text)
    canvas.save()
    return lines_of(buffer.getvalue())


def lines_of(data: bytes) -> list[str]:
    reading = read(data, Source("a.pdf", "0" * 64, len(data), ""))
    return [line.text for page in reading.pages for line in page.lines]


def placed(text: str, size: float = SIZE) -> list[Glyph]:
    """The letters of a text one by one, blanks left out."""
    return [
        (width(text[:at], size), letter, size, 0.0)
        for at, letter in enumerate(text)
        if letter != " "
    ]


BORROWED = "ƯưƠơờớởựụộệếềổốảạập"


def shown(canvas: Canvas, text: str, drawn: str) -> None:
    """Draws those letters of a line that are in ``drawn`` with one operator and leaps between."""
    font = pdfmetrics.getFont(FONT)
    pieces: list[str] = []
    name, leap = "", 0.0
    for letter in text:
        if letter not in drawn:
            leap += width(letter, 1000)
            continue
        ((subset, code),) = font.splitString(letter, canvas._doc)
        name = font.getSubsetInternalName(subset, canvas._doc)
        pieces.append(f"{-leap:.1f} <{code.hex()}>")
        leap = 0.0
    canvas._code.append(f"BT {name} {SIZE} Tf 80 700 Td [{' '.join(pieces)}] TJ ET")


@pytest.mark.parametrize(
    "text",
    ["Ban Thường vụ Huyện ủy Thạch Lương", "Sở Nội vụ trình một số nội dung", "TRƯỜNG MẪU"],
)
def test_letters_of_a_second_font_drawn_after_the_line_are_put_in_their_words(text: str) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    own = "".join(letter for letter in text if letter not in BORROWED)
    shown(canvas, text, own)
    shown(canvas, text, BORROWED)
    canvas.save()
    assert lines_of(buffer.getvalue()) == [text]


def test_a_page_of_few_words_is_read_across() -> None:
    cells = ((0.0, "4{}"), (30.0, "Lý Thị Mẫu"), (120.0, "198{}"), (170.0, "Hiệu trưởng"))
    rows = [
        [
            (x + at, letter, size, rise)
            for x, cell in cells
            for at, letter, size, rise in placed(cell.format(number))
        ]
        for number in range(1, 6)
    ]
    assert lines(rows) == [f"4{n} Lý Thị Mẫu 198{n} Hiệu trưởng" for n in range(1, 6)]


def test_what_stands_apart_or_is_raised_stays_apart() -> None:
    apart = [(0.0, "Vinh", SIZE, 0.0), (width("Vinh") + 0.12 * SIZE, "Tổ", SIZE, 0.0)]
    raised = [(0.0, "viên", SIZE, 0.0), (width("viên"), "1", 0.6 * SIZE, 0.0)]
    assert lines([apart]) == ["Vinh Tổ"]
    assert lines([raised])[0].split() == ["viên", "1"]


def test_a_word_printed_twice_is_not_made_longer() -> None:
    assert lines([[(0.0, "Mẫu", SIZE, 0.0), (0.3, "Mẫu", SIZE, 0.0)]]) == ["Mẫu"]


@pytest.mark.parametrize(
    ("word", "mark", "size"),
    [("2018", "1", 0.6), ("30/11/2018", "12", 0.6), ("viên", "[1]", 0.83), ("2018", "[2]", 0.83)],
)
def test_a_raised_mark_is_no_part_of_the_number_before_it(
    word: str, mark: str, size: float
) -> None:
    end = width(word)
    stop = (end + width(mark, size * SIZE), ".", SIZE, 0.0)
    (found,) = lines([[(0.0, word, SIZE, 0.0), (end, mark, size * SIZE, 4.0), stop]])
    assert found.replace(" .", ".") == f"{word} {mark}."


def test_a_bold_line_may_borrow_its_first_letter_from_a_plain_font() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont(FONT, SIZE)
    canvas.drawString(80, 700, "Ủ")
    canvas.setFont("Serif-Bold", SIZE)
    canvas.drawString(80 + width("Ủ"), 700, "Y BAN MẪU")
    canvas.save()
    (line,) = read(buffer.getvalue(), Source("a.pdf", "0" * 64, 1, "")).pages[0].lines
    assert (line.text, line.bold) == ("ỦY BAN MẪU", True)


def test_a_blank_that_opens_the_next_run_parts_no_letter_drawn_before_it() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for drawn in ("Điu:", "ề", " GAO"):
        shown(canvas, "Điều: GAO", drawn)
    canvas.save()
    assert lines_of(buffer.getvalue()) == ["Điều: GAO"]
