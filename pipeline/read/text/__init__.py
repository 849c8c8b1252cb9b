"""Plain text and Markdown, with the tables and columns that a writer set with blanks or signs.

`reader` takes lines as they are and its pages by form feeds or `page_numbers`; `tables` finds what
is set as a table: `ruled` with signs, `aligned` by blanks, `stacked` a cell a line, and `unruled`.
"""
