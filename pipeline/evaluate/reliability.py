"""How reliable ``confidence`` is: of the rows of each bin, the share that gold finds right.

Which rows count, and which are right, is told in :mod:`pipeline.evaluate.judged`.  An incomplete
row is not right: the share is the strict one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pipeline.evaluate.judged import Judged
from pipeline.evaluate.score import TABLES, Tally

# Lower bounds; a row at a bound belongs to the bin above it, as "confidence >= 0.9" has it.
BOUNDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
SURE = 0.9
ALL = "all rows"
_Z = 1.959964  # of the normal distribution, for an interval that holds 95 of 100 times


@dataclass(frozen=True, slots=True)
class Share:
    """Rows, how many of them are right, and how many say nothing false but not all."""

    rows: int = 0
    right: int = 0
    incomplete: int = 0

    @property
    def wrong(self) -> int:
        """Rows that say something false."""
        return self.rows - self.right - self.incomplete

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the share right (Wilson 1927); 0..1 where there are no rows."""
        if not self.rows:
            return 0.0, 1.0
        n, p, z = self.rows, self.right / self.rows, _Z
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Reliability:
    """The judged rows of a table by confidence: one share a bin, and of all sure rows."""

    bins: tuple[Share, ...]
    sure: Share


def reliability(tallies: Mapping[str, Tally]) -> dict[str, Reliability]:
    """The reliability of each table that has judged rows, and of all rows together.

    The fields of head and foot are told under ``documents``; they are no rows, so `all rows` are
    those of the other tables.
    """
    tables = {name: tallies[name].judged for name in TABLES if tallies[name].judged}
    found = {name: _reliability(judged) for name, judged in tables.items()}
    rows = [one for name, judged in tables.items() if name != "documents" for one in judged]
    return found | {ALL: _reliability(rows)}


def not_right_though_sure(tallies: Mapping[str, Tally]) -> dict[str, Share]:
    """The rules that gave rows that are not right with a confidence of 0.9 and more.

    :returns: all such rows of each rule; the rule with the most wrong rows comes first
    """
    by_rule: dict[str, list[Judged]] = {}
    for tally in tallies.values():
        for one in tally.judged:
            if one.row.get("rule") and _confidence(one) >= SURE:
                by_rule.setdefault(str(one.row["rule"]), []).append(one)
    shares = {rule: _share(judged) for rule, judged in by_rule.items()}
    faulty = [(rule, share) for rule, share in shares.items() if share.right < share.rows]
    faulty.sort(key=lambda item: (-item[1].wrong, -item[1].incomplete, item[0]))
    return dict(faulty)


def reliability_json(tallies: Mapping[str, Tally]) -> dict[str, Any]:
    """The shares of each table by bin and of its sure rows; `not_right_though_sure` by rule."""
    tables = {
        name: {
            "bins": [
                {"confidence": label} | _share_json(share)
                for label, share in zip(_labels(), found.bins, strict=True)
            ],
            "sure": _share_json(found.sure),
        }
        for name, found in reliability(tallies).items()
    }
    rules = not_right_though_sure(tallies)
    sure = {rule: _share_json(share) for rule, share in rules.items()}
    return {"tables": tables, "not_right_though_sure": sure}


def reliability_lines(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """The reliability table as aligned lines; bins without rows are left out."""
    yield (
        f"{'confidence of':<14}{'':<12}{'rows':>6}{'right':>7}{'incomplete':>12}{'wrong':>7}"
        f"{'right':>8}  95 % interval"
    )
    for name, found in reliability(tallies).items():
        shares = [*zip(_labels(), found.bins, strict=True), (f">= {SURE:g}", found.sure)]
        for label, share in shares:
            if share.rows:
                low, high = share.interval
                yield (
                    f"{name:<14}{label:<12}{share.rows:>6}{share.right:>7}{share.incomplete:>12}"
                    f"{share.wrong:>7}{share.right / share.rows:>8.4f}  {low:.4f}-{high:.4f}"
                )
    for rule, share in not_right_though_sure(tallies).items():
        yield (
            f"not right though >= {SURE:g}: {rule}, {share.wrong} wrong and "
            f"{share.incomplete} incomplete of {share.rows}"
        )


def _reliability(judged: Iterable[Judged]) -> Reliability:
    binned: list[list[Judged]] = [[] for _ in BOUNDS]
    for one in judged:
        at = sum(bound <= _confidence(one) for bound in BOUNDS) - 1
        if at >= 0:
            binned[at].append(one)
    sure = [one for ones in binned[BOUNDS.index(SURE) :] for one in ones]
    return Reliability(tuple(_share(ones) for ones in binned), _share(sure))


def _share(judged: Sequence[Judged]) -> Share:
    count = Counter(one.verdict for one in judged)
    return Share(len(judged), count["right"], count["incomplete"])


def _confidence(one: Judged) -> float:
    """The row's confidence; -1, in no bin, for tables of an archive that have none."""
    return float(one.row.get("confidence", -1.0))


def _labels() -> list[str]:
    """What each bin holds, its lower bound included."""
    between = [f"{low:g}-{high:g}" for low, high in pairwise(BOUNDS[1:])]
    return [f"< {BOUNDS[1]:g}", *between, f">= {BOUNDS[-1]:g}"]


def _share_json(share: Share) -> dict[str, Any]:
    low, high = share.interval
    return {
        "rows": share.rows, "right": share.right, "incomplete": share.incomplete,
        "wrong": share.wrong, "share": round(share.right / share.rows, 4) if share.rows else None,
        "low": round(low, 4), "high": round(high, 4),
    }  # fmt: skip
