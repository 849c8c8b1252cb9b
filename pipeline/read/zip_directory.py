"""Says how long the directory of a ZIP is before anything builds it in memory."""

from __future__ import annotations

import struct

MAX_DIRECTORY = 8 * 1024 * 1024
"""Bytes of a directory; 20,000 files need three million, a hostile one could fill the memory."""


def directory_size(data: bytes) -> int | None:
    """Bytes of the archive's directory as its end record states; None where there is none."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    if end < 0 or end + 22 > len(data):
        return None
    (size,) = struct.unpack_from("<I", data, end + 12)
    locator = end - 20
    if locator >= 0 and data[locator : locator + 4] == b"PK\x06\x07":
        (record,) = struct.unpack_from("<Q", data, locator + 8)
        for at in (record, locator - 56):
            if 0 <= at <= len(data) - 48 and data[at : at + 4] == b"PK\x06\x06":
                (long,) = struct.unpack_from("<Q", data, at + 40)
                size = max(size if size != 0xFFFFFFFF else 0, long)
                break
    return int(size)
