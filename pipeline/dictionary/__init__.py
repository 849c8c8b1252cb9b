"""The one source of every table and column: schemas, the dictionary page and the data package.

``schema`` is the only face that needs pyarrow and is loaded when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.dictionary.datapackage import datapackage
from pipeline.dictionary.model import Code, Column, Dictionary, Table, load_dictionary, table
from pipeline.dictionary.page import data_dictionary_markdown

if TYPE_CHECKING:
    from pipeline.dictionary.arrow import schema

__all__ = [
    "Code",
    "Column",
    "Dictionary",
    "Table",
    "data_dictionary_markdown",
    "datapackage",
    "load_dictionary",
    "schema",
    "table",
]


def __getattr__(name: str) -> Any:
    if name == "schema":
        from pipeline.dictionary import arrow

        return arrow.schema
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
