"""The option that names the archive, the same for every verb that reads one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ArchiveFolder = Annotated[
    Path, typer.Option("--archive", help="Folder that `congvan run --out` wrote.")
]
DEFAULT_ARCHIVE = Path("data/processed")
