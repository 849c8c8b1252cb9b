"""Number-and-symbol grammar: finds document numbers and puts them right (`345 /BC - LĐLD`).

Shapes and the type/issuer test: document_format.md section 3; rules/patterns/symbol.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import regex

from pipeline.grammar.symbol_codes import SymbolCodes, symbol_codes

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

Style = Literal["state", "party", "glued", "old"]

_DIGITS = regex.compile(r"\d+")
_THOUSANDS = regex.compile(r"(?<=^\d{1,3})\.(?=\d{3}$)")
_JOINT = regex.compile(r"(?:\G|(?<!\s))\s*([-–—/_])\s*")
_TERM = re.compile(r"(?<=QH) (?=\d)| (?=&)|(?<=&) ")  # `QH 15`, `KTĐP &LT`: blanks inside a code
_IN_BRACKET = regex.compile(
    r"\([\p{Lu}\d][\p{Lu}\d.-]{0,11}\)(?![\p{L}\d/])|/nb(?!\p{L})"
)  # `TB-CSGT(TTKS)`: its unit; `CV/VPTW/nb`: not to be passed on (nội bộ)
_OF_LAW = regex.compile(r"-\d{1,3}(?!\d)")
_WITH_DAY = regex.compile(r",?\s{1,3}ngày\s{1,3}\d")
_NEXT_OLD = regex.compile(r"\s?(?:,|,?\svà)\s(?:số\s)?")
_CUT = regex.compile(r"\s(?:cùng|ban\shành|đề|và|do|năm)(?!\p{L})|[;.:](?:\s|\Z)")
_GOES_ON = regex.compile(r"(?:\s*[-–]\s*\p{Lu}{2,5}(?!\p{L}))?\s*(?:[,)]|ngày|của|về|ký|\Z)")
# What every number of a shape holds, told at a glance; the engine looks for the first sign alone.
_SLASH = re.compile(r"/ {0,12}[A-ZĐƯ]")
_BEHIND_LETTERS = re.compile(r"/(?<=[A-Za-zĐđ ]/) {0,12}[A-ZĐƯ]")
_DOTTED = re.compile(r"[.…_](?=[ \d]*/ {0,12}[A-ZĐƯ\d])")
_DASH = re.compile(r"[-–—](?<=[\dA-Za-z ][-–—]) {0,12}[^\W\d_]")
_SIGNS = {
    "symbol.state": _SLASH, "symbol.party": _BEHIND_LETTERS, "symbol.glued": _BEHIND_LETTERS,
    "symbol.spaced": _BEHIND_LETTERS, "symbol.old": _DASH, "symbol.blank": _SLASH,
    "symbol.filled": _DOTTED,
}  # fmt: skip
# How far before a number its label or type word may stand.
_REACH = 60


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document number at ``start:end`` of the view.

    ``doc_number`` is the whole without blanks (``345/BC-LĐLĐ``, a blank number ``/QĐ-UBND``);
    ``number`` its integer, ``symbol`` the part behind it (``BC-LĐLĐ``).  ``type_code`` is None for
    a công văn (issuer directly behind the slash) and for laws.  ``is_partial``: the number is blank
    or the year that the type needs is missing.
    """

    start: int
    end: int
    doc_number: str
    number: int | None
    symbol: str
    year: int | None
    type_code: str | None
    issuer_code: str | None
    style: Style
    is_partial: bool
    is_blank: bool
    is_repaired: bool
    rule: str


def find_symbols(view: str, rules: Rulebook) -> tuple[Symbol, ...]:
    """Document numbers of a text in order, not overlapping; offsets are relative to ``view``.

    A shape counts only if a code in it is known or the word ``số`` or a type word stands before it,
    so that ratios (``70/70 CĐCS``), dates and ``m3/ngày`` give nothing.  A number whose symbol
    breaks off at a misread letter (``12/TI*-BTĐ``) gives nothing rather than half of it.
    """
    codes = symbol_codes(rules)
    hits = [
        (hit.start("code") if rule == "symbol.blank" else hit.start(), -hit.end(), rule, hit)
        for rule in _STYLES
        for hit in _matches(view, rule, rules)
    ]
    found: list[Symbol] = []
    for _, _, rule, hit in sorted(hits, key=lambda item: item[:3]):
        if found and hit.start("code") < found[-1].end:
            continue
        symbol = _read(hit, rule, codes, strict=True)
        if symbol is not None and (
            _is_accepted(view, symbol, codes, rules) or _is_next_old(view, found, symbol)
        ):
            found.append(symbol)
    return tuple(found)


