"""Puts the runs of a Word or RTF paragraph together: one line, decoded by its fonts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

import regex

from pipeline.model import RawLine, Reading
from pipeline.read.legacy.decode import decode_runs
from pipeline.read.legacy.evidence import UNICODE_LETTER
from pipeline.read.legacy.lines import encoding_defects
from pipeline.read.legacy.maps import ENCODINGS, NAMES

# Blanks typed to set a second column; those after `Số:`, `ngày`, `tháng` are left to be filled in.
_GAP = regex.compile(r"(?<=\S)(?<!Số:?|[Nn]gày|tháng|năm)[ \u00a0]{5,}(?=\S)")
_FAR = 30  # blanks, a tab counted as eight
_LONGEST_HEAD = 200  # characters of a line that can be two columns


_EMPTY = RawLine(text="")
_WINGDINGS = {code: 0xF000 + code for code in range(0x21, 0x100) if code != 0xA0}


@dataclass(frozen=True, slots=True)
class FaceRun:
    """Text set in one way.  ``font`` is its name, ``capitals`` shows it in capitals."""

    text: str
    font: str | None = None
    bold: bool = False
    italic: bool = False
    capitals: bool = False


@dataclass(slots=True)
class Encodings:
    """Counts the lines of each encoding while a document is read."""

    lines: Counter[str] = field(default_factory=Counter)

    def line(
        self, runs: Sequence[FaceRun], label: str = "", label_font: str | None = None
    ) -> RawLine:
        """The line of some runs, their letters in Unicode, behind its automatic number."""
        if not runs:
            return _EMPTY
        merged = [*([FaceRun(label, label_font)] if label else ()), *map(_signs, _merged(runs))]
        texts, used = decode_runs([(run.text, run.font) for run in merged])
        for encoding in used:
            self.lines[encoding] += 1
        shown = [
            text.upper() if run.capitals else text for run, text in zip(merged, texts, strict=True)
        ]
        raw = "".join(shown[1:] if label else shown)
        text = raw.strip()
        if label and text:
            text = f"{shown[0].strip()} {text}"
        elif len(text) <= _LONGEST_HEAD:
            text = _GAP.sub(lambda gap: "\t" * (len(gap.group()) // 5), text)
            text = "\t" * _indent(raw) + text
        if not used and UNICODE_LETTER.search(text):
            self.lines["unicode"] += 1
        faces = [run for run in merged[1 if label else 0 :] if run.text.strip()]
        return RawLine(
            text=text,
            bold=bool(faces) and all(run.bold for run in faces),
            italic=bool(faces) and all(run.italic for run in faces),
        )

    def number(self, label: str, font: str | None = None) -> RawLine:
        """The line of a cell that holds its automatic number alone: a column of numbers."""
        ((text,), _) = decode_runs([(label, font)])
        return RawLine(text=text.strip()) if any(map(str.isalnum, text)) else _EMPTY

    def state(self, reading: Reading) -> tuple[str | None, tuple[str, ...]]:
        """``encoding`` and ``defects`` of the reading after all lines are made."""
        legacy = [kind for kind, _ in self.lines.most_common() if kind in ENCODINGS]
        encoding = NAMES[legacy[0]] if legacy else reading.encoding
        return encoding, (*reading.defects, *encoding_defects(self.lines))


def _signs(run: FaceRun) -> FaceRun:
    """A run typed in Wingdings with its signs at their places in the private use area."""
    if run.font is None or not run.font.startswith("Wingdings"):
        return run
    return replace(run, text=run.text.translate(_WINGDINGS))


def _indent(raw: str) -> int:
    """Tabs that stand for what was typed to set a line in the right half of the page, else 0."""
    blanks = raw[: len(raw) - len(raw.lstrip())]
    width = len(blanks) + 7 * blanks.count("\t")
    return width // 8 if raw.strip() and width >= _FAR else 0


def _merged(runs: Sequence[FaceRun]) -> list[FaceRun]:
    """Runs of one face next to each other as one: letters of a pair can stand in two runs."""
    return [
        FaceRun("".join(run.text for run in same), *face)
        for face, same in groupby(
            runs, key=lambda run: (run.font, run.bold, run.italic, run.capitals)
        )
    ]
