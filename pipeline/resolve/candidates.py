"""Findings about citations that only may mean a document of the archive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from pipeline.resolve.cited import Cited, Difference
from pipeline.resolve.papers import Paper

CHECK = "cited_document"
HEAD = ("doc_number", "issued_on")
"""Fields of a document whose words a finding quotes."""
_AT_ONCE = 1_000  # citations in doubt, the texts of whose documents are held at a time

# What differs -> whether the two contradict each other, and the words for it.
_SAID: dict[Difference, tuple[bool, str, str]] = {
    "day": (True, "ngày", "the day"),
    "year": (True, "năm", "the year"),
    "type": (True, "loại văn bản trong ký hiệu", "the type in the symbol"),
    "symbol": (True, "ký hiệu", "the symbol"),
    "number": (True, "số", "the number"),
    "undated": (False, "năm ban hành hoặc cơ quan không rõ", "year or body is not told"),
    "incomplete": (False, "số hiệu chưa đầy đủ", "the number is incomplete"),
    "several": (False, "nhiều văn bản cùng phù hợp", "several documents fit"),
}


def candidate_findings(
    found: Iterable[Cited],
    citations: Mapping[str, Mapping[str, Any]],
    papers: Mapping[str, Paper],
    texts_of: Callable[[Sequence[str]], Mapping[str, str]],
) -> Iterator[dict[str, Any]]:
    """Rows of ``findings``, one for each document, number and day that is cited in doubt.

    :param citations: rows of ``citations`` by their ids
    :param papers: the documents by their ids
    :param texts_of: the texts of documents, by their ids
    """
    first: dict[tuple[object, ...], Cited] = {}
    for cited in found:
        if cited.difference is not None:
            row = citations[cited.citation_id]
            key = (row["doc_id"], row["cited_number"], row["cited_on"], cited.candidates)
            first.setdefault(key, cited)
    doubted = iter(first.values())
    while some := list(islice(doubted, _AT_ONCE)):
        texts = texts_of(sorted({doc_id for cited in some for doc_id in cited.candidates}))
        for cited in some:
            candidates = [papers[doc_id] for doc_id in cited.candidates]
            yield _finding(cited, citations[cited.citation_id], candidates, texts)


def _finding(
    cited: Cited,
    row: Mapping[str, Any],
    candidates: Sequence[Paper],
    texts: Mapping[str, str],
) -> dict[str, Any]:
    assert cited.difference is not None
    contradicts, vietnamese, english = _SAID[cited.difference]
    expected = "; ".join(_name(paper.row["doc_number"], paper.issued_on) for paper in candidates)
    observed = _name(row["cited_number"], row["cited_on"])
    if contradicts:
        said_vi = f"Viện dẫn {observed}; trong kho có {expected}: khác {vietnamese}."
        said_en = f"{observed} is cited, the archive has {expected}: {english} differs."
    else:
        said_vi = f"Viện dẫn {observed}; có thể là {expected}: {vietnamese}."
        said_en = f"{observed} is cited and may be {expected}: {english}."
    return {
        "finding_id": f"{CHECK}-{cited.citation_id}",
        "check": CHECK,
        "verdict": "contradiction" if contradicts else "not_checkable",
        "severity": "warning" if contradicts else "info",
        "doc_ids": [row["doc_id"], *cited.candidates],
        "expected": expected,
        "observed": observed,
        "message_vi": said_vi,
        "message_en": said_en,
        "evidence": [
            {
                "table": "citations",
                "row_id": row["citation_id"],
                **{name: row[name] for name in ("doc_id", "start", "end", "quote")},
            },
            *(item for paper in candidates for item in _head(paper, texts)),
        ],
    }


def _name(number: str, on: dt.date | None) -> str:
    return f"{number} ({on:%d/%m/%Y})" if on is not None else number


def _head(paper: Paper, texts: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    """The words that the document's own number and day were read from."""
    for field in paper.row["evidence"]:
        if field["field"] in HEAD:
            text = texts[paper.doc_id]
            yield {
                "table": "documents",
                "row_id": paper.doc_id,
                "doc_id": paper.doc_id,
                "start": field["start"],
                "end": field["end"],
                "quote": text[field["start"] : field["end"]],
            }
