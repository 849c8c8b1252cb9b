"""The two posts of who signs for a council, steering committee or team (tổ chức tư vấn).

The post held in that body stands above the seal, the one held in an authority below it, over the
name: ``TRƯỞNG BAN``, the seal, ``PHÓ CHỦ TỊCH UBND TỈNH``.  The paper is signed in the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.layout.pieces import Piece
from pipeline.layout.posts import is_post
from pipeline.rulebook import Rulebook

_SEAL = 3  # lines at most that a seal or a signature read as letters leaves between the posts
_SCRAWL = 6  # letters of such a line


def held_post(stack: Sequence[Piece], starts: Sequence[int], rules: Rulebook) -> tuple[int, int]:
    """Which lines of a signer's stack name the post that the paper is signed in.

    :param starts: index of each line of ``stack`` that opens an authority or a post
    :return: its first line and the one behind it; the last post, unless one held elsewhere is below
    """
    end = len(stack)
    for first, behind in pairwise(starts):
        above = [piece.text for piece in stack[:first]]
        if is_advisory(stack[first].text, above, rules) and _is_elsewhere(
            stack[first].text, stack[behind].text, rules
        ):
            return first, behind
    return starts[-1], end


def is_advisory(post: str, above: Sequence[str], rules: Rulebook) -> bool:
    """Whether a post is one in an advisory body: by its name, or by an authority above it."""
    if rules.pattern("layout.advisory_post").regex.match(post):
        return True
    authority = rules.pattern("layout.advisory_authority").regex
    return any(map(authority.match, above)) and is_post(post, rules)


def is_below_seal(
    lines: Sequence[Piece], group: Sequence[int], index: int, rules: Rulebook
) -> bool:
    """Whether the post at ``index`` is what its holder is elsewhere: nothing but the seal, or the
    mark that stands for it, lies between it and the post in the advisory body."""
    last = lines[group[-1]]
    between = lines[group[-1] + 1 : index]
    here = [p for p in between if p.column == last.column or not p.column]
    above = [lines[i].text for i in group[:-1]]
    mark = rules.pattern("layout.signed_mark").regex
    return (
        0 < len(here) <= _SEAL
        and lines[index].column == last.column
        and lines[index].page == last.page
        and is_advisory(last.text, above, rules)
        and _is_elsewhere(last.text, lines[index].text, rules)
        and all(mark.search(p.text) or _letters(p.text) <= _SCRAWL for p in here)
    )


def _is_elsewhere(post: str, below: str, rules: Rulebook) -> bool:
    """``PHÓ TRƯỞNG BAN`` below ``TRƯỞNG BAN`` is a deputy whose ``KT.`` was lost."""
    hit = rules.pattern("layout.advisory_post").regex.match(post)
    own = hit[0] if hit is not None else post
    return is_post(below, rules) and not below.startswith(f"PHÓ {own}")


def _letters(text: str) -> int:
    return sum(letter.isalpha() for letter in text)
