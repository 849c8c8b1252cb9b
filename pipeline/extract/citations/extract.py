"""Citations: mentions of other documents with type, number, date, issuer and subject.

Grammar: document_format.md section 3 (end) and rules/patterns/citation.toml.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from pipeline.extract.annex_lines import is_in_annex_line
from pipeline.extract.citations.below import announces, opens_with, replaced
from pipeline.extract.citations.draft import BARE as _BARE_RULE
from pipeline.extract.citations.draft import Anchor, Citation
from pipeline.extract.citations.left import Opening, opening
from pipeline.extract.citations.list import ListHead, goes_on, is_over, list_head
from pipeline.extract.citations.relation import Relation, expires, is_carried_on, relation_of
from pipeline.extract.citations.right import closing, giver_behind
from pipeline.extract.citations.shared import has_sole_issuer, possible_issuer, shared
from pipeline.grammar.symbols import Symbol, find_symbols
from pipeline.layout.certificate import is_on_certificate
from pipeline.model import TELLING, Block, CitationMention, Dispatch
from pipeline.rulebook.needed import outline

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

_LEADING = regex.compile(r"\d+")
_WHOLE = re.compile(
    r"0+(?=[A-Za-z]?[ ,;.:)”\"])"
)  # a number in an outline that no symbol goes on from
_FULL, _UNTYPED, _REPAIRED, _BARE = 0.98, 0.9, 0.85, 0.8
_BLANK = "symbol.blank"
_YEAR = regex.compile(r"[/-](?:19|20)\d\d(?!\d)")
_HEAD_BLOCKS = 8  # the first of a paper, among which its own number stands
_CUT_BODY = 0.85  # `Cục Kiểm soát thủ`, where the words behind may be of the name
_DAY_OF_NEXT = 0.85  # `số 5/QĐ-SNV, 6/QĐ-SNV ngày ...`: the day of both, as a rule

# Papers that decide what their giver is said to have done at them.
_DECIDING = frozenset({"QĐ", "NQ"})

_COPIES = frozenset({"SY", "SYBC", "TrS"})


def extract_citations(dispatch: Dispatch, rules: Rulebook) -> tuple[CitationMention, ...]:
    """All mentions of other documents, a row each, in the order of the text (absolute offsets).

    The document's own number is none, nor is an annex's ``Kèm theo Quyết định số ...``.  A bare
    number (``Nghị định 07``) gives no row beside a fuller mention of the same document.
    """
    found: list[CitationMention] = []
    is_list = False
    for block in dispatch.blocks:
        if block.kind in TELLING:
            rows = _in_block(block, dispatch, rules)
            found += replaced(rows, block, rules) if is_list else rows
            is_list = announces(block, rules) or (is_list and opens_with(rows, block, rules))
    own = _own_numbers(dispatch)
    kept = [
        row
        for row in found
        if (row.cited_number not in own or _is_of_other_year(row, dispatch))
        and not _is_itself(row, dispatch)
    ]
    fuller = _fuller(kept)
    kept = [row for row in kept if not _is_bare(row) or _short_name(row) not in fuller]
    unique = {(row.start, row.end, row.cited_number): row for row in kept}
    return tuple(sorted(unique.values(), key=lambda row: (row.start, row.end)))


def _own_numbers(dispatch: Dispatch) -> frozenset[str]:
    """The document's number, and its symbol with the number left blank as annexes print it."""
    number = dispatch.head.doc_number
    if number is None:
        return frozenset()
    digits, slash, rest = number.value.partition("/")
    bare = number.value.partition("(")[0]  # an annex may leave out the unit behind the symbol
    is_numbered = digits[:1].isdigit()
    return frozenset({number.value, bare, slash + rest} if is_numbered else {number.value, bare})


def _is_of_other_year(row: CitationMention, dispatch: Dispatch) -> bool:
    """``Chỉ thị số 07/CT-UBND ngày 31/5/2021`` in the one of 2023: numbers begin anew each year."""
    issued = dispatch.head.issued_on
    if row.cited_on is None or issued is None or row.cited_on.year == issued.year:
        return False
    is_yearless = _YEAR.search(row.cited_number or "") is None
    return is_yearless and not any(
        page.is_ocr and page.start <= row.start < page.end for page in dispatch.text.pages
    )


