"""Archives and mails opened: every document inside, within limits."""
