"""Recognised pages are kept: a run that was cut off goes on, and word of each page gets through."""

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
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engine import CACHE, RunSummary, cache_size, run
from pipeline.engine.page_cache import PageCache, trim_cache
from pipeline.engine.page_json import NotAPage, page_bytes, parse_page
from pipeline.model import Cell, RawLine, RawPage, WordBox
from pipeline.read import ocr_page
from tests.cli import congvan
from tests.scan_pages import engine, page_of, scan_pdf

NAME = "bc-145-cdkcn-van-khe.pdf"
SIDES = st.floats(allow_nan=False, allow_infinity=False)
WORDS = st.builds(
    WordBox, st.integers(0, 9), st.integers(0, 9), st.tuples(SIDES, SIDES, SIDES, SIDES), SIDES
)
LINES = st.builds(
    RawLine,
    st.text(),
    st.lists(WORDS, max_size=3).map(tuple),
    cell=st.none() | st.builds(Cell, st.integers(0, 5), st.integers(0, 5), st.integers(0, 5)),
    bold=st.booleans(),
    role=st.sampled_from(["", "heading", "footer"]),
)
PAGES = st.builds(
    RawPage,
    st.integers(1, 2_000),
    st.lists(LINES, max_size=4).map(tuple),
    st.text(max_size=9),
    is_ocr=st.booleans(),
    ocr_confidence=st.none() | SIDES,
)
PAGE = RawPage(1, (RawLine("Số: 12/QĐ-SKC", (WordBox(0, 3, (1.5, 2, 3, 4), 0.9),)),), "tesseract")


@given(PAGES)
def test_a_page_comes_back_as_it_was(page: RawPage) -> None:
    assert parse_page(page_bytes(page)) == page


@given(st.binary(max_size=200))
def test_rubbish_is_no_page(data: bytes) -> None:
    with pytest.raises(NotAPage):
        parse_page(data)


@pytest.mark.parametrize("damage", [b"", b"{}", page_bytes(PAGE)[:-9], page_bytes(PAGE)[9:]])
def test_a_damaged_page_is_read_anew(tmp_path: Path, damage: bytes) -> None:
    cache = PageCache(tmp_path, "v1")
    cache.keep("ab12", PAGE)
    (path,) = tmp_path.rglob("*.gz")
    path.write_bytes(damage)
    assert cache.find("ab12") is None
    cache.keep("ab12", PAGE)
    assert cache.find("ab12") == PAGE


def test_pages_of_other_code_are_not_found_and_go(tmp_path: Path) -> None:
    PageCache(tmp_path, "v1").keep("ab12", PAGE)
    assert PageCache(tmp_path, "v2").find("ab12") is None
    trim_cache(tmp_path, 10**6, "v2")
    assert cache_size(tmp_path).pages == 0


def test_what_was_used_last_stays(tmp_path: Path) -> None:
    cache = PageCache(tmp_path, "v1")
    for number, key in enumerate(("aa", "bb", "cc")):
        cache.keep(key, PAGE)
        for path in tmp_path.rglob(f"{key}*.gz"):
            os.utime(path, (number, number))
    assert cache.find("aa") == PAGE
    trim_cache(tmp_path, 2 * len(page_bytes(PAGE)))
    assert [cache.find(key) for key in ("aa", "bb", "cc")] == [PAGE, None, PAGE]


def test_a_page_that_cannot_be_kept_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("in the way")
    PageCache(tmp_path, "v1").keep("ab12", PAGE)
    assert PageCache(tmp_path, "v1").find("ab12") is None


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
    kept = {path: path.stat().st_ino for path in (cut / CACHE).rglob("*.gz")}
    assert kept and not (cut / "documents").exists()
    summary: RunSummary = run(scan, cut)
    assert summary.ok == 1 and tables(cut) == tables(whole)
    assert all(path.stat().st_ino == inode for path, inode in kept.items())  # not written again
    assert json.loads(congvan(capsys, "cache", str(cut), "--json").out)["pages"] == 3
    assert congvan(capsys, "cache", str(cut), "--clear").out == "0 pages kept, 0.0 MB\n"
    assert pq.read_table(cut / "documents").num_rows == 1
