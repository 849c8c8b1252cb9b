"""Damages drawn papers in each way, reads them all in one run and scores each way by itself."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.damage.ways import WAYS
from benchmarks.generated.draw import papers
from pipeline.engine import run
from pipeline.evaluate.score import TABLES, Tally, evaluate

SURE = 0.9
FEWEST_RIGHT = 0.99  # budget: of the rows that are sure
_UNMARKED = frozenset("àáảãạăâđèéêìíòóôơùúưỳý")


@dataclass(frozen=True, slots=True)
class Scored:
    """What is read of the papers damaged in one way: F1 and sure rows that are wrong, by table.

    For documents, which are always found, the share of fields that are right stands for the F1.
    """

    papers: int
    f1: Mapping[str, float]
    wrong: Mapping[str, int]
    sure: int
    errors: tuple[str, ...]

    @property
    def right(self) -> float:
        """The share of the sure rows that are right."""
        return 1 - sum(self.wrong.values()) / self.sure if self.sure else 1.0


def score(
    seed: int, count: int, ways: Collection[str] = tuple(WAYS), jobs: int = 1
) -> dict[str, Scored]:
    """The scores of each way, for the plain texts among ``count`` papers of a seed."""
    with tempfile.TemporaryDirectory(prefix="damage-") as folder:
        root = Path(folder)
        seen: set[bytes] = set()
        made = {way: _write(root, way, at, seed, count, seen) for at, way in enumerate(ways)}
        run([root / "raw"], root / "out", jobs=jobs)
        return {
            way: _scored(evaluate(root / "out", root / f"gold-{at}"), made[way])
            for at, way in enumerate(ways)
        }


def _write(root: Path, way: str, at: int, seed: int, count: int, seen: set[bytes]) -> int:
    """Write the papers damaged in a way, and their gold; how many there are.

    :param seen: the files so far; an archive holds the same bytes once, and one that a way leaves
        as another made it has been scored
    """
    (root / "raw").mkdir(exist_ok=True)
    answers = root / f"gold-{at}"
    answers.mkdir()
    written = 0
    for paper in papers(seed, count):
        text = paper.data.decode() if paper.file_name.endswith(".txt") else ""
        if _UNMARKED.isdisjoint(text):
            continue  # no text, or one whose gold has lost its marks too
        damaged = WAYS[way](text.replace("\f", "\n"), Random(f"{seed}/{paper.file_name}/{way}"))
        if damaged is None or damaged[1] in seen:
            continue
        seen.add(damaged[1])
        name = f"{at:02}-{Path(paper.file_name).stem}"
        (root / "raw" / f"{name}.{damaged[0]}").write_bytes(damaged[1])
        gold = {**paper.gold, "source": f"{name}.{damaged[0]}"}
        (answers / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")
        written += 1
    return written


def _scored(tallies: Mapping[str, Tally], count: int) -> Scored:
    sure = {
        table: [row for row in tallies[table].judged if float(row.row["confidence"]) >= SURE]
        for table in TABLES
    }
    f1 = {table: tallies[table].precision_recall_f1()[2] for table in TABLES}
    fields = tallies["documents"].attributes.values()
    f1["documents"] = sum(hits for hits, _ in fields) / max(1, sum(of for _, of in fields))
    wrong = {table: sum(row.verdict == "wrong" for row in sure[table]) for table in TABLES}
    errors = tuple(f"{table}: {error}" for table in TABLES for error in tallies[table].errors)
    return Scored(count, f1, wrong, sum(map(len, sure.values())), errors)


def lines(scores: Mapping[str, Scored]) -> Iterator[str]:
    """The table: a way a line, F1 and sure wrong rows of each table, and whether it is kept."""
    heads = "".join(f"{table[:11]:>12}" for table in TABLES)
    yield f"{'F1, sure and wrong':<24}{'papers':>7}{heads}{'sure, right':>13}"
    for way, scored in scores.items():
        cells = "".join(f"{scored.f1[table]:>8.3f}{scored.wrong[table]:>4}" for table in TABLES)
        verdict = "kept" if scored.right >= FEWEST_RIGHT else "FALLS SHORT"
        yield f"{way:<24}{scored.papers:>7}{cells}{scored.right:>13.4f}  {verdict}"
    yield f"budget: of the rows with {SURE} and more at least {FEWEST_RIGHT} are right"
