"""The version of the code that reads: a release, and what was changed in it since."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pipeline
from pipeline.read.rests_on import ground

_PACKAGE = Path(pipeline.__file__).parent


@cache
def code_version() -> str:
    """The release and a hash of the package's files, as `0.1.0+1f2e3d4c5b6a`.

    An archive made by other code is read again even where the release is the same, as it is while
    someone works on the code.
    """
    return f"{pipeline.__version__}+{_hash(lambda name: name.parts[0] != '_rules')}"


@cache
def reader_version() -> str:
    """A hash of what decides what is read from bytes, before layout and rules come to it."""
    code = _hash(lambda name: name.parts[0] == "read" or name.parts == ("model", "pages.py"))
    return hashlib.sha256(f"{code} {ground()}".encode()).hexdigest()[:12]


def _hash(belongs: Callable[[Path], bool]) -> str:
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        name = path.relative_to(_PACKAGE)
        if path.suffix in (".py", ".toml") and belongs(name):
            digest.update(f"{name.as_posix()}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
