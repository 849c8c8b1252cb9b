"""Pairs the rows of an archive with gold items and counts what was found, missed and added."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath
from typing import Any

import pandas as pd

from pipeline.errors import ArchiveError
from pipeline.evaluate import match
from pipeline.evaluate.compare import Comparison, citation_key, comparisons
from pipeline.evaluate.context import Context
from pipeline.evaluate.gold import read_gold
from pipeline.evaluate.judged import NOT_IN_GOLD, Judged, further_mentions, head_field, judge
from pipeline.evaluate.match import Row
from pipeline.remote import Place, Remote, place
from pipeline.store import Archive

TABLES = ("documents", "citations", "awardees", "initiatives", "figures", "dates")
DOCUMENT_FIELDS = (
    "genre", "doc_type", "doc_number", "issued_on", "place", "issuer", "parent_issuer", "subject",
    "signer_name", "signer_title", "signing_authority", "addressees", "copies",
)  # fmt: skip
SHOWN = (
    "text", "name", "value", "unit", "counted", "title", "cited_type", "cited_number", "cited_on",
    "date_start", "date_end", "role",
)  # fmt: skip


@dataclass
class Tally:
    """What one table got right: paired items, attributes, the text of each error, judged rows."""

    found: int = 0
    extra: int = 0
    missed: int = 0
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)  # name -> right, of
    errors: list[str] = field(default_factory=list)
    f1_by_document: list[float] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    def precision_recall_f1(self) -> tuple[float, float, float]:
        """The three figures, 0..1; a table without rows or gold items is perfect."""
        p = self.found / (self.found + self.extra) if self.found + self.extra else 1.0
        r = self.found / (self.found + self.missed) if self.found + self.missed else 1.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0

    def judge(self, name: str, right: bool, error: str) -> None:
        """Count one attribute as right or wrong."""
        hits, of = self.attributes.get(name, (0, 0))
        self.attributes[name] = (hits + right, of + 1)
        if not right:
            self.errors.append(f"{name}: {error}")

    def add(
        self,
        document: str,
        gold: Sequence[Row],
        rows: Sequence[Row],
        compare: Comparison,
        context: Context,
    ) -> list[Row]:
        """Pair one document's rows with its gold items, greedily in the order of the gold.

        :param compare: how items of this table are the same, and which attributes are judged
        :param context: the document's text, in which a missed item is looked up
        :returns: the rows that no item was paired with
        """
        left = list(rows)
        found = 0
        for item in gold:
            at = next((i for i, row in enumerate(left) if compare.same(item, row)), None)
            if at is None:
                self.missed += 1
                text = json.dumps(item, ensure_ascii=False)[:160]
                self.errors.append(f"missed in {document}: {text} {context.around(item)}".rstrip())
                continue
            row = left.pop(at)
            found += 1
            faults = []
            for name, test in compare.attributes.items():
                want = item.get(name)
                if want is not None:
                    got, right = row.get(name), test(want, row)
                    error = f"{document}: want {want!r}, got {got!r}{_founded(row)}"
                    self.judge(name, right, error)
                    if not right:
                        faults.append(name)
            self.judged.append(judge(document, row, faults))
        # Gold of a part of a document's lists cannot judge what else was found.
        extra = [] if compare.partial else left
        self.found += found
        self.extra += len(extra)
        for row in extra:
            self.errors.append(f"extra in {document}: {_shown(row)}"[:240] + _founded(row))
        if gold or extra:
            missed = len(gold) - found
            self.f1_by_document.append(2 * found / (2 * found + len(extra) + missed))
        return left


def evaluate(archive: Path | str | Remote, gold: Path, only: str = "") -> dict[str, Tally]:
    """Compare the tables under ``archive`` with the gold files of ``gold``.

    :param archive: a folder that holds tables, or the URL of an archive
    :param only: gold files of this kind, or with this in their name or source; "" for all
    :returns: a tally for each of :data:`TABLES`
    :raises ArchiveError: if either folder is missing or holds nothing to compare
    """
    where = place(archive)
    load = _tables(where)
    tables = {name: load(name) for name in TABLES}
    if not any(tables.values()):
        raise ArchiveError(where, "holds no tables; run `congvan run SOURCE --out DIR` first")
    annotations = list(read_gold(gold, only))
    by_document = {name: _by_document(rows) for name, rows in tables.items()}
    titles = {row.get("initiative_id"): row.get("title") for row in tables["initiatives"]}
    texts = {row["doc_id"]: row["text"] for row in load("texts")}
    tallies = {name: Tally() for name in TABLES}
    for annotation in annotations:
        name = PurePath(annotation["source"]).name
        document = next(
            (row for row in tables["documents"] if str(row.get("source_uri")).endswith(name)), None
        )
        if document is None:
            _count_absent(tallies, annotation, name)
            continue
        tallies["documents"].found += 1
        _judge_document(tallies["documents"], annotation["document"], document, name)
        context = Context(texts.get(document["doc_id"], ""))
        for table, compare in comparisons(bool(annotation.get("partial"))).items():
            if table not in annotation:
                continue
            rows: Sequence[Row] = by_document[table].get(document["doc_id"], [])
            items: Sequence[Row] = annotation[table]
            further: Sequence[Row] = ()
            if table == "citations":
                items, rows, further = _distinct_citations(items, rows)
            elif table == "awardees":
                rows = [_with_initiative(row, titles) for row in rows]
            left = tallies[table].add(name, items, rows, compare, context)
            tallies[table].judged += unpaired(name, table, items, [*left, *further], compare)
    return tallies


def unpaired(
    document: str, table: str, gold: Sequence[Row], rows: Sequence[Row], compare: Comparison
) -> Iterable[Judged]:
    """Judge the rows of a document that were paired with no gold item."""
    if table == "citations":
        return further_mentions(document, gold, rows, compare.attributes, compare.partial)
    # Gold of a part of a document's lists cannot judge what else was found.
    return [] if compare.partial else [Judged(document, row, (NOT_IN_GOLD,)) for row in rows]


def _tables(archive: Place) -> Callable[[str], list[dict[str, Any]]]:
    """What reads a table by its name: of an archive on an object store, or of any folder here."""
    if isinstance(archive, Remote):
        opened = Archive(archive)  # all tables of one version
        return lambda table: _records(opened.arrow(table).to_pandas())
    return partial(_load, archive)


def _load(folder: Path, table: str) -> list[dict[str, Any]]:
    for path in (folder / table, folder / f"{table}.parquet"):
        if path.exists():
            return _records(pd.read_parquet(path))
    return []


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(k): v for k, v in row.items()} for row in frame.to_dict("records")]


def _by_document(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The rows of each document that count: copies in repeated blocks are left out."""
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        copy = row.get("is_duplicate")
        if "doc_id" in row and (match.is_missing(copy) or not copy):
            grouped.setdefault(row["doc_id"], []).append(row)
    return grouped


