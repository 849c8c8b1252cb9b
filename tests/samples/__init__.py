"""Dispatches written for this project: one source for each file's text and for its gold."""
