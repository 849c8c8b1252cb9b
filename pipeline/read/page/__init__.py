"""A page as words at places, however they were read: rows, columns, their order and roles.

`order` puts `word`s into lines: `rows` of one baseline, `columns` side by side, tables with rulings
(`tables`, `ruled_cells`, `open_ends`) and without (`unruled`).  `roles` marks furniture.
"""
