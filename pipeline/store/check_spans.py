"""Validation of spans: the quote stands at its offsets, on its page, in its boxes' pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.remote import Place
from pipeline.store.held import Held, HeldTables
from pipeline.store.parts import batches, open_table
from pipeline.store.violations import Violations

TEXTS_AT_ONCE = 1_000
ROWS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Span:
    """A span that some row points at; ``quote`` is None where the row does not repeat the words."""

    table: str
    column: str
    row: str
    start: int
    end: int
    quote: str | None
    page: int | None
    may_be_empty: bool = False


Pages = dict[int, tuple[int, int]]


def check_spans(out: Place, tables: HeldTables, to: Violations) -> None:
    """Hold every span against its document's text and pages; the texts are read in portions, and
    of the spans memory holds those of a portion.

    :raises ArchiveError: if the texts cannot be read
    """
    pointing = _pointing(tables)
    pages = _pages(tables)
    seen: list[str] = []
    columns = ["doc_id", "text"]
    for batch in batches(open_table(out, "texts"), out, "texts", columns, TEXTS_AT_ONCE):
        ids, texts = batch.column("doc_id").to_pylist(), batch.column("text").to_pylist()
        seen += ids
        spans = _spans(pointing, pc.is_in, batch.column("doc_id"))
        for doc_id, text in zip(ids, texts, strict=True):
            if not text.strip():
                to.add("blank", "texts", "text", doc_id, "the text is blank")
            for span in spans.get(doc_id, ()):
                _check_span(span, text, to)
                _check_page(span, pages.get(doc_id, {}), to)
    without = _spans(pointing, _is_not_in, pa.array(seen, pa.string()))
    for doc_id, found in without.items():
        for span in found:
            _check_page(span, pages.get(doc_id, {}), to)
    for held in tables.values():
        _check_boxes(held, pages, to)


def _check_span(span: Span, text: str, to: Violations) -> None:
    shortest = span.start if span.may_be_empty else span.start + 1
    if not 0 <= span.start < shortest + 1 <= span.end + 1 <= len(text) + 1:
        message = f"the span {span.start}:{span.end} is not inside the text of {len(text)} letters"
        to.add("span", span.table, span.column, span.row, message)
    elif span.quote is not None and text[span.start : span.end] != span.quote:
        there = text[span.start : span.end]
        message = f"the quote is {span.quote[:60]!r}, the text says {there[:60]!r}"
        to.add("quote", span.table, span.column, span.row, message)


def _check_page(span: Span, pages: Pages, to: Violations) -> None:
    if span.page is None:
        return
    if span.page not in pages:
        message = f"the document has no page {span.page}"
        to.add("page", span.table, span.column, span.row, message)
        return
    start, end = pages[span.page]
    if not start <= span.start <= end:
        message = f"offset {span.start} is not on page {span.page}, which is {start}:{end}"
        to.add("page", span.table, span.column, span.row, message)


def _check_boxes(held: Held, pages: dict[str, Pages], to: Violations) -> None:
    if "bbox" not in held.rows.column_names:
        return
    boxes = (
        (item["doc_id"], item["bbox"])
        for batch in held.rows.select(["doc_id", "bbox"]).to_batches(max_chunksize=ROWS_AT_ONCE)
        for item in batch.to_pylist()
    )
    for row, (doc_id, found) in enumerate(boxes):
        for box in found or ():
            if None in box.values():
                message = f"the box {box} lacks a value"
            elif box["page"] not in pages.get(doc_id, {}):
                message = f"the document has no page {box['page']}"
            elif box["x0"] > box["x1"] or box["top"] > box["bottom"]:
                message = f"the box {box} is turned inside out"
            else:
                continue
            to.add("box", held.table.name, "bbox", held.label(row), message)


def _pages(tables: HeldTables) -> dict[str, Pages]:
    found: dict[str, Pages] = defaultdict(dict)
    if "pages" in tables:
        rows = tables["pages"].rows
        columns = (rows[name].to_pylist() for name in ("doc_id", "page", "start", "end"))
        for doc_id, page, start, end in zip(*columns, strict=True):
            found[doc_id][page] = (start, end)
    return found


_COLUMNS = ("doc_id", "row", "start", "end", "quote", "page")


@dataclass(frozen=True, slots=True)
class _Pointing:
    """All spans of a table, as Arrow with the columns of _COLUMNS."""

    table: str
    column: str
    rows: pa.Table


def _pointing(tables: HeldTables) -> list[_Pointing]:
    """Every table whose rows point into the texts."""
    found = []
    for name, held in tables.items():
        if held.table.has_evidence:
            found.append(_Pointing(name, "quote", _own_spans(held, "quote", "page")))
        elif name == "blocks":
            found.append(_Pointing(name, "start", _own_spans(held, None, "page")))
        elif name == "pages":
            found.append(_Pointing(name, "start", _own_spans(held, None, None)))
        elif "evidence" in held.rows.column_names and held.table.id_column is not None:
            found.append(_Pointing(name, "evidence", _nested_spans(held, held.table.id_column)))
    return found


def _own_spans(held: Held, quote: str | None, page: str | None) -> pa.Table:
    """The spans of rows that have one each."""
    rows = held.rows
    keys = [pc.cast(rows[name], pa.string()) for name in held.table.key]
    columns = [
        rows["doc_id"],
        pc.binary_join_element_wise(*keys, "/"),
        rows["start"],
        rows["end"],
        rows[quote] if quote else pa.nulls(rows.num_rows, pa.string()),
        rows[page] if page else pa.nulls(rows.num_rows, pa.int32()),
    ]
    return pa.table(dict(zip(_COLUMNS, columns, strict=True)))


def _nested_spans(held: Held, key: str) -> pa.Table:
    """The spans inside an ``evidence`` column, of the row's own document or the one named."""
    evidence = held.array("evidence")
    items = pc.list_flatten(evidence)
    rows = held.array(key).take(pc.list_parent_indices(evidence))
    fields = {field.name for field in items.type}
    nothing = {"doc_id": rows, "row": rows, "quote": pa.nulls(len(items), pa.string()),
               "page": pa.nulls(len(items), pa.int32())}  # fmt: skip
    columns = {
        name: pc.struct_field(items, name) if name in fields else nothing[name] for name in _COLUMNS
    }
    made = pa.table(columns)
    return made.filter(pc.and_(pc.is_valid(made["start"]), pc.is_valid(made["end"])))


def _is_not_in(values: pa.ChunkedArray, value_set: pa.Array) -> pa.ChunkedArray:
    return pc.invert(pc.is_in(values, value_set=value_set))


def _spans(
    pointing: Iterable[_Pointing], choose: Callable[..., pa.ChunkedArray], ids: pa.Array
) -> dict[str, list[Span]]:
    """The spans of the documents that ``choose`` takes by their ids, by document."""
    found: dict[str, list[Span]] = defaultdict(list)
    for each in pointing:
        rows = each.rows.filter(choose(each.rows["doc_id"], value_set=ids))
        may_be_empty = each.table == "pages"
        columns = (rows[name].to_pylist() for name in _COLUMNS)
        for doc_id, row, start, end, quote, page in zip(*columns, strict=True):
            found[doc_id].append(
                Span(each.table, each.column, row, start, end, quote, page, may_be_empty)
            )
    return found
