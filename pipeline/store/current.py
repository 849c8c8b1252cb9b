"""The version of an archive that is current, in a folder or on an object store."""

from __future__ import annotations

from pathlib import Path
from typing import overload

from pipeline.remote import Place, Remote
from pipeline.store.folder import check_folder, newest


@overload
def snapshot(out: Path) -> Path: ...
@overload
def snapshot(out: Place) -> Place: ...
def snapshot(out: Place) -> Place:
    """The folder of the version that is current now: its tables belong together and stay.

    It is there until the second next run begins, some seconds at least, and as long as somebody
    holds it (see pipeline.store.hold).  An archive that was never written to, or by a version of
    this package that knew no versions, is its own.

    :raises ArchiveError: for an archive on an object store to which nothing was committed
    """
    if isinstance(out, Remote):
        from pipeline.store.remote_archive import current  # heavy

        return current(out)
    return newest(out)


def check_archive(path: Place) -> None:
    """Make sure that a folder is an archive that this version can read.

    :raises ArchiveError: if it is missing, no archive, or of a newer format
    """
    if isinstance(path, Remote):
        from pipeline.store.remote_archive import check_remote

        return check_remote(path)
    check_folder(path)
