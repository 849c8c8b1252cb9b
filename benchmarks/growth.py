"""What one file more costs an archive: ``python -m benchmarks.growth --documents 1000 10000``.

An archive of so many text files is made, whose rows are those of a few samples over and over under
ids of their own.  Then runs are measured, each in a process of its own: with nothing new, with one
new file and with one removed.  Printed are seconds of the clock and of the processor by what the
run did (clock/processor, the start of the process aside), and the peak of its memory.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.inputs import ROOT
from pipeline.document import process
from pipeline.engine import assemble, run, runner
from pipeline.identity import document_id
from pipeline.model import Source
from pipeline.read import detect_media_type
from pipeline.rulebook import Rulebook, load_rulebook
from pipeline.store.write import Draft

RAW = ROOT / "data" / "raw"
SIZES = (1_000, 10_000)
A_FOLDER = 1_000
_PARTS = {
    "rules": "load_rulebook",
    "code": "code_version",
    "reader": "reader_version",
    "discover": "discover",
    "look": "make_plan",
    "holdings": "holdings",
    "decide": "decide",
    "begin": "begin",
    "read": "_read",
    "cache": "trim_cache",
    "tables": "_write_tables",
    "names": "_write_names",
    "log": "write_run",
    "ledger": "_new_ledger",
    "sum up": "sum_up",
}
"""What a run does, and the function of the runner or of what it commits by that does it."""


@dataclass(frozen=True, slots=True)
class Made:
    """The rows of a document that was made of a sample."""

    tables: dict[str, list[dict[str, object]]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 in any case."""
    options = _options(arguments)
    if options.one is not None:
        print(json.dumps(_one(*map(Path, options.one))))
        return 0
    for size in options.documents:
        with tempfile.TemporaryDirectory(prefix="congvan-growth-", dir=options.folder) as folder:
            for line in measure(Path(folder), size, options.jobs):
                print(line, flush=True)
    return 0


def measure(folder: Path, size: int, jobs: int) -> Iterator[str]:
    """Make an archive of so many documents and run over it again, a line a run."""
    source, out = folder / "in", folder / "out"
    _write(source, size)
    start = time.monotonic()
    run(source, out, jobs=jobs, process=redrawn)
    files = list((out / ".current").resolve().rglob("*.parquet"))
    room = sum(path.stat().st_size for path in files)
    yield (
        f"{size:,} documents: {room / 1e6:,.1f} MB in {len(files)} files, "
        f"made in {time.monotonic() - start:.0f} s"
    )
    yield _said("nothing new", _another(source, out))
    (source / "new.txt").write_text(f"{size}\nnew\n", "utf-8")
    yield _said("one new file", _another(source, out))
    (source / "new.txt").unlink()
    yield _said("one removed", _another(source, out))


def redrawn(data: bytes, source: Source, rules: Rulebook) -> Made:
    """The rows of the sample that the number in the text chooses, as if they were this text's."""
    samples = _samples(rules.version)
    doc_id, tables = samples[int(data.split()[0]) % len(samples)]
    own = document_id(source.sha256, None, 0)
    made = {
        name: [{key: _renamed(value, doc_id, own) for key, value in row.items()} for row in rows]
        for name, rows in tables.items()
    }
    for row in made["documents"]:
        row |= {
            "source_uri": source.uri, "source_sha256": source.sha256,
            "size_bytes": source.size_bytes, "media_type": source.media_type,
        }  # fmt: skip
    return Made(made)


@cache
def _samples(version: str) -> list[tuple[str, dict[str, list[dict[str, object]]]]]:
    """The rows of samples that are one document each, with its id."""
    rules = load_rulebook()
    found = []
    for path in sorted(RAW.iterdir()):
        data = path.read_bytes()
        source = Source(path.name, "0" * 64, len(data), detect_media_type(data))
        tables = {name: list(rows) for name, rows in process(data, source, rules).tables.items()}
        tables.pop("failures", None)
        if len(tables.get("documents", ())) == 1:
            found.append((str(tables["documents"][0]["doc_id"]), tables))
    return found


def _renamed(value: Any, former: str, now: str) -> Any:
    if isinstance(value, str):
        return value.replace(former, now)
    if isinstance(value, list):
        return [_renamed(each, former, now) for each in value]
    return value


def _write(folder: Path, size: int) -> None:
    for number in range(size):
        path = folder / f"{number // A_FOLDER:04}" / f"{number:07}.txt"
        if number % A_FOLDER == 0:
            path.parent.mkdir(parents=True)
        path.write_text(f"{number}\n", "utf-8")


def _another(source: Path, out: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.growth", "--one", str(source), str(out)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(said))


def _one(source: Path, out: Path) -> dict[str, Any]:
    """A run in this process: seconds by what it did, by the clock and of the processor."""
    spent: dict[str, list[float]] = {}
    for part, name in _PARTS.items():
        module = runner if hasattr(runner, name) else assemble
        setattr(module, name, _timed(getattr(module, name), spent.setdefault(part, [0.0, 0.0])))
    Draft.commit = _timed(Draft.commit, spent.setdefault("commit", [0.0, 0.0]))  # type: ignore[method-assign]
    _samples(load_rulebook().version)
    clock, processor = time.perf_counter(), time.process_time()
    run(source, out, process=redrawn)
    return {
        "seconds": time.perf_counter() - clock,
        "processor": time.process_time() - processor,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "parts": spent,
    }


def _timed(call: Callable[..., Any], spent: list[float]) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        clock, processor = time.perf_counter(), time.process_time()
        try:
            made = call(*given, **named)
            return iter(list(made)) if isinstance(made, Iterator) else made
        finally:
            spent[0] += time.perf_counter() - clock
            spent[1] += time.process_time() - processor

    return timed


def _said(name: str, one: dict[str, Any]) -> str:
    parts = ", ".join(
        f"{part} {clock:.2f}/{processor:.2f}"
        for part, (clock, processor) in one["parts"].items()
        if clock >= 0.005
    )
    return (
        f"  {name:<14}{one['seconds']:>7.2f} s, {one['processor']:>6.2f} s of a processor, "
        f"{one['peak'] / 1e6:>6,.0f} MB: {parts}"
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--jobs", type=int, default=4, metavar="N", help="processes that make it")
    parser.add_argument("--folder", metavar="DIR", help="where the archives lie meanwhile")
    parser.add_argument("--one", nargs=2, metavar=("SOURCE", "OUT"), help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
