"""Typed errors: each carries its data, names the file and says what to do next."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Category = Literal[
    "unsupported", "encrypted", "corrupt", "too_large", "bomb", "timeout", "memory", "crash",
    "empty", "ocr_unavailable", "internal",
]  # fmt: skip


class CongvanError(Exception):
    """Base of every error this package raises on purpose; it travels between processes whole."""

    def __init__(self, message: str, *arguments: object):
        super().__init__(message)
        self._arguments = arguments

    def __reduce__(self) -> tuple[type[CongvanError], tuple[object, ...]]:
        return type(self), self._arguments or self.args


class ReadError(CongvanError):
    """A source that cannot be read; becomes a row of ``failures``.

    :param source: path or URI of the file
    :param category: one of the contract's categories
    :param message: what is wrong and what to do, one sentence each
    """

    def __init__(self, source: str, category: Category, message: str, page: int | None = None):
        super().__init__(f"{source}: {message}", source, category, message, page)
        self.source = source
        self.category: Category = category
        self.message = message
        self.page = page


class RulesError(CongvanError):
    """A rules folder that does not load; names file and line."""

    def __init__(self, path: Path, line: int | None, message: str):
        super().__init__(f"{path}{f':{line}' if line else ''}: {message}", path, line, message)
        self.path = path
        self.line = line
        self.message = message


class ArchiveError(CongvanError):
    """An output folder that cannot be used as an archive."""

    def __init__(self, path: Path, message: str):
        super().__init__(f"{path}: {message}", path, message)
        self.path = path
        self.message = message
