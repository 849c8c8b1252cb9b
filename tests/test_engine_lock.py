"""Two runs at once on one archive: the second says so, or waits."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from pipeline.engine import run
from pipeline.errors import ArchiveError
from pipeline.store import Archive, open_output
from pipeline.store.lock import locked
from tests.cli import congvan
from tests.test_engine import fake, files


def test_a_second_run_says_so_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = files(tmp_path / "in", a="one"), tmp_path / "out"
    run(source, out, process=fake)
    files(source, b="two")
    with locked(out):
        with pytest.raises(ArchiveError, match=r"another run \(process \d+\)"):
            run(source, out, process=fake)
        answer = congvan(capsys, "run", source, "--out", out, "--jobs", 1)
        assert answer.code == 2 and "--wait" in answer.one_error()
        assert len(Archive(out).read("documents")) == 1  # readers are not kept out
    assert run(source, out, process=fake).rows["documents"] == 2


def test_a_run_that_waits_goes_on_when_the_first_one_has_ended(tmp_path: Path) -> None:
    source, out = files(tmp_path / "in", a="one", b="two"), tmp_path / "out"
    open_output(out)
    unchanged: list[int] = []
    second = threading.Thread(
        target=lambda: unchanged.append(run(source, out, process=fake, wait=True).unchanged)
    )
    with locked(out):
        second.start()
        second.join(0.5)
        assert second.is_alive() and not unchanged
    second.join(30)
    assert unchanged == [0]
    assert run(source, out, process=fake, wait=True).unchanged == 2
