"""Counts that add up to the one before them: in brackets (``120 hộ (70 nghèo, ...)``) or by gồm."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import regex

from pipeline.link.totals.partition import Nouns
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook

_REACH = 120  # letters between a total and the bracket that breaks it down
_MOST = 40  # figures of one bracket
_STOPS = ";()"
_STROKES = ("", "/")  # no pair, or two that belong together
_JOINTS = ("/", ",", "với", "và", ", với")
_SIGNS = regex.compile(r"[()]")
_ASIDE = regex.compile(r"\([^()]{0,200}\)")
_ANYTHING = (
    "với",
    ", có",
    ":",
)  # words that join anything, and parts of the same kind by their sum
_LEAD = regex.compile(r"\(\s*(?:có\s*|(?:\p{Lu}[\p{L}.]*\s+){1,4})?")
# The name of a class before its count, and words that compare with what was or should be.
_CLASS = regex.compile(r"[,;/]?\s*(?:và\s)?(?:[^,;:()\d/]{2,60}:?\s*)?(?:có\s|là\s)?\s*")
_REST = regex.compile(r"(?:\s\p{Ll}{1,9}){1,3}\s")  # `235 vụ vi phạm (đã xử lý 168 vụ)`
_END = regex.compile(r"[;()]|[.!?…](?=\s+[\p{Lu}\-+*•“\"(]|\s*$)")


def broken_down(
    words: str, offset: int, figures: Sequence[FigureMention], nouns: Nouns, rules: Rulebook
) -> Iterator[tuple[FigureMention, FigureMention]]:
    """(part, its total) for brackets, and words behind `gồm`, whose counts are parts of one total.

    Only the sum tells: a bracket or an enumeration may hold anything else.  A bracket right behind
    its total that opens with fewer of the same says so by itself, also behind a place: ``35 cán bộ
    (12 nữ)``, ``170 ha (Hải Sơn 41 ha, Bình An 26 ha)``.

    :param words: the block's words as printed, ``offset`` where they stand in the text
    :param figures: the block's figures in order
    """
    starts = [figure.start for figure in figures]
    for start, end in (*_brackets(words), *_enumerations(words, rules)):
        first, last = (bisect_left(starts, offset + at) for at in (start, end))
        inside, earlier = (
            figures[first : min(last, first + _MOST)],
            figures[max(0, first - _MOST) : first],
        )
        if not words.startswith("(", start):
            inside = _without_asides(words, offset, start, end, inside)
        for unit in ("count", "vnd"):
            parts = [f for f in inside if f.unit == unit]
            total = _before(words, offset, start, unit, earlier)
            for each, joint in _paired(words, offset, total, earlier, nouns):
                is_mixed = each is not total or words.startswith(_ANYTHING, start)
                own = [f for f in parts if not is_mixed or _same(each, f, nouns)]
                whole = _whole_of(each, own, nouns)
                if whole is not None:
                    yield from ((part, each) for part in whole)
                elif joint not in _STROKES:
                    continue  # only the sum tells of what a comma pairs
                elif own and _opens_with(words, offset, start, total or each, own[0], nouns, rules):
                    yield from ((p, each) for p in own if _is_fewer(words, offset, p, each, nouns))
                elif (
                    own
                    and total is not None
                    and _is_bracket_behind(words, offset, start, total, rules)
                ):
                    yield from (
                        (p, each) for p in _classes(words, offset, start, each, own, nouns, rules)
                    )


def _without_asides(
    words: str, offset: int, start: int, end: int, inside: Sequence[FigureMention]
) -> Sequence[FigureMention]:
    """``gồm 268 bác sĩ (25 thạc sĩ), 45 dược sĩ``: what a bracket tells of one part is none."""
    if words.find("(", start, end) < 0:
        return inside
    asides = [hit.span() for hit in _ASIDE.finditer(words, start, end)]
    return [
        f for f in inside
        if not any(left < f.start - offset < right for left, right in asides)
    ]  # fmt: skip


def _paired(
    words: str,
    offset: int,
    total: FigureMention | None,
    earlier: Sequence[FigureMention],
    nouns: Nouns,
) -> Iterator[tuple[FigureMention, str]]:
    """A total and, before it, the one that is paired with it: ``90 vụ/120 bị cáo (...)``."""
    if total is None:
        return
    yield total, ""
    before = next((f for f in reversed(earlier) if f.end <= total.start), None)
    if before is None or before.unit != total.unit or _same(before, total, nouns):
        return
    joint = words[before.end - offset : total.start - offset].strip()
    if joint in _JOINTS:
        yield before, joint


def _classes(
    words: str,
    offset: int,
    opening: int,
    total: FigureMention,
    parts: Sequence[FigureMention],
    nouns: Nouns,
    rules: Rulebook,
) -> Sequence[FigureMention]:
    """The parts of a bracket that names a class before each: ``(nữ: 28 em; dân tộc: 4 em)``.

    One alone is a part where its class can be nothing else; of several each is named, and none is
    compared with what was or should be (``(cùng kỳ 40 em, kế hoạch 50 em)``).
    """
    found: list[FigureMention] = []
    last, is_named = opening + 1, False
    for part in parts:
        lead = words[last : part.start - offset]
        last = part.end - offset
        if lead.strip() != "/":  # what a stroke pairs has one name for both
            is_named = (
                _CLASS.fullmatch(lead) is not None
                and rules.pattern("totals.breakdown_other").regex.search(lead) is None
            )
        is_less = part.unit == "vnd" and part.value < total.value
        if is_named and (is_less or _is_fewer(words, offset, part, total, nouns)):
            found.append(part)
    is_sure = len(found) > 1 or (
        bool(found)
        and rules.pattern("totals.breakdown_sure").regex.match(words, opening + 1) is not None
    )
    return found if is_sure and sum(f.value for f in found) <= total.value else ()


def _whole_of(
    total: FigureMention, parts: Sequence[FigureMention], nouns: Nouns
) -> Sequence[FigureMention] | None:
    """The first parts that together are the total; what follows them is said of something else.

    ``40 vụ, gồm 30 vụ cháy và 10 vụ nổ, làm 3 người chết``.  One more of the same kind behind them
    leaves it open which of them are the parts, or where the slip is.
    """
    sums = 0.0
    for at, part in enumerate(parts):
        sums += part.value
        if sums >= total.value:
            rest = parts[at + 1 :]
            if not at or sums != total.value or any(_same(total, each, nouns) for each in rest):
                return None
            return parts[: at + 1]
    return None


def _same(total: FigureMention, part: FigureMention, nouns: Nouns) -> bool:
    return nouns.same(total.counted, part.counted)


def _is_bracket_behind(
    words: str, offset: int, opening: int, total: FigureMention, rules: Rulebook
) -> bool:
    """A class that can be nothing else may have the rest of the noun before its bracket."""
    gap = words[total.end - offset : opening]
    is_rest = (
        _REST.fullmatch(gap) is not None
        and rules.pattern("totals.breakdown_sure").regex.match(words, opening + 1) is not None
    )
    return words.startswith("(", opening) and (is_rest or not gap.strip())


def _opens_with(
    words: str,
    offset: int,
    opening: int,
    total: FigureMention,
    part: FigureMention,
    nouns: Nouns,
    rules: Rulebook,
) -> bool:
    """Whether a bracket stands right behind the total and begins with fewer of the same.

    ``30 hộ (20 hộ năm 2022)`` compares with another year.
    """
    if rules.pattern("totals.breakdown_of_year").regex.match(words, part.end - offset):
        return False
    before, lead = words[total.end - offset : opening], words[opening : part.start - offset]
    return not before.strip() and _LEAD.fullmatch(lead) is not None and _is_fewer(
        words, offset, part, total, nouns
    )  # fmt: skip


def _is_fewer(
    words: str, offset: int, part: FigureMention, total: FigureMention, nouns: Nouns
) -> bool:
    is_rate = words[part.end - offset : part.end - offset + 1] == "/"
    return (
        part.unit == "count" and part.value < total.value and not is_rate
        and nouns.same(total.counted, part.counted)
    )  # fmt: skip


def _brackets(words: str) -> Iterator[tuple[int, int]]:
    """Outermost pairs of brackets."""
    depth, opened = 0, 0
    for sign in _SIGNS.finditer(words):
        if sign.group() == "(":
            opened = sign.start() if depth == 0 else opened
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield opened, sign.start()


def _enumerations(words: str, rules: Rulebook) -> Iterator[tuple[int, int]]:
    """From ``gồm`` to the end of its clause, or of its sentence: parts may be parted by `;`.

    A bracket behind one of the parts does not end them.
    """
    hits = list(rules.pattern("totals.breakdown_consists").regex.finditer(words))
    if not hits:
        return
    ends = [end.start() for end in _END.finditer(words)]
    asides = list(_brackets(words))
    opened = [start for start, _ in asides]

    def is_aside(at: int) -> bool:
        before = bisect_right(opened, at) - 1
        return before >= 0 and at <= asides[before][1]

    places = {
        aside: (own, [at for at in own if words[at] != ";"])
        for aside, own in ((True, ends), (False, [at for at in ends if not is_aside(at)]))
    }
    for hit in hits:
        own, sentences = places[is_aside(hit.start())]
        clause = _first(own, hit.end(), len(words))
        yield hit.start(), clause
        if words[clause : clause + 1] == ";":
            yield hit.start(), _first(sentences, clause, len(words))


def _first(places: Sequence[int], start: int, otherwise: int) -> int:
    """The first of some places in order from ``start`` on."""
    at = bisect_left(places, start)
    return places[at] if at < len(places) else otherwise


def _before(
    words: str, offset: int, opening: int, unit: str, earlier: Sequence[FigureMention]
) -> FigureMention | None:
    """The nearest figure of this unit before the parts, in the same clause."""
    before = [
        f for f in earlier
        if f.unit == unit and opening - _REACH <= f.end - offset <= opening
    ]  # fmt: skip
    if not before:
        return None
    asides = [hit.span() for hit in _ASIDE.finditer(words, max(0, opening - _REACH), opening)]
    for left, right in reversed(asides):  # `33 đơn (12 đơn của quý trước), gồm 29 ..., 4 ...`
        said = [f for f in before if not left < f.start - offset < right]
        before = said or before
    gap = _ASIDE.sub("", words[before[-1].end - offset : opening])
    if words[opening : opening + 1].isupper():
        gap = gap.rstrip().removesuffix(".")  # `Có 4 đợt. Gồm 1 đợt ... và 3 đợt ...`
    is_broken = any(sign in gap for sign in _STOPS) or ". " in gap
    return None if is_broken else before[-1]
