"""Decisions that amend a list of awards: whom they put right, and whom they add to it."""

from __future__ import annotations

from pipeline.rulebook import Rulebook


def corrects(before: str, rules: Rulebook) -> bool:
    """Do the words before an award put right what an earlier decision printed?"""
    return rules.pattern("clauses.amended_corrects").regex.search(before) is not None


def adds(before: str, rules: Rulebook) -> bool:
    """Do they add names to an earlier list, so that this decision gives it to them?"""
    return rules.pattern("clauses.amended_adds").regex.search(before) is not None
