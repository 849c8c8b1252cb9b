"""Runs the suite on the oldest versions that pyproject.toml allows."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXTRAS = ("dask", "s3")
# Tools of the tests; the oldest of these are of no interest to a user.
TOOLS = (
    "packaging",
    "python-docx",
    "build",
    "pytest",
    "pytest-xdist",
    "hypothesis",
    "reportlab",
    "matplotlib",
    "nbclient",
    "nbformat",
    "xlwt",
    "moto[s3]",
    "flask",
    "flask-cors",
)


def main() -> int:
    """Make the environment anew, install the lower bounds exactly, run the tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(text for name in EXTRAS for text in extras[name])]
    lowest = [requirement.replace(">=", "==") for requirement in dict.fromkeys(wanted)]
    place = ROOT / "build" / "lowest"
    venv.create(place, with_pip=True, clear=True)
    python = str(place / "bin" / "python")
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, *lowest, *TOOLS, "ipykernel"], check=True)
    subprocess.run([*install, "--no-deps", "--editable", str(ROOT)], check=True)
    return subprocess.run(
        [python, "-m", "pytest", "-n", "auto", *sys.argv[1:]], cwd=ROOT
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
