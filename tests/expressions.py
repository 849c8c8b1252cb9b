"""Every expression that the code compiles, recorded by ``python -m tests.expressions FILE``.

Modules are imported, rules loaded and the samples read with a recorder in place of the compilers of
both engines, so that expressions count that are made of parts, or only when a function is called.
"""

from __future__ import annotations

import ast
import hashlib
import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import regex

ROOT = Path(__file__).resolve().parents[1]
# Patterns of the rules have a test of their own; their files are written by nobody hostile.
_NOT_CODE = ("pipeline.rulebook.model", "pipeline.rulebook.twin", "pipeline.rulebook.toml")
_NEAR = 5  # frames between a compiler and who called it
_AT_ONE_PLACE = frozenset({"match", "fullmatch"})

Found = dict[tuple[str, str, int], str]


def main(target: str) -> None:
    """Write a JSON list of `[engine, source, flags, method, place]`."""
    found: Found = {}
    _record(found, "re", re)
    _record(found, "regex", sys.modules[regex.compile.__module__])
    _use_everything()
    rows = [
        [engine, source, flags, _method(place), place]
        for (engine, source, flags), place in found.items()
    ]
    Path(target).write_text(json.dumps(rows), "utf-8")


def _record(found: Found, name: str, module: Any) -> None:
    compile_one: Callable[..., Any] = module._compile

    def recorded(pattern: Any, flags: Any, *rest: Any, **more: Any) -> Any:
        engine = compile_one(pattern, flags, *rest, **more)
        place = _caller(sys._getframe(1))
        if place is not None and isinstance(engine.pattern, str):
            found.setdefault((name, engine.pattern, int(engine.flags)), place)
        return engine

    module._compile = recorded


def _caller(frame: FrameType | None) -> str | None:
    """Module and line of our own code that asked for an expression; None if it was another's."""
    for _ in range(_NEAR):
        if frame is None:
            return None
        name = str(frame.f_globals.get("__name__", ""))
        if name in _NOT_CODE:
            return None
        if name.partition(".")[0] == "pipeline":
            return f"{name}:{frame.f_lineno}"
        if name.partition(".")[0] not in ("re", "regex", __name__, "__main__"):
            return None
        frame = frame.f_back
    return None


def _use_everything() -> None:
    import pipeline

    for found in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    from pipeline.document import process_each
    from pipeline.model import Source
    from pipeline.read import detect_media_type
    from pipeline.rulebook import load_rulebook

    rules = load_rulebook()
    for path in sorted((ROOT / "data" / "raw").iterdir()):
        if path.suffix == ".pdf":  # three quarters of the time, and no expression of its own
            continue
        data = path.read_bytes()
        kind = detect_media_type(data)
        source = Source(path.name, hashlib.sha256(data).hexdigest(), len(data), kind)
        for _ in process_each(data, source, rules):
            pass


def _method(place: str) -> str:
    """How the expression of a line is used: ``match`` or ``fullmatch`` alone, or as a search."""
    module, _, line = place.partition(":")
    source = Path(str(sys.modules[module].__file__)).read_text("utf-8")
    return _method_in(ast.parse(source), int(line))


def _method_in(tree: ast.Module, line: int) -> str:
    names = {name for name in _holders(tree, line) if name.startswith("_")}
    used = set(_uses(tree, names, line))
    if not used or not used <= _AT_ONE_PLACE:
        return "finditer"
    return "fullmatch" if used == {"fullmatch"} else "match"


def _holders(tree: ast.Module, line: int) -> Iterator[str]:
    """The names that an expression made on a line is kept under, or the function that gives it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and node.lineno <= line <= (node.end_lineno or 0):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.FunctionDef):
            last = node.body[-1]
            if isinstance(last, ast.Return) and last.lineno <= line <= (last.end_lineno or 0):
                yield node.name


def _uses(tree: ast.Module, names: set[str], line: int) -> Iterator[str]:
    """Methods that are called on a name, "" for each other use; or inline on the line itself."""
    called = {
        id(_named(node.func.value)): node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            is_inline = not names and node.id in ("re", "regex") and node.lineno == line
            if node.id in names or is_inline:
                yield called.get(id(node), "")


def _named(node: ast.expr) -> ast.expr:
    """The name that a method is called on, also through ``NAME.on(text)`` or ``NAME(rules)``."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.value if node.func.attr == "on" else node
    return node


if __name__ == "__main__":
    main(sys.argv[1])
