"""What stands before a cited number: type word, issuer as subject or agent, date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from pipeline.extract.citations.right import clean_body
from pipeline.grammar.date_grammar import find_expressions
from pipeline.grammar.symbol_codes import symbol_codes
from pipeline.grammar.symbols import Symbol
from pipeline.rulebook.derived import derived
from pipeline.rulebook.fold import spellings

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

# How far back type word and subject are looked for.
_TYPE_REACH, _SUBJECT_REACH = 200, 300
_LAW = regex.compile(r"(?:QH|UBTVQH)\d*\Z|(?:L[-/]CTN|LCT(?:/HĐNN\d*)?)\Z")
# Days that bound something, and on which no paper was given.
_BOUNDS = frozenset({"date.before_day", "date.until_day", "date.from_now"})
# Types whose codes are those of offices, firms, centres, colleges, branches, too.
_BODIES_TOO = frozenset({"CT", "TT", "CĐ", "QH", "HĐ", "BTT", "CN", "DA", "PC", "TC"})
_JOINTS = regex.compile(r"[-/.&]")
# The first laws have the number of the decree (sắc lệnh) that promulgated them: 110-SL/LT2.
_NUMBERED = ("uật số ", "uật số")
# `34/2025/DS-ST` numbers a judgment (dân sự sơ thẩm) and no list (danh sách).
_OF_COURT = regex.compile(r"DS-?(?:ST|PT|GĐT|TT)(?!\p{L})")


@dataclass(frozen=True, slots=True)
class Opening:
    """The words before a number: ``start`` is where the citation begins (type word or number)."""

    start: int
    cited_type: str | None
    is_typed: bool
    issuer: str | None = None
    cited_on: dt.date | None = None
    sure: float = 1.0  # of the day, whose year may be that of the citing paper


def opening(
    view: str,
    floor: int,
    start: int,
    symbol: Symbol | None,
    rules: Rulebook,
    issued: dt.date | None = None,
) -> Opening:
    """Reads the words from ``floor`` (end of the citation before) to the number at ``start``.

    :param issued: the citing document's own day, for `Ngày 6/8, UBND tỉnh đã ban hành ...`
    """
    base = max(floor, start - _TYPE_REACH)
    before = view[base:start]
    if symbol is not None and symbol.is_blank:
        before = before.rstrip(" .…_") + " "  # the dots that stand for the number
    is_law = symbol is not None and _may_be_law(symbol, rules)
    hit = rules.pattern("citation.type_before").search(before)
    issuer: str | None = None
    if hit is None:
        hit = rules.pattern("citation.type_of_body").search(before)
        body = hit["body"] if hit is not None else None
        if body is not None and rules.pattern("citation.paper_name").regex.match(body):
            hit = body = None  # `quy định của Luật Mẫu số`: the number is the law's
        issuer = clean_body(body, rules) if body is not None else None
    if hit is None and is_law:
        hit = _nearest_law(before, rules)
    if hit is None and symbol is not None:
        hit = _type_and_kind(before, symbol, rules)
    uncoded = rules.pattern("citation.uncoded_before").search(before) if hit is None else None
    if uncoded is not None:
        begin = base + uncoded.start("type")
        return Opening(begin, None, False, *_issued(view, floor, begin, rules, issued))
    word = type_word(hit["type"], rules) if hit is not None else None
    is_early = symbol is not None and symbol.type_code == "SL" and before.endswith(_NUMBERED)
    if hit is None or word is None or (word[0] == "L" and not is_law and not is_early):
        fallback = _type_of_symbol(symbol, rules)
        return Opening(start, fallback, False, *_issued(view, floor, start, rules, issued))
    code = word[0] if word[1] != "generic" else _type_of_symbol(symbol, rules, called=word[0])
    begin = base + hit.start("type")
    subject, on, sure = _issued(view, floor, begin, rules, issued)
    return Opening(begin, code, True, issuer or subject, on, sure)


def _type_and_kind(before: str, symbol: Symbol, rules: Rulebook) -> regex.Match[str] | None:
    """The type with what the paper is about, ``Thông báo thụ lý vụ án số``, if the symbol has its
    code as well (TB-TLVA, HĐNT)."""
    hit = rules.pattern("citation.type_and_kind").search(before)
    word = type_word(hit["type"], rules) if hit is not None else None
    return hit if word is not None and symbol.symbol.startswith(word[0]) else None


def _may_be_law(symbol: Symbol, rules: Rulebook) -> bool:
    """A law's code, or with a year a code that is none: recognition misreads QH15 (QHI5)."""
    if _LAW.search(symbol.symbol):
        return True
    first = (symbol.issuer_code or "").split("-")[0]
    is_unread = symbol.type_code is None and first not in symbol_codes(rules).issuers
    return symbol.year is not None and symbol.style == "state" and is_unread


