"""Holding an archive against every promise of its contract."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from pipeline.dictionary.arrow import schema
from pipeline.dictionary.model import Table, load_dictionary
from pipeline.errors import ArchiveError
from pipeline.remote import Place, Remote, place
from pipeline.store.check_links import check_findings, check_inputs, check_references
from pipeline.store.check_spans import check_spans
from pipeline.store.check_values import check_keys, check_values
from pipeline.store.complete import strangers
from pipeline.store.current import check_archive
from pipeline.store.folder import DESCRIPTOR
from pipeline.store.held import Held
from pipeline.store.hold import Hold
from pipeline.store.parts import open_table, read_table
from pipeline.store.violations import Violation, Violations


def validate(
    path: Path | str | Remote, known_rules: Collection[str] | None = None, *, limit: int = 100
) -> list[Violation]:
    """Check every row of every table; an empty list means that the archive keeps its contract.

    Checked are: tables, their files and schemas; blank texts and numbers that are none; closed
    lists and bounds; start before end; keys, and ids over the whole archive; references; each quote
    against the text, its page and boxes; rule ids; evidence of findings; and that every input is
    accounted for.

    :param known_rules: ids of the rules that may make rows; None leaves rules unchecked
    :param limit: of each kind of violation so many rows are listed, the rest counted
    :raises ArchiveError: if ``path`` is no archive
    """
    archive = place(path)
    check_archive(archive)
    hold = Hold(archive)
    root = hold.root
    to = Violations(limit)
    tables = {
        name: held
        for name, table in load_dictionary().tables.items()
        if (held := _hold(root, table, to)) is not None
    }
    check_values(tables, None if known_rules is None else frozenset(known_rules), to)
    check_keys(tables, to)
    check_references(tables, to)
    check_findings(tables, to)
    check_inputs(tables, to)
    if "texts" in tables:
        try:
            check_spans(root, tables, to)
        except ArchiveError as error:
            to.add("schema", "texts", "text", None, error.message)
    return to.listed()


def _hold(path: Place, table: Table, to: Violations) -> Held | None:
    """A table's rows without its long texts, or None and a violation."""
    try:
        for name in strangers(path, table.name):
            message = f"{name} lies in the table's folder, and {DESCRIPTOR} does not list it"
            to.add("files", table.name, None, None, message)
        found = open_table(path, table.name).schema
        if not found.equals(schema(table.name)):
            difference = _difference(found, schema(table.name))
            to.add("schema", table.name, None, None, difference)
            return None
        columns = [column.name for column in table.columns if column.type.name != "large_string"]
        return Held(table, read_table(path, table.name, columns))
    except OSError as error:
        to.add("files", table.name, None, None, f"the folder cannot be read: {error}")
        return None
    except ArchiveError as error:
        to.add("schema", table.name, None, None, error.message)
        return None


def _difference(found: object, wanted: object) -> str:
    """The first lines in which two schemas differ."""
    there, here = str(found).splitlines(), str(wanted).splitlines()
    strange = [line for line in there if line not in here]
    missing = [line for line in here if line not in there]
    return f"the schema is not the dictionary's: found {strange[:3]}, missing {missing[:3]}"
