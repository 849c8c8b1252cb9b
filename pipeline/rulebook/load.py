"""Finds and loads a rules folder, once for each path, and names its version."""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from pathlib import Path

import pipeline.packed
import pipeline.shelf
from pipeline.errors import RulesError
from pipeline.rulebook.lexicons import load_lexicons
from pipeline.rulebook.model import Rulebook
from pipeline.rulebook.patterns import load_patterns
from pipeline.shelf import Shelf

_PACKAGE = Path(__file__).resolve().parent.parent
AUDIT = "audit"  # the folder of the checks, see pipeline.rulebook.checks


def default_rules_dir() -> Path:
    """The shipped rules: ``pipeline/_rules`` in an installed wheel, ``rules`` in the repository."""
    packed = _PACKAGE / "_rules"
    return packed if packed.is_dir() else _PACKAGE.parent / "rules"


def load_rulebook(folder: Path | None = None) -> Rulebook:
    """Loads and validates a rules folder (the shipped one by default); cached for each path.

    The shipped folder is compiled pattern by pattern when first used; a folder of the user is
    compiled at once, so that a mistake shows before the first document.

    :raises RulesError: the folder is missing or a file in it is not as the schema wants it
    """
    if folder is None:
        return _load(default_rules_dir(), eager=False)
    return _load(folder.resolve(), eager=folder.resolve() != default_rules_dir())


@lru_cache(maxsize=8)
def _load(folder: Path, *, eager: bool) -> Rulebook:
    if not folder.is_dir():
        raise RulesError(folder, None, "no such folder of rules; give a copy of the shipped one")
    version = rules_version(folder)
    lexicons = load_lexicons(folder)
    patterns = load_patterns(folder, lexicons, Shelf("patterns", f"{_own_code()} {version}"))
    if rules_version(folder) != version:
        raise RulesError(folder, None, "the rules were changed while they were read; run again")
    if not lexicons and not patterns:
        raise RulesError(folder, None, "holds no rules; give a copy of the shipped rules folder")
    if eager:
        for pattern in patterns.values():
            _ = pattern.regex
    return Rulebook(folder, version, lexicons, patterns)


@cache
def _own_code() -> str:
    """A hash of the code that works out the patterns, and of that which keeps them."""
    digest = hashlib.sha256()
    keeping = [Path(str(module.__file__)) for module in (pipeline.packed, pipeline.shelf)]
    for file in (*sorted(Path(__file__).parent.glob("*.py")), *keeping):
        digest.update(f"{file.name}\n".encode() + file.read_bytes())
    return digest.hexdigest()


def rules_version(folder: Path) -> str:
    """The version of the rules that documents are read by: all files but the checks of the audit.

    The checks look at what was read; a change of one asks for no document to be read again.
    """
    return files_version(folder, but=AUDIT)


def files_version(folder: Path, but: str | None = None) -> str:
    """First 16 hex digits of SHA-256 over the relative paths and bytes of all files, sorted.

    Line ends count as LF, so that a checkout on another system has the same version; hidden files
    (editors, version control) do not count.

    :param but: a folder inside that does not count
    """
    digest = hashlib.sha256()
    files = {
        file.relative_to(folder).as_posix(): file
        for file in folder.rglob("*")
        if file.is_file() and not any(p.startswith(".") for p in file.relative_to(folder).parts)
        and file.relative_to(folder).parts[0] != but
    }  # fmt: skip
    for name in sorted(files):
        content = files[name].read_bytes().replace(b"\r\n", b"\n")
        # Lengths keep two folders apart that differ only in where a name ends.
        digest.update(f"{name}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]
