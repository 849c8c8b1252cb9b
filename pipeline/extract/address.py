"""Words of address (kính ngữ) that stand before a person's name: ông, bà, đồng chí, Đại úy."""

from __future__ import annotations

import regex

from pipeline.rulebook import Rulebook

CALLED = r"(?i:ông|bà|anh|chị|em|thầy(?: giáo)?|cô(?: giáo)?|đồng chí|đ/c)"
"""By what word somebody is called before the name, in the expressions of sentences."""
_DASHED = regex.compile(r"(?<=[\p{L}.])\s?[-–]\s?\Z")


def address_before(left: str, rules: Rulebook) -> tuple[str | None, int]:
    """Honorific before a name, and how many characters its words of address take."""
    honorific, kept = None, left
    pattern = rules.pattern("person.cue").on(left)
    while match := pattern.search(kept):
        honorific = honorific or match["address"]  # the rank nearest to the name
        kept = kept[: match.start()]
        degree = _DASHED.search(kept)  # `Phó Giáo sư - Tiến sĩ`: between degrees alone
        before = pattern.search(kept[: degree.start()]) if degree is not None else None
        if before is not None and before["degree"] is not None and match["address"] is None:
            kept = kept[: before.start()]
    return _bare_honorific(honorific), len(left) - len(kept)


def _bare_honorific(printed: str | None) -> str | None:
    """``các đồng chí`` addresses each of them as ``đồng chí``."""
    return printed.removeprefix("các ").removeprefix("Các ") if printed else None
