"""Annotated pieces of a sample's text: what is printed and what the gold says of it, in one value.

A text is a sequence of pieces: plain strings, styled runs and marks.  The renderers print
``piece.text``; the gold is made of the marks in the order of the text, so the two cannot drift.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TYPE_CODES = {
    "Quyết định": "QĐ", "Kế hoạch": "KH", "Công văn": "CV", "Chỉ thị": "CT", "Kết luận": "KL",
    "Nghị định": "NĐ", "Thông tư": "TT", "Tờ trình": "TTr", "Thông báo": "TB", "Luật": "L",
    "Báo cáo": "BC", "Hướng dẫn": "HD", "Nghị quyết": "NQ", "Biên bản": "BB", "Quy chế": "QC",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A reported quantity; fields as in the gold's ``figures``."""

    text: str
    value: float
    counted: str | None = None
    unit: str = "count"
    qualifier: str = "exact"
    role: str = "result"
    high: float | None = None
    of: float | None = None
    award: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A date or period; ``start`` and ``end`` are ISO days."""

    text: str
    start: str
    end: str
    role: str


@dataclass(frozen=True, slots=True)
class Who:
    """A named person or collective; ``shape`` says which of the fields are printed and how."""

    name: str
    role: str
    kind: str = "person"
    shape: str = "{name}"
    position: str | None = None
    workplace: str | None = None
    honorific: str | None = None
    award: str | None = None
    by: str | None = None
    year: int | None = None
    decision: str | None = None
    initiative: Idea | None = None

    @property
    def text(self) -> str:
        return self.shape.format(
            name=self.name,
            position=self.position,
            workplace=self.workplace,
            honorific=self.honorific,
        )


@dataclass(frozen=True, slots=True)
class Idea:
    """A titled initiative (`sáng kiến`, `giải pháp` ...)."""

    text: str
    kind: str
    authors: tuple[str, ...] = ()
    benefit: int | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """A mention of another document; a date inside it is a mark of its own."""

    parts: tuple[Piece, ...]
    type: str
    number: str
    on: str | None = None
    issuer: str | None = None

    @property
    def text(self) -> str:
        return plain(self.parts)


@dataclass(frozen=True, slots=True)
class Styled:
    """A run in bold or italic letters."""

    parts: tuple[Piece, ...]
    bold: bool = False
    italic: bool = False

    @property
    def text(self) -> str:
        return plain(self.parts)


Mark = Figure | Date | Who | Idea | Cite
Piece = str | Figure | Date | Who | Idea | Cite | Styled
Run = tuple[str, bool, bool]


def plain(pieces: Sequence[Piece]) -> str:
    """The printed text of the pieces."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


def runs(pieces: Sequence[Piece], bold: bool = False, italic: bool = False) -> Iterator[Run]:
    """The text as runs ``(text, bold, italic)``."""
    for piece in pieces:
        if isinstance(piece, Styled):
            yield from runs(piece.parts, bold or piece.bold, italic or piece.italic)
        else:
            yield (piece if isinstance(piece, str) else piece.text, bold, italic)


def marks(pieces: Sequence[Piece]) -> Iterator[Mark]:
    """The marks in the order of the text; those inside a citation follow it."""
    for piece in pieces:
        if isinstance(piece, Styled):
            yield from marks(piece.parts)
        elif isinstance(piece, Cite):
            yield piece
            yield from marks(piece.parts)
        elif not isinstance(piece, str):
            yield piece


def bold(*parts: Piece) -> Styled:
    return Styled(parts, bold=True)


def italic(*parts: Piece) -> Styled:
    return Styled(parts, italic=True)


# ------------------------------------------------------------------------------------ builders


def day(text: str, role: str) -> Date:
    """A date printed in full: ``ngày 07 tháng 8 năm 2019`` or ``07/8/2019``."""
    found = re.search(r"(\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm )(\d{4})", text)
    if found is None:
        raise ValueError(f"no full date in {text!r}")
    d, m, y = (int(part) for part in found.groups())
    iso = f"{y}-{m:02}-{d:02}"
    return Date(text, iso, iso, role)


