"""Errors carry their data, also from one process to another."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from pipeline.errors import ArchiveError, CongvanError, ReadError, RulesError
from pipeline.store.errors import TableError


@pytest.mark.parametrize(
    "error",
    [
        ReadError("a.pdf", "corrupt", "It does not open. Export it again.", 3),
        RulesError(Path("rules/x.toml"), 7, "unknown key"),
        RulesError(Path("rules"), None, "no rules"),
        ArchiveError(Path("out"), "holds something else"),
        TableError(Path("out/dates"), PermissionError(13, "Permission denied")),
    ],
)
def test_an_error_comes_whole_out_of_a_worker(error: CongvanError) -> None:
    again = pickle.loads(pickle.dumps(error))  # what a process pool does
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert {k: str(v) for k, v in vars(again).items() if k != "_arguments"} == {
        k: str(v) for k, v in vars(error).items() if k != "_arguments"
    }
