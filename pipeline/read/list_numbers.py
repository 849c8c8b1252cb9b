"""Automatic numbers of the paragraphs of an office file as printed text: `1.`, `a)`, `II.`, `-`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_PLACE = re.compile(r"%(\d)")
_WHOLE = re.compile(r"\s*[-+]?[0-9]{1,9}\s*\Z")
_LONGEST = 255  # characters of a label, as many as Word lets one type
_LARGEST = 3999  # a larger number is shown in digits: no list is that long
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(slots=True)
class Level:
    """A level of a list: first number, number format, text with `%1` places."""

    start: int
    kind: str
    text: str
    restart: int | None


@dataclass(slots=True)
class Numbering:
    """List definitions of a document and the running counters of its lists."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by numId
    abstract: dict[str, str] = field(default_factory=dict)  # numId -> abstractNumId
    counters: dict[str, dict[int, int]] = field(default_factory=dict)  # by abstractNumId
    started: set[tuple[str, int]] = field(default_factory=set)
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)

    def label(self, num_id: str, level: int) -> str:
        """The next label of a list at a level, "" when the list prints none."""
        levels = self.levels.get(num_id)
        if levels is None or level not in levels:
            return ""
        own = levels[level]
        text = own.text[:_LONGEST]
        if own.kind == "bullet":
            return text if text.isascii() and text.isprintable() and text else "-"
        counter = self.counters.setdefault(self.abstract[num_id], {})
        override = self.overrides.get((num_id, level))
        if override is not None and (num_id, level) not in self.started:
            counter[level] = override
        else:
            counter[level] = counter.get(level, own.start - 1) + 1
        self.started.add((num_id, level))
        for deeper in [item for item in counter if item > level]:
            if levels.get(deeper) is None or levels[deeper].restart != 0:
                del counter[deeper]
        if own.kind == "none":
            return ""

        def place(match: re.Match[str]) -> str:
            other = int(match.group(1)) - 1
            known = levels.get(other)
            if known is None:
                return ""
            return format_number(counter.get(other, known.start), known.kind)

        return _PLACE.sub(place, text).strip()


def format_number(number: int, kind: str) -> str:
    """A counter in one of Word's number formats."""
    if number > _LARGEST:
        return str(number)
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman"):
        text = ""
        for size, sign in _ROMAN:
            text += sign * (number // size)
            number %= size
        return text if kind == "lowerRoman" else text.upper()
    if kind == "decimalZero":
        return f"{number:02d}"
    return str(number)


def whole(text: str | None, otherwise: int) -> int:
    """The whole number that an attribute states; ``otherwise`` where it states none."""
    return int(text) if text is not None and _WHOLE.match(text) else otherwise
