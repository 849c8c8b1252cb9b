"""Figures that are parts of others."""
