"""Any sentence with figures, each kind as often as reports have it."""

from __future__ import annotations

from random import Random

from benchmarks.generated import figures, totals
from benchmarks.generated.filling import Pieces

SENTENCES = (
    (figures.activity, 4),
    (figures.gifts, 3),
    (figures.spent, 1),
    (totals.breakdown, 4),
    (totals.ratio, 3),
    (figures.rates, 2),
    (figures.compared, 2),
    (figures.vague, 1),
    (figures.ranges, 1),
    (figures.in_words, 1),
    (totals.raised, 1),
    (totals.remaining, 1),
    (figures.each, 1),
)


def sentence(rng: Random) -> Pieces:
    makers, weights = zip(*SENTENCES, strict=True)
    made: Pieces = rng.choices(makers, weights)[0](rng)
    return made
