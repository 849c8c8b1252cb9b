"""Tokens of the figure grammar and the terms that are looked up among them."""

from __future__ import annotations

import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.extract.figures.exclusions import Exclusions
from pipeline.extract.figures.passage import Mask, Passage
from pipeline.extract.figures.tokens import Phrases, tokenize
from pipeline.rulebook import load_rulebook


def test_words_numbers_and_signs_stand_apart() -> None:
    tokens = tokenize(" có 1.254 m² (70/70),  đạt")
    assert tokens.texts == ["có", "1.254", "m²", "(", "70/70", ")", ",", "đạt"]
    assert tokens.starts == [1, 4, 10, 13, 14, 19, 20, 23]
    assert tokens.end(1) == 9


@given(st.text(alphabet="ab đ²1,.()\n\t\u3000\u0303", max_size=30))
def test_tokens_are_all_that_is_not_blank(text: str) -> None:
    texts, starts = tokenize(text)
    assert [
        text[start : start + len(token)] for token, start in zip(texts, starts, strict=True)
    ] == texts
    assert "".join(texts) == "".join(text.split())


def test_the_longest_term_wins_on_either_side() -> None:
    phrases = Phrases([("cán bộ", "a"), ("cán bộ đoàn", "b"), ("bộ", "c")])
    texts = tokenize("cán bộ đoàn và bộ").texts
    assert phrases.at(texts, 0) == (3, "b")
    assert phrases.at(texts, 1) == (1, "c")
    assert phrases.at(texts, 3) is None
    assert phrases.at(texts, 5) is None
    assert phrases.before(texts, 2) == (2, "a")
    assert phrases.before(texts, 3) == (3, "b")
    assert phrases.before(texts, 0) is None
    assert phrases.openings == {"cán", "bộ"}


def test_dates_marks_titles_and_amounts_in_words_hold_no_figures() -> None:
    view = "1. Ngày 5/3 có 15 hộ (Năm triệu đồng) “Vì 3 mục tiêu”"
    passage = Passage(view, 100)
    excluded = Exclusions(passage, Mask([(108, 111)]), load_rulebook(), ((0, 2),))
    held = [
        word for word in view.split() if excluded.covers(at := view.index(word), at + len(word))
    ]
    assert held == ["1.", "5/3", "(Năm", "triệu", "đồng)", "“Vì", "3", "mục", "tiêu”"]


def test_a_share_aimed_at_in_quotation_marks_is_no_title() -> None:
    view = (
        "chỉ tiêu “Không có vi phạm” thành “100% hồ sơ được trả”; mục tiêu “5 không, 3 sạch”; "
        "sáng kiến “Giảm 30% thời gian chờ” thành “Giảm 40% thời gian chờ”"
    )
    passage = Passage(view)
    assert [view[start:end] for start, end in passage.quoted_aims] == ["“100% hồ sơ được trả”"]
    assert "“5 không, 3 sạch”" in {view[start:end] for start, end in passage.titles}
    assert not {*passage.titles} & {*passage.quoted_aims}


@settings(deadline=None)
@example("bao1, đobb12 aaa1/2 bbb123 km2 aaa1-bbb2.")
@given(st.text(alphabet=st.sampled_from("abđố ., ;:()12²-–“” \u00a0\t\u0301é٣½"), max_size=40))
def test_pieces_between_blanks_give_the_tokens_of_the_whole(text: str) -> None:
    tokens = tokenize(text)
    marked = r"\p{L}{3,}+(?=\d{1,2}(?![\p{L}\p{M}\p{N}²³/-]))"  # by a note
    whole = list(
        regex.finditer(rf"{marked}|\p{{L}}[\p{{L}}\p{{M}}\p{{N}}²³]*|\d+(?:[.,/]\d+)*|\S", text)
    )
    assert tokens.texts == [hit.group() for hit in whole]
    assert tokens.starts == [hit.start() for hit in whole]
