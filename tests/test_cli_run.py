"""``congvan run``: summaries, exit codes, and one clear line for every bad input."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from pipeline.store import Archive
from tests.cli import congvan

DISPATCH = """\
CÔNG ĐOÀN NGÀNH MẪU
Số: 15/TB-CĐN

Nơi Mẫu, ngày 17 tháng 5 năm 2021

THÔNG BÁO
Về việc trao thưởng

Căn cứ Quyết định số 77/QĐ-CĐN ngày 02/3/2021.
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "thong-bao.txt").write_text(DISPATCH, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_run_ends_with_a_summary_and_the_next_command(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = congvan(capsys, "run", source, "--out", "out", "--jobs", 1)
    assert answer.code == 0, answer
    words = answer.out.split()
    assert words[words.index("inputs") + 1] == "1" and words[words.index("ok") + 1] == "1"
    assert words[words.index("documents") + 1] == "1"
    assert "tables in out" in answer.out and "Next: congvan query" in answer.out
    again = congvan(capsys, "run", source, "--out", "out")
    assert "1 unchanged since the last run" in again.out
    assert answer.err == again.err == ""


def test_json_is_one_object(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (source / "copy.txt").write_text(DISPATCH, encoding="utf-8")
    (source / "empty.pdf").touch()
    answer = congvan(capsys, "run", source, "--out", "out", "--json", "--jobs", 1)
    assert answer.code == 3
    summary = answer.json
    assert [summary[k] for k in ("inputs", "ok", "partial", "failed", "skipped")] == [3, 1, 0, 1, 1]
    assert summary["failures"][0]["category"] == "empty"
    assert summary["rows"]["documents"] == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02\x03" * 400,
        b"%PDF-1.7\nrubbish",
        b"PK\x03\x04 no archive",
        os.urandom(3000),
    ],
    ids=["empty", "zeros", "torn pdf", "torn zip", "rubbish"],
)
def test_rubbish_is_a_failure_with_a_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.pdf").write_bytes(content)
    answer = congvan(capsys, "run", "in", "--out", "out", "--jobs", 1)
    assert answer.code == 4
    assert "in/x.pdf: " in answer.out and "mistake of this program" not in answer.out
    failures = Archive("out").read("failures")
    assert list(failures["source_uri"]) == ["in/x.pdf"] and "internal" not in set(failures.category)


def test_an_empty_folder_is_nothing_to_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    answer = congvan(capsys, "run", "in", "--out", "out")
    assert answer.code == 4 and "hold no files" in answer.out
    assert not (tmp_path / "out").exists()


def test_wrong_arguments_name_the_place_and_change_nothing(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.doc").write_text("precious", encoding="utf-8")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for words, says in (
        (["nowhere", "--out", "out"], "nowhere: no such file or folder"),
        ([source, "--out", "full"], "full: the folder is not empty"),
        ([source, "--out", "file"], "file: this is a file"),
        ([source, "--out", source], "holds the source"),
        ([source, "--out", "out", "--rules", "nowhere"], "nowhere: no such folder of rules"),
        ([source, "--out", "out", "--rules", "full"], "holds no rules"),
    ):
        answer = congvan(capsys, "run", *words)
        assert answer.code == 2 and says in answer.one_error(), answer
    assert (tmp_path / "full" / "thesis.doc").read_text(encoding="utf-8") == "precious"
    assert not (tmp_path / "out").exists()


def test_a_broken_rules_folder_names_file_and_line(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine" / "patterns").mkdir(parents=True)
    (tmp_path / "mine" / "patterns" / "x.toml").write_text("\n[[pattern\n", encoding="utf-8")
    answer = congvan(capsys, "run", source, "--out", "out", "--rules", "mine")
    assert answer.code == 2 and "x.toml:2" in answer.one_error()
    answer = congvan(capsys, "rules", "check", "--rules", "mine")
    assert answer.code == 5 and "x.toml:2" in answer.out


def test_the_archive_may_lie_inside_the_source(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        answer = congvan(capsys, "run", source, "--out", source / "out", "--json", "--jobs", 1)
        assert answer.code == 0 and answer.json["inputs"] == 1


def test_an_unexpected_error_is_one_line(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr("pipeline.engine.run", broken)
    answer = congvan(capsys, "run", source, "--out", "out")
    assert answer.code == 1 and "ZeroDivisionError: by zero" in answer.one_error()
    debug = congvan(capsys, "--debug", "run", source, "--out", "out")
    assert debug.code == 1 and "Traceback" in debug.err


def test_interrupted(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.engine.run", interrupted)
    answer = congvan(capsys, "run", source, "--out", "out")
    assert answer.code == 130 and "the archive is as it was" in answer.one_error()


def test_memory_that_is_not_there_is_told_with_what_to_do(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("pipeline.engine.run", refused)
    answer = congvan(capsys, "run", source, "--out", "out")
    assert answer.code == 1 and "fewer --jobs" in answer.one_error()


def test_the_summary_tells_what_left_the_archive(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (source / "b.txt").write_text(DISPATCH.replace("15", "16"), encoding="utf-8")
    assert "removed" not in congvan(capsys, "run", source, "--out", "out", "--jobs", 1).out
    (source / "b.txt").unlink()
    lines = congvan(capsys, "run", source, "--out", "out", "--jobs", 1).out.splitlines()
    told = next(line for line in lines if line.startswith("removed"))
    assert told.split()[1] == "1" and "gone or changed" in told


def test_an_archive_whose_first_run_has_not_ended_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".congvan").write_text('{"format": 1}', encoding="utf-8")
    answer = congvan(capsys, "query", "SELECT 1 FROM documents", "--archive", "out")
    assert answer.code == 2 and "no run has ended here yet" in answer.one_error()


@pytest.mark.parametrize(
    ("number", "advice"),
    [(errno.ENOSPC, "make room"), (errno.EACCES, "you may write"), (errno.ENOENT, "another place")],
)
def test_what_the_system_refuses_is_told_with_what_to_do(
    source: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    advice: str,
) -> None:
    def refused(_: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("pipeline.engine.runner.open_output", refused)
    answer = congvan(capsys, "run", source, "--out", "out")
    assert answer.code == 2 and advice in answer.one_error()


def test_an_output_that_is_full_or_closed_is_no_internal_error(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pipeline.engine.run", full)
    said = congvan(capsys, "run", source, "--out", "out").one_error()
    assert "make room" in said and "report" not in said
    monkeypatch.undo()
    monkeypatch.chdir(source.parent)
    monkeypatch.setattr("sys.stdout", None)
    assert congvan(capsys, "tables", "--archive", "nowhere").code == 2
