"""The engine: every input ends as a document or a failure, and known inputs are not read again."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine import RunSummary, run, runner
from pipeline.errors import ArchiveError, ReadError, RulesError
from pipeline.identity import document_id
from pipeline.model import Source
from pipeline.rulebook import Rulebook, default_rules_dir
from pipeline.store import Archive, validate
from pipeline.store.current import snapshot

Rows = dict[str, list[dict[str, object]]]


@dataclass(frozen=True)
class Made:
    """What the invented process gives."""

    tables: Rows


def fake(data: bytes, source: Source, rules: Rulebook) -> Made:
    """A process whose input says what is to happen to it."""
    words = data.decode("utf-8", "replace").split()
    if words[0] == "raise":
        raise ValueError("no such\nthing")
    if words[0] == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if words[0] == "nothing":
        return Made({})
    if words[0] == "bad-row":
        return Made({"texts": [{"doc_id": 5, "text": None}]})
    if words[0] == "slow":
        time.sleep(0.2)
    failures: list[dict[str, object]] = []
    if words[0] in ("unreadable", "half"):
        failures.append({
            "source_uri": source.uri, "source_sha256": source.sha256, "member": None,
            "stage": "read", "category": "corrupt", "page": 2 if words[0] == "half" else None,
            "message": "torn; fetch it again", "is_partial": words[0] == "half",
        })  # fmt: skip
    if words[0] == "unreadable":
        return Made({"failures": failures})
    doc_id = document_id(source.sha256, source.member, 0)
    text = data.decode()
    document = {
        "doc_id": doc_id, "source_uri": source.uri, "source_sha256": source.sha256, "member": None,
        "ordinal": 0, "media_type": source.media_type, "size_bytes": source.size_bytes,
        "page_count": None, "reader": "fake", "is_ocr": False, "genre": "other", "is_draft": False,
        "addressees": [], "copies": [], "defects": [], "evidence": [],
        "status": "partial" if failures else "ok",
        "pipeline_version": "0", "rules_version": rules.version,
    }  # fmt: skip
    page = {
        "doc_id": doc_id, "page": 1, "start": 0, "end": len(text), "reader": "fake", "rotation": 0,
    }  # fmt: skip
    tables: Rows = {"documents": [document], "pages": [page], "failures": failures}
    return Made(tables | {"texts": [{"doc_id": doc_id, "text": text}]})


def go(source: Path, out: Path, **options: object) -> RunSummary:
    return run(source, out, process=fake, **options)  # type: ignore[arg-type]


def files(folder: Path, **contents: str) -> Path:
    """A folder of files ``name.txt``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / f"{name}.txt").write_text(content, encoding="utf-8")
    return folder


def own_rules(tmp_path: Path) -> Path:
    """A copy of the shipped rules, which nobody edits while a test runs."""
    return Path(shutil.copytree(default_rules_dir(), tmp_path / "rules"))


def tables(out: Path) -> dict[str, str]:
    """The bytes of every table but the log of runs."""
    return {
        path.parent.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in out.glob("*/*.parquet")
        if path.parent.name != "runs"
    }


def names(out: Path) -> list[tuple[str, list[str]]]:
    rows = Archive(out).arrow("documents", ["source_uri", "same_bytes_uris"]).to_pylist()
    return [
        (Path(r["source_uri"]).name, [Path(u).name for u in r["same_bytes_uris"]]) for r in rows
    ]


def counts(summary: RunSummary) -> tuple[int, ...]:
    return summary.inputs, summary.ok, summary.partial, summary.failed, summary.skipped


def test_every_input_ends_as_a_document_or_a_failure(tmp_path: Path) -> None:
    source = files(
        tmp_path / "in",
        a="one",
        b="raise",
        c="unreadable",
        d="half",
        e="",
        f="nothing",
        g="bad-row",
    )
    (source / "huge.bin").write_bytes(b"x" * 2000)
    summary = go(source, tmp_path / "out", max_bytes=1000)
    assert counts(summary) == (8, 1, 1, 6, 0)
    found = {Path(f.uri).name: (f.category, f.is_partial) for f in summary.failures}
    assert found == {
        "b.txt": ("internal", False), "c.txt": ("corrupt", False), "d.txt": ("corrupt", True),
        "e.txt": ("empty", False), "f.txt": ("internal", False), "g.txt": ("internal", False),
        "huge.bin": ("too_large", False),
    }  # fmt: skip
    raised = next(f for f in summary.failures if f.uri.endswith("b.txt"))
    assert "ValueError: no such thing" in raised.message and "test_engine.py" in raised.message
    assert validate(tmp_path / "out") == []


