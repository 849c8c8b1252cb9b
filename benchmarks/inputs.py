"""The files that are measured: the samples, and more documents beside the repository if there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.errors import ReadError
from pipeline.model import Source
from pipeline.read import detect_media_type, read

ROOT = Path(__file__).resolve().parents[1]
DEFAULT_FOLDERS = (
    ROOT / "data" / "raw",
    ROOT.parent / "shared" / "corpus",
    ROOT.parent / "shared" / "zoo",
    ROOT.parent / "shared" / "seeds",
)

Kind = Literal["pdf", "text", "office"]


@dataclass(frozen=True, slots=True)
class Input:
    """A file with its bytes; ``pages`` counts those of a PDF, ``text_bytes`` is UTF-8."""

    path: Path
    data: bytes
    source: Source
    kind: Kind
    pages: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is measured, and what is left out with the reason."""

    chosen: tuple[Input, ...]
    left_out: tuple[tuple[str, str], ...]

    def of_kind(self, kind: Kind) -> tuple[Input, ...]:
        return tuple(item for item in self.chosen if item.kind == kind)


def collect(folders: Iterable[Path]) -> Inputs:
    """Read every file once and keep those with text of their own: scans and failures stay out."""
    chosen: list[Input] = []
    left_out: list[tuple[str, str]] = []
    for path in _files(folders):
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        source = Source(str(path), digest, len(data), detect_media_type(data, path.name))
        try:
            reading = read(data, source)
        except ReadError as error:
            left_out.append((path.name, error.category))
            continue
        if any(page.is_ocr for page in reading.pages) or reading.failures:
            left_out.append((path.name, "not born digital"))
            continue
        pages = reading.page_count or 0
        chosen.append(Input(path, data, source, _kind(reading.reader), pages))
    return Inputs(tuple(chosen), tuple(left_out))


def _files(folders: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for folder in folders:
        paths = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
        found += [p for p in paths if p.is_file() and p.suffix not in {".md", ".tsv"}]
    return found


def _kind(reader: str) -> Kind:
    if reader == "pdfium":
        return "pdf"
    return "text" if reader == "text" else "office"
