"""Numbers inside the names of those who are awarded count nothing: ``Khoa Khám bệnh 1 cơ sở 2``."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from pipeline.model import AwardeeMention, FigureMention
from pipeline.rulebook import Rulebook


def outside_names(
    figures: tuple[FigureMention, ...],
    awardees: tuple[AwardeeMention, ...],
    text: str,
    rules: Rulebook,
) -> tuple[FigureMention, ...]:
    """The figures without the counts that are a part of a collective's name, keys 0..n-1 anew.

    :param figures: in the order of the text with keys 0..n-1, not yet tied to each other
    :param text: the text that they stand in; a count behind a verb (``Khoa A giảm 5 người``) is
        reported, even if the name was read too far
    """
    names = sorted((a.start, a.end) for a in awardees if a.kind == "collective")
    starts = [start for start, _ in names]

    def is_in_name(figure: FigureMention) -> bool:
        at = bisect_right(starts, figure.start) - 1
        inside = at >= 0 and names[at][0] < figure.start and figure.end <= names[at][1]
        return (
            inside
            and rules.pattern("link.named_numbers_reports").regex.search(
                text, names[at][0], figure.start
            )
            is None
        )

    kept = [f for f in figures if f.unit != "count" or not is_in_name(f)]
    if len(kept) == len(figures):
        return figures
    return tuple(replace(figure, key=key) for key, figure in enumerate(kept))
