"""What was read is kept: a run that was cut off goes on, and word of each page gets through."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.engine import CACHE, CacheSize, RunSummary, cache_size, reading_cache, run
from pipeline.engine.kept_bytes import KeptReading, kept_bytes
from pipeline.engine.reading_cache import ReadingCache, Trimmer, trim_cache
from pipeline.model import RawLine, RawPage, Reading, WordBox
from pipeline.read.ocr import page as ocr_page
from tests.cli import congvan
from tests.scan_pages import engine, page_of, scan_pdf

NAME = "bc-145-cdkcn-van-khe.pdf"
PAGE = RawPage(1, (RawLine("Số: 12/QĐ-SKC", (WordBox(0, 3, (1.5, 2, 3, 4), 0.9),)),), "tesseract")
READING = KeptReading(Reading("pdfium", (PAGE,)), None)
SIZE = len(kept_bytes(PAGE))


@pytest.mark.parametrize("damage", [b"", b"{}", kept_bytes(PAGE)[:-9], kept_bytes(READING)])
def test_a_damaged_page_is_read_anew(tmp_path: Path, damage: bytes) -> None:
    cache = ReadingCache(tmp_path, "v1")
    cache.keep("ab12", PAGE)
    (path,) = tmp_path.rglob("*.zst")
    path.write_bytes(damage)
    assert cache.find("ab12") is None
    cache.keep("ab12", PAGE)
    assert cache.find("ab12") == PAGE


def test_a_page_in_the_place_of_a_reading_is_none(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path, "v1")
    cache.keep_reading("ab12", READING)
    (path,) = tmp_path.rglob("*.zst")
    assert cache.find_reading("ab12", "a.pdf") == READING
    path.write_bytes(kept_bytes(PAGE))
    assert cache.find_reading("ab12", "a.pdf") is None


def test_pages_of_other_code_are_not_found_and_go(tmp_path: Path) -> None:
    ReadingCache(tmp_path, "v1").keep("ab12", PAGE)
    ReadingCache(tmp_path, "v1").keep_reading("ab12", READING)
    assert ReadingCache(tmp_path, "v2").find("ab12") is None
    trim_cache(tmp_path, 10**6, "v2")
    assert cache_size(tmp_path) == CacheSize(0, 0, 0)


def test_what_was_used_last_stays(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path, "v1")
    for number, key in enumerate(("aa", "bb", "cc")):
        cache.keep(key, PAGE)
        for path in tmp_path.rglob(f"{key}*.zst"):
            os.utime(path, (number, number))
    cache.keep_reading("dd", READING)  # one limit for pages and readings together
    size = cache_size(tmp_path)
    assert (size.readings, size.pages) == (1, 3)
    assert cache.find("aa") == PAGE
    trim_cache(tmp_path, size.size_bytes - SIZE, "v1")
    assert [cache.find(key) for key in ("aa", "bb", "cc")] == [PAGE, None, PAGE]
    assert cache.find_reading("dd", "") == READING
    trim_cache(tmp_path, size.size_bytes - 3 * SIZE, "v1")
    assert cache_size(tmp_path).pages == 0 and cache.find_reading("dd", "") == READING


def test_the_limit_holds_while_a_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = ReadingCache(tmp_path, "v1")
    seldom = Trimmer(cache, SIZE)
    monkeypatch.setattr(reading_cache, "_REST_SECONDS", 0.0)
    often = Trimmer(cache, SIZE)
    cache.keep("aa", PAGE)
    cache.keep("bb", PAGE)
    seldom.look()
    assert cache_size(tmp_path).pages == 2
    often.look()
    assert cache_size(tmp_path).pages == 1


def test_a_page_that_cannot_be_kept_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("in the way")
    ReadingCache(tmp_path, "v1").keep("ab12", PAGE)
    assert ReadingCache(tmp_path, "v1").find("ab12") is None


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a scan of three pages, each of few lines."""
    engine()
    folder = tmp_path_factory.mktemp("scans")
    page = page_of(NAME)
    (folder / "a.pdf").write_bytes(scan_pdf([page[k * 250 : k * 250 + 700] for k in range(3)]))
    yield folder


def tables(out: Path) -> dict[str, bytes]:
    return {p.parent.name: p.read_bytes() for p in sorted(out.glob("[!r.]*/*.parquet"))}


def test_a_second_archive_of_the_same_pages_recognises_none(
    scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, again = tmp_path / "first", tmp_path / "again"
    run(scan, first)
    (again / CACHE).parent.mkdir()
    (first / ".congvan").rename(again / ".congvan")
    (first / CACHE).rename(again / CACHE)
    monkeypatch.setattr(ocr_page, "read_image", lambda *_: pytest.fail("recognised again"))
    summary = run(scan, again)
    assert summary.pages == 3 and tables(again) == tables(first)


def test_pages_are_told_of_from_other_processes(scan: Path, tmp_path: Path) -> None:
    calls: list[tuple[str, int, int]] = []
    run(scan, tmp_path / "out", isolate=True, on_page=lambda *call: calls.append(call))
    assert calls == [(f"{scan.as_posix()}/a.pdf", page, 3) for page in (1, 2, 3)]


def test_no_room_keeps_nothing(scan: Path, tmp_path: Path) -> None:
    run(scan, tmp_path / "out", cache_bytes=0)
    assert cache_size(tmp_path / "out" / CACHE).pages == 0


def test_a_killed_run_goes_on_where_it_was(
    scan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    run(scan, whole)
    command = [sys.executable, "-m", "pipeline", "run", str(scan), "--out", str(cut)]
    under_way = subprocess.Popen(command, start_new_session=True)
    deadline = time.monotonic() + 60
    while not cache_size(cut / CACHE).pages and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(under_way.pid, signal.SIGKILL)
    under_way.wait()
    kept = {path: path.stat().st_ino for path in (cut / CACHE).rglob("*.zst")}
    assert kept and not (cut / "documents").exists()
    summary: RunSummary = run(scan, cut)
    assert summary.ok == 1 and tables(cut) == tables(whole)
    assert all(path.stat().st_ino == inode for path, inode in kept.items())  # not written again
    sizes = json.loads(congvan(capsys, "cache", str(cut), "--json").out)
    assert (sizes["readings"], sizes["pages"]) == (1, 3)
    assert congvan(capsys, "cache", str(cut), "--clear").out == (
        "0 files and 0 recognised pages kept, 0.0 MB\n"
    )
    assert pq.read_table(cut / "documents").num_rows == 1
