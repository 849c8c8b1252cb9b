"""Resolving an archive: the same dispatch, cited documents, people and bodies across documents.

`archive` goes through it: `same` (two scans of one paper), `cited` (the document a citation names),
then `entities`: `pairs` of `mentions` that are compared, the `score` of two people or `same_body`,
and `clusters` of the surest links.

``resolve`` works over the tables that a run wrote and writes back the links it found.  It is loaded
when it is first used, as it costs pyarrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.resolve.archive import Resolution, resolve

__all__ = ["Resolution", "resolve"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from pipeline.resolve import archive

        return getattr(archive, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
