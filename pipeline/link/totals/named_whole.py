"""Parts of a count that is called by its name: ``Trong số có điều kiện thi hành, xong 26 việc``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.grammar.spelling import fold
from pipeline.link.totals.changes import is_change
from pipeline.link.totals.figure_group import Group
from pipeline.link.totals.links import Tie
from pipeline.link.totals.partition import Nouns
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook

_OF = "trong "
_REACH = 70  # letters around a count in which its name stands
_MOST = 30  # figures before that are looked at
_BACK = 2500  # letters that are looked back over


def parts_of_named(
    group: Group, figures: Sequence[FigureMention], text: str, rules: Rulebook
) -> Iterator[Tie]:
    """(part, its total) where the words behind `trong số` stand beside one count before.

    :param figures: all figures of the document in order
    :param text: the document's text, in which the count may stand paragraphs before
    """
    if _OF not in group.words:
        return
    for hit in rules.pattern("totals.named_whole_opens").regex.finditer(group.words):
        start = group.block.start + hit.end()
        part = next(iter(group.inside(start, group.clause_end(start))), None)
        if part is None or part.unit != "count" or is_change(group, part, rules):
            continue
        if any(letter.isdigit() for letter in group.between(start, part.start)):
            continue
        opened = group.block.start + hit.start()
        at = bisect_left(figures, opened, key=lambda f: f.start)
        whole = _named(
            hit["name"], part, figures[max(0, at - _MOST) : at], text[:opened], group.nouns
        )
        if whole is not None:
            yield part, whole


def _named(
    name: str, part: FigureMention, before: Sequence[FigureMention], text: str, nouns: Nouns
) -> FigureMention | None:
    """The last count of the part's kind beside which the name stands, up to its neighbours.

    :param text: the document up to the words that call it by its name
    """
    for at in reversed(range(len(before))):
        whole = before[at]
        if part.start - whole.end > _BACK:
            return None
        if whole.unit != "count" or whole.value < part.value or whole.role == "target":
            continue
        left = max(before[at - 1].end if at else 0, whole.start - _REACH)
        right = before[at + 1].start if at + 1 < len(before) else len(text)
        words = fold(text[left : min(right, whole.end + _REACH)])
        if name in words and nouns.same(whole.counted, part.counted):
            return whole
    return None
