"""Names of bodies and units in one spelling: short forms written out, places told from names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.resolve.provinces import provinces
from pipeline.rulebook.derived import derived
from pipeline.rulebook.trie import trie_regex

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

# Abbreviations of these fields stand in names of bodies; those of posts, people, notes do not.
_FIELDS = frozenset({"union", "organ", "science", "school", "health", "firm", "labour", "culture"})
_PART = re.compile(
    r"(?P<dash>(?<!\s)\s+[-–]\s*|[-–]\s+)|[,;]\s*|(?<!\s)\s+(?:trực )?thuộc\s+"
    r"|(?:(?<!\s)\s+)?[()]\s*"
)
# What begins like a unit and is none, marks aside: tổ chức, khoa học, viên chức, phòng chống.
_NO_UNIT = re.compile(
    r"(?:to chuc|khoa hoc|khoa giao|ban hanh|ban hang|phong chong|doi ngoai|doi ngu|vien chuc|"
    r"so huu|bao ve|bao hiem y|hoi nhap)\b"
)
# Units of which a province has many without a name of their own, besides the inner ones.
_COMMON = frozenset({"trung tâm", "trạm", "chi nhánh", "đài", "xí nghiệp", "nhà máy", "viện"})
_WORD = re.compile(r"\w+")
_DROPPED = frozenset({"và", "của", "tp", "thuộc", "trực"})
# Not the word of an area: xã hội, and the committees and unions of a level (huyện ủy, tỉnh đoàn).
NO_AREA = r"(?!\s+(?:ủy|uỷ|đoàn|hội|đội)(?!\w))"
_LEVEL = re.compile(
    rf"(?<!\w)(?P<level>thành phố|huyện|quận|thị xã|xã|phường|thị trấn|tỉnh)(?!\w){NO_AREA}"
)
# Ranks of areas that may be one area at two times: a huyện becomes a thị xã, then a thành phố.
_RANK = {
    "tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district",
    "thành phố": "district", "xã": "commune", "phường": "commune", "thị trấn": "commune",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a chain.  ``key``: its words, marks aside; ``level``: the area's word printed
    with it; ``is_inner``: a Phòng, Khoa, Trung tâm, of which there are many of one name;
    ``is_area``: no body but the huyện or xã it lies in."""

    key: str
    level: str | None
    is_inner: bool
    is_area: bool = False

    @property
    def rank(self) -> str | None:
        """province, district or commune, None where the name does not tell."""
        return _RANK.get(self.level or "")


@dataclass(frozen=True, slots=True)
class Chain:
    """A workplace from the smallest unit up, and the province that it names."""

    units: tuple[Unit, ...]
    province: str | None
    is_told: bool  # the province is named as one (tỉnh X), not by its bare name


NOWHERE = Chain((), None, False)


def read_chain(text: str | None, home: str | None, rules: Rulebook, *, merged: bool) -> Chain:
    """A workplace (nơi công tác) as printed, taken apart.

    :param home: the province of the document, which is meant where a name is no more than a bare
        name (a huyện may bear the name of another province)
    :param merged: bodies that were merged into another have its name; else only those renamed
    """
    if not text:
        return NOWHERE
    return _read(text, home, merged, _Context(rules))


def begins_unit(words: str, rules: Rulebook) -> bool:
    """Whether words (marks may be missing) begin as a body or one of its units does."""
    return _forms(rules).begins(words, after_dash=False)


class _Context:
    """A rulebook as a key of the cache: equal where the versions are."""

    def __init__(self, rules: Rulebook):
        self.rules = rules

    def __hash__(self) -> int:
        return hash(self.rules.version)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Context) and self.rules.version == other.rules.version


