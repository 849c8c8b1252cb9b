"""``python -m benchmarks.large``: resolve and audit at 1,000, 10,000 and 100,000 documents.

Archives are made of invented papers (the same for the same seed), in the tables and with the shares
that reading gives; each command runs as a person runs it.  Printed are time, peak memory of all
processes and how both grow, and how well the people and bodies of the lists were put together.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.large.archive import read_truth, write_large
from benchmarks.large.measure import CommandFailed, Measured, measure
from benchmarks.large.templates import Template, read_templates
from benchmarks.resolve import PRECISION, RECALL, Pairs, pairs_of
from pipeline.store import Archive

SIZES = (1_000, 10_000, 100_000)
BUDGET = 4_000_000_000  # bytes, all processes
PAPERS = 2_000  # papers that the archives are made of
_QUERY = (
    "SELECT d.issuer, count(*) AS mentions, count(DISTINCT a.entity_id) AS entities "
    "FROM awardees a JOIN documents d USING (doc_id) GROUP BY ALL ORDER BY mentions DESC"
)


def commands(archive: Path, document: str) -> dict[str, list[str]]:
    """The commands that are measured, in their order."""
    folder = str(archive)
    return {
        "resolve": ["resolve", folder],
        "audit": ["audit", folder],
        "validate": ["validate", folder],
        "tables": ["tables", "--archive", folder],
        "query": ["query", _QUERY, "--archive", folder],
        "show": ["show", document, "--archive", folder],
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns 1 if a budget is not kept, 2 if a command failed."""
    options = _options(arguments)
    templates = read_templates(options.seed, options.papers, options.jobs)
    before: Mapping[str, Measured] = {}
    kept = True
    last = 0
    with tempfile.TemporaryDirectory(prefix="congvan-large-", dir=options.folder) as folder:
        for size in sorted(options.documents):
            try:
                measured, found = _measure(Path(folder), templates, size, options)
            except CommandFailed as failure:
                print(failure)
                return 2
            for name, one in measured.items():
                print(_line(name, one, before.get(name), size / last if last else 0.0), flush=True)
                kept = kept and one.peak <= BUDGET
            for pairs in found:
                kept = kept and pairs.precision >= PRECISION and pairs.recall >= RECALL
                print(_pairs_line(pairs))
            before, last = measured, size
    print(f"budget: {BUDGET / 1e9:.0f} GB, precision {PRECISION}, recall {RECALL}:", end=" ")
    print("kept" if kept else "FALLS SHORT")
    return 0 if kept else 1


def _measure(
    folder: Path, templates: Sequence[Template], size: int, options: argparse.Namespace
) -> tuple[dict[str, Measured], list[Pairs]]:
    out, truth = folder / f"archive-{size}", folder / "truth"
    write_large(out, truth, templates, size, options.seed, options.jobs)
    archive = Archive(out)
    rows = ", ".join(f"{count:,} {name}" for name, count in archive.tables().items() if count)
    print(f"\n{rows}", flush=True)
    first = str(archive.arrow("texts", ["doc_id"])["doc_id"][size // 2])
    measured = {
        name: measure(wanted, folder / "log") for name, wanted in commands(out, first).items()
    }
    found = _pairs(out, truth)
    shutil.rmtree(out)
    return measured, found


def _pairs(out: Path, truth: Path) -> list[Pairs]:
    """The people and bodies of the invented lists: by truth, and as resolved."""
    known = read_truth(truth)
    rows = Archive(out).arrow("awardees", ["awardee_id", "entity_id"])
    entities = dict(zip(rows["awardee_id"].to_pylist(), rows["entity_id"].to_pylist(), strict=True))
    return [
        pairs_of(kind, [item for item in known if known[item].startswith(kind)], known, entities)
        for kind in ("person", "collective")
    ]


def _line(name: str, one: Measured, before: Measured | None, times: float) -> str:
    line = (
        f"{name:<10} {one.seconds:>7.1f} s, {one.busy:>6.1f} s of processors, "
        f"{one.peak / 1e6:>6,.0f} MB"
    )
    if before is not None:
        line += (
            f"   {one.busy / before.busy:.1f} times the work, "
            f"{one.peak / before.peak:.1f} times the memory for {times:.0f} times the documents"
        )
    return line + ("" if one.peak <= BUDGET else "   OVER BUDGET")


def _pairs_line(pairs: Pairs) -> str:
    return (
        f"{pairs.kind:<10} {pairs.mentions:>7,} mentions of lists, {pairs.true:>7,} pairs: "
        f"precision {pairs.precision:.4f}, recall {pairs.recall:.4f}"
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.large", description=__doc__)
    parser.add_argument(
        "--documents", type=int, nargs="+", default=SIZES, metavar="N", help="sizes of the archives"
    )
    parser.add_argument("--papers", type=int, default=PAPERS, metavar="N", help="papers to read")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other archives")
    parser.add_argument("--jobs", type=int, default=4, metavar="N", help="for making archives")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where the archives are put")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
