"""Errors of the store: each carries what it is about and says what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import ArchiveError, CongvanError

if TYPE_CHECKING:
    from pipeline.remote import Remote

_TOLD = 10  # documents that are told one by one


class RowError(CongvanError):
    """A row that does not fit its table.

    :param row: place of the row in what was handed over, from 0; None for the table as a whole
    """

    def __init__(self, table: str, column: str | None, row: int | None, message: str):
        place = f"{table}.{column}" if column else table
        where = f"{place}{'' if row is None else f', row {row}'}"
        super().__init__(f"{where}: {message}", table, column, row, message)
        self.table = table
        self.column = column
        self.row = row
        self.message = message


class TableError(ArchiveError):
    """A table whose files are damaged, or refused by the system.

    :param cause: what the library or the system says
    """

    def __init__(self, path: Path | Remote, cause: Exception):
        advice = "put it back from a copy, or write the archive anew into another folder"
        if isinstance(cause, PermissionError):
            advice = "check that you may read it"
        said = " ".join(str(cause).split())
        super().__init__(path, f"the table cannot be read: {said}; {advice}")
        self._arguments = (path, cause)
        self.cause = cause


class FilterError(CongvanError, ValueError):
    """A choice of rows that does not fit the columns of its table.

    :param cause: what the library says of it
    """

    def __init__(self, table: str, cause: Exception):
        said = str(cause).partition(" in ")[0] if "FieldRef" in str(cause) else str(cause)
        super().__init__(
            f"{table}: the rows cannot be chosen so: {said}; "
            f"'congvan schema {table}' names the columns and their types",
            table, cause,
        )  # fmt: skip
        self.table = table
        self.cause = cause


class QueryError(CongvanError):
    """A query that was refused or went wrong; ``hint`` says what would work."""

    def __init__(self, sql: str, message: str, hint: str):
        end = "" if message.endswith((".", "!", "?")) else "."
        super().__init__(f"{message}{end}\n{hint}", sql, message, hint)
        self.sql = sql
        self.message = message
        self.hint = hint


class DocumentError(CongvanError):
    """A key that names no document, or several.

    :param candidates: ids of the documents that it names, each with a few words that tell it from
        the others
    :param near: numbers and files that look like the key, where it names none
    :param unread: why the file of that name could not be read, where it could not
    """

    def __init__(
        self,
        key: str,
        candidates: Mapping[str, str],
        near: Sequence[str] = (),
        unread: str | None = None,
    ):
        if candidates:
            told = [f"{doc_id} ({words})" for doc_id, words in candidates.items()][:_TOLD]
            shown = ", ".join(told) + (", ..." if len(candidates) > _TOLD else "")
            message = f"{key!r} names {len(candidates)} documents; give one of these ids: {shown}"
        elif unread is not None:
            message = f"no document {key!r}: the file could not be read: {unread}"
        else:
            message = f"no document {key!r}; give its id, its number or the name of its file"
            message += f" (do you mean {', '.join(near)}?)" if near else ""
        super().__init__(message, key, candidates, near, unread)
        self.key = key
        self.candidates = tuple(candidates)
        self.near = tuple(near)
        self.message = message


class ExportError(CongvanError):
    """A table that the wanted file format cannot hold."""

    def __init__(self, path: Path, message: str):
        super().__init__(f"{path}: {message}", path, message)
        self.path = path
        self.message = message
