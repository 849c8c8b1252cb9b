"""Reads gold annotations: one JSON file a source document, written by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import ArchiveError

# What an item of each list must say to be compared at all.
REQUIRED = {
    "citations": (),
    "awardees": ("name", "kind"),
    "initiatives": ("title",),
    "figures": ("value", "unit"),
    "dates": ("start", "end"),
}


def read_gold(folder: Path, only: str = "") -> Iterator[dict[str, Any]]:
    """The annotations of a folder in the order of their file names.

    :param only: files of this kind, or with this in their name or source; "" for all
    :raises ArchiveError: if the folder is missing, holds nothing that fits, or a file is no gold
    """
    if not folder.is_dir():
        raise ArchiveError(
            folder, "no such folder of gold files; give the folder of the .json files"
        )
    chosen = 0
    for path in sorted(folder.glob("*.json")):
        annotation = _read(path)
        where = (path.name, annotation["source"])
        if only and only != annotation.get("kind") and not any(only in text for text in where):
            continue
        chosen += 1
        yield annotation
    if not chosen:
        raise ArchiveError(folder, f"holds no gold file{f' that fits {only!r}' if only else ''}")


def _read(path: Path) -> dict[str, Any]:
    try:
        annotation = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise ArchiveError(path, f"not a gold file: {error}") from error
    if not isinstance(annotation, dict):
        raise ArchiveError(path, "not a gold file: it must hold one JSON object")
    for name, kind in (("source", str), ("document", dict)):
        if not isinstance(annotation.get(name), kind):
            raise ArchiveError(path, f"not a gold file: `{name}` is missing or of the wrong kind")
    for name, required in REQUIRED.items():
        for place, item in enumerate(annotation.get(name, ())):
            for column in required:
                if not isinstance(item, dict) or item.get(column) is None:
                    raise ArchiveError(path, f"{name}[{place}] has no `{column}`")
    return annotation
