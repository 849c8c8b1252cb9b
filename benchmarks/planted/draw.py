"""Draws an archive from a seed: stories, single papers right and wrong, and papers of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from random import Random

from benchmarks.generated import draw as fresh
from benchmarks.generated import places
from benchmarks.planted.alone import MAKERS, alone
from benchmarks.planted.sheet import Plant, Sheet
from benchmarks.planted.stories import ACROSS, story
from benchmarks.planted.world import World

YEARS = range(2014, 2024)
SYSTEMS = ("union", "committee")


@dataclass(frozen=True)
class Drawn:
    """The files of an archive, those of them that may not be true to one another aside.

    ``signatures``: rows that the files of these names would hold; ``plants``: what was planted.
    """

    files: dict[str, bytes]
    sheets: tuple[Sheet, ...]
    plants: tuple[Plant, ...]


def draw(seed: int, documents: int) -> Drawn:
    """About ``documents`` papers; half of them in stories, a quarter single, a quarter fresh."""
    sheets: list[Sheet] = []
    plants: list[Plant] = []
    files: dict[str, bytes] = {}
    rng = Random(f"planted/{seed}")
    alone_kinds, across_kinds = cycle(MAKERS), cycle(ACROSS)
    worlds = _worlds(rng)
    n = 0
    while len(files) + len(sheets) < documents:
        own = Random(f"{seed}/{n}")
        name = f"{n:05}"
        n += 1
        if n % 4 == 0:
            kind = next(alone_kinds)
            for wrong in (True, False):
                sheet, made = alone(own, f"{name}-{int(wrong)}", kind, wrong=wrong)
                sheets.append(sheet)
                plants += made
        elif n % 4 == 2:
            province, year, system = next(worlds)
            error = next(across_kinds) if own.random() < 0.75 else None
            more, made = story(own, name, World(own, province, year, system), error)
            sheets += more
            plants += made
        else:
            paper = fresh.paper(seed, n)
            # Drafts and stamps are marks of their own; see the check draft_mark.
            if paper.gold["document"]["issued_on"] and "DỰ THẢO".encode() not in paper.data:
                files[f"{name}-{paper.file_name}"] = paper.data
    files |= {sheet.name: sheet.text.encode() for sheet in sheets}
    return Drawn(files, tuple(sheets), tuple(plants))


def _worlds(rng: Random) -> Iterator[tuple[str, int, str]]:
    """Provinces and years, each once, so that no two stories tell of one body and year."""
    every = [(p, y, s) for p in places.PROVINCES for y in YEARS[::3] for s in SYSTEMS]
    rng.shuffle(every)
    yield from every
    raise ValueError("fewer documents: there are no more provinces and years to tell of")
