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
from dataclasses import dataclass
from functools import cache
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


@dataclass(frozen=True)
class _Module:
    """What the code of a module keeps expressions under, and what is called on each name."""

    holders: tuple[tuple[int, int, str], ...]  # first and last line, name
    uses: tuple[tuple[str, int, str], ...]  # name, line, method: "" for any other use


def _method(place: str) -> str:
    """How the expression of a line is used: ``match`` or ``fullmatch`` alone, or as a search."""
    module, _, line = place.partition(":")
    return method_at(Path(str(sys.modules[module].__file__)).read_text("utf-8"), int(line))


def method_at(source: str, line: int) -> str:
    """The same of the expression that stands on a line of some code."""
    module = _module(source)
    names = {
        name for first, last, name in module.holders if first <= line <= last and name[:1] == "_"
    }
    used = {
        method
        for name, at, method in module.uses
        if name in names or (not names and name in ("re", "regex") and at == line)
    }
    if not used or not used <= _AT_ONE_PLACE:
        return "finditer"
    return "fullmatch" if used == {"fullmatch"} else "match"


@cache
def _module(source: str) -> _Module:
    nodes = list(ast.walk(ast.parse(source)))
    called = {
        id(name): node.func.attr
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        for name in _named(node.func.value)
    }
    return _Module(
        tuple(holder for node in nodes for holder in _holders(node)),
        tuple(
            (node.id, node.lineno, called.get(id(node), ""))
            for node in nodes
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        ),
    )


def _holders(node: ast.AST) -> Iterator[tuple[int, int, str]]:
    """The names that an expression made here is kept under, or the function that gives it."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Name):
                yield node.lineno, node.end_lineno or 0, target.id
    elif isinstance(node, ast.FunctionDef) and isinstance(last := node.body[-1], ast.Return):
        yield last.lineno, last.end_lineno or 0, node.name


def _named(node: ast.expr) -> tuple[ast.expr, ...]:
    """What a method is called on: a name, ``NAME.on(text)``, ``NAME(rules)``, ``A if b else C``."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return (node.func,)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return (node.func.value,) if node.func.attr == "on" else ()
    if isinstance(node, ast.IfExp):
        return (*_named(node.body), *_named(node.orelse))
    return (node,)


if __name__ == "__main__":
    main(sys.argv[1])
