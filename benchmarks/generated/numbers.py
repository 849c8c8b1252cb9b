"""Counts, shares and amounts in the notations that occur, each with its value."""

from __future__ import annotations

from random import Random

BEFORE = {
    "gần": "nearly",
    "ngót": "nearly",
    "xấp xỉ": "nearly",
    "hơn": "over",
    "trên": "over",
    "khoảng": "about",
    "ước khoảng": "about",
    "ít nhất": "at_least",
    "tối thiểu": "at_least",
    "không dưới": "at_least",
    "không quá": "at_most",
    "tối đa": "at_most",
    "dưới": "under",
}
WORDS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def dots(value: int) -> str:
    """`4.440`; below ten with a zero."""
    return f"{value:,}".replace(",", ".") if value > 9 else f"{value:02}"


def shown(rng: Random, value: int) -> str:
    """A count as printed: dots mostly, four digits sometimes without, zero below ten mostly."""
    if value < 10:
        return f"{value:02}" if rng.random() < 0.85 else str(value)
    if 1000 <= value < 10000 and rng.random() < 0.12:
        return str(value)
    return dots(value)


def decimal(value: float, places: int = 1) -> str:
    """`68,1`; no comma before nothing."""
    text = f"{value:.{places}f}".replace(".", ",")
    return text.rstrip("0").rstrip(",") if "," in text else text


def size(rng: Random) -> int:
    """How many of something: mostly small, sometimes thousands."""
    return rng.choice(
        (
            rng.randint(1, 9),
            rng.randint(10, 99),
            rng.randint(10, 99),
            rng.randint(100, 999),
            rng.randint(1000, 9999),
            rng.randint(10000, 99999),
        )
    )


def amount(rng: Random) -> tuple[str, int]:
    """An amount of money and its value in dong."""
    shape = rng.randrange(7)
    if shape == 0:
        value = rng.randint(2, 990) * 100_000
        return f"{dots(value)} {rng.choice(('đồng', 'đồng', 'đ', 'VNĐ'))}", value
    if shape == 1:
        value = rng.randint(12, 99)
        tenth = rng.randint(1, 9)
        return f"{value},{tenth} triệu đồng", value * 10**6 + tenth * 10**5
    if shape == 2:
        value, tenth = rng.randint(1, 90), rng.randint(1, 9)
        return f"{value},{tenth} {rng.choice(('tỷ', 'tỉ'))} đồng", value * 10**9 + tenth * 10**8
    if shape == 3:
        value, rest = rng.randint(1, 9), rng.randint(1, 9) * 100
        return f"{value} tỷ {rest} triệu đồng", value * 10**9 + rest * 10**6
    if shape == 4:
        value = rng.randint(2, 30)
        return f"{value:02} tỷ đồng", value * 10**9
    value = rng.randint(15, 980)
    return f"{value} triệu đồng", value * 10**6


def share(rng: Random) -> tuple[str, float]:
    """A percentage and its value."""
    if rng.random() < 0.2:
        return "100%", 100
    if rng.random() < 0.5:
        value = rng.randint(50, 999) / 10
        return f"{decimal(value)}{rng.choice(('%', '%', '%', ' %'))}", value
    return f"{(value := rng.randint(12, 99))}%", value
