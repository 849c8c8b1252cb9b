"""Nominees whom a later sentence turns down: `ông A: 3/9 phiếu`, `không đề nghị đối với bà B`.

Minutes name everybody whose dossier (hồ sơ) came in, and say further on who did not pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.grammar.spelling import fold
from pipeline.model import AwardeeMention, Block
from pipeline.rulebook import Rulebook

_SILENT = frozenset(
    {"header", "number", "place_date", "addressees", "copies", "furniture", "basis"}
)
_SENTENCE = regex.compile(r"[.;](?=\s)|\s[-–+•]\s(?=\p{Lu})")
_BRACKETED = regex.compile(r"\(\s?(?P<yes>\d{1,3})\s?/\s?(?P<all>\d{1,3})(?=\s?[,;)])")
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_HALF = 50
# `Bà A, công chức: 100%`, in a line below the title that was put to the vote
_SHARE_AT_END = regex.compile(r":\s{1,3}(?P<share>\d{1,3}(?:,\d{1,2})?)\s?%\W*$")


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A stretch of text whose people passed or did not, and the awards that it names."""

    words: str
    start: int
    end: int
    passed: bool
    awards: frozenset[str]


def without_turned_down(
    found: Sequence[AwardeeMention], blocks: Iterable[Block], rules: Rulebook
) -> list[AwardeeMention]:
    """The awardees without the nominees whom the text behind them turns down."""
    names = {_words(a.name) for a in found if a.role == "nominee"}
    if not names:
        return list(found)
    lengths = sorted({len(name) for name in names})
    down: dict[tuple[str, ...], list[_Verdict]] = {}
    told = [block for block in blocks if block.kind not in _SILENT]
    stated = {share for block in told if (share := _needed(block.view, rules)) is not None}
    needed = next(iter(stated)) if len(stated) == 1 else None  # one for all, told below them too
    for block in told:
        needed = _needed(block.view, rules) or needed
        if not rules.pattern("clauses.turned_down_cue").regex.search(block.view) and (
            needed is None or "%" not in block.view
        ):
            continue
        for verdict in _verdicts(block, rules, needed):
            said = _words(verdict.words)
            for at, length in product(range(len(said)), lengths):
                if (name := said[at : at + length]) in names:
                    down.setdefault(name, []).append(verdict)
    return [
        a for a in found if a.role != "nominee" or not _is_down(a, down.get(_words(a.name), ()))
    ]


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def _is_down(nominee: AwardeeMention, verdicts: Sequence[_Verdict]) -> bool:
    """Is the last thing said of a nominee, where named or further on, that the vote failed?"""
    about = [
        v
        for v in verdicts
        if v.end > nominee.start and (not v.awards or nominee.award_name in v.awards)
    ]
    return bool(about) and not about[-1].passed


def _needed(view: str, rules: Rulebook) -> int | None:
    """The share of votes that a line says is needed: `(từ 80% số phiếu trở lên)`."""
    stated = (
        rules.pattern("clauses.turned_down_threshold").regex.search(view)
        if "%" in view and rules.pattern("clauses.turned_down_of_votes").regex.search(view)
        else None
    )
    return int(stated["share"]) if stated is not None else None


def _verdicts(block: Block, rules: Rulebook, needed: int | None) -> Iterator[_Verdict]:
    view, begin = block.view, 0
    ends = [m.start() for m in _SENTENCE.finditer(view)]
    for end in (*ends, len(view)):
        if rules.pattern("clauses.turned_down_cue").regex.search(view, begin, end):
            yield from _of_sentence(block, begin, end, rules, needed)
        elif needed and (share := _SHARE_AT_END.search(view, begin, end)):
            passed = _passes(float(share["share"].replace(",", ".")), needed)
            yield _verdict(block, begin, end, rules, passed=passed)
        begin = end


def _passes(share: float, needed: int | None) -> bool:
    """More than half of the votes, or the share that the minutes say is needed."""
    return share >= needed if needed is not None else share > _HALF


def _of_sentence(
    block: Block, begin: int, end: int, rules: Rulebook, needed: int | None
) -> Iterator[_Verdict]:
    view, at = block.view, begin
    voted = False
    votes_in = [*rules.pattern("clauses.turned_down_votes").regex.finditer(view, begin, end)]
    if not votes_in and rules.pattern("clauses.turned_down_fails").regex.search(view, begin, end):
        votes_in = [*_BRACKETED.finditer(view, begin, end)]  # `A (11/11), B (4/11, không đạt)`
    for votes in votes_in:
        passed = _passes(100 * int(votes["yes"]) / max(1, int(votes["all"])), needed)
        yield _verdict(block, at, votes.end(), rules, passed=passed)
        at, voted = votes.end(), True
    if not voted and "phiếu" in view[begin:end]:
        for share in rules.pattern("clauses.turned_down_share").regex.finditer(view, begin, end):
            passed = _passes(float(share["share"].replace(",", ".")), needed)
            yield _verdict(block, at, share.end(), rules, passed=passed)
            at = share.end()
    fails, refuses = (
        rules.pattern("clauses.turned_down_fails").regex.search(view, at, end),
        rules.pattern("clauses.turned_down_refuses").regex.search(view, at, end),
    )
    if refuses is not None and (fails is None or refuses.start() < fails.start()):
        instead = rules.pattern("clauses.turned_down_instead").regex.search(
            view, refuses.end(), end
        )
        stop = instead.start() if instead is not None else end
        if rules.pattern("clauses.turned_down_of_awards").regex.search(view, refuses.start(), stop):
            yield _verdict(block, refuses.start(), stop, rules, passed=False)
    elif fails is not None and view[: fails.start()].endswith("("):
        # `đồng ý đề nghị tặng X cho ông A (không đạt tỷ lệ)`: who stands right before it
        befores = [
            m.end()
            for m in rules.pattern("clauses.turned_down_before_name").regex.finditer(
                view, at, fails.start()
            )
        ]
        is_line = block.kind == "list_item"  # `- Ông A, Trưởng khoa: 60% (không đủ tỷ lệ)`
        near = max([at, *(e for e in befores if not is_line)])
        yield _verdict(block, near, fails.end(), rules, passed=False)
    elif fails is not None:
        first = max(
            [
                at,
                *(
                    m.end()
                    for m in rules.pattern("clauses.turned_down_only_of").regex.finditer(
                        view, at, fails.start()
                    )
                ),
            ]
        )
        if not rules.pattern("clauses.turned_down_asks").regex.search(view, first, fails.start()):
            yield _verdict(block, first, fails.end(), rules, passed=False)


def _verdict(block: Block, begin: int, end: int, rules: Rulebook, *, passed: bool) -> _Verdict:
    words = block.view[begin:end]
    awards = frozenset(award.award_name for award in awards_in_words(words, rules))
    return _Verdict(words, block.start + begin, block.start + end, passed, awards)
