"""Cited documents."""
