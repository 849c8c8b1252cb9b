"""Word 97-2003 files (DOC): text, styles, lists and tables of the binary format."""
