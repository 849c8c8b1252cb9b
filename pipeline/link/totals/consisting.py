"""Parts behind `gồm` whose total stands clauses before: ``vốn 15 tỷ đồng, tăng 2 tỷ; gồm: ...``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.link.totals.changes import is_change
from pipeline.link.totals.figure_group import Group
from pipeline.link.totals.links import Tie
from pipeline.link.totals.partition import Nouns, adds_up
from pipeline.model import FigureMention
from pipeline.rulebook import Rulebook

_FEWEST, _MOST = 2, 12  # parts behind the word whose sum tells


def consisting(group: Group, parents: Mapping[int, int], rules: Rulebook) -> Iterator[Tie]:
    """(part, its total) where the first figures behind `gồm` add up to one of its sentence.

    :param parents: key of part to key of total, as far as they are known
    """
    if len(group.figures) <= _FEWEST or "gồm" not in group.words:
        return
    for hit in rules.pattern("totals.consisting").regex.finditer(group.words):
        start = group.block.start + hit.end()
        end = group.sentence_end(start)
        behind = [f for f in group.inside(start, end)[:_MOST] if not is_change(group, f, rules)]
        before = [
            f for f in group.inside(group.block.start, start)[-_MOST:]
            if group.sentence_end(f.end) == end and not is_change(group, f, rules)
        ]  # fmt: skip
        if not any(f.key in parents for f in behind):
            yield from _summed(before, behind, group.nouns)


def _summed(
    before: Sequence[FigureMention], behind: Sequence[FigureMention], nouns: Nouns
) -> Iterator[Tie]:
    """One more of the same kind behind the parts leaves it open which of them are the parts."""
    for whole in reversed(before):
        if whole.unit == "percent":
            continue
        alike = [f for f in behind if nouns.alike(f, whole)]
        if len(alike) >= _FEWEST and adds_up([whole], alike):
            yield from ((part, whole) for part in alike)
            return
