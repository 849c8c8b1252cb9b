"""The same expression for the standard library's engine, several times faster on ordinary text.

``regex`` knows properties (``\\p{Lu}``), look-behind of any width and groups that share a name, and
finds fixed letters quickly; on a choice of words it takes up to ten times as long as ``re``.  Where
both can read an expression, its twin gives the same matches in every text that is plain: one whose
letters both engines hold for the same classes and cases.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from typing import cast

import regex

from pipeline.rulebook.look_behind import NotFixed, of_fixed_width

# What a plain text is made of: blanks, ASCII, Latin with marks, usual signs of print.  What the
# engines hold for other letters without case (ß, ı, µ), or for a letter or not (²), is left out.
_PLAIN_SETS = (
    "\t\n -~\u00a0-\u00b1\u00b4\u00b6-\u00b8\u00ba-\u00bb\u00bf-\u00de\u00e0-\u012f\u0132-\u0137"
    "\u0139-\u0148\u014a-\u017e\u01a0-\u01a1\u01af-\u01b0\u1ea0-\u1ef9\u2010-\u2015\u2018-\u2027\u2030-\u203b\u20ab-\u20ac\u2190-\u21ff\u2260-\u2265"
    "\u2500-\u25ff\u2605-\u2606\u2610-\u2612\u2713-\u2717\u27a2\u2756\ufffd"
)
_NOT_PLAIN = re.compile(f"[^{_PLAIN_SETS}]")
_PROPERTY = re.compile(r"\\p\{(\w+)\}")
_CATEGORIES = frozenset({"L", "Lu", "Ll", "N", "M"})
_TOKEN = re.compile(r"\\p\{\w+\}|\\.|\[\^?\]?|.", re.DOTALL)
_END = 0x3000  # no letter or number behind it is plain
_REMEMBERED = 512  # texts
_LONG, _LONG_REMEMBERED = 4000, 4  # letters; of longer texts only the last few are kept


def is_plain(text: str) -> bool:
    """Whether an expression and its twin find the same in ``text``."""
    return _kept_plain(text) if len(text) <= _LONG else _kept_long(text)


def _is_plain(text: str) -> bool:
    return _NOT_PLAIN.search(text) is None


_kept_plain = lru_cache(maxsize=_REMEMBERED)(_is_plain)
_kept_long = lru_cache(maxsize=_LONG_REMEMBERED)(_is_plain)


def twin(source: str, *, ignore_case: bool = False) -> re.Pattern[str] | None:
    """The expression for ``re``; None where it cannot say the same.

    :param source: an expression for ``regex`` without other flags than IGNORECASE
    """
    flags = re.IGNORECASE if ignore_case else re.NOFLAG
    try:
        translated = _translated(source)
    except _Untold:
        return None
    try:
        return re.compile(translated, flags)
    except re.error:  # look-behinds of several widths, mostly
        pass
    try:
        return re.compile(of_fixed_width(translated), flags)
    except (re.error, NotFixed):
        return None


class Twins:
    """An expression of the code itself with its twin."""

    def __init__(self, source: str, *, ignore_case: bool = False) -> None:
        self._source = source
        self._ignore_case = ignore_case
        self._twin = twin(source, ignore_case=ignore_case)

    @cached_property
    def _regex(self) -> regex.Pattern[str]:
        """Compiled when a text that is not plain comes: many documents have none."""
        return regex.compile(self._source, regex.IGNORECASE if self._ignore_case else 0)

    def on(self, text: str) -> regex.Pattern[str]:
        """The one of the two that searches ``text`` faster, with the same matches."""
        if self._twin is not None and is_plain(text):
            return cast("regex.Pattern[str]", self._twin)
        return self._regex

    def match(self, text: str, at: int = 0) -> regex.Match[str] | None:
        """The match that begins at ``at``."""
        return self.on(text).match(text, at)

    def search(self, text: str) -> regex.Match[str] | None:
        """The first match."""
        return self.on(text).search(text)


class _Untold(Exception):
    """The expression uses a class that ``re`` has no name for here."""


def _translated(source: str) -> str:
    parts: list[str] = []
    is_in_set = False
    for token in _TOKEN.findall(source):
        named = _PROPERTY.fullmatch(token)
        if named is not None:
            letters = _letters_of(named[1])
            parts.append(letters if is_in_set else f"[{letters}]")
        elif token[0] == "[" and is_in_set:
            parts.append("\\" + token.replace("]", ""))
            is_in_set = not token.endswith("]")
            parts.append("]" if token.endswith("]") else "")
        elif token[0] == "[":
            is_in_set = True
            parts.append(token.replace("]", "\\]"))
        else:
            is_in_set = is_in_set and token != "]"
            parts.append(token)
    return "".join(parts)


@lru_cache(maxsize=16)
def _letters_of(category: str) -> str:
    """The plain letters of a Unicode category, as they stand in a set."""
    if category not in _CATEGORIES:
        raise _Untold(category)
    known = [
        code
        for code in range(_END)
        if unicodedata.category(chr(code)).startswith(category) and not _NOT_PLAIN.match(chr(code))
    ]
    if not known:
        return "\u0300"  # a set needs a member; no plain text holds this one
    runs: list[list[int]] = []
    for code in known:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(
        f"{re.escape(chr(first))}-{re.escape(chr(last))}" if last > first else re.escape(chr(first))
        for first, last in runs
    )