def normalise_symbol(text: str, rules: Rulebook) -> Symbol | None:
    """The document number that a head states (``Số: 345 /BC - LĐLD``), None if it states none.

    Offsets are relative to ``text``.  The label may be missing; letters before it may not.
    """
    label = rules.pattern("symbol.head").regex.match(text)
    position = label.end() if label is not None else len(text) - len(text.lstrip())
    codes = symbol_codes(rules)
    for rule in _STYLES:
        hit = rules.pattern(rule).regex.match(text, position)
        if hit is not None:
            return _read(hit, rule, codes, strict=False)
    return None


def _matches(view: str, rule: str, rules: Rulebook) -> Iterator[regex.Match[str]]:
    # most texts hold neither sign of a shape, and most of their slashes are those of dates
    if _SIGNS[rule].search(view):
        yield from rules.pattern(rule).regex.finditer(view)


def _read(hit: regex.Match[str], rule: str, codes: SymbolCodes, *, strict: bool) -> Symbol | None:
    """The symbol of a match; ``strict`` cuts off what blanks join and is no known code."""
    joints = list(_JOINT.finditer(hit["code"]))
    starts = [0, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), len(hit["code"])]
    groups: list[str] = []
    separators: list[str] = []
    is_repaired = False
    issuer: str | None = None
    end = hit.start("code")
    for index, (left, right) in enumerate(zip(starts, ends, strict=True)):
        printed = _TERM.sub("", hit["code"][left:right])
        if " " in printed:  # `VNPT VNP-KT`: a part of a body, behind no other word
            parent, whole = printed.partition(" ")[0], printed.replace(" ", "")
            if whole in codes.issuers:  # `BGD ĐT-GDTrH`
                parent = whole
            elif index:  # `QĐ-UBND TT`: the next words
                groups.append(codes.canonical(parent, first=False) or parent)
                separators.append("/" if joints[index - 1][1] == "/" else "-")
                end = hit.start("code") + left + len(parent)
                break
            if parent not in codes.issuers or parent in codes.types:
                groups.append(parent)
                end = hit.start("code") + left + len(parent)
                break
            printed = whole
            issuer = parent
        known = codes.canonical(printed, first=index == 0)
        is_loose = index > 0 and joints[index - 1].group() != joints[index - 1][1]
        if strict and is_loose and known is None:
            # behind a loose dash only a unit's code goes on, not the next clause or heading
            after = hit.string[hit.start("code") + right : hit.start("code") + right + 18]
            # `ToC`, `TCKT`: a code has no small letters, or several capitals
            is_code = printed.isupper() or sum(c.isupper() for c in printed) > 1
            # `số 5512/TCHQ- GSQL cùng ngày`: the end of a line cut it behind its dash
            is_cut = printed.isupper() and printed != groups[-1] and (
                joints[index - 1].group().rstrip() == joints[index - 1][1] and _CUT.match(after)
            )  # fmt: skip
            if not (is_code and (is_cut or _GOES_ON.match(after))):
                break
        if index:
            separators.append("/" if joints[index - 1][1] == "/" else "-")
        groups.append(known or printed)
        is_repaired = is_repaired or groups[-1] != printed
        end = hit.start("code") + right
    named = hit.groupdict()
    number, year = named.get("number") or "", named.get("year")
    unit = _IN_BRACKET.match(hit.string, end)
    symbol = groups[0] + "".join(s + g for s, g in zip(separators, groups[1:], strict=True))
    if unit is None and symbol.endswith("SL/L"):  # `102-SL/L-004`, a decree that made a law
        unit = _OF_LAW.match(hit.string, end)
    if unit is not None:
        symbol, end = symbol + unit.group(), unit.end()
    style = _STYLES[rule]
    joint = {"party": "-", "old": "-", "glued": ""}.get(style, "/")
    text = f"{number}{joint}{year}/{symbol}" if year else f"{number}{joint}{symbol}"
    type_code, issuer_code = _type_and_issuer(groups, style, codes)
    issuer_code = issuer or issuer_code
    start = hit.start() if number else hit.end("hole")  # with the dots before a filled-in number
    return Symbol(
        start, end, text, _integer(number), symbol, int(year) if year else None, type_code,
        issuer_code, style, not number or (type_code in _DATED and year is None), not number,
        is_repaired, rule,
    )  # fmt: skip


_STYLES: dict[str, Style] = {
    "symbol.state": "state", "symbol.party": "party", "symbol.glued": "glued",
    "symbol.spaced": "glued", "symbol.old": "old", "symbol.blank": "state",
    "symbol.filled": "state",
}  # fmt: skip
# Normative types whose number is never without its year (document_format.md section 3).
_DATED = frozenset({"NĐ", "TTLT"})


