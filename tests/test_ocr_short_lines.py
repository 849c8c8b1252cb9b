"""Short lines of capitalised words get the marks that two looks at them alone find."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.short_lines import read_short_again

PAGE = np.full((300, 1200), 255, np.uint8)


class _Engine:
    """Reads one text after the other."""

    version = "none"

    def __init__(self, *texts: str, sure: float = 0.96) -> None:
        self.texts = list(texts)
        self.sure = sure

    def recognise(self, image: NDArray[Any], dpi: int, layout: str = "page") -> tuple[OcrWord, ...]:
        return tuple(_words(self.texts.pop(0), self.sure))


def _words(text: str, sure: float = 0.9) -> list[OcrWord]:
    return [
        OcrWord(word, 400.0 + 100 * at, 100, 480.0 + 100 * at, 134, sure, 130, 38, 2)
        for at, word in enumerate(text.split())
    ]


@pytest.mark.parametrize(
    ("read", "looks", "right"),
    [
        ("Trân Văn Tiên", ["Trần Văn Tiến", "Trần Văn Tiến"], "Trần Văn Tiến"),
        ("TINH MÂU", ["TỈNH MẪU", "TỈNH MẪU"], "TỈNH MẪU"),
        ("Lê Văn Dũn", ["Lê Văn Dũng", "Lê Văn Dũng"], "Lê Văn Dũng"),
        ("Trân Văn Tiên", ["Trần Văn Tiến", "Trần Văn Tiên"], "Trân Văn Tiên"),  # at odds
        ("Trần Văn Tiến", ["Trân Văn Tiến"], "Trần Văn Tiến"),  # fewer marks
        ("Lê Văn Dân", ["Lê Văn Đân"], "Lê Văn Dân"),  # another letter
        ("Lê Văn Tiên", ["Lê Văn"], "Lê Văn Tiên"),
        ("Lê Văn và", [], "Lê Văn và"),  # no name, and not looked at
    ],
)
def test_marks_that_two_looks_find_stand(read: str, looks: list[str], right: str) -> None:
    words = read_short_again(PAGE, _words(read), _Engine(*looks), 200)
    assert " ".join(word.text for word in words) == right


def test_a_sure_word_is_not_given_up_for_a_faint_one() -> None:
    words = _words("UBND TINH", 0.96)
    again = _Engine("UBND TỈNH", "UBND TỈNH", sure=0.9)
    assert read_short_again(PAGE, words, again, 200) == tuple(words)
