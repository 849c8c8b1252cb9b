"""The notebook runs on an archive of the samples, and is stored without outputs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from pipeline.engine import run

ROOT = Path(__file__).parents[1]
TOUR = ROOT / "notebooks" / "tour.ipynb"


def read_tour() -> Any:
    return nbformat.read(TOUR, as_version=4)  # type: ignore[no-untyped-call]


def test_stored_without_outputs_and_with_fixed_metadata() -> None:
    notebook = read_tour()
    nbformat.validate(notebook)
    assert notebook.metadata == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(notebook.cells, start=1):
        assert (cell.id, cell.metadata) == (f"cell-{number:02d}", {})
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None)
    assert str(Path.home()) not in TOUR.read_text(encoding="utf-8")


@pytest.mark.slow
def test_runs_on_the_samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = run(ROOT / "data" / "raw", tmp_path / "archive")
    assert summary.ok
    notebook = executed(tmp_path / "archive", monkeypatch)
    outputs = [o for c in notebook.cells if c.cell_type == "code" for o in c.outputs]
    assert [o for o in outputs if o.output_type == "error"] == []
    assert [o for o in outputs if o.get("name") == "stderr"] == []
    pictures = [o for o in outputs if "image/png" in o.get("data", {})]
    tables = [o for o in outputs if "text/html" in o.get("data", {})]
    assert len(pictures) == 4
    assert len(tables) >= 8


@pytest.mark.slow
def test_runs_on_an_archive_without_awards_or_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "raw"
    source.mkdir()
    (source / "ghi-chu.txt").write_text("Một ghi chú ngắn, không có số liệu.\n", encoding="utf-8")
    run(source, tmp_path / "archive")
    notebook = executed(tmp_path / "archive", monkeypatch)
    outputs = [o for c in notebook.cells if c.cell_type == "code" for o in c.outputs]
    assert [o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"] == []


def executed(archive: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The notebook after a run in a kernel of its own, as it is started from its folder."""
    monkeypatch.setenv("CONGVAN_ARCHIVE", str(archive))
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    monkeypatch.setenv("PYTHONPATH", path)
    client = NotebookClient(
        read_tour(), timeout=120, kernel_name="python3",
        resources={"metadata": {"path": str(TOUR.parent)}},
    )  # fmt: skip
    return client.execute()
