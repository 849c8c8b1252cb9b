"""Mails and saved web pages (MIME)."""
