"""Plain text and Markdown, with the tables and columns that a writer set with blanks or signs."""
