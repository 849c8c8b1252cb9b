"""``congvan export``: one table of an archive as a file for Excel or other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.cli.archive import DEFAULT_ARCHIVE, ArchiveFolder
from pipeline.cli.query import write_csv, write_xlsx


def export(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="See `congvan tables`.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Ends in .csv or .xlsx.")],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
) -> None:
    """Write a table as CSV or Excel file.

    Example: congvan export awardees awardees.xlsx
    """
    from pipeline.dictionary import load_dictionary
    from pipeline.store import Archive

    known = load_dictionary().tables
    if table not in known:
        console.stop(f"no table {table!r}; the tables are {', '.join(known)}")
    if file.suffix.lower() not in (".csv", ".xlsx"):
        console.stop(f"{file}: the name must end in .csv or .xlsx")
    frame = Archive(archive).read(table)
    if file.suffix.lower() == ".csv":
        write_csv(frame, str(file))
    else:
        write_xlsx(frame, file)
