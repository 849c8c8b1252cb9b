"""Puts the verbs together and turns every error into one line and an exit code."""

from __future__ import annotations

import errno
import logging
import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

import pipeline
from pipeline.cli import (
    audit,
    cache,
    console,
    evaluate,
    export,
    query,
    resolve,
    rules,
    run,
    schema,
    show,
    validate,
    watch,
    why,
)
from pipeline.cli.exits import MEANINGS, Exit
from pipeline.errors import CongvanError

EPILOG = "Exit codes: " + ", ".join(f"{code.value} {text}" for code, text in MEANINGS.items()) + "."

app = typer.Typer(
    name="congvan",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # typer's rich help costs more than all else that --help does
    epilog=EPILOG,
)
app.command()(run.run)
app.command()(watch.watch)
app.command()(resolve.resolve)
app.command()(why.why)
app.command()(show.show)
app.command()(query.query)
app.command()(schema.tables)
app.command()(schema.schema)
app.add_typer(rules.app, name="rules")
app.command()(evaluate.evaluate)
app.command()(audit.audit)
app.command()(validate.validate)
app.command()(export.export)
app.command()(cache.cache)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"congvan {pipeline.__version__}")
        raise typer.Exit()


@app.callback()
def congvan(
    debug: Annotated[
        bool, typer.Option("--debug", help="Log more, and show where an error came from.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read Vietnamese official dispatches into tables whose every value leads back to a page.

    Start with: congvan run data/raw --out data/processed
    """
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.DEBUG if debug else logging.WARNING,
        format="%(levelname)s %(name)s: %(message)s",
    )


def main() -> None:
    """The entry point of ``congvan`` and ``python -m pipeline``; ends the process."""
    _speak_utf8()
    try:
        app(prog_name="congvan")
    except CongvanError as error:
        _end(str(error), Exit.USAGE)
    except KeyboardInterrupt:
        _end(MEANINGS[Exit.INTERRUPTED], Exit.INTERRUPTED)
    except SystemExit as ended:  # typer turns Ctrl-C into one that says nothing
        if ended.code == Exit.INTERRUPTED:
            _end(MEANINGS[Exit.INTERRUPTED], Exit.INTERRUPTED)
        raise
    except OSError as error:
        if error.errno != errno.ENOSPC:
            _unforeseen(error)
        _end(f"{error.filename or 'output'}: {error.strerror}; make room", Exit.INTERNAL)
    except MemoryError:
        _end("not enough memory; allow more (ulimit -v), or run with fewer --jobs", Exit.INTERNAL)
    except ImportError as error:
        _end(f"the installation is not whole: {error}; install congvan again", Exit.INTERNAL)
    except Exception as error:
        _unforeseen(error)


def _unforeseen(error: Exception) -> NoReturn:
    words = " ".join(str(error).split())
    what = f"{MEANINGS[Exit.INTERNAL]}: {type(error).__name__}: {words}"
    _end(f"{what} (`congvan --debug ...` shows where)", Exit.INTERNAL)


def _end(text: str, code: Exit) -> NoReturn:
    if logging.getLogger().isEnabledFor(logging.DEBUG):
        logging.getLogger(__name__).debug("raised here", exc_info=True)
    print(f"congvan: {console.one_line(' '.join(text.split()))}", file=sys.stderr)
    sys.exit(code)


def _speak_utf8() -> None:
    """File names and Vietnamese go through any terminal: what it cannot show is escaped.

    A stream that was closed before the start (`>&-`) is one that nobody reads.
    """
    nobody = Path(os.devnull)
    sys.stdout = sys.stdout or nobody.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nobody.open("w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
