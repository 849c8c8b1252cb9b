"""Words of a PDF page with their boxes, through PDFium's text page."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import compress, pairwise, repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium_c

from pipeline.model import Box
from pipeline.read.page.word import PlacedWord
from pipeline.read.pdf.calls import ADDRESS, NUMBER, Answers, address_of, plain, ready, reference
from pipeline.read.pdf.probe import LOOSE_TO_SIZE, Probe, Transform, advance_box
from pipeline.read.pdf.raised_marks import mark_parts
from pipeline.read.pdf.torn_words import forward_pieces, joined_runs, torn_runs
from pipeline.read.text_layer import is_glued

_Column = npt.NDArray[np.floating[Any]]

# PDFium writes U+0002 (older builds U+FFFE) for a hyphen that ends a line, and drops the break.
_HYPHENS = "\x02\ufffe"
_BLANK, _HYPHEN = 1, 2  # a letter is 0
_KINDS = np.zeros(1 << 16, np.uint8)  # of each UTF-16 unit
_KINDS[[0, *(unit for unit in range(1 << 16) if chr(unit).isspace())]] = _BLANK
_KINDS[list(map(ord, _HYPHENS))] = _HYPHEN
_CLOSING = '.,;:)”"'
_SUPERSCRIPT_TAIL = re.compile(
    r"^(?P<word>.*[^\d\s.,/:-][”\"’')\].,;:]{0,9})(?P<mark>\d{1,3})[.,;:)”\"]?$"
)
_MARK_HEAD = re.compile(r"^\d{1,3}(?=[^\W\d_])")
_text_of = plain(pdfium_c.FPDFText_GetText, ADDRESS, NUMBER, NUMBER, ADDRESS)
_char_box = ready(pdfium_c.FPDFText_GetCharBox)
_angle_of = ready(pdfium_c.FPDFText_GetCharAngle, ctypes.c_float)
_char_origin = ready(pdfium_c.FPDFText_GetCharOrigin)
_boxes_of = Answers(ctypes.c_double, 4, 4)
_origins_of = Answers(ctypes.c_double, 2, 2)
_advances_of = Answers(ctypes.c_float, 4, 1)  # a structure of four
_RAISED = 0.8  # a mark this much smaller than the letters beside it is a footnote's
_LIFTED = 0.12  # of the font size: the foot of a raised mark over the line
_LARGE = 2.0  # usual sizes: larger than any title
_TALL = 1.6  # font sizes from the foot to the head of a word
_ASKEW = 25.0  # degrees; italics that a printer slants by itself are at 12 to 20
_HAIR = 0.05  # of the font size: a blank that PDFium swallowed


@dataclass(slots=True)
class PageWords:
    """Words of one page in the order of the file, and how many were painted invisibly."""

    words: list[PlacedWord]
    invisible: int


def page_transform(page: Any) -> Transform:
    """The map from PDF user space to points from the upper left corner of the page as shown."""
    left, bottom, right, top = page.get_bbox()
    rotation = page.get_rotation()
    if rotation == 90:
        return lambda x, y: (y - bottom, x - left)
    if rotation == 180:
        return lambda x, y: (right - x, y - bottom)
    if rotation == 270:
        return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)


def _page_units(handle: Any, count: int) -> npt.NDArray[np.uint16]:
    """The page's whole text in one call, one UTF-16 unit a text index."""
    units = np.zeros(count * 2 + 2, np.uint16)
    written = _text_of(address_of(handle), 0, count, units.ctypes.data)
    return units[: max(0, written - 1)]


def _spelt(units: npt.NDArray[np.uint16]) -> str:
    """The text with one code point a unit: each half of a surrogate pair has a stand-in."""
    if np.any((units >= 0xD800) & (units < 0xE000)):
        units = np.where((units >= 0xD800) & (units < 0xE000), np.uint16(0xFFFD), units)
    return units.tobytes().decode("utf-16-le")


