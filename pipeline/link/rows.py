"""Turn a dispatch and its mentions into the rows of the contract's tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from pipeline import __version__
from pipeline.failures import failure_row
from pipeline.identity import document_id, row_id
from pipeline.link.lost_letters import LEFT_OF_SURE, is_torn
from pipeline.link.signatures import head_defects, is_body, organisations
from pipeline.model import (
    LOST,
    AwardeeMention,
    CitationMention,
    DateMention,
    Dispatch,
    Field,
    FigureMention,
    Head,
    InitiativeMention,
    Reading,
    Source,
)  # fmt: skip
from pipeline.normalise import boxes_of, reading_confidence
from pipeline.normalise.other_language import OTHER_LANGUAGE, is_mostly, other_language
from pipeline.normalise.quality import text_quality
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

Row = dict[str, object]
_FOREIGN_SURE = 0.6  # what the rules of Vietnamese find in another language


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything the extractors found in one dispatch, linked."""

    citations: tuple[CitationMention, ...]
    dates: tuple[DateMention, ...]
    awardees: tuple[AwardeeMention, ...]
    initiatives: tuple[InitiativeMention, ...]
    figures: tuple[FigureMention, ...]


def dispatch_rows(
    source: Source, reading: Reading, dispatch: Dispatch, mentions: Mentions, rules: Rulebook
) -> dict[str, list[Row]]:
    """All rows of one dispatch, by table; failures of single pages come with its first dispatch."""
    frame = _Frame(source, reading, dispatch)
    initiatives = {m.key: frame.id_of("initiative", m) for m in mentions.initiatives}
    figures = {m.key: frame.id_of("figure", m) for m in mentions.figures}
    return {
        "documents": [_document(frame, rules)],
        "texts": [{"doc_id": frame.doc_id, "text": dispatch.text.text}],
        "pages": _pages(frame),
        "blocks": [
            {
                "doc_id": frame.doc_id, "block": i, "kind": b.kind, "start": b.start, "end": b.end,
                "page": b.page, "level": b.level,
            }
            for i, b in enumerate(dispatch.blocks)
        ],
        "signatures": _signatures(frame, rules),
        "citations": frame.rows("citation", mentions.citations, _citation),
        "dates": frame.rows("date", mentions.dates, _date),
        "awardees": frame.rows(
            "awardee", mentions.awardees, lambda m: _awardee(m, initiatives)
        ),
        "initiatives": frame.rows("initiative", mentions.initiatives, _initiative),
        "figures": frame.rows("figure", mentions.figures, lambda m: _figure(m, figures)),
        "failures": [
            failure_row(
                source.uri, source.sha256, f.category, f.message,
                member=source.member, page=f.page, is_partial=True,
            )
            for f in (reading.failures if dispatch.ordinal == 0 else ())
        ],
    }  # fmt: skip


class _Frame:
    """What every row of a dispatch shares: its id, its text and the way to pages and boxes."""

    def __init__(self, source: Source, reading: Reading, dispatch: Dispatch) -> None:
        self.source = source
        self.reading = reading
        self.dispatch = dispatch
        self.doc_id = document_id(source.sha256, source.member, dispatch.ordinal)
        self._ids: dict[tuple[str, int], str] = {}
        self._taken: dict[tuple[str, int, int], int] = {}

    @cached_property
    def has_geometry(self) -> bool:
        return any(line.words for page in self.reading.pages for line in page.lines)

    @cached_property
    def has_ocr(self) -> bool:
        return any(page.is_ocr for page in self.reading.pages)

    @cached_property
    def has_lost_letters(self) -> bool:
        return LOST in self.dispatch.text.text

    @cached_property
    def foreign(self) -> tuple[tuple[int, int], ...]:
        return other_language(self.dispatch.text)

    def page_of(self, offset: int) -> int:
        pages = self.dispatch.text.pages
        index = bisect_right(pages, offset, key=lambda page: page.start) - 1
        return pages[max(index, 0)].number if pages else 1

    def id_of(self, kind: str, mention: Any) -> str:
        """The stable id of a mention; rows of one kind on one span are told apart by order."""
        known = self._ids.get((kind, id(mention)))
        if known is None:
            span = (kind, mention.start, mention.end)
            ordinal = self._taken.get(span, 0)
            self._taken[span] = ordinal + 1
            known = row_id(self.doc_id, kind, mention.start, mention.end, ordinal)
            self._ids[kind, id(mention)] = known
        return known

    def rows(self, kind: str, mentions: Iterable[Any], own: Callable[[Any], Row]) -> list[Row]:
        return [{f"{kind}_id": self.id_of(kind, m)} | self.evidence(m) | own(m) for m in mentions]

    def evidence(self, mention: Any) -> Row:
        start, end = mention.start, mention.end
        text = self.dispatch.text
        return {
            "doc_id": self.doc_id,
            "page": self.page_of(start),
            "start": start,
            "end": end,
            "quote": text.text[start:end],
            "bbox": self._boxes(start, end),
            "rule": mention.rule,
            "confidence": self.confidence(mention.confidence, start, end),
            "is_duplicate": mention.is_duplicate,
        }

    def confidence(self, sure: float, start: int, end: int) -> float:
        """How sure a rule is, lowered by the recogniser where the words were recognised, and
        where they have lost a letter or are in another language.

        The least sure word of the span counts, and the mean of its page: role, award or unit come
        from the words around and from the layout, which are as well read as the page is.
        """
        if self.has_ocr:
            sure *= reading_confidence(self.dispatch.text, self.reading, start, end)
            sure *= self._page_read.get(self.page_of(start), 1.0)
        if self.has_lost_letters and is_torn(self.dispatch.text.text, start, end):
            sure = min(sure, LEFT_OF_SURE)
        if any(first <= start < last for first, last in self.foreign):
            sure = min(sure, _FOREIGN_SURE)
        return round(sure, 4)

    @cached_property
    def _page_read(self) -> dict[int, float]:
        """Mean confidence of the recogniser a page; 1 for pages that were not recognised."""
        return {
            page.number: 1.0 if page.ocr_confidence is None else page.ocr_confidence
            for page in self.dispatch.text.pages
        }

    def _boxes(self, start: int, end: int) -> list[Row] | None:
        if not self.has_geometry:
            return None
        found = boxes_of(self.dispatch.text, self.reading, start, end)
        return [
            {"page": page, "x0": box[0], "top": box[1], "x1": box[2], "bottom": box[3]}
            for page, box in found
        ]