def test_the_tables_do_not_depend_on_the_number_of_jobs(tmp_path: Path) -> None:
    source = files(
        tmp_path / "in", **{f"n{i:02}": f"slow {i}" if i % 5 == 0 else f"t {i}" for i in range(12)}
    )
    rules = own_rules(tmp_path)
    go(source, tmp_path / "one", rules=rules)
    go(source, tmp_path / "three", rules=rules, jobs=3)
    assert tables(tmp_path / "one") == tables(tmp_path / "three")


def test_a_killed_worker_costs_its_document_only(tmp_path: Path) -> None:
    source = files(tmp_path / "in", a="one", b="die", c="two", d="three", e="die later", f="four")
    summary = go(source, tmp_path / "out", jobs=2)
    assert counts(summary) == (6, 4, 0, 2, 0)
    assert {(Path(f.uri).name, f.category) for f in summary.failures} == {
        ("b.txt", "crash"), ("e.txt", "crash"),
    }  # fmt: skip
    again = go(source, tmp_path / "out", isolate=True)  # what it costs to find out is known
    assert again.unchanged == 6 and again.failed == 2


def test_unchanged_inputs_are_kept_and_changed_ones_read_again(tmp_path: Path) -> None:
    source, out = files(tmp_path / "in", a="one", b="two", c="unreadable"), tmp_path / "out"
    go(source, out)
    before = tables(out)
    again = go(source, out)
    assert (again.unchanged, again.pages, counts(again)) == (3, 0, (3, 2, 0, 1, 0))
    assert tables(out) == before and again.rows["runs"] == 2
    files(source, b="changed")
    third = go(source, out)
    assert (third.unchanged, third.removed, third.pages) == (2, 1, 1)
    assert sorted(Archive(out).read("texts")["text"]) == ["changed", "one"]
    go(source, tmp_path / "fresh")
    assert tables(out) == tables(tmp_path / "fresh")
    assert validate(out) == []


def test_other_rules_or_code_read_everything_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = files(tmp_path / "in", a="one"), tmp_path / "out"
    go(source, out)
    monkeypatch.setattr(runner, "code_version", lambda: "another")
    assert go(source, out).unchanged == 0
    assert go(source, out).unchanged == 1
    copy = own_rules(tmp_path)
    (copy / "note.txt").write_text("mine", encoding="utf-8")
    assert go(source, out, rules=copy).unchanged == 0


def test_files_that_are_gone_leave_and_other_sources_stay(tmp_path: Path) -> None:
    one, two = files(tmp_path / "one", a="1 a", b="1 b"), files(tmp_path / "two", c="2 c")
    out = tmp_path / "out"
    go(one, out)
    go(two, out)
    assert [name for name, _ in names(out)] == ["a.txt", "b.txt", "c.txt"]
    (one / "a.txt").unlink()
    summary = go(one, out)
    assert summary.removed == 1 and [name for name, _ in names(out)] == ["b.txt", "c.txt"]
    (one / "b.txt").unlink()
    assert counts(go(one, out)) == (0, 0, 0, 0, 0)  # an empty source empties nothing
    assert len(names(out)) == 2


def test_the_same_bytes_under_two_names_are_one_document(tmp_path: Path) -> None:
    source = files(tmp_path / "in", a="one", b="one", c="unreadable", d="unreadable")
    out = tmp_path / "out"
    summary = go(source, out)
    assert counts(summary) == (4, 1, 0, 1, 2)
    assert names(out) == [("a.txt", ["b.txt"])]
    assert len(summary.failures) == 2
    assert [Path(s.uri).name for s in summary.same_bytes] == ["b.txt", "d.txt"]
    (source / "a.txt").unlink()
    again = go(source, out)
    assert names(out) == [("b.txt", [])] and again.pages == 0
    assert validate(out) == []


def test_a_renamed_file_is_not_read_again(tmp_path: Path) -> None:
    source, out = files(tmp_path / "in", a="one"), tmp_path / "out"
    go(source, out)
    (source / "a.txt").rename(source / "z.txt")
    summary = go(source, out)
    assert summary.unchanged == 1 and summary.removed == 0 and names(out) == [("z.txt", [])]


