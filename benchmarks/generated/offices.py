"""Which office writes: every kind with how often it occurs."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from benchmarks.generated.authorities import council, department, joint, ministry, people_committee
from benchmarks.generated.bodies import Office
from benchmarks.generated.institutions import (
    firm,
    front,
    hospital,
    mass,
    party,
    school,
    youth,
)
from benchmarks.generated.unions import union_base, union_district, union_province

__all__ = ["Office", "joint", "office", "party", "youth"]

MAKERS: tuple[tuple[Callable[[Random], Office], int], ...] = (
    (union_province, 14),
    (union_district, 10),
    (union_base, 7),
    (people_committee, 20),
    (department, 14),
    (ministry, 6),
    (firm, 9),
    (school, 6),
    (hospital, 5),
    (mass, 6),
    (council, 4),
    (front, 2),
)


def office(rng: Random) -> Office:
    """An office of the state, a union, a firm, a school ... (party offices are asked for)."""
    makers, weights = zip(*MAKERS, strict=True)
    made: Office = rng.choices(makers, weights)[0](rng)
    return made
