"""Two scans, or two formats, of one dispatch (cùng một văn bản), told from each other's number.

Number, symbol, body and day name a dispatch; where a scan lost one of them, nearly the same words
and the same people have to make up for it, as the decisions of a series differ in their people
only.  Drafts are never the dispatch itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, islice
from typing import TYPE_CHECKING, Any, Literal
from zlib import crc32

import numpy as np
import numpy.typing as npt

from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.resolve.papers import Paper, is_national
from pipeline.resolve.provinces import provinces

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

_WORD = re.compile(r"\w+")
_RUN = 3  # words: a run of three that two texts share is seldom chance
# Shares of runs of words: of papers that agree in everything, and where something was lost.
_ALIKE = 0.1
_NEARLY_EQUAL = 0.8
_SAME_PEOPLE = 0.8
# So many papers of one body on one day, or of one subject, are a series and no copies.
_CROWD = 200
_AT_ONCE = 4_000  # pairs whose texts are held at a time

TextsOf = Callable[[Sequence[str]], Mapping[str, str]]


def same_dispatch(
    papers: Sequence[Paper],
    people: Mapping[str, frozenset[str]],
    texts_of: TextsOf,
    rules: Rulebook,
) -> dict[str, str]:
    """The copies among the papers: doc_id of a copy -> doc_id of the one that counts.

    The one that counts was not read from an image if one of them was not, and has the better and
    longer text.

    :param people: names of the awardees of a document, by its id, marks aside
    :param texts_of: the texts of documents, by their ids; asked for only where two may be the same
    """
    groups = _Groups(papers)
    alike = []
    compared = (
        (left, right, known)
        for left, right in _pairs(papers)
        if (known := _agreement(left, right, rules)) != "no"
    )
    while some := list(islice(compared, _AT_ONCE)):
        runs = _runs_of(some, texts_of)
        for left, right, known in some:
            ours, theirs = runs[left.doc_id], runs[right.doc_id]
            if known == "named":
                if _shared(ours, theirs) >= _ALIKE:
                    groups.join(left, right)
            elif _same_runs(ours, theirs) >= _NEARLY_EQUAL and (
                _overlap(*(people.get(doc.doc_id, frozenset()) for doc in (left, right)))
                >= _SAME_PEOPLE
            ):
                alike.append((left, right))
    for left, right in _unambiguous(alike):
        groups.join(left, right)
    copies: dict[str, str] = {}
    for members in groups.members():
        first, *others = sorted(members, key=_worth)
        copies.update({other.doc_id: first.doc_id for other in others})
    return copies


def _pairs(papers: Sequence[Paper]) -> Iterable[tuple[Paper, Paper]]:
    """Papers that share number and year, body and day, or the subject; each pair once."""
    blocks: dict[tuple[object, ...], list[Paper]] = defaultdict(list)
    for paper in papers:
        if paper.is_draft or paper.row["genre"] != "dispatch":
            continue
        if paper.number is not None:
            blocks["number", paper.number.bare, paper.issued_on].append(paper)
            blocks["number", paper.number.bare, without_marks(paper.issuer)].append(paper)
        if paper.issued_on is not None and paper.issuer:
            blocks["day", paper.issued_on, without_marks(paper.issuer)].append(paper)
        if paper.row["subject"]:
            blocks["subject", without_marks(fold(paper.row["subject"]))].append(paper)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        if len(block) > _CROWD:
            continue
        for left, right in combinations(block, 2):
            key = (left.doc_id, right.doc_id)
            if key not in seen:
                seen.add(key)
                yield left, right


def _agreement(left: Paper, right: Paper, rules: Rulebook) -> Literal["named", "lost", "no"]:
    """Whether number, body and day are one, one of them was lost, or the two cannot be one."""
    if None not in (left.doc_type, right.doc_type) and left.doc_type != right.doc_type:
        return "no"
    if None not in (left.issued_on, right.issued_on) and left.issued_on != right.issued_on:
        return "no"
    places = (left.province, right.province)
    if None not in places and not provinces(rules).same(
        str(left.province), left.year, str(right.province), right.year
    ):
        return "no"
    is_dated = left.issued_on is not None and left.issued_on == right.issued_on
    same_body = _same_issuer(left, right)
    if left.number is not None and right.number is not None:
        if left.number.key != right.number.key:
            return "no"
        is_one = same_body or is_national(left.number.issuer_code, rules)
        return "named" if is_dated and is_one else "lost"
    same_subject = bool(left.row["subject"]) and left.row["subject"] == right.row["subject"]
    return "lost" if is_dated + same_body + same_subject >= 2 else "no"


def _unambiguous(pairs: Sequence[tuple[Paper, Paper]]) -> Iterable[tuple[Paper, Paper]]:
    """Pairs but for those of a paper without number that is like papers of two numbers."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        for paper, other in ((left, right), (right, left)):
            if other.number is not None:
                numbers[paper.doc_id].add(other.number.key)
    for left, right in pairs:
        if all(len(numbers[paper.doc_id]) <= 1 for paper in (left, right)):
            yield left, right