@derived
def _type_names(rules: Rulebook) -> dict[str, str]:
    """Names of the types by code: a công văn, and a head whose type line is lost, print none."""
    rows = rules.lexicon("doc_types").rows
    return {row["code"]: row["name_vi"] for row in reversed(rows) if row["code"]}


def _document(frame: _Frame, rules: Rulebook) -> Row:
    source, reading, dispatch = frame.source, frame.reading, frame.dispatch
    head = dispatch.head
    confidences = [p.ocr_confidence for p in reading.pages if p.ocr_confidence is not None]
    language = {OTHER_LANGUAGE} if is_mostly(dispatch.text, frame.foreign) else set()
    return {
        "doc_id": frame.doc_id,
        "source_uri": source.uri,
        "source_sha256": source.sha256,
        "same_bytes_uris": [],
        "member": source.member,
        "ordinal": dispatch.ordinal,
        "media_type": source.media_type,
        "size_bytes": source.size_bytes,
        "page_count": reading.page_count,
        "reader": reading.reader,
        "is_ocr": any(page.is_ocr for page in reading.pages),
        "ocr_confidence": sum(confidences) / len(confidences) if confidences else None,
        "text_quality": text_quality(dispatch.text.text),
        "encoding": reading.encoding,
        "genre": head.genre,
        "doc_type": head.doc_type,
        "doc_type_name": head.doc_type_name or _type_names(rules).get(head.doc_type or ""),
        "doc_number": _value(head.doc_number),
        "number": head.number,
        "symbol": head.symbol,
        "is_draft": head.is_draft,
        "issuer": _value(head.issuer),
        "parent_issuer": _value(head.parent_issuer),
        "place": _value(head.place),
        "issued_on": head.issued_on,
        "subject": _value(head.subject),
        "addressees": [f.value for f in head.addressees],
        "copies": [f.value for f in head.copies],
        "signing_authority": _value(head.signing_authority),
        "signer_title": _value(head.signer_title),
        "signer_name": _value(head.signer_name),
        "status": "partial" if reading.failures else "ok",
        "defects": sorted(
            {
                *reading.defects,
                *dispatch.defects,
                *language,
                *head_defects(head, reading.signatures, rules),
            }
        ),
        "evidence": _head_evidence(frame, head),
        "pipeline_version": __version__,
        "rules_version": rules.version,
    }


def _value(field: Field | None) -> str | None:
    return field.value if field is not None else None


def _head_evidence(frame: _Frame, head: Head) -> list[Row]:
    """The words of the page that each field of head and foot was read from."""
    named: list[tuple[str, Field | None]] = [
        ("doc_number", head.doc_number), ("issuer", head.issuer),
        ("parent_issuer", head.parent_issuer), ("place", head.place), ("subject", head.subject),
        ("signing_authority", head.signing_authority), ("signer_title", head.signer_title),
        ("signer_name", head.signer_name),
        *(("addressees", field) for field in head.addressees),
        *(("copies", field) for field in head.copies),
    ]  # fmt: skip
    if head.issued_span is not None:
        start, end = head.issued_span
        day = Field("", start, end, head.issued_rule, head.issued_sure)
        named.append(("issued_on", day))
    return [
        {
            "field": name, "start": field.start, "end": field.end,
            "page": frame.page_of(field.start), "rule": field.rule,
            "confidence": frame.confidence(field.confidence, field.start, field.end),
        }
        for name, field in named
        if field is not None
    ]  # fmt: skip


