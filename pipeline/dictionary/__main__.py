"""``python -m pipeline.dictionary [PATH]`` writes the data-dictionary page."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.dictionary.page import data_dictionary_markdown


def main(arguments: list[str]) -> None:
    """Write the page to the path given, else to ``docs/data-dictionary.md`` of the checkout."""
    path = Path(arguments[0]) if arguments else _default_path()
    path.write_text(data_dictionary_markdown(), encoding="utf-8", newline="\n")
    print(path)


def _default_path() -> Path:
    return Path(__file__).resolve().parents[2] / "docs" / "data-dictionary.md"


if __name__ == "__main__":
    main(sys.argv[1:])
