"""What was read is read again when code that it rests on changes, and only then."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from pipeline.engine.imports import PACKAGE, files_behind

ROOT = Path(__file__).resolve().parents[1]
_SAY = (
    "from pipeline.engine.version import *\n"
    "print(code_version(), reader_version(), package_version())"
)
STAGES = ("read", "normalise", "layout", "extract", "link", "grammar", "model")


def behind(*modules: str) -> set[str]:
    return {path.relative_to(PACKAGE).as_posix() for path in files_behind(modules)}


def test_rows_rest_on_every_stage_that_makes_them() -> None:
    found = behind("pipeline.engine.work")
    every = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")}
    left = {name for name in every - found if name.partition("/")[0] in STAGES}
    assert left == {"read/rests_on.py"}  # its word lists and libraries are hashed by their contents
    assert {"dictionary/tables.toml", "document.py", "store/columns.py"} <= found


def test_rows_do_not_rest_on_what_comes_behind_them() -> None:
    folders = Counter(name.partition("/")[0] for name in behind("pipeline.engine.work"))
    assert not {"audit", "resolve", "cli", "evaluate", "nlp"} & set(folders)


def test_readers_that_are_named_in_a_table_count() -> None:
    found = behind("pipeline.read")
    assert {
        "read/pdf/reader.py",
        "read/docx/reader.py",
        "read/word97/file.py",
        "rulebook/load.py",
    } <= found
    assert not {name for name in found if name.startswith(("extract", "layout", "link", "store"))}


def test_a_name_that_a_package_hands_on_brings_its_own_module_alone() -> None:
    found = behind("pipeline.engine.work")
    assert "store/columns.py" in found and "store/sql.py" not in found
    assert "rulebook/load.py" in found and "rulebook/check.py" not in found


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    leave = shutil.ignore_patterns("__pycache__", "_rules")
    shutil.copytree(ROOT / "pipeline", folder / "pipeline", ignore=leave)
    shutil.copytree(ROOT / "rules", folder / "rules")
    return folder


def versions(folder: Path) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", _SAY], cwd=folder, env=environment, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return done.stdout.split()


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("audit/days.py", (False, False, True)),
        ("cli/main.py", (False, False, True)),
        ("resolve/cited.py", (False, False, True)),
        ("link/totals/link.py", (True, False, True)),
        ("dictionary/tables.toml", (True, False, True)),
        ("read/pdf/words.py", (True, True, True)),
        ("rulebook/lexicons.py", (True, True, True)),
    ],
)
def test_a_change_counts_for_what_rests_on_it(
    copy: Path, name: str, changed: tuple[bool, ...]
) -> None:
    before = versions(copy)
    with (copy / "pipeline" / name).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    after = versions(copy)
    assert tuple(a != b for a, b in zip(before, after, strict=True)) == changed
