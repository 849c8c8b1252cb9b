"""What a sample prints, part by part, before a writer of some format sets it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.samples.marks import Run, Styled
from tests.samples.sample import Grid, NewPage, Para, Sample

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)


@dataclass(frozen=True, slots=True)
class Columns:
    """Two cells side by side without rules, a run a line: the head, or the foot."""

    left: tuple[Run, ...]
    right: tuple[Run, ...]


Part = Columns | Para | Grid | NewPage


def printed(sample: Sample) -> Iterator[Part]:
    """The parts of a dispatch from its head to its annex."""
    if sample.mark is not None:
        yield Para((Styled((sample.mark,), bold=True),), "center")
    yield _head(sample)
    subject = sample.subject_lead + sample.subject_text
    if sample.title is not None:
        for line in (sample.title, subject):
            yield Para((Styled((line,), bold=True),), "center")
    yield from _addressees(sample)
    yield from sample.body
    yield from _foot(sample)
    yield from sample.annex


def _bold(*lines: str) -> tuple[Run, ...]:
    return tuple((line, True, False) for line in lines)


def _light(*lines: str) -> tuple[Run, ...]:
    return tuple((line, False, False) for line in lines)


def _head(sample: Sample) -> Columns:
    rule = "*" if sample.national == "party" else "_______"
    left = (
        *_light(*sample.parent),
        *_bold(*sample.issuer),
        *_light(rule, sample.number_line),
    )
    if sample.title is None:
        left = (*left, *_light(sample.subject_lead + sample.subject_text))
    right = (*_bold(*(PARTY if sample.national == "party" else STATE)), *_light("_" * 22))
    if sample.place_date is not None:
        right = (*right, (f"{sample.place}, {sample.place_date.text}", False, True))
    return Columns(left, right)


def _addressees(sample: Sample) -> Iterator[Para]:
    if len(sample.addressees) == 1:
        yield Para((f"{sample.greeting} {sample.addressees[0]}.",), "center")
    elif sample.addressees:
        yield Para((sample.greeting,), "center")
        for line in listed(sample.addressees):
            yield Para((line,), "entry")


def listed(names: tuple[str, ...]) -> list[str]:
    """Names behind dashes, the last one with a full stop."""
    return [f"- {name}{'.' if n == len(names) else ';'}" for n, name in enumerate(names, 1)]


def _sign(authority: str | None, title: str, name: str) -> tuple[Run, ...]:
    stack = [line for line in (authority, title) if line is not None]
    return (*_bold(*stack), *_light("", "", ""), *_bold(name))


def _foot(sample: Sample) -> Iterator[Part]:
    right = _sign(sample.authority, sample.signer_title or "", sample.signer_name or "")
    copies = listed(sample.copies)
    if sample.left_sign is None:
        yield Columns((("Nơi nhận:", True, True), *_light(*copies)), right)
        return
    yield Columns(_sign(None, *sample.left_sign), right)
    for line in ("Nơi nhận:", *copies):
        yield Para((line,), "entry")
