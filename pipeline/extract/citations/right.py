"""What stands behind a cited number: its date, its issuer and its subject."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import regex

from pipeline.extract.citations.cut_body import rest_of_body
from pipeline.extract.holder import without_holder
from pipeline.grammar.date_grammar import day_of, whole_year
from pipeline.grammar.symbols import Symbol

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

# What joins the next citation to a title: `... phát triển đô thị, số`, `... một số điều của`.
_LOOSE_WORDS = regex.compile(
    r"(?r)(?:(?:\s*[,;–-]|\s+và)\s*số|,\s+căn cứ"
    r"|\s+(?:và|của|tại|theo|cùng|(?:ban hành )?kèm)|[\s,;:(–-])+\Z"
)
# A joining word at the end of a body, or the verb of `do Sở Mẫu cấp`.
_LOOSE_END = regex.compile(
    r"(?r)(?:\s+(?:và|&|khóa|khoá|(?<!(?i:các|hai|ba|bốn|đa|trung|cao|sơ)\s)cấp)|[\s.,&/-])+\Z"
)
# Date, issuer and subject together are no longer.
_REACH = 800
# A subject cut by the next citation tells something only from this length on.
_SHORTEST_CUT = 20
_DAY_RULES = ("date.full", "date.numeric", "date.mixed")
# Codes whose body is named by its place right behind the symbol (QĐ-UBND tỉnh ...).
_PLACED = ("UBND", "HĐND")
# Codes of joint papers end so: TTLT, NQLT, KHPH.
_JOINT = ("LT", "PH", "KHLN", "HDLN")
# A contract has its sides, too; a council of that name has none.
_CONTRACT = regex.compile(r"HĐ(?!BT|CP|N[DN]|QT|TV|TS|ĐH)")
_MOST_BODIES = 8
_TYPE_OF_CODE = regex.compile(r"[-/]")


@dataclass(frozen=True, slots=True)
class Closing:
    """The words behind a number.

    ``core_end`` is where date and issuer end, ``end`` where the subject ends; ``has_date`` is True
    for a printed date even where its day is blank (``cited_on`` is None then), ``is_same_day`` for
    ``cùng ngày``, which dates the numbers before it in the list as well, or with no day behind it
    has that of the paper cited before.
    """

    core_end: int
    end: int
    cited_on: dt.date | None = None
    has_date: bool = False
    is_same_day: bool = False
    issuer: str | None = None
    title: str | None = None
    is_body_cut: bool = False  # a word follows the issuer that may be of its name


def closing(
    view: str,
    end: int,
    limit: int,
    symbol: Symbol | None,
    rules: Rulebook,
    issued: dt.date | None = None,
) -> Closing:
    """Reads from ``end`` of the number up to ``limit`` (where the next citation begins).

    :param issued: the citing document's own day, which tells the century of ``ngày 23-11-46``
    """
    limit = min(limit, end + _REACH)
    position, issuer = end, None
    code = symbol.symbol if symbol is not None else ""
    if code.endswith(_PLACED):
        place = rules.pattern("citation.place_after").regex.match(view[end:limit])
        if place is not None:
            body = next(word for word in _PLACED if code.endswith(word))
            issuer, position = f"{body} {place['place']}", end + place.end()
    cited_on, has_date, is_same_day, is_cut = None, False, False, False
    of_body = rules.pattern("citation.of_body").on(view)
    meeting = rules.pattern("citation.of_meeting").regex
    passed = rules.pattern("citation.passed").regex.match(view, position, limit)
    if passed is not None:
        issuer, position = passed["body"], passed.end()
    for _ in range(2):
        term = rules.pattern("citation.term").regex.match(view, position, limit)
        if term is not None:
            position = term.end()
        year = rules.pattern("citation.to_year").regex.match(view, position, limit)
        if not has_date and year is not None:
            position, has_date = year.end(), True
        same = rules.pattern("citation.same_day").regex.match(view, position, limit)
        if not has_date and same is not None:
            position, has_date, is_same_day = same.end(), True, True
        if not has_date:
            found = _date(view, position, limit, rules, issued)
            if found is not None:
                is_same_day = "cùng" in view[position : found[1]].casefold()
                is_bracketed = "(" in view[position : found[1]] and view.startswith(")", found[1])
                cited_on, position, has_date = found[0], found[1] + is_bracketed, True
        if issuer is None:
            hit = meeting.match(view, position, limit) or of_body.match(view, position, limit)
            is_joint = _TYPE_OF_CODE.split(code)[0].endswith(_JOINT)
            is_between = is_joint or _CONTRACT.match(code) is not None
            if hit is None and is_between:
                hit = rules.pattern("citation.between_bodies").regex.match(view, position, limit)
            if hit is not None:
                first, position = hit.start("body"), _end_of(hit)
                if is_between:
                    position = _last_body(view, position, limit, rules)
                if not is_between:
                    alone = rules.pattern("citation.body_alone").regex.match(view, first, position)
                    position = alone.end() if alone is not None else position
                    body = view[first:position]
                    is_cut, position = rest_of_body(body, view, position, limit, rules)
                issuer = clean_body(view[first:position], rules)
    title = rules.pattern("citation.title").regex.match(view, position, limit)
    core = Closing(position, position, cited_on, has_date, is_same_day, issuer, is_body_cut=is_cut)
    if title is None:
        return core
    ended = rules.pattern("citation.title_end").search(title["title"])
    text = _inside_bracket(title["title"][: ended.start() if ended else None])
    text = _LOOSE_WORDS.sub("", text)
    if ended is None and title.end() == limit < len(view) and len(text) < _SHORTEST_CUT:
        return core
    stop = title.start("title") + len(text)
    if stop < len(view) and view[stop] in '”"':
        stop += 1
        hit = None if issuer is not None else of_body.match(view, stop, limit)
        if hit is not None:  # `số 5/QĐ-SNV “Về việc ...” của Sở Nội vụ`
            core = replace(core, issuer=clean_body(hit["body"], rules))
    return replace(core, end=stop, title=" ".join(text.split()) or None)


def _end_of(hit: regex.Match[str]) -> int:
    """Where the body of a match ends, a joining word at its end left out."""
    return hit.start("body") + len(_LOOSE_END.sub("", hit["body"]))


def _last_body(view: str, position: int, limit: int, rules: Rulebook) -> int:
    """Where the last of the bodies ends that issued a joint paper (liên tịch), from the first."""
    further = rules.pattern("citation.further_body").regex
    for _ in range(_MOST_BODIES):
        hit = further.match(view, position, limit)
        if hit is None:
            break
        position = _end_of(hit)
    return position


def _inside_bracket(title: str) -> str:
    """The title up to a bracket that closes one opened before the citation."""
    depth = 0
    for at, letter in enumerate(title):
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return title[:at]
    return title


def giver_behind(view: str, start: int, end: int, limit: int, rules: Rulebook) -> str | None:
    """Who decided at a paper: ``Tại Quyết định số 5/QĐ-UBND, UBND tỉnh đã tặng ...``.

    :param start: where the citation begins
    :param end: where its number and date end
    :param limit: where the next citation begins
    """
    if not rules.pattern("citation.at_paper").regex.search(view[max(0, start - 40) : start]):
        return None
    hit = rules.pattern("citation.giver_behind").regex.match(view, end, limit)
    return clean_body(hit["body"], rules) if hit is not None else None


def clean_body(printed: str, rules: Rulebook) -> str:
    """A body as printed, blanks single, without a joining word or its head's name at its end."""
    return without_holder(" ".join(_LOOSE_END.sub("", printed).split()), rules)


