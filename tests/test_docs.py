"""The documents tell the truth: commands in README run, codes and targets are those of the code."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.exits import MEANINGS
from pipeline.dictionary import load_dictionary

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SCALE = (ROOT / "docs" / "scale.md").read_text("utf-8")
LINKING = (ROOT / "docs" / "resolve-and-audit.md").read_text("utf-8")
ARCHIVE = (ROOT / "docs" / "archive.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[tuple[str, list[str]]]:
    """The commands of the console blocks, each with the lines it is said to print."""
    found: list[tuple[str, list[str]]] = []
    for block in blocks(text, "console"):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif line:
                found[-1][1].append(line)
    return found


def printed(line: str) -> re.Pattern[str]:
    """A documented line as a pattern: `...` is anything, blanks are any blanks."""
    parts = [r"\s+".join(map(re.escape, part.split())) for part in line.split("...")]
    return re.compile(r"^\s*" + r"[^\n]*?".join(parts), re.MULTILINE)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like a fresh checkout to the documented commands."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "data" / "raw", folder / "data" / "raw")
    (folder / "data" / "processed").mkdir()
    return folder


@pytest.mark.slow
def test_the_commands_of_the_readme_and_its_pages_do_what_they_say(checkout: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    told = [(line, said) for line, said in commands(README) if not line.startswith("make ")]
    told += commands(ARCHIVE) + commands(LINKING)
    assert len(told) >= 6
    for line, said in told:
        words = shlex.split(line)
        assert words[0] == "congvan"
        answer = subprocess.run(
            [sys.executable, "-m", "pipeline", *words[1:]],
            cwd=checkout, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert answer.returncode == 0, (line, answer.stdout, answer.stderr)
        for expected in said:
            assert printed(expected).search(answer.stdout), (expected, answer.stdout)
    for block in blocks(README, "python"):
        answer = subprocess.run(
            [sys.executable, "-c", block],
            cwd=checkout, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert answer.returncode == 0 and answer.stdout, (block, answer.stderr)


@pytest.mark.slow
def test_the_commands_of_the_page_on_scale_do_what_it_says(checkout: Path) -> None:
    pytest.importorskip("distributed", reason="needs the extra dask")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    started: list[subprocess.Popen[bytes]] = []
    run = 0
    try:
        for line, said in commands(SCALE):
            words = shlex.split(line.replace("8786", port))
            if words[-1] == "&":
                assert words[0] == "dask"
                program = [sys.executable, "-m", *words[:-1]]
                started.append(subprocess.Popen(program, cwd=checkout, env=environment))
                continue
            assert words[0] == "congvan"
            answer = subprocess.run(
                [sys.executable, "-m", "pipeline", *words[1:]],
                cwd=checkout, env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert answer.returncode == 0, (line, answer.stdout, answer.stderr)
            for expected in said:
                assert printed(expected).search(answer.stdout), (expected, answer.stdout)
            run += 1
        for block in blocks(SCALE, "python"):
            command = [sys.executable, "-c", block]
            assert subprocess.check_output(command, cwd=checkout, env=environment), block
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(30)
    assert run >= 2 and len(started) == 2


def test_the_page_on_scale_names_the_command_of_its_figures() -> None:
    assert "python -m benchmarks.engines" in SCALE
    block = next(text for text in blocks(SCALE, "text") if "CPU ms/page" in text)
    for engine in ("local", "dask"):
        for workers in (1, 2, 4):
            assert re.search(rf"^{engine} +{workers} ", block, re.MULTILINE)


def test_documented_make_targets_exist_and_run_is_the_documented_command() -> None:
    for text in (README, CONTRIBUTING):
        for target in re.findall(r"`?\bmake ([a-z][a-z-]*)`", text):
            assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target
        for line, _ in commands(text):
            if line.startswith("make "):
                assert re.search(rf"^{line[5:]}:", MAKEFILE, re.MULTILINE), line
    assert "congvan run data/raw --out data/processed" in MAKEFILE
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_exit_codes_are_those_of_the_command() -> None:
    table = dict(re.findall(r"^\| (\d+) \| (.*) \|$", README, re.MULTILINE))
    assert table == {str(code.value): meaning for code, meaning in MEANINGS.items()}


def test_documents_name_all_tables_and_no_missing_file() -> None:
    for name in load_dictionary().tables:
        assert f"`{name}`" in README
    for text in (README, CONTRIBUTING):
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (ROOT / target).exists(), target
    for text in (SCALE, ARCHIVE, LINKING):
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (ROOT / "docs" / target).exists(), target


def test_documented_paths_exist() -> None:
    for path in re.findall(
        r"`((?:pipeline|rules|docs|data)/[\w./-]*\w)`", README + CONTRIBUTING + ARCHIVE + LINKING
    ):
        if "NAME" not in path and "AREA" not in path and not path.startswith("data/processed"):
            assert (ROOT / path).exists(), path
