"""Vietnamese number words: `hai mươi lăm`, `hai mươi mốt triệu ba trăm ngàn`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.rulebook.derived import derived

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

HOW_MANY = r"(?:\d{1,3}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
"""A small count, in the expressions of sentences."""
_BILLION = 10**9
# A number in words is short; a longer run of number words is a list of numbers.
_MOST_WORDS = 40
# How far one word with its blanks may reach (an unbounded match looks at the whole text).
_REACH = 100


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number in words: its value, end offset (behind the last word), count of words."""

    value: int | Decimal
    end: int
    words: int
    is_scaled: bool


@dataclass(frozen=True, slots=True)
class _Word:
    role: str
    value: int
    end: int
    text: str


@derived
def numerals(rules: Rulebook) -> dict[str, tuple[str, int]]:
    """The number words: word -> (role, value); kept under the hash of their rulebook."""
    rows = rules.lexicon("numerals").rows
    return {row["term"]: (row["role"], int(row["value"])) for row in rows}


def read_words(view: str, start: int, rules: Rulebook) -> WordNumber | None:
    """The longest well-formed number in words that begins at ``start``, or None."""
    words = _collect(view, start, rules)
    total, section, scale, index = 0, 0, _BILLION, 0
    half = Decimal(0)
    while index < len(words) and words[index].role != "scale":
        group = _group(words, index)
        if group is None:
            break
        value, after = group
        step = words[after] if after < len(words) and words[after].role == "scale" else None
        if step is None:
            if scale == 1 or (index and value >= scale):
                break
            section, index, scale = section + value, after, 1
        elif step.value == _BILLION:
            total, section = total + (section + value) * _BILLION, 0
            index, scale = after + 1, _BILLION
        elif step.value < scale:
            section, index, scale = section + value * step.value, after + 1, step.value
            if index < len(words) and words[index].value == _BILLION:  # nghìn tỷ
                total, section, index, scale = total + section * _BILLION, 0, index + 1, _BILLION
        else:
            break
        if step is not None and index < len(words) and words[index].role == "half":
            half, index = Decimal(step.value) / 2, index + 1
            break
        if step is None:
            break
    if index == 0:
        return None
    exact: int | Decimal = total + section + half
    value_out = int(exact) if exact == int(exact) else exact
    is_scaled = any(word.role == "scale" for word in words[:index])
    return WordNumber(value_out, words[index - 1].end, index, is_scaled)


def _collect(view: str, start: int, rules: Rulebook) -> list[_Word]:
    """The run of number words at ``start``."""
    pattern, known = rules.pattern("number.word").regex, numerals(rules)
    words: list[_Word] = []
    position = start
    while len(words) < _MOST_WORDS and (hit := pattern.match(view, position, position + _REACH)):
        text = hit["word"].casefold()
        if text not in known:
            break  # a letter that is I without its case only (`LİNH`)
        role, value = known[text]
        words.append(_Word(role, value, hit.end("word"), text))
        position = hit.end()
    return words


def _group(words: Sequence[_Word], index: int) -> tuple[int, int] | None:
    """A number below a thousand at ``index``: (value, index behind it)."""
    if index + 1 < len(words) and words[index + 1].role == "hundred":
        if words[index].role not in ("digit", "zero"):
            return None
        value, after = words[index].value * 100, index + 2
        if after + 1 < len(words) and words[after].role == "filler":
            unit = words[after + 1]
            if unit.role == "digit" or unit.text == "tư":
                return value + unit.value, after + 2
            return value, after
        tens = _tens(words, after)
        return (value, after) if tens is None else (value + tens[0], tens[1])
    tens = _tens(words, index)
    if tens is not None:
        return tens
    if index and words[index].role == "filler" and index + 1 < len(words):
        index += 1  # hai triệu lẻ năm nghìn
    if words[index].role == "digit":
        return words[index].value, index + 1
    return None


def _tens(words: Sequence[_Word], index: int) -> tuple[int, int] | None:
    """`mười hai`, `hai mươi lăm`: (value, index behind it).  `mười năm` stays ten (years)."""
    if index >= len(words):
        return None
    if words[index].role == "ten":
        value, after = 10, index + 1
    elif (
        index + 1 < len(words) and words[index].role == "digit" and words[index + 1].role == "tens"
    ):
        value, after = words[index].value * 10, index + 2
    else:
        return None
    if after < len(words):
        unit = words[after]
        plain = unit.role == "digit" and unit.text != "năm"
        ends_here = after + 1 >= len(words) or words[after + 1].role not in ("tens", "hundred")
        if (plain or (unit.role == "after_tens")) and ends_here:
            return value + unit.value, after + 1
    return value, after
