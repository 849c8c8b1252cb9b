"""Parts a raised footnote mark from the number or word it is glued to: `2018¹`, `viên[1]`."""

from __future__ import annotations

from pipeline.read.pdf.probe import Probe

_SMALLER = 0.9  # of the digits beside it, or of letters that it is raised over: browsers set 0.83
_MARK = frozenset("0123456789[]()")
_LONGEST = 5  # `[123]`
_CLOSING = '.,;:)”"'

Part = tuple[str, int, int]  # text, indices of its first and last characters


def mark_parts(text: str, first: int, last: int, probe: Probe) -> list[Part]:
    """The word and its mark with what closes the sentence, or the word alone where it has none."""
    if last - first + 1 != len(text):
        return [(text, first, last)]
    end = len(text)
    while end > 1 and text[end - 1] in _CLOSING and text[end - 1] != ")":
        end -= 1
    limit = _SMALLER * probe.size(first)
    at = end
    while at > 1 and end - at < _LONGEST and text[at - 1] in _MARK:
        if not 0 < probe.size(first + at - 1) < limit:
            break
        at -= 1
    mark = text[at:end]
    if not any(map(str.isdecimal, mark)):
        return [(text, first, last)]
    return [(text[:at], first, first + at - 1), (text[at:], first + at, last)]
