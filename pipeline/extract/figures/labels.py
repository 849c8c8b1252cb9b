"""Figures that words before them name: ``Có mặt: 13/15``, ``kết nạp đoàn viên được 551/530``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from pipeline.extract.figures.candidates import Candidate
from pipeline.extract.figures.exclusions import Exclusions
from pipeline.extract.figures.lexicon import FigureWords, figure_words
from pipeline.extract.figures.nouns import Noun, noun_at
from pipeline.extract.figures.passage import Mask, Passage
from pipeline.extract.figures.qualifiers import qualify
from pipeline.grammar.number_units import known_multipliers
from pipeline.grammar.numbers import Quantity
from pipeline.rulebook import Pattern, Rulebook

_DIGIT = re.compile(r"\d")
_COUNTED = frozenset({"people", "collective", "work"})
_CASES = frozenset({"vụ", "ca", "lượt", "cuộc"})
_BALLOTS = "phiếu"


def labelled(
    passage: Passage, found: Sequence[Candidate], rules: Rulebook, excluded: Exclusions
) -> Iterator[Candidate]:
    """Bare numbers behind a label of people or of attendance, where no other rule took them."""
    view = passage.view
    if not _DIGIT.search(view):
        return
    pattern = rules.pattern("figure.labelled")
    is_counted = passage.may_hold(rules.pattern("figure.number_of"))
    is_reached = "/" in view and passage.may_hold(rules.pattern("figure.reached"))
    is_shared = "/" in view and "%" in view
    is_labelled = passage.may_hold(pattern)
    casualties, ballots = rules.pattern("figure.casualties"), rules.pattern("figure.ballots")
    is_lost = passage.may_hold(casualties)
    is_cast = _BALLOTS in passage.folded and passage.may_hold(ballots)
    if not (is_counted or is_reached or is_shared or is_labelled or is_lost or is_cast):
        return
    words = figure_words(rules)
    taken = Mask(c.number for c in found)
    numbered: list[Candidate] = []
    if is_counted:
        numbered += _numbered(passage, taken, words, rules, excluded)
    if is_reached:
        numbered += _reached(passage, taken, words, rules, excluded)
    if is_shared:
        taken = Mask(candidate.number for candidate in (*found, *numbered))
        numbered += _shared((*found, *numbered), passage, taken, rules, excluded)
    if is_lost:
        numbered += _casualties(passage, casualties, taken, excluded, rules)
    if is_cast:
        numbered += _ballots(passage, ballots, taken, excluded)
    yield from numbered
    if not is_labelled:
        return
    taken = Mask(candidate.number for candidate in (*found, *numbered))
    for hit in pattern.on(passage.folded).finditer(passage.folded):
        start = hit.start("number")
        end = hit.end("whole") if hit["whole"] else hit.end("number")
        if excluded.covers(start, end) or taken.covers(start, end):
            continue
        group = _people(passage, hit.start("label"), hit.end("label"), words)
        attends = rules.pattern("figure.attendance").regex.fullmatch(hit["label"]) is not None
        if not group and not attends:
            continue
        value = _count(hit["number"])
        whole = _count(hit["whole"]) if hit["whole"] else None
        if whole is not None and whole < value:
            continue
        quantity = Quantity(
            start, end, value, passage.view[start:end], "ratio" if whole is not None else "plain",
            of_value=whole,
        )  # fmt: skip
        counted = None
        if group:
            counted = " ".join(passage.view[hit.start("label") : hit.end("label")].split())
        yield Candidate(
            hit.start("label"), end, (start, end), quantity, "count", counted, "people", "exact",
            "figure.labelled", 0.85,
        )  # fmt: skip


def _is_case(passage: Passage, noun: Noun) -> bool:
    """``Số vụ việc còn theo dõi là 47``: cases and turns have no numbers, as papers have."""
    return passage.folded[noun.start : noun.end].split()[0] in _CASES


def _numbered(
    passage: Passage, taken: Mask, words: FigureWords, rules: Rulebook, excluded: Exclusions
) -> Iterator[Candidate]:
    """``số lượng sáng kiến của đoàn viên là 955.824``: the noun stands before the number.

    Of papers (``số quyết định: 12``) and things the plain ``số`` tells a number, not a count.
    """
    pattern = rules.pattern("figure.number_of")
    for hit in pattern.on(passage.folded).finditer(passage.folded):
        span = hit.start("number"), hit.end("scale" if hit["scale"] else "number")
        if excluded.covers(*span) or taken.covers(*span):
            continue
        noun = noun_at(passage, passage.index_at(hit.start("label")), words, share=False)
        allowed = _COUNTED if hit["lead"] == "số" else _COUNTED | {"act", "award", "welfare"}
        if noun is None or (noun.group not in allowed and not _is_case(passage, noun)):
            continue
        scale = known_multipliers(rules)[hit["scale"]][0] if hit["scale"] else 1
        value = _count(hit["number"]) * scale
        quantity = Quantity(*span, value, passage.view[slice(*span)], "plain")
        yield Candidate(
            hit.start("lead"), span[1], span, quantity, "count",
            " ".join(passage.view[noun.start : noun.end].split()), noun.group,
            qualify(passage, quantity, span[1], words).qualifier, "figure.number_of", 0.85,
            "total" if hit["lead"].startswith("tổng") else None,
        )  # fmt: skip


def _reached(
    passage: Passage, taken: Mask, words: FigureWords, rules: Rulebook, excluded: Exclusions
) -> Iterator[Candidate]:
    """``phát triển đoàn viên được 551/530, đạt 103,96%``: so many of what was planned."""
    for hit, quantity in _ratios(passage, rules.pattern("figure.reached"), taken, excluded):
        verb = passage.index_at(hit.start("verb"))
        tokens = passage.tokens
        noun = words.nouns.before(tokens.texts, verb)
        if noun is None or noun[1] not in _COUNTED | {"act"}:
            continue
        first = tokens.starts[verb - noun[0]]
        counted = " ".join(passage.view[first : tokens.end(verb - 1)].split())
        start, end = quantity.start, quantity.end
        yield Candidate(
            start, end, (start, end), quantity, "count", counted, noun[1], "exact",
            "figure.reached", 0.85,
        )  # fmt: skip


def _casualties(
    passage: Passage, pattern: Pattern, taken: Mask, excluded: Exclusions, rules: Rulebook
) -> Iterator[Candidate]:
    """``xảy ra 12 vụ, chết 05, bị thương 09 người``: people, unless beasts or cases are told of."""
    for hit in pattern.on(passage.folded).finditer(passage.folded):
        span = hit.span("number")
        sentence = passage.folded[passage.sentence(span[0])[0] : hit.start()]
        if (
            excluded.covers(*span)
            or taken.covers(*span)
            or rules.pattern("counts.labels_beasts").regex.search(sentence)
        ):
            continue
        if not rules.pattern("counts.labels_accident").regex.search(sentence):
            continue
        quantity = Quantity(*span, _count(hit["number"]), hit["number"], "plain")
        yield Candidate(
            hit.start(), span[1], span, quantity, "count", "người", "people", "exact",
            "figure.casualties", 0.85,
        )  # fmt: skip


def _ballots(
    passage: Passage, pattern: Pattern, taken: Mask, excluded: Exclusions
) -> Iterator[Candidate]:
    """``Số phiếu phát ra 15, thu về 15, hợp lệ 14``: in a sentence that speaks of ballots."""
    for hit in pattern.on(passage.folded).finditer(passage.folded):
        span = hit.span("number")
        start = passage.sentence(span[0])[0]
        is_told = passage.folded.find(_BALLOTS, start, span[0]) >= 0
        if not is_told or excluded.covers(*span) or taken.covers(*span):
            continue
        quantity = Quantity(*span, _count(hit["number"]), hit["number"], "plain")
        yield Candidate(
            hit.start(), span[1], span, quantity, "count", _BALLOTS, "act", "exact",
            "figure.ballots", 0.85,
        )  # fmt: skip


def _shared(
    found: Sequence[Candidate],
    passage: Passage,
    taken: Mask,
    rules: Rulebook,
    excluded: Exclusions,
) -> Iterator[Candidate]:
    """``Giỏi: 7/508 = 1,38%``: two bare numbers whose share stands behind them.

    Only the arithmetic tells, so that no day and no address is taken for one; what they count is
    said, if at all, with the whole before them.
    """
    pattern = rules.pattern("figure.ratio_and_share")
    if not passage.may_hold(pattern):
        return
    for hit, quantity in _ratios(passage, pattern, taken, excluded):
        start, end = quantity.start, quantity.end
        value, whole = int(quantity.value), int(quantity.of_value or 0)
        decimals = len(hit["decimals"] or "")
        share = float(f"{hit['percent']}.{hit['decimals'] or 0}")
        if not whole or abs(100 * value / whole - share) > 10**-decimals:
            continue
        of = [c for c in found if c.unit == "count" and c.quantity.value == whole and c.end < start]
        yield Candidate(
            start, end, (start, end), quantity, "count", of[-1].counted if of else None,
            of[-1].group if of else "", "exact", "figure.ratio_and_share", 0.85,
        )  # fmt: skip


def _ratios(
    passage: Passage, pattern: Pattern, taken: Mask, excluded: Exclusions
) -> Iterator[tuple[regex.Match[str], Quantity]]:
    """Where the pattern finds two numbers ``a/b`` that nothing else has taken."""
    for hit in pattern.on(passage.folded).finditer(passage.folded):
        start, end = hit.start("number"), hit.end("whole")
        if not excluded.covers(start, end) and not taken.covers(start, end):
            yield hit, Quantity(
                start, end, _count(hit["number"]), passage.view[start:end], "ratio",
                of_value=_count(hit["whole"]),
            )  # fmt: skip


def _count(digits: str) -> int:
    return int(digits.replace(".", ""))


def _people(passage: Passage, start: int, end: int, words: FigureWords) -> bool:
    """Whether the label is nothing but a noun of people of two syllables or more."""
    index = passage.index_at(start)
    noun = noun_at(passage, index, words, share=False)
    return (
        noun is not None and noun.group == "people" and noun.start == start
        and noun.next_index - index > 1 and noun.end >= end
    )  # fmt: skip
