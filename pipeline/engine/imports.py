"""Which files of this package a module rests on: itself, what it imports, and so on.

Found in the code as it is written, so that no list has to be kept.  Imports inside functions count;
those for types alone do not; a string that is a module's full name stands for its import, as in a
table of readers.  A package's ``__init__`` that only hands names on brings the modules
of the names that are asked for, and not those of all others.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pipeline

PACKAGE = Path(pipeline.__file__).parent
_ROOT = pipeline.__name__


@dataclass(frozen=True, slots=True)
class _Import:
    """One imported name: ``from module import name as bound``; ``name`` is None for a module."""

    module: str
    name: str | None
    bound: str
    for_types: bool


def files_behind(modules: Iterable[str]) -> tuple[Path, ...]:
    """The files that modules of this package rest on, sorted; data beside them counts too.

    :param modules: full names, as `pipeline.read`
    """
    seen: set[str] = set()
    asked: set[tuple[str, str | None]] = set()
    todo: list[tuple[str, str | None]] = [(module, None) for module in modules]
    while todo:
        item = todo.pop()
        if item in asked:
            continue
        asked.add(item)
        module, name = item
        parts = module.split(".")
        seen.update(".".join(parts[: end + 1]) for end in range(len(parts)))
        todo.extend(_next(module, name))
    files = {_file(module) for module in seen}
    data = {
        path for file in files for kind in ("*.toml", "*.npz") for path in file.parent.glob(kind)
    }
    return tuple(sorted(files | data))


def _next(module: str, name: str | None) -> Iterator[tuple[str, str | None]]:
    """What is to be looked at where a name of a module is wanted, or (None) all of it."""
    imports = _imports(module)
    if name is not None and _is_package(module):
        if _exists(f"{module}.{name}"):
            yield f"{module}.{name}", None
            return
        handed = [each for each in imports if each.bound == name]
        if handed:
            yield from ((each.module, each.name) for each in handed)
            return
    yield from ((each.module, each.name) for each in imports if not each.for_types)


@cache
def _imports(module: str) -> tuple[_Import, ...]:
    """The imports of this package's own modules in a module, wherever they stand in it."""
    tree = ast.parse(_file(module).read_text("utf-8"))
    only_types = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for statement in block.body
        for node in ast.walk(statement)
    }
    # It loads what its names stand for when they are asked for, each by itself.
    is_lazy = any(isinstance(n, ast.FunctionDef) and n.name == "__getattr__" for n in tree.body)
    found: list[_Import] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and _is_ours(node.module):
            for alias in node.names:
                bound = alias.asname or alias.name
                found.append(_Import(node.module, alias.name, bound, node in only_types))
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if _is_ours(alias.name):
                    bound = alias.asname or alias.name
                    found.append(_Import(alias.name, None, bound, node in only_types))
        elif isinstance(node, ast.Constant) and not is_lazy and _names_a_module(node.value):
            found.append(_Import(str(node.value), None, "", for_types=False))
    return tuple(found)


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] == _ROOT


def _names_a_module(value: object) -> bool:
    return isinstance(value, str) and "." in value and _is_ours(value) and _exists(value)


def _is_package(module: str) -> bool:
    return _file(module).name == "__init__.py"


def _exists(module: str) -> bool:
    place = PACKAGE.joinpath(*module.split(".")[1:])
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def _file(module: str) -> Path:
    place = PACKAGE.joinpath(*module.split(".")[1:])
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
