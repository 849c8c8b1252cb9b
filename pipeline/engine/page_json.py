"""Recognised pages as compressed JSON and back, exactly: what the cache of pages holds."""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import asdict
from typing import Any

from pipeline.model import Cell, RawLine, RawPage, WordBox

_MOST_BYTES = 50_000_000  # a page's JSON is far smaller: more than this was not written here


class NotAPage(Exception):
    """Bytes that are not a page as :func:`page_bytes` writes it."""


def page_bytes(page: RawPage) -> bytes:
    """The page as gzip-compressed JSON, the same bytes for the same page."""
    text = json.dumps(asdict(page), ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=6, mtime=0)


def parse_page(data: bytes) -> RawPage:
    """The page that :func:`page_bytes` wrote.

    :raises NotAPage: if the bytes are damaged or of another shape
    """
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            text = file.read(_MOST_BYTES)
        fields = json.loads(text)
        return RawPage(**{**fields, "lines": tuple(_line(line) for line in fields["lines"])})
    except (OSError, EOFError, ValueError, TypeError, KeyError) as error:
        raise NotAPage(str(error)) from error


def _line(fields: dict[str, Any]) -> RawLine:
    words = tuple(WordBox(**{**word, "box": tuple(word["box"])}) for word in fields["words"])
    cell = None if fields["cell"] is None else Cell(**fields["cell"])
    return RawLine(**{**fields, "words": words, "cell": cell})
