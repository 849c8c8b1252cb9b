"""Files of a version that stay on an object store until somebody needs their rows.

A working copy of an archive has a file of the same name and size in the place of each, which holds
its footer and nothing else, on disk neither: what a file says of itself is known, its rows are
not, and whoever reads them before they were brought is told by the library that it is damaged.  As
a link it is taken over into the next version: the store copies what it stands for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import ArchiveError
from pipeline.remote import Remote

_TAIL = 1 << 15  # bytes asked for at first: more than most footers have
_AT_ONCE = 1_000  # files whose ends are in memory together
_LENGTH = 8  # bytes at the end of a file of Parquet: those of its footer as a number, and a mark


class Elsewhere:
    """The files of a version that are not here.

    :param root: the version's folder on this machine
    :param origin: its folder on the store; None where all files are here
    """

    def __init__(self, root: Path, origin: Remote | None = None):
        self._root = root
        self._origin = origin
        self._sizes: dict[str, int] = {}

    def stand_in(self, sizes: Mapping[str, int]) -> None:
        """Put something in the place of files of Parquet.

        :param sizes: their bytes, by their paths in the folder
        :raises ArchiveError: if the store refuses
        """
        names = sorted(sizes)
        for start in range(0, len(names), _AT_ONCE):
            some = {name: sizes[name] for name in names[start : start + _AT_ONCE]}
            for name, tail in self._tails(some).items():
                path = self._root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("wb") as file:
                    file.seek(sizes[name] - len(tail))
                    file.write(tail)
        self._sizes |= sizes

    def _tails(self, sizes: Mapping[str, int]) -> dict[str, bytes]:
        """The ends of files that have their footers in them."""
        if self._origin is None:
            return {}
        with reaching(self._origin):
            tails = self._origin.pieces({n: (max(0, s - _TAIL), s) for n, s in sizes.items()})
            needed = {name: _footer_bytes(tail) for name, tail in tails.items()}
            longer = {
                name: (max(0, sizes[name] - needed[name]), sizes[name])
                for name, tail in tails.items()
                if needed[name] > len(tail)
            }
            return tails | (self._origin.pieces(longer) if longer else {})

    def bring(self, paths: Collection[Path]) -> None:
        """Have the rows of files here.

        :raises ArchiveError: if the store refuses, or gives others than its commit says
        """
        names = [path.relative_to(self._root).as_posix() for path in paths]
        names = [name for name in names if name in self._sizes]
        if self._origin is not None and names:
            fetch(self._origin, self._root, {name: self._sizes.pop(name) for name in names})


def fetch(origin: Remote, folder: Path, sizes: Mapping[str, int]) -> None:
    """Copy files of a version from a store to this machine.

    :param sizes: their bytes, by their paths in the folder
    :raises ArchiveError: if the store refuses, or gives others than its commit says
    """
    names = list(sizes)
    with reaching(origin):
        system, root = origin.opened()
        system.get([f"{root}/{name}" for name in names], [str(folder / name) for name in names])
    if any((folder / name).stat().st_size != sizes[name] for name in names):
        raise ArchiveError(origin, "a file has not the size that its commit says")


@contextmanager
def reaching(place: Remote) -> Iterator[None]:
    """Say of which archive it was where a store refuses or cannot be reached."""
    try:
        yield
    except OSError as error:
        message = f"cannot be reached or used: {error.strerror or error}; check address and rights"
        raise ArchiveError(place, message) from error


def _footer_bytes(tail: bytes) -> int:
    """The bytes of a footer and of what stands behind it, by the end of its file."""
    return int.from_bytes(tail[-_LENGTH : -_LENGTH // 2], "little") + _LENGTH
