"""Turns a list of terms into one trie-shaped regular expression, longest term first."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BLANKS = re.compile(r"\s+")
# Characters with a meaning in a set; "&", "~", "|" and "-" matter doubled, under VERSION1.
_SPECIAL_IN_SET = frozenset("\\]^-[&~|")
_NEVER = "(?!)"


class _Node:
    __slots__ = ("children", "final")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.final = False


def trie_regex(terms: Iterable[str]) -> str:
    """A group ``(?:...)`` that matches exactly what ``term1|term2|...`` (longest first) matches.

    A run of blanks in a term matches any run of blanks (``\\s+``). Empty terms are left out; no
    terms at all give an expression that never matches. An alternation of some hundred terms costs
    a try for each at every letter of the text; the trie costs one.
    """
    root = _Node()
    for term in terms:
        node = root
        for letter in _BLANKS.sub(" ", term.strip()):
            node = node.children.setdefault(letter, _Node())
        node.final = True
    root.final = False
    if not root.children:
        return _NEVER
    whole = _emit(root)
    return whole if len(root.children) > 1 and whole.startswith("(?:") else f"(?:{whole})"


def _emit(node: _Node) -> str:
    by_tail: dict[str, list[str]] = {}
    blank: list[str] = []
    for letter, child in sorted(node.children.items()):
        # A blank is a class of its own: it must not share a set with letters, not even where what
        # follows them is the same (`người tốt việc tốt`, `người tốt, việc tốt`).
        tail = _emit(child)
        if letter == " ":
            blank = [r"\s+" + tail]
        else:
            by_tail.setdefault(tail, []).append(letter)
    branches = blank + [_one_of(letters) + tail for tail, letters in by_tail.items()]
    if not branches:
        return ""
    if len(branches) == 1:
        whole = branches[0]
        return f"(?:{whole})?" if node.final else whole
    return f"(?:{'|'.join(branches)})" + ("?" if node.final else "")


def _one_of(letters: list[str]) -> str:
    if len(letters) == 1:
        return re.escape(letters[0])
    return "[" + "".join("\\" + x if x in _SPECIAL_IN_SET else x for x in letters) + "]"
