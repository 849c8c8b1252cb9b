"""Joins the pieces of words that PDFium tore: letters that touch, with no blank typed between.

PDFium puts a blank wherever the next letter of the file does not follow on the page.  A writer
that fetches the letters that a font lacks from another draws them after the line (`Th ường v ụ`),
and a page with few words is taken for one that is written downwards: each letter is a line.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from itertools import compress, groupby, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium_c

from pipeline.read.pdf.calls import ready, reference
from pipeline.read.pdf.probe import Probe
from pipeline.read.text_layer import is_syllable

_Column = npt.NDArray[np.floating[Any]]

_TOUCHING = 0.06  # of the font size: justified text sets even letters this far apart
_OVERLAP = 0.12  # of the font size: a word printed twice lies further over the first
_BEHIND = 0.5  # of the font size, up to the blank behind a letter
_ONE_LINE = 0.3  # points between the baselines of two faces
_INK_APART = 0.2  # of the font size, between the ink of two letters whose boxes touch
_INK_OVER = 0.3
_ONE_SIZE = 0.05  # a raised mark is smaller than its word
_is_generated = ready(pdfium_c.FPDFText_IsGenerated)
_font_size_of = ready(pdfium_c.FPDFText_GetFontSize, ctypes.c_double)
_unicode_of = ready(pdfium_c.FPDFText_GetUnicode)


def forward_pieces(text: str, first: int, last: int, probe: Probe) -> list[tuple[str, int, int]]:
    """A word whose last letters stand left of its first ones (`nế`): its pieces, each in order."""
    if last - first + 1 != len(text):
        return [(text, first, last)]
    gaps = probe.gaps(first, last)
    limit = _OVERLAP * probe.size(first)
    cuts = [0, *(at for at, gap in enumerate(gaps, 1) if abs(gap) > limit), len(text)]
    return [(text[a:b], first + a, first + b - 1) for a, b in pairwise(cuts)]


def torn_runs(
    handle: Any,
    texts: Sequence[str],
    firsts: Sequence[int],
    lasts: Sequence[int],
    places: tuple[_Column, ...],
    probe: Probe,
) -> list[list[int]]:
    """The words, by their places in the lists, that are pieces of one; each run from left to right.

    :param firsts: the indices of the first characters of the words, ``lasts`` those of the last
    :param places: left, top, right, bottom, baseline and size of the words
    """
    x0, _, x1, _, baseline, size = places
    level = _levels(baseline)
    order = np.lexsort((x0, level))
    left, right = order[:-1], order[1:]
    gap, em = x0[right] - x1[left], np.maximum(size[left], size[right])
    near = (level[left] == level[right]) & (gap < _INK_APART * em) & (gap > -_INK_OVER * em)
    if not near.any():
        return []
    page = reference(handle)
    joined = np.zeros(len(near), bool)
    for at in np.flatnonzero(near).tolist():
        before, after = int(left[at]), int(right[at])
        last, first = lasts[before], firsts[after]
        joined[at] = (
            _touch(last, first, float(em[at]), probe)
            and _is_of_one_size(page, last, first)
            and not (_is_typed(page, last + 1) and _is_behind(last, float(em[at]), probe))
            and (not _is_seen(page, last, first) or _is_one_syllable(texts[before], texts[after]))
        )
    return _runs(order.tolist(), joined.tolist())


def _levels(baseline: _Column) -> npt.NDArray[np.intp]:
    """The number of the line on which each word stands, from the top of the page."""
    rising = np.argsort(baseline, kind="stable")
    levels = np.zeros(len(rising), np.intp)
    levels[rising[1:]] = np.cumsum(np.diff(baseline[rising]) > _ONE_LINE)
    return levels


def joined_runs(
    runs: Sequence[Sequence[int]],
    texts: Sequence[str],
    firsts: Sequence[int],
    lasts: Sequence[int],
    places: tuple[_Column, ...],
) -> tuple[list[str], list[int], list[int], tuple[_Column, ...]]:
    """The words with each run as one, in the place of its leftmost piece."""
    spelt, ends = list(texts), list(lasts)
    stays = np.ones(len(spelt), bool)
    _, top, x1, bottom, *_ = places
    for head, *rest in runs:
        run = [head, *rest]
        spelt[head] = "".join([texts[at] for at in run])
        ends[head] = lasts[rest[-1]]
        top[head], x1[head], bottom[head] = top[run].min(), x1[run].max(), bottom[run].max()
        stays[rest] = False
    kept = stays.tolist()
    return (
        list(compress(spelt, kept)), list(compress(firsts, kept)), list(compress(ends, kept)),
        tuple(column[stays] for column in places),
    )  # fmt: skip


def _touch(last: int, first: int, size: float, probe: Probe) -> bool:
    """Whether the second letter begins where the first one ends."""
    return -_OVERLAP * size <= probe.gap(last, first) <= _TOUCHING * size


def _is_of_one_size(page: Any, last: int, first: int) -> bool:
    """Whether two letters state one font size."""
    before, after = _font_size_of(page, last), _font_size_of(page, first)
    return bool(abs(before - after) <= _ONE_SIZE * max(before, after))


def _is_typed(page: Any, index: int) -> bool:
    """Whether a blank that stands in the file itself has this index."""
    return _is_generated(page, index) != 1 and _is_blank(page, index)


def _is_behind(last: int, size: float, probe: Probe) -> bool:
    """Whether the next character of the file stands behind this one on the page.

    Letters drawn after their line are followed in the file by the blank that opens the next run.
    """
    return abs(probe.gap(last, last + 1)) < _BEHIND * size


def _is_seen(page: Any, last: int, first: int) -> bool:
    """Whether PDFium saw a blank between two letters that follow each other in the file.

    It knows how far a letter reaches; the box of one with a high accent reaches further.
    """
    return first == last + 2 and chr(max(0, _unicode_of(page, last + 1))) == " "


def _is_blank(page: Any, index: int) -> bool:
    return chr(max(0, _unicode_of(page, index))).isspace()


def _is_one_syllable(before: str, after: str) -> bool:
    """Whether two pieces make a syllable and are none alone: `Ng` + `ữ`, not `số` + `9`."""
    return is_syllable(before + after) and not (is_syllable(before) and is_syllable(after))


def _runs(order: Sequence[int], joined: Sequence[bool]) -> list[list[int]]:
    """The places in ``order`` that hang together, ``joined[n]`` saying whether n and n + 1 do."""
    runs = []
    for is_run, group in groupby(range(len(joined)), key=joined.__getitem__):
        if is_run:
            found = list(group)
            runs.append([order[at] for at in (*found, found[-1] + 1)])
    return runs
