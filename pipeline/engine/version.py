"""The version of the code that reads: a release, and what was changed in it since."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pipeline
from pipeline.engine.imports import PACKAGE, files_behind
from pipeline.read.rests_on import ground
from pipeline.shelf import Shelf

_MAKES_ROWS = ("pipeline.engine.work",)
_READS = ("pipeline.engine.kept_reader",)


@cache
def code_version() -> str:
    """The release and a hash of the files that rows come from, as `0.1.0+1f2e3d4c5b6a`.

    An archive made by other code is read again even where the release is the same, as it is while
    someone works on the code.  Code that only looks at finished tables (resolving, the audit, the
    commands) has no part in it.
    """
    return f"{pipeline.__version__}+{_hash_behind(_MAKES_ROWS)}"


@cache
def package_version() -> str:
    """The release and a hash of all files, which machines that work together have alike."""
    own = (path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".toml", ".npz"))
    return f"{pipeline.__version__}+{_hash(p for p in own if '_rules' not in p.parts)}"


@cache
def reader_version() -> str:
    """A hash of what decides what is read from bytes, before layout and rules come to it."""
    code = _hash_behind(_READS)
    return hashlib.sha256(f"{code} {ground()}".encode()).hexdigest()[:12]


def _hash_behind(modules: tuple[str, ...]) -> str:
    """A hash of the files that modules rest on; which these are follows from the package alone."""
    return Shelf("code", package_version()).value(
        " ".join(modules), lambda: _hash(files_behind(modules))
    )


def _hash(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path.relative_to(PACKAGE).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
