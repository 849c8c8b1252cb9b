"""Grammar shared by layout and extraction: numbers, symbols of documents, dates, spelling.

Each is a function from a view of some text, an offset and the rules to a value with its span.
`numbers` reads quantities (`numerals` in words, `plain_numbers` the plain ones at a glance,
`number_units` what multiplies and measures them), `symbols` numbers of documents by the codes of
`symbol_codes`, `date_grammar` dates (`date_bare` those without a year).  `spelling` gives the
folded view that all match on; `sure_words`, `misread_words` and `lost_marks` put letters right.
"""
