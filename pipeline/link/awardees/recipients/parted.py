"""Entries that part the post from the name by a colon or semicolon: `Ông A; Phó Giám đốc; Sở B`."""

from __future__ import annotations

import regex

from pipeline.rulebook import Rulebook

_PARTED = regex.compile(r"\s?[:;](?=\s\p{L})")


def with_commas(words: str, end: int, rules: Rulebook) -> str | None:
    """The entry with commas there, as long as before; None where no post follows the name.

    :param end: where the name ends
    """
    mark = _PARTED.match(words, end)
    if mark is None or not rules.pattern("body.post").regex.match(words, mark.end() + 1):
        return None
    return words[:end] + _PARTED.sub(lambda m: "," + " " * (len(m.group()) - 1), words[end:])
