"""Normalise: a reading's lines -> one text with the way back to the source.

Contract of ``texts``: decoded, NFC, look-alike letters, odd blanks and invisible characters put
right, and nothing else; a misread or misspelt word stays.
"""

from pipeline.normalise.compose import compose
from pipeline.normalise.origin import boxes_of, origin_of, reading_confidence

__all__ = ["boxes_of", "compose", "origin_of", "reading_confidence"]
