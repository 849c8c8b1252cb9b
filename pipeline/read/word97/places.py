"""Where things hang in a Word 97-2003 file: notes, text boxes, sections, headers, footers."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Literal

from pipeline.read.word97.file import WordFile
from pipeline.read.word97.sprm import changes

Range = tuple[int, int]

_CONTINUOUS = 0
_EDGE_STORIES: dict[str, tuple[int, ...]] = {"header": (0, 1, 4), "footer": (2, 3, 5)}
_SEPARATORS = 6  # stories before those of the first section


@dataclass(slots=True)
class Places:
    """Ranges of character positions by what they hang on."""

    notes: dict[int, Range] = field(default_factory=dict)
    _boxes: dict[int, list[Range]] = field(default_factory=dict)
    loose_boxes: list[Range] = field(default_factory=list)
    _continuous: set[int] = field(default_factory=set)
    _stories: list[Range] = field(default_factory=list)

    def boxes_at(self, position: int) -> list[Range]:
        """Text boxes whose anchor stands at a position."""
        return self._boxes.get(position, [])

    def ends_page(self, position: int) -> bool:
        """Whether a break that ends before a position starts a new page."""
        return position not in self._continuous

    def edges(self, role: Literal["header", "footer"]) -> Iterator[Range]:
        """Headers or footers of all sections."""
        for index, story in enumerate(self._stories[_SEPARATORS:]):
            if index % 6 in _EDGE_STORIES[role] and story[1] > story[0]:
                yield story


def load_places(file: WordFile) -> Places:
    """Read the tables of places; what points outside the text is left out."""
    places = Places()
    for references, texts, part in ((2, 3, "footnotes"), (46, 47, "endnotes")):
        anchors, _ = _plc(file.structure(references), 2)
        ranges = _ranges(file, texts, part, 0)
        places.notes.update(zip(anchors, ranges, strict=False))
    _load_boxes(file, places)
    _load_sections(file, places)
    places._stories = _ranges(file, 11, "headers", 0)
    return places


def _plc(raw: bytes, size: int) -> tuple[list[int], list[bytes]]:
    """Positions and items of a table of positions; it has one position more than items."""
    count = max(0, (len(raw) - 4) // (4 + size))
    if not count and len(raw) < 4:
        return [], []
    positions = list(struct.unpack_from(f"<{count + 1}I", raw, 0))
    first = 4 * (count + 1)
    return positions, [raw[first + size * n : first + size * (n + 1)] for n in range(count)]


def _ranges(file: WordFile, index: int, part: str, size: int) -> list[Range]:
    """Ranges of a sub-document, in positions of the whole text."""
    positions, _ = _plc(file.structure(index), size)
    start, end = file.ranges[part]
    # Made to rise: ranges that lie over one another could hold a text a thousand times.
    edges = accumulate((min(end, start + position) for position in positions), max)
    return list(pairwise(edges))


def _load_boxes(file: WordFile, places: Places) -> None:
    """Text boxes by the position of the shape that holds them."""
    ranges = _ranges(file, 56, "boxes", 22)
    _, items = _plc(file.structure(56), 22)
    positions, shapes = _plc(file.structure(40), 26)
    anchors = {
        struct.unpack_from("<I", shape, 0)[0]: position
        for position, shape in zip(positions, shapes, strict=False)
    }
    for story, item in zip(ranges, items, strict=False):
        reusable = struct.unpack_from("<H", item, 8)[0]
        if reusable or story[1] - story[0] < 2:
            continue
        anchor = anchors.get(struct.unpack_from("<I", item, 14)[0])
        if anchor is None:
            places.loose_boxes.append(story)
        else:
            places._boxes.setdefault(anchor, []).append(story)


def _load_sections(file: WordFile, places: Places) -> None:
    """Positions where a section starts on the page of the one before."""
    positions, items = _plc(file.structure(6), 12)
    for position, item in zip(positions, items, strict=False):
        offset = struct.unpack_from("<I", item, 2)[0]
        if offset + 2 > len(file.main):
            continue
        size = struct.unpack_from("<H", file.main, offset)[0]
        for code, operand in changes(file.main[offset + 2 : offset + 2 + size]):
            if code == 0x3009 and operand[0] == _CONTINUOUS:
                places._continuous.add(position)
