"""Rows that gold can judge: right or wrong, and in what.

A row is right if it pairs with a gold item and every attribute that is compared agrees; it is
incomplete if it says nothing false but leaves out a value that gold states; else it is wrong.
Gold lists everything, so a row without a gold item is wrong, with two exceptions:

* a file marked ``partial`` says nothing of rows that it does not list: they are not judged;
* gold lists a cited document once, the table has a row a mention.  A further mention is right if
  it names a listed document (its number, or a bare number beside the fuller one) and contradicts
  nothing that gold states; what a short mention leaves out is no fault.  A citation without a
  number is never listed and not judged.

Rows of documents or tables without gold, and copies in repeated blocks, are not judged.  The
fields of head and foot that rest on words of the page are judged like rows, one a field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pipeline.evaluate import match
from pipeline.evaluate.compare import AttributeTest, citation_key
from pipeline.evaluate.match import Row

NOT_IN_GOLD = "not in gold"
Verdict = Literal["right", "incomplete", "wrong"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of a document (its file name): attributes that are wrong, and those left out."""

    document: str
    row: Row
    wrong: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """One word for the row: a wrong attribute weighs more than a missing one."""
        if self.wrong:
            return "wrong"
        return "incomplete" if self.left_out else "right"


def judge(document: str, row: Row, faults: Sequence[str]) -> Judged:
    """Judge a paired row by the attributes that do not agree with its gold item."""
    left_out = tuple(name for name in faults if match.is_missing(row.get(name)))
    return Judged(document, row, tuple(n for n in faults if n not in left_out), left_out)


def head_field(document: Row, name: str) -> dict[str, Any] | None:
    """A field of head or foot as a row: its value, rule and least confidence; None if unfounded."""
    value, evidence = document.get(name), document.get("evidence")
    if match.is_missing(evidence) or match.is_missing(value):
        return None
    founded: Iterable[Mapping[str, Any]] = evidence  # type: ignore[assignment]
    places = [place for place in founded if place["field"] == name]
    if not places:
        return None
    least = min(places, key=lambda place: float(place["confidence"]))
    return {
        "doc_id": document.get("doc_id"), "field": name, "value": value,
        "rule": least["rule"], "confidence": least["confidence"], "page": places[0]["page"],
    }  # fmt: skip


def further_mentions(
    document: str,
    gold: Sequence[Row],
    rows: Sequence[Row],
    attributes: Mapping[str, AttributeTest],
    partial: bool,
) -> Iterator[Judged]:
    """Judge the mentions of cited documents that were paired with no gold item.

    :param gold: the cited documents that gold lists
    :param rows: rows of ``citations``, unpaired; those without a number are passed over
    :param attributes: how the attributes of a citation are compared
    :param partial: whether the gold holds a part of the cited documents only
    """
    for row in rows:
        if match.is_missing(row.get("cited_number")):
            continue
        item = _named(gold, citation_key(row))
        if item is not None:
            yield Judged(document, row, tuple(_contradicted(item, row, attributes)))
        elif not partial:
            yield Judged(document, row, (NOT_IN_GOLD,))


def _named(gold: Sequence[Row], number: str) -> Row | None:
    """The gold item of this number, else the only fuller one (`04` of `04/NĐ-CP`)."""
    for item in gold:
        if citation_key(item) == number:
            return item
    fuller = [item for item in gold if citation_key(item).startswith(f"{number}/")]
    return fuller[0] if number.isdigit() and len(fuller) == 1 else None


def _contradicted(item: Row, row: Row, attributes: Mapping[str, AttributeTest]) -> Iterator[str]:
    for name, test in attributes.items():
        stated = item.get(name) is not None and not match.is_missing(row.get(name))
        if stated and not test(item[name], row):
            yield name
