"""Parts that leave the noun of their whole out: ``09 giải pháp: thủy lợi có 04, giáo dục 05``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import compress

import regex

from pipeline.extract.figures.candidates import MEASURED, UNLISTED, Candidate
from pipeline.extract.figures.exclusions import Exclusions
from pipeline.extract.figures.passage import Mask, Passage
from pipeline.grammar.numbers import Number, Quantity
from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook

# A number without a noun right before a bracket.
_BARE_WHOLE = regex.compile(r"(?<![\d.,/–-])(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,6})\s?\Z")
_WHOLE_REACH = 12
# Classes of people that are told beside any count of them: `14.230 đoàn viên (nữ: 10.012)`.
_CLASSES = frozenset({"nữ", "nam", "dân tộc", "dân tộc thiểu số", "dtts", "nữ dân tộc"})


def with_elided(
    passage: Passage, found: tuple[Candidate, ...], rules: Rulebook, excluded: Exclusions
) -> tuple[Candidate, ...]:
    """The figures found and the parts of them that share their noun."""
    parts = tuple(_elided(passage, found, rules, excluded))
    if not parts:
        return found
    taken = Mask(part.number for part in parts)  # `20 TH` was counted as a noun in no list
    return (*(c for c in found if c.rule != UNLISTED or not taken.covers(*c.number)), *parts)


def _elided(
    passage: Passage, found: tuple[Candidate, ...], rules: Rulebook, excluded: Exclusions
) -> Iterator[Candidate]:
    yield from _next_sentence(passage, found, rules, excluded)
    yield from _before_bracket(passage, found, excluded)
    opener = rules.pattern("figure.elided_start").on(passage.folded)
    item = rules.pattern("figure.elided_item").regex
    count = rules.pattern("figure.elided_count").regex
    for parent in found:
        if parent.unit != "count" or not parent.group or parent.counted is None:
            continue
        start = opener.match(passage.folded, parent.end)
        if start is None:
            continue
        items = _items(passage, start.end(), item)
        values = _values(items)
        if parent.group not in MEASURED and any(value != int(value) for value in values):
            continue
        adds_up = sum(values) == parent.quantity.value
        if not items:
            items = _items(passage, start.end(), count)
            values = _values(items)
            adds_up = len(items) > 1 and sum(values) == parent.quantity.value
            known = Mask(c.number for c in found if c.group)
            left_out = [not known.covers(*hit.span("number")) for hit in items]
            if not adds_up:
                continue  # `139 người gồm 04 CBQL; 01 TPT`: of the last alone the noun is unknown
            items = list(compress(items, left_out))
            values = list(compress(values, left_out))
        elif not adds_up and not _are_parts(parent, start, items, values):
            continue
        for hit, value in zip(items, values, strict=True):
            span = hit.span("number")
            if excluded.covers(*span):
                continue
            yield _part(parent, hit, value, 0.95 if adds_up else 0.8)


def _before_bracket(
    passage: Passage, found: tuple[Candidate, ...], excluded: Exclusions
) -> Iterator[Candidate]:
    """``nhà bị tốc mái là 228 (Trà Sim 27 nhà, Gò Mận 201 nhà)``: the whole counts what they do."""
    for start, end in passage.brackets if "(" in passage.view and len(found) > 1 else ():
        bare = _BARE_WHOLE.search(passage.view, max(0, start - _WHOLE_REACH), start)
        if bare is None or excluded.covers(*bare.span("number")):
            continue
        parts = [c for c in found if start < c.start and c.end < end and c.unit == "count"]
        nouns = {(c.group, fold(c.counted or "")) for c in parts}
        span, value = bare.span("number"), int(bare["number"].replace(".", ""))
        if len(parts) < 2 or len(nouns) > 1 or not parts[0].group:
            continue
        if sum(c.quantity.value for c in parts) == value:
            quantity = Quantity(*span, value, bare["number"], "plain")
            yield parts[0]._replace(
                start=span[0], end=span[1], number=span, quantity=quantity, qualifier="exact",
                rule="figure.whole_of_bracket", confidence=0.95, role="total",
            )  # fmt: skip


def _next_sentence(
    passage: Passage, found: tuple[Candidate, ...], rules: Rulebook, excluded: Exclusions
) -> Iterator[Candidate]:
    """``661 lượt, đạt 95%. Trong đó, tiểu đường: 149, ...``: what adds up to a count before."""
    opener = rules.pattern("figure.elided_sentence")
    if not passage.may_hold(opener):
        return
    item = rules.pattern("figure.elided_item").regex
    for start in opener.on(passage.folded).finditer(passage.folded):
        items = _items(passage, start.end(), item)
        values = _values(items)
        opened = passage.sentence(start.start() - 2)[0]
        whole = next(
            (
                c for c in found
                if c.unit == "count" and c.group and c.counted is not None
                and opened <= c.start and c.end < start.start() and c.quantity.value == sum(values)
            ),
            None,
        )  # fmt: skip
        if whole is None or len(items) < 2:
            continue
        if any(excluded.covers(*hit.span("number")) for hit in items):
            continue
        for hit, value in zip(items, values, strict=True):
            yield _part(whole, hit, value, 0.95)


def _part(parent: Candidate, hit: regex.Match[str], value: Number, confidence: float) -> Candidate:
    span = hit.span("number")
    start, end = min(hit.start("label"), span[0]), max(hit.end("label"), span[1])
    quantity = Quantity(*span, value, hit["number"], "plain")
    return Candidate(
        start, end, span, quantity, "count", parent.counted, parent.group, "exact",
        "figure.elided", confidence, "part",
    )  # fmt: skip


def _items(passage: Passage, position: int, item: regex.Pattern[str]) -> Sequence[regex.Match[str]]:
    """The items of a list from ``position`` on."""
    items = []
    while hit := item.match(passage.folded, position):
        items.append(hit)
        position = hit.end()
    return items


def _values(items: Sequence[regex.Match[str]]) -> list[Number]:
    """What the items are worth: ``125,17`` with its part, ``4.123`` without its dot."""
    values = (Decimal(hit["number"].replace(".", "").replace(",", ".")) for hit in items)
    return [int(value) if value == int(value) else value for value in values]


def _are_parts(
    parent: Candidate,
    start: regex.Match[str],
    items: Sequence[regex.Match[str]],
    values: Sequence[Number],
) -> bool:
    """Whether items that are not all of the whole may be some of it."""
    is_class = len(items) == 1 and items[0]["label"].strip() in _CLASSES
    if (len(items) < 2 and not is_class) or start["rate"]:
        return False
    if any(value > parent.quantity.value for value in values):
        return False
    # only the sum tells that `kiến nghị, phản ánh 16` is one part
    return not any(hit["more"] for hit in items)