@lru_cache(maxsize=200_000)
def _read(text: str, home: str | None, merged: bool, context: _Context) -> Chain:
    rules = context.rules
    known = provinces(rules)
    forms = _forms(rules)
    folded = forms.written_out(fold(text), merged)
    named = known.named(folded)
    told = [item for item in named if item.is_told]
    if told:
        province: str | None = told[-1].name
    elif home is not None or not named:
        province = home
    else:
        province = named[-1].name
    for item in reversed(named):
        if item.name == province and (item.is_told or item is named[-1]):
            folded = f"{folded[: item.start]} tỉnh {folded[item.end :]}"
    parts: list[str] = []
    for dash, part in _parts(folded):
        if parts and not forms.begins(part, after_dash=dash):
            parts[-1] = f"{parts[-1]} {part}"
        elif part:
            parts.append(part)
    units = tuple(unit for unit in (_unit(part, forms) for part in parts) if unit.key)
    return Chain(units, province, bool(told))


def _parts(folded: str) -> Iterator[tuple[bool, str]]:
    """The pieces between commas, dashes and brackets; whether a dash stands before each."""
    start, dash = 0, False
    for cut in _PART.finditer(folded):
        yield dash, folded[start : cut.start()].strip(" .-/")
        start, dash = cut.end(), cut["dash"] is not None
    yield dash, folded[start:].strip(" .-/")


def _unit(part: str, forms: _Forms) -> Unit:
    levels = [hit["level"] for hit in _LEVEL.finditer(part)]
    plain = _LEVEL.sub(" ", part)
    words = [word for word in _WORD.findall(plain) if word not in _DROPPED]
    level = levels[0] if levels else None
    # A Phòng or Trung tâm of a huyện is one of its kind there.
    is_common = level is None and forms.is_common(part)
    return Unit(without_marks(" ".join(words)), level, is_common, bool(_LEVEL.match(part)))


def _words(text: str) -> str:
    """Words alone, marks aside: a scan loses marks of the words that units begin with."""
    return " ".join(_WORD.findall(without_marks(text)))


class _Forms:
    """Short forms and former names with what they stand for, and the words units begin with."""

    def __init__(self, rules: Rulebook):
        short: dict[str, str] = {}
        for row in rules.lexicon("abbreviations").rows:
            if row["field"] in _FIELDS:
                for spelling in (row["term"], *row["variants"].split(";")):
                    if spelling.strip():
                        short[fold(spelling.strip())] = fold(row["expansion"])
        former: dict[str, dict[str, str]] = {"renamed": {}, "merged": {}}
        for row in rules.lexicon("body_forms").rows:
            into = short if row["kind"] == "short" else former[row["kind"]]
            into[fold(row["written"])] = fold(row["means"])
        self._short = _Replacement(short)
        self._renamed = _Replacement(former["renamed"])
        self._merged = _Replacement(former["renamed"] | former["merged"])
        heads = rules.lexicon("unit_heads").rows
        full = [_words(term) for term in short.values()]
        every = {_words(fold(row["term"])) for row in heads}
        self._inner = {_words(fold(row["term"])) for row in heads if row["kind"] == "inner"}
        self._inner |= {_words(term) for term in _COMMON}
        self._head = re.compile(rf"{trie_regex([*every, *full])}(?!\w)")

    def begins(self, part: str, *, after_dash: bool) -> bool:
        """Whether a piece begins another unit; behind a dash only a body does, as a Phòng's own
        name has dashes."""
        words = _words(part)
        head = self._head.match(words)
        if head is None or _NO_UNIT.match(words):
            return False
        return not (after_dash and head.group() in self._inner)

    def is_common(self, part: str) -> bool:
        """Whether many bodies have a unit of this name: a Phòng, Khoa, Tổ, or a bare Thanh tra."""
        words = _words(part)
        head = self._head.match(words)
        return head is not None and (head.group() in self._inner or head.group() == words)

    def written_out(self, folded: str, merged: bool) -> str:
        """A folded text with short forms written out and former names as they are now."""
        return (self._merged if merged else self._renamed).apply(self._short.apply(folded))


class _Replacement:
    """Terms and what stands for them, put in by one pattern."""

    def __init__(self, terms: Mapping[str, str]):
        self._terms = terms
        self._pattern = re.compile(rf"(?<!\w){trie_regex(terms)}(?!\w)")

    def apply(self, folded: str) -> str:
        return self._pattern.sub(lambda hit: self._terms[" ".join(hit.group().split())], folded)


@derived
def _forms(rules: Rulebook) -> _Forms:
    return _Forms(rules)