def _nearest_law(before: str, rules: Rulebook) -> regex.Match[str] | None:
    """The law whose name runs up to the number: in a list of laws the last one."""
    pattern = rules.pattern("citation.law_before").regex
    hit = pattern.search(before)
    while hit is not None:
        later = pattern.search(before, hit.end("type"))
        if later is None or not before[: later.start()].endswith((", ", " và ")):
            return hit
        hit = later
    return None


def _type_of_symbol(
    symbol: Symbol | None, rules: Rulebook, called: str | None = None
) -> str | None:
    """The type that the symbol itself tells; a number right before an issuer is a công văn.

    What stands there must be a known body: behind a misread code may be any type, and a number
    with a year is that of a law or decree.

    :param called: the type where the text calls it by a word for any paper (văn bản)
    """
    if symbol is None or _OF_COURT.match(symbol.symbol):
        return called
    if symbol.type_code is not None:
        return called if _may_be_unit(symbol, rules) else symbol.type_code
    if symbol.style == "old":
        return None
    if _LAW.search(symbol.symbol):
        return "L"
    first = (symbol.issuer_code or "").split("-")[0]
    if first in symbol_codes(rules).issuers:
        return "CV"
    return called if symbol.year is None or symbol.symbol.endswith("-CV") else None


def _may_be_unit(symbol: Symbol, rules: Rulebook) -> bool:
    """Whether a code may be that of a body with its unit behind it: ``12/CT-TTHT`` of a Cục Thuế.

    A directive names a body there (CT-TTg).
    """
    if symbol.type_code not in _BODIES_TOO or symbol.year is not None or not symbol.issuer_code:
        return False
    issuers = symbol_codes(rules).issuers
    return not any(code in issuers for code in _JOINTS.split(symbol.issuer_code))


def type_word(text: str, rules: Rulebook) -> tuple[str, str] | None:
    """(code, style) of a printed type word; abbreviations count in capitals only."""
    words = _type_words(rules)
    flat = " ".join(text.split())
    found = words.get(flat.casefold())
    if found is not None and found[1] == "short" and not flat[:2].isupper():
        return None
    return found


@derived
def _type_words(rules: Rulebook) -> dict[str, tuple[str, str]]:
    """Every spelling of every type word; kept under the hash of its rulebook."""
    return {
        spelling.casefold(): (row["code"], row["style"])
        for row in rules.lexicon("type_words").rows
        for spelling in spellings(row["word"])
    }


def named_before(view: str, floor: int, start: int, rules: Rulebook) -> str | None:
    """The body that the clause names before ``start`` as the one that issued what follows."""
    return _issued(view, floor, start, rules)[0]


def _issued(
    view: str, floor: int, start: int, rules: Rulebook, issued: dt.date | None = None
) -> tuple[str | None, dt.date | None, float]:
    """Issuer, day and how sure it is, as the clause tells them before what begins at ``start``."""
    base = max(floor, start - _SUBJECT_REACH)
    before = view[base:start]
    # neither can find what the other does, and each takes its time: the one ends at a bracket
    is_bracket = before.rstrip(" ").endswith("(")
    asked = rules.pattern("citation.body_of_bracket" if is_bracket else "citation.at_request")
    agent = later = asked.search(before)
    while later is not None:  # the nearest body, where one clause names several
        # inside its name nothing begins anew: Sở Tài nguyên và Môi trường
        agent, later = later, asked.search(before, later.end("body"))
    if agent is not None:
        return clean_body(agent["body"], rules), None, 1.0
    subject = rules.pattern("citation.subject").search(before)
    if subject is None:
        return None, None, 1.0
    lead = before[: subject.start("body")].rstrip(" ,")
    days = [item for item in find_expressions(lead, rules, issued) if item.precision == "day"]
    told = days[-1] if days and days[-1].end == len(lead) else None
    is_later = told is not None and issued is not None and told.first > issued
    if told is None or told.rule in _BOUNDS or (told.confidence < 1.0 and is_later):
        return clean_body(subject["body"], rules), None, 1.0
    return clean_body(subject["body"], rules), told.first, told.confidence
