"""`congvan watch`: files are taken up when they are at rest, and a stop leaves a whole archive."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine import RunSummary, run
from pipeline.engine.discover import Input
from pipeline.engine.watch import Arrivals, is_unfinished, watch
from pipeline.store import Archive, open_output, validate
from pipeline.store.lock import locked
from tests.cli import congvan
from tests.test_engine import files

ROOT = Path(__file__).parents[1]
PATIENCE = 180


@dataclass
class Watching:
    """A `congvan watch --json` in a process of its own."""

    process: subprocess.Popen[str]
    log: Path
    told: list[dict[str, Any]] = field(default_factory=list)

    def wait_for(self, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline and self.process.poll() is None, (
                self.told, self.log.read_text("utf-8"),
            )  # fmt: skip
            time.sleep(0.05)

    def stop(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@contextmanager
def watching(folder: Path, out: Path, *options: str) -> Iterator[Watching]:
    command = [sys.executable, "-m", "pipeline", "watch", str(folder), "--out", str(out)]
    log = folder.parent / "watch.log"
    with log.open("w") as file:
        process = subprocess.Popen(
            [*command, "--settle", "0.4", "--jobs", "1", "--json", *options],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE, stderr=file, text=True,
        )  # fmt: skip
    watch = Watching(process, log)

    def listen() -> None:
        assert process.stdout is not None
        watch.told.extend(json.loads(line) for line in process.stdout)

    reader = threading.Thread(target=listen)
    reader.start()
    try:
        yield watch
    finally:
        process.kill()
        process.wait()
        reader.join()


def held(out: Path) -> list[str]:
    if not (out / "documents").exists():
        return []
    return sorted(Path(uri).name for uri in Archive(out).read("documents")["source_uri"])


@pytest.mark.slow
def test_files_are_taken_up_as_they_come(tmp_path: Path) -> None:
    folder, out = files(tmp_path / "in", a="Số: 1/TB-A"), tmp_path / "out"
    with watching(folder, out) as watch:
        watch.wait_for(lambda: held(out) == ["a.txt"])
        (folder / "2026").mkdir()
        (folder / "2026" / "b.txt").write_text("Số: 2/TB-A")
        for name in ("c.txt.part", "~$d.docx", ".e.txt", "f.pdf.crdownload"):
            (folder / name).write_text("half of it")
        watch.wait_for(lambda: held(out) == ["a.txt", "b.txt"])
        (folder / "c.txt.part").rename(folder / "c.txt")
        (folder / "a.txt").write_text("Số: 3/TB-A")
        watch.wait_for(lambda: held(out) == ["a.txt", "b.txt", "c.txt"])
        assert watch.stop(signal.SIGTERM) == 0
    texts = Archive(out).read("texts")["text"].str.strip()
    assert sorted(texts) == ["Số: 2/TB-A", "Số: 3/TB-A", "half of it"]
    assert validate(out) == []
    assert sum(summary["ok"] for summary in watch.told) == 4
    assert Archive(out).read("runs")["command"][0].startswith("congvan watch ")
    with watching(folder, out) as watch:  # what is known costs a look
        watch.wait_for(lambda: bool(watch.told))
        assert watch.stop(signal.SIGINT) == 0
    assert watch.told[0]["unchanged"] == watch.told[0]["inputs"] == 3
    assert held(out) == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.slow
def test_a_file_is_not_read_while_it_grows(tmp_path: Path) -> None:
    folder, out = files(tmp_path / "in", a="first"), tmp_path / "out"
    with watching(folder, out) as watch:
        watch.wait_for(lambda: held(out) == ["a.txt"])
        with (folder / "slow.txt").open("w", buffering=1) as file:
            for number in range(12):
                file.write(f"line {number}\n")
                time.sleep(0.15)
                assert held(out) == ["a.txt"]
        watch.wait_for(lambda: held(out) == ["a.txt", "slow.txt"])
        assert watch.stop(signal.SIGTERM) == 0
    (text,) = Archive(out).read("texts").query("text.str.contains('line')")["text"]
    assert "line 0" in text and "line 11" in text
    assert len(watch.told) == 2


@pytest.mark.slow
def test_a_stop_in_the_middle_keeps_what_was_read(tmp_path: Path) -> None:
    many = {f"n{i:03}": f"Số: {i}/TB-A\n" + "Căn cứ Quyết định. " * 4000 for i in range(300)}
    folder, out = files(tmp_path / "in", **many), tmp_path / "out"
    with watching(folder, out) as watch:
        spool = out / ".staging" / "rows"
        watch.wait_for(lambda: spool.exists() and spool.stat().st_size > 0)
        clock = time.monotonic()
        assert watch.stop(signal.SIGTERM) == 0
        assert time.monotonic() - clock < PATIENCE / 2
    assert validate(out) == [] and 0 < len(held(out)) < len(many)
    (summary,) = watch.told
    assert summary["inputs"] == summary["ok"] == len(held(out))


def test_a_stop_while_another_run_writes(tmp_path: Path) -> None:
    folder, out = files(tmp_path / "in", a="one"), tmp_path / "out"
    open_output(out)
    with locked(out), watching(folder, out) as watch:
        watch.wait_for(lambda: "watching" in watch.log.read_text("utf-8"))
        time.sleep(2)
        assert watch.stop(signal.SIGTERM) == 0 and not watch.told


def test_a_file_that_goes_again_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = files(tmp_path / "in", a="one", b="two"), tmp_path / "out"

    def late(sources: list[Path], *arguments: Any, **options: Any) -> RunSummary:
        (folder / "b.txt").unlink(missing_ok=True)
        return run(sources, *arguments, **options)

    monkeypatch.setattr("pipeline.engine.watch.run", late)
    stopped = threading.Event()
    summaries = watch([folder], out, settle=0.1, stopped=stopped)
    assert next(summaries).ok == 1 and held(out) == ["a.txt"]
    stopped.set()
    assert list(summaries) == []


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = congvan(capsys, "watch", tmp_path / "none", "--out", tmp_path / "out")
    assert answer.code == 2 and "no such folder" in answer.err


def test_a_file_is_at_rest_after_two_equal_looks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one")
    found = [Input(str(path), path), Input(str(tmp_path / "gone"), tmp_path / "gone")]
    arrivals = Arrivals(settle=2)
    assert arrivals.at_rest(found, 10) == [] and arrivals.waits
    path.write_text("one two")
    assert arrivals.at_rest(found, 13) == []  # it has changed since
    assert arrivals.at_rest(found, 14) == []
    assert arrivals.at_rest(found, 15) == found[:1]
    arrivals.take(found[:1])
    assert arrivals.at_rest(found, 20) == [] and not arrivals.waits
    path.write_text("three")
    assert arrivals.at_rest(found, 21) == [] and arrivals.at_rest(found, 23) == found[:1]
    arrivals.take(found[:1])
    arrivals.put_back(found[:1], 24)
    assert arrivals.waits and arrivals.at_rest(found, 25) == []
    assert arrivals.at_rest(found, 26) == found[:1]


@pytest.mark.parametrize(
    ("name", "unfinished"),
    [
        ("a.pdf.part", True),
        ("A.PDF.CRDOWNLOAD", True),
        ("~$cong-van.docx", True),
        (".a.pdf.Xy12", True),
        ("a.txt~", True),
        ("a.pdf", False),
        ("part.docx", False),
        ("a~1.doc", False),
    ],
)
def test_names_of_unfinished_files(name: str, unfinished: bool) -> None:
    assert is_unfinished(name) is unfinished
