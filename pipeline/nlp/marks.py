"""What each span group of a dispatch holds: spans with role, normalised value and rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from pipeline.extract.awards import extract_awards
from pipeline.extract.bodies import extract_bodies
from pipeline.extract.people import extract_people
from pipeline.model import AwardeeMention, DateMention, Dispatch, Field, FigureMention

if TYPE_CHECKING:
    from pipeline.link.rows import Mentions
    from pipeline.rulebook import Rulebook


class Mark(NamedTuple):
    """A span: offsets, label (role or kind), normalised value ("" if none), id of its rule."""

    start: int
    end: int
    label: str
    value: str
    rule: str


Marks = dict[str, list[Mark]]


def marks_of(dispatch: Dispatch, mentions: Mentions, rules: Rulebook) -> Marks:
    """The marks of each span group in the order of the text; offsets into the dispatch's text."""
    found: dict[str, Iterable[Mark]] = {
        "numbers": _numbers(dispatch, mentions),
        "dates": (Mark(m.start, m.end, m.role, _interval(m), m.rule) for m in mentions.dates),
        "people": _people(dispatch, mentions, rules),
        "bodies": _bodies(dispatch, mentions, rules),
        "awards": (
            Mark(m.start, m.end, "award", m.award, m.rule) for m in extract_awards(dispatch, rules)
        ),
        "initiatives": (
            Mark(m.start, m.end, m.kind, m.title, m.rule) for m in mentions.initiatives
        ),
        "figures": (
            Mark(m.start, m.end, m.role or m.unit, _quantity(m), m.rule) for m in mentions.figures
        ),
        "citations": (
            Mark(m.start, m.end, m.relation, m.cited_number or m.cited_title or "", m.rule)
            for m in mentions.citations
        ),
    }
    return {group: sorted(set(marks)) for group, marks in found.items()}


def _numbers(dispatch: Dispatch, mentions: Mentions) -> Iterator[Mark]:
    """Document numbers (số, ký hiệu): the dispatch's own and those it cites."""
    own = dispatch.head.doc_number
    if own is not None:
        yield _of_field(own, "own")
    for m in mentions.citations:
        if m.number_span is not None:
            yield Mark(*m.number_span, "cited", m.cited_number or "", m.rule)


def _people(dispatch: Dispatch, mentions: Mentions, rules: Rulebook) -> Iterator[Mark]:
    people = [m for m in mentions.awardees if m.kind == "person"]
    signer = dispatch.head.signer_name
    for m in extract_people(dispatch, rules):
        if signer is None or not _touch(m.start, m.end, signer.start, signer.end):
            role = _role(people, m.start, m.end, m.name) or "person"
            yield Mark(m.start, m.end, role, m.name, m.rule)
    if signer is not None:
        yield _of_field(signer, "signer")


def _bodies(dispatch: Dispatch, mentions: Mentions, rules: Rulebook) -> Iterator[Mark]:
    collectives = [m for m in mentions.awardees if m.kind == "collective"]
    # the cells of the head hold the bodies of its fields and a title that is none
    header = [(b.start, b.end) for b in dispatch.blocks if b.kind == "header"]
    heads = [
        (field, label)
        for field, label in (
            (dispatch.head.issuer, "issuer"), (dispatch.head.parent_issuer, "parent_issuer"),
        )
        if field is not None
    ]  # fmt: skip
    for m in extract_bodies(dispatch, rules):
        crosses_cells = "\t" in dispatch.text.text[m.start : m.end]
        if not crosses_cells and not any(_touch(m.start, m.end, *block) for block in header):
            role = _role(collectives, m.start, m.end, m.name) or "body"
            yield Mark(m.start, m.end, role, m.name, m.rule)
    yield from (_of_field(field, label) for field, label in heads)


def _of_field(field: Field, label: str) -> Mark:
    return Mark(field.start, field.end, label, field.value, field.rule)


def _role(awardees: list[AwardeeMention], start: int, end: int, name: str) -> str | None:
    """The role that the document gives to the one named here."""
    return next(
        (m.role for m in awardees if m.name == name and _touch(start, end, m.start, m.end)), None
    )


def _touch(start: int, end: int, other_start: int, other_end: int) -> bool:
    return start < other_end and other_start < end


def _interval(m: DateMention) -> str:
    """ISO 8601: a day, or ``start/end`` with ``..`` for an open end."""
    if m.date_start is not None and m.date_start == m.date_end:
        return m.date_start.isoformat()
    return f"{_iso(m.date_start)}/{_iso(m.date_end)}"


def _iso(day: dt.date | None) -> str:
    return ".." if day is None else day.isoformat()


def _quantity(m: FigureMention) -> str:
    """Value (or ``low..high``) and unit: ``135 count``, ``97.36 percent``."""
    high = "" if m.value_high is None else f"..{_number(m.value_high)}"
    return f"{_number(m.value)}{high} {m.unit}"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)