def _is_itself(row: CitationMention, dispatch: Dispatch) -> bool:
    """The own number joined otherwise, under the own day: ``SỐ 2 - HĐBT`` and ``02-HĐBT``; in the
    headline of a site, with no day."""
    number = dispatch.head.doc_number
    if number is None or row.cited_number is None:
        return False
    if row.cited_on is None and row.start < number.start:
        return _joint_free(row.cited_number) == _joint_free(number.value)
    if row.cited_on != dispatch.head.issued_on:
        return False
    if row.cited_on is not None and _joint_free(row.cited_number) == _joint_free(number.value):
        return True
    return row.cited_on is not None and (
        _is_misprinted_self(row, number.value) or _is_misread_self(row, number.value, dispatch)
    )


def _is_misprinted_self(row: CitationMention, own: str) -> bool:
    """``3060/QĐ-UBND`` of the own day in an annex of ``3060/QĐ-CTUBND``: one body, one number."""
    digits, _, symbol = own.partition("/")
    cited, _, other = (row.cited_number or "").partition("/")
    kind, _, body = symbol.partition("-")
    other_kind, _, other_body = other.partition("-")
    if not digits.isdigit() or cited != digits or kind != other_kind or not body or not other_body:
        return False
    return body.endswith(other_body) or other_body.endswith(body)


def _is_misread_self(row: CitationMention, own: str, dispatch: Dispatch) -> bool:
    """The annex's ``(Kèm theo Quyết định số 760/QĐ-A ngày ...)`` of which ``0/QĐ-A`` was read.

    The number is filled in by pen; what stands before it was lost, too.
    """
    _, slash, symbol = own.partition("/")
    if not slash or row.number_span is None or row.number_span[0] != row.start:
        return False
    if (row.cited_number or "").partition("/")[2] != symbol:
        return False
    return any(page.is_ocr and page.start <= row.start < page.end for page in dispatch.text.pages)


def _joint_free(number: str) -> str:
    """A number without its joints and leading noughts."""
    return "".join(letter for letter in number if letter.isalnum()).lstrip("0")


def _in_block(block: Block, dispatch: Dispatch, rules: Rulebook) -> list[CitationMention]:
    view = block.view
    is_ocr = any(page.is_ocr and page.number == block.page for page in dispatch.text.pages)
    anchors = _anchors(view, rules, is_ocr)
    openings: list[Opening] = []
    for index, anchor in enumerate(anchors):
        floor = anchors[index - 1].end if index else 0
        openings.append(
            opening(view, floor, anchor.start, anchor.symbol, rules, dispatch.head.issued_on)
        )
    citations: list[Citation] = []
    for index, (anchor, left) in enumerate(zip(anchors, openings, strict=True)):
        limit = openings[index + 1].start if index + 1 < len(anchors) else len(view)
        right = closing(view, anchor.end, limit, anchor.symbol, rules, dispatch.head.issued_on)
        named = right.issuer or left.issuer
        if named is None and left.cited_type in _DECIDING:
            named = giver_behind(view, left.start, right.core_end, limit, rules)
        issuer = possible_issuer(named, anchor.symbol)
        cited_on = right.cited_on if right.has_date else left.cited_on
        kind = "CV" if _is_as_own_letter(left, anchor.symbol, dispatch) else left.cited_type
        citations.append(Citation(anchor, left, right, kind, issuer, cited_on))
    citations = _under_heads(view, citations, rules)
    citations = shared(view, citations, rules)
    relations = _relations(block, citations, rules)
    return [
        _mention(block, citation, relation, rules)
        for citation, relation in zip(citations, relations, strict=True)
        if (citation.anchor.symbol is not None or citation.opening.is_typed)
        and not _numbers_copy(citation)
        and not _licenses_page(citation, rules)
        and not _is_own_annex_line(block, citation, dispatch, rules)
    ]


def _numbers_copy(citation: Citation) -> bool:
    """The number that the mark of a true copy has (``SAO Y. Số: 12/SY-UBND``)."""
    symbol = citation.anchor.symbol
    if citation.opening.is_typed or symbol is None:
        return False
    # `15/SL-LĐLĐ`: a decree of the first years had the code behind a dash, and no body's behind it
    is_second = symbol.type_code == "SL" and symbol.style == "state" and symbol.year is None
    return symbol.type_code in _COPIES or is_second


def _licenses_page(citation: Citation, rules: Rulebook) -> bool:
    """The licence that a site prints under its pages (``Giấy phép số 12/GP-TTĐT``)."""
    licence = rules.pattern("citation.page_licence")
    return not citation.opening.is_typed and licence.regex.match(citation.anchor.number) is not None


