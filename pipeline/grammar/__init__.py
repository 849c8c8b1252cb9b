"""Grammar shared by layout and extraction: numbers, symbols of documents, dates, spelling."""
