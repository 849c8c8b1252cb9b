"""Word 97-2003 files (DOC): text, styles, lists and tables of the binary format.

`file` opens the streams and the piece table; `styles` and `sprm` say how runs are set, `lists` how
items are numbered, `places` where notes and text boxes hang; `body` walks the paragraphs with
these, and `reader` makes the pages.
"""
