"""Runs the command inside the test's own process, as a user would: words in, words and code out."""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from pipeline.cli import main


@dataclass(frozen=True)
class Answer:
    """What the command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output."""
        return json.loads(self.out)

    def one_error(self) -> str:
        """The one line on standard error; there is no other, and no traceback."""
        lines = self.err.strip().splitlines()
        assert len(lines) == 1 and lines[0].startswith("congvan: "), self.err
        return lines[0]


def congvan(capsys: pytest.CaptureFixture[str], *words: object) -> Answer:
    """Run ``congvan`` with these words."""
    capsys.readouterr()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["congvan", *map(str, words)])
        # Each call sets up logging for the streams of its own moment.
        patch.setattr(logging.getLogger(), "handlers", [])
        with pytest.raises(SystemExit) as ended:
            main()
    captured = capsys.readouterr()
    code = ended.value.code
    assert code is None or isinstance(code, int)
    return Answer(int(code or 0), captured.out, captured.err)
