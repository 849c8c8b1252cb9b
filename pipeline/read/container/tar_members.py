"""Unpacks TAR archives and GZIP files in memory, within limits."""

from __future__ import annotations

import io
import posixpath
import re
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from pipeline.errors import ReadError
from pipeline.model import Source
from pipeline.read.entry import Budget, Entry, clean_path, is_system_file

_CHUNK = 1 << 20
_PACKED = 1 << 16  # bytes given to the unpacker at once: it hands back a copy of what is left
_LISTED = 5  # entries of any kind to a file that is allowed
_ZEROS = re.compile(rb"\x00*")
_GZIP = 16 + zlib.MAX_WBITS
_BROKEN = (tarfile.TarError, EOFError, OSError, ValueError, OverflowError)


def tar_entries(data: bytes, source: Source, budget: Budget) -> Iterator[Entry]:
    """The regular files of a TAR archive in its own order.

    :raises ReadError: ``corrupt``, ``bomb`` or ``too_large`` for the archive as a whole
    """
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            files: list[tuple[str, tarfile.TarInfo]] = []
            for listed, info in enumerate(archive):
                path = clean_path(info.name)
                if not info.isdir() and not is_system_file(path):
                    files.append((path, info))
                if len(files) > budget.limits.members:
                    break
                if listed > _LISTED * budget.limits.members:
                    message = "The archive lists too many folders. Unpack it, if you trust it."
                    raise ReadError(source.uri, "bomb", message)
            budget.admit(source, len(files), sum(info.size for _, info in files), len(data))
            for path, info in files:
                yield _entry(archive, path, info, source, budget)
    except _BROKEN as error:
        raise ReadError(
            source.uri, "corrupt", f"The TAR does not open ({error}). Fetch it again."
        ) from error


def _entry(
    archive: tarfile.TarFile, path: str, info: tarfile.TarInfo, source: Source, budget: Budget
) -> Entry:
    place = replace(source, uri=f"{source.uri}/{path}")
    if not info.isreg() or info.issparse():
        message = "This is a link or device, not a plain file. Add the file it leads to."
        return Entry(path, error=ReadError(place.uri, "unsupported", message))
    refused = budget.refuses(place, info.size, info.size)
    if refused is not None:
        return Entry(path, error=refused)
    stream = archive.extractfile(info)
    content = b"" if stream is None else stream.read()
    if len(content) != info.size:
        message = "The file is cut off. Fetch the archive again."
        return Entry(path, error=ReadError(place.uri, "corrupt", message))
    return Entry(path, content)


def gzip_entries(data: bytes, source: Source, budget: Budget) -> Iterator[Entry]:
    """The one file of a GZIP file, under its name without `.gz`.

    :raises ReadError: ``corrupt``, ``bomb`` or ``too_large``
    """
    name = posixpath.basename(clean_path(source.member or source.uri))
    stem, ending = posixpath.splitext(name)
    if ending.lower() == ".tgz":
        path = f"{stem}.tar"
    else:
        path = stem if ending.lower() == ".gz" else f"{name} (unpacked)"
    unpacked = io.BytesIO()
    at = members = 0
    try:
        while at < len(data):
            members += 1
            if members > budget.limits.members:
                message = "The GZIP consists of too many parts. Unpack it, if you trust it."
                raise ReadError(source.uri, "bomb", message)
            unpacker = zlib.decompressobj(_GZIP)
            while not unpacker.eof:
                packed = data[at : at + _PACKED]
                if not packed:
                    raise EOFError("it is cut off")
                at += len(packed)
                while packed and not unpacker.eof:
                    unpacked.write(unpacker.decompress(packed, _CHUNK))
                    packed = unpacker.unconsumed_tail
                    refused = budget.refuses(source, unpacked.tell(), len(data))
                    if refused is not None:
                        raise refused
            at = _ZEROS.match(data, at - len(unpacker.unused_data)).end()  # type: ignore[union-attr]
    except (zlib.error, EOFError) as error:
        raise ReadError(
            source.uri, "corrupt", f"The GZIP does not unpack ({error}). Fetch it again."
        ) from error
    budget.admit(source, 1, unpacked.tell(), len(data))
    yield Entry(path, unpacked.getvalue())
