"""Digital signatures of a PDF, read offline: who signed, when, over what, and is it intact.

`reader` asks pyHanko through a `file` that reads quicker what is written in the usual way
(`objects`, `xrefs`, `history`, `embedded`); `cms`, `digest` and `updates` do the same for the
certificate, the digests and what later revisions changed.
"""