def _type_and_issuer(
    groups: list[str], style: Style, codes: SymbolCodes
) -> tuple[str | None, str | None]:
    """The test of document_format.md section 3: what stands first behind the number decides.

    Codes in both lists (CĐ, NĐ, HĐ, CT, TT, BTT, QH, SL) are types if another group follows.
    """
    first, _, dotted = groups[0].partition(".")  # older papers: 12/2002/QĐ.UB
    if first not in codes.types:
        first, dotted = groups[0], ""
    rest = "-".join(filter(None, (dotted, *groups[1:]))) or None
    if style == "old":
        return None, first
    if first in codes.types and (rest is not None or first not in codes.issuers):
        return first, rest
    if first.startswith("QĐ") and first.isupper():  # of courts: `18/2023/QĐXXST-HS`
        return "QĐ", rest or first.removeprefix("QĐ")
    body = first.partition(".")[0]  # `12/UBND.VX`: a unit of it
    return None, body if body in codes.issuers else first


def _integer(number: str) -> int | None:
    digits = _DIGITS.match(_THOUSANDS.sub("", number))
    return int(digits.group()) if digits is not None else None


def _is_accepted(view: str, symbol: Symbol, codes: SymbolCodes, rules: Rulebook) -> bool:
    if rules.pattern("symbol.torn").regex.match(view, symbol.end):
        return False
    before = view[max(0, symbol.start - _REACH) : symbol.start]
    if rules.pattern("symbol.form").regex.search(before):
        return False
    if symbol.is_blank:
        before = before.rstrip(" .…_")
        labelled = rules.pattern("symbol.label").regex.search(before) is not None
        return symbol.type_code is not None and (labelled or _follows_type(before, rules))
    if symbol.rule == "symbol.filled":
        is_known = symbol.type_code is not None or symbol.issuer_code in codes.issuers
        return is_known and _is_named(before, rules)
    if symbol.rule == "symbol.spaced":
        if symbol.type_code is None:  # `Thông tư số 5 NV/TC ngày 12-1-1959`
            return _is_dated(before, view[symbol.end :], rules)
        return _is_named(before, rules)
    if symbol.type_code is not None:
        return True
    if symbol.style in ("party", "glued"):
        after = view[symbol.end :]
        if reversed_type(symbol, rules) and _is_cited(before, after, rules):
            return True
        return symbol.style == "party" and _is_dated(before, after, rules)
    if len(symbol.issuer_code or "") < 2:  # `Sắc lệnh số 18-B ngày ...`: a letter of the register
        label = rules.pattern("symbol.label").regex.search(before)
        words = before if label is None else before[: label.start()]
        return symbol.style == "old" and _follows_type(words, rules)
    is_word = symbol.is_repaired and _is_numbering(view, symbol)
    if is_word or symbol.style == "old" or symbol.issuer_code not in codes.issuers:
        return _is_named(before, rules)
    return True


def _is_next_old(view: str, found: list[Symbol], symbol: Symbol) -> bool:
    """``các Quyết định số 25-CP, 26-CP và 27-CP``: the word of the first is that of all."""
    before = found[-1] if found else None
    return (
        before is not None
        and before.style == symbol.style == "old"
        and before.symbol == symbol.symbol
        and _NEXT_OLD.fullmatch(view, before.end, symbol.start) is not None
    )


def reversed_type(symbol: Symbol, rules: Rulebook) -> str | None:
    """``30-BYT/TT``: until about 1990 the type often stood last, behind who issued the paper."""
    last = symbol.symbol.rpartition("/")[2]
    is_type = last != symbol.symbol and "-" not in last and last in symbol_codes(rules).types
    return last if is_type and symbol.style in ("party", "glued") else None


def _is_cited(before: str, after: str, rules: Rulebook) -> bool:
    """Whether a type word stands before a number, or số before and its day behind.

    `Nhà số 15-A/HĐ`, `sổ số 45-HC/TB` are numbers of other things.
    """
    label = rules.pattern("symbol.label").regex.search(before)
    words = before if label is None else before[: label.start()]
    return _follows_type(words, rules) or (label is not None and _WITH_DAY.match(after) is not None)


def _is_dated(before: str, after: str, rules: Rulebook) -> bool:
    """Whether a type word stands before a number and its day behind: until about 1990 the code of
    the issuer often stood first (``Chỉ thị số 72-TTg/TN ngày 20-7-1971``)."""
    label = rules.pattern("symbol.label").regex.search(before)
    words = before if label is None else before[: label.start()]
    return _WITH_DAY.match(after) is not None and _follows_type(words, rules)


def _is_named(before: str, rules: Rulebook) -> bool:
    """Whether a type word stands before a number, or the word that makes it one (số)."""
    labelled = rules.pattern("symbol.label").regex.search(before) is not None
    return labelled or _follows_type(before, rules)


def _is_numbering(view: str, symbol: Symbol) -> bool:
    """``2/ Thu ngân sách``: a word with one capital behind a stroke and a blank is no code."""
    printed = view[symbol.start : symbol.end].partition("/")[2]
    return printed[:1].isspace() and printed.strip()[1:].islower()


def _follows_type(before: str, rules: Rulebook) -> bool:
    return rules.pattern("symbol.typed").regex.search(before) is not None
