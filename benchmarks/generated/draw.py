"""Draws papers from a seed: the recipes, how often each occurs, and the bytes with their gold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from benchmarks.generated import decisions, defects, letters, news, reports, text, unmarked
from tests.samples import docx_file, html_file, pdf_file
from tests.samples.gold import gold
from tests.samples.sample import Sample

RECIPES: tuple[tuple[str, Callable[[Random, str], Sample], int], ...] = (
    ("letter", letters.letter, 22),
    ("single", decisions.single_award, 5),
    ("titles", decisions.two_titles, 3),
    ("news", news.news, 4),
    ("report", reports.report, 20),
    ("award", decisions.award_decision, 18),
    ("plan", letters.plan, 9),
    ("notice", letters.notice, 12),
    ("proposal", reports.proposal, 7),
    ("decision", decisions.other_decision, 6),
    ("resolution", letters.resolution, 3),
    ("minutes", reports.minutes, 3),
    ("recognition", decisions.recognition, 3),
)


PDF_SHARE = 0.15  # of the papers that the sample writer can set on a page
UNMARKED_SHARE = 0.05  # of the papers in plain text
TYPED_SHARE = 0.35  # of the papers with tables that are typed as plain text


@dataclass(frozen=True, slots=True)
class Paper:
    """A file and what is to be found in it."""

    file_name: str
    data: bytes
    gold: dict[str, Any]


def papers(seed: int, count: int, with_defects: bool = False) -> Iterator[Paper]:
    """``count`` papers; the n-th depends on the seed and n alone."""
    for n in range(count):
        yield paper(seed, n, with_defects)


def paper(seed: int, n: int, with_defects: bool = False) -> Paper:
    rng = Random(f"{seed}/{n}")
    names, makers, weights = zip(*RECIPES, strict=True)
    at = rng.choices(range(len(names)), weights)[0]
    sample = makers[at](rng, f"{names[at]}-{n:05}")
    if sample.suffix == "docx" and Random(f"{seed}/{n}/table").random() < TYPED_SHARE:
        sample = replace(sample, suffix="txt", kind="text")
    as_pdf = sample.suffix == "docx" or (sample.suffix == "txt" and not with_defects)
    answers = None
    if sample.suffix == "html":
        data = html_file.to_bytes(sample)
    elif as_pdf and _is_set(sample) and rng.random() < PDF_SHARE:
        sample = replace(sample, suffix="pdf", kind="born")
        data = pdf_file.to_bytes(sample)
    elif sample.suffix == "docx":
        data = docx_file.to_bytes(sample)
    else:
        look = text.look(rng, sample, Random(f"{seed}/{n}/typed"))
        sample = replace(sample, head_lost=look.head == "lost" and sample.number_line[-1] != "/")
        printed = text.print_with(rng, sample, look)
        if with_defects:
            printed = defects.ocr(rng, sample, printed)
            if rng.random() < 0.15:
                printed = defects.repeated(rng, sample, printed)
        marks = Random(f"{seed}/{n}/marks")
        if marks.random() < UNMARKED_SHARE:
            printed, answers = unmarked.sent(marks, printed), unmarked.answers(gold(sample))
        data = printed.encode()
    return Paper(sample.file_name, data, answers or gold(sample))


def _is_set(sample: Sample) -> bool:
    """Whether the PDF writer knows the frame: minutes with two signatures it does not."""
    return sample.place_date is not None and sample.national == "state"
