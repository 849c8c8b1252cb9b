"""Reported figures: value, unit, noun, role, period, scope."""
