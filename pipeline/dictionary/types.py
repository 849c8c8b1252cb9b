"""Column types as data: a small grammar of Arrow type names, read without loading pyarrow."""

from __future__ import annotations

from dataclasses import dataclass

SCALARS = frozenset(
    {"string", "large_string", "bool", "int32", "int64", "double", "date32"}
)  # plain names; decimal128(p, s) and timestamp[unit, tz=zone] carry arguments


@dataclass(frozen=True, slots=True)
class Type:
    """An Arrow type.

    ``name`` is a scalar's name, ``decimal128``, ``timestamp``, ``list`` or ``struct``; ``args``
    holds precision and scale, or unit and zone; ``item`` is a list's item type; ``fields`` are a
    struct's names and types in order.
    """

    name: str
    args: tuple[str, ...] = ()
    item: Type | None = None
    fields: tuple[tuple[str, Type], ...] = ()

    @property
    def text(self) -> str:
        """The type as it is written in ``tables.toml``."""
        if self.name == "list" and self.item is not None:
            return f"list<{self.item.text}>"
        if self.name == "struct":
            return f"struct<{', '.join(f'{name}: {kind.text}' for name, kind in self.fields)}>"
        if self.name == "decimal128":
            return f"decimal128({', '.join(self.args)})"
        if self.name == "timestamp":
            return f"timestamp[{self.args[0]}, tz={self.args[1]}]"
        return self.name


def parse_type(text: str) -> Type:
    """Read a type name such as ``list<struct<page: int32, x0: double>>``.

    :raises ValueError: for a name that is not in the grammar
    """
    text = text.strip()
    if text in SCALARS:
        return Type(text)
    head, inner = _split_brackets(text)
    if head == "list":
        return Type("list", item=parse_type(inner))
    if head == "struct":
        pairs = [part.partition(":") for part in _split_commas(inner)]
        return Type("struct", fields=tuple((n.strip(), parse_type(kind)) for n, _, kind in pairs))
    parts = tuple(part.strip() for part in inner.split(","))
    if head == "decimal128" and len(parts) == 2 and all(part.isdigit() for part in parts):
        return Type("decimal128", args=parts)
    if head == "timestamp" and len(parts) == 2 and parts[1].startswith("tz="):
        return Type("timestamp", args=(parts[0], parts[1].removeprefix("tz=")))
    raise ValueError(f"unknown column type {text!r}")


def _split_brackets(text: str) -> tuple[str, str]:
    """``list<string>`` -> ``("list", "string")``."""
    for opening, closing in ("<>", "()", "[]"):
        head, found, rest = text.partition(opening)
        if found and head.isalnum() and rest.endswith(closing):
            return head, rest[:-1]
    raise ValueError(f"unknown column type {text!r}")


def _split_commas(text: str) -> list[str]:
    """Split at the commas that stand in no bracket."""
    parts, depth, start = [], 0, 0
    for i, letter in enumerate(text):
        depth += (letter in "<([") - (letter in ">)]")
        if letter == "," and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    return [*parts, text[start:]]
