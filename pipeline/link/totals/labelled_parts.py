"""Parts with a label each: ``866 ca, trong đó quá tốc độ: 252 ca; quá tải: 16 ca``."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.link.totals.figure_group import REACH, Group
from pipeline.link.totals.links import Tie
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook

_FEWEST, _MOST = 3, 40


def labelled_parts(
    group: Group, opened: int, position: int, semicolon: int, rules: Rulebook
) -> Iterator[Tie]:
    """(part, its total) where a list behind semicolons goes on as its first part began.

    A total with a label of its own is an item of that list, of which only the first is a part.

    :param opened: where the words of parts begin, ``position`` where they end
    :param semicolon: the first one behind them (offsets of the text)
    """
    end = min(group.sentence_end(position), semicolon + REACH)
    parts = list(_labelled(group, position, semicolon, end, rules))
    if len(parts) < _FEWEST:
        return
    before = group.inside(max(group.block.start, opened - REACH), opened)
    total = next((f for f in reversed(before) if f.unit == parts[0].unit == "count"), None)
    if total is None or group.sentence_end(total.start) < opened:
        return
    label = group.between(group.block.start, total.start).rstrip()
    fits = all(group.nouns.same(part.counted, total.counted) for part in parts)
    if fits and not label.endswith(":") and sum(part.value for part in parts) <= total.value:
        yield from ((part, total) for part in parts)


def _labelled(
    group: Group, start: int, stop: int, end: int, rules: Rulebook
) -> Iterator[FigureMention]:
    """The first figure of each clause, as long as each is labelled."""
    for _ in range(_MOST):
        figure = next(iter(group.inside(start, stop)), None)
        if figure is None or not rules.pattern("totals.labelled_parts_label").regex.fullmatch(
            group.between(start, figure.start)
        ):
            return
        yield figure
        if stop >= end:
            return
        at = group.words.find(";", stop + 1 - group.block.start, end - group.block.start)
        start, stop = stop, end if at < 0 else group.block.start + at
