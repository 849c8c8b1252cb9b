"""PDF with a text layer: words with boxes by PDFium, put into lines, columns and tables."""
