"""Writes messages as Outlook saves them: an OLE container of storages and streams."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import TypeAlias

Tree: TypeAlias = Mapping[str, "bytes | Tree"]

_END, _FAT, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR, _MINI, _SMALL = 512, 64, 4096


def text(number: str, letters: str) -> dict[str, bytes]:
    return {f"__substg1.0_{number}001F": letters.encode("utf-16-le")}


def properties(header: int, *fixed: tuple[int, int, bytes]) -> dict[str, bytes]:
    """Properties of fixed length: number, type, value."""
    rows = [struct.pack("<HHI8s", kind, number, 6, value) for number, kind, value in fixed]
    return {"__properties_version1.0": bytes(header) + b"".join(rows)}


def attachment(name: str, data: bytes | Tree, **more: str) -> Tree:
    kind = "0102" if isinstance(data, bytes) else "000D"
    found: dict[str, bytes | Tree] = {f"__substg1.0_3701{kind}": data, **text("3707", name)}
    for number, letters in more.items():
        found.update(text(number.removeprefix("p"), letters))
    return {**properties(8), **found}


def container(tree: Tree) -> bytes:
    """An OLE container of version 3 that holds a tree; large streams that are equal lie once."""
    large: dict[bytes, int] = {}
    entries: list[tuple[str, int, int, int, int, int]] = []  # name, kind, right, child, first, size
    fat: list[int] = []
    mini_fat: list[int] = []
    mini = bytearray()
    body = bytearray()

    def chain(data: bytes, size: int, table: list[int], into: bytearray) -> int:
        first, count = len(table), -(-len(data) // size)
        table += [first + at + 1 for at in range(count - 1)] + [_END]
        into += data.ljust(count * size, b"\0")
        return first

    def put(name: str, value: bytes | Tree, right: int) -> int:
        number = len(entries)
        entries.append(("", 0, 0, 0, 0, 0))
        if isinstance(value, bytes):
            if len(value) >= _SMALL:
                first = large.get(value) or chain(value, _SECTOR, fat, body)
                large[value] = first
            else:
                first = chain(value, _MINI, mini_fat, mini) if value else _END
            entries[number] = (name, 2, right, _FREE, first, len(value))
        else:
            child = _FREE
            for inner, held in sorted(value.items(), reverse=True):
                child = put(inner, held, child)
            entries[number] = (name, 1, right, child, 0, 0)
        return number

    put("Root Entry", tree, _FREE)
    root = entries[0]
    root_first = chain(bytes(mini), _SECTOR, fat, body) if mini else _END
    entries[0] = (root[0], 5, _FREE, root[3], root_first, len(mini))
    mini_table = b"".join(struct.pack("<I", at) for at in mini_fat)
    mini_first = chain(mini_table, _SECTOR, fat, body) if mini else _END
    directory = b"".join(_entry(*entry) for entry in entries)
    directory_first = chain(directory, _SECTOR, fat, body)
    sectors = 1
    while sectors * 128 < len(fat) + sectors:
        sectors += 1
    fat_first = len(fat)
    table = struct.pack(f"<{len(fat)}I", *fat) + struct.pack("<I", _FAT) * sectors
    table = table.ljust(sectors * _SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack(
        "<IIIIIIIII", 0, sectors, directory_first, 0, _SMALL, mini_first,
        -(-len(mini_table) // _SECTOR), _END, 0,
    )  # fmt: skip
    places = [fat_first + at for at in range(sectors)]
    header += struct.pack("<109I", *places, *[_FREE] * (109 - sectors))
    return header + bytes(body) + table


def _entry(name: str, kind: int, right: int, child: int, first: int, size: int) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1)
    return head + struct.pack("<III", _FREE, right, child) + bytes(36) + struct.pack(
        "<IQ", first, size
    )  # fmt: skip
