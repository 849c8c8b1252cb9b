"""PDF with a text layer: words with boxes by PDFium, put into lines, columns and tables.

`reader` goes page by page: opened with its `annotations`, its `words` (torn ones joined, footnote
marks parted: `torn_words`, `raised_marks`), the edges of its drawings (`rules`), the fonts
(`faces`), and recognition where the page is a picture.  `probe` and `calls` ask PDFium.
"""
