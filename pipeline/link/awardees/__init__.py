"""Who got what, for which initiative, by whom, under which decision.

`recipients` and `clauses` read single names and conferring words; `prose`, `lists` and `tables`
read the three forms in which a document joins them, each using those before it.  `link` walks
through a document and asks the form at hand; `walk` and `gathered` hold what it knows by then.
"""
