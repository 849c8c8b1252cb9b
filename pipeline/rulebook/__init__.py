"""Rules as data: loads, checks and describes a folder of lexicons and patterns.

`load` reads a folder once: `lexicons` and `patterns` (by `toml`, sources put together by `expand`)
into the `model`, `check` runs their examples, `checks` reads those of the audit.  To match quickly,
`needed`, `places` and `prefilter` tell what a text must hold, `twin` which engine to ask, `trie`
how many terms are one expression.  `derived` keeps what code builds from a rulebook.
"""

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
