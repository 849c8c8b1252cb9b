"""Look-behinds of several widths said as several of one width each, which ``re`` can read.

``(?<!(?:Tp|Tx|H)[.])`` is ``(?<!Tp[.]|Tx[.])(?<!H[.])``.
"""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

_OPENINGS = ("(?<!", "(?<=")
_MOST = 64  # ways that one look-behind is made of; more take longer than the other engine does
_REPEATED = re.compile(r"\?|\*|\+|\{(?P<least>\d+)(?P<comma>,(?P<most>\d*))?\}")
_ZERO_WIDTH = frozenset("bBAZ")


class NotFixed(Exception):
    """The look-behind has no few widths."""


class _Way(NamedTuple):
    """One way to match: an expression without a choice, as wide as ``width`` letters."""

    source: str
    width: int


def of_fixed_width(source: str) -> str:
    """The expression with look-behinds that are each of one width.

    :param source: an expression for ``re``, but for the widths of its look-behinds
    :raises NotFixed: one can be of any width, of very many, or holds what is not known here
    """
    parts: list[str] = []
    at = 0
    while at < len(source):
        end = _item_end(source, at)
        item = source[at:end]
        if item.startswith(_OPENINGS):
            parts.append(_look_behind(item[:4], of_fixed_width(item[4:-1])))
        elif item[0] == "(":
            head = _head(item)
            parts.append(head + of_fixed_width(item[len(head) : -1]) + ")")
        else:
            parts.append(item)
        at = end
    return "".join(parts)


def _look_behind(opening: str, inner: str) -> str:
    by_width: dict[int, list[str]] = {}
    for way in _ways(inner):
        by_width.setdefault(way.width, []).append(way.source)
    parts = [f"{opening}{'|'.join(dict.fromkeys(sources))})" for sources in by_width.values()]
    if len(parts) == 1:
        return f"{opening}{inner})"
    return "".join(parts) if opening == "(?<!" else f"(?:{'|'.join(parts)})"


def _ways(source: str) -> list[_Way]:
    """All ways to match an expression, choices and repetitions written out."""
    found: list[_Way] = []
    branch: list[list[_Way]] = []
    at = 0
    while at < len(source):
        if source[at] == "|":
            found += _in_turn(branch)
            branch = []
            at += 1
            continue
        end = _item_end(source, at)
        item = _ways_of_item(source[at:end])
        repeated = _REPEATED.match(source, end)
        if repeated is not None:
            end = repeated.end()
            if source[end : end + 1] == "+":
                raise NotFixed(source)
            end += source[end : end + 1] == "?"  # lazy or not, something stands there or does not
            item = _repeated(item, repeated)
        branch.append(item)
        at = end
    return found + _in_turn(branch)


def _in_turn(items: list[list[_Way]]) -> list[_Way]:
    """The ways to match items one behind the other."""
    count = 1
    for item in items:
        count *= len(item)
        if count > _MOST:
            raise NotFixed
    return [
        _Way("".join(way.source for way in ways), sum(way.width for way in ways))
        for ways in product(*items)
    ]


def _repeated(item: list[_Way], times: re.Match[str]) -> list[_Way]:
    if times.group() == "?":
        return [_Way("", 0), *item]
    if times["least"] is None or times["most"] == "":
        raise NotFixed(times.string)
    least = int(times["least"])
    most = least if times["comma"] is None else int(times["most"])
    if most > _MOST:
        raise NotFixed(times.string)
    found: list[_Way] = []
    for count in range(least, most + 1):
        found += _in_turn([item] * count)
        if len(found) > _MOST:
            raise NotFixed(times.string)
    return found


def _ways_of_item(item: str) -> list[_Way]:
    if item[0] != "(":
        is_place = item in ("^", "$") or (item[0] == "\\" and item[1] in _ZERO_WIDTH)
        return [_Way(item, 0 if is_place else 1)]
    head = _head(item)
    if head in ("(?=", "(?!", *_OPENINGS):
        return [_Way(item, 0)]
    if head == "(?:":
        return _ways(item[len(head) : -1])
    if head == "(?i:":
        return [_Way(f"{head}{way.source})", way.width) for way in _ways(item[len(head) : -1])]
    raise NotFixed(item)


def _head(group: str) -> str:
    """What a group opens with, up to what is matched in it."""
    if not group.startswith("(?"):
        return "("
    for opening in (*_OPENINGS, "(?=", "(?!", "(?:", "(?i:"):
        if group.startswith(opening):
            return opening
    if group.startswith("(?P<"):
        return group[: group.index(">") + 1]
    raise NotFixed(group)


def _item_end(source: str, at: int) -> int:
    """Where the letter, set or group that begins at ``at`` ends."""
    if source[at] == "\\":
        return at + 2
    if source[at] == "[":
        at += 2 if source[at + 1] == "^" else 1
        while source[at] != "]":
            at += 2 if source[at] == "\\" else 1
        return at + 1
    if source[at] != "(":
        return at + 1
    at += 1
    while source[at] != ")":
        at = _item_end(source, at)
    return at + 1
