"""Words of a PDF page with their boxes, through PDFium's text page."""

from __future__ import annotations

import ctypes
import itertools
import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

from pipeline.read.pdfium_calls import ADDRESS, NUMBER, address_of, plain, slots
from pipeline.read.text_layer import is_glued

Point = tuple[float, float]
Transform = Callable[[float, float], Point]

# PDFium writes U+0002 (older builds U+FFFE) for a hyphen that ends a line, and drops the break.
_WORD = re.compile(r"[^\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
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
_WHITE = 250
_HAIR = 0.05  # of the font size: a blank that PDFium swallowed
_LOOSE_TO_SIZE = 0.91  # what PDFium takes as ascent + descent of the usual text faces, in ems


@dataclass(slots=True)
class PdfWord:
    """A word as PDFium gives it; points, origin upper left, ``index`` is its first character.

    ``drawn`` marks words that came out of an annotation (signing software draws number and day),
    ``pale`` those in white ink, which show only on a coloured ground.
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


def count_chars(page: Any) -> int:
    """Number of characters in the page's own text (before annotations are flattened)."""
    textpage = page.get_textpage()
    try:
        return max(0, int(textpage.count_chars()))
    finally:
        textpage.close()


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
    """Reused slots for the box calls: a fresh set a call would double their cost."""

    def __init__(self, handle: Any, transform: Transform) -> None:
        self._handle = address_of(handle)
        self._transform = transform
        ox, oy = transform(0.0, 0.0)
        # Most pages stand upright: two subtractions instead of a call for each corner.
        self._upright = (-ox, oy) if transform(1.0, 0.0)[0] - ox == 1.0 else None
        self._corners, self._corner_refs = slots(ctypes.c_double, 4)
        self._ink, self._ink_refs = slots(ctypes.c_uint, 4)
        self._rect, self._rect_refs = slots(ctypes.c_float, 4)
        self._before: PdfWord | None = None
        self._looks = (False, False)
        self._looks_of: dict[int, tuple[bool, bool]] = {}

    def corners(self, index: int) -> tuple[float, float, float, float]:
        """Tight box of a character as shown: two opposite corners, in no fixed order."""
        _char_box(self._handle, index, *self._corner_refs)
        left, right, bottom, top = self._corners
        if self._upright is not None:
            x, y = self._upright
            return left - x, y - top, right - x, y - bottom
        return (*self._transform(left, top), *self._transform(right, bottom))

    def baseline(self, index: int) -> float:
        """Distance of a character's origin from the top of the page."""
        _char_origin(self._handle, index, self._corner_refs[0], self._corner_refs[1])
        x, y = self._corners[0], self._corners[1]
        return self._upright[1] - y if self._upright is not None else self._transform(x, y)[1]

    def advance(self, index: int) -> tuple[float, float, float, float]:
        """Font-height box of a character as shown: two opposite corners, in no fixed order."""
        _advance_box(self._handle, index, self._rect_refs[0])
        left, top, right, bottom = self._rect
        if self._upright is not None:
            x, y = self._upright
            return left - x, y - top, right - x, y - bottom
        return (*self._transform(left, top), *self._transform(right, bottom))

    def size(self, index: int) -> float:
        """Font size of a character in points as shown, 0 when the font does not say."""
        _, top, _, bottom = self.advance(index)
        return abs(bottom - top) / _LOOSE_TO_SIZE

    def gaps(self, first: int, last: int) -> list[float]:
        """Blank between each character and the next by their advance boxes, in points."""
        boxes = [self.advance(index) for index in range(first, last + 1)]
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
        x0, top, x1, bottom = self.corners(first)
        if top > bottom:
            top, bottom = bottom, top
        if last != first:
            ax, ay, bx, by = self.corners(last)
            x0, x1 = min(x0, x1, ax, bx), max(x0, x1, ax, bx)
            top, bottom = min(top, ay, by), max(bottom, ay, by)
        elif x0 > x1:
            x0, x1 = x1, x0
        size = self.size(first)
        if size < 1:
            size = max(1.0, (bottom - top) * 1.4)
        return PdfWord(text, x0, top, x1, bottom, self.baseline(first), size, first, last, drawn)

    def looks(self, word: PdfWord) -> tuple[bool, bool]:
        """Whether a word is invisible and whether it is in white ink.

        Asked anew only where the setting changes: at a new line, size or baseline, or after a gap;
        and once for each text object, whose letters all look the same.
        """
        before = self._before
        if (
            before is None
            or word.baseline != before.baseline
            or word.size != before.size
            or not -word.size < word.x0 - before.x1 < word.size
        ):
            item = _object_of(self._handle, word.index)
            looks = self._looks_of.get(item) if item else None
            if looks is None:
                looks = (_is_invisible(item), self.is_white(word.index))
                if item:
                    self._looks_of[item] = looks
            self._looks = looks
        self._before = word
        return self._looks


def _is_invisible(item: int | None) -> bool:
    """Whether a text object is painted with text render mode 3."""
    return bool(item and _render_mode(item) == _INVISIBLE)


def page_words(
    textpage: Any, transform: Transform, own_chars: int, width: float, height: float
) -> PageWords:
    """Words of a text page; those from ``own_chars`` on were drawn by annotations.

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
    for match in _WORD.finditer(text):
        first, end = match.span()
        last = end - 1
        if not straight:
            first = pdfium_c.FPDFText_GetCharIndexFromTextIndex(handle, first)
            last = pdfium_c.FPDFText_GetCharIndexFromTextIndex(handle, last)
            if first < 0 or last < 0:
                continue
        for word in _words_of(match.group(), first, last, probe, first >= own_chars):
            invisible, word.pale = probe.looks(word)
            into = hidden if invisible else shown
            if word.x1 > 0 and word.x0 < width and word.bottom > 0 and word.top < height:
                into.append(word)
    if len(hidden) > len(shown):
        both = sorted(shown + hidden, key=lambda word: word.index)
        return PageWords(both, len(hidden))
    return PageWords(shown, 0)


def _words_of(text: str, first: int, last: int, probe: _Probe, drawn: bool) -> list[PdfWord]:
    """One word, or more where a raised footnote mark or a second syllable is glued to it."""
    if text[-1] in "\x02\ufffe":
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
