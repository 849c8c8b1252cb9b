"""What multiplies a number that is printed in digits, and what it is counted in.

The words and signs behind the digits: ``nghìn tỷ``, ``%``, ``đồng``, ``km``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import regex

from pipeline.rulebook.derived import derived
from pipeline.rulebook.needed import opening_at

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

Unit = Literal["count", "percent", "vnd"]

# What a word is worth that only matches without case (`TRİỆU`): there is no such multiplier.
_NO_MULTIPLIER = (0, False)
# No number with its multiplier, blanks and unit reaches farther.
_REACH = 200


def multipliers(view: str, end: int, rules: Rulebook) -> tuple[int, int, bool]:
    """Product of the multipliers at ``end`` (``nghìn tỷ`` = 10**12), their end, whether money."""
    known, factor, money, previous = known_multipliers(rules), 1, False, 0
    while not money and (hit := match_at("number.multiplier", view, end, rules)) is not None:
        word = (hit["glued"] or hit["word"]).casefold()
        value, is_money = known.get(word, _NO_MULTIPLIER)
        if value <= previous or (word == "k") != (hit["glued"] is not None):
            break
        factor, end, previous, money = factor * value, hit.end(), value, is_money
    return factor, end, money


def unit_at(view: str, end: int, rules: Rulebook, *, scaled: bool) -> tuple[Unit | None, int]:
    """The unit printed at ``end`` and where it ends; None behind a multiplier without one."""
    seen = opening_at(view, end)
    percent = tried_at("number.percent", view, end, seen, rules)
    if percent is not None:
        return "percent", percent.end()
    money = tried_at("number.money", view, end, seen, rules)
    if money is None and scaled:
        money = tried_at("number.money_misread", view, end, seen, rules)
    if money is not None:
        return "vnd", money.end()
    return (None if scaled else "count"), end


def past_money(view: str, end: int, rules: Rulebook) -> int:
    """``50 trđ`` says dong already; a printed currency behind it belongs to the amount too."""
    money = match_at("number.money", view, end, rules)
    return end if money is None else money.end()


def is_scaled(view: str, end: int, rules: Rulebook) -> bool:
    """Whether a multiplier or percent sign follows, so that one comma or dot is a decimal mark."""
    return (
        match_at("number.percent", view, end, rules) is not None
        or multipliers(view, end, rules)[0] > 1
    )


def is_measure(view: str, end: int, rules: Rulebook) -> bool:
    """Whether the letters glued to the digits are a unit of measure (``32km``)."""
    return match_at("number.measure", view, end, rules) is not None


@derived
def known_multipliers(rules: Rulebook) -> dict[str, tuple[int, bool]]:
    """Words and signs that multiply a number -> (by how much, whether they say dong too)."""
    rows = rules.lexicon("multipliers").rows
    return {row["term"]: (int(row["value"]), row["money"] == "yes") for row in rows}


def match_at(rule: str, view: str, position: int, rules: Rulebook) -> regex.Match[str] | None:
    """Match at ``position``, looking no farther than a number can reach."""
    return tried_at(rule, view, position, opening_at(view, position), rules)


def tried_at(
    rule: str, view: str, position: int, seen: str | None, rules: Rulebook
) -> regex.Match[str] | None:
    """The same, where what the text opens with at ``position`` has been looked at.

    The engine first searches the whole rest of a text for a pattern's fixed letters: without the
    bound, a long line of numbers would take quadratic time.
    """
    pattern = rules.pattern(rule)
    if not pattern.may_open(seen):
        return None
    return pattern.regex.match(view, position, position + _REACH)