def _pages(frame: _Frame) -> list[Row]:
    copied = _copied_pages(frame.dispatch)
    return [
        {
            "doc_id": frame.doc_id, "page": p.number, "start": p.start, "end": p.end,
            "width": p.width, "height": p.height, "reader": p.reader,
            "ocr_confidence": p.ocr_confidence, "duplicate_of": copied.get(p.number),
            "rotation": p.rotation,
        }
        for p in frame.dispatch.text.pages
    ]  # fmt: skip


def _signatures(frame: _Frame, rules: Rulebook) -> list[Row]:
    """The signatures of the file, told with its first dispatch."""
    if frame.dispatch.ordinal:
        return []
    rows: list[Row] = []
    for ordinal, mark in enumerate(frame.reading.signatures):
        organisation, parent = organisations(mark, rules)
        box = mark.box
        rows.append(
            {
                "signature_id": row_id(frame.doc_id, "signature", 0, 0, ordinal),
                "doc_id": frame.doc_id, "field": mark.field, "ordinal": ordinal,
                "signer": mark.common_name, "organisation": organisation,
                "parent_organisation": parent, "is_body": is_body(mark, rules),
                "signed_at": mark.signed_at, "coverage": mark.coverage, "intact": mark.intact,
                "changed_after": mark.changed_after,
                "certificate_serial": mark.certificate_serial, "issuer_ca": mark.issuer_ca,
                "trust": "unchecked", "page": mark.page,
                "bbox": None if box is None or mark.page is None else [
                    {"page": mark.page, "x0": box[0], "top": box[1], "x1": box[2], "bottom": box[3]}
                ],
            }
        )  # fmt: skip
    return rows


def _copied_pages(dispatch: Dispatch) -> dict[int, int]:
    """Pages that hold nothing but copied blocks, with the page that their first line stands on."""
    said = [b for b in dispatch.blocks if b.kind != "furniture"]
    own = {b.page for b in said if not b.is_duplicate}
    if own.issuperset(b.page for b in said):
        return {}
    first_page: dict[str, int] = {}
    for block in said:
        first_page.setdefault("".join(block.view.split()).casefold(), block.page)
    copied: dict[int, int] = {}
    for block in said:
        if block.page in own or block.page in copied:
            continue
        original = first_page["".join(block.view.split()).casefold()]
        if original < block.page:
            copied[block.page] = original
    return copied


def _citation(m: CitationMention) -> Row:
    return {
        "cited_type": m.cited_type, "cited_number": m.cited_number, "cited_on": m.cited_on,
        "cited_issuer": m.cited_issuer, "cited_title": m.cited_title, "relation": m.relation,
        "is_partial": m.is_partial, "cited_doc_id": None,
    }  # fmt: skip


def _date(m: DateMention) -> Row:
    return {
        "date_start": m.date_start, "date_end": m.date_end, "precision": m.precision,
        "role": m.role, "event": m.event,
    }  # fmt: skip


def _awardee(m: AwardeeMention, initiatives: dict[int, str]) -> Row:
    return {
        "name": m.name, "kind": m.kind, "role": m.role, "ordinal": m.ordinal,
        "honorific": m.honorific, "position": m.position, "workplace": m.workplace,
        "award": m.award, "award_name": m.award_name, "grade": m.grade,
        "conferred_by": m.conferred_by, "decision": m.decision, "year": m.year,
        "initiative_id": None if m.initiative_key is None else initiatives.get(m.initiative_key),
        "entity_id": None,
    }  # fmt: skip


def _initiative(m: InitiativeMention) -> Row:
    return {
        "title": m.title, "kind": m.kind, "authors": list(m.authors), "field": m.field,
        "benefit_vnd": Decimal(m.benefit_vnd) if m.benefit_vnd is not None else None,
        "benefit_qualifier": m.benefit_qualifier, "recognised_by": m.recognised_by,
        "level": m.level, "year": m.year,
    }  # fmt: skip


def _figure(m: FigureMention, figures: dict[int, str]) -> Row:
    return {
        "value": float(m.value),
        "value_high": float(m.value_high) if m.value_high is not None else None,
        "unit": m.unit, "counted": m.counted, "qualifier": m.qualifier,
        "of_value": float(m.of_value) if m.of_value is not None else None,
        "role": m.role,
        "parent_figure_id": figures.get(m.parent_key) if m.parent_key is not None else None,
        "award": m.award, "award_name": m.award_name, "conferred_by": m.conferred_by,
        "period_start": m.period_start, "period_end": m.period_end, "scope": m.scope,
        "heading": m.heading,
    }  # fmt: skip


__all__: Sequence[str] = ("Mentions", "Row", "dispatch_rows")
