"""Rules that code composes: each id that the code writes is declared, with its reason."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from pipeline.errors import RulesError
from pipeline.rulebook import load_rulebook
from pipeline.rulebook.composed import load_composed

PACKAGE = Path(__file__).resolve().parents[1] / "pipeline"
STAGES = ("layout", "extract", "link", "normalise")


def test_every_rule_id_in_the_code_is_declared() -> None:
    book = load_rulebook()
    known = {*book.by_id, *load_composed(book.root)}
    areas = {rule.partition(".")[0] for rule in known}
    shape = re.compile(rf"(?:{'|'.join(sorted(areas))})\.[a-z][a-z0-9_]*\Z")
    unknown = {
        f"{path.relative_to(PACKAGE)}:{node.lineno} {node.value}"
        for stage in STAGES
        for path in (PACKAGE / stage).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and shape.match(node.value)
        and node.value not in known
    }
    assert unknown == set()


def test_a_rule_is_a_pattern_or_composed_and_never_both() -> None:
    book = load_rulebook()
    assert not book.by_id.keys() & load_composed(book.root).keys()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('[[rule]]\nid = "a.b"\n', 1),
        ('[[rule]]\nid = "a.b"\nwhy = "x"\n\n[[rule]]\nid = "a.b"\nwhy = "y"\n', 5),
        ('[[rule]]\nid = "a.b"\nwhy = 3\n', 1),
        ('[other]\nid = "a.b"\n', None),
    ],
)
def test_faults_name_their_line(tmp_path: Path, content: str, line: int | None) -> None:
    (tmp_path / "composed.toml").write_text(content, encoding="utf-8")
    with pytest.raises(RulesError) as caught:
        load_composed(tmp_path)
    assert caught.value.line == line