def month(text: str, role: str) -> Date:
    """A date whose day is blank: the whole month ``tháng 6 năm 2024``."""
    found = re.search(r"tháng (\d{1,2}) năm (\d{4})", text)
    if found is None:
        raise ValueError(f"no month in {text!r}")
    m, y = int(found[1]), int(found[2])
    last = calendar.monthrange(y, m)[1]
    return Date(text, f"{y}-{m:02}-01", f"{y}-{m:02}-{last}", role)


def year(text: str, role: str = "period") -> Date:
    """A year, term or phase: the full span of the years printed."""
    years = [int(y) for y in re.findall(r"\d{4}", text)]
    return Date(text, f"{min(years)}-01-01", f"{max(years)}-12-31", role)


def span(text: str, role: str) -> Date:
    """``từ ngày 01/3/2025 đến hết ngày 30/4/2025``: the first and the last day."""
    days = re.findall(r"\d{1,2}/\d{1,2}/\d{4}", text)
    return Date(text, day(days[0], role).start, day(days[-1], role).start, role)


def cite(
    word: str,
    number: str,
    when: str | None = None,
    of: str | None = None,
    *,
    comma: bool = False,
    issuer: str | None = None,
) -> Cite:
    """``Quyết định số 12/QĐ-X ngày 01/02/2023 của ...`` with all that the gold says of it.

    ``when`` is the day as printed without ``ngày``; ``of`` the body after ``của``; ``issuer`` the
    body where it is named elsewhere in the sentence.
    """
    parts: list[Piece] = [f"{word} số {number}"]
    on = None
    if when is not None:
        mark = day(f"ngày {when}", "cited")
        parts += [", " if comma else " ", mark]
        on = mark.start
    if of is not None:
        parts.append(f" của {of}")
    return Cite(tuple(parts), TYPE_CODES[word], number, on, of or issuer)


def count(text: str, **rest: object) -> Figure:
    """``04 sáng kiến`` and the like: the number is read off the text, the rest is the noun."""
    found = re.search(r"(\d[\d.]*(?:,\d+)?)(?:/(\d[\d.]*))?(?:\s+(.+))?$", text)
    if found is None:
        raise ValueError(f"no number in {text!r}")
    fields: dict[str, object] = {"value": number(found[1]), "counted": found[3]}
    if found[2]:
        fields["of"] = number(found[2])
    return Figure(text, **(fields | rest))  # type: ignore[arg-type]


def percent(text: str, counted: str | None = None, **rest: object) -> Figure:
    """``91,7%`` or ``trên 95% công đoàn cơ sở``."""
    found = re.search(r"(\d[\d.]*(?:,\d+)?)%(?:\s+(.+))?$", text)
    if found is None:
        raise ValueError(f"no percentage in {text!r}")
    fields = {"value": number(found[1]), "counted": counted or found[2], "unit": "percent"}
    return Figure(text, **(fields | rest))  # type: ignore[arg-type]


def money(text: str, **rest: object) -> Figure:
    """``38,6 tỷ đồng``, ``5.000.000 đồng/tập thể``: value in dong."""
    found = re.search(r"(\d[\d.]*(?:,\d+)?)\s*(triệu |tỷ )?đồng", text)
    if found is None:
        raise ValueError(f"no amount in {text!r}")
    scale = {None: 1, "triệu ": 10**6, "tỷ ": 10**9}[found[2]]
    fields = {"value": round(number(found[1]) * scale), "unit": "vnd"}
    return Figure(text, **(fields | rest))  # type: ignore[arg-type]


def number(text: str) -> float:
    """A number in Vietnamese notation: dots group thousands, the comma is the decimal mark."""
    value = float(text.replace(".", "").replace(",", "."))
    return int(value) if value.is_integer() else value
