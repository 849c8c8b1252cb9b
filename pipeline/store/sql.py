"""SQL over an archive's tables: one reading statement at a time, with no way out to files.

The tables are handed to an in-memory DuckDB as Arrow datasets, so that file access, extensions,
settings and Python variables can all be shut before the query is seen.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from pipeline.dictionary.model import load_dictionary
from pipeline.store.errors import QueryError

if TYPE_CHECKING:
    import pyarrow.dataset as ds

_LOOK = 0.1  # seconds
_NEAR = re.compile(r'syntax error at or near "(\w+)"')
# What only reads.  DESCRIBE, SHOW, SUMMARIZE and VALUES are SELECT statements to the parser.
_READING = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "2GB",  # what is more goes to disk, in a folder that goes with the query
}


def run_query(
    sql: str,
    tables: Mapping[str, ds.Dataset],
    *,
    max_rows: int | None = None,
    timeout: float | None = None,
) -> pa.Table:
    """Run one reading statement (SELECT, WITH, DESCRIBE, SHOW, EXPLAIN) over the tables.

    :param tables: view name to dataset
    :param max_rows: stop after that many rows
    :param timeout: seconds after which the query is broken off
    :raises QueryError: for anything else than one reading statement, and for what goes wrong in it
    """
    hint = f"The tables are {', '.join(tables)}; DESCRIBE <table> lists the columns of one."
    with (
        tempfile.TemporaryDirectory(prefix="congvan-query-") as spill,
        duckdb.connect(":memory:", config=_CONFIG | {"temp_directory": spill}) as connection,
    ):
        for name, dataset in tables.items():
            connection.register(name, dataset)
        connection.execute("SET TimeZone = 'Asia/Ho_Chi_Minh'")
        connection.execute("SET lock_configuration = true")
        statement = _only_statement(connection, sql, hint)
        try:
            return _fetched(connection, statement, max_rows, timeout)
        except TimeoutError as error:
            message = f"the query took longer than {timeout:g} seconds"
            raise QueryError(sql, message, "Ask for less, or add a WHERE.") from error
        except (duckdb.Error, pa.ArrowException, RuntimeError) as error:
            raise QueryError(sql, _words(error), _reserved(error) + hint) from error


def _fetched(
    connection: duckdb.DuckDBPyConnection,
    statement: duckdb.Statement,
    max_rows: int | None,
    timeout: float | None,
) -> pa.Table:
    """The rows, asked for by another thread: this one can hear Ctrl-C meanwhile."""

    def fetch() -> pa.Table:
        result = connection.sql(statement)
        if max_rows is not None:
            result = result.limit(max_rows)
        return pa.RecordBatchReader.from_stream(result).read_all()

    with ThreadPoolExecutor(1) as thread:
        future = thread.submit(fetch)
        try:
            return future.result(timeout)
        except BaseException:
            while not future.done():  # a query that has not begun yet does not hear it
                connection.interrupt()
                wait([future], _LOOK)
            raise


def _only_statement(connection: duckdb.DuckDBPyConnection, sql: str, hint: str) -> duckdb.Statement:
    try:
        statements = connection.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError(sql, _words(error), _reserved(error) + hint) from error
    if len(statements) != 1:
        raise QueryError(sql, f"give one statement, not {len(statements)}", hint)
    if statements[0].type not in _READING:
        kind = statements[0].type.name
        raise QueryError(
            sql, f"{kind} statements are refused: the archive is only read", "Use SELECT. " + hint
        )
    return statements[0]


def _words(error: Exception) -> str:
    """What DuckDB says, without the arrow below the line, which points nowhere in one line."""
    return str(error).rstrip("^ \n")


def _reserved(error: Exception) -> str:
    """What to do where a column's name is a word of SQL, as `end` and `check` are."""
    found = _NEAR.search(str(error))
    if found is None:
        return ""
    word = found[1].lower()
    tables = load_dictionary().tables.values()
    if not any(column.name == word for table in tables for column in table.columns):
        return ""
    return f'The column {word} has the name of a word of SQL: write "{word}", with the quotes. '
