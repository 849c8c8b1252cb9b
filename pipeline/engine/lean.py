"""What a process that reads does without, so that it begins sooner and is smaller."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

_HIDDEN = "pandas"


def leave_out_pandas() -> None:
    """Let pyarrow look for pandas now and find none.

    It looks once, at the first array of a process, so as to know the columns of frames, and loads
    it where it is installed: a quarter of a second of a core and 35 MB for a process that makes
    arrays of plain values only.  Whoever wants pandas later finds it.
    """
    if _HIDDEN in sys.modules:
        return
    import pyarrow as pa

    finder = _Hiding()
    sys.meta_path.insert(0, finder)
    try:
        pa.array([None])
    finally:
        sys.meta_path.remove(finder)


class _Hiding(MetaPathFinder):
    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
        /,
    ) -> ModuleSpec | None:
        if fullname == _HIDDEN:
            raise ModuleNotFoundError(f"{fullname} is not needed here", name=fullname)
        return None
