"""Automatic numbers of an OpenDocument text: which list goes on, and what its levels print."""

from __future__ import annotations

import re

from pipeline.read.list_numbers import Level, Numbering
from pipeline.read.odt.styles import Styles
from pipeline.read.office_package import Element
from pipeline.read.opendocument import STYLE, TEXT, repeated

_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
          "I": "upperRoman", "": "none"}  # fmt: skip
_LEVELS = 10
_LARGEST = 1_000_000
_FORMAT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_PLACE = re.compile(r"%(\d)%")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_OUTLINE = "outline"


class Lists:
    """The numbers of a document's lists while it is read."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._numbering = Numbering()
        self._by_id: dict[str, str] = {}
        self._by_style: dict[str, str] = {}
        if styles.outline is not None:
            self._define(_OUTLINE, styles.outline)

    def open(self, item: Element) -> str:
        """The key of a list that no list holds: a new one, or the one that it goes on with."""
        style = item.get(f"{TEXT}style-name", "")
        goes_on = self._by_id.get(item.get(f"{TEXT}continue-list", ""))
        if goes_on is None and item.get(f"{TEXT}continue-numbering") == "true":
            goes_on = self._by_style.get(style)
        key = goes_on or f"{len(self._numbering.levels)} {style}"
        if goes_on is None:
            self._define(key, self._styles.lists.get(style))
        self._by_style[style] = key
        own = item.get(_ID)
        if own is not None:
            self._by_id[own] = key
        return key

    def start(self, key: str, level: int, item: Element) -> None:
        """Let the numbers of a level begin where its item says."""
        stated = item.get(f"{TEXT}start-value")
        if stated is not None and key in self._numbering.abstract:
            counter = self._numbering.counters.setdefault(key, {})
            counter[level] = repeated(item, f"{TEXT}start-value", _LARGEST) - 1

    def label(self, key: str, level: int) -> str:
        """The next number of a list at a level from 0, "" where it prints none."""
        return self._numbering.label(key, level)

    def heading(self, item: Element) -> str:
        """The number of a heading, by the outline of the document."""
        if item.get(f"{TEXT}is-list-header") == "true":
            return ""
        return self.label(_OUTLINE, repeated(item, f"{TEXT}outline-level", _LEVELS) - 1)

    def _define(self, key: str, style: Element | None) -> None:
        self._numbering.abstract[key] = key
        self._numbering.levels[key] = {
            repeated(level, f"{TEXT}level", _LEVELS) - 1: _level(level)
            for level in (style if style is not None else ())
            if level.get(f"{TEXT}level") is not None
        }


def _level(item: Element) -> Level:
    """What a level prints: its text with `%1` places, as Word writes it too."""
    start = repeated(item, f"{TEXT}start-value", _LARGEST)
    if item.tag == f"{TEXT}list-level-style-bullet":
        return Level(start, "bullet", item.get(f"{TEXT}bullet-char", ""), None)
    kind = _KINDS.get(item.get(f"{STYLE}num-format", ""), "decimal")
    number = repeated(item, f"{TEXT}level", _LEVELS)
    shown = repeated(item, f"{TEXT}display-levels", number)
    places = ".".join(f"%{at}" for at in range(number - shown + 1, number + 1))
    text = item.get(f"{STYLE}num-prefix", "") + places + item.get(f"{STYLE}num-suffix", "")
    stated = item.get(_FORMAT)
    return Level(start, kind, text if stated is None else _PLACE.sub(r"%\1", stated), None)