def _is_as_own_letter(left: Opening, symbol: Symbol | None, dispatch: Dispatch) -> bool:
    """Whether a number without a type word has the code of the letter that cites it.

    In a letter of a tax office (``12/CT-TTHT``) CT is the office, and no Chỉ thị.
    """
    own = dispatch.head.symbol
    if left.is_typed or symbol is None or own is None or dispatch.head.doc_type != "CV":
        return False
    return symbol.type_code is not None and own.startswith(f"{symbol.type_code}-")


def _anchors(view: str, rules: Rulebook, is_ocr: bool) -> list[Anchor]:
    if "/" not in view and not _LEADING.search(view):
        return []
    anchors = [Anchor(s.start, s.end, s.doc_number, s) for s in find_symbols(view, rules)]
    in_symbol = {at for anchor in anchors for at in range(anchor.start, anchor.end)}
    # on a recognised page a shape that is none is a symbol misread
    own = () if is_ocr else rules.pattern("citation.own_shape").finditer(view)
    for hit in own:
        start, end = hit.span("number")
        if in_symbol.isdisjoint(range(start, end)):
            number = "".join(hit["number"].split())
            anchors.append(Anchor(start, end, number, None, "citation.own_shape"))
            in_symbol.update(range(start, end))
    bare = rules.pattern("citation.bare")
    for hit in bare.finditer(view) if _may_be_bare(view, rules) else ():
        start, end = hit.span("number")
        if in_symbol.isdisjoint(range(start, end)):
            anchors.append(Anchor(start, end, hit["number"], None))
    if any(anchor.symbol is None for anchor in anchors):
        further = rules.pattern("citation.bare_next").regex
        for hit in further.finditer(view):
            anchors.append(Anchor(*hit.span("number"), hit["number"], None))
    return sorted(anchors, key=lambda anchor: anchor.start)


def _may_be_bare(view: str, rules: Rulebook) -> bool:
    """Whether a whole number stands right behind a word that a bare number needs before it."""
    bare = rules.pattern("citation.bare")
    needed, seen = bare.needed, outline(view)
    if seen is None or not all(string.endswith(" 0") for string in needed):
        return True
    if not bare.may_match(view):
        return False
    words = tuple(string[:-1] for string in needed)
    return any(seen.endswith(words, 0, number.start()) for number in _WHOLE.finditer(seen))


def _under_heads(view: str, citations: list[Citation], rules: Rulebook) -> list[Citation]:
    """Type and issuer that the head of a list names, ``các Công văn của Sở Mẫu: số 5, số 6``."""
    out: list[Citation] = []
    head: ListHead | None = None
    for index, here in enumerate(citations):
        symbol = here.anchor.symbol
        start = here.opening.start
        floor = citations[index - 1].anchor.end if index else 0
        own = list_head(view, floor, start, symbol, rules)
        if own is None and head is not None and is_over(view, floor, start, rules):
            head = None
        head = own or head
        is_item = own is not None or goes_on(view, floor, start, rules)
        if head is not None and symbol is not None and is_item:
            here = _headed(here, symbol, head)
        out.append(here)
    return out


def _headed(here: Citation, symbol: Symbol, head: ListHead) -> Citation:
    """A citation with what the head of its list says, where its own words and codes leave room."""
    if not here.opening.is_typed and symbol.type_code in (None, head.cited_type):
        here = replace(here, cited_type=head.cited_type or here.cited_type)
    if here.closing.issuer is None and symbol.issuer_code == head.issuer_code:
        issuer = possible_issuer(head.issuer, symbol)
        here = replace(here, issuer=issuer or here.issuer)
    return here


def _relations(block: Block, citations: list[Citation], rules: Rulebook) -> list[Relation]:
    """The relation of each; what is amended or replaced may be a list, named after one verb."""
    found: list[Relation] = []
    listed = rules.pattern("citation.listed_on").regex
    for index, citation in enumerate(citations):
        start = citation.opening.start
        before = citations[index - 1].closing if index else None
        relation = relation_of(
            block.view, start, before.core_end if before else None, block.kind == "basis", rules,
            found[-1] if found else None,
        )  # fmt: skip
        if relation == "refers" and before is not None and found[-1] in ("amends", "replaces"):
            hit = listed.match(block.view[before.core_end : start])
            alike = citation.cited_type == citations[index - 1].cited_type
            if hit is not None and (hit["title"] is None or alike):
                relation = found[-1]
        if relation == "refers":
            core = citation.closing.core_end
            if before is not None and found[-1] == "implements":
                if is_carried_on(block.view, before.core_end, start, core, rules):
                    relation = "implements"
            elif expires(block.view, start, core, rules):
                relation = "replaces"
                _expire_before(block.view, citations[: index + 1], found)
        found.append(relation)
    return found


