"""Writes an archive of any size, the same for the same seed, a hundred documents in memory."""

from __future__ import annotations

import multiprocessing
import pickle
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from benchmarks.invented_people import invent
from benchmarks.large.draw import Rows, Shelf, draw
from benchmarks.large.plan import Listed, Plan, heads, lists, plans
from benchmarks.large.templates import Template
from pipeline.dictionary import load_dictionary, schema
from pipeline.store import to_arrow
from pipeline.store.write import begin, in_order

TRUTH = pa.schema([("awardee_id", pa.string()), ("truth", pa.string())])
MENTIONS = 2  # rows of lists of the invented country, a document
_AT_ONCE = 500


@dataclass(frozen=True)
class _Work:
    """What a process needs to draw any of the documents."""

    templates: Sequence[Template]
    shelf: Shelf
    seed: int
    folder: Path


Task = tuple[int, list[tuple[Plan, Listed | None]]]


def write_large(
    out: Path, truth: Path, templates: Sequence[Template], count: int, seed: int, jobs: int
) -> None:
    """Write an archive of ``count`` documents.

    :param truth: a file for who the rows of the invented lists are (see :func:`read_truth`)
    :param templates: the papers that the documents are made of
    """
    listed = lists(invent(max(1000, count * MENTIONS), seed))
    made = plans(templates, listed, count, seed)
    cited = heads(templates, made)
    shelf = Shelf(cited, [head.on for head in cited])
    parts = out.with_name(out.name + ".parts")
    shutil.rmtree(parts, ignore_errors=True)
    parts.mkdir(parents=True)
    try:
        work = parts / "work"
        work.write_bytes(pickle.dumps(_Work(templates, shelf, seed, parts)))
        made.sort(key=lambda plan: plan.doc_id)
        with ProcessPoolExecutor(
            jobs, multiprocessing.get_context("spawn"), _begin, (work,)
        ) as pool:
            tasks = list(_tasks(made, listed))
            for _ in pool.map(_draw, tasks):
                pass
        _write(out, truth, parts, len(tasks))
    finally:
        shutil.rmtree(parts)


def read_truth(path: Path) -> dict[str, str]:
    """awardee_id -> kind and who it is, of the rows of the invented lists."""
    with pa.ipc.open_file(path) as file:
        found = file.read_all()
    return dict(zip(*(found[name].to_pylist() for name in TRUTH.names), strict=True))


def _tasks(made: Sequence[Plan], listed: Sequence[Listed]) -> Iterator[Task]:
    """The documents in the order of their ids, so many at a time."""
    for at in range(0, len(made), _AT_ONCE):
        yield (
            at // _AT_ONCE,
            [
                (plan, listed[plan.ordinal] if plan.ordinal < len(listed) else None)
                for plan in made[at : at + _AT_ONCE]
            ],
        )


_work: list[_Work] = []


def _begin(work: Path) -> None:
    _work[:] = [pickle.loads(work.read_bytes())]


def _draw(task: Task) -> None:
    """Draw documents and write their rows, a file a table."""
    (work,) = _work
    number, documents = task
    rows: Rows = {}
    truth: dict[str, str] = {}
    for plan, listed in documents:
        drawn, known = draw(work.templates[plan.template], plan, listed, work.shelf, work.seed)
        truth |= known
        for name, found in drawn.items():
            rows.setdefault(name, []).extend(found)
    for name, found in rows.items():
        _save(work.folder / f"{name}-{number}", in_order(name, to_arrow(name, found)))
    known_rows = {"awardee_id": list(truth), "truth": list(truth.values())}
    _save(work.folder / f"truth-{number}", pa.Table.from_pydict(known_rows, TRUTH))


def _save(path: Path, rows: pa.Table) -> None:
    with pa.ipc.new_file(path, rows.schema) as file:
        file.write_table(rows)


def _pieces(parts: Path, name: str, count: int) -> Iterator[pa.Table]:
    for number in range(count):
        path = parts / f"{name}-{number}"
        if path.exists():
            with pa.ipc.open_file(path) as file:
                yield file.read_all()


def _write(out: Path, truth: Path, parts: Path, count: int) -> None:
    draft = begin(out)
    for name, table in load_dictionary().tables.items():
        if name == "documents":
            pieces = [schema(name).empty_table(), *_pieces(parts, name, count)]
            draft.write(name, [in_order(name, pa.concat_tables(pieces))])
        elif table.scope == "document":
            draft.write(name, _pieces(parts, name, count))
    draft.commit(())
    with pa.ipc.new_file(truth, TRUTH) as file:
        for piece in _pieces(parts, "truth", count):
            file.write_table(piece)
