"""What is told of numbers at a glance is what the whole grammar reads."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.grammar.numbers import Quantity, find_quantities, parse_quantity
from pipeline.grammar.plain_numbers import Plain, glance
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
GLANCE = glance(RULES)
PIECES = [
    "5", "12", "2024", "1.254", "0", "007", "85,5", "1,112", "%", " ", "  ", "\n", ".", ",", ":",
    "/", "-", "–", "(", ")", ";", " người", " triệu", " tỷ", " đồng", "đ", "k", "m2", "ha", "năm ",
    "không ", "một ", "hai mươi ", "tư ", "hàng trăm ", " rưỡi", " đến ", "QĐ", "-CT/TU",
    "31/5/2022", "172/KH-UB", "3/4", "phần trăm", "x", "Ơ", "_", "²", "½", "ß", "\u0309",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("12 người", Plain(12, 2)),
        ("1.254; ", Plain(1254, 5)),
        ("85,5%, ", Plain(Decimal("85.5"), 5, "percent")),
        ("85% số", Plain(85, 3, "percent")),
        ("31/5/2022, ", Plain(None, 9)),
        ("172/KH-UBND", Plain(None, 4)),
    ],
)
def test_digits_are_told_at_a_glance(text: str, plain: Plain) -> None:
    assert GLANCE.digits(text, 0) == plain


@pytest.mark.parametrize(
    "text",
    ["2 tỷ đồng", "15-20%", "3/4", "10 250 người", "12h", "12 đ", "1,5 tấn", "5 đến 6", "7  x"],
)
def test_what_can_go_on_needs_a_closer_look(text: str) -> None:
    assert GLANCE.digits(text, 0) is None


@pytest.mark.parametrize(
    ("text", "end", "plain"),
    [
        ("năm 2024", 3, Plain(None, 3, is_word=True)),
        ("tư vấn", 2, Plain(None, 2)),
        ("hai bên", 3, Plain(2, 3, is_word=True)),
        ("hai mươi", 3, None),
        ("năm trăm", 3, None),
        ("mười người", 4, None),
    ],
)
def test_number_words_are_told_at_a_glance(text: str, end: int, plain: Plain | None) -> None:
    assert GLANCE.word(text, 0, end) == plain


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_a_glance_reads_what_the_grammar_reads(text: str) -> None:
    for quantity in find_quantities(text, RULES):
        assert parse_quantity(text, quantity.start, RULES) == quantity


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_a_glance_misses_nothing(text: str) -> None:
    found = find_quantities(text, RULES)
    missed: list[Quantity] = []
    for start in range(len(text)):
        before = text[start - 1 : start]
        if any(q.start <= start < q.end for q in found) or not (
            before in " ;()" and text[start] != " "
        ):
            continue
        quantity = parse_quantity(text, start, RULES)
        if quantity is not None:
            missed.append(quantity)
    assert not missed
