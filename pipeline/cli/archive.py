"""The option that names the archive, and commands that ask one: the same for every verb."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

ArchiveFolder = Annotated[
    Path, typer.Option("--archive", help="Folder that `congvan run --out` wrote.")
]
DEFAULT_ARCHIVE = Path("data/processed")


def asking(sql: str, archive: object) -> str:
    """The command that puts a question to an archive, to be copied as it stands."""
    return f'congvan query "{sql}" --archive {shlex.quote(str(archive))}'
