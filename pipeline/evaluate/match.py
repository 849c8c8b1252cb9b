"""When a found value and a gold value say the same: folded keys and near matches of strings."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

import pandas as pd

# Both ways of placing the tone mark are right spelling, and `sỹ`/`sĩ` are one word.
TONE_PLACES = (
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"), ("oè", "òe"),
    ("oé", "óe"), ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
    ("sỹ", "sĩ"),
)  # fmt: skip
# Bodies are compared with their usual abbreviations; order matters, longest name first.
BODY_SHORT = (
    ("tong lien doan lao dong viet nam", "tld"), ("tong ldld viet nam", "tld"),
    ("tong ldldvn", "tld"), ("tong lien doan", "tld"), ("tldld viet nam", "tld"),
    ("lien doan lao dong", "ldld"), ("uy ban nhan dan", "ubnd"),
    ("thu tuong chinh phu", "thu tuong"),
)  # fmt: skip

_NO_LETTERS = re.compile(r"[^\w%/]+")
Row = Mapping[str, Any]


def is_missing(value: object) -> bool:
    """Whether a value of a table or a gold file says nothing: None, NaN, NaT, "no items"."""
    if value is None or isinstance(value, str):
        return value is None
    if hasattr(value, "__len__"):
        return len(value) == 0
    return bool(pd.isna(value))  # type: ignore[call-overload]


def key(value: object) -> str:
    """The letters and digits of a value: case, tone place, punctuation and blanks do not count."""
    if is_missing(value):
        return ""
    text = unicodedata.normalize("NFC", str(value)).casefold()
    for old, new in TONE_PLACES:
        text = text.replace(old, new)
    return _NO_LETTERS.sub(" ", text).strip()


def plain(value: object) -> str:
    """`key` without any Vietnamese mark, `đ` as `d`, hyphens as blanks."""
    text = "" if is_missing(value) else str(value)
    folded = unicodedata.normalize("NFD", key(text.replace("-", " ").replace("_", " "))).replace(
        "đ", "d"
    )
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def is_near(one: object, other: object, at_least: float) -> bool:
    """Whether two strings have the same key or nearly: difflib's ratio, 0..1."""
    a, b = key(one), key(other)
    if a == b:
        return True
    if not a or not b:
        return False
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    # The quick ratios are upper bounds, so they can only spare work.
    return (
        matcher.real_quick_ratio() >= at_least
        and matcher.quick_ratio() >= at_least
        and matcher.ratio() >= at_least
    )


def day(value: object) -> str:
    """The ISO day of a date, a timestamp or an ISO string; "" for none."""
    if is_missing(value):
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)[:10]


def number(value: object) -> str:
    """A document number without blanks, in capitals, without leading zeros.

    A null that pandas (3 and later) hands over as NaN becomes `NAN`, one number of its own, as it
    does in the reference scorer: the figures have to agree.
    """
    text = unicodedata.normalize("NFC", str(value or ""))
    return "".join(text.split()).upper().lstrip("0")


def same_set(gold: list[str], found: object) -> bool:
    """Whether two lists hold the same names in any order."""
    return {key(item) for item in gold} == items(found)


def items(value: object) -> set[str]:
    """The keys of a list value; the empty set for none."""
    return set() if is_missing(value) else {key(item) for item in value}  # type: ignore[attr-defined]


def same_number(gold: float, found: object) -> bool:
    """Whether a found amount is exactly the gold one."""
    return not is_missing(found) and float(found) == float(gold)  # type: ignore[arg-type]


def close_number(gold: float, found: object) -> bool:
    """Whether a found quantity is the gold one but for the last bit of its decimals."""
    return not is_missing(found) and abs(float(found) - gold) <= 1e-6  # type: ignore[arg-type]


def same_award(gold: str, row: Row) -> bool:
    """Gold names the award; the row may hold the lexicon's name or a code of the same words."""
    want = plain(gold)
    names = (plain(row.get(column)) for column in ("award_name", "award"))
    return any(name and (name.startswith(want) or want.startswith(name)) for name in names)


def same_body(gold: str, row: Row) -> bool:
    """Bodies agree when one's words stand in the other's, abbreviations opened."""
    conferred, cited = row.get("conferred_by"), row.get("cited_issuer")
    found = _short_body(conferred if not is_missing(conferred) else cited)
    want = _short_body(gold)
    return bool(found) and (want in found or found in want)


def _short_body(value: object) -> str:
    text = plain(value)
    for long, short in BODY_SHORT:
        text = text.replace(long, short)
    return text
