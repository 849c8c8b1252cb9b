"""Words of a PDF page with their boxes, through PDFium's text page."""

from __future__ import annotations

import ctypes
import itertools
import re
from array import array
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache
from struct import Struct
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium_c

from pipeline.model import Box
from pipeline.read.pdfium_calls import ADDRESS, NUMBER, address_of, plain, slots
from pipeline.read.text_layer import is_glued

Point = tuple[float, float]
Transform = Callable[[float, float], Point]

# PDFium writes U+0002 (older builds U+FFFE) for a hyphen that ends a line, and drops the break.
_WORD = re.compile(r"[^\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_HYPHENS = "\x02\ufffe"
_CLOSING = '.,;:)”"'
_SUPERSCRIPT_TAIL = re.compile(
    r"^(?P<word>.*[^\d\s.,/:-][”\"’')\].,;:]*)(?P<mark>\d{1,3})[.,;:)”\"]?$"
)
_MARK_HEAD = re.compile(r"^\d{1,3}(?=[^\W\d_])")
_RAISED = 0.8  # a mark this much smaller than the letters beside it is a footnote's
_SURROGATE = re.compile("[\ud800-\udfff]")
_INVISIBLE = 3
_LETTER = (ADDRESS, NUMBER)  # a text page and the index of a character
_BOX = (ADDRESS,) * 4
_char_box = plain(pdfium_c.FPDFText_GetCharBox, *_LETTER, *_BOX)
_char_origin = plain(pdfium_c.FPDFText_GetCharOrigin, *_LETTER, ADDRESS, ADDRESS)
_advance_box = plain(pdfium_c.FPDFText_GetLooseCharBox, *_LETTER, ADDRESS)
_ink_of = plain(pdfium_c.FPDFText_GetFillColor, *_LETTER, *_BOX)
_object_of = plain(pdfium_c.FPDFText_GetTextObject, *_LETTER, result=ADDRESS)
_render_mode = plain(pdfium_c.FPDFTextObj_GetTextRenderMode, ADDRESS)
_PLACE = Struct("10d4f")  # boxes of the first and the last letter, origin and advance of the first
_WHITE = 250
_HAIR = 0.05  # of the font size: a blank that PDFium swallowed
_LOOSE_TO_SIZE = 0.91  # what PDFium takes as ascent + descent of the usual text faces, in ems


@dataclass(slots=True)
class PdfWord:
    """A word as PDFium gives it; points, origin upper left, ``index`` is its first character.

    ``drawn`` marks words that came out of an annotation (signing software draws number and day),
    ``pale`` those in white ink, which show only on a coloured ground.  ``box`` holds its sides to a
    hundredth of a point, where they were rounded with those of its page.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    index: int
    last: int
    drawn: bool = False
    pale: bool = False
    confidence: float = 1.0
    box: Box | None = None

    @property
    def middle(self) -> float:
        """Vertical middle of the box."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class PageWords:
    """Words of one page in the order of the file, and how many were painted invisibly."""

    words: list[PdfWord]
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


def _page_text(handle: Any, count: int) -> str:
    """The page's whole text in one call, one code unit a text index."""
    buffer = (ctypes.c_ushort * (count * 2 + 2))()
    written = pdfium_c.FPDFText_GetText(handle, 0, count, buffer)
    units = bytes(buffer)[: 2 * max(0, written - 1)]
    text = units.decode("utf-16-le", "surrogatepass")
    if 2 * len(text) == len(units):
        return _SURROGATE.sub("\ufffd", text)
    # Text indices count UTF-16 units: a stand-in for each half of a pair keeps them true.
    return _SURROGATE.sub("\ufffd", "".join(map(chr, array("H", units))))


class _Probe:
    """Asks PDFium about characters, into slots of its own: a fresh set a call would cost more."""

    def __init__(self, handle: Any, transform: Transform) -> None:
        self._handle = address_of(handle)
        self._transform = transform
        ox, oy = transform(0.0, 0.0)
        # Most pages stand upright: two subtractions instead of a call for each corner.
        self._upright = (-ox, oy) if transform(1.0, 0.0)[0] - ox == 1.0 else None
        self._held = bytearray(_PLACE.size)
        held = ctypes.addressof(ctypes.c_char.from_buffer(self._held))
        doubles = tuple(held + 8 * index for index in range(10))
        self._first, self._last = doubles[:4], doubles[4:8]
        self._origin, self._loose = doubles[8:], held + 80
        self._ink, self._ink_refs = slots(ctypes.c_uint, 4)
        self._looks_of: dict[int, tuple[bool, bool]] = {}

    def _advance(self, index: int) -> tuple[float, float, float, float]:
        """Font-height box of a character as shown: two opposite corners, in no fixed order."""
        _advance_box(self._handle, index, self._loose)
        left, top, right, bottom = _PLACE.unpack_from(self._held)[10:]
        if self._upright is not None:
            x, y = self._upright
            return left - x, y - top, right - x, y - bottom
        return (*self._transform(left, top), *self._transform(right, bottom))

    def size(self, index: int) -> float:
        """Font size of a character in points as shown, 0 when the font does not say."""
        _, top, _, bottom = self._advance(index)
        return abs(bottom - top) / _LOOSE_TO_SIZE

    def gaps(self, first: int, last: int) -> list[float]:
        """Blank between each character and the next by their advance boxes, in points."""
        boxes = [self._advance(index) for index in range(first, last + 1)]
        return [
            min(after[0], after[2]) - max(before[0], before[2])
            for before, after in itertools.pairwise(boxes)
        ]

    def is_white(self, index: int) -> bool:
        """Whether the character is filled with white."""
        if not _ink_of(self._handle, index, *self._ink_refs):
            return False
        return min(self._ink[:3]) >= _WHITE

    def word(self, text: str, first: int, last: int, drawn: bool) -> PdfWord:
        """A word from its first and last letter's boxes."""
        handle = self._handle
        _char_box(handle, first, *self._first)
        if last != first:
            _char_box(handle, last, *self._last)
        _char_origin(handle, first, *self._origin)
        _advance_box(handle, first, self._loose)
        x0, x1, bottom, top, ax, bx, by, ay, x, y, _, high, _, low = _PLACE.unpack_from(self._held)
        if self._upright is not None:
            left, up = self._upright
            x0, x1, top, bottom = x0 - left, x1 - left, up - top, up - bottom
            ax, bx, ay, by = ax - left, bx - left, up - ay, up - by
            baseline, high, low = up - y, up - high, up - low
        else:
            (x0, top), (x1, bottom) = self._transform(x0, top), self._transform(x1, bottom)
            (ax, ay), (bx, by) = self._transform(ax, ay), self._transform(bx, by)
            baseline = self._transform(x, y)[1]
            _, high, _, low = self._advance(first)
        if top > bottom:
            top, bottom = bottom, top
        if last != first:
            if x0 <= x1 <= bx and x0 <= ax <= bx:  # as it is in nearly all words
                x1 = bx
            else:
                x0, x1 = min(x0, x1, ax, bx), max(x0, x1, ax, bx)
            if ay > by:
                ay, by = by, ay
            top, bottom = ay if ay < top else top, by if by > bottom else bottom
        elif x0 > x1:
            x0, x1 = x1, x0
        size = abs(low - high) / _LOOSE_TO_SIZE
        if size < 1:
            size = max(1.0, (bottom - top) * 1.4)
        return PdfWord(text, x0, top, x1, bottom, baseline, size, first, last, drawn)

    def text_object(self, index: int) -> int | None:
        """The object that a character was drawn by, as a number."""
        item: int | None = _object_of(self._handle, index)
        return item

    def looks(self, word: PdfWord) -> tuple[bool, bool]:
        """Whether a word is invisible and whether it is in white ink.

        Asked once for each text object, whose letters all look the same.
        """
        item = self.text_object(word.index)
        looks = self._looks_of.get(item) if item else None
        if looks is None:
            looks = (_is_invisible(item), self.is_white(word.index))
            if item:
                self._looks_of[item] = looks
        return looks


def _is_invisible(item: int | None) -> bool:
    """Whether a text object is painted with text render mode 3."""
    return bool(item and _render_mode(item) == _INVISIBLE)


def page_words(
    textpage: Any, transform: Transform, drawn: Collection[int], width: float, height: float
) -> PageWords:
    """Words of a text page.

    :param drawn: the text objects that annotations drew

    Words that stand off the page are left out.  Invisible words are left out too, unless most of
    the page is invisible: then it is the OCR layer of a scanner and all of them stay.
    """
    handle = textpage.raw
    count = max(0, int(textpage.count_chars()))
    if count == 0:
        return PageWords([], 0)
    text = _page_text(handle, count)
    straight = len(text) == count
    probe = _Probe(handle, transform)
    shown: list[PdfWord] = []
    hidden: list[PdfWord] = []
    before: PdfWord | None = None
    invisible = pale = False
    for match in _WORD.finditer(text):
        first, end = match.span()
        last = end - 1
        if not straight:
            first = pdfium_c.FPDFText_GetCharIndexFromTextIndex(handle, first)
            last = pdfium_c.FPDFText_GetCharIndexFromTextIndex(handle, last)
            if first < 0 or last < 0:
                continue
        written = match.group()
        is_drawn = bool(drawn) and probe.text_object(first) in drawn
        if _may_be_several(written):
            words = _words_of(written, first, last, probe, is_drawn)
        else:
            words = [probe.word(written, first, last, is_drawn)]
        for word in words:
            size = word.size
            # asked anew only where the setting changes: at a new line or size, or after a gap
            if (
                before is None
                or word.baseline != before.baseline
                or size != before.size
                or not -size < word.x0 - before.x1 < size
            ):
                invisible, pale = probe.looks(word)
            before = word
            word.pale = pale
            if word.x1 > 0 and word.x0 < width and word.bottom > 0 and word.top < height:
                (hidden if invisible else shown).append(word)
    if len(hidden) > len(shown):
        both = sorted(shown + hidden, key=lambda word: word.index)
        return PageWords(_with_boxes(both), len(hidden))
    return PageWords(_with_boxes(shown), 0)


def _with_boxes(words: list[PdfWord]) -> list[PdfWord]:
    """The words with their rounded boxes: the rounding of a whole page at once is far quicker."""
    sides = [side for word in words for side in (word.x0, word.top, word.x1, word.bottom)]
    rounded = iter(hundredths(sides))
    for word, box in zip(words, zip(*[rounded] * 4, strict=True), strict=True):
        word.box = box
    return words


def hundredths(numbers: list[float]) -> list[float]:
    """The numbers as ``round(number, 2)`` gives them."""
    scaled = np.array(numbers) * 100
    nearest = np.rint(scaled)
    rounded: list[float] = (nearest / 100).tolist()
    # Near the middle between two hundredths, and beyond 10^9, the product is not exact enough.
    with np.errstate(invalid="ignore"):
        sure = (np.abs(np.abs(scaled - nearest) - 0.5) > 1e-6) & (np.abs(scaled) < 1e9)
    for index in np.flatnonzero(~sure):
        rounded[index] = round(numbers[index], 2)
    return rounded


@lru_cache(maxsize=1 << 14)
def _may_be_several(text: str) -> bool:
    """Whether :func:`_words_of` has to look at a word at all: nearly all are plain syllables."""
    end = text[-1]
    return (
        end in _HYPHENS
        or end.isdecimal()
        or text[0].isdecimal()
        or (end in _CLOSING and text[-2:-1].isdecimal())
        or (not text.isascii() and is_glued(text))
    )


def _words_of(text: str, first: int, last: int, probe: _Probe, drawn: bool) -> list[PdfWord]:
    """One word, or more where a raised footnote mark or a second syllable is glued to it."""
    if text[-1] in _HYPHENS:
        text = text[:-1] + "-"
    if last - first + 1 != len(text) or first == last:
        return [probe.word(text, first, last, drawn)]
    end = text[-1]
    may_have_tail = end.isdecimal() or (end in _CLOSING and text[-2].isdecimal())
    match = _SUPERSCRIPT_TAIL.match(text) if may_have_tail else None
    if match:
        tail = first + match.start("mark")
        if 0 < probe.size(tail) < _RAISED * probe.size(first):
            start = probe.word(match["word"], first, tail - 1, drawn)
            return [start, probe.word(text[match.start("mark") :], tail, last, drawn)]
    head = _MARK_HEAD.match(text) if text[0].isdecimal() else None
    if head:
        letter = first + head.end()
        if 0 < probe.size(first) < _RAISED * probe.size(letter):
            mark = probe.word(head.group(), first, letter - 1, drawn)
            return [mark, probe.word(text[head.end() :], letter, last, drawn)]
    if not text.isascii() and is_glued(text):
        return _split_at_hairs(text, first, probe, drawn)
    return [probe.word(text, first, last, drawn)]


def _split_at_hairs(text: str, first: int, probe: _Probe, drawn: bool) -> list[PdfWord]:
    """Cut a run of syllables where a blank narrower than PDFium's threshold stood."""
    limit = _HAIR * probe.size(first)
    cuts = [0]
    for offset, gap in enumerate(probe.gaps(first, first + len(text) - 1), start=1):
        if gap > limit:
            cuts.append(offset)
    cuts.append(len(text))
    return [
        probe.word(text[start:end], first + start, first + end - 1, drawn)
        for start, end in itertools.pairwise(cuts)
    ]
