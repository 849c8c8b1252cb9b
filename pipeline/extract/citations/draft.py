"""A citation as its own words give it, before its neighbours and its list tell the rest."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.extract.citations.left import Opening
    from pipeline.extract.citations.right import Closing
    from pipeline.grammar.symbols import Symbol

BARE = "citation.bare"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A number that may cite: a symbol, or a bare number behind its type word."""

    start: int
    end: int
    number: str
    symbol: Symbol | None
    rule: str = BARE  # that found it, where no shape of symbols did


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation inside its block's view, before it is shared with its neighbours."""

    anchor: Anchor
    opening: Opening
    closing: Closing
    cited_type: str | None
    issuer: str | None
    cited_on: dt.date | None
    is_day_of_next: bool = False  # or of one before: `cùng ngày`
