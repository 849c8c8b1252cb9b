"""The structure of one sample: head, body, signature and annex of a dispatch, or a news page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tests.samples.marks import Date, Mark, Piece, Styled, marks, plain

Look = Literal["body", "basis", "heading", "item", "center", "title", "kicker", "caption", "entry"]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; ``look`` says how it is set, not what it is."""

    parts: tuple[Piece, ...]
    look: Look = "body"


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table.  A row of one cell is a band over the whole width."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    widths: tuple[float, ...]
    repeat_header: bool = True


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page break before an annex."""


Block = Para | Grid | NewPage


@dataclass(frozen=True, slots=True)
class Audit:
    """A check that a careful auditor would write down."""

    check: str
    holds: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One document.  Printed form and gold both come from these fields.

    ``number`` is the gold's; ``printed_number`` the line in the head where it differs from
    ``Số: number``.  ``subject_lead`` is printed before the subject and is no part of it
    (`V/v `, `Về việc `).  ``left_sign`` is a second signature on the left (minutes).
    ``copied`` are the body blocks (first, end) that an OCR model printed twice, ``slips`` what it
    read otherwise in the copy, ``wear`` what it read otherwise anywhere (before, after).  Neither
    reaches the gold.
    """

    name: str
    suffix: str
    kind: str
    genre: str = "dispatch"
    doc_type: str | None = None
    number: str | None = None
    printed_number: str | None = None
    issued_on: str | None = None
    place: str | None = None
    place_date: Date | None = None
    national: Literal["state", "party", "none"] = "state"
    parent: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    mark: str | None = None
    title: str | None = None
    subject: tuple[Piece, ...] = ()
    subject_lead: str = ""
    addressees: tuple[str, ...] = ()
    greeting: str = "Kính gửi:"
    body: tuple[Block, ...] = ()
    copies: tuple[str, ...] = ()
    authority: str | None = None
    signer_title: str | None = None
    signer_name: str | None = None
    left_sign: tuple[str, str] | None = None
    annex: tuple[Block, ...] = ()
    audit: tuple[Audit, ...] = ()
    head_lost: bool = False
    markdown: bool = False
    copied: tuple[int, int] | None = None
    slips: tuple[tuple[str, str], ...] = ()
    wear: tuple[tuple[str, str], ...] = ()
    published: Date | None = None
    note: str | None = None
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def file_name(self) -> str:
        return f"{self.name}.{self.suffix}"

    @property
    def number_line(self) -> str:
        return self.printed_number or f"Số: {self.number}"

    def marks(self) -> Iterator[Mark]:
        """All marks in the order of the text."""
        if self.published is not None:
            yield from marks(self.subject)
            yield self.published
        else:
            if self.place_date is not None:
                yield self.place_date
            yield from marks(self.subject)
        for block in (*self.body, *self.annex):
            if isinstance(block, Para):
                yield from marks(block.parts)
            elif isinstance(block, Grid):
                for row in block.rows:
                    for cell in row:
                        yield from marks(cell)

    @property
    def subject_text(self) -> str:
        return plain(self.subject)


# ---------------------------------------------------------------------------- paragraph builders


def p(*parts: Piece) -> Para:
    return Para(parts)


def basis(*parts: Piece) -> Para:
    """A `Căn cứ` line."""
    return Para(parts, "basis")


def h(*parts: Piece) -> Para:
    """A heading, set in bold."""
    return Para(parts, "heading")


def item(*parts: Piece) -> Para:
    """A list item with its own dash or letter."""
    return Para(parts, "item")


def center(*parts: Piece) -> Para:
    return Para((Styled(parts, bold=True),), "center")


def under(*parts: Piece) -> Para:
    """A centred line in italics, as `(Kèm theo ...)`."""
    return Para((Styled(parts, italic=True),), "center")


def article(label: str, *parts: Piece) -> Para:
    """`Điều 1.` in bold, then the text."""
    return Para((Styled((label + " ",), bold=True), *parts))


def sums(whole: int, *parts: int, holds: bool = True, what: str) -> Audit:
    """A breakdown check; the detail starts with the sum as the document states it."""
    return Audit(
        "breakdown_sum", holds, f"{dots(whole)} = {' + '.join(dots(n) for n in parts)}: {what}"
    )


def listed(count: int, what: str) -> Audit:
    return Audit("list_count", True, f"{count} listed, {what} reported")


def dots(value: int) -> str:
    """A number with dots between thousands, two digits at least."""
    return f"{value:,}".replace(",", ".") if value > 9 else f"{value:02}"
