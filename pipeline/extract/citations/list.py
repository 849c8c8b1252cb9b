"""Lists of numbers under one head: `các Công văn của Sở Mẫu: số 5/SM-VP, số 6/SM-VP`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.citations.left import named_before, type_word
from pipeline.extract.citations.right import clean_body

if TYPE_CHECKING:
    from pipeline.grammar.symbols import Symbol
    from pipeline.rulebook import Rulebook

# A head is no longer; what stands between two numbers of a list (date and subject) neither.
_HEAD_REACH, _GAP_REACH = 240, 400


@dataclass(frozen=True, slots=True)
class ListHead:
    """What the head of a list says of all its numbers; ``cited_type`` is None for any paper."""

    cited_type: str | None
    issuer: str | None
    issuer_code: str | None


def list_head(
    view: str, floor: int, start: int, symbol: Symbol | None, rules: Rulebook
) -> ListHead | None:
    """The head that ends right before the citation at ``start``, None if there is none.

    :param floor: where the citation before ends
    """
    base = max(floor, start - _HEAD_REACH)
    if ":" not in view[base:start]:
        return None  # nearly all citations: no need to look closer
    hit = rules.pattern("citation.list_head").search(view[base:start])
    word = type_word(hit["type"], rules) if hit is not None else None
    if hit is None or word is None:
        return None
    issuer = clean_body(hit["body"], rules) if hit["body"] is not None else None
    if issuer is None:
        issuer = named_before(view, floor, base + hit.start(), rules)
    code = symbol.issuer_code if symbol is not None else None
    return ListHead(None if word[1] == "generic" else word[0], issuer, code)


def goes_on(view: str, end: int, start: int, rules: Rulebook) -> bool:
    """Whether the citation at ``start`` is the next of the list whose last number ends at ``end``.

    A citation inside the subject of an item (``về sửa đổi Quyết định số 5``) is none.
    """
    return rules.pattern("citation.list_item").search(view[end:start]) is not None


def is_over(view: str, end: int, start: int, rules: Rulebook) -> bool:
    """Whether the sentence of the list ends between two numbers."""
    if start - end > _GAP_REACH:
        return True
    return rules.pattern("citation.sentence_end").regex.search(view, end, start + 1) is not None
