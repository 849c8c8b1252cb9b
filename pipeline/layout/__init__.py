"""Layout: text and boxes -> a dispatch with its head, foot, blocks, tables and appendices."""

from pipeline.layout.assemble import lay_out
from pipeline.layout.dispatches import split_dispatches

__all__ = ["lay_out", "split_dispatches"]
