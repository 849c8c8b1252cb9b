"""Decodes the words of a PDF page by their fonts, before they are put into lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from pipeline.read.legacy.decode import decode_runs
from pipeline.read.legacy.evidence import SUSPECT, UNICODE_LETTER, guess


class Word(Protocol):
    """What a word must have: its text, which is replaced where it is decoded."""

    text: str


W = TypeVar("W", bound=Word)


def decode_words(
    words: Sequence[W], font_of: Callable[[W], str | None], found: Counter[str]
) -> None:
    """Decode a page's words in place; fonts are asked for only where letters look odd.

    :param font_of: gives the name of a word's font
    :param found: counts pages by encoding, pages in Unicode as ``unicode``
    """
    text = " ".join([word.text for word in words])
    if not SUSPECT.search(text):
        found["unicode"] += UNICODE_LETTER.search(text) is not None
        return
    prior = guess(" ".join(word.text for word in words if not UNICODE_LETTER.search(word.text)))
    fonts = {id(word): font_of(word) for word in words}
    texts, used = decode_runs([(f"{word.text} ", fonts[id(word)]) for word in words], prior)
    for word, decoded in zip(words, texts, strict=True):
        word.text = decoded[:-1]
    found.update(used or ("unicode",))
