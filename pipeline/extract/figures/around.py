"""What is known of the place in which a figure stands, before its own words are looked at."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.figures.setting import Setting


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the place in which a figure stands.

    :param path: headings above the block, outermost first
    :param setting: what the document does: its counts are results in a report, targets in a plan
        and neither (None) in orders and rules, unless the words say otherwise
    :param previous_end: where the words of the figure before it end in the view, or 0
    :param is_aimed: an aim of a block before runs on over its block
    :param is_given: the figure counts those on whom an award is conferred
    :param is_ahead: its clause speaks of a time behind the document's own date
    :param is_due: a time limit behind the document's own date follows it
    :param is_over: its sentence speaks of a time that ended before that date
    :param may_order: the points of the paper may be orders, of which nothing was reached
    :param is_asked: the paper asks for it in a paragraph before
    :param is_told_aside: the bracket around it names a time that is over
    :param is_report: the paper is a báo cáo, whose bounds (``không dưới 20 cuộc``) were kept
    :param is_telling: it is a paper that tells what was: a report, minutes or news
    """

    path: tuple[str, ...]
    setting: Setting
    previous_end: int
    is_aimed: bool
    is_given: bool
    is_ahead: bool
    is_due: bool
    is_over: bool
    may_order: bool
    is_asked: bool
    is_told_aside: bool
    is_report: bool
    is_telling: bool
