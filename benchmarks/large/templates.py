"""Papers of the invented offices, read once, of which an archive of any size is made."""

from __future__ import annotations

import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.generated.draw import papers
from pipeline.engine import run
from pipeline.store import Archive

Row = dict[str, Any]
YEAR = re.compile(r"(?<!\d)(?:199|20[0-3])\d(?!\d)")
ROWS = ("pages", "blocks", "citations", "dates", "awardees", "initiatives", "figures")
_LEAP_DAY = re.compile(r"(?<!\d)29\s*(?:/|-|\.|tháng)\s*0?2(?!\d)")


@dataclass(frozen=True)
class Template:
    """A paper as it was read: its row of ``documents``, its text, its rows of other tables."""

    header: Row
    text: str
    rows: Mapping[str, list[Row]]


def read_templates(seed: int, count: int, jobs: int) -> list[Template]:
    """So many papers of a seed, read by the whole program; those whose years cannot be moved are
    left out."""
    with tempfile.TemporaryDirectory(prefix="congvan-large-") as folder:
        raw, out = Path(folder) / "raw", Path(folder) / "out"
        raw.mkdir()
        for paper in papers(seed, count):
            (raw / paper.file_name).write_bytes(paper.data)
        run([raw], out, jobs=jobs)
        return sorted(_templates(Archive(out)), key=lambda made: str(made.header["source_uri"]))


def _templates(archive: Archive) -> Iterator[Template]:
    texts = {row["doc_id"]: row["text"] for row in archive.arrow("texts").to_pylist()}
    rows: dict[str, dict[str, list[Row]]] = defaultdict(lambda: {name: [] for name in ROWS})
    for name in ROWS:
        for row in archive.arrow(name).to_pylist():
            rows[row["doc_id"]][name].append(row)
    for header in archive.arrow("documents").to_pylist():
        own, text = rows[header["doc_id"]], texts[header["doc_id"]]
        counted = any(YEAR.search(row["quote"].replace(".", "")) for row in own["figures"])
        dated = header["issued_on"] is not None and not _LEAP_DAY.search(text)
        if dated and not counted and header["number"] is not None:
            header["source_uri"] = Path(header["source_uri"]).name
            yield Template(header, text, own)
