"""Dates and their roles."""
