"""The words around a gold item in a document's text, to see why the item was missed."""

from __future__ import annotations

import re
from functools import cached_property

from pipeline.evaluate.match import Row

_BLANKS = re.compile(r"\s+")
AROUND = 60  # letters shown before and after the words
# The words that an item was annotated from, by table: the most telling first.
_WORDS = ("text", "title", "name", "cited_number")


class Context:
    """A document's text, searched without regard to blanks, line breaks and case."""

    def __init__(self, text: str) -> None:
        self.text = text

    def around(self, item: Row) -> str:
        """`...before [words] after...`, or that the text, as it was read, has no such words."""
        words = next((str(item[name]) for name in _WORDS if item.get(name)), "")
        letters = "".join(words.split()).lower()
        if not letters:
            return ""
        squeezed, offsets = self._squeezed
        at = squeezed.find(letters)
        if at < 0:
            return "its words are not in the text as read"
        start, end = offsets[at], offsets[at + len(letters) - 1] + 1
        before, after = self.text[max(0, start - AROUND) : start], self.text[end : end + AROUND]
        return _BLANKS.sub(" ", f"...{before}[{self.text[start:end]}]{after}...")

    @cached_property
    def _squeezed(self) -> tuple[str, list[int]]:
        """The letters in small, without blanks, and the offset of each in the text."""
        letters, offsets = [], []
        for offset, letter in enumerate(self.text):
            if not letter.isspace():
                small = letter.lower()
                letters.append(small)
                offsets += [offset] * len(small)
        return "".join(letters), offsets
