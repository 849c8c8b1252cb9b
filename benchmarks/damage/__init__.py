"""Drawn papers damaged in one way at a time: what is read of them, and what is sure and wrong."""
