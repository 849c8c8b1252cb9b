"""Processes that read begin with little and end without delay."""

from __future__ import annotations

import atexit
import subprocess
import sys
import time
from collections.abc import Sequence

import pyarrow as pa

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
