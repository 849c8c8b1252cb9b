"""``python -m tests.samples`` writes data/raw/* and tests/gold/*.json from the one source."""

from __future__ import annotations

from pathlib import Path

from tests.samples import docx_file, html_file, pdf_file, text_file
from tests.samples.documents import SAMPLES
from tests.samples.gold import to_json
from tests.samples.sample import Sample

ROOT = Path(__file__).parents[2]
RENDERERS = {
    "txt": text_file.to_bytes,
    "pdf": pdf_file.to_bytes,
    "docx": docx_file.to_bytes,
    "html": html_file.to_bytes,
}


def render(sample: Sample) -> bytes:
    """The file of a sample."""
    return RENDERERS[sample.suffix](sample)


def write(raw: Path, gold: Path) -> None:
    """Writes every sample into ``raw`` and its gold into ``gold``."""
    raw.mkdir(parents=True, exist_ok=True)
    gold.mkdir(parents=True, exist_ok=True)
    for sample in SAMPLES:
        (raw / sample.file_name).write_bytes(render(sample))
        (gold / f"{sample.name}.json").write_text(to_json(sample), encoding="utf-8")


if __name__ == "__main__":
    write(ROOT / "data" / "raw", ROOT / "tests" / "gold")
