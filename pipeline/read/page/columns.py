"""Two-column stretches of a page: head (issuer | national title) and foot (copies | signer).

Word processors set both with a borderless table, so a left and a right text stand side by side with
their own line pitch.  A stretch is found from an anchor (a pair of texts that only stand side by
side there), then grown until a text crosses the gutter between the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.read.cues import (
    has_day,
    is_addressees,
    is_capitals,
    is_copies,
    is_kept,
    is_national_title,
    is_registered,
)
from pipeline.read.page.rows import Fragment, cut_row
from pipeline.read.page.word import PlacedWord

_NARROW_GAP = 0.45  # font sizes between two cells whose texts nearly touch
_HEAD_REACH = 2.8  # font sizes between two lines of a head cell
_FOOT_REACH = 11.0  # seal and signature stand between post and name
_COPY_REACH = 3.2
_NEXT_LINE = 1.3  # font sizes to the next line of a cell
_YEAR = re.compile(r"(?:năm\s+)?(?:19|20)\d\d")  # the rest of a day that its cell is too narrow for
_NUMBER = re.compile(r"Số\s*:?\s*[\d.…]*\s*[-/]")
_LAST_COPY = re.compile(r"\W*Lưu\b")  # where the document is kept closes the list
_LONGEST_COPIES = 60  # fragments of both columns
_DASH = 2.0  # font sizes of a dash in front of an item, with its blank
_STATE = "NƯỚC"
_NEAR = 12  # fragments before and after that can stand beside one


@dataclass(slots=True)
class Stretch:
    """Words of the left and of the right column of one two-column stretch."""

    left: list[PlacedWord] = field(default_factory=list)
    right: list[PlacedWord] = field(default_factory=list)


@dataclass(slots=True)
class _Grown:
    """A stretch while it grows: its fragments and the gutter that nothing crosses."""

    is_head: bool
    gutter: tuple[float, float]
    left: list[Fragment]
    right: list[Fragment]
    dated: bool = False


def find_stretches(rows: Sequence[list[PlacedWord]], width: float) -> list[Stretch]:
    """Two-column stretches of a page, from its rows from top to bottom."""
    cut = [words for row in rows for words in cut_row(row)]
    if not any(_can_open(" ".join([word.text for word in words])) for words in cut):
        return []
    parts = list(map(Fragment, cut))
    found: list[Stretch] = []
    taken: set[int] = set()
    for index in range(len(parts)):
        if index in taken:
            continue
        anchor = _anchor(parts, index, taken)
        if anchor is None:
            continue
        grown, members = _grow(parts, anchor, taken, width)
        if not grown.left or not grown.right:
            continue
        taken |= members
        stretch = Stretch()
        for part in grown.left:
            stretch.left.extend(part.words)
        for part in grown.right:
            stretch.right.extend(part.words)
        found.append(stretch)
    return found


def _can_open(text: str) -> bool:
    """Whether a stretch can start from a fragment at all, by its text."""
    return is_copies(text) or is_national_title(text) or is_capitals(text) or is_registered(text)


def _side_by_side(a: Fragment, b: Fragment, reach: float) -> bool:
    """Whether two fragments overlap in height (stretched by ``reach`` points) but not in width."""
    return a.top - reach < b.bottom and b.top - reach < a.bottom


def _anchor(
    parts: Sequence[Fragment], index: int, taken: set[int]
) -> tuple[Fragment, Fragment, bool] | None:
    """The pair (left, right, is head) that a stretch can start from at this fragment."""
    part = parts[index]
    text = part.text
    if is_copies(text):
        return _copies_anchor(parts, index, taken)
    if is_registered(text):
        days = (
            other
            for other in parts[max(0, index - 1) : index + 2]
            if other.x0 >= part.x1 + part.size and has_day(other.text)
        )
        return next(((part, day, False) for day in days if _side_by_side(part, day, 0.0)), None)
    is_title = is_national_title(text)
    if not (is_title or is_capitals(text)):
        return None
    split = _split_title(part)
    if split is not None:
        return (*split, True)
    reach = 1.2 * part.size if is_title else 0.0
    near = [
        (place, other)
        for place, other in enumerate(
            parts[max(0, index - _NEAR) : index + _NEAR], max(0, index - _NEAR)
        )
        if place != index and place not in taken and _side_by_side(part, other, reach)
    ]
    if is_title:
        lefts = [
            other
            for _, other in near
            if other.x1 + _NARROW_GAP * part.size <= part.x0 and _has_letters(other)
        ]
        if not lefts:
            return None
        return max(lefts, key=lambda other: other.x1), part, True
    beside = [other for _, other in near if _has_letters(other)]
    item = _unlabelled_copy(parts, index, taken)
    if item is not None:
        return item, part, False
    rights = [other for other in beside if other.x0 >= part.x1 + _NARROW_GAP * part.size]
    if (
        len(beside) != 1
        or not rights
        or not (is_capitals(rights[0].text) or is_national_title(rights[0].text))
    ):
        return None
    return part, rights[0], is_national_title(rights[0].text)


def _unlabelled_copy(parts: Sequence[Fragment], index: int, taken: set[int]) -> Fragment | None:
    """The copy left of a post whose list has lost its label; `Lưu: VT` closes it below."""
    part = parts[index]
    items = [
        other
        for place, other in enumerate(
            parts[max(0, index - _NEAR) : index + _NEAR], max(0, index - _NEAR)
        )
        if other.x1 + part.size <= part.x0
        and other.text.endswith(";")
        and place not in taken
        and _side_by_side(part, other, part.size)
    ]
    below = parts[index + 1 : index + _LONGEST_COPIES]
    return next(
        (
            item
            for item in items
            if any(
                is_kept(each.text) and abs(each.x0 - item.x0) < _DASH * item.size for each in below
            )
        ),
        None,
    )


def _has_letters(part: Fragment) -> bool:
    return any(letter.isalpha() for letter in part.text)


def _split_title(part: Fragment) -> tuple[Fragment, Fragment] | None:
    """Cut a fragment where the national title starts inside it (cells that nearly touch)."""
    for position in range(1, len(part.words)):
        tail = part.words[position:]
        if part.words[position - 1].text == _STATE:
            continue  # `NƯỚC CỘNG HÒA ...`: in whose name a court judges
        if is_national_title(" ".join(word.text for word in tail[:6])):
            gap = tail[0].x0 - part.words[position - 1].x1
            if gap >= _NARROW_GAP * part.size:
                return Fragment(part.words[:position]), Fragment(tail)
    return None


def _copies_anchor(
    parts: Sequence[Fragment], index: int, taken: set[int]
) -> tuple[Fragment, Fragment, bool] | None:
    """`Nơi nhận` with the signer's lines beside it."""
    part = parts[index]
    edge, bottom = part.x1, part.bottom
    for other in parts[index + 1 : index + 12]:  # the list itself, for the width of the column
        if abs(other.x0 - part.x0) >= 3 * part.size:
            continue
        if other.top - bottom > _COPY_REACH * part.size:
            break  # an annex on the same page
        edge, bottom = max(edge, other.x1), max(bottom, other.bottom)
        if _LAST_COPY.match(other.text):
            break
    rights = [
        other
        for place, other in enumerate(parts)
        if place not in taken
        and place != index
        and other.x0 >= part.x1 + part.size
        and -6 * part.size < other.top - part.top < 4 * part.size
        and (other.x0 + other.x1) / 2 > edge
        and is_capitals(other.text)
    ]
    if not rights:
        return None
    return part, min(rights, key=lambda other: abs(other.top - part.top)), False