def _same_issuer(left: Paper, right: Paper) -> bool:
    """The issuers are one, marks aside, which a scan loses in capitals."""
    return bool(left.issuer) and without_marks(left.issuer) == without_marks(right.issuer)


def _runs_of(
    some: Iterable[tuple[Paper, Paper, object]], texts_of: TextsOf
) -> dict[str, npt.NDArray[np.int64]]:
    ids = dict.fromkeys(paper.doc_id for left, right, _ in some for paper in (left, right))
    return {doc_id: _runs(text) for doc_id, text in texts_of(sorted(ids)).items()}


def _runs(text: str) -> npt.NDArray[np.int64]:
    """Runs of words, marks aside, as numbers that do not change from one process to another."""
    words = _WORD.findall(without_marks(fold(text)))
    marks = [crc32(word.encode()) for word in words]
    found = {
        hash(tuple(marks[i : i + _RUN])) for i in range(max(1, len(marks) - _RUN + 1)) if marks
    }
    return np.array(sorted(found), np.int64)


def _shared(left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]) -> float:
    """The share of the shorter text's runs of words that the longer one has."""
    shorter = min(left.size, right.size)
    return _common(left, right) / shorter if shorter else 0.0


def _same_runs(left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]) -> float:
    """The share of the runs of both texts that both have; 1 where both are empty."""
    common = _common(left, right)
    every = left.size + right.size - common
    return common / every if every else 1.0


def _common(left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]) -> int:
    return int(np.intersect1d(left, right, assume_unique=True).size)


def _overlap(left: frozenset[Any], right: frozenset[Any]) -> float:
    """What two sets share of all that is in them; 1 where both are empty."""
    return len(left & right) / len(left | right) if left or right else 1.0


def _worth(paper: Paper) -> tuple[object, ...]:
    """Sorts the copy first that was read best; the id decides between equals."""
    row: Mapping[str, object] = paper.row
    pages = row["page_count"]
    quality = row["text_quality"]
    return (
        paper.number is None,
        bool(row["is_ocr"]),
        row["status"] != "ok",
        -(float(quality) if isinstance(quality, float) else 0.0),
        -(pages if isinstance(pages, int) else 0),
        paper.doc_id,
    )


class _Groups:
    """Papers held to be one dispatch, joined pair by pair; two numbers never come together."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        self._papers = {paper.doc_id: paper for paper in papers}
        self._parent = {paper.doc_id: paper.doc_id for paper in papers}
        self._number = {
            paper.doc_id: paper.number.key for paper in papers if paper.number is not None
        }

    def _root(self, item: str) -> str:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, left: Paper, right: Paper) -> None:
        """Hold two papers to be one, unless those already joined to them have other numbers."""
        one, other = sorted((self._root(left.doc_id), self._root(right.doc_id)))
        numbers = {self._number[root] for root in (one, other) if root in self._number}
        if one == other or len(numbers) > 1:
            return
        self._parent[other] = one
        if numbers:
            self._number[one] = numbers.pop()

    def members(self) -> Iterable[list[Paper]]:
        """Each set of two and more, in order."""
        found: dict[str, list[Paper]] = defaultdict(list)
        for item in sorted(self._parent):
            found[self._root(item)].append(self._papers[item])
        return (found[root] for root in sorted(found) if len(found[root]) > 1)
