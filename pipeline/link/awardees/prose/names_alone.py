"""Names that stand in a sentence or paragraph of their own: `Đó là: A, B`, `Ông A; bà B.`"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_BARE = 0.7  # a head noun alone (`công đoàn cơ sở`) names nobody
_NOTHING_MORE = regex.compile(r"(?:\s?\([^()]{1,60}\))?[\s,;)]*(?:$|\.|(?:vì|do|đã có|đạt|với)\s)")
# `gồm: A, B, C (huyện D), Kho E`: the row goes on with what no lexicon knows as a body
_GOES_ON = regex.compile(r"(?:\s?\([^()]{1,60}\))?[,;]\s(?:và\s)?\p{Lu}")
_MANY, _BROKEN_OFF = 3, 0.8


def continuing(
    block: Block, at: int, titles: Sequence[TitledInitiative], rules: Rulebook
) -> list[Enumerated]:
    """The names of a sentence that goes on naming those whom the one before it only counted.

    It begins at ``at`` of the block's view with `Đó là`, `Cụ thể`, `gồm` ...; where more is said of
    the names than what they got it for, they are the subject of something else.
    """
    opens = rules.pattern("awardee.continues").regex.match(block.view, at)
    if opens is None:
        return []
    found = list(enumerated(block, opens.end(), titles, rules))
    if not found:
        return []
    tail = max(item.named.tail for item in found) - block.start
    ends = [t.after - block.start for item in found if (t := item.initiative) is not None]
    end = max([tail, *ends])
    if _NOTHING_MORE.match(block.view, end):
        return found
    is_row = len(found) >= _MANY and opens.group().rstrip().endswith(":")
    is_broken_off = is_row and _GOES_ON.match(block.view, end) is not None
    return [item.at_most(_BROKEN_OFF) for item in found] if is_broken_off else []


def names_alone(
    block: Block, titles: Sequence[TitledInitiative], rules: Rulebook, *, is_listed: bool = False
) -> list[Enumerated]:
    """The people of a paragraph that holds nothing but them, the first with a form of address.

    :param is_listed: the paragraph before named people of the list, and one more may stand alone
    """
    found = list(enumerated(block, 0, titles, rules))
    is_of_people = bool(found) and found[0].named.honorific is not None
    if len(found) == 1 and is_listed and is_of_people and found[0].named.position:
        return found if not block.view[found[0].named.tail - block.start :].strip(" .,;") else []
    if len(found) < 2 or not (is_of_people or _are_bodies(block.view, found, rules)):
        return []
    tail = max(item.named.tail for item in found) - block.start
    return found if not block.view[tail:].strip(" .,;") else []


def _are_bodies(view: str, found: Sequence[Enumerated], rules: Rulebook) -> bool:
    """Are they sure bodies parted by semicolons (`Vụ A, Viện B; Báo C`), and none of them acts?"""
    acts = rules.pattern("awardee.acts").on(view).search(view)
    return (
        ";" in view
        and acts is None
        and all(item.named.kind == "collective" and item.named.confidence > _BARE for item in found)
    )
