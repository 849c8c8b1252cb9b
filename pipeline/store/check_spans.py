"""Validation of spans: the quote stands at its offsets, on its page, in its boxes' pages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pipeline.remote import Place
from pipeline.store.held import Held, HeldTables
from pipeline.store.parts import open_table
from pipeline.store.violations import Violations

TEXTS_AT_ONCE = 1_000


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
    """Hold every span against its document's text and pages; the texts are read in portions."""
    spans = _spans(tables)
    pages = _pages(tables)
    for batch in open_table(out, "texts").to_batches(batch_size=TEXTS_AT_ONCE):
        ids, texts = batch.column("doc_id").to_pylist(), batch.column("text").to_pylist()
        for doc_id, text in zip(ids, texts, strict=True):
            if not text.strip():
                to.add("blank", "texts", "text", doc_id, "the text is blank")
            for span in spans.get(doc_id, ()):
                _check_span(span, text, to)
    for doc_id, found in spans.items():
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
    boxes = zip(held.rows["doc_id"].to_pylist(), held.rows["bbox"].to_pylist(), strict=True)
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


def _spans(tables: HeldTables) -> dict[str, list[Span]]:
    """Every span of every table, by document."""
    found: dict[str, list[Span]] = defaultdict(list)
    for name, held in tables.items():
        if held.table.has_evidence:
            _row_spans(held, "quote", "page", found)
        elif name == "blocks":
            _row_spans(held, None, "page", found)
        elif name == "pages":
            _row_spans(held, None, None, found)
        elif "evidence" in held.rows.column_names:
            _nested_spans(held, found)
    return found


def _row_spans(
    held: Held, quote: str | None, page: str | None, found: dict[str, list[Span]]
) -> None:
    rows = held.rows
    nones = [None] * rows.num_rows
    columns = (
        rows["doc_id"].to_pylist(),
        rows["start"].to_pylist(),
        rows["end"].to_pylist(),
        rows[quote].to_pylist() if quote else nones,
        rows[page].to_pylist() if page else nones,
    )
    empty = held.table.name == "pages"
    keys = list(zip(*(rows[name].to_pylist() for name in held.table.key), strict=True))
    for key, doc_id, start, end, words, number in zip(keys, *columns, strict=True):
        row = "/".join(map(str, key))
        found[doc_id].append(
            Span(held.table.name, quote or "start", row, start, end, words, number, empty)
        )


def _nested_spans(held: Held, found: dict[str, list[Span]]) -> None:
    """The spans inside an ``evidence`` column, of the row's own document or the one named."""
    name = held.table.id_column
    if name is None:
        return
    for row, items in zip(
        held.rows[name].to_pylist(), held.rows["evidence"].to_pylist(), strict=True
    ):
        for item in items:
            doc_id = item.get("doc_id", row)
            start, end = item["start"], item["end"]
            if start is None or end is None:
                continue
            found[doc_id].append(
                Span(
                    held.table.name, "evidence", row, start, end, item.get("quote"),
                    item.get("page"),
                )
            )  # fmt: skip
