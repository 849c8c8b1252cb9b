"""What neighbouring citations name once for all of them: the type, the issuer, the day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from pipeline.extract.citations.draft import Citation
from pipeline.extract.citations.right import clean_body

if TYPE_CHECKING:
    from pipeline.grammar.symbols import Symbol
    from pipeline.rulebook import Rulebook

# Codes that only one authority signs with (Luật Ban hành văn bản QPPL 80/2015, articles 14-22):
# not the Prime Minister with the government's, nor its office (1955-1981 Hội đồng Chính phủ).
_DEPUTIES = ("phó ", "thứ trưởng")
_SOLE_ISSUERS = {
    "CP": regex.compile(r"(?:hội đồng )?chính phủ|cp$"),
    "TTg": regex.compile(r".{0,80}thủ tướng|ttcp"),
}


def shared(view: str, citations: list[Citation], rules: Rulebook) -> list[Citation]:
    """What a list names once: forward for the type, backward for the issuer and the day."""
    listed = rules.pattern("citation.list_joint").regex
    joined = rules.pattern("citation.and_joint").regex
    amended = rules.pattern("citation.amended_joint").regex
    out = list(citations)
    for index in range(1, len(out)):
        before, here = out[index - 1], out[index]
        between = view[before.closing.core_end : here.opening.start]
        is_listed = not here.opening.is_typed and bool(
            listed.match(view[before.closing.core_end : here.anchor.start])
        )
        is_joined = is_listed or joined.match(between) is not None
        if is_listed and before.cited_type is not None and _same_kind(before, here):
            here = replace(here, cited_type=before.cited_type)
            if here.anchor.symbol is None:  # a bare number counts behind a type word alone
                here = replace(here, opening=replace(here.opening, is_typed=True))
        by_subject = before.opening.issuer is not None and before.closing.issuer is None
        is_shared = by_subject or (is_listed and _same_body(before, here))
        if is_joined and is_shared and here.issuer is None:
            named = before.issuer or (before.opening.issuer if by_subject else None)
            here = replace(here, issuer=possible_issuer(named, here.anchor.symbol))
        if here.closing.is_same_day and here.cited_on is None:
            days = (each.cited_on for each in out[index - 1 :: -1] if each.cited_on is not None)
            here = replace(here, cited_on=next(days, None), is_day_of_next=True)
        out[index] = here
    for index in range(1, len(out)):
        out[index] = _with_body_behind_bracket(view, out[index - 1], out[index], rules)
    is_behind = [citation.closing.issuer is not None for citation in out]
    for index in range(len(out) - 2, -1, -1):
        here, after = out[index], out[index + 1]
        between = view[here.closing.core_end : after.opening.start]
        is_joined = joined.match(between) is not None or (
            not after.opening.is_typed
            and listed.match(view[here.closing.core_end : after.anchor.start]) is not None
        )
        same_body = _same_body(here, after)
        alike = here.cited_type == after.cited_type and same_body
        if is_joined and after.closing.is_same_day and not here.closing.has_date:
            here = out[index] = replace(here, cited_on=after.cited_on)
        elif alike and _has_day_of_next(view, here, after, rules):
            here = out[index] = replace(here, cited_on=after.cited_on, is_day_of_next=True)
        # `Chỉ thị số 5/CT-TTg, Công điện số 7/CĐ-TTg của Thủ tướng`: nobody else signs so
        is_sole = same_body and has_sole_issuer(here)
        is_shared = is_joined and (alike or is_sole)
        is_shared = is_shared or (same_body and amended.match(between) is not None)
        if is_shared and here.issuer is None and is_behind[index + 1]:
            out[index] = replace(here, issuer=after.issuer)
            is_behind[index] = True  # and so for the one before it in the list
    return out


def _with_body_behind_bracket(
    view: str, before: Citation, here: Citation, rules: Rulebook
) -> Citation:
    """``Thông tư số 5/... (sửa đổi bởi Thông tư số 9/...) của Bộ Mẫu``: one body gave both."""
    end = here.closing.core_end
    between = view[before.closing.core_end : here.opening.start]
    if here.issuer is not None or not view.startswith(")", end) or "(" not in between:
        return here
    hit = rules.pattern("citation.of_body").on(view).match(view, end + 1)
    amended = rules.pattern("citation.amended_joint").regex
    if hit is None or not _same_body(before, here) or not amended.match(between):
        return here
    issuer = possible_issuer(clean_body(hit["body"], rules), here.anchor.symbol)
    return replace(here, issuer=issuer, closing=replace(here.closing, issuer=issuer))


def _has_day_of_next(view: str, here: Citation, after: Citation, rules: Rulebook) -> bool:
    """``các Quyết định số 5/QĐ-SNV, 6/QĐ-SNV ngày ...``: bare numbers before one day are of it."""
    symbol, day = here.anchor.symbol, after.cited_on
    if symbol is None or after.anchor.symbol is None or day is None or here.cited_on is not None:
        return False
    between = view[here.anchor.end : after.anchor.start]
    return (
        symbol.year in (None, day.year)
        and not (here.closing.has_date or after.opening.is_typed)
        and ";" not in between
        and rules.pattern("citation.list_joint").regex.match(between) is not None
    )


def _same_kind(a: Citation, b: Citation) -> bool:
    """Whether both have symbols of one type, or neither has one: one type word can name both."""
    if a.anchor.symbol is None or b.anchor.symbol is None:
        return a.anchor.symbol is b.anchor.symbol
    return a.anchor.symbol.type_code == b.anchor.symbol.type_code


def _same_body(a: Citation, b: Citation) -> bool:
    """Whether both symbols have one issuer code (bare numbers have none)."""
    code_a = a.anchor.symbol.issuer_code if a.anchor.symbol is not None else None
    code_b = b.anchor.symbol.issuer_code if b.anchor.symbol is not None else None
    return code_a == code_b


def has_sole_issuer(citation: Citation) -> bool:
    """Whether the symbol's own code leaves one issuer (CP, TTg)."""
    symbol = citation.anchor.symbol
    return symbol is not None and symbol.issuer_code in _SOLE_ISSUERS


def possible_issuer(issuer: str | None, symbol: Symbol | None) -> str | None:
    """The issuer that the words state, None where the symbol's own code rules it out.

    ``quy định tại Nghị định số ../NĐ-CP`` names before it whoever follows it, not its giver.
    A deputy who signed (``Phó Thủ tướng A vừa ký Quyết định số ...``) issued nothing of his own.
    """
    if issuer is not None and issuer.casefold().startswith(_DEPUTIES):
        return None
    sole = _SOLE_ISSUERS.get(symbol.issuer_code or "") if symbol is not None else None
    return None if issuer is not None and sole and not sole.match(issuer.casefold()) else issuer