def _expire_before(view: str, citations: list[Citation], found: list[Relation]) -> None:
    """``Quyết định A; Quyết định B hết hiệu lực ...``: what ends B's force ends A's."""
    for index in range(len(found) - 1, -1, -1):
        here, after = citations[index], citations[index + 1]
        joint = view[here.closing.core_end : after.opening.start].strip()
        if joint not in (";", ",", "và", ", và") or found[index] != "refers":
            return
        found[index] = "replaces"


def _mention(
    block: Block, citation: Citation, relation: Relation, rules: Rulebook
) -> CitationMention:
    anchor, left, right = citation.anchor, citation.opening, citation.closing
    symbol = anchor.symbol
    is_bare = symbol is None and anchor.rule == _BARE_RULE
    confidence = _BARE if is_bare else _FULL if symbol and left.is_typed else _UNTYPED
    is_torn = rules.pattern("citation.torn_number").regex.match(anchor.number or "") is not None
    if is_torn or (symbol is not None and symbol.is_repaired):
        confidence = min(confidence, _REPAIRED)
    if symbol is not None and symbol.rule == _BLANK and symbol.issuer_code is None:
        confidence = min(confidence, _BARE)  # `QĐ số ..../QĐ-... ngày ...` of a form
    if right.is_body_cut and not has_sole_issuer(citation):
        confidence = min(confidence, _CUT_BODY)
    if rules.pattern("citation.issuer_swallowed").regex.search(citation.issuer or ""):
        confidence = min(confidence, _CUT_BODY)
    if citation.is_day_of_next:
        confidence = min(confidence, _DAY_OF_NEXT)
    elif citation.cited_on is not None and not right.has_date:
        confidence = min(confidence, left.sure)
    return CitationMention(
        start=block.start + left.start,
        end=block.start + right.end,
        cited_type=citation.cited_type,
        cited_number=anchor.number,
        cited_on=citation.cited_on,
        cited_issuer=possible_issuer(citation.issuer, symbol),
        cited_title=right.title,
        relation=relation,
        is_partial=symbol.is_partial if symbol is not None else is_bare,
        rule=symbol.rule if symbol is not None else anchor.rule,
        confidence=confidence,
        is_duplicate=block.is_duplicate,
        number_span=(block.start + anchor.start, block.start + anchor.end),
    )


def _is_own_annex_line(
    block: Block, citation: Citation, dispatch: Dispatch, rules: Rulebook
) -> bool:
    """``(Kèm theo Quyết định số ...)`` above an annex: the document itself, even if misprinted."""
    if _is_own_line(block, citation, dispatch, rules):
        return True
    enclosed = rules.pattern("citation.enclosed").regex
    before = block.view[max(0, citation.opening.start - 60) : citation.opening.start]
    if is_in_annex_line(dispatch, block.start + citation.anchor.start):
        return True
    in_annex = block.part > 0 and block.kind in ("appendix", "heading")
    if not in_annex and (block.part > 0 or dispatch.head.doc_number is not None):
        return False
    # rules that lie alone in a file have no number but that of the paper that issued them
    is_line = in_annex or block.view[: citation.opening.start].lstrip().startswith("(")
    return is_line and enclosed.search(before) is not None


def _is_own_line(block: Block, citation: Citation, dispatch: Dispatch, rules: Rulebook) -> bool:
    """``Bản án số: 12/2021/HS-ST`` at the head of a paper that bears no other number."""
    if dispatch.head.doc_number is not None:
        return False
    line = rules.pattern("citation.own_line").regex.match(block.view)
    return (
        line is not None
        and line.end() == citation.anchor.start
        and any(first is block for first in dispatch.blocks[:_HEAD_BLOCKS])
        and not is_on_certificate(block.view, _lines_above(block, dispatch), rules)
    )


def _lines_above(block: Block, dispatch: Dispatch) -> list[str]:
    return dispatch.text.text[dispatch.blocks[0].start : block.start].split("\n")


def _is_bare(row: CitationMention) -> bool:
    return row.cited_number is not None and row.cited_number.isdigit()


def _short_name(row: CitationMention) -> tuple[str | None, int | None]:
    """Type and leading number: what ``Nghị định 07`` and ``07/NĐ-CP`` have in common."""
    digits = _LEADING.match(row.cited_number or "")
    return row.cited_type, int(digits.group()) if digits is not None else None


def _fuller(rows: list[CitationMention]) -> frozenset[tuple[str | None, int | None]]:
    """Short names of the documents that are cited with their symbol as well."""
    return frozenset(_short_name(row) for row in rows if not _is_bare(row))
