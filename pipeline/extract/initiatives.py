"""Titled initiatives (sáng kiến, giải pháp, đề tài, mô hình, công trình) and what they saved.

The words for the kinds are everyday words too (`có nhiều đề tài, sáng kiến`): only a title makes an
initiative, in quotation marks, behind a colon, or as a named model in a list of good examples.
Whose it is is found later, in the link stage.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from pipeline.extract.bodies import body_at
from pipeline.extract.people import person_at
from pipeline.grammar.numbers import parse_quantity
from pipeline.model import Block, InitiativeMention
from pipeline.rulebook import Rulebook

_BLOCKS = frozenset({"paragraph", "list_item", "heading", "repeated", "appendix"})
_KINDS = ("sáng kiến", "giải pháp", "đề tài", "mô hình", "công trình")
_SHORT = "skkn"  # sáng kiến kinh nghiệm
_LONGEST, _SHORTEST = 320, 6
_OF_ROW = 0.85
LABELLED, LABEL_ALONE = 0.9, 0.7
"""`Giải pháp: X` is a label of plans too: only an author behind it makes it as sure as others."""
_SURE_LABEL = regex.compile(r"\(|(?i:tên\s+(?!công trình))")
_OF_ANOTHER, _BEFORE = 0.6, 80
_WORKS, _OF_OTHERS = "công trình", ("initiative.of_another", "initiative.of_building")
_OF = regex.compile(r"(?:\G|(?<!\s))\s+(?:của\s+|(?=\p{Lu}{3,}\s\p{Lu}))")
_STOP = regex.compile(r";|\.\s")
_NEXT_OF_ROW = regex.compile(
    r"(?:[^“”\"„«;.\n]|\.(?=\p{L})){0,160};\s{1,2}(?:và\s)?[“\"„«](?P<title>)(?=\p{Lu}|\d)"
)
_INNER = regex.compile(r'\s"(?=[\p{L}\d][^"“”]{0,60}"[\s,;])')  # `"Dạy học "STEM" ở lớp 5"`
_OPEN, _CLOSE = "“«„", "”»"
_EXEMPLARY = frozenset({"initiative.model", "initiative.held_model"})
# The rules, and signs of which each asks for one: most blocks that hold the words hold none.
_SIGNS = {
    "initiative.quoted": '“"„«', "initiative.stated": ":", "initiative.labelled": ":",
    "initiative.entry": " ", "initiative.authored": "“„«", "initiative.model": " ",
    "initiative.held_model": " ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TitledInitiative:
    """A title ``start:end`` of the text.

    ``lead`` is where its kind begins, ``after`` where the text goes on behind its closing mark.
    """

    start: int
    end: int
    lead: int
    after: int
    title: str
    kind: str
    rule: str
    confidence: float
    benefit_vnd: int | None = None
    benefit_qualifier: str | None = None


def as_mention(
    item: TitledInitiative, key: int, authors: tuple[str, ...], *, is_duplicate: bool
) -> InitiativeMention:
    """The row of a title; ``key`` joins people to it inside the document."""
    return InitiativeMention(
        item.start, item.end, key, item.title, item.kind, authors, item.rule, item.confidence,
        benefit_vnd=item.benefit_vnd, benefit_qualifier=item.benefit_qualifier,
        is_duplicate=is_duplicate,
    )  # fmt: skip


def initiatives_in(block: Block, rules: Rulebook) -> tuple[TitledInitiative, ...]:
    """The titled initiatives of a block, in the order of the text.

    :param rules: the patterns ``initiative.*``
    """
    if block.kind not in _BLOCKS:
        return ()
    lowered = block.view.lower()
    if not any(kind in lowered for kind in (*_KINDS, _SHORT)):
        return ()
    stated = tuple(_all(block, rules))
    rows = (item for first in stated for item in _in_row(block, first, rules))
    found = sorted((*stated, *rows), key=lambda i: (i.start, -i.end))
    kept: list[TitledInitiative] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
        elif item.rule == "initiative.quoted" and kept[-1].confidence == LABEL_ALONE:
            # `4. Đề tài: Thực hiện đề tài “X”`: the marks say what the title is
            kept[-1] = item if item.kind == kept[-1].kind else kept[-1]
    return tuple(kept)


def _all(block: Block, rules: Rulebook) -> Iterator[TitledInitiative]:
    view = block.view
    exemplary = None
    for rule in _SIGNS:
        if not any(sign in view for sign in _SIGNS[rule]):
            continue
        pattern = rules.pattern(rule)
        for match in pattern.finditer(view) if pattern.may_match(view) else ():
            if rule in _EXEMPLARY:
                if exemplary is None:
                    exemplary = rules.pattern("awardee.exemplar").search(view)
                if exemplary is None or exemplary.start() > match.start():
                    continue
            item = _titled(view, match, rule, block.start, rules)
            if item is not None:
                yield item


def _titled(
    view: str, match: regex.Match[str], rule: str, offset: int, rules: Rulebook
) -> TitledInitiative | None:
    begin = match.start("title")
    stop = min(len(view), begin + _LONGEST)
    if rule == "initiative.model":
        owner = _owner_start(view, begin, stop, rules)
        if owner is None:
            return None
        end, after, confidence = owner, owner, 0.85
    elif rule == "initiative.held_model":
        ending = rules.pattern("initiative.end_held").regex.search(view, begin, stop)
        end = after = ending.start() if ending is not None else stop
        confidence = 0.8
    elif view[begin - 1] in '“"„«':
        end, after = _closing(view, begin, stop, rules)
        confidence = 0.95
    else:
        end, after = _bare_end(view, begin, stop, match.start(), rules)
        is_sure = rule != "initiative.labelled" or _SURE_LABEL.search(
            view, match.start() - 1, begin
        )
        confidence = LABELLED if is_sure else LABEL_ALONE
    while end > begin and view[end - 1] in " \u00a0.,;:":
        end -= 1
    again = rules.pattern("extract.initiatives_again").regex.match(
        view, begin, end
    )  # `Mô hình tiêu biểu: mô hình nuôi lươn của ...`
    begin = again.end() if again is not None else begin
    title = view[begin:end]
    if rule == "initiative.entry" and not rules.pattern("extract.initiatives_author").regex.match(
        view, end
    ):
        return None
    kind = match["kind"].lower() if "kind" in match.groupdict() else _kind_before(view, begin)
    if kind is None:
        return None
    kind = _KINDS[0] if kind == _SHORT else kind
    if view[begin - 1] not in '“"„«' and rules.pattern("initiative.no_bare_title").search(title):
        return None
    if not len(title) >= _SHORTEST or rules.pattern("initiative.no_title").regex.match(title):
        return None
    if rule == "initiative.quoted" and kind in {"mô hình", "công trình", "giải pháp"}:
        if not title[0].isupper():
            return None
        confidence = 0.9
    benefit, qualifier = benefit_behind(view, after, rules)
    lead = match.start("kind") if "kind" in match.groupdict() else match.start()
    others = _OF_OTHERS if kind == _WORKS else _OF_OTHERS[:1]
    if any(rules.pattern(other).search(view, max(0, lead - _BEFORE), lead) for other in others):
        confidence = _OF_ANOTHER
    return TitledInitiative(
        begin + offset, end + offset, lead + offset, after + offset, title, kind,
        rule, confidence, benefit, qualifier,
    )  # fmt: skip


def _in_row(block: Block, first: TitledInitiative, rules: Rulebook) -> Iterator[TitledInitiative]:
    """The quoted titles behind semicolons that share the plural word for their kind."""
    view, lead = block.view, first.lead - block.start
    if first.rule != "initiative.quoted" or ";" not in view[lead:]:
        return
    if not rules.pattern("extract.initiatives_row").regex.search(view, max(0, lead - 30), lead):
        return
    at = first.after - block.start
    while match := _NEXT_OF_ROW.match(view, at):
        begin = match.start("title")
        end, at = _closing(view, begin, min(len(view), begin + _LONGEST), rules)
        if end - begin < _SHORTEST:
            return
        benefit, qualifier = benefit_behind(view, at, rules)
        yield TitledInitiative(
            begin + block.start, end + block.start, begin + block.start, at + block.start,
            view[begin:end].rstrip(" .,;:"), first.kind, first.rule, _OF_ROW, benefit, qualifier,
        )  # fmt: skip


def _kind_before(view: str, at: int) -> str | None:
    """The word for a kind printed nearest before a title that has none of its own; else None."""
    before = view[:at].lower()
    last = {kind: before.rfind(kind) for kind in _KINDS}
    nearest = max(last, key=lambda kind: last[kind])
    return nearest if last[nearest] >= 0 else None


def _closing(view: str, begin: int, stop: int, rules: Rulebook) -> tuple[int, int]:
    """End of a quoted title and where the text goes on; inner quotation marks are stepped over."""
    depth = 1
    for at in range(begin, stop):
        letter = view[at]
        if letter in _OPEN or _INNER.match(view, at - 1):
            depth += 1
        elif letter in _CLOSE or letter == '"':
            depth -= 1
            if depth == 0:
                return at, at + 1
    ending = rules.pattern("initiative.end_quoted").regex.search(view, begin, stop)
    return (ending.start(), ending.start()) if ending else (begin, begin)


def _bare_end(view: str, begin: int, stop: int, lead: int, rules: Rulebook) -> tuple[int, int]:
    """End of a title without an opening mark: in brackets at the bracket, else at an end word."""
    opened = view.rfind("(", max(0, lead - 2), begin)
    if opened >= 0:
        depth = 1
        for at in range(begin, stop):
            depth += {"(": 1, ")": -1}.get(view[at], 0)
            if depth == 0:
                return at, at + 1
    pattern = rules.pattern("initiative.end_bare").on(view)
    ending = pattern.search(view, begin, stop)
    while ending is not None and _closes_inner(view, begin, ending):
        ending = pattern.search(view, ending.end(), stop)
    if ending is None:
        return (stop, stop) if stop == len(view) else (begin, begin)
    after = ending.end() if ending.group() in _CLOSE + '"' else ending.start()
    return ending.start(), after


def _closes_inner(view: str, begin: int, ending: regex.Match[str]) -> bool:
    """`Lập bản đồ số “mở” của mạng`: the mark closes words that were opened inside the title."""
    if ending.group() == '"':
        is_open = view.count('"', begin, ending.start()) % 2 == 1
        return is_open or _INNER.match(view, ending.start() - 1) is not None
    mark = _CLOSE.find(ending.group())
    return mark >= 0 and view.rfind(_OPEN[mark], begin, ending.start()) >= 0


def _owner_start(view: str, begin: int, stop: int, rules: Rulebook) -> int | None:
    """Where a model's owner begins (with its ``của``): without an owner the words are no title."""
    for match in _OF.finditer(view, begin, stop):
        if _STOP.search(view[begin : match.start()]):
            return None
        if _is_owner(view, match.end(), rules):
            return match.start()
    return None


def _is_owner(view: str, at: int, rules: Rulebook) -> bool:
    """Does a sure person or a body stand at ``at``, or workers of a place (CNVCLĐ huyện ...)?"""
    person = person_at(view, at, rules)
    if person is not None and (person.cued or person.confidence >= 0.9):
        return True
    workers = rules.pattern("awardee.workers").regex
    return body_at(view, at, rules) is not None or workers.match(view, at) is not None


def benefit_behind(view: str, after: int, rules: Rulebook) -> tuple[int | None, str | None]:
    """Money saved, in dong, and its qualifier, printed right behind the title."""
    match = rules.pattern("initiative.benefit").on(view).match(view[after : after + 320])
    if match is None:
        return None, None
    quantity = parse_quantity(view, after + match.start("amount"), rules)
    if quantity is None or quantity.unit != "vnd":
        return None, None
    about = rules.pattern("initiative.about").regex.search(match.group())
    qualifier = about.lastgroup if about else "exact"
    return int(quantity.value), qualifier
