"""Which files of the sources are inputs, in which order, and what is said of all others."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from pipeline.engine.discover import discover
from pipeline.engine.look import look
from pipeline.engine.plan import make_plan
from pipeline.store import Archive
from tests.test_engine import counts, files, go, names


def test_discovery_is_sorted_and_leaves_out_what_is_no_input(tmp_path: Path) -> None:
    source = files(tmp_path / "in", b="1", a="2")
    files(source / "deep", c="3")
    files(source / ".git", x="4")
    (source / ".hidden").write_text("5", encoding="utf-8")
    outside = files(tmp_path / "elsewhere", o="6")
    (source / "out-of-tree.txt").symlink_to(outside / "o.txt")
    (source / "broken.txt").symlink_to(source / "nowhere")
    (source / "folder").symlink_to(outside)
    (source / "same.txt").symlink_to(source / "a.txt")
    os.mkfifo(source / "pipe")
    files(source / "archive", rows="7")
    found = discover([source, source / "a.txt"], source / "archive")
    assert [each.path.name for each in found.inputs] == ["a.txt", "b.txt", "c.txt"]
    assert {Path(each.uri).name for each in found.left_out} == {
        "out-of-tree.txt", "broken.txt", "folder", "pipe",
    }  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
def test_a_file_is_one_input_whichever_way_it_is_come_to(tmp_path: Path) -> None:
    folder = files(tmp_path / "in", a="one")
    (folder / "b.txt").symlink_to("a.txt")
    (tmp_path / "link").symlink_to("in")
    os.mkfifo(folder / "pipe.txt")
    found = discover([folder, tmp_path / "link", folder / "a.txt"], tmp_path / "out")
    assert [Path(each.uri).name for each in found.inputs] == ["a.txt"]
    assert {each.reason for each in found.left_out} == {"not a regular file"}


def test_a_file_that_goes_while_files_are_listed_is_no_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = files(tmp_path / "in", a="one", b="two")
    before = Path.lstat

    def going(path: Path) -> os.stat_result:
        if path.name == "a.txt":
            path.unlink(missing_ok=True)
        return before(path)

    monkeypatch.setattr(Path, "lstat", going)
    found = discover([folder], tmp_path / "o")
    assert [Path(each.uri).name for each in found.inputs] == ["b.txt"]
    assert [each.reason for each in found.left_out] == ["gone while files were listed"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="takes the rights of another")
def test_a_file_that_may_not_be_looked_at_is_a_failure_and_not_left_out(tmp_path: Path) -> None:
    folder = files(tmp_path / "in" / "closed", a="one", z="three")
    (tmp_path / "in" / "b.txt").symlink_to("closed/z.txt")
    (tmp_path / "in" / "c.txt").symlink_to(tmp_path / "out" / "closed" / "x.txt")
    files(tmp_path / "in", d="two")
    (tmp_path / "out" / "closed").mkdir(mode=0o700, parents=True)
    folder.chmod(0o744)  # its names can be listed, and nothing behind them opened
    for path in (tmp_path, *tmp_path.parents[:-2]):
        path.chmod(path.stat().st_mode | 0o055)
    os.seteuid(12_345)
    try:
        found = discover([tmp_path / "in"], tmp_path / "out")
        plan = make_plan(found.inputs, 1_000, lambda one: look(one.path, 1_000))
    finally:
        os.seteuid(0)
    assert sorted(Path(each.uri).name for each in found.inputs) == ["a.txt", "b.txt", "d.txt"]
    assert [each.reason for each in found.left_out] == [
        "link to a file outside the folder, not followed"
    ]
    assert [Path(content.task.uri).name for content in plan.contents] == ["d.txt"]
    assert all("cannot be opened: Permission denied" in str(row["message"]) for row in plan.refused)


def test_what_lies_in_a_folder_that_cannot_be_listed_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = files(tmp_path / "in", a="1 a", b="1 b")
    files(folder / "closed", c="1 c", d="1 d")
    assert counts(go(folder, tmp_path / "out")) == (4, 4, 0, 0, 0)
    (folder / "b.txt").unlink()
    before = os.scandir

    def refused(path: object) -> object:
        if isinstance(path, str) and path.endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return before(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", refused)
    summary = go(folder, tmp_path / "out")
    assert counts(summary) == (2, 1, 0, 1, 0) and summary.removed == 1
    assert "cannot be listed: Permission denied" in summary.failures[0].message
    assert [name for name, _ in names(tmp_path / "out")] == ["a.txt", "c.txt", "d.txt"]
    monkeypatch.undo()
    assert counts(go(folder, tmp_path / "out")) == (3, 3, 0, 0, 0)
    assert Archive(tmp_path / "out").tables()["failures"] == 0


def test_what_systems_and_programs_keep_beside_documents_is_left_out(tmp_path: Path) -> None:
    folder = files(tmp_path / "in", a="one")
    for name in ("Thumbs.db", "desktop.ini", "~$bao-cao.docx"):
        (folder / name).write_bytes(b"x")
    found = discover([folder], tmp_path / "out")
    assert [Path(each.uri).name for each in found.inputs] == ["a.txt"]
    assert len(found.left_out) == 3
    named = discover([folder / "Thumbs.db"], tmp_path / "out")
    assert [Path(each.uri).name for each in named.inputs] == ["Thumbs.db"]
