"""Numbers as figures hold them: whole ones stay exact integers, the rest are floats."""

from __future__ import annotations

from decimal import Decimal


def as_number(value: int | Decimal) -> float:
    """A value of the number grammar as the model's number; integers keep every digit."""
    return int(value) if value == int(value) else float(value)
