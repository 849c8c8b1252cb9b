"""Python's collector of cycles, set for work that makes many objects and few cycles."""

from __future__ import annotations

import gc

_YOUNG = 10_000  # objects made since the last look; Python's own 700 costs a tenth of all time


def collect_seldom() -> None:
    """Look for cycles less often in this process: a document's words and rows hold none."""
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])
