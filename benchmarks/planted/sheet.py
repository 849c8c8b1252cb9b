"""A paper as plain text: head, body, foot and list, set in the ways that offices set them."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks.generated import people


@dataclass(frozen=True)
class Office:
    """A body that writes: its head lines, the code of its symbols, and how others name it."""

    parent: tuple[str, ...]
    issuer: str
    code: str
    place: str
    named: tuple[str, ...]
    stack: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A file: its name, its text, and rows of `signatures` that its file would hold."""

    name: str
    text: str
    signatures: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Plant:
    """An error that was planted: the check that decides it, the files that hold it.

    ``also``: checks that the same error contradicts as well.
    """

    check: str
    files: tuple[str, ...]
    also: frozenset[str] = frozenset()


@dataclass
class Draft:
    """What a paper says before it is set."""

    office: Office
    number: str
    day: dt.date
    title: str
    subject: str
    body: list[str]
    addressees: tuple[str, ...] = ()
    annex: list[str] = field(default_factory=list)
    signer: str | None = None
    is_signed: bool = True
    mark: str = ""
    blank_day: bool = False


def in_words(day: dt.date) -> str:
    """`ngày 05 tháng 3 năm 2021`; months from 3 to 9 stand without a zero (NĐ 30/2020/NĐ-CP)."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def short_day(rng: Random, day: dt.date) -> str:
    """`ngày 5/3/2021` and its like."""
    if rng.random() < 0.4:
        return in_words(day)
    if rng.random() < 0.5:
        return f"ngày {day.day:02}/{day.month:02}/{day.year}"
    return f"ngày {day.day}/{day.month}/{day.year}"


def print_sheet(rng: Random, name: str, draft: Draft, signatures: Sequence[Any] = ()) -> Sheet:
    """The text of a paper; every call may set the same words in another way."""
    width = rng.choice((0, 0, 76, 84))
    lines = [*([draft.mark, ""] if draft.mark else []), *_head(rng, draft), ""]
    if draft.title:
        lines += [draft.title, *_wrap(draft.subject, 70), ""]
    else:
        lines += [f"V/v {draft.subject}", ""]
    if draft.addressees:
        lines += _addressees(draft.addressees)
    gap = rng.random() < 0.7
    for paragraph in draft.body:
        lines += _paragraph(paragraph, width)
        lines += [""] if gap else []
    lines += ["", *_foot(rng, draft)]
    for paragraph in draft.annex:
        lines += [paragraph] if "\t" in paragraph else _wrap(paragraph, width)
    text = "\n".join(lines).rstrip() + "\n"
    return Sheet(f"{name}.txt", text, tuple(signatures))


def _paragraph(paragraph: str, width: int) -> list[str]:
    if "\t" in paragraph or "\n" in paragraph:
        return paragraph.split("\n")
    return _wrap(paragraph, width)


def _wrap(text: str, width: int) -> list[str]:
    if not width or len(text) <= width:
        return [text]
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _head(rng: Random, draft: Draft) -> list[str]:
    left = [*draft.office.parent, draft.office.issuer]
    right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    day = in_words(draft.day)
    if draft.blank_day:
        day = f"ngày      tháng {draft.day.month} năm {draft.day.year}"
    place = f"{draft.office.place}, {day}"
    shape = rng.randrange(3)
    if shape == 0:
        return [*left, f"Số: {draft.number}", place]
    if shape == 1:
        return [*left, *right, f"Số: {draft.number}", place]
    height = max(len(left), len(right))
    left += [""] * (height - len(left))
    right += [""] * (height - len(right))
    rows = [*zip(left, right, strict=True), (f"Số: {draft.number}", place)]
    return [f"{one:<50}    {other}".rstrip() for one, other in rows]


def _addressees(names: Sequence[str]) -> list[str]:
    if len(names) == 1:
        return [f"Kính gửi: {names[0]}", ""]
    return ["Kính gửi:", *(f"- {name};" for name in names[:-1]), f"- {names[-1]}.", ""]


def _foot(rng: Random, draft: Draft) -> list[str]:
    copies = ["Nơi nhận:", "- Như trên;", f"- Lưu: VT, {rng.choice(('TH', 'VP', 'TĐ'))}.", ""]
    if not draft.is_signed:
        return []
    signer = draft.signer or people.person(rng).name
    signed = [*draft.office.stack, *[""] * rng.randint(1, 2), signer, ""]
    return [*copies, *signed] if rng.random() < 0.8 else [*signed, *copies]
