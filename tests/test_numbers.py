"""Number grammar: values, units, ranges, ratios and words against an independent oracle."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.grammar.numbers import Quantity, find_quantities, parse_vietnamese_words
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def one(text: str) -> Quantity:
    found = find_quantities(text, RULES)
    assert len(found) == 1, found
    assert text[found[0].start : found[0].end] == found[0].raw
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("có 3.620 đoàn viên", 3620, "count"),
        ("8000 phiếu", 8000, "count"),
        ("04 sáng kiến", 4, "count"),
        ("118,6%", Decimal("118.6"), "percent"),
        ("85 phần trăm", 85, "percent"),
        ("2,5 tỷ đồng", 2_500_000_000, "vnd"),
        ("2.5 tỷ đồng", 2_500_000_000, "vnd"),
        ("2 tỷ 500 triệu đồng", 2_500_000_000, "vnd"),
        ("1 tỷ rưỡi đồng", 1_500_000_000, "vnd"),
        ("3 triệu 2", 3_200_000, None),
        ("33.000 tỷ đồng", 33 * 10**12, "vnd"),
        ("5 nghìn tỷ đồng", 5 * 10**12, "vnd"),
        ("50trđ", 50_000_000, "vnd"),
        ("15.000đ", 15_000, "vnd"),
        ("500k", 500_000, "vnd"),
        ("75 nghìn lượt", 75_000, None),
        ("bò 970con", 970, "count"),
        ("đạt 30tạ/ha", 30, "count"),
        ("trồng 7.2 ha", Decimal("7.2"), "count"),
        ("1 250 000 đồng", 1_250_000, "vnd"),
        ("03 đồng chí", 3, "count"),
        ("5 đ/c", 5, "count"),
        ("hai mươi lăm tập thể", 25, "count"),
        ("năm triệu đồng", 5_000_000, "vnd"),
    ],
)
def test_values(text: str, value: int | Decimal, unit: str | None) -> None:
    found = one(text)
    assert (found.value, found.unit) == (value, unit)
    assert isinstance(found.value, int) or found.value != int(found.value)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("15-20%", 15, 20, "percent"),
        ("từ 2% đến 30%", 2, 30, "percent"),
        ("3-4 triệu đồng/hộ", 3_000_000, 4_000_000, "vnd"),
        ("10 đến 15 người", 10, 15, "count"),
    ],
)
def test_ranges(text: str, low: int, high: int, unit: str) -> None:
    found = one(text)
    assert (found.value, found.value_high, found.unit, found.kind) == (low, high, unit, "range")


def test_ratio_and_cell() -> None:
    assert (one("70/70 CĐCS").value, one("862/1.266").of_value) == (70, 1266)
    assert one("12/73/82").cells == (12, 73, 82)


def test_vague_plural_is_a_lower_bound() -> None:
    found = one("hàng trăm tỷ đồng")
    assert (found.value, found.kind, found.unit) == (100 * 10**9, "order", "vnd")
    found = one("hàng trăm ngàn tỷ đồng")
    assert (found.value, found.kind, found.unit) == (10**14, "order", "vnd")


@pytest.mark.parametrize(
    "text",
    ["345/BC-LĐLĐ", "34-CT/TW", "91/2017/NĐ-CP", "Covid-19", "QH15", "19:51", "1.013980", "4.0",
     "12/8/2020", "24/7", "28/7", "hàng năm", "5S", "lớp 6ab"],
)  # fmt: skip
def test_no_quantity(text: str) -> None:
    assert find_quantities(text, RULES) == ()


def test_english_mark_is_ambiguous() -> None:
    assert one("1,112 người").is_ambiguous
    assert not one("1,112 tỷ").is_ambiguous


def spelled(number: int) -> str:
    """Oracle: the school rule for writing numbers in words, by groups of three digits."""
    parts: list[str] = []
    groups = [number // 1000**i % 1000 for i in range(4)]
    seen = False
    for index in (3, 2, 1, 0):
        group = groups[index]
        if not group:
            continue
        hundreds, tens, units = group // 100, group // 10 % 10, group % 10
        words: list[str] = []
        if seen or hundreds:
            words += [DIGITS[hundreds], "trăm"]
        if tens == 0 and units and words:
            words.append("linh")
        if tens == 1:
            words.append("mười")
        elif tens > 1:
            words += [DIGITS[tens], "mươi"]
        if units:
            last = DIGITS[units]
            if units == 5 and tens:
                last = "lăm"
            if units == 1 and tens > 1:
                last = "mốt"
            words.append(last)
        parts += [*words, ["", "nghìn", "triệu", "tỷ"][index]]
        seen = True
    return " ".join(word for word in parts if word)


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_words_agree_with_the_school_rule(number: int) -> None:
    assert parse_vietnamese_words(f"({spelled(number)} đồng chẵn)", RULES) == number


@given(st.integers(min_value=1000, max_value=10**12))
def test_dotted_thousands(number: int) -> None:
    assert one(f"{number:,}".replace(",", ".") + " người").value == number


@given(st.text(alphabet="0123456789.,/%-– đồngtriệuỷăm nghìhàkK²١", max_size=60))
def test_never_crashes_and_spans_hold(text: str) -> None:
    last = 0
    for found in find_quantities(text, RULES):
        assert last <= found.start < found.end <= len(text)
        assert found.raw == text[found.start : found.end]
        last = found.end
    parse_vietnamese_words(text, RULES)


@pytest.mark.parametrize("piece", [" ", "1", "1.000.", "hai mươi ", "2 tỷ ", "12/"])
def test_long_lines_stay_linear(piece: str) -> None:
    line = piece * (200_000 // len(piece))
    began = time.process_time()
    find_quantities(line, RULES)
    assert time.process_time() - began < 30


@pytest.mark.parametrize("text", ["có 5 TRİỆU đồng", "LİNH hai người", "hàng TRİỆU người"])
def test_letters_that_match_only_without_case_are_no_number_words(text: str) -> None:
    assert all(found.value < 10 for found in find_quantities(text, RULES))
