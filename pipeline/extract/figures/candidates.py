"""Figures in running text: which quantities are counts of something, shares or amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import regex

from pipeline.extract.figures.exclusions import (
    Exclusions,
    is_fraction,
    is_name_or_ordinal,
    is_per_each,
    looks_like_year,
)
from pipeline.extract.figures.lexicon import FigureWords, figure_words
from pipeline.extract.figures.nouns import Noun, noun_at
from pipeline.extract.figures.passage import Passage, Span
from pipeline.extract.figures.qualifiers import Qualifier, qualify
from pipeline.extract.people import person_at
from pipeline.grammar.numbers import Quantity, find_quantities, parse_quantity
from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook

# Groups of nouns that a number may hold a part of (25,9 tấn lúa).
_LOST_COMMA = regex.compile(r"(?<![\d.,/])0 $")  # `tăng 0 68%`: nobody knows for sure
# `đạt từ 500 - 1 tỷ đồng`: the other bound was not read with it
_OTHER_BOUND = regex.compile(r"(?<![\p{L}\d.,/])\d[\d.,]{0,12}\s?[-–]\s?$")
# `12 tấn 5 tạ`: one weight in two units, of which each was read alone
_SMALLER_UNIT = regex.compile(r"\s?(?:tấn|tạ|yến|ha|km)\s\d{1,3}\s?(?:tạ|yến|kg|m|m2|a)(?!\p{L})")
_LARGER_UNIT = regex.compile(r"\d\s?(?:tấn|tạ|yến|ha|km)\s$")
_HALF_READ = 0.8
_HUNDREDTHS = "phần trăm"
# `lần lượt là 15,03% - 39,81% - 45,16%`: one share behind the other, and no range.
_SHARES_IN_A_ROW = regex.compile(
    r"(?<![\d.,])\d[\d.,]{0,6}\s?%(?:\s?[-–]\s?\d[\d.,]{0,6}\s?%){2,9}"
)
_DASH = regex.compile("[-–]")
# Most strokes are those of dates and document numbers.
_LETTERS_STROKE_DIGIT = re.compile(r"/(?:(?<=[^\W\d_]/)|(?<=[^\W\d_] /)|(?<=\)/))\d")
_BEHIND = 3  # letters behind a number: what is blank this far is looked at closely
MEASURED = frozenset({"measure", "unit"})
_LABELS = regex.compile(r"\s?:\s?\d")
_BOUND_REACH = 8
_SCALE = 100_000  # of an amount that is printed in millions or more
_PERCENT, UNLISTED = "figure.percent", "figure.count_unlisted"
_SO_MANY_EACH = 0.8
_GRAMS = frozenset({"g", "gr", "gram", "gam"})  # `3,916 gram heroin`: less than four of them
_TIMES = ("năm", "tháng", "quý", "tuần", "ngày")  # `4.500 m3/ngày` is how much there was
_FULL_NAME = 3  # syllables of a name that its family name alone is taken for a noun in


class Candidate(NamedTuple):
    """A figure of a passage; offsets are those of the view.

    ``start:end`` are the words with qualifier and noun, ``number`` the digits with their unit.
    ``group`` is the noun's group in the lexicon ("" unknown).  ``role`` is set where the grammar
    already says it (``201 tổng số hồ sơ``).
    """

    start: int
    end: int
    number: Span
    quantity: Quantity
    unit: str
    counted: str | None
    group: str
    qualifier: Qualifier
    rule: str
    confidence: float
    role: str | None = None


def candidates(passage: Passage, rules: Rulebook, excluded: Exclusions) -> tuple[Candidate, ...]:
    """All figures of the passage in order; numbers inside ``excluded`` spans are passed over."""
    words = figure_words(rules)
    found: list[Candidate] = []
    bare: list[Quantity] = []
    for quantity in _quantities(passage, rules):
        if not _may_count(passage, quantity, words):
            continue  # looked at first: most numbers of a text are of dates, lists and papers
        if excluded.covers(quantity.start, quantity.end):
            continue
        candidate = _candidate(passage, quantity, words, rules)
        if candidate is not None and _is_half_read(passage, quantity):
            candidate = candidate._replace(confidence=min(candidate.confidence, _HALF_READ))
        if candidate is not None:
            found.append(candidate)
        elif quantity.unit == "count":
            bare.append(quantity)
    return tuple(found) if not bare else (*found, *_of_known_kind(passage, found, bare, rules))


def _is_half_read(passage: Passage, quantity: Quantity) -> bool:
    before = passage.view[max(0, quantity.start - 18) : quantity.start]
    if before.rstrip()[-1:] in ("-", "–"):
        return _OTHER_BOUND.search(before) is not None
    return bool(_SMALLER_UNIT.match(passage.view, quantity.end) or _LARGER_UNIT.search(before))


def _of_known_kind(
    passage: Passage, found: Sequence[Candidate], bare: Sequence[Quantity], rules: Rulebook
) -> Iterator[Candidate]:
    """``79.177 việc, ... ủy thác 580 việc``: a noun in no list that was counted before is one."""
    kinds = frozenset(
        fold(c.counted) for c in found if c.rule == UNLISTED and c.counted is not None
    )
    if not kinds:
        return
    words = figure_words(rules)
    for quantity in bare:
        candidate = _count(passage, quantity, words, rules, kinds)
        if candidate is not None:
            yield candidate


def _quantities(passage: Passage, rules: Rulebook) -> Iterator[Quantity]:
    """All quantities; also those right behind a stroke (``21 hồ sơ/180 hồ sơ``)."""
    view = passage.view
    if view.count("%") > 2:
        view = _SHARES_IN_A_ROW.sub(lambda row: _DASH.sub(",", row.group()), view)
    if "/" not in view:  # no stroke, nothing behind one
        return iter(find_quantities(view, rules))
    view = rules.pattern("figure.dong_stroke").regex.sub(" ", view)  # letter for letter
    found = list(find_quantities(view, rules))
    if not _LETTERS_STROKE_DIGIT.search(passage.view):
        return iter(found)
    taken = {quantity.start for quantity in found}
    for hit in rules.pattern("figure.behind_stroke").regex.finditer(passage.view):
        quantity = parse_quantity(passage.view, hit.end(), rules)
        if quantity is not None and hit.end() not in taken:
            found.append(quantity)
    return iter(sorted(found, key=lambda quantity: quantity.start))


def _may_count(passage: Passage, quantity: Quantity, words: FigureWords) -> bool:
    """Whether what stands right behind a bare number can begin a noun."""
    if quantity.unit != "count":
        return True
    if quantity.is_words and quantity.value < 2:
        return _HUNDREDTHS in passage.folded  # `một` is an article, whatever follows
    behind = passage.view[quantity.end : quantity.end + _BEHIND].lstrip()
    return not behind or behind[0].isalpha() or behind[0] in words.signs or behind[0] == ")"


def _candidate(
    passage: Passage, quantity: Quantity, words: FigureWords, rules: Rulebook
) -> Candidate | None:
    if quantity.unit == "percent":
        return _share(passage, quantity, words)
    if quantity.unit == "vnd":
        classed = rules.pattern("figure.class_bound").regex
        if classed.match(passage.folded, quantity.end) and rules.pattern(
            "counts.candidates_bound"
        ).regex.search(passage.folded, max(0, quantity.start - _BOUND_REACH), quantity.start):
            return None
        misread = rules.pattern("number.money_misread").regex.search(quantity.raw)
        # `50k` is money on a price list, and `64k` of memory is not
        is_sure = misread is None and not quantity.raw.endswith(("k", "K"))
        return _money(passage, quantity, words, "figure.money", 0.95 if is_sure else 0.8)
    return _count(passage, quantity, words, rules)


def _share(passage: Passage, quantity: Quantity, words: FigureWords) -> Candidate | None:
    """A percentage; its noun is what stands right behind it, if anything does."""
    if _LOST_COMMA.search(passage.view, max(0, quantity.start - 4), quantity.start):
        return None
    if _LABELS.match(passage.view, quantity.end):
        return None  # `thiệt hại từ 30 - 70%: 3.120 ha`: which of them, of which the count follows
    noun = noun_at(passage, passage.index_at(quantity.end), words, share=True)
    if noun is not None and noun.start - quantity.end > 1:
        noun = None
    confidence = 0.95 if noun is None or noun.group else 0.9
    return _build(passage, quantity, noun, words, _PERCENT, confidence)


def _money(
    passage: Passage, quantity: Quantity, words: FigureWords, rule: str, confidence: float
) -> Candidate:
    """An amount; ``/hộ/dự án`` behind it belongs to its words."""
    end = quantity.end
    if passage.view.startswith("/", end):
        end = _past_rates(passage, end, words)
    qualified = qualify(passage, quantity, end, words)
    return Candidate(
        qualified.start, qualified.end, (quantity.start, quantity.end), quantity, "vnd", None, "",
        qualified.qualifier, rule, confidence,
    )  # fmt: skip


def _past_rates(passage: Passage, end: int, words: FigureWords) -> int:
    """Behind ``/hộ/dự án``, which begins at ``end``."""
    tokens = passage.tokens
    texts, starts = tokens
    index = passage.index_at(end)
    while index + 1 < len(texts) and texts[index] == "/" and starts[index] == end:
        by = index + (2 if texts[index + 1] == "1" else 1)  # 15 triệu đồng/1 đơn vị
        if by < len(texts) and texts[by][0].isdigit():
            break  # `14 tỷ đồng/2.722 hộ`: a count of its own
        noun = words.nouns.at(texts, by)
        index = by + (noun[0] if noun else 1 if by < len(texts) else 0)
        end = tokens.end(index - 1)
    return end


def _count(
    passage: Passage,
    quantity: Quantity,
    words: FigureWords,
    rules: Rulebook,
    kinds: frozenset[str] = frozenset(),
) -> Candidate | None:
    """A count of what stands behind the number, in the lexicon or one of ``kinds``."""
    if passage.view[max(0, quantity.start - 1) : quantity.start] == "%":
        return None  # `85%1 kế hoạch`: the mark of a note
    noun = noun_at(passage, passage.index_at(quantity.end), words, share=False)
    if noun is None:
        return _bare(passage, quantity, words, rules)
    if (
        is_fraction(quantity)
        or is_per_each(passage, quantity, rules)
        or is_name_or_ordinal(passage, quantity, words, noun_known=bool(noun.group))
    ):
        return None
    if not noun.group and noun.end - noun.start < 2:
        return None  # `dưới 20 o`: one letter is a sign that was not read
    if _opens_title(passage, quantity, noun):
        return None
    if _opens_person(passage, noun, rules):
        return None
    if noun.group == "measure" and passage.folded[noun.start : noun.end].endswith(_HUNDREDTHS):
        return _build(passage, quantity, None, words, _PERCENT, 0.95)
    unit = words.units.at(passage.tokens.texts, passage.index_at(noun.start))
    is_comma = quantity.is_ambiguous and quantity.raw.replace(",", "", 1).isdigit()
    if is_comma and passage.folded[noun.start : noun.end].split()[0] in _GRAMS:
        quantity = quantity._replace(value=Decimal(quantity.raw.replace(",", ".")))
    rate = (
        rules.pattern("counts.candidates_rate").regex.match(passage.folded, noun.end)
        if noun.group
        else None
    )
    if rate is not None and (unit is None or not rate.group().endswith(_TIMES)):
        noun = noun._replace(end=rate.end())
        rule = "figure.count" if unit is None else "figure.measure"
        return _build(passage, quantity, noun, words, rule, _SO_MANY_EACH)
    if quantity.value != int(quantity.value) and noun.group not in MEASURED and unit is None:
        return None  # nobody counts 0,6 of a thing but of its tons; `lần mức lương` is a rate
    if quantity.is_words and not _is_worded_count(passage, quantity, noun, rules):
        return None
    if noun.group:
        rule = "figure.count" if unit is None else "figure.measure"
        confidence = 0.8 if quantity.is_words else 0.95
        if looks_like_year(quantity):
            if words.stops.at(passage.tokens.texts, passage.index_at(noun.start)) is not None:
                return None  # `năm 2019 bằng 120%`: the word behind the year is no noun here
            confidence = 0.8
        elif quantity.is_ambiguous:
            confidence = 0.85
    elif (
        _is_formatted(quantity)
        or _is_qualified(passage, quantity, noun, words)
        or passage.folded[noun.start : noun.end] in kinds
    ):
        rule, confidence = UNLISTED, 0.75
    else:
        return None
    return _build(passage, quantity, noun, words, rule, confidence)


def _opens_title(passage: Passage, quantity: Quantity, noun: Noun) -> bool:
    """``12 BÁO CÁO Tình hình ...``: a page's number before the title of a paper."""
    printed = passage.view[noun.start : noun.end]
    is_first = not passage.view[: quantity.start].strip()
    return is_first and " " in printed and printed.isupper() and not passage.view.isupper()


