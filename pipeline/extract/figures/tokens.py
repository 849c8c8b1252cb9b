"""Words, numbers and signs of a text, and terms of several words looked up among them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.grammar.spelling import fold
from pipeline.rulebook.twin import Twins

_ENDS = (",", ".", ";", ":")  # of most words that no blank follows
_MARKED = r"\p{L}{3,}+(?=\d{1,2}(?![\p{L}\p{M}\p{N}²³/-]))"  # `đoàn viên1`: the mark of a note
_TOKEN = Twins(rf"{_MARKED}|\p{{L}}[\p{{L}}\p{{M}}\p{{N}}²³]*|\d+(?:[.,/]\d+)*|\S")


class Tokens(NamedTuple):
    """Two lists of one length: a row of objects would take several times as long to make.

    ``texts`` are the folded words, numbers and signs in order, ``starts`` their offsets.
    """

    texts: list[str]
    starts: list[int]

    def end(self, index: int) -> int:
        """Where the token ends."""
        return self.starts[index] + len(self.texts[index])


def tokenize(folded: str) -> Tokens:
    """Words, numbers and signs of a folded text, in order."""
    texts: list[str] = []
    starts: list[int] = []
    token = _TOKEN.on(folded)
    at = 0
    for piece in folded.split(" "):
        if piece.isalpha() or piece.isdecimal():  # most are one word
            texts.append(piece)
            starts.append(at)
        elif piece.endswith(_ENDS) and piece[:-1].isalpha():
            texts += (piece[:-1], piece[-1])
            starts += (at, at + len(piece) - 1)
        elif piece:
            for hit in token.finditer(piece):
                texts.append(hit.group())
                starts.append(at + hit.start())
        at += len(piece) + 1
    return Tokens(texts, starts)


class Phrases:
    """Terms of several words, found at a place in a row of tokens; the longest wins."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        """``rows`` are pairs of a folded term and its value (group, use, ...)."""
        self._first: dict[str, list[tuple[int, list[str], str]]] = {}
        self._last: dict[str, list[tuple[int, list[str], str]]] = {}
        for term, value in rows:
            words = tokenize(fold(term)).texts
            self._first.setdefault(words[0], []).append((len(words), words, value))
            self._last.setdefault(words[-1], []).append((len(words), words, value))
        for table in (self._first, self._last):
            for entries in table.values():
                entries.sort(key=lambda entry: -entry[0])

    @property
    def openings(self) -> frozenset[str]:
        """The words with which the terms begin."""
        return frozenset(self._first)

    def at(self, texts: list[str], index: int) -> tuple[int, str] | None:
        """(number of tokens, value) of the longest term that begins at ``index``."""
        if index >= len(texts):
            return None
        for length, words, value in self._first.get(texts[index], ()):
            if length == 1 or texts[index : index + length] == words:
                return length, value
        return None

    def before(self, texts: list[str], index: int) -> tuple[int, str] | None:
        """(number of tokens, value) of the longest term that ends right before ``index``."""
        if index < 1:
            return None
        for length, words, value in self._last.get(texts[index - 1], ()):
            if length == 1 or (length <= index and texts[index - length : index] == words):
                return length, value
        return None
