"""Recognition over processes: how much faster four are than one, where four cores are free."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier

from pipeline.read.ocr.engine import open_engine
from pipeline.read.ocr.recognise import DPI, read_image
from tests.scan_pages import Pixels, grained, page_of

SAMPLE = "bc-145-cdkcn-van-khe.pdf"
LEAST_GAIN = 3.5
_MOST_SECONDS = 120
_CROWDED = 1.0  # processes that others may have waiting for these cores before it counts


@dataclass(frozen=True, slots=True)
class Scaling:
    """Seconds for the same pages by number of processes; ``busy`` is what others had running."""

    cores: int
    busy: float
    pages: int
    seconds: dict[int, float]

    @property
    def are_free(self) -> bool:
        """Whether the cores that the largest number of processes needs were there and free."""
        return self.cores - self.busy >= max(self.seconds) - _CROWDED

    def gain(self, processes: int) -> float:
        """How many times faster than one process."""
        return self.seconds[1] / self.seconds[processes]


def measure_scaling(processes: Sequence[int] = (1, 2, 4), pages: int = 24) -> Scaling:
    """Read the same pages with 1, 2 and 4 processes; their start is not counted.

    :param pages: a multiple of the largest number of processes, so that none is idle at the end
    :raises OcrUnavailable: without Tesseract or its Vietnamese data
    """
    open_engine()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    seconds = {count: _seconds(count, pages) for count in processes}
    return Scaling(cores or 1, busy, pages, seconds)


def _seconds(processes: int, pages: int) -> float:
    context = get_context("spawn")  # as the engine starts them
    ready = context.Barrier(processes)
    with ProcessPoolExecutor(processes, context, _begin, (ready,)) as pool:
        list(pool.map(_nothing, range(processes)))  # done when every process has its model
        start = time.perf_counter()
        list(pool.map(_read, range(pages)))
        return time.perf_counter() - start


def _begin(ready: Barrier) -> None:
    _read(0)
    ready.wait(_MOST_SECONDS)


def _nothing(_: int) -> None:
    """Something to start a process for."""


def _read(_: int) -> int:
    return len(read_image(_page(), DPI, open_engine()).lines)


@cache
def _page() -> Pixels:
    return grained(page_of(SAMPLE), 8.0)
