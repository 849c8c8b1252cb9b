"""Lists of people and units: numbered entries, sections, unit headings, groups, wrapped lines."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.generated import initiatives, people
from benchmarks.generated.filling import Pieces
from benchmarks.generated.offices import Office
from benchmarks.generated.posts import post_in, printed
from tests.samples.marks import Idea, Who

SHAPES = (
    "{honorific} {name}, {position}, {workplace}",
    "{honorific} {name} - {position}, {workplace}",
    "{honorific} {name} - {position} - {workplace}",
    "{honorific} {name}, {position} {workplace}",
    "{honorific} {name} – {position}, {workplace}",
    "{name}, {position}, {workplace}",
    "{name} - {position}, {workplace}",
    "{honorific}: {name}, {position}, {workplace}",
    "{honorific} {name} ({position}, {workplace})",
    "{honorific} {name}, {workplace}",
    "{honorific} {name}, {position}",
    "{name} - {position}",
)


@dataclass(frozen=True, slots=True)
class Grant:
    """What those in a list get: as in the gold."""

    role: str
    award: str | None = None
    by: str | None = None
    year: int | None = None
    decision: str | None = None
    with_initiative: bool = False
    party: bool = False


Line = Pieces


@dataclass(frozen=True, slots=True)
class Listed:
    """The lines of a list and how many of each kind stand in it."""

    lines: tuple[Line, ...]
    persons: int
    collectives: int


def unit_of(rng: Random, office: Office) -> str:
    return rng.choice(office.members)


def _end(rng: Random, number: int, last: int, style: str) -> str:
    if style == "":
        return ""
    return rng.choice((".", ".", ".", "./.")) if number == last else style


def _address(rng: Random, one: people.Person, grant: Grant) -> str:
    """`Ông`, `Đ/c`; now and then a degree or rank."""
    if rng.random() < 0.06:
        return rng.choice(("ThS.", "TS.", "BS.", "KS.", "CN.", "Đại úy", "Thiếu tá", "BSCKII."))
    return one.honorific(rng, grant.party)


def persons(rng: Random, office: Office, grant: Grant, count: int) -> list[Line]:
    """Numbered entries of people, of one shape in the list."""
    shape = rng.choice(SHAPES)
    number_style = rng.choice(("{}. ", "{}. ", "{}. ", "{}) ", "{:02}. ", "- "))
    style = rng.choice((";", ";", "", "."))
    in_capitals = rng.random() < 0.06
    lines: list[Line] = []
    for n, one in enumerate(people.people(rng, count), 1):
        idea = None
        tail: Pieces = ()
        if grant.with_initiative:
            kind = rng.choice(("giải pháp", "sáng kiến", "đề tài"))
            idea = Idea(initiatives.title(rng), kind, (one.name,))
            label = rng.choice((f"({kind.capitalize()}: ", f"({kind.capitalize()} “"))
            tail = (" " + label, idea, "”)" if "“" in label else ")")
        unit = unit_of(rng, office)
        position, workplace, own_shape = printed(post_in(rng, unit), unit, shape)
        who = Who(
            one.name.upper() if in_capitals else one.name,
            grant.role,
            shape=own_shape,
            position=position if "position" in own_shape else None,
            workplace=workplace if "workplace" in own_shape else None,
            honorific=_address(rng, one, grant) if "honorific" in shape else None,
            award=grant.award,
            by=grant.by,
            year=grant.year,
            decision=grant.decision,
            initiative=idea,
        )
        end = "" if grant.with_initiative else _end(rng, n, count, style)
        lines.append((number_style.format(n), who, *tail, end))
    return lines


def grouped(rng: Random, office: Office, grant: Grant, count: int) -> list[Line]:
    """People under headings of their units; the numbers restart or go on."""
    head_style = rng.choice(("{n}. {u}", "* {u}", "* {u}:", "{u}:"))
    units = rng.sample(office.members, min(len(office.members), max(1, count // 3)))
    restart = rng.random() < 0.5
    lines: list[Line] = []
    done = 0
    everybody = people.people(rng, count)
    comma = rng.choice((", ", " - "))
    for at, unit in enumerate(units, 1):
        lines.append(
            (
                head_style.format(
                    n=["I", "II", "III", "IV", "V", "VI", "VII", "VIII"][at - 1], u=unit
                ),
            )
        )
        end = count if at == len(units) else min(count, done + rng.randint(1, 3))
        for inside, one in enumerate(everybody[done:end], 1):
            who = Who(
                one.name,
                grant.role,
                shape=f"{{honorific}} {{name}}{comma}{{position}}",
                position=post_in(rng, unit),
                workplace=unit,
                honorific=one.honorific(rng, grant.party),
                award=grant.award,
                by=grant.by,
                year=grant.year,
                decision=grant.decision,
            )
            number = inside if restart else done + inside
            lines.append((f"{number}. ", who, ";"))
        done = end
        if done == count:
            break
    return lines


def collectives(rng: Random, office: Office, grant: Grant, count: int) -> list[Line]:
    """Numbered entries of units, some with the unit above them."""
    style = rng.choice((";", ";", "", "."))
    number_style = rng.choice(("{}. ", "{}. ", "- ", "{:02}. "))
    inner = rng.random() < 0.3
    lines: list[Line] = []
    for n, unit in enumerate(rng.sample(office.members, count), 1):
        above = None
        shape = "{name}"
        name = unit
        if inner and office.kind not in ("firm", "school", "hospital", "department"):
            name, above, shape = (
                rng.choice(("Văn phòng", "Tổ Văn phòng", "Phòng Kế toán")),
                unit,
                "{name}, {workplace}",
            )
            name = f"{name}"
        who = Who(
            name,
            grant.role,
            kind="collective",
            shape=shape,
            workplace=above,
            award=grant.award,
            by=grant.by,
            year=grant.year,
            decision=grant.decision,
        )
        lines.append((number_style.format(n), who, _end(rng, n, count, style)))
    return lines


def award_list(rng: Random, office: Office, grant: Grant, to: str) -> Listed:
    """Both kinds in sections, or one kind alone."""
    groups = rng.randint(2, min(5, len(office.members))) if to != "person" else 0
    singles = rng.randint(2, 9) if to != "collective" else 0
    if groups and to != "collective" and rng.random() < 0.2:
        groups = 0
    lines: list[Line] = []
    both = bool(groups and singles)
    first, second = rng.choice(
        (
            ("I. TẬP THỂ", "II. CÁ NHÂN"),
            ("I. Tập thể", "II. Cá nhân"),
            ("A. TẬP THỂ", "B. CÁ NHÂN"),
            ("* Tập thể:", "* Cá nhân:"),
            ("1. Tập thể:", "2. Cá nhân:"),
            ("I. TẬP THỂ:", "II. CÁ NHÂN:"),
        )
    )
    if groups:
        lines += [(first,)] if both else []
        lines += collectives(rng, office, grant, groups)
    if singles:
        lines += [(second,)] if both else []
        plain = rng.random() < 0.75 or grant.with_initiative or second.startswith(("*", "2."))
        lines += (persons if plain else grouped)(rng, office, grant, singles)
    return Listed(tuple(lines), singles, groups)
