"""Unpacks ZIP archives in memory, a member at a time, within limits."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from pipeline.errors import ReadError
from pipeline.model import Source
from pipeline.read.container.zip_names import member_name
from pipeline.read.entry import Budget, Entry, clean_path, is_system_file
from pipeline.read.zip_directory import MAX_DIRECTORY, directory_size

_ENCRYPTED = 0x41
# LZMA is left out: a member's header may ask for gigabytes of memory to unpack a few bytes.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_CHUNK = 1 << 20
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError,
)  # fmt: skip


def entries(data: bytes, source: Source, budget: Budget) -> Iterator[Entry]:
    """The files of an archive in its own order, each unpacked when it is asked for.

    A member that cannot be unpacked comes with its error; the others go on.

    :raises ReadError: ``corrupt``, ``bomb`` or ``too_large`` for the archive as a whole, before
        its first member
    """
    size = directory_size(data)
    if size is not None and size > MAX_DIRECTORY:
        raise ReadError(
            source.uri, "bomb",
            "The archive's directory lists too many files. Split it, if you trust it, and add the "
            "parts.",
        )  # fmt: skip
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*_BROKEN, NotImplementedError) as error:
        raise ReadError(
            source.uri, "corrupt", f"The ZIP does not open ({error}). Fetch it again."
        ) from error
    with archive:
        files = []
        for info in archive.infolist():
            path = clean_path(member_name(info))
            if not info.filename.endswith("/") and not is_system_file(path):
                files.append((path, info))
        unpacked = sum(info.file_size for _, info in files if not info.flag_bits & _ENCRYPTED)
        budget.admit(source, len(files), unpacked, len(data))
        for path, info in files:
            yield _entry(archive, path, info, source, budget)


def _entry(
    archive: zipfile.ZipFile, path: str, info: zipfile.ZipInfo, source: Source, budget: Budget
) -> Entry:
    place = replace(source, uri=f"{source.uri}/{path}")
    if info.flag_bits & _ENCRYPTED:
        message = "The file asks for a password. Unpack it with the password and add it."
        return Entry(path, error=ReadError(place.uri, "encrypted", message))
    if stat.S_ISLNK(info.external_attr >> 16):
        message = "The file is a link, and links are not followed. Add the file it leads to."
        return Entry(path, error=ReadError(place.uri, "unsupported", message))
    if info.compress_type not in _METHODS:
        message = (
            f"The file is packed by method {info.compress_type}, which this version does not "
            "unpack. Unpack it and add it."
        )
        return Entry(path, error=ReadError(place.uri, "unsupported", message))
    refused = budget.refuses(place, info.file_size, info.compress_size)
    if refused is not None:
        return Entry(path, error=refused)
    unpacked = io.BytesIO()
    try:
        with archive.open(info) as stream:
            # Never more comes than the directory states: the stream ends there.
            while chunk := stream.read(_CHUNK):
                unpacked.write(chunk)
    except NotImplementedError as error:
        message = f"The file is packed in a way this version does not unpack ({error}). Unpack it."
        return Entry(path, error=ReadError(place.uri, "unsupported", message))
    except _BROKEN as error:
        message = f"The file does not unpack ({error}). Fetch the archive again."
        return Entry(path, error=ReadError(place.uri, "corrupt", message))
    if unpacked.tell() != info.file_size:
        message = "The file is shorter than the archive says. Fetch the archive again."
        return Entry(path, error=ReadError(place.uri, "corrupt", message))
    return Entry(path, unpacked.getvalue())
