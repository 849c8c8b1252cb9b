"""Recognise the signer's name: 2-5 capitalised syllables alone on their line."""

from __future__ import annotations

import regex

from pipeline.layout.pieces import Piece, without_marks
from pipeline.layout.posts import is_post
from pipeline.layout.provinces import province_names, unmarked_provinces
from pipeline.model import Field
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived
from pipeline.rulebook.twin import Twins

_UNMARKED = 0.8  # confidence of a name without any mark in a text that has them
_UNKNOWN_FAMILY = 0.8  # and of one whose family no list has
_FEWEST = 2  # syllables of a name
_SYLLABLE = r"\p{Lu}(?:['’]\p{Lu})?[\p{Ll}'’]*(?:-\p{Lu}?\p{Ll}+)?"
_NAME = regex.compile(rf"^{_SYLLABLE}(?:\s+{_SYLLABLE}){{1,4}}$")
_CAPITAL_NAME = regex.compile(r"^\p{Lu}[\p{Lu}'’]*(?:\s+\p{Lu}[\p{Lu}'’]*){1,4}$")
_NO_NAMES = frozenset({"và", "của", "các", "cùng", "với", "những"})
_PARTICLE = regex.compile(r"^(?:[hk]['’]\p{L}+|y|ka)$")
_GIVEN = regex.compile(r"(?:Thị|Văn)\s")  # behind `Ông` as a surname
_SIGNED_BEHIND = regex.compile(r"\s*\(\s*(?:[đĐ]ã\s+)?[kK]ý\s*\)\W*$")


def is_person_name(words: str, rules: Rulebook) -> bool:
    """True for 2-5 syllables that open with a surname, whatever their case; no place, no body."""
    name = " ".join(words.split())
    if not _NAME.match(name) and not _CAPITAL_NAME.match(name):
        return False
    folded = name.casefold()
    return (
        folded.split()[0] in _surnames(rules)
        and folded not in province_names(rules)  # capitalised like names (`Hà Nội`)
        and not folded.startswith(_bodies(rules))
    )


def signer_name(piece: Piece, rules: Rulebook, *, is_signed: bool = False) -> Field | None:
    """Read a name without its academic title or rank; None if the line is no name.

    A surname of the lexicon makes it sure; another capitalised line of that shape is not taken,
    because stamps and seals are read as such lines too.

    :param is_signed: `(Đã ký)` stands for the signature right above the line, below a post: in such
        a copy there is no stamp, and what stands there is a name whatever its family
    """
    text = piece.text
    start = 0
    signed = rules.pattern("zones.names_signed").regex.match(text)
    if signed:
        start = signed.end()
    titled = _titles(rules).match(text, start)
    if titled and not _GIVEN.match(text, titled.end()):
        start = titled.end()
    name = _SIGNED_BEHIND.sub("", text[start:]).strip(" .,*|)(")
    capital = _CAPITAL_NAME.match(name) is not None
    if not capital and not _NAME.match(name):
        return None
    syllables = name.casefold().split()
    sure = 0.9 if capital else 1.0
    known = syllables[0] in _surnames(rules) or (
        # Ê Đê, Gia Rai and Cơ Ho names open with a particle, the family name may stand last
        _PARTICLE.match(syllables[0]) is not None
    )
    if not known and not capital and _is_unmarked_name(syllables, rules):
        known, sure = True, _UNMARKED
    if not known and is_signed and not capital:
        known, sure = True, _UNKNOWN_FAMILY
    if not known or is_post(text, rules) or " ".join(syllables) in province_names(rules):
        return None
    is_short = is_signed and len(syllables) == _FEWEST  # `Trường Chinh`, below it `(Đã ký)`
    if not is_short and f"{' '.join(syllables)} ".startswith(_bodies(rules)):
        return None
    if not _NO_NAMES.isdisjoint(syllables):
        return None  # a seal's ring, a slogan: `Thông Tin Và`, `ĐỒNG HÀNH CÙNG DOANH NGHIỆP`
    if tuple(syllables[:2]) in _post_openings(rules):
        return None  # `Phó Chủ Tịc` of a stamp: Phó is a surname, too
    at = piece.start + text.index(name, start)
    value = " ".join(name.split())
    if capital:
        value = " ".join(word.capitalize() for word in value.split())
    return Field(value, at, min(at + len(name), piece.end), "foot.name", sure)


@derived
def _surnames(rules: Rulebook) -> frozenset[str]:
    return frozenset(row["surname"].casefold().split()[0] for row in rules.lexicon("surnames").rows)


def _is_unmarked_name(syllables: list[str], rules: Rulebook) -> bool:
    """Whether syllables are a name that is printed without any mark (`Nguyen Van Mau`)."""
    words = " ".join(syllables)
    if len(syllables) < 3 or not words.isascii() or words in unmarked_provinces(rules):
        return False
    bodies = tuple(without_marks(body) for body in _bodies(rules))
    return syllables[0] in _frequent_unmarked(rules) and not f"{words} ".startswith(bodies)


@derived
def _frequent_unmarked(rules: Rulebook) -> frozenset[str]:
    """Frequent family names as typed without marks (`Nguyen`), as certificates print them."""
    rows = rules.lexicon("surnames").rows
    return frozenset(
        without_marks(row["surname"].casefold()) for row in rows if row["freq_class"] in ("1", "2")
    )


@derived
def _bodies(rules: Rulebook) -> tuple[str, ...]:
    """How names of bodies begin (`Văn phòng ...`, though Văn is a surname)."""
    return tuple(f"{row['term'].casefold()} " for row in rules.lexicon("unit_heads").rows)


@derived
def _post_openings(rules: Rulebook) -> frozenset[tuple[str, ...]]:
    """The first two words of the posts that have two."""
    words = (row["term"].casefold().split() for row in rules.lexicon("positions").rows)
    return frozenset(tuple(post[:2]) for post in words if len(post) > 1)


@derived
def _titles(rules: Rulebook) -> Twins:
    kinds = ("degree", "rank", "address")
    terms = [r["term"] for r in rules.lexicon("honorifics").rows if r["kind"] in kinds]
    options = "|".join(
        regex.escape(t).replace(r"\ ", r"\s*") for t in sorted(terms, key=len, reverse=True)
    )
    return Twins(rf"\W*(?:(?:{options})(?!\p{{Ll}})[\s.,:]*)+", ignore_case=True)
