"""Layout: text and boxes -> a dispatch with its head, foot, blocks, tables and appendices."""

from pipeline.layout.assemble import lay_out

__all__ = ["lay_out"]
