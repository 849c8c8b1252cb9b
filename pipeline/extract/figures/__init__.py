"""Reported figures: value, unit, noun, role, period, scope.

`extract` goes through the blocks and tables with what the whole document tells (`context`,
`setting`, `aims`).  A block is a `passage`; `exclusions` are its digits that count nothing.
`prose` takes the rest: `candidates` (a quantity with its noun and qualifier: `nouns`,
`qualifiers`, `labels`, `elided`), the award that is counted and who gives it (`awards`, `giver`),
the role (`roles`; `cues`, words of target and result; `headings`, those above it; `plans`, what
it is held against; `said_totals`, what words make a total).
`tables` reads bare numbers by the heading of their column, and asks `prose` where a cell holds
words.
"""
