"""congvan: reads Vietnamese official dispatches into tables whose every value leads back to a page.

The public names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.document import process
    from pipeline.engine import RunSummary, run
    from pipeline.rulebook import Rulebook, load_rulebook
    from pipeline.store import Archive, validate

__version__ = "0.1.0"

_HOMES = {
    "Archive": "pipeline.store",
    "Rulebook": "pipeline.rulebook",
    "RunSummary": "pipeline.engine",
    "load_rulebook": "pipeline.rulebook",
    "process": "pipeline.document",
    "run": "pipeline.engine",
    "validate": "pipeline.store",
}

__all__ = [
    "Archive", "Rulebook", "RunSummary", "__version__", "load_rulebook", "process", "run",
    "validate",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
