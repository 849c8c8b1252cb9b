"""Layout: text and boxes -> a dispatch with its head, foot, blocks, tables and appendices.

`dispatches` parts a source that holds several.  `assemble` lays one out: lines as `pieces`;
`furniture` and `repeats` set aside; the `appendix`es cut off; the `head`, the `foot` (or `news`, on
a page of the web without them); the lines between them grouped into blocks by `body` and `joins`,
and into `tables`.  What recognition misread is put right (`misread`, `misread_markers`,
`mended_bodies`), and what the head lacks is looked for elsewhere (`adoption`, `minutes`,
`foot_day`, `lost_issuer`).
"""

from pipeline.layout.assemble import lay_out
from pipeline.layout.dispatches import split_dispatches

__all__ = ["lay_out", "split_dispatches"]
