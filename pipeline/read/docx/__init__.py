"""Word files (DOCX): body, styles and numbering."""
