"""Tables without rulings on scans, where a page is read without those before it."""

import pytest

from pipeline.read.page.unruled import PdfPages
from pipeline.read.page.word import PlacedWord

COLUMNS = (60, 120, 300)
HEADING = ("STT", "Họ và tên", "Chức vụ")
ROWS = (("Lò Văn Bính", "Kế toán"), ("Hà Thị Dậu", "Văn thư"), ("Đinh Mão", "Kỹ sư"))


def placed(rows: list[tuple[str, ...]]) -> list[PlacedWord]:
    words = []
    for line, row in enumerate(rows):
        base = 100.0 + 20 * line
        for x, cell in zip(COLUMNS, row, strict=True):
            for n, text in enumerate(cell.split()):
                left = x + 26.0 * n
                words.append(
                    PlacedWord(text=text, x0=left, top=base - 9, x1=left + 22, bottom=base + 2,
                               baseline=base, size=11, index=len(words), last=len(words))
                )  # fmt: skip
    return words


@pytest.mark.parametrize(("is_alone", "first", "tables"), [(True, 26, 1), (True, 1, 1),
                                                           (False, 26, 0)])  # fmt: skip
def test_a_heading_stands_over_later_rows_where_the_page_before_is_unknown(
    is_alone: bool, first: int, tables: int
) -> None:
    rows = [HEADING, *((str(first + n), *row) for n, row in enumerate(ROWS))]
    found, rest = PdfPages(is_alone=is_alone).tables(placed(rows))
    assert len(found) == tables
    if tables:
        names = [
            " ".join(word.text for word in words)
            for words, cell in found[0].cells
            if cell.column == 1
        ]
        assert names == [HEADING[1], *(name for name, _ in ROWS)]
        assert not rest


def test_numbers_that_do_not_count_on_are_no_rows() -> None:
    rows = [HEADING, ("26", *ROWS[0]), ("12", *ROWS[1]), ("40", *ROWS[2])]
    assert PdfPages(is_alone=True).tables(placed(rows))[0] == []
