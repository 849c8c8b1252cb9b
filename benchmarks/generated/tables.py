"""Tables of awardees, nominees and initiatives with columns in the orders that occur."""

from __future__ import annotations

from random import Random

from benchmarks.generated import initiatives, people
from benchmarks.generated.filling import Pieces
from benchmarks.generated.lists import Grant, Listed, unit_of
from benchmarks.generated.offices import Office
from benchmarks.generated.posts import post_in
from tests.samples.marks import Idea, Who
from tests.samples.sample import Grid

NAMES = ("Họ và tên", "HỌ VÀ TÊN", "Họ tên", "Họ và tên")
POSTS = ("Chức vụ", "CHỨC VỤ", "Chức danh", "Chức vụ")
UNITS = ("Đơn vị công tác", "ĐƠN VỊ CÔNG TÁC", "Đơn vị", "Nơi công tác", "Cơ quan, đơn vị")
NUMBERS = ("STT", "TT", "Stt")
TITLES = ("Tên sáng kiến", "Tên giải pháp", "Tên đề tài", "TÊN SÁNG KIẾN")

Row = tuple[Pieces, ...]


def award_table(rng: Random, office: Office, grant: Grant, to: str) -> tuple[Grid, Listed]:
    """A table of people, or of collectives and people under bands."""
    persons = rng.randint(2, 10) if to != "collective" else 0
    groups = rng.randint(2, min(5, len(office.members))) if to != "person" else 0
    if groups and persons and rng.random() < 0.3:
        groups = 0
    merged = rng.random() < 0.25
    columns = (
        (rng.choice(NUMBERS), rng.choice(NAMES), "Chức vụ, đơn vị công tác")
        if merged
        else (rng.choice(NUMBERS), rng.choice(NAMES), rng.choice(POSTS), rng.choice(UNITS))
    )
    rest = len(columns) - 2
    rows: list[Row] = []
    bands = rng.choice(
        (("I. TẬP THỂ", "II. CÁ NHÂN"), ("I. Tập thể", "II. Cá nhân"), ("TẬP THỂ", "CÁ NHÂN"))
    )
    if groups:
        rows += [((bands[0],),)] if persons else []
        for n, unit in enumerate(rng.sample(office.members, groups), 1):
            who = Who(
                unit,
                grant.role,
                kind="collective",
                award=grant.award,
                by=grant.by,
                year=grant.year,
                decision=grant.decision,
            )
            rows.append(((str(n),), (who,), *(((),) * rest)))
    if persons:
        rows += [((bands[1],),)] if groups else []
        with_honorific = rng.random() < 0.4
        for n, one in enumerate(people.people(rng, persons), 1):
            unit = unit_of(rng, office)
            honorific = one.honorific(rng, grant.party) if with_honorific else None
            who = Who(
                one.name,
                grant.role,
                shape="{honorific} {name}" if honorific else "{name}",
                honorific=honorific,
                position=post_in(rng, unit),
                workplace=unit,
                award=grant.award,
                by=grant.by,
                year=grant.year,
                decision=grant.decision,
            )
            cells: Row = (
                ((f"{who.position}, {who.workplace}",),)
                if merged
                else ((who.position or "",), (who.workplace or "",))
            )
            rows.append(((str(n),), (who,), *cells))
    if not persons:
        columns = (columns[0], rng.choice(("Tên tập thể", "Tên đơn vị", "Tập thể")), "Ghi chú")
        rows = [(number, name, ()) for number, name, *_ in rows]
    widths = {3: (0.1, 0.4, 0.5), 4: (0.08, 0.32, 0.25, 0.35)}[len(columns)]
    return Grid(columns, tuple(rows), widths), Listed((), persons, groups)


def initiative_table(
    rng: Random, office: Office, grant: Grant, count: int
) -> tuple[Grid, list[Who]]:
    """Titles with their authors; the author's column stands before or after the title's."""
    title_column = rng.choice(TITLES)
    kind = title_column.lower().removeprefix("tên ")
    author_first = rng.random() < 0.5
    whos: list[Who] = []
    rows: list[Row] = []
    for n, one in enumerate(people.people(rng, count), 1):
        title = initiatives.title(rng)
        while any(who.initiative and who.initiative.text == title for who in whos):
            title = initiatives.title(rng)
        idea = Idea(title, kind, (one.name,))
        unit = unit_of(rng, office)
        who = Who(
            one.name,
            grant.role,
            position=post_in(rng, unit),
            workplace=unit,
            award=grant.award,
            by=grant.by,
            year=grant.year,
            decision=grant.decision,
            initiative=idea,
        )
        whos.append(who)
        person: Row = ((who,), (who.position or "",), (who.workplace or "",))
        rows.append(
            ((str(n),), *person, (idea,)) if author_first else ((str(n),), (idea,), *person)
        )
    names = (
        rng.choice(("Tác giả", "Họ và tên tác giả", "Họ và tên")),
        rng.choice(POSTS),
        rng.choice(UNITS),
    )
    columns = (
        (rng.choice(NUMBERS), *names, title_column)
        if author_first
        else (rng.choice(NUMBERS), title_column, *names)
    )
    widths = (0.07, 0.22, 0.18, 0.23, 0.3) if author_first else (0.07, 0.3, 0.22, 0.18, 0.23)
    return Grid(columns, tuple(rows), widths), whos
