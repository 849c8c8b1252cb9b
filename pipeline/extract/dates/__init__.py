"""Dates and their roles.

`extract` finds them by the grammar of :mod:`pipeline.grammar`, `roles` tells what each is there
for, `events` which event it belongs to.
"""
