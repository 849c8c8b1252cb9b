"""Runs the pipeline over drawn papers in a folder of its own and scores it against their gold."""

from __future__ import annotations

import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.generated.draw import papers
from pipeline.engine import run
from pipeline.evaluate.report import as_json, as_lines
from pipeline.evaluate.score import Tally, evaluate

CLEAN, DAMAGED = 0.98, 0.95  # budgets: F1 and attributes of every table


def score(
    seed: int,
    count: int,
    with_defects: bool = False,
    jobs: int = 1,
    keep: Path | None = None,
) -> dict[str, Tally]:
    """The tallies of ``count`` papers of a seed.

    :param keep: a folder for the papers, their gold and the archive; None for one that is deleted
    """
    if keep is not None:
        return _score(keep, seed, count, with_defects, jobs)
    with tempfile.TemporaryDirectory(prefix="generated-") as folder:
        return _score(Path(folder), seed, count, with_defects, jobs)


def _score(root: Path, seed: int, count: int, with_defects: bool, jobs: int) -> dict[str, Tally]:
    raw, answers = root / "raw", root / "gold"
    for folder in (raw, answers):
        folder.mkdir(parents=True, exist_ok=True)
    for paper in papers(seed, count, with_defects):
        (raw / paper.file_name).write_bytes(paper.data)
        name = Path(paper.file_name).stem
        (answers / f"{name}.json").write_text(
            json.dumps(paper.gold, ensure_ascii=False), encoding="utf-8"
        )
    run([raw], root / "out", jobs=jobs)
    return evaluate(root / "out", answers)


def lines(tallies: Mapping[str, Tally], budget: float) -> Iterator[str]:
    """The table of figures and, for every table, whether the budget is kept."""
    yield from as_lines(tallies)
    yield ""
    yield f"budget: F1 and attributes of every table at least {budget}"
    report = as_json(tallies)
    for name in tallies:
        for what in ("f1", "attributes"):
            value = report[name][what]
            if value is not None and not (name == "documents" and what == "f1"):
                verdict = "kept" if value >= budget else "FALLS SHORT"
                yield f"  {name:<12} {what:<11} {value:<7} {verdict}"


_KIND = re.compile(r"(missed in|extra in|no document row for|\w+:)\s+([a-z]+)-\d+")


def grouped_errors(tallies: Mapping[str, Tally], shown: int = 6) -> Iterator[str]:
    """Errors by table, attribute (or missed, extra) and kind of paper, the most frequent first."""
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for table, tally in tallies.items():
        for error in tally.errors:
            found = _KIND.match(error)
            what = found[1].split()[0].rstrip(":") if found else "other"
            groups[table, what, found[2] if found else ""].append(error)
    sizes = Counter({key: len(errors) for key, errors in groups.items()})
    for (table, what, kind), size in sizes.most_common():
        yield f"[{table}] {what} in papers of kind {kind}: {size}"
        yield from (f"    {error}" for error in groups[table, what, kind][:shown])
