"""Give the words that open a body's name in capitals the marks that recognition swapped.

`ÚY BAN NHÂN DÂN` leaves no doubt; names behind these words stay as they were read (reference:
text_defects, section 4).
"""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.layout.pieces import is_capitals, without_marks
from pipeline.model import Field
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived
from pipeline.rulebook.twin import Twins

_MENDED = 0.8
_PLACE = r"(?:TINH|HUYEN|(?<!CO )QUAN|XA|PHUONG|THANH PHO|THI TRAN)"


def body_put_right(field: Field | None, rules: Rulebook) -> Field | None:
    """The field with the heads of bodies as the lexicon spells them, less sure if that changed it.

    Nothing changes in small letters, nor where two heads differ by their marks alone.
    """
    if field is None or not is_capitals(field.value):
        return field
    value = heads_put_right(field.value, rules)
    if value == field.value:
        return field
    return replace(field, value=value, confidence=min(field.confidence, _MENDED))


def heads_put_right(capitals: str, rules: Rulebook) -> str:
    """Words in capitals, as long as before, with the heads of bodies as the lexicon spells them."""
    known, pattern = _heads(rules)
    value = rules.pattern("zones.mended_bodies_short").regex.sub("UBND", capitals)
    bare = without_marks(capitals)
    for hit in pattern.on(bare).finditer(bare):
        options = known[hit.group()]
        if len(options) == 1 and value[hit.start() : hit.end()] not in _spellings(options[0]):
            value = value[: hit.start()] + options[0] + value[hit.end() :]
    return value


def opens_misread(line: str, rules: Rulebook) -> bool:
    """Does a head of several words open the line in capitals, whatever its marks?"""
    _, pattern = _heads(rules)
    return is_capitals(line) and pattern.match(without_marks(line)) is not None


def _spellings(head: str) -> tuple[str, str]:
    """Both ways of placing the tone: `ỦY BAN`, `UỶ BAN`."""
    return head, head.replace("ỦY", "UỶ")


@derived
def _heads(rules: Rulebook) -> tuple[dict[str, tuple[str, ...]], Twins]:
    """Heads of several words, and whole names of known bodies, by their letters without marks."""
    found: dict[str, tuple[str, ...]] = {}
    heads = [row["term"] for row in rules.lexicon("unit_heads").rows if row["kind"] != "place"]
    for name in (*heads, *rules.lexicon("issuers").column("name")):
        head = name.upper().replace("UỶ", "ỦY")
        bare = without_marks(head)
        if " " in head and head not in found.get(bare, ()):
            found[bare] = (*found.get(bare, ()), head)
    options = "|".join(regex.escape(bare) for bare in sorted(found, key=len, reverse=True))
    # `HUYỆN VĂN PHONG` is a place, whatever head its letters would make.
    return found, Twins(rf"(?<!\w)(?<!\b{_PLACE} )(?:{options})(?!\w)")
