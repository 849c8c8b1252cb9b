"""Reads one input into rows, inside a worker process: whatever goes wrong becomes a row."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Protocol

from pipeline.engine.limits import LIMITS, Death, Limits, words_of
from pipeline.engine.reading_cache import ReadingCache
from pipeline.engine.result import Result, Row, result_of
from pipeline.engine.worker import Teller
from pipeline.errors import Category, ReadError
from pipeline.failures import OPENING, failure_row, mistake
from pipeline.model import Source
from pipeline.remote import Place
from pipeline.rulebook import Rulebook, load_rulebook

MOST_GIVEN_UP = 8
"""Members of one archive that are given up by themselves; one more, and the archive is."""

# What reading an input imports, that of our own processing first.
_WANTED = (
    "pipeline.document",
    "pipeline.engine.kept_reader",
    "pipeline.read.recognition",
    "pipeline.store.columns",
)

log = logging.getLogger(__name__)


class DocumentRows(Protocol):
    """What processing gives: the rows of each table."""

    @property
    def tables(self) -> Mapping[str, Sequence[Row]]: ...


class Process(Protocol):
    """Turns the bytes of one source into rows; see :func:`pipeline.document.process`."""

    def __call__(self, data: bytes, source: Source, rules: Rulebook) -> DocumentRows: ...


@dataclass(frozen=True, slots=True)
class Task:
    """One input to read: its name, its place, and the bytes it had when it was found.

    ``given_up`` are members of an archive that are not to be read, and why.
    """

    uri: str
    path: Place
    sha256: str
    size_bytes: int
    given_up: tuple[tuple[str, Death], ...] = ()


@dataclass(frozen=True, slots=True)
class Method:
    """How inputs are read: the rules folder (None: the shipped one) and the process to run.

    ``cache`` keeps what was read; of ``limits`` that of the output is looked after here.
    """

    rules: Path | None = None
    process: Process | None = None
    cache: ReadingCache | None = None
    limits: Limits = LIMITS


def without(task: Task, member: str, death: Death) -> Task | None:
    """The task without a member that cost too much; None where there were too many of them."""
    if len(task.given_up) >= MOST_GIVEN_UP or any(member == other for other, _ in task.given_up):
        return None
    return replace(task, given_up=(*task.given_up, (member, death)))


def prepare(method: Method) -> None:
    """Load what every input needs, so that the time of the first one is its own.

    :raises RulesError: if the rules do not load
    """
    load_rulebook(method.rules)
    for module in _WANTED if method.process is None else _WANTED[1:]:
        import_module(module)


def read_input(method: Method, task: Task, teller: Teller) -> Result:
    """The rows of one input: of documents, of `failures`, or of both.

    :raises RulesError: if the rules do not load; nothing else is raised
    """
    rules = load_rulebook(method.rules)
    try:
        result = _result(method, task, teller, rules)
    except MemoryError:
        return failed(task, "memory", "needs more memory than there is; split it, or free some")
    except Exception as error:
        # The promise of a run: one document never harms another, and none is lost in silence.
        log.debug("%s", task.uri, exc_info=True)
        return failed(task, "internal", mistake(error), stage="process")
    if result.status == "failed" and not result.failures:
        return failed(task, "internal", "gave neither a document nor a reason", stage="process")
    return result


def failed(task: Task, category: Category, message: str, *, stage: str = "read") -> Result:
    """The result of an input that gave no document: a row of `failures`."""
    row = failure_row(task.uri, task.sha256, category, message, stage=stage)
    return Result("failed", 0, (row,), ())


def _result(method: Method, task: Task, teller: Teller, rules: Rulebook) -> Result:
    from pipeline.read import detect_media_type
    from pipeline.read.recognition import recognising
    from pipeline.store import to_arrow

    try:
        data = task.path.read_bytes()
    except OSError as error:
        message = f"cannot be opened: {error.strerror or error}; run again when it is there"
        return failed(task, "unsupported", message, stage=OPENING)
    if hashlib.sha256(data).hexdigest() != task.sha256:
        message = "changed while it was read; run again when it is at rest"
        return failed(task, "corrupt", message, stage=OPENING)
    source = Source(task.uri, task.sha256, len(data), detect_media_type(data))
    with recognising(teller.page, method.cache):
        tables = _processed(method, task, teller, data, source, rules)
    # The other names of these bytes are known at the end of the run only.
    documents = [{**row, "same_bytes_uris": []} for row in tables.get("documents", ())]
    rows = {**tables, "documents": documents}
    made = {name: to_arrow(name, rows[name]) for name in rows if rows[name]}
    if sum(table.nbytes for table in made.values()) > method.limits.output_bytes:
        allowed = f"{method.limits.output_bytes / 1e6:,.0f} MB"
        return failed(task, "too_large", f"gives more than {allowed} of rows; split it")
    return result_of(made)


def _processed(
    method: Method, task: Task, teller: Teller, data: bytes, source: Source, rules: Rulebook
) -> Mapping[str, Sequence[Row]]:
    if method.process is not None:
        return method.process(data, source, rules).tables
    from pipeline.document import process_each
    from pipeline.engine.kept_reader import KeptReader
    from pipeline.read import read

    reader = read if method.cache is None else KeptReader(method.cache)
    tables: dict[str, list[Row]] = {}
    given_up = {
        member: ReadError(task.uri, death, words_of(death, method.limits))
        for member, death in task.given_up
    }
    for part in process_each(data, source, rules, teller.document, given_up, reader):
        for name, rows in part.tables.items():
            tables.setdefault(name, []).extend(rows)
        teller.document(None)
    return tables