def _count_absent(tallies: dict[str, Tally], annotation: Row, name: str) -> None:
    tallies["documents"].missed += 1
    tallies["documents"].errors.append(f"no document row for {name}")
    for table in TABLES[1:]:
        tallies[table].missed += len(annotation.get(table) or [])
    for column in DOCUMENT_FIELDS:
        if column in annotation["document"]:
            tallies["documents"].judge(column, False, f"{name}: no row")


def _judge_document(tally: Tally, gold: Row, row: Row, name: str) -> None:
    for column in DOCUMENT_FIELDS:
        if column in gold:
            want, got = gold[column], row.get(column)
            right, founded = _field_right(column, want, got), head_field(row, column)
            error = f"{name}: want {want!r}, got {got!r}{_founded(founded or {})}"
            tally.judge(column, right, error)
            if founded is not None:
                tally.judged.append(Judged(name, founded, () if right else (column,)))


def _field_right(column: str, want: Any, got: Any) -> bool:
    if isinstance(want, list):
        gold, found = match.items(want), match.items(got)
        return gold == found or (bool(gold) and len(gold & found) / len(gold | found) >= 0.8)
    if match.is_missing(want):
        return match.is_missing(got)
    if column == "doc_number":
        return match.number(want) == match.number(got)
    if column == "issued_on":
        return match.day(want) == match.day(got)
    if column == "subject":
        return match.is_near(want, got, 0.92)
    if column in ("issuer", "parent_issuer"):
        return match.is_near(want, got, 0.9)
    return match.key(want) == match.key(got)


def _distinct_citations(
    gold: Sequence[Row], rows: Sequence[Row]
) -> tuple[Sequence[Row], Sequence[Row], Sequence[Row]]:
    """A document cited twice counts once, by its fullest row; a citation without number never.

    The third list holds the other rows with a number.
    """
    dated_first = sorted(rows, key=lambda row: match.is_missing(row.get("cited_on")))
    chosen = [row for row in _distinct(dated_first) if citation_key(row)]
    ids = {id(row) for row in chosen}
    further = [row for row in rows if citation_key(row) and id(row) not in ids]
    return _distinct(gold), chosen, further


def _distinct(rows: Iterable[Row]) -> Sequence[Row]:
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(citation_key(row), row)
    return list(first.values())


def _with_initiative(row: Row, titles: Mapping[Any, Any]) -> Row:
    """The row with its initiative's title, which is what gold holds."""
    pointer = row.get("initiative_id")
    title = row.get("initiative") if match.is_missing(pointer) else titles.get(pointer)
    return {**row, "initiative": title}


def _founded(row: Row) -> str:
    """What a row rests on: its words, its rule and how sure it is; "" where it does not say."""
    if not row.get("rule"):
        return ""
    quote = " ".join(str(row.get("quote") or "").split())[:120]
    words = f" “{quote}”" if quote else ""
    return f"{words} ({row['rule']}, {float(row['confidence']):.2f})"


def _shown(row: Row) -> dict[str, Any]:
    return {k: row[k] for k in SHOWN if k in row and not match.is_missing(row[k])}
