"""The command ``congvan``: one module a verb, each thin over the public API."""

from __future__ import annotations

from pipeline.cli.main import main

__all__ = ["main"]
