"""Awardees, authors and good examples that sentences name.

`named` gives the names around one conferring clause: those behind its verb (`bracketed`, `among`,
`by_form`, `works`, `each_prize`) or its `subject` (`counted_subject`; `who_is`, `beside` and
`next_subject` say whether those before the verb are the ones).  What one clause alone does not tell
is asked around it: `chain` and `shared` (the clauses beside), `told_above` and `given_names` (the
sentences before), `names_alone` (a sentence of names behind it).  `behind_title` and `examples`
read authors and good examples.
"""
