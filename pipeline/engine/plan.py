"""What has to be read: inputs grouped by their bytes, and those that fail before any reader."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from pipeline.engine.discover import Input
from pipeline.engine.look import Looked
from pipeline.engine.result import Row
from pipeline.engine.work import Task
from pipeline.failures import failure_row


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes found under one name or several: ``task`` reads the first, ``uris`` are all names."""

    task: Task
    uris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Contents in the order of their first names, and `failures` rows of what cannot be read."""

    contents: tuple[Content, ...]
    refused: tuple[Row, ...]


def make_plan(inputs: Iterable[Input], max_bytes: int, looked: Callable[[Input], Looked]) -> Plan:
    """Look at every input once; what is empty, too large or closed to us is refused.

    :param looked: what is found out of an input; raises OSError where it cannot be opened
    """
    tasks: dict[str, Task] = {}
    names: dict[str, list[str]] = {}
    refused: list[Row] = []
    for found in inputs:
        if found.closed is not None:
            message = f"this folder cannot be listed: {found.closed}; check that you may read it"
            refused.append(failure_row(found.uri, None, "unsupported", message))
            continue
        try:
            known = looked(found)
            size, sha256 = known.size_bytes, known.sha256
            if size > max_bytes:
                allowed = f"{max_bytes / 1e6:,.0f} MB are allowed; raise --max-mb, or split it"
                message = f"holds {size / 1e6:,.0f} MB, {allowed}"
                refused.append(failure_row(found.uri, None, "too_large", message))
                continue
            if sha256 is None:
                message = "holds no bytes; fetch it again"
                refused.append(failure_row(found.uri, None, "empty", message))
                continue
        except OSError as error:
            message = f"cannot be opened: {error.strerror or error}; check that you may read it"
            refused.append(failure_row(found.uri, None, "unsupported", message))
            continue
        tasks.setdefault(sha256, Task(found.uri, found.path, sha256, size))
        names.setdefault(sha256, []).append(found.uri)
    contents = tuple(Content(task, tuple(names[sha256])) for sha256, task in tasks.items())
    return Plan(contents, tuple(refused))


def chosen(plan: Plan, contents: Collection[str]) -> Plan:
    """The plan with those contents alone, by SHA-256."""
    return Plan(tuple(each for each in plan.contents if each.task.sha256 in contents), ())