def _opens_person(passage: Passage, noun: Noun, rules: Rulebook) -> bool:
    """`2 Viên Thị Mận`, `4 Đoàn Văn Sim`: a numbered name whose family name is a noun too."""
    printed = passage.view[noun.start : noun.end]
    if not printed[:1].isupper() or " " in printed:
        return False
    person = person_at(passage.view, noun.start, rules, listed=True)
    return person is not None and len(person.name.split()) >= _FULL_NAME


def _bare(
    passage: Passage, quantity: Quantity, words: FigureWords, rules: Rulebook
) -> Candidate | None:
    """``trị giá 640 triệu``: an amount without currency, told by the words before."""
    if quantity.unit is not None or quantity.is_words:
        return None
    start = passage.clause(quantity.start)[0]
    before = passage.folded[max(start, quantity.start - 80) : quantity.start]
    if not rules.pattern("figure.money_cue").on(passage.folded).search(before):
        # `giải ngân 124,7 tỷ đồng, trong đó hộ nghèo 49,7 tỷ; sinh viên 10,7 tỷ`
        scaled = quantity.value >= _SCALE and quantity.raw[-1].isalpha()
        sentence = passage.sentence(quantity.start)[0]
        if not scaled or not rules.pattern("counts.candidates_amount").regex.search(
            passage.folded, sentence, quantity.start
        ):
            return None
    return _money(passage, quantity, words, "figure.money_implied", 0.8)


