"""Whether figures count the same thing and whether one is the sum of others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import isclose

import regex

from pipeline.grammar.spelling import fold
from pipeline.model import FigureMention

# How far a sum of floats may miss a printed number: far less than its last digit.
_EXACT = 1e-13
# Leads of a noun that do not say what is counted.
_LEADS = frozenset({"lượt", "số", "các", "những", "tổng", "bản", "nữ", "nam"})
# `xã, phường, thị trấn`: several nouns under one count.
_JOINT = regex.compile(r"(?:\G|(?<!\s))\s*(?:,|(?<!\p{L})và(?!\p{L}))\s*")
# Nouns for any person, and the people among whom they count.
_ANYBODY = (
    "người", "đồng chí", "nữ", "nam", "chị", "em", "cháu", "tiến sĩ", "thạc sĩ", "phó giáo sư",
    "cấp ủy viên", "chi ủy viên", "đảng ủy viên", "cử nhân",
)  # fmt: skip
_PEOPLE = (
    *_ANYBODY, "cá nhân", "cán bộ", "công chức", "công nhân", "viên chức", "đoàn viên", "đảng viên",
    "hội viên", "phụ nữ", "giáo viên", "giảng viên", "học sinh", "học viên", "sinh viên", "trẻ em",
    "lao động", "nhân viên", "đại biểu", "thành viên", "biên chế", "cnvclđ", "cnlđ", "nlđ", "đvcđ",
    "cbccvc", "cbcc", "cnvc", "bác sĩ", "dược sĩ", "điều dưỡng", "kỹ sư",
    "thanh niên", "công dân", "nam công dân", "quân nhân", "thí sinh", "nông dân",
)  # fmt: skip
# Whom a body employs, and what some of them are: `32 viên chức, trong đó có 8 bác sĩ`.
_STAFF = (
    "cán bộ", "công chức", "viên chức", "công nhân", "lao động", "nhân viên", "biên chế", "cnvclđ",
    "cnlđ", "nlđ", "cbccvc", "cbcc", "cnvc", "cbcnv", "cbvc",
)  # fmt: skip
_AMONG_STAFF = (
    "bác sĩ", "dược sĩ", "điều dưỡng", "hộ sinh", "y sĩ", "kỹ sư", "kỹ thuật viên", "giáo viên",
    "giảng viên", "đảng viên", "đoàn viên",
)  # fmt: skip


# Abbreviations that papers mix with the words (`754 HS, trong đó 486 học sinh giỏi`).
_SHORT = {
    "hs": "học sinh", "gv": "giáo viên", "sv": "sinh viên", "cb": "cán bộ", "nv": "nhân viên",
    "đv": "đoàn viên", "dn": "doanh nghiệp", "htx": "hợp tác xã", "án": "vụ",
    "đbqh": "đại biểu quốc hội", "cb-gv-nv": "cán bộ, giáo viên, nhân viên",
    "cbgvnv": "cán bộ, giáo viên, nhân viên", "cb,gv,nv": "cán bộ, giáo viên, nhân viên",
    "cbgv": "cán bộ, giáo viên", "cb-gv": "cán bộ, giáo viên",
}  # fmt: skip


# Nouns of one syllable that any word may narrow: `lớp tập huấn`, `lớp trồng trọt`.
_CLASSIFIERS = frozenset(
    {"lớp", "hộ", "vụ", "cuộc", "buổi", "đợt", "nhà", "căn", "suất", "giải", "đơn", "ca", "trường",
     "mẫu", "phiên", "khóa", "nhóm"}
)  # fmt: skip
_MATTERS = regex.compile(r"^(vụ) việc(?!\S)|(?<=\S) việc$")  # `5 vụ tố cáo (4 vụ việc kỳ trước)`


@lru_cache(maxsize=4096)  # a list of parts asks for the same two nouns again and again
def same_noun(first: str | None, second: str | None) -> bool:
    """Whether two counted nouns may be one: equal heads, or one is said inside the other."""
    if first is None or second is None:
        return first is second
    a, b = _written_out(fold(first)), _written_out(fold(second))
    if a == b or a.startswith(f"{b} ") or b.startswith(f"{a} "):
        return True
    for one, other in ((a, b), (b, a)):
        if one.startswith(_ANYBODY) and other.startswith(_PEOPLE):
            return True
        if one.startswith(_AMONG_STAFF) and other.startswith(_STAFF):
            return True
    return any(
        one == other or _head(one) in f" {other} " or _head(other) in f" {one} "
        for one in _JOINT.split(a)
        for other in _JOINT.split(b)
    )


def _written_out(noun: str) -> str:
    """``hs giỏi`` as ``học sinh giỏi``, and ``vụ việc`` as the ``vụ`` that it says."""
    head, blank, rest = _MATTERS.sub(r"\1", noun).partition(" ")
    return f"{_SHORT.get(head, head)}{blank}{rest}"


def shared_words(first: FigureMention, second: FigureMention) -> int:
    """How many syllables the counted nouns have in common."""
    return len(_syllables(first.counted) & _syllables(second.counted))


@lru_cache(maxsize=4096)  # of one word of parts some dozens of figures are asked
def _syllables(noun: str | None) -> frozenset[str]:
    return frozenset(fold(noun or "").split())


def _head(noun: str) -> str:
    """The first two syllables behind the leads, between blanks: enough to name what is counted."""
    words = noun.split()
    while len(words) > 1 and words[0] in _LEADS:
        words = words[1:]
    return f" {' '.join(words[:2])} "


def adds_up(wholes: Sequence[FigureMention], parts: Sequence[FigureMention]) -> bool:
    """Whether the parts sum up to the wholes together, decimals as they are printed."""
    return bool(parts) and isclose(
        sum(f.value for f in wholes), sum(f.value for f in parts), rel_tol=_EXACT
    )


def nearest_of_a_kind(part: FigureMention, reach: Sequence[FigureMention]) -> FigureMention | None:
    """``24 lớp tập huấn, trong đó 12 lớp trồng trọt``: the last of one classifier, not less."""
    head = classifier(part)
    if head is None:
        return None
    return next(
        (
            f for f in reversed(reach)
            if classifier(f) == head and (f.role == "target") == (part.role == "target")
            and f.value >= (part.of_value or part.value)
        ),
        None,
    )  # fmt: skip


def classifier(figure: FigureMention) -> str | None:
    """The noun of one syllable that a count begins with, where any word may narrow it."""
    head = fold(figure.counted or "").partition(" ")[0]
    return head if figure.unit == "count" and head in _CLASSIFIERS else None
