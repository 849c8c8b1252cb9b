"""The words that confer: which award, by whom, for when, and whether they confer anything.

`clause` makes the clauses of some words: `confers` says that an award is given or proposed there,
`giver` by whom, `years` for when, `several` what more awards of one line are.  `title_alone` and
`announced` make clauses for those who stand below or elsewhere; `amended` tells who is added to an
earlier list or put right in it.  The others take away: what is only `aimed` at,
`denied` to those before the verb, `refused`, `turned_down` or `voted` down.
"""
