"""Stable ids: a document's from its bytes, a row's from its document, kind and span."""

from __future__ import annotations

import hashlib


def document_id(sha256: str, member: str | None, ordinal: int) -> str:
    """Id of a dispatch, 16 hexadecimal digits.

    The same bytes give the same id on every machine and under every file name.

    :param sha256: SHA-256 of the source's bytes, hexadecimal
    :param member: path inside an archive, None for a plain file
    :param ordinal: place of the dispatch in its source, from 0
    """
    return hashlib.sha256(f"{sha256}:{member or ''}:{ordinal}".encode()).hexdigest()[:16]


def row_id(doc_id: str, kind: str, start: int, end: int, ordinal: int) -> str:
    """Id of a row, unique in the archive: ``<doc_id>-<kind>-<start>-<end>-<ordinal>``.

    :param kind: what the row is (``citation``, ``awardee``, ...), the same for a whole table
    :param start, end: span of the row in the document's text, in code points
    :param ordinal: tells rows of one kind on the same span apart, from 0
    """
    return f"{doc_id}-{kind}-{start}-{end}-{ordinal}"
