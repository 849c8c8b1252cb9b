"""Blanks typed twice between words are one; gaps that part cells or leave room for ink stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise.gaps import without_gaps
from tests.layout_pages import plain
from tests.test_layout_joins import HEAD


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("tỉnh Lai  Châu,  năm 2020", "tỉnh Lai Châu, năm 2020"),
        ("Ông Lê Văn Mít   -  Giám đốc", "Ông Lê Văn Mít - Giám đốc"),
        ("SỞ NỘI VỤ    CỘNG HÒA XÃ HỘI", "SỞ NỘI VỤ    CỘNG HÒA XÃ HỘI"),
        ("Số:   /QĐ-UBND", "Số:   /QĐ-UBND"),
        ("Đông Khê, ngày   tháng   năm 2020", "Đông Khê, ngày   tháng   năm 2020"),
        ("Quyết định số   ngày 12", "Quyết định số   ngày 12"),
        ("S Ở   N Ộ I   V Ụ", "S Ở   N Ộ I   V Ụ"),
    ],
)
def test_gaps(typed: str, read: str) -> None:
    assert without_gaps(typed, None)[0] == read


@given(st.text(alphabet=" aĂ.,-1(", max_size=40))
def test_each_letter_knows_where_it_stood(typed: str) -> None:
    text, origins = without_gaps(typed, None)
    places = range(len(typed)) if origins is None else origins
    assert [typed[at] for at in places] == list(text)
    shifted = tuple(at + 7 for at in range(len(typed)))
    assert without_gaps(typed, shifted)[1] == tuple(at + 7 for at in places)


@pytest.mark.parametrize("spoil", ["    {}", "{}   ", "\t{} ", "\u00a0{}\u00a0"])
def test_blanks_at_the_ends_of_lines_change_nothing(spoil: str) -> None:
    words = (
        HEAD.strip() + "\n\nBan Thường vụ tặng Giấy khen của Chủ tịch Liên đoàn Lao\n"
        "động huyện Đông Khê cho 12 tập thể có thành tích xuất sắc trong\nphong trào."
    )
    spoilt = "\n".join(spoil.format(line) for line in words.split("\n"))
    clean, blanked = plain(words), plain(spoilt)
    assert blanked.text.text == clean.text.text
    assert [block.view for block in blanked.blocks] == [block.view for block in clean.blocks]
