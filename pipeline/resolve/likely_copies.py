"""Pairs that may be a dispatch and its scan (cùng một văn bản), where the scan's number is misread.

Body, day, subject and people agree, and the number was lost or is another in one digit.  That is
no proof, as decisions of one day are numbered one after the other: such pairs are findings for a
person to look at, and both count until then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from rapidfuzz.distance import OSA

from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.resolve.candidates import named, number_and_day
from pipeline.resolve.papers import Paper

CHECK = "same_dispatch"
_CROWD = 50  # papers of one subject and day are a series, not scans of one
_SLIPS = 3  # letters wrong in a long subject that is still held to be the same
_LONG = 30


def likely_copies(
    papers: Sequence[Paper], people: Mapping[str, frozenset[str]], copies: Mapping[str, str]
) -> tuple[tuple[Paper, Paper], ...]:
    """Pairs that may be one dispatch and are not held to be, in the order of the papers.

    :param people: names of the awardees of a document, by its id, marks aside
    :param copies: copy -> first of the same dispatch; of a dispatch only the first is compared
    """
    days: dict[tuple[object, str], list[Paper]] = defaultdict(list)
    for paper in papers:
        if paper.doc_id in copies or paper.is_draft or paper.row["genre"] != "dispatch":
            continue
        if paper.issued_on is not None and paper.issuer and paper.row["subject"]:
            days[paper.issued_on, without_marks(paper.issuer)].append(paper)
    return tuple(
        (left, right)
        for block in days.values()
        if len(block) <= _CROWD
        for left, right in combinations(block, 2)
        if _may_be_one(left, right)
        and people.get(left.doc_id, frozenset()) == people.get(right.doc_id, frozenset())
    )


def likely_findings(
    pairs: Sequence[tuple[Paper, Paper]], texts: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Rows of ``findings``, one for each pair.

    :param texts: the texts of the documents, by their ids
    """
    return [_finding(left, right, texts) for left, right in pairs]


def _may_be_one(left: Paper, right: Paper) -> bool:
    if not (left.row["is_ocr"] or right.row["is_ocr"]):
        return False
    if None not in (left.doc_type, right.doc_type) and left.doc_type != right.doc_type:
        return False
    return _one_digit_off(left, right) and _same_subject(left, right)


def _one_digit_off(left: Paper, right: Paper) -> bool:
    """The number of one was lost, or the two differ in one digit and in nothing else."""
    ours, theirs = left.number, right.number
    if ours is None or theirs is None:
        return True
    pairs = list(zip(ours.head, theirs.head, strict=False))
    same_length = len(ours.head) == len(theirs.head)
    return ours.symbol == theirs.symbol and same_length and sum(a != b for a, b in pairs) == 1


def _same_subject(left: Paper, right: Paper) -> bool:
    ours, theirs = (without_marks(fold(paper.row["subject"])) for paper in (left, right))
    slips = _SLIPS if min(len(ours), len(theirs)) >= _LONG else 0
    return OSA.distance(ours, theirs, score_cutoff=slips) <= slips


def _finding(left: Paper, right: Paper, texts: Mapping[str, str]) -> dict[str, Any]:
    first, second = sorted((left, right), key=lambda p: (p.number is None, bool(p.row["is_ocr"])))
    expected, observed = _name(first), _name(second)
    return {
        "finding_id": f"{CHECK}-{first.doc_id}-{second.doc_id}",
        "check": CHECK,
        "verdict": "not_checkable",
        "severity": "info",
        "doc_ids": [first.doc_id, second.doc_id],
        "expected": expected,
        "observed": observed,
        "message_vi": f"{observed} có thể là bản khác của {expected}: số có thể đọc sai.",
        "message_en": f"{observed} may be another copy of {expected}: the number may be misread.",
        "evidence": [item for paper in (first, second) for item in named(paper, texts)],
    }


def _name(paper: Paper) -> str:
    return number_and_day(paper.row["doc_number"] or "(?)", paper.issued_on)
