"""Runs the pipeline over many inputs: reads what is new, keeps what is known, loses nothing."""

from __future__ import annotations

from pipeline.engine.runner import run
from pipeline.engine.summary import Failed, NotFollowed, RunSummary, SameBytes

__all__ = ["Failed", "NotFollowed", "RunSummary", "SameBytes", "run"]
