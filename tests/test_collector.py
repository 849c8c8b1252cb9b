"""How often a reading process looks for cycles of objects."""

from __future__ import annotations

import gc

from pipeline.engine.collector import collect_seldom


def test_young_objects_are_looked_at_less_often_and_old_ones_as_before() -> None:
    before = gc.get_threshold()
    try:
        collect_seldom()
        assert gc.get_threshold() == (10_000, *before[1:])
        assert gc.isenabled()
    finally:
        gc.set_threshold(*before)