def page_words(
    textpages: Sequence[Any],
    transform: Transform,
    drawn: Collection[int],
    width: float,
    height: float,
) -> PageWords:
    """Words of a page.

    :param textpages: that of the page and, if its annotations have one of their own, that one:
        its characters are numbered on from those of the page
    :param drawn: the text objects that annotations drew into the page itself

    Words that stand off the page are left out.  Invisible words are left out too, unless most of
    the page is invisible: then it is the OCR layer of a scanner and all of them stay.
    """
    words: list[PlacedWord] = []
    shown: list[npt.NDArray[np.bool_]] = []
    hiding: list[npt.NDArray[np.bool_]] = []
    before = 0
    for textpage in textpages:
        count = max(0, int(textpage.count_chars()))
        own = drawn if textpage is textpages[0] else None
        more, stand, hide = _words_of(textpage.raw, count, before, transform, own, width, height)
        words += more
        shown.append(stand)
        hiding.append(hide)
        before += count
    inside, invisible = np.concatenate(shown), np.concatenate(hiding)
    hidden = int(np.count_nonzero(inside & invisible))
    is_scanned = hidden > np.count_nonzero(inside) - hidden
    if hidden and not is_scanned:
        inside &= ~invisible
    if not inside.all():
        words = list(compress(words, inside.tolist()))
    return PageWords(words, hidden if is_scanned else 0)


