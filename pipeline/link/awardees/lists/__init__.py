"""Lists of awardees and nominees: where they open and end, and what each entry says.

`opening` (a sentence or title), `counted_above`, `prize_lines` and `own_awards` open a list,
`scope` and `list_foot` end it; `sections`, `holders` and `unit_lines` read the lines that part it,
`annex` and `authors` whose an annex or another article is, `heads` which bodies only head what is
below them.  `entries` reads each block of an open list: one name with `wrapped` lines, or
`names_many`, `grouped`, `side_by_side`, `ranks`; `items` what is more than a name with its post.
"""
