"""From which day on an undated paper looks ahead: the year that it names for its next tasks."""

from __future__ import annotations

import datetime as dt

from pipeline.model import Dispatch
from pipeline.rulebook import Rulebook

_BLOCKS = 12  # of the opening, where a paper says what it reports and what it plans


def looks_ahead_from(dispatch: Dispatch, rules: Rulebook) -> dt.date | None:
    """The day of the paper, or the eve of the time whose tasks (nhiệm vụ năm ...) it announces.

    ``tổng kết công tác năm 2017, triển khai nhiệm vụ năm 2018`` was written before 2018.
    """
    if dispatch.head.issued_on is not None:
        return dispatch.head.issued_on
    pattern = rules.pattern("figure.outlook")
    for block in dispatch.blocks[:_BLOCKS]:
        if not pattern.may_match(block.view):
            continue
        hit = pattern.regex.search(block.view)
        if hit is not None:
            year = int(hit["year"])
            return dt.date(year, 6, 30) if hit["half"] else dt.date(year - 1, 12, 31)
    return None