def _words_of(
    handle: Any,
    count: int,
    before: int,
    transform: Transform,
    drawn: Collection[int] | None,
    width: float,
    height: float,
) -> tuple[list[PlacedWord], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """All words of a text page, whether they stand on the page, and whether they are invisible.

    :param count: of its characters; ``before`` is that of the text pages before it
    :param drawn: the text objects that annotations drew, None for all
    """
    probe = Probe(handle, transform)
    texts, firsts, lasts = _spans(handle, count, probe) if count else ([], [], [])
    if not texts:
        return [], np.zeros(0, bool), np.zeros(0, bool)
    with np.errstate(invalid="ignore", over="ignore"):  # of a page that is out of all measure
        places, turned, raised = _places(handle, firsts, lasts, transform)
        spans = list(zip(texts, firsts, lasts, strict=True))
        cut = {place: forward_pieces(*spans[place], probe) for place in turned}
        cut |= {
            place: mark_parts(*spans[place], probe)
            for place in raised
            if place not in cut and _may_end_in_mark(texts[place])
        }
        if any(len(pieces) > 1 for pieces in cut.values()):
            texts, firsts, lasts = _recut(spans, cut)
            places, *_ = _places(handle, firsts, lasts, transform)
        torn = torn_runs(handle, texts, firsts, lasts, places, probe)
        if torn:
            texts, firsts, lasts, places = joined_runs(torn, texts, firsts, lasts, places)
        invisible, pale = _looks(places, firsts, probe)
        level = ~_slanted(handle, places, firsts)
        x0, top, x1, bottom, *_ = places
        boxes = _boxes(x0, top, x1, bottom)
    from_annotations: Iterable[bool] = repeat(drawn is None)
    if drawn:
        from_annotations = [item in drawn for item in probe.text_objects(firsts)]
    if before:
        firsts, lasts = [before + first for first in firsts], [before + last for last in lasts]
    words = list(
        map(
            PlacedWord, texts, *(column.tolist() for column in places), firsts, lasts,
            from_annotations, pale.tolist(), repeat(1.0), boxes,
        )
    )  # fmt: skip
    inside = level & (x1 > 0) & (x0 < width) & (bottom > 0) & (top < height)
    return words, inside, invisible


def _spans(handle: Any, count: int, probe: Probe) -> tuple[list[str], list[int], list[int]]:
    """The words of a text page with the indices of their first and last characters."""
    units = _page_units(handle, count)
    text = _spelt(units)
    begins, ends = _cuts(units)
    texts = [text[begin : end + 1] for begin, end in zip(begins, ends, strict=True)]
    if len(text) != count:
        index_of = partial(pdfium_c.FPDFText_GetCharIndexFromTextIndex, handle)
        begins, ends = list(map(index_of, begins)), list(map(index_of, ends))
        known = [begin >= 0 and end >= 0 for begin, end in zip(begins, ends, strict=True)]
        texts = list(compress(texts, known))
        begins, ends = list(compress(begins, known)), list(compress(ends, known))
    odd = set(filter(_may_be_several, set(texts)))
    several = [place for place, text in enumerate(texts) if text in odd] if odd else []
    for place in reversed(several):
        parts = _parts(texts[place], begins[place], ends[place], probe)
        texts[place : place + 1], begins[place : place + 1], ends[place : place + 1] = zip(
            *parts, strict=True
        )
    return texts, begins, ends


def _cuts(units: npt.NDArray[np.uint16]) -> tuple[list[int], list[int]]:
    """Where words begin, and where their last characters stand: at blanks and after hyphens."""
    kinds = _KINDS[units]
    inside, hyphen = kinds != _BLANK, kinds == _HYPHEN
    begins, ends = inside.copy(), inside.copy()
    begins[1:] &= ~inside[:-1] | hyphen[:-1]
    ends[:-1] &= ~inside[1:] | hyphen[:-1]
    return np.flatnonzero(begins).tolist(), np.flatnonzero(ends).tolist()


def _places(
    handle: Any, firsts: list[int], lasts: list[int], transform: Transform
) -> tuple[tuple[_Column, ...], list[int], list[int]]:
    """Sides (left, top, right, bottom), baseline and font size of words, as they are shown.

    PDFium is asked one question of all words after the other.  The second value lists the words
    whose last letter stands left of the first, the third those whose last letter is raised.
    """
    page = reference(handle)
    begin, end = (_boxes_of.ask(_char_box, page, indices) for indices in (firsts, lasts))
    origin = _origins_of.ask(_char_origin, page, firsts)
    advance = _advances_of.ask(advance_box, page, firsts)
    corners = []
    for box in (begin, end):
        left, right, bottom, top = box.T
        corners += [transform(left, top), transform(right, bottom)]
    across = np.array([x for x, _ in corners])
    down = np.array([y for _, y in corners])
    _, baseline = transform(*origin.T)
    left, top, right, bottom = advance.astype(float).T
    size = np.abs(transform(right, bottom)[1] - transform(left, top)[1]) / LOOSE_TO_SIZE
    highest, lowest = down.min(axis=0), down.max(axis=0)
    longer = np.array(lasts) > firsts
    ends_left = across[2:].max(axis=0) <= across[:2].min(axis=0) + _HAIR * size
    ends_high = down[2:].max(axis=0) < baseline - _LIFTED * size
    size = np.where(size < 1, np.maximum(1.0, (lowest - highest) * 1.4), size)
    return (
        (across.min(axis=0), highest, across.max(axis=0), lowest, baseline, size),
        np.flatnonzero(ends_left & longer).tolist(),
        np.flatnonzero(ends_high & longer).tolist(),
    )


def _may_end_in_mark(text: str) -> bool:
    return text[-1] == "]" or text[-1].isdecimal()


def _recut(
    words: list[tuple[str, int, int]], cut: dict[int, list[tuple[str, int, int]]]
) -> tuple[list[str], list[int], list[int]]:
    """Texts, first and last characters of the words with those in ``cut`` as their pieces."""
    pieces = [piece for at, word in enumerate(words) for piece in cut.get(at, (word,))]
    texts, firsts, lasts = zip(*pieces, strict=True)
    return list(texts), list(firsts), list(lasts)


def _looks(
    places: tuple[_Column, ...], firsts: list[int], probe: Probe
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Whether each word is invisible and whether it is in white ink.

    Asked anew only where the setting changes: at a new line or size, or after a gap.
    """
    x0, _, x1, _, baseline, size = places
    gap = x0[1:] - x1[:-1]
    changes = np.ones(len(firsts), bool)
    changes[1:] = ~(
        (baseline[1:] == baseline[:-1])
        & (size[1:] == size[:-1])
        & (-size[1:] < gap)
        & (gap < size[1:])
    )
    invisible, pale = probe.looks(list(compress(firsts, changes.tolist())))
    setting = np.cumsum(changes) - 1
    return invisible[setting], pale[setting]


def _slanted(handle: Any, places: tuple[_Column, ...], firsts: list[int]) -> npt.NDArray[np.bool_]:
    """Whether each word stands askew, as marks across a page do; asked of those that look large."""
    _, top, _, bottom, _, size = places
    found = np.zeros(len(firsts), bool)
    large = (size > _LARGE * np.median(size)) | (bottom - top > _TALL * size)
    if large.any():
        page = reference(handle)
        for place in np.flatnonzero(large).tolist():
            turn = math.degrees(_angle_of(page, firsts[place])) % 90
            found[place] = _ASKEW < turn < 90 - _ASKEW
    return found


def _boxes(*sides: _Column) -> Iterator[Box]:
    """The boxes of words with rounded sides; those of a whole page at once are far quicker."""
    rounded = hundredths(np.concatenate(sides))
    count = len(sides[0])
    return zip(
        *(rounded[start : start + count] for start in range(0, 4 * count, count)), strict=True
    )


def hundredths(numbers: _Column) -> list[float]:
    """The numbers as ``round(number, 2)`` gives them."""
    with np.errstate(invalid="ignore", over="ignore"):  # of numbers that are out of all measure
        scaled = numbers * 100
        nearest = np.rint(scaled)
        rounded: list[float] = (nearest / 100).tolist()
        # Near the middle of two hundredths, and beyond 10^9, the product is not exact enough.
        sure = (np.abs(np.abs(scaled - nearest) - 0.5) > 1e-6) & (np.abs(scaled) < 1e9)
    for index in np.flatnonzero(~sure):
        rounded[index] = round(float(numbers[index]), 2)
    return rounded


@lru_cache(maxsize=1 << 14)
def _may_be_several(text: str) -> bool:
    """Whether :func:`_parts` has to look at a word at all: nearly all are plain syllables."""
    end = text[-1]
    return (
        end in _HYPHENS
        or end.isdecimal()
        or text[0].isdecimal()
        or (end in _CLOSING and text[-2:-1].isdecimal())
        or (not text.isascii() and is_glued(text))
    )


def _parts(text: str, first: int, last: int, probe: Probe) -> list[tuple[str, int, int]]:
    """One word, or more where a raised footnote mark or a second syllable is glued to it."""
    if text[-1] in _HYPHENS:
        text = text[:-1] + "-"
    if last - first + 1 != len(text) or first == last:
        return [(text, first, last)]
    end = text[-1]
    may_have_tail = end.isdecimal() or (end in _CLOSING and text[-2].isdecimal())
    match = _SUPERSCRIPT_TAIL.match(text) if may_have_tail else None
    if match:
        tail = first + match.start("mark")
        if 0 < probe.size(tail) < _RAISED * probe.size(first):
            return [(match["word"], first, tail - 1), (text[match.start("mark") :], tail, last)]
    if may_have_tail and not end.isdecimal() and text[0].isdecimal():  # `30/11/2018¹.`
        return mark_parts(text, first, last, probe)
    head = _MARK_HEAD.match(text) if text[0].isdecimal() else None
    if head:
        letter = first + head.end()
        if 0 < probe.size(first) < _RAISED * probe.size(letter):
            return [(head.group(), first, letter - 1), (text[head.end() :], letter, last)]
    if not text.isascii() and is_glued(text):
        return _split_at_hairs(text, first, probe)
    return [(text, first, last)]


def _split_at_hairs(text: str, first: int, probe: Probe) -> list[tuple[str, int, int]]:
    """Cut a run of syllables where a blank narrower than PDFium's threshold stood."""
    limit = _HAIR * probe.size(first)
    cuts = [0]
    for offset, gap in enumerate(probe.gaps(first, first + len(text) - 1), start=1):
        if gap > limit:
            cuts.append(offset)
    cuts.append(len(text))
    return [(text[start:end], first + start, first + end - 1) for start, end in pairwise(cuts)]
