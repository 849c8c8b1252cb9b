"""Which document is made of which paper, in which year and under which number."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from benchmarks.invented_people import World
from benchmarks.large.templates import Row, Template
from pipeline.identity import document_id

YEARS = range(2012, 2026)
_COPIES = 0.02  # documents that are a second scan of another


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a list: the awardee, the title of the initiative, and who it is in truth."""

    row: Row
    title: str | None
    truth: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of the invented country (see ``invented_people``) and the body that decides it."""

    year: int
    issuer: str
    place: str
    is_ocr: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """One document of the archive; ``ordinal`` is the one that it is a copy of, or its own."""

    doc_id: str
    ordinal: int
    template: int
    year: int
    number: int
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What others cite of a document."""

    type_name: str
    number: str
    on: dt.date
    issuer: str


def plans(
    templates: Sequence[Template], listed: Sequence[Listed], count: int, seed: int
) -> list[Plan]:
    """A plan for each document, those with lists first; numbers of a body restart each year."""
    rng = Random(f"{seed}/plan")
    taken: Counter[tuple[str, str, int]] = Counter()
    made: list[Plan] = []
    for at in range(count):
        doc_id = document_id(f"{seed}/{at}", None, 0)
        if at > len(listed) and rng.random() < _COPIES:
            first = made[rng.randrange(len(listed), at)]
            made.append(replace(first, doc_id=doc_id, is_copy=True))
            continue
        chosen = rng.randrange(len(templates))
        header = templates[chosen].header
        year = listed[at].year if at < len(listed) else rng.choice(YEARS)
        series = str(header["issuer"]), str(header["symbol"]), year
        taken[series] += rng.randint(1, 3)
        made.append(Plan(doc_id, at, chosen, year, taken[series], False))
    return made


def heads(templates: Sequence[Template], made: Sequence[Plan]) -> list[Head]:
    """What can be cited: the documents that have a type and a body, in the order of their days."""
    found = []
    for plan in made:
        row = templates[plan.template].header
        if not plan.is_copy and row["doc_type_name"] and row["issuer"] and row["symbol"]:
            issuer = " ".join(str(row["issuer"]).split())
            on = row["issued_on"].replace(year=plan.year)
            number = f"{plan.number}/{row['symbol']}"
            found.append(Head(str(row["doc_type_name"]), number, on, issuer))
    return sorted(found, key=lambda head: (head.on, head.number, head.issuer))


def lists(world: World) -> list[Listed]:
    """The lists of an invented country, in the order of its documents."""
    titles = {row["initiative_id"]: str(row["title"]) for row in world.initiatives}
    by_document: dict[str, list[Row]] = {row["doc_id"]: [] for row in world.documents}
    for row in world.awardees:
        by_document[row["doc_id"]].append(row)
    return [
        Listed(
            document["issued_on"].year,
            str(document["issuer"]),
            str(document["place"]),
            bool(document["is_ocr"]),
            tuple(
                Entry(
                    row,
                    titles.get(row["initiative_id"] or ""),
                    f"{row['kind']}: {world.truth[row['awardee_id']]}",
                )
                for row in by_document[document["doc_id"]]
            ),
        )
        for document in world.documents
    ]
