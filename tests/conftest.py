"""Fixtures that several test files share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from pipeline.read.ocr import engine as ocr_engine
from pipeline.store import write


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is kept of the rules stays in this run of the tests, also for the commands it starts."""
    base = tmp_path_factory.getbasetemp()
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base  # of all its processes
    place = str(run / "congvan-cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", place)
        patch.setenv("LOCALAPPDATA", place)
        yield


@pytest.fixture
def no_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Versions of an archive go as soon as the next run begins."""
    monkeypatch.setattr(write, "GRACE", 0.0)


@pytest.fixture
def no_ocr(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without Tesseract's Vietnamese data."""
    monkeypatch.setattr(ocr_engine, "_TESSDATA", ())
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    ocr_engine.open_engine.cache_clear()
    yield
    ocr_engine.open_engine.cache_clear()
