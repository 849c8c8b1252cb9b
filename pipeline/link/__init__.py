"""Link: mentions to rows: who got what, by whom, under which decision; totals and their parts.

`awardees` finds who was given what, `initiative_facts` what is said of initiatives, `totals` which
figures are parts of others; `deciding` tells what the document itself is to an award.  `rows` makes
the rows of the tables of all mentions, `signatures` those of digital signatures.
"""
