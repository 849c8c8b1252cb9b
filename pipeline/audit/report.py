"""What a report on an archive says: the documents, the checks made, each contradiction."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pyarrow.compute as pc

from pipeline.audit import Audit, Finding
from pipeline.rulebook.checks import SEVERITIES, Check
from pipeline.store import Archive
from pipeline.store.naming import file_name, title

VERDICTS = ("contradiction", "consistent", "not_checkable")
_AROUND = 90  # letters of text shown before and after the words
_LONGEST = 400  # letters of a quote
SHOWN = 2_000
"""Contradictions that a report tells one by one: a page of more is of no use to anybody."""
LISTED = 20_000
"""Findings that the last sheet of the workbook lists."""


@dataclass(frozen=True)
class Quote:
    """Words of the evidence with what stands around them; page None: not in the text.

    ``document`` names the document where it is another one than the finding stands under;
    ``is_paged`` is False where its format has no pages to leaf through (Word, HTML, text).
    """

    page: int | None
    before: str
    words: str
    after: str
    document: str | None = None
    is_paged: bool = True


@dataclass(frozen=True)
class Item:
    """One finding as a report shows it."""

    row: Finding
    check: Check
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Paper:
    """A document as a report names it, with the findings shown of it."""

    doc_id: str
    file: str
    number: str | None
    title: str | None
    issuer: str | None
    issued_on: dt.date | None
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Report:
    """A report: documents audited, findings by check and verdict, the contradictions.

    ``papers`` hold the contradictions that stand, ``explained`` those that a person explained;
    ``left_out`` is how many of both are not among them, the least severe first.
    """

    archive: str
    rules_version: str
    checks_version: str
    documents: int
    counts: Mapping[str, Mapping[str, int]]
    checks: Mapping[str, Check]
    off: tuple[Check, ...]
    papers: tuple[Paper, ...]
    explained: tuple[Paper, ...]
    left_out: int = 0

    def total(self, verdict: str) -> int:
        """Findings of a verdict over all checks."""
        return sum(counts[verdict] for counts in self.counts.values())


def make_report(archive: Archive, audit: Audit, rules_version: str) -> Report:
    """Put a report together from the findings and the archive that they are about."""
    counted = audit.findings.counts
    made = {name for name, _ in counted}
    wrong = told_first(audit, SHOWN)
    checks = audit.book.checks
    return Report(
        archive=archive.path.name,
        rules_version=rules_version,
        checks_version=audit.book.version,
        documents=archive.arrow("documents", ["same_as"])["same_as"].null_count,  # no copies
        counts={
            name: {verdict: counted.get((name, verdict), 0) for verdict in VERDICTS}
            for name in checks
            if name in made
        },
        checks=checks,
        off=tuple(c for c in checks.values() if not c.on or c.id in audit.choices.off),
        papers=papers_of(archive, [r for r in wrong if r["explained"] is None], checks),
        explained=papers_of(archive, [r for r in wrong if r["explained"] is not None], checks),
        left_out=sum(n for (_, said), n in counted.items() if said == VERDICTS[0]) - len(wrong),
    )


def told_first(audit: Audit, most: int) -> list[Finding]:
    """The contradictions in the order of the table; of more than so many the most severe, and of
    the checks of one severity as many of each as there is room for."""
    severity = {name: check.severity for name, check in audit.book.checks.items()}
    counts = {check: n for (check, said), n in audit.findings.counts.items() if said == VERDICTS[0]}
    room: dict[str, int] = {}
    for weight in SEVERITIES:
        names = sorted((c for c in counts if severity[c] == weight), key=lambda c: (counts[c], c))
        for place, name in enumerate(names):
            share = (most - sum(room.values())) // (len(names) - place)
            room[name] = min(counts[name], share)
    chosen = []
    for row in audit.findings.select(VERDICTS[0]):
        name = str(row["check"])
        if room[name] > 0:
            room[name] -= 1
            chosen.append(row)
    return chosen


def listed(audit: Audit) -> Sequence[Finding]:
    """The findings for the last sheet: all, or what does not agree first, up to so many."""
    if len(audit.findings) <= LISTED:
        return list(audit.findings)
    chosen = told_first(audit, LISTED)
    others: Iterator[Finding] = audit.findings.select("not_checkable")
    return [*chosen, *islice(others, LISTED - len(chosen))]


def papers_of(
    archive: Archive,
    rows: Sequence[Finding],
    checks: Mapping[str, Check],
    *,
    around: bool = True,
) -> tuple[Paper, ...]:
    """The documents that findings are about, in the order of their files, findings by place.

    :param around: False leaves out what stands around the quotes, so that no text is read
    """
    by_document: dict[str, list[Finding]] = {}
    for row in rows:
        by_document.setdefault(_doc_ids(row)[0], []).append(row)
    if not by_document:
        return ()
    named = set(by_document).union(*(_doc_ids(row) for row in rows))
    same = pc.field("doc_id").isin(sorted(named))
    texts: dict[str, str] = {}
    if around:
        rows_of_text = archive.arrow("texts", filters=same).to_pylist()
        texts = {row["doc_id"]: row["text"] for row in rows_of_text}
    pages: dict[str, list[Mapping[str, Any]]] = {}
    for page in archive.arrow("pages", filters=same).to_pylist():
        pages.setdefault(page["doc_id"], []).append(page)
    headers = archive.arrow("documents", filters=same).to_pylist()
    titles = {header["doc_id"]: title(header) for header in headers}
    paged = {header["doc_id"] for header in headers if header["page_count"] is not None}
    papers = []
    for header in headers:
        doc_id = header["doc_id"]
        found = sorted(by_document.get(doc_id, ()), key=_place)
        if not found:
            continue
        others = {key: told for key, told in titles.items() if key != doc_id}
        papers.append(
            Paper(
                doc_id, file_name(header["source_uri"], header["member"]), header["doc_number"],
                header["subject"], header["issuer"], header["issued_on"],
                tuple(
                    Item(row, checks[str(row["check"])], _quotes(row, texts, pages, others, paged))
                    for row in found
                ),
            )
        )  # fmt: skip
    return tuple(papers)


def _quotes(
    row: Finding,
    texts: Mapping[str, str],
    pages: Mapping[str, Sequence[Mapping[str, Any]]],
    others: Mapping[str, str],
    paged: Set[str],
) -> tuple[Quote, ...]:
    """The evidence of a finding; ``others`` are the titles of documents to be named with it, and
    ``paged`` the documents that have pages."""
    found = []
    for item in _evidence(row):
        text, document = texts.get(item["doc_id"], ""), others.get(item["doc_id"])
        words = " ".join(str(item["quote"]).split())
        words = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
        start, end = item["start"], item["end"]
        if start is None or end is None:
            found.append(Quote(None, "", words, "", document))
            continue
        ordered = sorted(pages.get(item["doc_id"], ()), key=lambda page: page["start"])
        at = bisect_right([page["start"] for page in ordered], start) - 1
        page = ordered[max(at, 0)]["page"] if ordered else None
        before = text[max(0, start - _AROUND) : start]
        before = before if start <= _AROUND else before.partition(" ")[2]  # whole words only
        after = text[end : end + _AROUND]
        after = after if end + _AROUND >= len(text) else after.rpartition(" ")[0]
        around = " ".join(before.split()), words, " ".join(after.split())
        found.append(Quote(page, *around, document, item["doc_id"] in paged))
    return tuple(found)


def _place(row: Finding) -> tuple[int, str]:
    own = _doc_ids(row)[0]
    starts = [
        item["start"]
        for item in _evidence(row)
        if item["start"] is not None and item["doc_id"] == own
    ]
    return (min(starts, default=0), str(row["finding_id"]))


def _evidence(row: Finding) -> list[dict[str, Any]]:
    evidence = row["evidence"]
    assert isinstance(evidence, list)
    return evidence


def _doc_ids(row: Finding) -> list[str]:
    doc_ids = row["doc_ids"]
    assert isinstance(doc_ids, list)
    return doc_ids
