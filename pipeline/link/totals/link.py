"""Totals and their parts: trong đó, còn lại, n of m, and table columns that add up to a count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline.grammar.spelling import fold
from pipeline.link.totals.antecedent import is_named, label_of, nearest_whole
from pipeline.link.totals.breakdown import broken_down
from pipeline.link.totals.changes import (
    PREDICATE,
    is_aside,
    is_change,
    is_change_of_one,
    is_rate_of_another,
    past_growth,
)
from pipeline.link.totals.closing_total import closed_by_total
from pipeline.link.totals.consisting import consisting
from pipeline.link.totals.doubts import left_untied
from pipeline.link.totals.figure_group import REACH, SENTENCE_END, Group, by_block
from pipeline.link.totals.labelled_parts import labelled_parts
from pipeline.link.totals.later_parts import parts_by_column, parts_by_sentence, parts_by_sum
from pipeline.link.totals.left_over import left_over
from pipeline.link.totals.links import Links
from pipeline.link.totals.listed_parts import listed_parts
from pipeline.link.totals.named_whole import parts_of_named
from pipeline.link.totals.next_sentence import told_later
from pipeline.link.totals.opened_parts import opened_parts
from pipeline.link.totals.out_of import parts_out_of
from pipeline.link.totals.pairs import paired_parts, pairs_of
from pipeline.link.totals.partition import adds_up, nearest_of_a_kind, nouns_of
from pipeline.link.totals.share_behind import opens_share, shared_whole
from pipeline.link.totals.summed import summed_parts
from pipeline.link.totals.tables import table_parts
from pipeline.model import Dispatch, FigureMention
from pipeline.rulebook import Rulebook

_REST_REACH = 16
_MOST_SENTENCES = 8  # of which each may be a part: `Trong đó: tỉnh thụ lý 9 vụ. Huyện ...`
_LONGEST_LEAD = 50  # letters that may stand before the words of parts at the head of a sentence
_OPENS_LIST = regex.compile(r"\s*+:")
_STROKE = regex.compile(r"[^,;.()/\d]{0,40}(?:\([^()/]{1,60}\))?/")
# What stands before one of the parts behind a semicolon: its name, and nothing that is done.
_NAMES_PART = regex.compile(
    r"\s*+(?:(?!(?:tổ chức|hỗ trợ|tặng|trao|mở|cho|ban hành)(?!\p{L}))[^,;.()\d]){0,30}"
)
_MOST = 60  # figures that are looked at on either side of a word of parts
_SHARE_GAP = 260  # letters between a count n/m and the percentage that says the same


def link_totals(
    figures: tuple[FigureMention, ...], dispatch: Dispatch, rules: Rulebook
) -> tuple[FigureMention, ...]:
    """Tie parts to their totals inside the document.

    :param figures: figures with keys 0..n-1 in the order of the text
    :param dispatch: the document they stand in
    :param rules: lexicon ``alike_nouns``
    :return: the same figures; ``role`` total or part and ``parent_key`` set where the text or the
        sums say so, everything else left as it was
    """
    links, nouns = Links(figures), nouns_of(rules)
    _elided(links)
    groups = tuple(by_block(figures, dispatch, nouns))
    for group in groups:
        _ratios(links, group)
        if group.block.kind != "table":
            for inner, whole in broken_down(
                group.block.view, group.block.start, group.figures, nouns, rules
            ):
                links.tie(inner, whole)
            _in_which(links, group, rules)
            _among(links, group, rules)
            _of_so_many(links, group, rules)
            for part, total in left_over(group, links.parents, rules):
                links.tie(part, total)
            _strokes(links, group)
            for part, whole in (
                *told_later(group, rules),
                *closed_by_total(group, rules),
                *parts_out_of(group, rules),
            ):
                links.tie(part, whole)
            for part, whole in parts_of_named(group, figures, dispatch.text.text, rules):
                links.tie(part, whole)
            for part, whole in consisting(group, links.parents, rules):
                links.tie(part, whole)
            for part, whole in paired_parts(pairs_of(group), links.parents, nouns):
                links.tie(part, whole)
            for part, whole in summed_parts(group, links.parents, rules):
                links.tie(part, whole)
    for part, total in (
        *listed_parts(figures, dispatch, nouns, rules),
        *table_parts(figures, dispatch, rules),
        *opened_parts(figures, dispatch, nouns, rules),
    ):
        links.tie(part, total)
    for group in groups:
        links.doubted.update(f.key for f in left_untied(group, links.roles, links.parents, rules))
    return links.figures()


def _in_which(links: Links, group: Group, rules: Rulebook) -> None:
    """``A ..., trong đó có b, c``: parts up to the bracket's, the clause's end."""
    hits = list(rules.pattern("totals.link_in_which").regex.finditer(group.words))
    for at in reversed(range(len(hits))):  # the inner ones know their parts first
        hit = hits[at]
        position = group.block.start + hit.end()
        is_inner = at > 0 and group.sentence_end(group.block.start + hits[at - 1].end()) > position
        end = group.bracket_end(position)
        more: list[FigureMention] = []
        later: list[Sequence[FigureMention]] = []
        opened = group.block.start + hit.start()
        if end is None:
            end = group.sentence_end(position)
            semicolon = group.words.find(";", hit.end(), end - group.block.start)
            is_list = not is_inner and _OPENS_LIST.match(group.words, hit.end()) is not None
            if semicolon >= 0 and not is_list:
                end = min(end, group.block.start + semicolon + REACH)
                later = list(_clauses(group, group.block.start + semicolon, end))
                if group.between(group.block.start, opened).rstrip()[-1:] in ("", ".", "!", "?"):
                    more = list(_next_parts(group, group.block.start + semicolon, end, rules))
                end = group.block.start + semicolon
                for part, whole in labelled_parts(group, opened, position, end, rules):
                    links.tie(part, whole)
        inside = group.inside(position, end)[:_MOST]
        own = [
            f for f in inside
            if not _is_nested(group, f, position, end) and not _is_behind_part(group, f)
        ]  # fmt: skip
        parts = [*own, *more][:_MOST]
        if not parts:
            continue
        before = [f for f in group.inside(opened - REACH, opened)[-_MOST:] if f.end <= opened]
        # `Trong đó` at the head of a sentence looks back to the sentence before it
        ahead = group.between(group.block.start, opened).rstrip()
        since = group.block.start + len(ahead) - 1 if ahead[-1:] in ".!?" else opened - 1
        near = [f for f in before if group.sentence_end(f.end) >= since]
        if not near and opened - group.sentence_start(opened) <= _LONGEST_LEAD:
            since = group.sentence_start(opened) - 1  # `Thống kê cho thấy, trong đó có ...`
            near = [f for f in before if group.sentence_end(f.end) >= since]
        if since < opened - 1:
            near = past_growth(group, near, before, rules)
        if not any(is_change(group, part, rules) for part in parts if part.unit != "percent"):
            near = [f for f in near if not is_aside(group, f, opened, rules)] or near
        first = parts[: len(parts) - len(more)]
        for part, whole in parts_by_column([first, *later], near, group.nouns):
            links.tie(part, whole)
        said = [
            [f for f in clause if _is_said(group, f, position, rules)] for clause in (first, *later)
        ]
        for clauses in ([first, *later], said):  # as they stand, and without growth and asides
            for part, whole in parts_by_sum(clauses[0], clauses[1:], near, group.nouns):
                links.tie(part, whole)
        if since < opened - 1:
            for part, whole in parts_by_sentence(
                _sentences(group, position, rules), near, group.nouns
            ):
                links.tie(part, whole)
        if any(f.unit == "count" for f in near):
            links.mark(f for f in parts if opens_share(group, f, position))
        clause = group.block.start + group.words.rfind(";", 0, hit.start())
        for unit in dict.fromkeys(part.unit for part in parts):
            alike = [p for p in parts if p.unit == unit and not is_rate_of_another(group, p, rules)]
            reach = [f for f in near if f.unit == unit and not is_rate_of_another(group, f, rules)]
            own = [f for f in reach if f.start > clause]
            others = reach[: len(reach) - len(own)]
            labels = [label_of(group, part) for part in alike] if others else ()
            named = any(is_named(label, f) for f in others for label in labels)
            if not named and any(_is_akin(figure, part) for figure in own for part in alike):
                reach = own  # `7.740 ha chè, trong đó 7.140 ha ..., 74 tấn` is of the tea
            for part in alike:
                if part.key not in links.parents:
                    _tie_to_antecedent(links, group, part, alike, reach, opened, rules)


def _sentences(group: Group, position: int, rules: Rulebook) -> Iterator[Sequence[FigureMention]]:
    """What each sentence counts from ``position`` on, without growth and asides."""
    for _ in range(_MOST_SENTENCES):
        if position >= group.block.end:
            return
        end = group.sentence_end(position)
        inside = group.inside(position, end)
        yield [f for f in inside if _is_said(group, f, position, rules)]
        position = end + 1


def _is_akin(figure: FigureMention, part: FigureMention) -> bool:
    """Whether two figures are money, or their nouns begin alike (``ha rừng``, ``ha quế``)."""
    first, second = ((f.counted or "").casefold().partition(" ")[0] for f in (figure, part))
    return first == second


def _is_nested(group: Group, figure: FigureMention, start: int, end: int) -> bool:
    """Whether a bracket that opens between ``trong đó`` and the figure holds it."""
    if "(" not in group.between(start, figure.start):
        return False
    closed = group.bracket_end(figure.start)
    return closed is not None and closed < end


def _is_behind_part(group: Group, figure: FigureMention) -> bool:
    """``trong đó 460 hộ/1.366 hộ``: the second says again what the first is a part of."""
    if group.between(figure.start - 1, figure.start) != "/":
        return False
    before = group.inside(group.block.start, figure.start)[-1:]
    return bool(before) and _is_out_of(before[0], figure)


def _is_said(group: Group, figure: FigureMention, position: int, rules: Rulebook) -> bool:
    """Whether a figure tells how many there are: ``giảm 0,3% (3.042 tấn)``, ``tăng 20`` do not."""
    if rules.pattern("totals.changes_growth").regex.search(
        group.between(figure.start - PREDICATE, figure.start)
    ):
        return False
    opened = "(" in group.between(position, figure.start)
    return not (opened and group.bracket_end(figure.start) is not None)


def _among(links: Links, group: Group, rules: Rulebook) -> None:
    """``Trong số hộ đó có a, b và c``: parts where they add up to an earlier count."""
    for hit in rules.pattern("totals.link_among").regex.finditer(group.words):
        start = group.block.start + hit.end()
        parts = group.inside(start, min(group.sentence_end(start), start + REACH))[:_MOST]
        before = group.inside(start - REACH, group.block.start + hit.start())[-_MOST:]
        for part, whole in parts_by_sum(parts, (), before, group.nouns):
            links.tie(part, whole)


def _of_so_many(links: Links, group: Group, rules: Rulebook) -> None:
    """``Trong số 105 đại biểu trúng cử, có 46 nữ; 15 người ...``: fewer of the same are parts."""
    for figure in group.figures:
        lead = group.between(figure.start - _REST_REACH, figure.start)
        if figure.unit != "count" or not rules.pattern("totals.link_out_of").regex.search(lead):
            continue
        end = min(group.sentence_end(figure.end), figure.end + REACH)
        at = group.words.find(";", figure.end - group.block.start, end - group.block.start)
        stop = end if at < 0 else group.block.start + at
        parts = list(group.inside(figure.end, stop))
        parts += _next_parts(group, stop, end, rules) if at >= 0 else ()
        for part in parts[:_MOST]:
            fewer = (
                part.unit == "count"
                and part.value < figure.value
                and not is_change(group, part, rules)
            )
            is_first = part is parts[0] and "tổng" in lead
            if fewer and (
                group.nouns.same(figure.counted, part.counted)
                or (
                    is_first
                    and rules.pattern("totals.link_has").regex.fullmatch(
                        group.between(figure.end, part.start)
                    )
                )
            ):
                links.tie(part, figure)


def _clauses(group: Group, start: int, end: int) -> Iterator[Sequence[FigureMention]]:
    """The figures of each clause between semicolons."""
    while start < end:
        at = group.words.find(";", start + 1 - group.block.start, end - group.block.start)
        stop = end if at < 0 else group.block.start + at
        yield group.inside(start, stop)
        start = stop


def _next_parts(group: Group, start: int, end: int, rules: Rulebook) -> Iterator[FigureMention]:
    """``Trong đó, 7 vụ ...; 19 vụ ...``: what the clauses of the sentence begin with."""
    while start >= 0:
        inside = group.inside(start, end)
        words = group.between(start + 1, inside[0].start) if inside else ";"
        if not _NAMES_PART.fullmatch(words) or rules.pattern("totals.link_in_which").regex.search(
            words
        ):
            return  # behind `; trong đó` the parts are those of the part before
        last = inside[0]
        for figure in inside:
            joint = group.between(last.end, figure.start).strip()
            if figure.unit != "count" or (figure is not last and joint not in (",", "và")):
                break
            last = figure
            yield figure
        at = group.words.find(";", inside[0].end - group.block.start, end - group.block.start)
        start = group.block.start + at if at >= 0 else -1


def _tie_to_antecedent(
    links: Links,
    group: Group,
    part: FigureMention,
    alike: Sequence[FigureMention],
    reach: Sequence[FigureMention],
    position: int,
    rules: Rulebook,
) -> None:
    """The total of a part: the nearest earlier figure of its kind in the sentence.

    :param alike: the parts of its unit, itself among them
    :param reach: the figures of its unit before ``position`` in the sentence, or in the sentence
        before where ``position`` opens one
    """
    if is_change(group, part, rules):
        if is_change_of_one(group, part, rules):
            return  # `trong đó số mới 446 việc, tăng 5 việc`: said of the part, and no part itself
        reach = [figure for figure in reach if is_change(group, figure, rules)]
    whole = shared_whole(group, part, reach, rules)
    whole = (
        whole or nearest_whole(group, part, reach) or nearest_of_a_kind(part, reach, group.nouns)
    )
    if whole is not None:
        links.tie(part, whole)
        return
    if reach and part.counted and reach[-1].value >= (part.of_value or part.value):
        words = group.between(reach[-1].start, position)
        if len(words) <= PREDICATE and fold(part.counted) in words:
            links.tie(part, reach[-1])  # `64 đơn vị ký thỏa ước, trong đó ký lại 07 thỏa ước`
            return
    last = [f for f in reach if f.unit == "count"][-3:]
    for first in range(len(last)):
        if adds_up(last[first:], alike):
            links.tie(part, last[first])
            for other in last[first + 1 :]:
                links.roles.setdefault(other.key, "total")
            return


def _ratios(links: Links, group: Group) -> None:
    """``06/15 doanh nghiệp`` is a part of the 15 before it; so is the percentage beside it."""
    for at, figure in enumerate(group.figures):
        if figure.of_value is None or figure.value >= figure.of_value or figure.role == "total":
            continue
        whole = next(
            (
                f for f in reversed(group.figures[max(0, at - _MOST) : at])
                if f.unit == "count" and f.of_value is None and f.value == figure.of_value
                and group.nouns.same(f.counted, figure.counted)
            ),
            None,
        )  # fmt: skip
        links.tie(figure, whole)
        follower = group.figures[at + 1] if at + 1 < len(group.figures) else None
        if follower is not None and _says_the_same(group, figure, follower):
            links.tie(follower, None)


def _strokes(links: Links, group: Group) -> None:
    """``21 hồ sơ/180 hồ sơ/201 tổng số hồ sơ``: parts before the stroke, the total last."""
    total: FigureMention | None = None
    following: FigureMention | None = None
    for figure in reversed(group.figures):
        joined = following is not None and _STROKE.fullmatch(
            group.between(figure.end, following.start)
        )
        if joined and total is not None:
            links.tie(figure, total)
        elif joined and following is not None and _is_out_of(figure, following):
            links.tie(figure, following)
            total = None
        else:
            total = figure if figure.role == "total" else None
        following = figure


def _is_out_of(figure: FigureMention, whole: FigureMention) -> bool:
    """``460 hộ/1.366 hộ``: fewer of the very same, none of them planned."""
    return (
        figure.rule == whole.rule == "figure.count"
        and figure.value < whole.value
        and "target" not in (figure.role, whole.role)
        and fold(figure.counted or "") == fold(whole.counted or "")
    )


def _says_the_same(group: Group, ratio: FigureMention, share: FigureMention) -> bool:
    """A percentage in the same clause that the ratio gives, rounded either way."""
    if share.unit != "percent" or ratio.of_value is None:
        return False
    words = group.between(ratio.end, share.start)
    near = len(words) <= _SHARE_GAP and ";" not in words and SENTENCE_END.search(words) is None
    return near and abs(100 * ratio.value / ratio.of_value - share.value) <= 1


def _elided(links: Links) -> None:
    """Parts that left their noun out belong to the last figure that has it."""
    last: dict[str | None, FigureMention] = {}
    for figure in links.all:
        if figure.rule != "figure.elided":
            last[figure.counted] = figure
        elif figure.counted in last:
            links.tie(figure, last[figure.counted])
