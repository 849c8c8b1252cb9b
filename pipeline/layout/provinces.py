"""Names of provinces (tỉnh, thành phố) as the readers of head and foot look them up."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.layout.pieces import without_marks
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived


@derived
def province_names(rules: Rulebook) -> frozenset[str]:
    """All names, in small letters (``str.casefold``)."""
    return frozenset(row["name"].casefold() for row in rules.lexicon("provinces").rows)


@derived
def unmarked_provinces(rules: Rulebook) -> Mapping[str, str]:
    """Names by their small letters without marks."""
    return {
        without_marks(row["name"]).casefold(): row["name"]
        for row in rules.lexicon("provinces").rows
    }
