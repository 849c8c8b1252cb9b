"""Papers typed without any marks, as old mails and machines without Vietnamese letters have them.

What is printed has lost its marks in the gold, too; names that the rules give (award, type of
paper) and symbols, whose Đ everyone supplies, have theirs.
"""

from __future__ import annotations

import unicodedata
from random import Random
from typing import Any

_SPELLED = frozenset({
    "source", "kind", "genre", "role", "unit", "qualifier", "award", "doc_type", "cited_type",
    "doc_number", "cited_number", "decision",
})  # fmt: skip


TELEX_SHARE = 0.1  # of these papers that are in capitals alone


def sent(rng: Random, text: str) -> str:
    """The text as it looks when every mark is lost, and now and then every small letter."""
    return typed(text).upper() if rng.random() < TELEX_SHARE else typed(text)


def typed(text: str) -> str:
    """The letters of a text without their marks."""
    folded = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    folded = folded.replace("Ð", "D")
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def answers(gold: dict[str, Any]) -> dict[str, Any]:
    """The gold of the paper once it is typed so."""
    return {key: value if key in _SPELLED else _typed(value) for key, value in gold.items()}


def _typed(value: Any) -> Any:
    if isinstance(value, str):
        return typed(value)
    if isinstance(value, list):
        return [_typed(one) for one in value]
    return answers(value) if isinstance(value, dict) else value
