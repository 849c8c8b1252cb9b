"""Options and arguments that several verbs share, with the same words of help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ArchiveArgument = Annotated[
    Path, typer.Argument(metavar="DIR", help="Folder that `congvan run --out` wrote.")
]
Out = Annotated[
    Path, typer.Option("--out", help="Folder or URL of the archive; made if it is not there.")
]
RulesCopy = Annotated[Path | None, typer.Option("--rules", help="Your copy of the rules folder.")]
Jobs = Annotated[
    int | None, typer.Option("--jobs", min=1, help="Processes that read; one a core if unset.")
]
Wait = Annotated[bool, typer.Option("--wait", help="Wait while another run writes to the archive.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