def _is_worded_count(passage: Passage, quantity: Quantity, noun: Noun, rules: Rulebook) -> bool:
    """Number words count only before a noun of people, bodies, works, awards, and with a verb.

    ``một`` is an article; ``hai bên``, ``ba bữa`` are ways of speaking (figures.md sections 1, 7).
    """
    if quantity.value < 2 or noun.group not in ("people", "collective", "work", "award"):
        return False
    if " " in quantity.raw:
        return True
    before = passage.folded[max(0, quantity.start - 24) : quantity.start]
    return rules.pattern("figure.count_verb").on(passage.folded).search(before) is not None


def _is_qualified(passage: Passage, quantity: Quantity, noun: Noun, words: FigureWords) -> bool:
    return qualify(passage, quantity, noun.end, words).qualifier != "exact"


def _is_formatted(quantity: Quantity) -> bool:
    """Written as reports write counts: leading zero, thousand dots, multiplier, x/y, hàng trăm."""
    raw = quantity.raw
    return (
        quantity.kind in ("ratio", "order")
        or quantity.unit is None
        or (raw[0] == "0" and raw.isdigit())
        or ("." in raw and quantity.value >= 1000)
    )


def _build(
    passage: Passage,
    quantity: Quantity,
    noun: Noun | None,
    words: FigureWords,
    rule: str,
    confidence: float,
) -> Candidate:
    """The percentage or the count of a noun that a rule has found."""
    unit = "percent" if rule == _PERCENT else "count"
    end = quantity.end if noun is None else noun.end
    if noun is not None and ")" in (aside := passage.view[quantity.end : noun.start]):
        end = quantity.end if any(letter.isdigit() for letter in aside) else end
    qualified = qualify(passage, quantity, end, words)
    counted = None if noun is None else " ".join(passage.view[noun.start : noun.end].split())
    return Candidate(
        qualified.start, qualified.end, (quantity.start, quantity.end), quantity, unit, counted,
        "" if noun is None else noun.group, qualified.qualifier, rule, confidence,
        "total" if noun is not None and noun.is_total else None,
    )  # fmt: skip
