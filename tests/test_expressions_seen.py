"""Each expression of the code is compiled where the test of hostile lines comes across it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.expressions import ROOT

_ENGINES = frozenset({"re", "regex"})
_USES = frozenset({
    "findall", "finditer", "fullmatch", "match", "search", "split", "splititer", "sub", "subn",
})  # fmt: skip


def _calls_of_engines(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id in _ENGINES
        ):
            yield node, node.func.attr


def test_no_expression_hides_in_a_function() -> None:
    """What is compiled when a function runs is seen only if the samples happen to need it."""
    hidden = []
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        place = path.relative_to(ROOT)
        hidden += [
            f"{place}:{call.lineno}" for call, name in _calls_of_engines(tree) if name in _USES
        ]
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                hidden += [
                    f"{place}:{call.lineno}"
                    for call, name in _calls_of_engines(function)
                    if name == "compile" and isinstance(call.args[0], ast.Constant)
                ]
    assert not hidden
