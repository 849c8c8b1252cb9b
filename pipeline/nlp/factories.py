"""The registered factories: one component for each span group of a dispatch.

This module is loaded whenever a spaCy pipeline is made anywhere in the environment (entry points),
so it imports nothing of the pipeline before a component runs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

if TYPE_CHECKING:
    from pipeline.nlp.marks import Mark, Marks

GROUPS = (
    "numbers", "dates", "people", "bodies", "awards", "initiatives", "figures", "citations",
)  # fmt: skip
"""The span groups, keys of ``doc.spans``; the factory of each is ``congvan_`` + its name.

numbers: document numbers (label own | cited); dates (role); people (signer, awardee, author, ...,
person); bodies (issuer, parent_issuer, awardee, ..., body); awards; initiatives (kind); figures
(role); citations (relation).
"""

_STORE = "congvan.marks"


class SpanMarker:
    """Fills one span group of a Doc; the text is laid out once, by the first marker to run."""

    def __init__(self, group: str, rules: str | None, spans_key: str) -> None:
        self.group = group
        self.rules = rules
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        marks = self._marks(doc)
        spans: list[Span] = []
        offsets: list[list[int]] = []
        for start, end, label, value, rule in marks:
            span = doc.char_span(
                start, end, label=label, kb_id=value, span_id=rule, alignment_mode="expand"
            )
            if span is not None:
                spans.append(span)
                offsets.append([start, end])
        doc.spans[self.spans_key] = SpanGroup(
            doc, name=self.spans_key, spans=spans, attrs={"offsets": offsets}
        )
        return doc

    def _marks(self, doc: Doc) -> list[Mark]:
        stored = doc.user_data.get(_key(self.rules))
        if stored is None:
            from pipeline.nlp.plain import marks_in
            from pipeline.rulebook import load_rulebook

            rules = load_rulebook(None if self.rules is None else Path(self.rules))
            stored = store_marks(doc, self.rules, marks_in(doc.text, rules))
        return cast("list[Mark]", stored.get(self.group, []))


def store_marks(doc: Doc, rules: str | None, marks: Marks) -> dict[str, Any]:
    """Keep the marks on the Doc as plain values, so that it can still be written to bytes."""
    plain = {group: [tuple(mark) for mark in members] for group, members in marks.items()}
    doc.user_data[_key(rules)] = plain
    return plain


def _key(rules: str | None) -> str:
    return f"{_STORE}:{rules or 'shipped'}"


def _factory(group: str) -> Callable[..., SpanMarker]:
    def make(nlp: Language, name: str, rules, spans_key):  # type: ignore[no-untyped-def]
        """Component that fills ``doc.spans[spans_key]``; ``rules`` is a folder of rules or None."""
        return SpanMarker(group, rules, spans_key)

    Language.factory(
        f"congvan_{group}",
        default_config={"rules": None, "spans_key": group},
        assigns=["doc.spans"],
        func=make,
    )
    return make


congvan_numbers = _factory("numbers")
congvan_dates = _factory("dates")
congvan_people = _factory("people")
congvan_bodies = _factory("bodies")
congvan_awards = _factory("awards")
congvan_initiatives = _factory("initiatives")
congvan_figures = _factory("figures")
congvan_citations = _factory("citations")
