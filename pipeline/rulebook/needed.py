"""What letters a text must hold, or open with, before a pattern can match at all.

Most patterns match in few blocks.  Every match of ``(?:quý|quí)\\s+\\d`` holds ``quý 0`` or
``quí 0`` once digits are written 0 and blanks as one: a text whose outline holds neither needs no
search.  ``tại\\s*\\Z`` asks for ``tại`` at the end.  What is read off is necessary, never
sufficient; what is not understood asks for nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.rulebook.demands import END, START, STRANGE, Strings, weight
from pipeline.rulebook.read_off import NotUnderstood, Reader

_DIGITS = "123456789"
_NOUGHTS = re.compile("00+")
_MOST = 48  # strings that one pattern asks for; looking for more takes as long as searching
_SEEN = 16  # letters that an opening is told from
_OPENING = 3  # letters that tell whether a match can begin
_RARE = 0.3  # a demand for a blank, or one of many letters, spares no search
_REMEMBERED = 512  # outlines; several steps look at one block, one step behind the other
_LONG, _LONG_REMEMBERED = 4000, 4  # letters; of longer texts only the last few are kept


def outline(text: str) -> str | None:
    """The text in one case, each digit 0, each run of blanks one blank, a blank at either end, and
    the sign of the end behind it.

    None for a text with letters or digits that this does not show: anything may match there.
    """
    return _kept_outline(text) if len(text) <= _LONG else _kept_long(text)


def _outline(text: str) -> str | None:
    if STRANGE.search(text):
        return None
    folded = text.casefold()
    for digit in _DIGITS:
        folded = folded.replace(digit, "0")
    if "  " in folded or not folded.isprintable():  # the only printable blank is the plain one
        folded = " ".join(folded.split())
    return f" {folded.strip(' ')} {END}"


_kept_outline = lru_cache(maxsize=_REMEMBERED)(_outline)
_kept_long = lru_cache(maxsize=_LONG_REMEMBERED)(_outline)


def needed(source: str) -> tuple[str, ...]:
    """The strings of which the :func:`outline` of every text that matches holds one.

    :param source: an expression of the module ``regex`` without the flags VERBOSE and VERSION1
    :return: () where nothing can be told
    """
    try:
        piece = Reader(source).whole()
    except NotUnderstood:
        return ()
    found = piece.needs
    if found is None or len(found) > _MOST or weight(found) < _RARE:
        return ()
    return tuple(sorted(found, key=lambda string: (len(string), string)))


def heads(source: str, *, runs: bool = False) -> Strings | None:
    """Strings of which one begins the outline of every match, :data:`START` before one that stands
    at the start of the text only.

    :param runs: a run of digits is one 0, and leading blanks are left out
    :return: None where nothing can be told
    """
    try:
        return Reader(source, runs=runs, starts=True).whole().head
    except NotUnderstood:
        return None


def openings(source: str) -> frozenset[str] | None:
    """What every match begins with as :func:`opening_at` gives it, or the first letters of that.

    :return: None where nothing can be told
    """
    found = heads(source, runs=True) or frozenset({""})
    first = {_NOUGHTS.sub("0", head).lstrip(f" {START}")[:_OPENING] for head in found}
    return None if "" in first else frozenset(first)


def opening_at(text: str, position: int) -> str | None:
    """The first letters of the outline from ``position`` on, blanks left out, runs of digits one 0.

    Fewer where more cannot be told from a few letters; None where there is no outline.
    """
    stop = position + _SEEN
    return _opening(text[position:stop], stop < len(text))


@lru_cache(maxsize=_REMEMBERED)
def _opening(text: str, goes_on: bool) -> str | None:
    seen = _outline(text)
    if seen is None:
        return None
    if goes_on:
        seen = seen.rstrip(f" {END}")
    return _NOUGHTS.sub("0", seen).lstrip(" ")[:_OPENING]
