"""Names the files of a table that lies in several: by the range of documents and by what they hold.

A path that stays (``OUT/<table>``) leads to the version that is current when a file is opened, so
that a program which lists the files of a table and then opens one after the other can come to the
next version in between.  As a name stands for one content, it reads what it has listed, or finds
that a file is not there: never rows of two versions without a word.

The only file of a table is one version's or the other's by itself, and keeps its plain name.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from pipeline.store.shards import PART

_DIGITS = 16
_NAMED = re.compile(rf"(?P<range>part-[0-9a-f]+)-[0-9a-f]{{{_DIGITS}}}\.parquet")


def name_part(path: Path) -> Path:
    """Give the finished file of a range its name.

    :param path: the file under the name of its range (see :class:`pipeline.store.shards.Shard`)
    :return: where it lies from now on
    """
    if path.name == PART:
        return path
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:_DIGITS]
    return path.rename(path.with_name(f"{path.stem}-{digest}.parquet"))


def range_of(name: str) -> str:
    """The name of the range that a file is of: versions before gave it to the file itself."""
    found = _NAMED.fullmatch(name)
    return name if found is None else f"{found['range']}.parquet"


def is_named(name: str) -> bool:
    """Whether a file is named as it would be now."""
    return name == PART or _NAMED.fullmatch(name) is not None
