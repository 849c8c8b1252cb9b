"""Letters without their marks: what is left of Vietnamese where none can be typed."""

from __future__ import annotations

import unicodedata

_NO_MARKS = dict.fromkeys(map(ord, "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"))


def without_marks(text: str) -> str:
    """The letters without their marks, Đ as D; as long as the text where that is composed."""
    bare = unicodedata.normalize("NFD", text).translate(_NO_MARKS)
    return bare.replace("Đ", "D").replace("đ", "d")
