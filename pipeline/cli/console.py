"""Where words go: answers to standard output, everything else to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import typer

from pipeline.cli.exits import Exit
from pipeline.errors import remedy

if TYPE_CHECKING:
    from rich.console import Console

# Wide enough that nothing is cut where the output is a file or a pipe.
UNBOUNDED = 100_000


def out() -> Console:
    """The console of answers; colour only on a terminal and without NO_COLOR (rich sees to it)."""
    return _console(sys.stdout)


def err() -> Console:
    """The console of progress, notes and errors."""
    return _console(sys.stderr)


def print_json(value: object, *, flush: bool = False) -> None:
    """One machine-readable value on standard output.

    :param flush: for a program that reads while this one goes on
    """
    print(json.dumps(value, ensure_ascii=False), flush=flush)


def note(text: str) -> None:
    """A line for people on standard error."""
    err().print(text, style="dim", markup=False, highlight=False, soft_wrap=True)


@contextmanager
def working(what: str) -> Iterator[None]:
    """A sign on a terminal that work goes on which may take minutes; nothing elsewhere."""
    screen = err()
    if not screen.is_terminal:
        yield
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(what, markup=False), TimeElapsedColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        bar.add_task(what, total=None)
        yield


@contextmanager
def writing(path: Path | str) -> Iterator[None]:
    """Around the writing of a file that the user named: what the system refuses is one line."""
    try:
        yield
    except OSError as error:
        stop(f"{path}: cannot be written: {error.strerror or error}; {remedy(error)}")


def one_line(words: str) -> str:
    """Words of somebody else's file or name, so that they neither steer a terminal nor break
    the line: what cannot be printed is escaped."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in words
    )


def stop(text: str, code: Exit = Exit.USAGE) -> NoReturn:
    """One line on standard error that says what is wrong and what to do; then the exit code."""
    print(f"congvan: {one_line(text)}", file=sys.stderr)
    raise typer.Exit(code)


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    return Console(file=stream, width=None if stream.isatty() else UNBOUNDED)
