"""Cited documents.

`extract` finds the numbers that may cite; `left` and `right` read what stands before and behind
one, `relation` what is done to the document.  `list` and `below` read numbers that share one head.
`draft` holds a citation meanwhile, to which `shared` adds what its neighbours name for both.
"""
