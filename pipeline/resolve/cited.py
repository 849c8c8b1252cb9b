"""Which document of the archive a citation names (viện dẫn), and which it only may mean.

The rules of reference are those of NĐ 30/2020/NĐ-CP and the party's and union's own: a number
restarts each year for a state or union body and runs through a congress term for the party, so
number, symbol and body name a document only together with the year or term.  What agrees but for
one thing is a candidate, never a link.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from rapidfuzz.distance import OSA

from pipeline.grammar.symbol_codes import folded
from pipeline.resolve.bodies_agree import agree
from pipeline.resolve.papers import Number, Paper, is_type, read_number
from pipeline.resolve.terms import same_term

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

Difference = Literal["day", "year", "type", "symbol", "number", "undated", "incomplete", "several"]

# What a decision may put into force: a regulation has the number of its decision.
_ISSUED_BY_DECISION = frozenset({"QC", "QyĐ", "ĐL", "QT", "CTr", "ĐA", "PA", "KH"})
_SYMBOL_SLIPS = 2  # letters wrong or swapped in a symbol that is still held to be the same


@dataclass(frozen=True, slots=True)
class Cited:
    """What became of a citation: ``doc_id`` where it is sure, else candidates and what differs."""

    citation_id: str
    doc_id: str | None
    candidates: tuple[str, ...] = ()
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class _Mention:
    """A citation with what a fuller mention of the same number in the same document adds."""

    row: Mapping[str, Any]
    number: Number
    on: dt.date | None
    issuer: str | None

    @property
    def year(self) -> int | None:
        return self.number.year or (self.on.year if self.on is not None else None)


class Shelf:
    """The papers that can be cited, found by what a citation may state of them.

    Drafts and papers whose number could not be read are not on it; of several copies of one
    dispatch only the first is.
    """

    def __init__(self, papers: Iterable[Paper], same_as: Mapping[str, str]):
        self._by_bare: dict[str, list[Paper]] = defaultdict(list)
        # A number of one day may have its digits swapped, or another symbol.
        self._by_day: dict[tuple[dt.date, str], list[Paper]] = defaultdict(list)
        # Of a dated citation only the year or the day of the year may be another.
        self._by_year: dict[tuple[str, object], list[Paper]] = defaultdict(list)
        for paper in papers:
            if paper.number is None or paper.is_draft or paper.doc_id in same_as:
                continue
            number, on = paper.number, paper.issued_on
            self._by_bare[number.bare].append(paper)
            if on is None:
                self._by_year[number.bare, None].append(paper)
                continue
            self._by_day[on, _digits(number.head)].append(paper)
            self._by_year[number.bare, on.year].append(paper)
            self._by_year[number.bare, (on.month, on.day)].append(paper)

    def fitting(self, number: Number, on: dt.date | None) -> list[Paper]:
        """Papers that share the number and symbol, or the number and the day, or nearly so."""
        if on is None:
            found = list(self._by_bare.get(number.bare, ()))
        else:
            found = [
                paper
                for key in (None, on.year, (on.month, on.day))
                for paper in self._by_year.get((number.bare, key), ())
            ]
            found += self._by_day.get((on, _digits(number.head)), ())
        return list({paper.doc_id: paper for paper in found}.values())


def _digits(head: str) -> str:
    """What a number is made of, in whatever order."""
    return "".join(sorted(head))


def find_cited(
    citations: Sequence[Mapping[str, Any]],
    papers: Sequence[Paper],
    same_as: Mapping[str, str],
    rules: Rulebook,
) -> tuple[Cited, ...]:
    """What each citation names in the archive; citations that name nothing held are left out.

    :param citations: rows of ``citations``
    :param same_as: copy -> first of the same dispatch
    """
    shelf = Shelf(papers, same_as)
    by_id = {paper.doc_id: paper for paper in papers}
    found = []
    for mention in _mentions(citations, rules):
        citing = by_id[mention.row["doc_id"]]
        cited = _find(mention, citing, same_as.get(citing.doc_id, citing.doc_id), shelf, rules)
        if cited is not None:
            found.append(cited)
    return tuple(found)


def _mentions(citations: Sequence[Mapping[str, Any]], rules: Rulebook) -> Iterable[_Mention]:
    """Citations with a number; a repeat that drops day and body takes those of the fuller one."""
    full: dict[tuple[str, str], set[tuple[dt.date, str | None]]] = defaultdict(set)
    numbers = [read_number(row["cited_number"], rules) for row in citations]
    for row, number in zip(citations, numbers, strict=True):
        if number is not None and row["cited_on"] is not None:
            full[row["doc_id"], number.key].add((row["cited_on"], row["cited_issuer"]))
    for row, number in zip(citations, numbers, strict=True):
        if number is None:
            continue
        others = full[row["doc_id"], number.key]
        on, issuer = row["cited_on"], row["cited_issuer"]
        if on is None and len({day for day, _ in others}) == 1:
            on = next(iter(others))[0]
        bodies = {body for day, body in others if body and day == on}
        if issuer is None and len(bodies) == 1:
            issuer = next(iter(bodies))
        yield _Mention(row, number, on, issuer)


def _find(
    mention: _Mention, citing: Paper, own_id: str, shelf: Shelf, rules: Rulebook
) -> Cited | None:
    sure: list[str] = []
    doubtful: dict[Difference, list[str]] = defaultdict(list)
    for paper in shelf.fitting(mention.number, mention.on):
        # What differs even with the right body is looked at first, as bodies take long to compare.
        if paper.doc_id == own_id or _difference(mention, citing, paper, True, rules) == "other":
            continue
        body = agree(mention.issuer, citing, paper, rules)
        if body == "no":
            continue
        difference = _difference(mention, citing, paper, body == "yes", rules)
        if difference == "none":
            sure.append(paper.doc_id)
        elif difference != "other":
            doubtful[difference].append(paper.doc_id)
    citation_id = mention.row["citation_id"]
    if len(sure) == 1:
        return Cited(citation_id, sure[0])
    if sure:
        return Cited(citation_id, None, tuple(sorted(sure)), "several")
    for kind in ("type", "symbol", "day", "year", "number", "undated", "incomplete"):
        if doubtful[kind]:
            return Cited(citation_id, None, tuple(sorted(doubtful[kind])), kind)
    return None


def _difference(
    mention: _Mention, citing: Paper, paper: Paper, same_body: bool, rules: Rulebook
) -> Difference | Literal["none", "other"]:
    """What keeps the citation from naming the paper: nothing, one thing, or too much."""
    theirs, ours = paper.number, mention.number
    assert theirs is not None  # the shelf holds numbered papers only
    is_day = mention.on is not None and mention.on == paper.issued_on
    if theirs.bare != ours.bare:
        return _misprint(mention, paper, same_body, rules) if is_day else "other"
    if None not in (ours.year, theirs.year) and ours.year != theirs.year:
        return "year" if is_day else "other"
    if is_day:
        return "none" if same_body else "undated"
    if mention.on is not None and paper.issued_on is not None:
        if mention.on.year == paper.issued_on.year:
            return "day"
        near = (mention.on.day, mention.on.month) == (paper.issued_on.day, paper.issued_on.month)
        return "year" if near else "other"
    if None not in (ours.year, theirs.year):
        return "none" if same_body else "undated"
    return _undated(mention, citing, paper, same_body, rules)


def _undated(
    mention: _Mention, citing: Paper, paper: Paper, same_body: bool, rules: Rulebook
) -> Difference | Literal["none", "other"]:
    """One of the days is unknown: the year, or the party's term, has to follow from the rest."""
    if mention.year is not None and paper.year is not None:
        if mention.year != paper.year:
            return "other"
        return "none" if same_body else "undated"
    if citing.issued_on is not None and paper.issued_on is not None:
        if paper.issued_on > citing.issued_on:
            return "other"
        current = (
            same_term(paper.issued_on, citing.issued_on, rules)
            if mention.number.is_party
            else paper.issued_on.year == citing.issued_on.year
        )
        return "none" if same_body and current else "undated"
    return "undated"


