"""Processes that read begin with little and end without delay."""

from __future__ import annotations

import atexit
import multiprocessing
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.engine import run, runner
from pipeline.engine.limits import LIMITS
from pipeline.engine.pool import Crew, run_in_processes
from pipeline.engine.worker import Teller

LONG = 3.0  # seconds that Python takes to end in the processes of these tests
WORKERS = 3


def slow_to_end() -> None:
    atexit.register(time.sleep, LONG)


def modules_after_an_array(job: int, teller: Teller) -> Sequence[str]:
    assert pa.array(["a", None, str(job)]).null_count == 1
    return sorted({name.partition(".")[0] for name in sys.modules})


def rows_of_a_frame(job: int, teller: Teller) -> object:
    import pandas as pd

    return pd.DataFrame({"job": [job]}).to_dict("records"), pa.table(
        {"job": [job]}
    ).to_pandas().job[0]


def test_processes_end_side_by_side_and_at_once() -> None:
    jobs = range(2 * WORKERS)
    found = iter(run_in_processes(slow_to_end, modules_after_an_array, jobs, WORKERS, LIMITS))
    done = [next(found) for _ in jobs]
    start = time.monotonic()
    assert next(found, None) is None
    assert time.monotonic() - start < LONG
    assert sorted(each.job for each in done) == list(jobs)


def test_a_crew_ends_at_once_too() -> None:
    crew = Crew[int, Sequence[str]]()
    done = list(run_in_processes(slow_to_end, modules_after_an_array, [1], 1, LIMITS, crew=crew))
    start = time.monotonic()
    crew.end()
    assert time.monotonic() - start < LONG and not crew.workers and done[0].result


def test_a_process_that_reads_does_without_pandas_until_it_is_asked_for() -> None:
    (done,) = run_in_processes(int, modules_after_an_array, [1], 1, LIMITS)
    assert done.result is not None and "pyarrow" in done.result and "pandas" not in done.result
    (framed,) = run_in_processes(int, rows_of_a_frame, [7], 1, LIMITS)
    assert framed.result == ([{"job": 7}], 7)


def test_what_a_process_reads_with_needs_neither_datasets_nor_frames() -> None:
    names = "pipeline.engine.worker, pipeline.engine.work, pipeline.document"
    heavy = {"pandas", "pyarrow.dataset", "duckdb"}
    code = f"import sys, {names}; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert "pyarrow" in loaded and not heavy & set(loaded)


def test_a_crew_that_waits_for_its_jobs_does_them_and_more_hands_than_jobs_harm_nothing() -> None:
    crew = Crew[int, Sequence[str]]()
    crew.begin(int, modules_after_an_array, WORKERS, LIMITS)
    begun = {worker.handles[1] for worker in crew.workers}
    for jobs in (range(1), range(2 * WORKERS)):
        done = list(run_in_processes(int, modules_after_an_array, jobs, WORKERS, LIMITS, crew=crew))
        assert sorted(each.job for each in done) == list(jobs)
    assert {worker.handles[1] for worker in crew.workers} == begun and len(begun) == WORKERS
    crew.end()
    assert not crew.workers


def test_processes_begin_while_inputs_are_hashed_where_all_is_to_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for number in range(2):
        text = f"Số: {number + 1}/CV-UBND\nNgày 04 tháng 9 năm 2024"
        (source / f"{number}.txt").write_text(text, "utf-8")
    before, alive = len(multiprocessing.active_children()), []
    make_plan = runner.make_plan

    def looking(*given: object) -> object:
        alive.append(len(multiprocessing.active_children()) - before)
        return make_plan(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(runner, "make_plan", looking)
    out = tmp_path / "out"
    assert run(source, out, jobs=8).inputs == 2
    assert run(source, out, jobs=8).inputs == 2
    assert run(source, tmp_path / "here", jobs=1).inputs == 2
    assert alive == [2, 0, 0]
    assert len(multiprocessing.active_children()) == before


def test_the_command_reads_into_an_archive_without_pandas(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Số: 12/CV-UBND\nNgày 04 tháng 9 năm 2024", "utf-8")
    given = ["run", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out")]
    code = (
        "import sys, pipeline.cli\n"
        "if __name__ == '__main__':\n"
        f"    sys.argv[1:] = {given!r}\n"
        "    try: pipeline.cli.main()\n"
        "    except SystemExit as end: print(end.code, 'pandas' in sys.modules)\n"
    )
    script = tmp_path / "read.py"
    script.write_text(code, "utf-8")
    said = subprocess.check_output([sys.executable, str(script)], text=True, cwd=Path.cwd())
    assert said.splitlines()[-1] == "0 False"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_that_another_thread_takes_waits_until_a_process_has_begun(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    crew = Crew[int, Sequence[str]]()
    ended, begin = threading.Event(), SpawnProcess.start

    def struck(process: SpawnProcess) -> None:
        signal.pthread_kill(idle.ident or 0, signal.SIGINT)
        for _ in range(100):  # where Python would raise it
            time.sleep(0.001)
        begin(process)

    idle = threading.Thread(target=ended.wait)
    idle.start()
    monkeypatch.setattr(SpawnProcess, "start", struck)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            crew.begin(int, modules_after_an_array, WORKERS, LIMITS)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
        assert len(crew.workers) == 1
    finally:
        signal.signal(signal.SIGINT, before)
        ended.set()
        idle.join()
    (done,) = run_in_processes(int, modules_after_an_array, [1], 1, LIMITS, crew=crew)
    crew.end()
    assert done.result and capfd.readouterr() == ("", "")
