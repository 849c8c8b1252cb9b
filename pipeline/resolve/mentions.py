"""Mentions of people and bodies: rows of awardees with what tells one person from another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING, Any

from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.resolve.papers import Paper, is_nationwide
from pipeline.resolve.posts import Post, read_post
from pipeline.resolve.units import NOWHERE, Chain, Unit, read_chain

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

_LETTERS = re.compile(r"[^\W\d_]+")
# Bodies that decide for a whole area: who is named in their papers works anywhere in it.
_OF_AN_AREA = re.compile(
    r"(?:chủ tịch|ban thường vụ|ban chấp hành)?\s*(?:ủy ban|ubnd|hội đồng|hđnd|"
    r"liên đoàn lao động|lđlđ|tỉnh ủy|thành ủy|huyện ủy|thủ tướng|chính phủ)"
)
_WOMEN = frozenset({"bà", "chị", "cô"})
_MEN = frozenset({"ông", "anh", "thầy"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A row of ``awardees``.  ``name`` is folded, ``key`` without marks and blanks; ``place`` is
    where the person works or what the body is, ``home`` the body that issued the document.
    ``inner`` are the Khoa, Phòng, Tổ that post and workplace name."""

    awardee_id: str
    kind: str
    doc_id: str
    printed: str
    name: str
    key: str
    place: Chain
    home: Unit | None
    province: str | None
    post: Post
    inner: frozenset[str]
    year: int | None
    gender: str | None
    role: str
    award: str | None
    ordinal: int | None
    decision: str | None
    initiative: str | None
    colleagues: frozenset[str]
    is_doubtful: bool
    workplace: str | None
    counts: bool


def read_mentions(
    rows: Iterable[Mapping[str, Any]],
    papers: Mapping[str, Paper],
    titles: Mapping[str, tuple[str, frozenset[str]]],
    copies: Mapping[str, str],
    rules: Rulebook,
) -> tuple[Mention, ...]:
    """The mentions of an archive, in order of their ids.

    :param rows: rows of ``awardees``, in any order, each looked at once
    :param papers: documents by id
    :param titles: initiative_id -> its title and its authors, folded, marks aside
    :param copies: copy -> first of the same dispatch; what a copy names does not count
    """
    made = [
        _mention(row, papers[row["doc_id"]], titles, row["doc_id"] in copies, rules) for row in rows
    ]
    return tuple(sorted(made, key=lambda mention: mention.awardee_id))


def _mention(
    row: Mapping[str, Any],
    paper: Paper,
    titles: Mapping[str, tuple[str, frozenset[str]]],
    is_copy: bool,
    rules: Rulebook,
) -> Mention:
    is_body = row["kind"] == "collective"
    name = " ".join(fold(row["name"]).split())
    key = "".join(_LETTERS.findall(without_marks(name)))
    if is_body:
        printed = ", ".join(part for part in (row["name"], row["workplace"]) if part)
        place = read_chain(printed, paper.province, rules, merged=False)
        key = place.units[0].key if place.units else key
    else:
        place = read_chain(row["workplace"], paper.province, rules, merged=True)
    issuer = paper.row["issuer"]
    home = (
        read_chain(issuer, None, rules, merged=not is_body)
        if issuer and not (is_nationwide(paper.issuer, rules) or _OF_AN_AREA.match(paper.issuer))
        else NOWHERE
    )
    title, authors = titles.get(row["initiative_id"] or "", (None, frozenset()))
    return Mention(
        awardee_id=row["awardee_id"],
        kind=intern(row["kind"]),
        doc_id=paper.doc_id,
        printed=intern(row["name"]),
        name=intern(name),
        key=intern(key),
        place=place,
        home=home.units[0] if home.units else None,
        province=place.province or paper.province,
        post=(post := read_post(row["position"])),
        inner=frozenset(
            [unit.key for unit in place.units if unit.is_inner] + [post.inner] * bool(post.inner)
        ),
        year=row["year"] or paper.year,
        gender=_gender(row["honorific"], name),
        role=intern(row["role"]),
        award=_shared(row["award"]),
        ordinal=row["ordinal"],
        decision=_shared(row["decision"]),
        initiative=title,
        colleagues=authors and authors - {without_marks(name)},
        is_doubtful=bool(paper.row["is_ocr"]) or row["confidence"] < 0.9,
        workplace=_shared(row["workplace"]),
        counts=not (is_copy or row["is_duplicate"]),
    )


def _shared(text: str | None) -> str | None:
    """The text, held in memory once however many mentions have it."""
    return None if text is None else intern(text)


def _gender(honorific: str | None, name: str) -> str | None:
    """man or woman where the honorific or the middle name Thị tells, None else."""
    word = fold(honorific or "").strip(" .:")
    if word in _WOMEN or " thị " in f" {name} ":
        return "woman"
    return "man" if word in _MEN else None
