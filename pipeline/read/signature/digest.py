"""Digests of what the signatures of a file cover, its bytes hashed once for all of them.

Each signature covers the file from its beginning, so what one has hashed is the head of what the
next one has to hash.
"""

from __future__ import annotations

from typing import Any

from cryptography.hazmat.primitives import hashes
from pyhanko_certvalidator.util import get_pyca_cryptography_hash


class Digests:
    """Digests over the bytes of one file; the signatures are asked for from the oldest on."""

    def __init__(self, data: bytes) -> None:
        self._data = memoryview(data)
        self._heads: dict[str, tuple[int, hashes.Hash]] = {}

    def add_to(self, signature: Any) -> None:
        """Give pyHanko's signature its digest, unless it covers bytes in an unusual way."""
        parts = [int(number) for number in signature.byte_range]
        if len(parts) != 4:
            return
        start, end, gap_end, length = parts
        if start or not 0 <= end <= gap_end or length < 0 or gap_end + length > len(self._data):
            return
        algorithm = signature.external_md_algorithm
        done, head = self._heads.get(algorithm, (0, None))
        if head is None or done > end:
            done, head = 0, hashes.Hash(get_pyca_cryptography_hash(algorithm))
        head.update(self._data[done:end])
        self._heads[algorithm] = end, head
        whole = head.copy()
        whole.update(self._data[gap_end : gap_end + length])
        signature.external_digests[algorithm] = whole.finalize()