def test_a_lost_ledger_costs_time_and_no_rows(tmp_path: Path) -> None:
    one, two = files(tmp_path / "one", a="1"), files(tmp_path / "two", b="2")
    out = tmp_path / "out"
    go(one, out)
    go(two, out)
    before = tables(out)
    (snapshot(out) / ".ledger.jsonl").unlink()
    assert go(one, out).unchanged == 0
    assert tables(out) == before


def test_unreadable_files_are_failures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = files(tmp_path / "in", a="one", b="two")
    real = Path.open

    def closed(self: Path, *args: object, **options: object) -> object:
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", closed)
    summary = go(source, tmp_path / "out")
    assert counts(summary) == (2, 1, 0, 1, 0)
    assert "cannot be opened: Permission denied" in summary.failures[0].message


def test_a_file_that_was_gone_for_a_moment_is_read_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = files(tmp_path / "in", a="one", b="two"), tmp_path / "out"
    real = Path.read_bytes

    def gone(self: Path) -> bytes:
        if self.name in ("b.txt", "c.txt"):
            raise FileNotFoundError(2, "No such file or directory")
        return real(self)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", gone)
        summary = go(source, out)
        assert counts(summary) == (2, 1, 0, 1, 0)
        assert "cannot be opened: No such file" in summary.failures[0].message
        (source / "b.txt").rename(source / "c.txt")  # it has another name when it is back
        again = go(source, out)
        assert counts(again) == (2, 1, 0, 1, 0) and again.unchanged == 1
    summary = go(source, out)
    assert counts(summary) == (2, 2, 0, 0, 0) and summary.failures == ()
    assert go(source, out).unchanged == 2
    assert Archive(out).tables()["failures"] == 0 and validate(out) == []


def test_names_that_are_no_text_are_escaped(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    try:
        Path(os.fsdecode(os.fsencode(source) + b"/c\xf4ng.txt")).write_text("one", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    summary = go(source, tmp_path / "out")
    assert summary.ok == 1 and names(tmp_path / "out") == [("c\\xf4ng.txt", [])]


@pytest.mark.parametrize("place", ["in", "in/sub", "."])
def test_sources_inside_the_output_are_refused(tmp_path: Path, place: str) -> None:
    files(tmp_path / "in" / "sub", a="one")
    with pytest.raises(ArchiveError, match="give another folder"):
        go(tmp_path / "in" / "sub", tmp_path / place)


def test_wrong_folders_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    source = files(tmp_path / "in", a="one")
    with pytest.raises(ReadError, match="no such file or folder"):
        go(tmp_path / "nowhere", tmp_path / "out")
    with pytest.raises(RulesError):
        go(source, tmp_path / "out", rules=tmp_path)
    other = files(tmp_path / "other", mine="precious")
    with pytest.raises(ArchiveError, match="no archive"):
        go(source, other)
    assert not (tmp_path / "out").exists() and (other / "mine.txt").read_text() == "precious"


def test_the_summary_is_plain_values(tmp_path: Path) -> None:
    summary = go(files(tmp_path / "in", a="one"), tmp_path / "out")
    assert json.loads(json.dumps(summary.as_json()))["rows"]["documents"] == 1


def test_progress_is_told_of_every_input(tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    progress: Callable[[int, int, str], None] = lambda *step: seen.append(step)  # noqa: E731
    go(files(tmp_path / "in", a="1", b="2"), tmp_path / "out", progress=progress)
    assert [(done, total) for done, total, _ in seen] == [(0, 2), (1, 2), (2, 2)]


def test_the_largest_files_are_begun_first_where_several_processes_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = files(tmp_path / "in", a="one", b="two " * 900, c="three " * 90)
    begun: list[str] = []
    before = runner.run_in_processes

    def told(ready: Any, work: Any, tasks: Any, *rest: Any, **named: Any) -> Any:
        begun.extend(Path(task.uri).name for task in tasks)
        return before(ready, work, tasks, *rest, **named)

    monkeypatch.setattr(runner, "run_in_processes", told)
    go(source, tmp_path / "out", jobs=2)
    assert begun == ["b.txt", "c.txt", "a.txt"] and len(names(tmp_path / "out")) == 3
