"""Cost of a document by workers, local pool and Dask: ``python -m benchmarks.engines``."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from benchmarks.inputs import ROOT
from benchmarks.sizing import Costs, sizing
from pipeline.engine import run

RAW = ROOT / "data" / "raw"
WORKERS = (1, 2, 4)
_PATIENCE = 60.0
_CROWDED = 0.2  # cores that others may use on average before it counts


# As the page about scale tells to start a cluster: else each process of it costs 2 to 4 % of a core
# for as long as it stands, and a crowded machine makes a page look dear.
_QUIET = {
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "5s",
}

FEWER = 8
"""How many times smaller the corpus is whose cost is that of the start, mostly."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run over all documents, with every process that it needs.

    :param seconds: wall time of the run; ``commit_seconds`` of it after the last was read
    :param cpu_seconds: of all processes, their start included
    :param again_seconds: of a second run, which finds nothing new
    """

    engine: str
    workers: int
    documents: int
    pages: int
    seconds: float
    commit_seconds: float
    cpu_seconds: float
    again_seconds: float


@dataclass(frozen=True, slots=True)
class Pair:
    """The same with few documents and with many: what one more costs, without the start."""

    few: Measured
    many: Measured

    @property
    def pages(self) -> int:
        """Pages that the larger run has more."""
        return self.many.pages - self.few.pages

    @property
    def documents(self) -> int:
        """Documents that the larger run has more."""
        return self.many.documents - self.few.documents

    @property
    def cpu_seconds(self) -> float:
        """CPU seconds that the larger run has more."""
        return max(0.0, self.many.cpu_seconds - self.few.cpu_seconds)

    @property
    def start_seconds(self) -> float:
        """CPU seconds that no document is the cause of."""
        return max(0.0, self.few.cpu_seconds - self.cpu_seconds * self.few.pages / self.pages)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table, and the arithmetic of large archives; 0 in any case."""
    options = _options(arguments)
    if options.one is not None:
        print(json.dumps(_run(*options.one)))
        return 0
    with tempfile.TemporaryDirectory(prefix="congvan-engines-") as place:
        folder = Path(place)
        many = corpus(folder / "many", options.documents)
        few = corpus(folder / "few", -(-options.documents // FEWER))
        room = bytes_a_page(folder)
        start, before = time.perf_counter(), _by_others()
        results = [
            Pair(*(measure(source, folder / "out", engine, workers) for source in (few, many)))
            for workers in options.workers
            for engine in ("local", "dask")
        ]
        busy = (_by_others() - before) / (time.perf_counter() - start)
    if options.json:
        print(json.dumps([asdict(each) for each in results], indent=2))
        return 0
    for line in (*table(results, busy), "", *sizing(costs(results, room))):
        print(line)
    return 0


def corpus(folder: Path, documents: int) -> Path:
    """So many files, no two alike: the samples of data/raw in turn, each with a mark of its own."""
    folder.mkdir(parents=True)
    samples = sorted(path for path in RAW.iterdir() if path.suffix in (".pdf", ".txt", ".html"))
    for number in range(documents):
        sample = samples[number % len(samples)]
        # Behind the end of a PDF and as a last line of a text it changes nothing but the bytes.
        mark = f"\n%{number}\n" if sample.suffix == ".pdf" else f"\n\n{number}\n"
        target = folder / f"{number:06}{sample.suffix}"
        target.write_bytes(sample.read_bytes() + mark.encode())
    return folder


def measure(source: Path, out: Path, engine: str, workers: int) -> Measured:
    """Run twice over a corpus, the second time with nothing to do."""
    with _machines(engine, workers, out.parent) as (address, helpers):
        first, cpu = _in_process(source, out, workers, address)
        again, _ = _in_process(source, out, workers, address)
    cpu += sum(_end(helper) for helper in reversed(helpers))
    shutil.rmtree(out)
    return Measured(
        engine, workers, int(first["documents"]), int(first["pages"]), first["seconds"],
        first["commit_seconds"], cpu, again["seconds"],
    )  # fmt: skip


def bytes_a_page(folder: Path) -> float:
    """Bytes of tables that one more page has, from samples that are not repeated.

    In the corpus above the same words come again and again and take no room.
    """
    sizes = []
    for samples in ([min(RAW.glob("*.txt"))], [RAW]):
        summary = run(samples, folder / "room")
        tables = (folder / "room").glob("*/*.parquet")
        sizes.append((sum(path.stat().st_size for path in tables), summary.pages))
        shutil.rmtree(folder / "room")
    (few, pages), (many, more) = sizes
    return (many - few) / (more - pages)


def table(results: Sequence[Pair], busy: float) -> Iterator[str]:
    """The measurements, and how many of these cores others used meanwhile."""
    cores = os.cpu_count() or 1
    any_of = results[0].many
    yield f"{any_of.documents} documents, {any_of.pages} pages; {cores} cores"
    if busy > _CROWDED:
        yield f"others used {busy:.1f} of the cores: no figure here is to be relied upon"
    yield (
        f"{'engine':<8}{'workers':>8}{'seconds':>9}{'pages/s':>9}{'gain':>7}{'CPU ms/doc':>12}"
        f"{'CPU ms/page':>13}{'start CPU s':>13}{'commit s':>10}{'again s':>9}"
    )
    first = {each.many.engine: each.many.seconds for each in reversed(results)}
    for pair in results:
        each = pair.many
        yield (
            f"{each.engine:<8}{each.workers:>8}{each.seconds:>9.1f}"
            f"{each.pages / each.seconds:>9.1f}{first[each.engine] / each.seconds:>7.2f}"
            f"{1000 * pair.cpu_seconds / pair.documents:>12.1f}"
            f"{1000 * pair.cpu_seconds / pair.pages:>13.1f}{pair.start_seconds:>13.1f}"
            f"{each.commit_seconds:>10.2f}{each.again_seconds:>9.2f}"
        )


def costs(results: Sequence[Pair], archive_bytes: float) -> Costs:
    """What one more page costs, from the largest Dask cluster that was measured.

    :param archive_bytes: of tables, a page
    """
    far = [each for each in results if each.many.engine == "dask"][-1]
    commit = max(0.0, far.many.commit_seconds - far.few.commit_seconds)
    return Costs(
        cpu_seconds=far.cpu_seconds / far.pages,
        commit_seconds=commit / far.pages,
        archive_bytes=archive_bytes,
        pages_a_document=far.pages / far.documents,
    )


def _run(source: str, out: str, workers: str, scheduler: str) -> dict[str, float]:
    """A run inside a process of its own, whose CPU time is then known."""
    finished = [time.perf_counter()]
    start = time.perf_counter()
    summary = run(
        source,
        out,
        jobs=int(workers),
        isolate=True,
        progress=lambda *_: finished.append(time.perf_counter()),
        engine="dask" if scheduler else "local",
        scheduler=scheduler or None,
    )
    end = time.perf_counter()
    return {
        "documents": summary.inputs,
        "pages": summary.pages,
        "seconds": end - start,
        "commit_seconds": end - finished[-1],
    }


def _in_process(
    source: Path, out: Path, workers: int, address: str
) -> tuple[dict[str, float], float]:
    words = ["--one", str(source), str(out), str(workers), address]
    process = _start("benchmarks.engines", *words)
    assert process.stdout is not None
    said = process.stdout.read()
    return json.loads(said.splitlines()[-1]), _end(process, stop=False)


@contextmanager
def _machines(
    engine: str, workers: int, folder: Path
) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a cluster of one-thread workers and its processes; none for a local run."""
    helpers: list[subprocess.Popen[bytes]] = []
    if engine == "local":
        yield "", helpers
        return
    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    options = ("--no-dashboard", "--scheduler-file", str(file))
    helpers.append(_start("dask", "scheduler", "--host", "127.0.0.1", "--port", "0", *options))
    deadline = time.monotonic() + _PATIENCE
    while not (file.exists() and file.stat().st_size):
        if time.monotonic() > deadline:
            raise TimeoutError("the scheduler did not start")
        time.sleep(0.05)
    local = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
    helpers += [_start("dask", "worker", *options, *local) for _ in range(workers)]
    try:
        yield str(json.loads(file.read_text())["address"]), helpers
    except BaseException:
        for helper in helpers:
            helper.kill()
        raise


def _start(*words: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **_QUIET, "PYTHONPATH": str(ROOT), "OMP_THREAD_LIMIT": "1"}
    piped = subprocess.PIPE if words[0] == "benchmarks.engines" else subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, "-m", *words], env=environment, stdout=piped,
        stderr=None if piped == subprocess.PIPE else subprocess.DEVNULL,
    )  # fmt: skip


def _end(process: subprocess.Popen[bytes], *, stop: bool = True) -> float:
    """CPU seconds of a process and of those that it waited for."""
    if stop:  # not by terminate(), which would look whether it has ended and take its account
        os.kill(process.pid, signal.SIGTERM)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode and not stop:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return used.ru_utime + used.ru_stime


def _by_others() -> float:
    """CPU seconds that this machine has spent on others than this process and those it ended.

    The load average would tell of the minute before, and of processes of our own.
    """
    all_cores = psutil.cpu_times()
    rest = sum(getattr(all_cores, name, 0.0) for name in ("idle", "iowait", "guest", "guest_nice"))
    return float(sum(all_cores) - rest - sum(os.times()[:4]))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engines", description=__doc__)
    parser.add_argument("--documents", type=int, default=400, metavar="N")
    parser.add_argument("--workers", type=int, nargs="+", default=WORKERS, metavar="N")
    parser.add_argument("--json", action="store_true", help="the measurements as JSON on stdout")
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
