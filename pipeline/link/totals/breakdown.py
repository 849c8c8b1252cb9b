"""Counts that add up to the one before them: in brackets (``120 hộ (70 nghèo, ...)``) or by gồm."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from pipeline.link.totals.partition import same_noun
from pipeline.model import FigureMention

_REACH = 120  # letters between a total and the bracket that breaks it down
_MOST = 40  # figures of one bracket
_STOPS = ";()"
_SIGNS = regex.compile(r"[()]")
_ASIDE = regex.compile(r"\([^()]{0,200}\)")
_CONSISTS = regex.compile(
    r"(?<!\p{L})(?:(?:bao )?gồm(?: có)?|với)(?!\p{L})|, có(?= \d)|:(?=\s)", regex.IGNORECASE
)
_ANYTHING = (
    "với",
    ", có",
    ":",
)  # words that join anything, and parts of the same kind by their sum
_LEAD = regex.compile(r"\(\s*(?:có\s*|(?:\p{Lu}[\p{L}.]*\s+){1,4})?")
_END = regex.compile(r"[;()]|[.!?…](?=\s+[\p{Lu}\-+*•“\"(]|\s*$)")


def broken_down(
    words: str, offset: int, figures: Sequence[FigureMention]
) -> Iterator[tuple[FigureMention, FigureMention]]:
    """(part, its total) for brackets, and words behind `gồm`, whose counts are parts of one total.

    Only the sum tells: a bracket or an enumeration may hold anything else.  A bracket right behind
    its total that opens with fewer of the same says so by itself, also behind a place: ``35 cán bộ
    (12 nữ)``, ``170 ha (Hải Sơn 41 ha, Bình An 26 ha)``.

    :param words: the block's words as printed, ``offset`` where they stand in the text
    :param figures: the block's figures in order
    """
    starts = [figure.start for figure in figures]
    for start, end in (*_brackets(words), *_enumerations(words)):
        first, last = (bisect_left(starts, offset + at) for at in (start, end))
        inside, earlier = (
            figures[first : min(last, first + _MOST)],
            figures[max(0, first - _MOST) : first],
        )
        for unit in ("count", "vnd"):
            parts = [f for f in inside if f.unit == unit]
            total = _before(words, offset, start, unit, earlier)
            if total is not None and words.startswith(_ANYTHING, start):
                parts = [f for f in parts if same_noun(total.counted, f.counted)]
            whole = None if total is None else _whole_of(total, parts)
            if total is not None and whole is not None:
                yield from ((part, total) for part in whole)
            elif total is not None and parts and _opens_with(words, offset, start, total, parts[0]):
                yield from ((p, total) for p in parts if _is_fewer(words, offset, p, total))


def _whole_of(
    total: FigureMention, parts: Sequence[FigureMention]
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
            if not at or sums != total.value or any(_same(total, each) for each in rest):
                return None
            return parts[: at + 1]
    return None


def _same(total: FigureMention, part: FigureMention) -> bool:
    return same_noun(total.counted, part.counted)


def _opens_with(
    words: str, offset: int, opening: int, total: FigureMention, part: FigureMention
) -> bool:
    """Whether a bracket stands right behind the total and begins with fewer of the same."""
    before, lead = words[total.end - offset : opening], words[opening : part.start - offset]
    return not before.strip() and _LEAD.fullmatch(lead) is not None and _is_fewer(
        words, offset, part, total
    )  # fmt: skip


def _is_fewer(words: str, offset: int, part: FigureMention, total: FigureMention) -> bool:
    is_rate = words[part.end - offset : part.end - offset + 1] == "/"
    return (
        part.unit == "count" and part.value < total.value and not is_rate
        and same_noun(total.counted, part.counted)
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


def _enumerations(words: str) -> Iterator[tuple[int, int]]:
    """From ``gồm`` to the end of its clause, or of its sentence: parts may be parted by `;`."""
    hits = list(_CONSISTS.finditer(words))
    if not hits:
        return
    ends = [end.start() for end in _END.finditer(words)]
    sentences = [at for at in ends if words[at] != ";"]
    for hit in hits:
        clause = _first(ends, hit.end(), len(words))
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
