"""What extractors find in a dispatch, each with its span, its rule and its confidence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period; ``date_end`` is inclusive, None for an open period."""

    start: int
    end: int
    date_start: dt.date | None
    date_end: dt.date | None
    precision: Literal["day", "month", "quarter", "half_year", "year", "range", "open"]
    role: Literal["issued", "cited", "event", "deadline", "period", "published"]
    rule: str
    confidence: float = 1.0
    event: str | None = None
    is_duplicate: bool = False


@dataclass(frozen=True, slots=True)
class CitationMention:
    """A mention of another document: ``start:end`` covers type word to body or title."""

    start: int
    end: int
    cited_type: str | None
    cited_number: str | None
    cited_on: dt.date | None
    cited_issuer: str | None
    cited_title: str | None
    relation: Literal["basis", "implements", "amends", "replaces", "refers"]
    is_partial: bool
    rule: str
    confidence: float = 1.0
    is_duplicate: bool = False
    number_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class AwardMention:
    """An award or title named in the text: lexicon code and its Vietnamese name."""

    start: int
    end: int
    award: str
    award_name: str
    grade: str | None
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class InitiativeMention:
    """A titled initiative; ``key`` joins awardees to it inside the document."""

    start: int
    end: int
    key: int
    title: str
    kind: str  # sáng kiến | giải pháp | đề tài | mô hình | công trình
    authors: tuple[str, ...]
    rule: str
    confidence: float = 1.0
    field: str | None = None
    benefit_vnd: int | None = None
    benefit_qualifier: str | None = None
    recognised_by: str | None = None
    level: str | None = None
    year: int | None = None
    is_duplicate: bool = False


@dataclass(frozen=True, slots=True)
class AwardeeMention:
    """A named person or collective in a role."""

    start: int
    end: int
    name: str
    kind: Literal["person", "collective"]
    role: Literal["awardee", "nominee", "author", "exemplar"]
    rule: str
    confidence: float = 1.0
    ordinal: int | None = None
    honorific: str | None = None
    position: str | None = None
    workplace: str | None = None
    award: str | None = None
    award_name: str | None = None
    grade: str | None = None
    conferred_by: str | None = None
    decision: str | None = None
    year: int | None = None
    initiative_key: int | None = None
    is_duplicate: bool = False


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A reported quantity; ``key``/``parent_key`` tie a part to its total inside the document.

    ``role`` is None where it is neither result nor target, as the norms of a regulation are.
    """

    start: int
    end: int
    key: int
    value: float
    unit: Literal["count", "percent", "vnd"]
    counted: str | None
    qualifier: Literal[
        "exact", "about", "nearly", "over", "under", "at_least", "at_most", "range", "order"
    ]
    role: Literal["result", "target", "total", "part"] | None
    rule: str
    confidence: float = 1.0
    value_high: float | None = None
    of_value: float | None = None
    parent_key: int | None = None
    award: str | None = None
    award_name: str | None = None
    conferred_by: str | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    scope: str | None = None
    heading: str | None = None
    is_duplicate: bool = False
