"""A small folder of rules: fruits of a garden and a day in it."""

from __future__ import annotations

from pathlib import Path

import pytest

LEXICONS = """\
[fruits]
why = "Fruits of the garden."
columns = ["term", "kind", "names"]
required = ["term"]
unique = [["term"]]
lists = ["names"]
values = { kind = ["sweet", "sour"] }
"""
FRUITS = "term\tkind\tnames\n# a comment\nxoài\tsweet\tmango; muỗm\nxoài non\tsour\t\nkhế\t\t\n"
PATTERNS = """\
[fragments]
day = '[0-3]?\\d'

[[pattern]]
id = "garden.day"
pattern = '''ngày\\s+(?P<day>{{day}})'''
why = "A day in the garden."
examples = [ { text = "ngày 04", values = { day = "04" } } ]
rejects = [ "ngày mai" ]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "patterns").mkdir()
    (tmp_path / "lexicons.toml").write_text(LEXICONS, "utf-8")
    (tmp_path / "lexicons" / "fruits.tsv").write_text(FRUITS, "utf-8")
    (tmp_path / "patterns" / "garden.toml").write_text(PATTERNS, "utf-8")
    return tmp_path


def edit(file: Path, old: str, new: str) -> Path:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file
