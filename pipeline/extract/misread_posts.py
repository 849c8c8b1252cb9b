"""Posts (chức vụ) whose marks were misread or misprinted (`Giám đóc`), told by their letters.

Only posts of several words: their letters spell no other thing, whatever the tones; of one word
(`thu thư`) they do.  Reference: text_defects, section 4.
"""

from __future__ import annotations

import regex

from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

_WORDS = regex.compile(r"\p{L}+(?: \p{L}+){1,6}(?!\p{L})")


def post_put_right(words: str, at: int, end: int, rules: Rulebook) -> str | None:
    """The words, as long as before, with the post that begins at ``at`` as it is spelled.

    None where no known post begins there but for its marks, or where it is spelled right already.
    """
    hit = _WORDS.match(words, at, end)
    if hit is None:
        return None
    known = _posts(rules)
    parts = hit.group().split(" ")
    for count in range(len(parts), 1, -1):
        printed = " ".join(parts[:count])
        post = known.get(without_marks(fold(printed)))
        if post is not None and len(post) == len(printed) and post != fold(printed):
            right = "".join(
                new.upper() if old.isupper() else new
                for old, new in zip(printed, post, strict=True)
            )
            return words[:at] + right + words[at + len(printed) :]
    return None


@derived
def _posts(rules: Rulebook) -> dict[str, str]:
    """Folded posts by their letters; what two posts are spelled with tells neither."""
    found: dict[str, set[str]] = {}
    for term in map(fold, rules.lexicon("positions").column("term")):
        if " " in term:
            found.setdefault(without_marks(term), set()).add(term)
    return {letters: min(terms) for letters, terms in found.items() if len(terms) == 1}
