"""Fixtures that several test files share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.read import ocr_engine


@pytest.fixture
def no_ocr(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without Tesseract's Vietnamese data."""
    monkeypatch.setattr(ocr_engine, "_TESSDATA", ())
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    ocr_engine.open_engine.cache_clear()
    yield
    ocr_engine.open_engine.cache_clear()
