"""The package as a user gets it: wheel, rules inside it, dependencies and their licences."""

from __future__ import annotations

import ast
import os
import re
import site
import subprocess
import sys
import tomllib
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import pipeline

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
# What the package itself may import: `dev` is for the tests alone.
RUNTIME = [*PROJECT["dependencies"], *(text for name in ("dask", "s3") for text in EXTRAS[name])]
# Whose names to import differ from their names in the registry.
IMPORT_NAMES = {
    "charset-normalizer": "charset_normalizer",
    "opencv-python-headless": "cv2",
    "pillow": "PIL",
    "pyhanko-certvalidator": "pyhanko_certvalidator",
}
# Loaded by another dependency or by name at run time, not by an import statement.
LOADED_BY_OTHERS = {"lxml-html-clean", "s3fs", "tesserocr"}
# Weak copyleft that a user of this package may link to; none is installed today.
ALLOWED_LGPL: frozenset[str] = frozenset()
COPYLEFT = re.compile(r"\b(A|L)?GPL|General Public License", re.IGNORECASE)
TEXT = "CÔNG ĐOÀN NGÀNH MẪU\nSố: 15/TB-CĐN\n\nNơi Mẫu, ngày 17 tháng 5 năm 2021\n\nTHÔNG BÁO\n"


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def runtime_tree() -> set[str]:
    """The names of everything that an install with all extras but `dev` brings with it."""
    found: set[str] = set()
    waiting = [Requirement(text) for text in RUNTIME]
    while waiting:
        requirement = waiting.pop()
        name = plain(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        waiting += [Requirement(text) for text in metadata.requires(name) or ()]
    return found


def licences(name: str) -> list[str]:
    """What a distribution says of its licence: an SPDX expression, else classifiers and text."""
    told = metadata.metadata(name)
    if expression := told.get("License-Expression"):
        return [expression]
    classifiers = [c for c in told.get_all("Classifier") or () if c.startswith("License ::")]
    return classifiers or [str(told.get("License") or "").splitlines()[0]]


def is_copyleft(expression: str) -> bool:
    """Whether every way to take the licence is GPL, AGPL or LGPL (`MIT OR GPL` is not)."""
    if "License ::" in expression:
        return bool(COPYLEFT.search(expression))
    choices = re.split(r"\s+OR\s+", expression)
    return all(COPYLEFT.search(choice) for choice in choices)


def test_no_dependency_is_copyleft() -> None:
    tree = runtime_tree()
    assert {"pypdfium2", "trafilatura", "pyarrow", "dask", "aiobotocore"} <= tree
    told = {name: licences(name) for name in sorted(tree - ALLOWED_LGPL)}
    assert [name for name, texts in told.items() if not any(texts)] == []
    assert {n: t for n, t in told.items() if all(is_copyleft(text) for text in t)} == {}


@pytest.mark.parametrize(
    ("expression", "copyleft"),
    [
        ("AGPL-3.0-or-later", True),
        ("GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("License :: OSI Approved :: GNU Affero General Public License v3", True),
        ("MPL-1.1 OR GPL-2.0-only", False),
        ("Apache-2.0 AND MIT", False),
    ],
)
def test_the_licence_check_knows_copyleft(expression: str, copyleft: bool) -> None:
    assert is_copyleft(expression) is copyleft


def test_declared_dependencies_are_those_that_are_imported() -> None:
    imported = set()
    for path in (ROOT / "pipeline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.partition(".")[0])
    imported -= set(sys.stdlib_module_names) | {"pipeline", "__future__"}
    declared = {plain(Requirement(text).name) for text in RUNTIME}
    names = declared - LOADED_BY_OTHERS
    assert imported == {IMPORT_NAMES.get(name, name) for name in names}


def test_every_dependency_has_a_lower_bound_and_a_pinned_version() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {plain(line.partition("==")[0]) for line in lines if "==" in line}
    assert all("==" in line for line in lines if line and not line.startswith("#"))
    for text in [*RUNTIME, *EXTRAS["dev"]]:
        requirement = Requirement(text)
        assert ">=" in str(requirement.specifier), text
        assert plain(requirement.name) in pinned, text
    # An environment for Python 3.11 is born with setuptools; pip's own list leaves it out.
    assert runtime_tree() - {"setuptools"} <= pinned


def test_there_is_one_version() -> None:
    assert "version" not in PROJECT and "version" in PROJECT["dynamic"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"## {pipeline.__version__}" in changelog


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_holds_the_package_its_rules_and_its_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {
        f"pipeline/_rules/{path.relative_to(ROOT / 'rules').as_posix()}"
        for path in (ROOT / "rules").rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    assert rules and rules <= names
    assert {"pipeline/py.typed", "pipeline/dictionary/tables.toml"} <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "data/", "rules/")) for name in names)


@pytest.mark.slow
def test_the_installed_wheel_runs_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    # The environment has the wheel alone; the libraries are lent by this one, through a path file
    # whose entries come last and whose own path files (an editable checkout) are not followed.
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    python = str(home / "bin" / "python")
    install = [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    (own,) = (home / "lib").glob("python*/site-packages")
    (own / "lent.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    work = tmp_path / "work"
    (work / "in").mkdir(parents=True)
    (work / "in" / "thong-bao.txt").write_text(TEXT, encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}

    def call(*words: str) -> str:
        answer = subprocess.run(
            words, cwd=work, env=environment, capture_output=True, text=True, check=False
        )
        assert answer.returncode == 0, answer
        return answer.stdout

    congvan = str(home / "bin" / "congvan")
    place = call(python, "-c", "import pipeline; print(pipeline.__file__)")
    assert Path(place.strip()).is_relative_to(home)
    assert f"congvan {pipeline.__version__}" in call(congvan, "--version")
    assert "_rules" in call(congvan, "rules", "list", "--json")
    assert "tables in out" in call(congvan, "run", "in", "--out", "out")
    sql = "SELECT doc_number FROM documents"
    assert "15/TB-CĐN" in call(congvan, "query", sql, "--archive", "out")
    assert "15/TB-CĐN" in call(
        python, "-m", "pipeline", "show", "thong-bao.txt", "--archive", "out"
    )
