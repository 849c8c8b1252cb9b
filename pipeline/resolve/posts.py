"""Posts (chức vụ) as steps of a career: who heads, who is deputy, and what kind of work it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks

_WORD = re.compile(r"\w+")
_SHORT = (
    (re.compile(r"\bpgđ\b"), "phó giám đốc"), (re.compile(r"\bgđ\b"), "giám đốc"),
    (re.compile(r"\bpct\b"), "phó chủ tịch"), (re.compile(r"\bptp\b"), "phó trưởng phòng"),
    (re.compile(r"\btp\b"), "trưởng phòng"), (re.compile(r"\bbs\b\.?"), "bác sĩ"),
)  # fmt: skip
_DEPUTY = re.compile(r"\bphó\b")
_HEAD = re.compile(
    r"\b(?:trưởng|giám đốc|chủ tịch|bí thư|chánh|chủ nhiệm|quản đốc|thủ trưởng|chính ủy|chỉ huy)\b"
)
_HEADED = re.compile(
    r"(?:pho )?(?:truong|quan doc)? ?(?P<unit>"
    r"(?:khoa|phong|to|doi|ban|bo mon|phan xuong|tram) \w.*)"
)
_DEPUTY_HEAD = re.compile(r"\bpho truong\b")
_ACTING = re.compile(r"\b(?:quyền|phụ trách|thường trực|kiêm)\b.*")


@dataclass(frozen=True, slots=True)
class Post:
    """``words``: the post, marks aside; ``rank``: 2 heads, 1 deputy, 0 neither, None unknown;
    ``inner``: the inner unit that a head or deputy is of (`khoa noi`), "" where none is told."""

    words: str
    rank: int | None
    inner: str = ""


NO_POST = Post("", None)


def read_post(position: str | None) -> Post:
    """A post as printed, taken apart."""
    return _read(position) if position else NO_POST


@lru_cache(maxsize=100_000)
def _read(position: str) -> Post:
    folded = fold(position)
    for short, full in _SHORT:
        folded = short.sub(full, folded)
    plain = _ACTING.sub("", folded)
    rank = 1 if _DEPUTY.search(plain) else 2 if _HEAD.search(plain) else 0
    words = " ".join(_WORD.findall(without_marks(folded)))
    # Phó trưởng phòng and phó phòng are one post; so are trưởng phòng and its acting head.
    headed = _HEADED.match(words)
    inner = headed["unit"] if headed is not None else ""
    return Post(_DEPUTY_HEAD.sub("pho", words), rank, inner)
