"""Decodes the Vietnamese encodings before Unicode, a run or a paragraph at a time."""

from __future__ import annotations

from pipeline.read.legacy.decode import Decoded, decode_legacy, decode_runs
from pipeline.read.legacy.lines import decode_reading

__all__ = ["Decoded", "decode_legacy", "decode_reading", "decode_runs"]
