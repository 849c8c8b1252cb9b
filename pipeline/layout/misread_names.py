"""Read a signer's name whose family name recognition misread (`Nguyên Văn A`, `Trân Thị B`).

Family names are few: where a line has the shape of a name and its first word the letters of a
frequent family name, it is that one.  The given name may be misread as well; where the paper prints
the same letters elsewhere behind a right family name, that spelling stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from pipeline.layout.names import signer_name
from pipeline.layout.pieces import Piece, without_marks
from pipeline.layout.posts import ends_as_post
from pipeline.model import Field
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

# A line of that shape behind specks, its first letter perhaps lost under a seal: `“rần Văn A`.
_SPECKED = regex.compile(
    r"(?P<specks>[^\p{L}\p{N}(+-]{0,3}?)(?P<name>\p{L}\p{Ll}+(?: \p{Lu}\p{Ll}+){2,3})[.,'’]?"
)
_LEAST_LEFT = 3  # letters of a family name that lost its first one
_RUN = regex.compile(r"\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+")
_FREQUENT = ("1", "2")
_MENDED = 0.8  # confidence of a name with a family name that was put right
# `Ong Lê Văn A`: a family Ong there is too, but three names of its own seldom open with another.
_ONG = regex.compile(r"(?<!\p{L})Ong(?= (?P<surname>\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+){2})")


def with_surname(piece: Piece, printed: Sequence[str], rules: Rulebook) -> Piece:
    """The line, without specks, with its family name as it is spelled.

    A first letter that was lost under a seal stands in the place of a speck, or makes it longer.

    :param printed: all lines of the paper
    """
    specked = _SPECKED.fullmatch(piece.text)
    if specked is None:
        return piece
    specks, name = specked["specks"], specked["name"]
    first, rest = name.split(" ", 1)
    if first[0].islower():
        whole = _with_first_letter(first, rules)
        return piece if whole is None else _as_line(piece, specks[:-1], f"{whole} {rest}")
    right = family_name_of(first, rules)
    if right is None:
        return _as_line(piece, specks, name)
    bare = without_marks(name)
    spelled = {
        hit
        for line in printed
        for run in _RUN.findall(line)
        for hit in _parts(run, bare.count(" ") + 1)
        if without_marks(hit) == bare and hit.split(" ", 1)[0] == right
    }
    return _as_line(piece, specks, min(spelled) if len(spelled) == 1 else f"{right} {rest}")


def _as_line(piece: Piece, specks: str, name: str) -> Piece:
    return piece._replace(text=" " * len(specks) + name)


def as_recognised(name: Field, printed: Piece | None, rules: Rulebook) -> Field | None:
    """A name on a recognised page: none if it may be torn, less sure if it was put right."""
    if _is_torn(name.value, rules):
        return None
    is_right = printed is not None and name.value in printed.text
    return name if is_right else replace(name, confidence=min(name.confidence, _MENDED))


def _is_torn(name: str, rules: Rulebook) -> bool:
    """Whether a name of two words opens with none of the frequent family names.

    What a seal leaves of `Lê Văn Mẫu` is `Văn Mẫu`, and Văn is a family name, too.
    """
    words = name.split()
    return len(words) == 2 and without_marks(words[0]) not in _bare(rules)


def name_below_rest(
    lines: Sequence[Piece], copies_at: int | None, recognised: frozenset[int], rules: Rulebook
) -> int | None:
    """The name behind the copies of a recognised page, below what a seal leaves of a post."""
    if copies_at is None:
        return None
    for index in range(len(lines) - 1, copies_at + 1, -1):
        if lines[index].page in recognised and signer_name(lines[index], rules) is not None:
            return index if ends_as_post(lines[index - 1].text, rules) else None
    return None


def _with_first_letter(rest: str, rules: Rulebook) -> str | None:
    """The only frequent family name that ends in these letters behind its first one."""
    if len(rest) < _LEAST_LEFT:
        return None
    bare = without_marks(rest)
    rows = rules.lexicon("surnames").rows
    found = {
        row["surname"]
        for row in rows
        if row["freq_class"] in _FREQUENT and without_marks(row["surname"])[1:].casefold() == bare
    }
    return found.pop() if len(found) == 1 else None


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
