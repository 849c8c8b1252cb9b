"""Where good examples (điển hình, gương) are told: `nhiều đơn vị làm tốt, tiêu biểu là A, B`."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Block
from pipeline.rulebook import Rulebook

_REACH = 300  # letters of a sentence before its examples


def exemplar_starts(block: Block, rules: Rulebook) -> Iterator[tuple[int, int]]:
    """Where enumerations of good examples begin: (start of the cue, start of the names)."""
    at = 0
    pattern = rules.pattern("awardee.exemplar")
    if not pattern.may_match(block.view):
        return
    while match := pattern.search(block.view, at):
        if not _is_bad(block.view, match.start(), match.end(), rules):
            yield match.start(), match.end()
        at = match.start() + 5


def _is_bad(view: str, start: int, end: int, rules: Rulebook) -> bool:
    """`Một số xã vi phạm, điển hình là A`: examples of what the sentence speaks of last.

    `Tuy còn khó khăn, nhiều xã đã làm tốt, điển hình là A` and `vi phạm giảm ...` praise them.
    """
    since = max(0, start - _REACH)
    stops = [
        m.end()
        for m in rules.pattern("recipients.series_sentence_end").regex.finditer(view, since, start)
    ]
    bad = list(rules.pattern("awardee.bad_example").finditer(view, max([since, *stops]), end))
    good = rules.pattern("awardee.good_example").regex
    return bool(bad) and good.search(view, bad[-1].end(), end) is None
