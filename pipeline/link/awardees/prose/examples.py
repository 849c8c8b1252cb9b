"""Where good examples (điển hình, gương) are told: `nhiều đơn vị làm tốt, tiêu biểu là A, B`."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.link.awardees.recipients.labels import past_label
from pipeline.link.awardees.recipients.names import Named, read_name
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_REACH = 300  # letters of a sentence before its examples
_SAID = 0.8  # an example may be told of somebody who is long dead, as a model to all


def exemplar_starts(block: Block, rules: Rulebook) -> Iterator[tuple[int, int]]:
    """Where enumerations of good examples begin: (start of the cue, start of the names)."""
    at = 0
    pattern = rules.pattern("awardee.exemplar")
    if not pattern.may_match(block.view):
        return
    while match := pattern.search(block.view, at):
        if not is_bad_example(block.view, match.start(), match.end(), rules):
            yield match.start(), match.end()
        at = match.start() + 5


def is_bad_example(view: str, start: int, end: int, rules: Rulebook) -> bool:
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


def said_examples(block: Block, rules: Rulebook) -> Iterator[Named]:
    """`Ông A, nông dân xã B, là một trong 20 điển hình`: the subject that is said to be one."""
    view, pattern = block.view, rules.pattern("prose.examples_is_one")
    if not pattern.may_match(view):
        return
    for verb in pattern.regex.finditer(view):
        since = max(0, verb.start() - _REACH)
        stops = rules.pattern("recipients.series_sentence_end").regex
        begin = max([since, *(m.end() for m in stops.finditer(view, since, verb.start()))])
        begin = past_label(view) if begin == 0 else begin + _blanks(view, begin)
        named = read_name(view, begin, block.start, rules, listed=False, limit=verb.start())
        if named is None or not named.honorific:
            continue
        if not view[named.tail - block.start : verb.start()].strip(" ,-–"):
            yield named.at_most(_SAID)


def _blanks(view: str, at: int) -> int:
    return len(view[at:]) - len(view[at:].lstrip())