def _misprint(
    mention: _Mention, paper: Paper, same_body: bool, rules: Rulebook
) -> Difference | Literal["none", "other"]:
    """Of the same day, and the number is the same but for a slip of the pen or of the scan."""
    theirs, ours = paper.number, mention.number
    assert theirs is not None
    if theirs.head == ours.head:
        if not ours.symbol:
            return "none" if same_body and _is_type(mention, paper) else "incomplete"
        if _other_type(ours, theirs, rules):
            return "type"
        if folded(ours.symbol) == folded(theirs.symbol):
            return "none" if same_body else "undated"
        near = OSA.distance(ours.symbol, theirs.symbol) <= _SYMBOL_SLIPS
        return "symbol" if near else "other"
    swapped = OSA.distance(ours.head, theirs.head) == 1 and sorted(ours.head) == sorted(theirs.head)
    if swapped and ours.symbol == theirs.symbol and same_body:
        return "number"
    return "other"


def _is_type(mention: _Mention, paper: Paper) -> bool:
    told = mention.row["cited_type"]
    return told == paper.doc_type or (paper.doc_type == "QĐ" and told in _ISSUED_BY_DECISION)


def _other_type(ours: Number, theirs: Number, rules: Rulebook) -> bool:
    """Both symbols have a type, another one each, before the same body (QĐ for HD)."""
    if ours.type_code is None or theirs.type_code is None or ours.type_code == theirs.type_code:
        return False
    return ours.issuer_code == theirs.issuer_code and is_type(ours.type_code, rules)
