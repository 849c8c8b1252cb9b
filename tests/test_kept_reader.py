"""A changed rule reads nothing again: what was read is taken from the cache, and only then."""

from __future__ import annotations

import ast
import re
import shutil
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import pytest

import pipeline.read
from pipeline.engine import CACHE, cache_size, kept_reader, run, runner
from pipeline.engine.kept_reader import KeptReader
from pipeline.engine.reading_cache import ReadingCache
from pipeline.errors import ReadError
from pipeline.model import Source
from pipeline.read import rests_on
from pipeline.read.ocr import page as ocr_page
from pipeline.read.ocr.engine import OcrUnavailable
from pipeline.store import Archive
from tests.scan_pages import RAW, engine, page_of, scan_pdf
from tests.test_engine import own_rules, tables

SAMPLES = (
    "ct-12-thanh-uy-van-khe.pdf", "qd-318-co-dien-van-son-giay-khen.pdf",
    "ttr-64-ubnd-van-khe.docx", "tin-ton-vinh-lao-dong-sang-tao.html", "tb-47-thpt-van-khe.txt",
)  # fmt: skip
MAIL = (
    b"From: a@b.vn\nTo: c@d.vn\nSubject: To trinh\nDate: Mon, 4 Mar 2024 09:00:00 +0700\n"
    b"MIME-Version: 1.0\nContent-Type: text/plain\n\nKinh gui phong\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Samples of many kinds, some in an archive, some that cannot be read."""
    source = tmp_path / "in"
    source.mkdir()
    for name in SAMPLES:
        shutil.copy(RAW / name, source)
    with zipfile.ZipFile(source / "more.zip", "w") as archive:
        archive.write(RAW / "cv-927-skhcn-quan-ly-sang-kien.pdf", "cv.pdf")
        archive.write(RAW / SAMPLES[0], "again/ct-12.pdf")
        archive.writestr("torn.pdf", b"%PDF-1.7 torn")
        archive.writestr("what.bin", bytes(range(256)))
    (source / "torn.pdf").write_bytes((RAW / SAMPLES[0]).read_bytes()[:300])
    (source / "thư.eml").write_bytes(MAIL)
    return source


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What readers are asked for: source, member, media type."""
    asked: list[str] = []
    real = pipeline.read.read

    def told(data: bytes, source: Source, media_type: str | None = None) -> object:
        asked.append(f"{source.uri}/{source.member or ''} {media_type}")
        return real(data, source, media_type)

    monkeypatch.setattr(kept_reader, "read", told)
    yield asked


def kinds(asked: list[str]) -> set[str]:
    return {name.split()[-1] for name in asked}


def changed_rules(tmp_path: Path) -> Path:
    """A copy of the rules of another version, for nothing a reader uses."""
    rules = own_rules(tmp_path)
    with (rules / "lexicons" / "awards.tsv").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    return rules


def test_a_changed_rule_opens_no_file_again(
    folder: Path, tmp_path: Path, unread: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, rules = tmp_path / "out", changed_rules(tmp_path)
    first = run(folder, out)
    assert first.failed and "application/pdf" in kinds(unread)
    unread.clear()
    monkeypatch.setattr(pypdfium2, "PdfDocument", lambda *_: pytest.fail("a PDF was opened"))
    second = run(folder, out, rules=rules)
    assert second.unchanged == 0 and second.rows["documents"] == first.rows["documents"]
    assert kinds(unread) == {"text/plain", "application/octet-stream"}  # as quick as the cache
    monkeypatch.undo()
    bare = run(folder, tmp_path / "bare", rules=rules, cache_bytes=0)
    assert tables(out) == tables(tmp_path / "bare")
    assert cache_size(tmp_path / "bare" / CACHE).size_bytes == 0
    assert second.failures == bare.failures


def test_changed_code_of_later_stages_opens_no_file_again(
    folder: Path, tmp_path: Path, unread: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    run(folder, out)
    unread.clear()
    monkeypatch.setattr(runner, "code_version", lambda: "another")
    assert run(folder, out).unchanged == 0
    assert kinds(unread) == {"text/plain", "application/octet-stream"}
    monkeypatch.setattr(runner, "reader_version", lambda: "another")
    monkeypatch.setattr(runner, "code_version", lambda: "a third")
    unread.clear()
    run(folder, out)
    assert "application/pdf" in kinds(unread)


def test_the_same_bytes_are_read_once_wherever_they_lie(tmp_path: Path, unread: list[str]) -> None:
    data = (RAW / SAMPLES[0]).read_bytes()
    reader = KeptReader(ReadingCache(tmp_path, "v1"))
    outside = reader(data, Source("a.pdf", "aa", len(data), "application/pdf"), "application/pdf")
    member = Source("b.zip", "bb", len(data), "application/pdf", "x.pdf")
    inside = reader(data, member, "application/pdf")
    assert inside == outside and len(unread) == 2  # a member is known by its own bytes
    assert reader(data, Source("c.zip", "cc", 1, "application/pdf", "y.pdf"), "application/pdf")
    assert len(unread) == 2


def test_what_may_go_better_next_time_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine()
    reader = KeptReader(ReadingCache(tmp_path, "v1"))
    data = scan_pdf([page_of(SAMPLES[0])[:500]])
    source = Source("a.pdf", "aa", len(data), "application/pdf")
    with monkeypatch.context() as without:
        without.setattr(ocr_page, "open_engine", _missing)
        with pytest.raises(ReadError, match="not installed"):
            reader(data, source, source.media_type)
    assert reader(data, source, source.media_type).pages[0].lines


def test_another_recogniser_reads_scans_again(
    tmp_path: Path, unread: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine()
    reader = KeptReader(ReadingCache(tmp_path, "v1"))
    scan = scan_pdf([page_of(SAMPLES[0])[:500]])
    born = (RAW / SAMPLES[0]).read_bytes()

    def read_both() -> int:
        unread.clear()
        for data, sha256 in ((scan, "aa"), (born, "bb")):
            source = Source("a.pdf", sha256, len(data), "application/pdf")
            reader(data, source, source.media_type)
        return len(unread)

    assert [read_both(), read_both()] == [2, 0]
    monkeypatch.setattr(kept_reader, "open_engine", lambda: SimpleNamespace(version="6.0"))
    assert [read_both(), read_both()] == [1, 0]


def _missing() -> object:
    raise OcrUnavailable("not installed")


def test_plain_text_is_quicker_read_than_kept(tmp_path: Path, unread: list[str]) -> None:
    source = tmp_path / "in"
    source.mkdir()
    shutil.copy(RAW / SAMPLES[-1], source)
    run(source, tmp_path / "out")
    assert unread and cache_size(tmp_path / "out" / CACHE).readings == 0
    assert Archive(tmp_path / "out").tables()["documents"] == 1


def test_all_that_reading_rests_on_is_named() -> None:
    modules, lexicons, stages = {"tesserocr"}, set(), set()
    for path in Path(pipeline.read.__file__).parent.rglob("*.py"):
        text = path.read_text("utf-8")
        lexicons |= set(re.findall(r'\.lexicon\("(\w+)"\)', text))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Import):
                modules |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                first, _, rest = node.module.partition(".")
                modules.add(first)
                stages |= {rest.partition(".")[0]} if first == "pipeline" else set()
    known = packages_distributions()
    foreign = {name for name in modules if name in known and name != "pipeline"}
    assert foreign == set(rests_on.LIBRARIES)
    assert lexicons == set(rests_on.LEXICONS)
    assert stages == {"errors", "model", "read", "rulebook"}


def test_a_changed_library_or_word_list_is_another_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    before = rests_on.ground()
    assert rests_on.ground() == before
    monkeypatch.setattr(rests_on, "version", lambda name: "99")
    after = rests_on.ground()
    monkeypatch.undo()
    monkeypatch.setattr(rests_on, "LEXICONS", rests_on.LEXICONS[1:])
    assert len({before, after, rests_on.ground()}) == 3
