"""``congvan export``: one table of an archive as a file for Excel or other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE, ArchiveFolder
from pipeline.cli.query import write_csv, write_xlsx

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.store import Archive

# Column of `documents` -> its name beside the columns of another table.
_OF_DOCUMENT = {
    "doc_number": "doc_number", "issued_on": "doc_issued_on", "issuer": "doc_issuer",
    "source_uri": "doc_file", "member": "doc_member",
}  # fmt: skip


def export(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="See `congvan tables`.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Ends in .csv or .xlsx.")],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    with_document: Annotated[
        bool,
        typer.Option(
            "--with-document", help="Add number, day, issuer and file of each row's document."
        ),
    ] = False,
) -> None:
    """Write a table as CSV or Excel file.

    Example: congvan export awardees awardees.xlsx --with-document
    """
    from pipeline.dictionary import load_dictionary
    from pipeline.store import Archive

    known = load_dictionary().tables
    if table not in known:
        console.stop(f"no table {table!r}; the tables are {', '.join(known)}")
    if file.suffix.lower() not in (".csv", ".xlsx"):
        console.stop(f"{file}: the name must end in .csv or .xlsx")
    if with_document and (
        table == "documents" or "doc_id" not in {column.name for column in known[table].columns}
    ):
        console.stop(
            f"--with-document: the rows of {table} belong to no one document; leave it out"
        )
    opened = Archive(archive)
    frame = opened.read(table)
    if with_document:
        frame = _beside_document(frame, opened)
    if file.suffix.lower() == ".csv":
        write_csv(frame, str(file))
    else:
        write_xlsx(frame, file)


def _beside_document(frame: pd.DataFrame, archive: Archive) -> pd.DataFrame:
    """The rows with what tells a person which document each stands in."""
    documents = archive.read("documents", ["doc_id", *_OF_DOCUMENT]).rename(columns=_OF_DOCUMENT)
    return frame.merge(documents, how="left", on="doc_id", validate="many_to_one")