def _grow(
    parts: Sequence[Fragment],
    anchor: tuple[Fragment, Fragment, bool],
    taken: set[int],
    width: float,
) -> tuple[_Grown, set[int]]:
    """Take fragments below and above the anchor until one crosses the gutter."""
    left, right, is_head = anchor
    grown = _Grown(is_head, (left.x1, right.x0), [], [])
    members: set[int] = set()
    top = min(left.top, right.top)
    start = next(
        index for index, part in enumerate(parts)
        if part is left or part is right or part.words[0] is left.words[0]
    )  # fmt: skip
    for index in range(start, len(parts)):
        if index in taken:
            break
        part = parts[index]
        pieces = _cut(part, grown)
        if not all(_accept(grown, piece, width) for piece in pieces):
            break
        for piece in pieces:
            _add(grown, piece)
        members.add(index)
    for index in range(start - 1, -1, -1):
        part = parts[index]
        if index in taken or index in members:
            break
        if not _accept_above(grown, part, top):
            break
        _add(grown, part)
        members.add(index)
        top = min(top, part.top)
    return grown, members


def _cut(part: Fragment, grown: _Grown) -> list[Fragment]:
    """The fragment, or its two pieces where a narrow gap in it lies in the gutter."""
    low, high = grown.gutter
    if part.x1 <= high or part.x0 >= low:
        return [part]
    for position in range(1, len(part.words)):
        edge = max(word.x1 for word in part.words[:position])
        after = part.words[position].x0
        if after - edge >= _NARROW_GAP * part.size and after > low and edge < high:
            return [Fragment(part.words[:position]), Fragment(part.words[position:])]
    return [part]


