"""Read a signer's name whose family name recognition misread (`Nguyên Văn A`, `Trân Thị B`).

Family names are few: where a line has the shape of a name and its first word the letters of a
frequent family name, it is that one.  The given name may be misread as well; where the paper prints
the same letters elsewhere behind a right family name, that spelling stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from pipeline.layout.pieces import Piece, without_marks
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

_NAME = regex.compile(r"\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){2,3}")
_RUN = regex.compile(r"\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+")
_FREQUENT = ("1", "2")
# `Ong Lê Văn A`: a family Ong there is too, but three names of its own seldom open with another.
_ONG = regex.compile(r"(?<!\p{L})Ong(?= (?P<surname>\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+){2})")


def with_surname(piece: Piece, printed: Sequence[str], rules: Rulebook) -> Piece:
    """The line, as long as before, with its family name as it is spelled.

    :param printed: all lines of the paper
    """
    if _NAME.fullmatch(piece.text) is None:
        return piece
    first, rest = piece.text.split(" ", 1)
    right = family_name_of(first, rules)
    if right is None:
        return piece
    bare = without_marks(piece.text)
    spelled = {
        hit
        for line in printed
        for run in _RUN.findall(line)
        for hit in _parts(run, bare.count(" ") + 1)
        if without_marks(hit) == bare and hit.split(" ", 1)[0] == right
    }
    return piece._replace(text=min(spelled) if len(spelled) == 1 else f"{right} {rest}")


def family_name_of(first: str, rules: Rulebook) -> str | None:
    """The frequent family name that has the letters of a word, None if it is one as it stands."""
    known = _surnames(rules)
    right = known.get(without_marks(first))
    if right is None or first in known.values() or first in _all(rules):
        return None
    return right


def with_address(words: str, rules: Rulebook) -> str:
    """The words, as long as before, with `Ông` where its hat was lost before a whole name."""
    if "Ong " not in words:
        return words
    return _ONG.sub(
        lambda hit: "Ông" if without_marks(hit["surname"]) in _bare(rules) else hit.group(), words
    )


@derived
def _bare(rules: Rulebook) -> frozenset[str]:
    """Frequent family names by their letters without marks."""
    rows = rules.lexicon("surnames").rows
    return frozenset(
        without_marks(row["surname"]) for row in rows if row["freq_class"] in _FREQUENT
    )


def _parts(run: str, count: int) -> list[str]:
    """All stretches of so many words: `Đồng chí Lê Văn A` opens with a capital, too."""
    words = run.split(" ")
    return [" ".join(words[at : at + count]) for at in range(len(words) - count + 1)]


@derived
def _surnames(rules: Rulebook) -> Mapping[str, str]:
    """Frequent family names by their letters without marks, those alone that share them not."""
    found: dict[str, set[str]] = {}
    for row in rules.lexicon("surnames").rows:
        if row["freq_class"] in _FREQUENT:
            found.setdefault(without_marks(row["surname"]), set()).add(row["surname"])
    return {bare: min(names) for bare, names in found.items() if len(names) == 1}


@derived
def _all(rules: Rulebook) -> frozenset[str]:
    return frozenset(row["surname"] for row in rules.lexicon("surnames").rows)
