"""``python -m benchmarks.scans``: what scans of three grades give, what recognition costs."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from benchmarks.budget import Budget
from benchmarks.report import budgets_text
from benchmarks.scaling import LEAST_GAIN, Scaling, measure_scaling
from benchmarks.scan_grades import GRADES, OCR_TIMES_TESSERACT, Graded, measure_grades
from pipeline.evaluate import TABLES
from pipeline.read.ocr.engine import OcrUnavailable


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 whether budgets are kept or not, 2 where nothing can be recognised."""
    options = _options(arguments)
    try:
        grades = measure_grades(options.repeat, _progress, options.grade)
        scaling = measure_scaling(pages=options.pages) if options.pages else None
    except OcrUnavailable as error:
        print(error, file=sys.stderr)
        return 2
    _progress("")
    if options.json:
        print(json.dumps({"grades": [asdict(grade) for grade in grades],
                          "scaling": scaling and asdict(scaling)}, indent=2))  # fmt: skip
    else:
        print(scans_text(grades, scaling), end="\n\n")
        print(budgets_text(scan_budgets(grades, scaling)))
    return 0


def scans_text(grades: Sequence[Graded], scaling: Scaling | None) -> str:
    """What each grade gives and costs, and what more processes bring."""
    return "\n".join([*_of_grades(grades), "", *(_of_scaling(scaling) if scaling else ())])


def scan_budgets(grades: Sequence[Graded], scaling: Scaling | None) -> tuple[Budget, ...]:
    """The budgets of the design for recognition."""
    times = sum(grade.ours for grade in grades) / sum(grade.tesseract for grade in grades)
    found = [Budget.most("recognition, times Tesseract alone", OCR_TIMES_TESSERACT, times)]
    if scaling is not None:
        most = max(scaling.seconds)
        others = f"{scaling.cores} cores, {scaling.busy:.1f} others on them"
        name = f"{most} processes that recognise, times one"
        why = "" if scaling.are_free else others
        found.append(Budget.least(name, LEAST_GAIN, scaling.gain(most), not_judged=why))
    return tuple(found)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scans", description=__doc__)
    parser.add_argument("--repeat", type=int, default=3, help="passes a page, the median counts")
    parser.add_argument(
        "--grade", choices=[grade.name for grade in GRADES], help="this grade alone"
    )  # fmt: skip
    parser.add_argument(
        "--pages", type=int, default=24, help="pages read by 1, 2 and 4 processes (0: none)"
    )
    parser.add_argument("--json", action="store_true", help="the result as JSON on stdout")
    return parser.parse_args(arguments)


def _progress(name: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{name}", end="", file=sys.stderr, flush=True)


def _of_grades(grades: Sequence[Graded]) -> Iterator[str]:
    pages = grades[0].pages
    yield f"samples drawn as scans, {pages} pages a grade: F1 (share of right attributes)"
    columns = "".join(f"{grade.grade.name:>18}" for grade in grades)
    yield f"  {'':<14}{columns}"
    yield f"  {'tilt, grain':<14}" + "".join(
        f"{f'{grade.grade.tilt}°, {grade.grade.grain:.0f} of 255':>18}" for grade in grades
    )
    for table in TABLES:
        yield f"  {table:<14}" + "".join(f"{_cell(grade.tables[table]):>18}" for grade in grades)
    yield ""
    yield "cost of recognition beside Tesseract's own time on the same images"
    for grade in grades:
        yield (
            f"  {grade.grade.name:<14}{grade.ours / pages:>8.2f} s a page, Tesseract "
            f"{grade.tesseract / pages:.2f}: {grade.times:.2f} times"
        )


def _cell(figures: dict[str, float | None]) -> str:
    attributes = figures["attributes"]
    return f"{figures['f1']:.3f}" + ("" if attributes is None else f" ({attributes:.3f})")


def _of_scaling(scaling: Scaling) -> Iterator[str]:
    yield f"{scaling.pages} pages recognised by processes, their start not counted"
    for count, seconds in scaling.seconds.items():
        speed = scaling.pages / seconds
        yield f"  {count} {seconds:>8.1f} s {speed:>6.2f} pages/s {scaling.gain(count):>6.2f} times"


if __name__ == "__main__":
    raise SystemExit(main())
