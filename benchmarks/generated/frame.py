"""The frame of a paper: head, receivers and signature around the body that a recipe writes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from benchmarks.generated import dates, heads, offices, people
from benchmarks.generated.citations import Shelf
from benchmarks.generated.filling import Pieces, some
from benchmarks.generated.offices import Office
from tests.samples.sample import Block, Sample


@dataclass(slots=True)
class Frame:
    """What a recipe needs to know before it writes: who, when, which number."""

    rng: Random
    name: str
    office: Office
    code: str
    issued: dt.date
    number: heads.Number
    draft: bool
    shelf: Shelf


def begin(
    rng: Random,
    name: str,
    code: str,
    office: Office | None = None,
    *,
    drafts: float = 0.04,
) -> Frame:
    """Choose the office, the day and the number of a paper of a type."""
    office = office or offices.office(rng)
    issued = dates.random_day(rng, 2018 if office.code == "SNNMT" else 2013)
    draft = rng.random() < drafts and office.system == "state"
    number = heads.number(rng, office, code, issued, draft)
    return Frame(
        rng, name, office, code, issued, number, draft, Shelf(number.value, {number.value})
    )


def finish(
    frame: Frame,
    subject: Pieces,
    body: tuple[Block, ...],
    *,
    subject_lead: str = "",
    addressees: tuple[str, ...] = (),
    first_copy: str = "Như trên",
    annex: tuple[Block, ...] = (),
    suffix: str = "txt",
) -> Sample:
    """The paper around its subject and body."""
    rng, office = frame.rng, frame.office
    place_date, issued_on = heads.place_date(rng, frame.issued, frame.draft)
    authority, title = rng.choice(office.stacks)
    archive = rng.choice(
        ("Lưu: VT, {u}", "Lưu: VT", "Lưu VT, {u}", "Lưu: VT, {u} (2)", "Lưu: VT, {u}.{p}")
    )
    initials = "".join(s[0] for s in people.person(rng).name.split()[-2:] if s[0].isalpha())
    copies = (
        first_copy,
        *some(rng, office.receivers, 1, 3),
        archive.format(u=rng.choice(office.units), p=initials),
    )
    is_letter = frame.code == "CV"
    return Sample(
        name=frame.name,
        suffix=suffix,
        kind="text" if suffix == "txt" else "office",
        doc_type=frame.code,
        number=frame.number.value,
        printed_number=frame.number.printed,
        issued_on=issued_on,
        place=office.place,
        place_date=place_date,
        national="party" if office.system == "party" else "state",
        parent=office.parent,
        issuer=office.issuer,
        title=None if is_letter else heads.TITLES[frame.code],
        subject=subject,
        subject_lead=subject_lead,
        addressees=addressees,
        body=body,
        copies=copies,
        authority=authority,
        signer_title=title,
        signer_name=people.person(rng).name,
        annex=annex,
    )