def _date(
    view: str, position: int, limit: int, rules: Rulebook, issued: dt.date | None
) -> tuple[dt.date | None, int] | None:
    """The date at ``position``: (day or None for a blank one, where it ends)."""
    lead = rules.pattern("citation.to_date").regex.match(view, position, limit)
    if lead is None:
        return None
    at = lead.end()
    if at and view[at - 1].isalnum():
        # `45/TTr-SCTngày 12/5/2015`, `46/2010/QH12ngày 16/6/2010`: the blank is lost, and a
        # pattern of dates looks for none inside a word
        view, base = view[at:limit], at
        at, limit = 0, len(view)
    else:
        base = 0
    for rule in _DAY_RULES:
        hit = rules.pattern(rule).regex.match(view, at, limit)
        if hit is not None:
            return day_of(int(hit["y"]), int(hit["m"]), int(hit["d"])), base + hit.end()
    short = rules.pattern("date.short_year").regex.match(view, at, limit)
    if short is not None and issued is not None:
        year = whole_year(int(short["y"]), issued)
        day = None if year is None else day_of(year, int(short["m"]), int(short["d"]))
        return day, base + short.end()
    for rule in ("date.blank_day", "date.blank_month", "citation.unread_date"):
        blank = rules.pattern(rule).regex.match(view, at, limit)
        if blank is not None:
            return None, base + blank.end()
    return None
