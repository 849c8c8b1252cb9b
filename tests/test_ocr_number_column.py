"""Numbers before a list without rulings: those that page analysis leaves out are read alone."""

from collections.abc import Sequence

import numpy as np
import pytest

from pipeline.read.ocr.engine import Grey, Layout
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.number_column import read_number_column

DPI, HIGH, STEP = 200, 24, 60
EDGE = 300  # the names begin here
PEOPLE = ("Lò Văn Bính", "Hà Thị Dậu", "Y Thoa", "Đinh Mão", "Rơ Châm Thìn")


class Strip:
    """An engine that reads what is written on a strip: a text and its confidence a row."""

    version = "test"

    def __init__(self, *rows: tuple[str, float]) -> None:
        self.rows, self.calls = rows, 0

    def recognise(self, image: Grey, dpi: int, layout: Layout = "page") -> tuple[OcrWord, ...]:
        self.calls += 1
        inked = (image < 128).any(axis=1)
        edges = np.flatnonzero(np.diff(np.concatenate(([0], inked, [0])).astype(int)))
        return tuple(
            OcrWord(text, 24, float(top), 44, float(end), sure, float(end), HIGH, at)
            for at, ((text, sure), (top, end)) in enumerate(
                zip(self.rows, edges.reshape(-1, 2), strict=True)
            )
        )


def page(
    engine: Strip, read: Sequence[tuple[str, float] | None], at: int = 200, names: int = EDGE
) -> list[str]:
    """The lines of a page of names with ink before each; ``read`` is what is known of the ink."""
    image = np.full((STEP * (len(read) + 1), 900), 255, np.uint8)
    words = []
    for line, (name, known) in enumerate(zip(PEOPLE, read, strict=True)):
        top = STEP * (line + 1) - HIGH
        image[top + 2 : top + HIGH - 2, at : at + 14] = 0
        if known is not None:
            words.append(OcrWord(known[0], at, top, at + 14, top + HIGH, known[1], 0, HIGH, line))
        for n, word in enumerate(name.split()):
            x = names + 80 * n + 3 * line
            words.append(OcrWord(word, x, top, x + 70, top + HIGH, 0.95, top + HIGH, HIGH, line))
    ink = 255 - image
    found = read_number_column(image, ink, words, engine, DPI)
    lines = [" ".join(word.text for word in found if word.line == n) for n in range(len(read))]
    assert all(word.confidence >= 0.55 for word in found)  # a fainter number passes for scrawl
    return lines


def with_numbers(*numbers: str) -> list[str]:
    return [f"{number} {name}".strip() for number, name in zip(numbers, PEOPLE, strict=True)]


def test_a_column_that_was_left_out_is_read_as_one_block() -> None:
    engine = Strip(("1", 0.9), ("2", 0.9), ("3", 0.9), ("4", 0.9), ("5", 0.9))
    assert page(engine, [None] * 5) == with_numbers("1", "2", "3", "4", "5")
    assert engine.calls == 1


@pytest.mark.parametrize("faint", [("3", 0.3), ("3.", 0.52)])
def test_numbers_that_count_on_are_likely(faint: tuple[str, float]) -> None:
    read = [("1", 0.9), ("2", 0.9), faint, ("4", 0.9), ("5", 0.9)]
    assert page(Strip(), read) == with_numbers("1", "2", faint[0], "4", "5")


@pytest.mark.parametrize("unread", [None, ("4+", 0.9), ("1", 0.5)])
def test_a_number_is_told_by_those_around(unread: tuple[str, float] | None) -> None:
    read = [("1", 0.9), ("2", 0.9), ("3", 0.9), unread, ("5", 0.9)]
    strip = Strip() if unread == ("1", 0.5) else Strip(("„", 0.4))
    assert page(strip, read) == with_numbers("1", "2", "3", "4", "5")


@pytest.mark.parametrize("group", [None, ("II", 0.4)])
def test_ink_that_the_rows_count_over_is_the_number_of_a_group(
    group: tuple[str, float] | None,
) -> None:
    read = [("I", 0.9), ("1", 0.9), ("2", 0.9), group, ("3", 0.9)]
    assert page(Strip() if group else Strip(("„", 0.4)), read) == with_numbers(
        "I", "1", "2", "II", "3"
    )


def test_a_number_told_by_those_around_has_their_sign() -> None:
    read = [("1.", 0.9), ("2.", 0.9), ("1.", 0.9), ("4.", 0.9), ("5.", 0.9)]
    assert page(Strip(), read) == with_numbers("1.", "2.", "3.", "4.", "5.")


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (("7", "3", "9", "1", "4"), EDGE),  # do not count on
        (("và", "2", "của", "4", "à"), EDGE),  # print of another column
        (("1", "2", "3", "4", "5"), 216),  # right before the words: bullets
    ],
)
def test_other_ink_is_no_numbering(rows: tuple[str, ...], names: int) -> None:
    engine = Strip(*((row, 0.9) for row in rows))
    assert page(engine, [None] * 5, names=names) == list(PEOPLE)


def test_a_page_whose_numbers_are_read_costs_nothing() -> None:
    engine = Strip()
    page(engine, [(str(n), 0.9) for n in range(1, 6)])
    assert engine.calls == 0
