"""Page images recognised with Tesseract, and what it cannot read: figures by hand, seals."""
