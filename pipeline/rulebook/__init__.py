"""Rules as data: loads, checks and describes a folder of lexicons and patterns."""

from __future__ import annotations

from pipeline.rulebook.check import Described, Problem, check_rulebook, describe
from pipeline.rulebook.lexicons import Lexicon
from pipeline.rulebook.load import default_rules_dir, load_rulebook, rules_version
from pipeline.rulebook.model import Example, Pattern, Rulebook
from pipeline.rulebook.prefilter import Prefilter

__all__ = [
    "Described",
    "Example",
    "Lexicon",
    "Pattern",
    "Prefilter",
    "Problem",
    "Rulebook",
    "check_rulebook",
    "default_rules_dir",
    "describe",
    "load_rulebook",
    "rules_version",
]
