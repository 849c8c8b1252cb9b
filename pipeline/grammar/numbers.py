"""Number grammar: what a quantity printed in digits or words is worth, and where it stands.

Only values are read here; whether a quantity is a reported figure is decided in ``figures``.
Forms: figures.md section 1 (thousand dots, decimal comma, multipliers, ranges, ratios, words).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from pipeline.grammar.number_units import (
    Unit,
    is_measure,
    is_scaled,
    known_multipliers,
    match_at,
    multipliers,
    past_money,
    tried_at,
    unit_at,
)
from pipeline.grammar.numerals import read_words
from pipeline.grammar.plain_numbers import glance
from pipeline.grammar.spelling import lower
from pipeline.rulebook.needed import opening_at

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

Number = int | Decimal
Kind = Literal["plain", "ratio", "cell", "order", "range", "words"]

# Nothing a dispatch reports comes near this; longer digit strings are codes and accounts.
_LARGEST = 10**18
# No amount in words is longer.
_LONGEST_WORDS = 400
# How many times more than what was planned a paper may report.
_MOST_OVER = 10
# `45.052biên chế`, `970con`: thousands that are marked, or a word, so that it is no part of a code.
_LOST_BLANK = regex.compile(
    r"\d{1,3}(?:\.\d{3})+\p{Ll}{2}|\d{1,4}(?:\p{Ll}{3}|\p{Ll}?(?![a-z])\p{Ll})"
)
# Letters from the beginning of a ratio to its stroke, at most.
_STROKE_REACH = 40


class Quantity(NamedTuple):
    """A quantity at ``start:end`` of the view.

    ``value`` (and ``value_high`` of a range, ``of_value`` of ``70/70``) is an ``int`` where it is
    whole, else an exact ``Decimal``; multipliers are already worked in.  ``unit`` is what is
    printed with it: ``percent``, ``vnd``, ``count`` for bare numbers, and None behind a multiplier
    without a unit (``3 triệu`` may be money or heads).  ``raw`` is the text.  ``cells`` holds all
    three numbers of an ``a/b/c`` cell.  ``is_ambiguous``: ``1,112`` or ``10 250`` could be read
    otherwise.
    """

    start: int
    end: int
    value: Number
    raw: str
    kind: Kind
    unit: Unit | None = "count"
    value_high: Number | None = None
    of_value: Number | None = None
    cells: tuple[int, ...] = ()
    is_words: bool = False
    is_ambiguous: bool = False


def find_quantities(view: str, rules: Rulebook) -> tuple[Quantity, ...]:
    """All quantities of a text, in order, never overlapping; offsets are relative to ``view``.

    Digits that belong to dates, document symbols, clock times and names (``Covid-19``) give none,
    as far as their shape tells.
    """
    look = glance(rules)
    found: list[Quantity] = []
    position = 0
    for start, end in _starts(view, rules):
        if start < position:
            continue
        is_digit = view[start].isdigit()
        plain = look.digits(view, start) if is_digit else look.word(view, start, end)
        if plain is not None:
            value, position, unit, is_words = plain
            if value is not None:
                kind: Kind = "words" if is_words else "plain"
                raw = view[start:position]
                found.append(Quantity(start, position, value, raw, kind, unit, is_words=is_words))
            elif is_digit:
                position = _past_digits(view, position - 1)
            continue
        quantity = parse_quantity(view, start, rules)
        if quantity is None:
            position = _past_digits(view, start)
        else:
            found.append(quantity)
            position = quantity.end
    return tuple(found)


def _starts(view: str, rules: Rulebook) -> list[tuple[int, int]]:
    """The digits and the words with which a quantity may begin, in order.

    They are looked for apart: a digit is found at once, and words faster in one case only.
    """
    lowered = lower(view)
    words = rules.pattern("number.word_start").on(view).finditer(lowered)
    starts = [hit.span() for hit in words if not _goes_on(view, hit.start())]
    digits = rules.pattern("number.digit_start").regex.finditer(view)
    if not starts:
        return [hit.span() for hit in digits]
    starts += [hit.span() for hit in digits]
    starts.sort()
    return starts


def _goes_on(view: str, position: int) -> bool:
    """Whether a word goes on at ``position``; the search for words is faster without this."""
    before = view[position - 1 : position]
    return before.isalnum() or before == "_"


def parse_quantity(view: str, position: int, rules: Rulebook) -> Quantity | None:
    """The quantity that begins exactly at ``position``, or None."""
    vague = match_at("number.vague", view, position, rules)
    if vague is not None:
        return _order(view, position, vague.end(), vague.group("words"), rules)
    if not view[position : position + 1].isdigit():
        return _worded(view, position, rules)
    if view.find("/", position, position + _STROKE_REACH) >= 0:
        scaled = _scaled_ratio(view, position, rules)
        if scaled is not None:
            return scaled
        ratio = match_at("number.ratio", view, position, rules)
        if ratio is not None:
            cells = tuple(_whole(part) for part in ratio.groups() if part is not None)
            return _ratio(view, position, ratio.end(), cells, rules)
    low = _amount(view, position, rules)
    return None if low is None else _with_upper_end(view, low, rules)


def parse_vietnamese_words(text: str, rules: Rulebook) -> int | None:
    """Value of an amount in words (``hai mươi bảy triệu đồng`` = 27000000), None if it is not one.

    A leading ``Bằng chữ:``, brackets, the currency and ``chẵn`` are allowed around it.
    """
    if len(text) >= _LONGEST_WORDS:
        return None
    bare = rules.pattern("number.spelled").on(text).match(text)
    if bare is None:
        return None
    words = " ".join(bare.group("words").replace(",", " ").split())  # `ba tỷ, tám trăm triệu`
    read = read_words(words, 0, rules)
    if read is None or words[read.end :].strip() or read.value > _LARGEST:
        return None
    return int(read.value) if read.value == int(read.value) else None


def _order(view: str, start: int, end: int, words: str, rules: Rulebook) -> Quantity:
    """``hàng trăm tỷ``: the product of the multipliers is the lower bound."""
    value: Number = 1
    known = known_multipliers(rules)
    for word in words.casefold().split():
        value *= max(1, known.get(word, (1, False))[0])
    unit, end = unit_at(view, end, rules, scaled=True)
    return Quantity(start, end, value, view[start:end], "order", unit)


def _worded(view: str, start: int, rules: Rulebook) -> Quantity | None:
    """A number in words; a lone ``năm`` is a year and a lone ``không`` or ``tư`` no number."""
    read = read_words(view, start, rules)
    if read is None or (read.words == 1 and view[start : read.end].casefold() in ("năm", "không")):
        return None
    unit, end = unit_at(view, read.end, rules, scaled=read.is_scaled)
    return Quantity(start, end, read.value, view[start:end], "words", unit, is_words=True)


def _ratio(
    view: str, start: int, end: int, cells: tuple[int, ...], rules: Rulebook
) -> Quantity | None:
    """``x/y`` with x at most y, or over a plan, or the cell ``a/b/c``; no day, month and year."""
    if len(cells) == 3:
        if 1900 <= cells[2] <= 2100 and cells[0] <= 31 and cells[1] <= 12:
            return None
        return Quantity(start, end, cells[0], view[start:end], "cell", cells=cells)
    if cells[1] == 0 or (cells[0] > cells[1] and not _is_over_plan(view, end, cells, rules)):
        return None
    return Quantity(start, end, cells[0], view[start:end], "ratio", of_value=cells[1])


def _is_over_plan(view: str, end: int, cells: tuple[int, ...], rules: Rulebook) -> bool:
    """``45/40 ha, đạt 112,5%``: more than was planned, as the share behind it proves."""
    share = match_at("number.share_behind", view, end, rules)
    if share is None:
        return False
    return abs(100 * cells[0] / cells[1] - float(share["share"].replace(",", "."))) <= 1


def _scaled_ratio(view: str, start: int, rules: Rulebook) -> Quantity | None:
    """``45,2/98,7 tỷ đồng``: so much of so much, the multiplier and the unit hold for both."""
    hit = match_at("number.ratio_measured", view, start, rules)
    if hit is None:
        return None
    first, second = (_decimal(hit[name]) for name in ("first", "second"))
    factor, end, money = multipliers(view, hit.end(), rules)
    unit: Unit | None = "vnd"
    if money:
        end = past_money(view, end, rules)
    else:
        unit, end = unit_at(view, end, rules, scaled=factor > 1)
    has_thousands = hit["first"].count(".") > 0 < hit["second"].count(".")
    is_glued = is_measure(view, hit.end(), rules)
    has_part = "," in hit.group()
    is_plain = factor == 1 and unit == "count" and not (has_part or has_thousands or is_glued)
    is_sown = has_part and is_measure(view, hit.end() + view.startswith(" ", hit.end()), rules)
    may_be_over = unit == "vnd" or has_thousands or is_glued or is_sown
    is_less = first > second and not (may_be_over and first <= _MOST_OVER * second)
    if is_plain or is_less or unit == "percent" or second <= 0:
        return None
    value, whole = _tidy(first * factor), _tidy(second * factor)
    return Quantity(start, end, value, view[start:end], "ratio", unit, of_value=whole)


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(".", "").replace(",", "."))


def _amount(view: str, start: int, rules: Rulebook) -> Quantity | None:
    """One number with its multipliers, smaller parts (``2 tỷ 500 triệu``) and unit."""
    literal = _literal(view, start, rules)
    if literal is None:
        return None
    value, end, ambiguous = literal
    factor, end, money = multipliers(view, end, rules)
    if factor > 1:
        value, end, is_money = _smaller_parts(view, value * factor, factor, end, rules)
        money = money or is_money
    unit, end = ("vnd", past_money(view, end, rules)) if money else unit_at(
        view, end, rules, scaled=factor > 1
    )  # fmt: skip
    raw = view[start:end]
    is_glued = view[end : end + 1].isalpha() and not is_measure(view, end, rules)
    is_glued = is_glued and unit != "percent"  # `đạt 66,6%KH`
    if value > _LARGEST or (is_glued and not _LOST_BLANK.match(view, start, end + 3)):
        return None
    return Quantity(start, end, _tidy(value), raw, "plain", unit, is_ambiguous=ambiguous)


def _literal(view: str, start: int, rules: Rulebook) -> tuple[Number, int, bool] | None:
    """Digits alone: (value, end, whether another reading is possible)."""
    seen = opening_at(view, start)
    dotted = tried_at("number.dotted", view, start, seen, rules)
    if dotted is not None:
        return _with_part(_whole(dotted["whole"]), dotted["part"]), dotted.end(), False
    english = tried_at("number.english", view, start, seen, rules)
    if english is not None and not is_scaled(view, english.end(), rules):
        return int(english["whole"].replace(",", "")), english.end(), True
    decimal = tried_at("number.decimal", view, start, seen, rules)
    if decimal is not None:
        return _with_part(int(decimal["whole"]), decimal["part"]), decimal.end(), False
    point = tried_at("number.point", view, start, seen, rules)
    if point is not None:
        end, is_certain = point.end(), is_scaled(view, point.end(), rules)
        if is_certain or is_measure(view, end + view.startswith(" ", end), rules):
            return _with_part(int(point["whole"]), point["part"]), end, not is_certain
    spaced = tried_at("number.spaced", view, start, seen, rules)
    if spaced is not None:
        whole = spaced["whole"]
        return int(whole.replace(" ", "")), spaced.end(), not whole.endswith(" 000")
    plain = tried_at("number.plain", view, start, seen, rules)
    if plain is None or (len(plain["whole"]) > 4 and plain["whole"][0] == "0"):
        return None
    return int(plain["whole"]), plain.end(), False


def _with_upper_end(view: str, low: Quantity, rules: Rulebook) -> Quantity:
    """Join ``15-20%``, ``2% đến 30%``, ``3-4 triệu đồng``; ``low`` where no range follows."""
    joint = match_at("number.to", view, low.end, rules)
    if joint is None:
        return low
    high = _amount(view, joint.end(), rules)
    if high is None or _is_years(low, high):
        return low
    value = low.value
    if low.unit == "count" and high.unit != "count":
        # the multiplier and unit behind the second number hold for the first as well
        literal = _literal(view, joint.end(), rules)
        if literal is not None and literal[0]:
            value = _tidy(Decimal(low.value) * (Decimal(high.value) / Decimal(literal[0])))
    elif low.unit not in (high.unit, None):
        return low
    if value >= high.value:
        return low
    raw = view[low.start : high.end]
    return high._replace(start=low.start, value=value, value_high=high.value, raw=raw, kind="range")


def _is_years(low: Quantity, high: Quantity) -> bool:
    """``2015-2020`` is a period, not a range of counts."""
    return all(
        q.unit == "count" and len(q.raw) == 4 and 1900 <= q.value <= 2100 for q in (low, high)
    )


def _smaller_parts(
    view: str, value: Number, factor: int, end: int, rules: Rulebook
) -> tuple[Number, int, bool]:
    """Add what follows in falling units: ``2 tỷ 500 triệu``, ``1 tỷ rưỡi``, ``3 triệu 2 đồng``."""
    half = match_at("number.half", view, end, rules)
    if half is not None:
        return value + Decimal(factor) / 2, half.end(), False
    money = False
    while view[end : end + 1] == " " and view[end + 1 : end + 2].isdigit():
        literal = _literal(view, end + 1, rules)
        if literal is None:
            break
        smaller, after, money_here = multipliers(view, literal[1], rules)
        if smaller == 1:
            spoken = match_at("number.spoken", view, end + 1, rules)
            if spoken is not None:
                value, end = value + Decimal(factor) * int(spoken["digit"]) / 10, spoken.end()
            break
        if smaller >= factor or literal[0] * smaller >= factor:
            break
        value, end, factor, money = value + literal[0] * smaller, after, smaller, money_here
    return value, end, money


def _whole(digits: str) -> int:
    return int(digits.replace(".", ""))


def _with_part(whole: int, part: str | None) -> Number:
    return whole if part is None else _tidy(Decimal(f"{whole}.{part}"))


def _tidy(value: Number) -> Number:
    """A whole Decimal becomes an int, so that exact integers stay exact."""
    return int(value) if value == int(value) else value


def _past_digits(view: str, position: int) -> int:
    """Where to go on after a start that gave nothing: behind its digits and marks."""
    end = position
    while end < len(view) and (view[end].isdigit() or view[end] in ".,/:"):
        end += 1
    return max(end, position + 1)