def _side(grown: _Grown, part: Fragment) -> str:
    """Column of a fragment: left, right, or "" when it crosses the gutter."""
    low, high = grown.gutter
    slack = 0.2 * part.size
    is_left, is_right = part.x1 <= high - slack, part.x0 >= low + slack
    if is_left and is_right:
        return "left" if part.x0 - low < high - part.x1 else "right"
    if is_left:
        return "left"
    return "right" if is_right else ""


def _accept(grown: _Grown, part: Fragment, width: float) -> bool:
    """Whether the next fragment downwards still belongs to the stretch."""
    side = _side(grown, part)
    if not side or is_addressees(part.text):
        return False
    own = grown.left if side == "left" else grown.right
    other = grown.right if side == "left" else grown.left
    last = max(own, key=lambda item: item.bottom, default=None)
    reference = (
        last.bottom if last is not None else max((i.bottom for i in other), default=part.top)
    )
    gap = part.top - reference
    beside = any(_side_by_side(part, item, 0.0) for item in own + other)
    if grown.is_head:
        # the size of a sign (an underline) is that of its ink, not of its line
        size = part.size if last is None else max(part.size, last.size)
        if gap > _HEAD_REACH * size and not beside:
            return False
        if grown.dated and not beside:
            if side == "right":
                return gap <= _NEXT_LINE * part.size and _YEAR.fullmatch(part.text) is not None
            if _NUMBER.match(part.text):
                return True  # the number stands lower than a day that its narrow cell wraps
            # an underline drawn with signs has its ink at the foot of its line
            reach = _NEXT_LINE if any(map(str.isalnum, part.text)) else _NEXT_LINE + 1
            return gap <= reach * size
        return beside or not _is_page_title(grown, part, width)
    if not beside and _is_page_title(grown, part, width):
        return False  # the annex begins below the foot
    # a post may stand left too, with its name below the seal: minutes, joint documents
    is_copied = side == "left" and last is not None and not is_capitals(last.text)
    reach = _COPY_REACH if is_copied else _FOOT_REACH
    return gap <= reach * part.size


def _is_page_title(grown: _Grown, part: Fragment, width: float) -> bool:
    """Whether a lone fragment is centred on the page rather than on its column."""
    if not grown.left or not grown.right:
        return False
    left_edge = min(item.x0 for item in grown.left)
    right_edge = max(item.x1 for item in grown.right)
    middle = (part.x0 + part.x1) / 2
    own = grown.left if _side(grown, part) == "left" else grown.right
    column = (min(item.x0 for item in own) + max(item.x1 for item in own)) / 2
    page = (left_edge + right_edge) / 2
    return abs(middle - page) < 0.05 * width < abs(middle - column)


def _accept_above(grown: _Grown, part: Fragment, top: float) -> bool:
    """Whether a fragment above the anchor is a line of one of its cells."""
    side = _side(grown, part)
    if not side or top - part.bottom > 1.2 * part.size or not is_capitals(part.text):
        return False
    own = grown.left if side == "left" else grown.right
    return any(part.x0 < item.x1 and item.x0 < part.x1 for item in own)


def _add(grown: _Grown, part: Fragment) -> None:
    low, high = grown.gutter
    if _side(grown, part) == "left":
        grown.left.append(part)
        grown.gutter = (max(low, part.x1), high)
    else:
        grown.right.append(part)
        grown.gutter = (low, min(high, part.x0))
        grown.dated = grown.dated or has_day(part.text)
