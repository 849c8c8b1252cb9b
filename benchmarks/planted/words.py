"""Amounts of money in Vietnamese words, as they stand behind the digits."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))


def amount_in_words(value: int) -> str:
    """`Ba mươi ba triệu sáu trăm nghìn đồng`."""
    parts = []
    rest = value
    for size, name in _SCALES:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{_hundreds(count, full=bool(parts))} {name}")
    if rest:
        parts.append(_hundreds(rest, full=bool(parts)))
    words = " ".join(parts)
    return f"{words[0].upper()}{words[1:]} đồng"


def _hundreds(value: int, *, full: bool) -> str:
    hundreds, rest = divmod(value, 100)
    words = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    tens, ones = divmod(rest, 10)
    if tens > 1:
        words.append(f"{_DIGITS[tens]} mươi")
    elif tens == 1:
        words.append("mười")
    elif ones and words:
        words.append("linh")
    if ones == 1 and tens > 1:
        words.append("mốt")
    elif ones == 5 and tens:
        words.append("lăm")
    elif ones:
        words.append(_DIGITS[ones])
    return " ".join(words)
