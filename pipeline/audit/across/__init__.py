"""Checks across the documents of an archive: the same award, decision or person told twice."""

from __future__ import annotations

from pipeline.audit.across.facts import Facts
from pipeline.audit.across.judge import across

__all__ = ["Facts", "across"]
