"""Scans of the samples at three grades: what is found on each, and what recognition costs."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from pipeline.engine import run
from pipeline.evaluate import as_json, evaluate
from pipeline.read.ocr.engine import open_engine
from pipeline.read.ocr.recognise import DPI, read_image
from tests.scan_pages import RAW, Pixels, grained, page_of, pages_of, scan_pdf, tilted

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
OCR_TIMES_TESSERACT = 1.1


@dataclass(frozen=True, slots=True)
class Grade:
    """How a scanner spoils a page: degrees of tilt, standard deviation of its grain (of 255)."""

    name: str
    tilt: float
    grain: float


GRADES = (Grade("clean", 0.0, 2.0), Grade("noisy", 0.6, 12.0), Grade("harsh", 1.2, 28.0))


@dataclass(frozen=True, slots=True)
class Graded:
    """What was measured at a grade: F1 and right attributes a table, seconds over the pages."""

    grade: Grade
    pages: int
    tables: dict[str, Any]
    ours: float
    tesseract: float

    @property
    def times(self) -> float:
        """Our time by Tesseract's own on the same images."""
        return self.ours / self.tesseract


def measure_grades(
    repeat: int = 3,
    progress: Callable[[str], None] = lambda _: None,
    only: str | None = None,
) -> tuple[Graded, ...]:
    """Draw the PDF samples as scans at each grade, run the pipeline over them, and time the pages.

    Tesseract's own time is that of its usual call on the same image, page analysis and words with
    their boxes; both run in turn on each page, and the median of the passes counts.

    :param only: name of the one grade to measure
    :raises OcrUnavailable: without Tesseract or its Vietnamese data
    """
    open_engine()
    return tuple(
        _measure(grade, repeat, progress) for grade in GRADES if only in (None, grade.name)
    )


def _measure(grade: Grade, repeat: int, progress: Callable[[str], None]) -> Graded:
    samples = {path: _scan(path, grade) for path in sorted(RAW.glob("*.pdf"))}
    progress(f"{grade.name}: reading")
    tables = _score(samples)
    ours = tesseract = 0.0
    images = [image for pages in samples.values() for image in pages]
    for number, image in enumerate(images, 1):
        progress(f"{grade.name}: timing page {number} of {len(images)}")
        bare, whole = _times(image, repeat)
        ours, tesseract = ours + whole, tesseract + bare
    return Graded(grade, len(images), tables, ours, tesseract)


def _scan(path: Path, grade: Grade) -> list[Pixels]:
    return [
        grained(tilted(page_of(path.name, number), grade.tilt), grade.grain, seed=number)
        for number in range(1, pages_of(path.name) + 1)
    ]


def _score(samples: dict[Path, list[Pixels]]) -> dict[str, Any]:
    """The score of the scans against the gold of the samples."""
    with TemporaryDirectory() as folder:
        scans, gold, out = (Path(folder) / name for name in ("scans", "gold", "out"))
        scans.mkdir()
        gold.mkdir()
        for path, pages in samples.items():
            (scans / path.name).write_bytes(scan_pdf(pages))
            shutil.copy(GOLD / f"{path.stem}.json", gold)
        run(scans, out, cache_bytes=0)
        return as_json(evaluate(out, gold))


def _times(image: Pixels, repeat: int) -> tuple[float, float]:
    """Seconds of Tesseract alone and of the whole recognition of a page, medians of the passes."""
    engine = open_engine()
    grey = np.ascontiguousarray(image.mean(axis=2).astype(np.uint8))
    bare, whole = [], []
    for _ in range(repeat):
        start = time.perf_counter()
        engine.recognise(grey, DPI)
        middle = time.perf_counter()
        read_image(image, DPI, engine)
        bare.append(middle - start)
        whole.append(time.perf_counter() - middle)
    return median(bare), median(whole)
