"""Put misread headings of columns right, and misread family names below the headings of names.

A heading is one of few (`table_columns`): what has its letters, or all but one of a word that is no
syllable (`Danb hiệu`), is that heading.  A cell of the column of names holds a name and nothing
else, so that its first word is a family name.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.layout.misread_names import family_name_of
from pipeline.layout.pieces import without_marks
from pipeline.read.text_layer import is_syllable
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

_SHORTEST = 6  # letters of a heading: a shorter one is near too many
_NAMES = frozenset({"person"})


def heading_put_right(heading: str, rules: Rulebook) -> str:
    """The heading of a column as it is spelled, if it is one that lists have."""
    words = " ".join(heading.lower().split())
    known = _headings(rules)
    bare = without_marks(words)
    if known.get(bare) == words or len(bare) < _SHORTEST:
        return heading
    right = known.get(bare) or _nearest(words, bare, known)
    return right[:1].upper() + right[1:] if right else heading


def _nearest(words: str, bare: str, known: Mapping[str, str]) -> str | None:
    """The only heading that differs in one letter, of a word that no one writes."""
    own = bare.split(" ")
    if all(map(is_syllable, words.split(" "))):
        return None
    near = {
        right
        for letters, right in known.items()
        if len(letters) == len(bare) and _differ_in_one(own, letters.split(" "), words.split(" "))
    }
    return near.pop() if len(near) == 1 else None


def _differ_in_one(own: list[str], other: list[str], words: list[str]) -> bool:
    if len(own) != len(other):
        return False
    apart = [(a, b, word) for a, b, word in zip(own, other, words, strict=True) if a != b]
    return (
        len(apart) == 1
        and len(apart[0][0]) == len(apart[0][1])
        and sum(a != b for a, b in zip(apart[0][0], apart[0][1], strict=True)) == 1
        and not is_syllable(apart[0][2])
    )


def holds_names(heading: str, rules: Rulebook) -> bool:
    """Whether people alone stand below the heading."""
    return _roles(rules).get(" ".join(heading.lower().split())) in _NAMES


def name_put_right(cell: str, rules: Rulebook) -> str:
    """A cell of a column of names, as long as before, its address and family name as spelled."""
    hit = rules.pattern("zones.misread_cells_named").regex.fullmatch(cell)
    if hit is None:
        return cell
    first, rest = hit["name"].split(maxsplit=1)[0], hit["name"]
    title = hit["title"] or ""
    if title:
        title = ("Ông" if title[0] != "B" else "Bà") + title[-1]
    right = family_name_of(first, rules)
    return title + (right or first) + rest[len(first) :]


@derived
def _headings(rules: Rulebook) -> Mapping[str, str]:
    """Headings by their letters without marks, those alone that share them with no other."""
    found: dict[str, set[str]] = {}
    for term in _roles(rules):
        found.setdefault(without_marks(term), set()).add(term)
    return {bare: min(terms) for bare, terms in found.items() if len(terms) == 1}


@derived
def _roles(rules: Rulebook) -> Mapping[str, str]:
    return {row["term"]: row["role"] for row in rules.lexicon("table_columns").rows}
