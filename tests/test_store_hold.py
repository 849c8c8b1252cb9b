"""A reader keeps the version that it reads, however many runs finish meanwhile."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import ArchiveError
from pipeline.store import Archive, write_archive
from pipeline.store.current import snapshot
from pipeline.store.hold import Hold
from tests.store_samples import archive_rows, to_tables, write_sample

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no locks of folders there")

READER = """
import sys
from pipeline.store import Archive
archive = Archive(sys.argv[1])
print(len(archive.read("documents")), flush=True)
sys.stdin.readline()
print(len(archive.query("FROM documents")), flush=True)
"""


pytestmark = pytest.mark.usefixtures("no_grace")


def versions(out: Path) -> set[str]:
    return {path.name for path in (out / ".versions").iterdir()}


def write_some(out: Path, times: int) -> None:
    for _ in range(times):
        write_archive(out, to_tables(archive_rows()))


def test_a_reader_keeps_its_version_over_many_runs(tmp_path: Path) -> None:
    out = write_sample(tmp_path)
    archive, whole = Archive(out), Archive(out).tables()
    first = snapshot(out).name
    write_some(out, 4)
    assert archive.tables() == whole and len(archive.query("FROM documents"))
    assert versions(out) == {first, "4", "5"}
    del archive
    gc.collect()
    write_some(out, 1)
    assert versions(out) == {"5", "6"}


def test_a_reader_in_another_process_does_too(tmp_path: Path) -> None:
    out = write_sample(tmp_path)
    first = snapshot(out).name
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(out)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1],
    )  # fmt: skip
    assert reader.stdin and reader.stdout
    counts = [reader.stdout.readline()]
    write_some(out, 3)
    assert first in versions(out)
    reader.stdin.write("\n")
    reader.stdin.flush()
    counts.append(reader.stdout.readline())
    assert counts[0] == counts[1] != ""
    reader.communicate()
    assert reader.returncode == 0
    write_some(out, 1)
    assert first not in versions(out)


def test_a_version_that_goes_before_it_is_held_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = write_sample(tmp_path)
    old = snapshot(out)
    write_some(out, 2)
    answers = [old, snapshot(out)]
    monkeypatch.setattr("pipeline.store.hold.snapshot", lambda _: answers.pop(0))
    assert not old.exists() and Hold(out).root == snapshot(out)


def test_where_nothing_can_be_held_the_reader_says_what_is_missing(tmp_path: Path) -> None:
    out = write_sample(tmp_path)
    (out / ".current").unlink()
    (out / ".current").symlink_to(".versions/9")
    with pytest.raises(ArchiveError, match="missing"):
        Archive(out).read("documents")
