"""Fixtures that several test files share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.read import ocr_engine
from pipeline.store import write


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
