"""Tables of awardees and nominees: what their columns and cells hold.

`grid` undoes what is merged or parted; `columns` tells what each column holds, `name_columns` and
`marks` those that an award heads.  `column_clause` says what the table gives where no title does.
`rows` then goes row by row: `groups` are rows over the whole table, `cells` (with `stacked`,
`stacked_lines`, `title_cells`) the names, `workplaces` their units, `cell_awards` and `rank_cells`
what each was given.
"""
