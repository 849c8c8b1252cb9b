"""What the checks look at in the words around a figure: sentences, gaps and exactness."""

from __future__ import annotations

import unicodedata

import regex

from pipeline.audit.model import Paper, Row

_END = regex.compile(r"[.!?…;](?=\s+[\p{Lu}\-+*•“\"(]|\s*$)|\n\s*\n")
_REACH = 600  # letters of a sentence that are looked at on either side


def exact(figure: Row) -> bool:
    """Whether the text gives the figure as exact: no `gần`, `trên`, `khoảng`, no range."""
    return bool(figure["qualifier"] == "exact" and figure["value_high"] is None)


def sentence(paper: Paper, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence (or clause up to a semicolon) around a span of the text."""
    low = max(0, start - _REACH)
    ends = [hit.end() for hit in _END.finditer(paper.text, low, start)]
    after = _END.search(paper.text, end, min(len(paper.text), end + _REACH))
    return (ends[-1] if ends else low), (after.start() if after else end)


def same_block(paper: Paper, first: int, second: int) -> bool:
    """Whether two offsets stand in one block of the layout."""
    return any(b["start"] <= first and second <= b["end"] for b in paper.blocks)


def flat(words: str) -> str:
    """Words in one line."""
    return " ".join(words.split())


def bare(name: str) -> str:
    """A name for comparison with certificates, which misplace tones more than they misspell."""
    letters = unicodedata.normalize("NFD", name.casefold()).replace("đ", "d")
    plain = "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return flat(plain).replace("uy ban nhan dan", "ubnd")
