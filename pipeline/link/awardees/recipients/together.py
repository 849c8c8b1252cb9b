"""People named one after another whose post and unit stand behind the last of them only."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.link.awardees.recipients.names import Named
from pipeline.rulebook import Rulebook

_NEAR = 6  # letters between a name and the next that has no form of address
_SURE = 0.85
_AND_CALLED = regex.compile(r"\s(?:và|cùng)\s(?=\p{Ll})")
_COMMA_CALLED = regex.compile(r",\s(?=\p{Ll})")
_ALIKE = (
    frozenset({"ông", "bà"}), frozenset({"anh", "chị"}), frozenset({"thầy", "cô"}),
    frozenset({"thầy giáo", "cô giáo"}),
)  # fmt: skip


def with_shared_unit(
    view: str, found: Sequence[Named], offset: int, rules: Rulebook
) -> list[Named]:
    """The people of a row, those named without unit with that of the next one in line.

    `cô giáo A, B, trường C`; `bà A và bà B, giáo viên Trường C`, which is less sure: only B may be
    meant.

    :param view: the words that the people stand in, which begin at ``offset`` of the text
    """
    told = list(found)
    is_shared = False
    groups = _is_grouped(view, found, offset)
    for index in range(len(told) - 2, -1, -1):
        named, following = told[index], told[index + 1]
        is_next = not (groups and ";" in _between(view, named, following, offset))
        is_shared = (
            is_next
            and _is_bare(named, following)
            and _are_joined(view, named, following, offset, goes_on=is_shared, rules=rules)
        )
        if is_shared:
            is_called = following.honorific is not None
            is_post = (
                rules.pattern("recipients.together_of_many").regex.match(following.position or "")
                is not None
            )
            sure = min(named.confidence, _SURE) if is_called else named.confidence
            told[index] = replace(
                named, workplace=following.workplace, confidence=sure,
                position=following.position if is_post else None,
            )  # fmt: skip
    return told


def _between(view: str, named: Named, following: Named, offset: int) -> str:
    return view[named.tail - offset : following.start - offset]


def _is_grouped(view: str, found: Sequence[Named], offset: int) -> bool:
    """`A - Phòng X; B, C - Phòng Y`: semicolons part groups whose people commas part."""
    gaps = [_between(view, one, other, offset) for one, other in itertools.pairwise(found)]
    return any(";" in gap for gap in gaps) and any("," in gap for gap in gaps)


def _are_alike(named: Named, following: Named) -> bool:
    """`anh A và em B, học sinh lớp 9`: only the second is said to be a pupil."""
    called = {(one.honorific or "").lower() for one in (named, following)}
    return any(called <= alike for alike in _ALIKE) or len(called) == 1


def _is_bare(named: Named, following: Named) -> bool:
    return (
        named.kind == following.kind == "person"
        and not named.workplace
        and not named.position
        and following.workplace is not None
    )


def _are_joined(
    view: str, named: Named, following: Named, offset: int, rules: Rulebook, *, goes_on: bool
) -> bool:
    """Does what is said of the next one hold for this one too?

    :param goes_on: it holds for the next one as well, and stands behind one further on
    """
    begin, end = named.tail - offset, following.start - offset
    is_aside = view[following.end - offset : following.end - offset + 2] == " ("
    if is_aside and "(" in view[named.end - offset : end]:
        return False  # `A (4 huy chương), B (huyện C)`: of each something is said
    if following.honorific is None:
        between = view[begin:end].strip()  # where a pen name stood there are blanks
        return end - begin < _NEAR or between == ","
    if not rules.pattern("recipients.together_of_many").regex.match(
        following.position or ""
    ) or not _are_alike(named, following):
        return False
    if is_aside:
        return False  # `bà A và bà B (Trường C)`
    gap = _AND_CALLED if not goes_on else _COMMA_CALLED
    return gap.match(view, begin, end) is not None
