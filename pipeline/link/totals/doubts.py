"""Figures behind words of parts that nothing tied to a total: they may be parts, or may not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.link.totals.changes import is_change
from pipeline.link.totals.figure_group import Group
from pipeline.link.totals.partition import Nouns
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook

_CUE = "trong"
_MOST = 40  # figures on either side of the words that are looked at


def left_untied(
    group: Group, roles: Mapping[int, str], parents: Mapping[int, int], rules: Rulebook
) -> Iterator[FigureMention]:
    """What counts in the sentence of ``trong đó`` fewer of what was counted before it.

    ``có 90 vụ, trong đó tỉnh 20 vụ; khởi tố 7 vụ``: of the last nobody knows without the file.
    Counts of awards have an award each that tells them apart.

    :param roles: key of figure to its role, as far as totals and parts are known
    :param parents: key of part to key of total, as far as they are known
    """
    if group.block.kind == "table" or len(group.figures) < 2 or _CUE not in group.words:
        return
    for hit in rules.pattern("totals.doubts_in_which").regex.finditer(group.words):
        opened = group.block.start + hit.start()
        if group.bracket_end(opened) is not None:
            continue  # the bracket ends what it opens
        since = group.sentence_start(opened)
        if since + 3 >= opened and since > group.block.start:
            since = group.sentence_start(since - 1)
        before = group.inside(since, opened)[-_MOST:]
        for figure in group.inside(opened, group.sentence_end(opened))[:_MOST]:
            is_tied = figure.key in parents or roles.get(figure.key) == "part"
            if (
                is_tied
                or figure.award is not None
                or figure.unit == "percent"
                or is_change(group, figure, rules)
            ):
                continue
            if any(_may_hold(whole, figure, group.nouns) for whole in before):
                yield figure


def _may_hold(whole: FigureMention, figure: FigureMention, nouns: Nouns) -> bool:
    return (
        whole.value >= figure.value
        and (whole.role == "target") == (figure.role == "target")
        and nouns.alike(figure, whole)
    )
