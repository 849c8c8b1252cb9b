"""Resolve and audit at 1,000 to 100,000 documents: archives made for it, time, memory, growth."""
