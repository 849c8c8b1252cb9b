"""Parts that only their sum tells: behind semicolons of ``trong đó``, and ``trong số ... có``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.link.totals.links import Tie
from pipeline.link.totals.partition import Nouns, adds_up
from pipeline.model import FigureMention

_MOST_CLAUSES, _MOST_WHOLES = 20, 12  # what a sentence of parts can hold, and looks back at
_FEWEST = 2  # clauses, and figures in each


def parts_by_sum(
    parts: Sequence[FigureMention],
    later: Sequence[Sequence[FigureMention]],
    wholes: Sequence[FigureMention],
    nouns: Nouns,
) -> Iterator[Tie]:
    """(part, its total) where figures of one kind add up to an earlier one, and to no other.

    :param parts: the figures of the clause that opens the parts
    :param later: the figures of each clause of the sentence behind it
    :param wholes: the figures before the parts, in order
    """
    clauses = [parts, *later[:_MOST_CLAUSES]]
    # `Trong đó: a; b; c đang chờ`: the first clauses together may be all of it
    upto = [[f for clause in clauses[:most] for f in clause] for most in range(2, len(clauses))]
    together = [figure for clause in clauses for figure in clause]
    for unit in ("count", "vnd"):
        groups = [[f for f in group if f.unit == unit] for group in (*clauses, together, *upto)]
        sums = [(sum(f.value for f in group), group) for group in groups if len(group) > 1]
        for whole in reversed([f for f in wholes if f.unit == unit][-_MOST_WHOLES:]):
            for most, group in sums:
                alike = [f for f in group if most >= whole.value and nouns.alike(f, whole)]
                if len(alike) > 1 and adds_up([whole], alike):
                    yield from ((part, whole) for part in alike)


def parts_by_column(
    clauses: Sequence[Sequence[FigureMention]], wholes: Sequence[FigureMention], nouns: Nouns
) -> Iterator[Tie]:
    """(part, its total) where clauses count the same things in one order, and each adds up.

    ``Trong đó tỉnh thụ lý 12 vụ, giải quyết 9 vụ; huyện thụ lý 80 vụ, giải quyết 70 vụ``: only the
    sums of all columns together tell.
    """
    rows = [[f for f in clause if f.unit == "count"] for clause in clauses[:_MOST_CLAUSES]]
    width = len(rows[0]) if rows else 0
    if len(rows) < _FEWEST or width < _FEWEST or any(len(row) != width for row in rows):
        return
    found: list[Tie] = []
    for column in zip(*rows, strict=True):
        whole = next(
            (
                f for f in wholes[-_MOST_WHOLES:]
                if adds_up([f], column) and all(nouns.alike(part, f) for part in column)
            ),
            None,
        )  # fmt: skip
        if whole is None:
            return
        found += [(part, whole) for part in column]
    yield from found


def parts_by_sentence(
    sentences: Iterable[Sequence[FigureMention]], near: Sequence[FigureMention], nouns: Nouns
) -> Iterator[Tie]:
    """(part, its total) where the first sentences tell in one order what the one before counts.

    ``Trong đó tỉnh thụ lý 12 vụ, giải quyết 9 vụ. Huyện thụ lý 80 vụ, giải quyết 70 vụ.``
    """
    rows: list[Sequence[FigureMention]] = []
    for sentence in sentences:
        rows.append(sentence)
        found = list(parts_by_column(rows, near, nouns)) if len(rows) >= _FEWEST else []
        if found:
            yield from found
            return
