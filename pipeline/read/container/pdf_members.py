"""Files that a PDF carries: annexes attached before signing, the papers of a portfolio."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pypdfium2

from pipeline.errors import ReadError
from pipeline.model import Source
from pipeline.read.entry import Budget, Entry, clean_path, is_system_file

# The files themselves are streams, which are never packed into an object stream.
_MARK = b"EmbeddedFile"


def carries_files(data: bytes) -> bool:
    """Whether a PDF says that files are attached to it."""
    return _MARK in data


def attached(data: bytes, source: Source, budget: Budget) -> Iterator[Entry]:
    """The files attached to a PDF in the order of its list; none where it does not open.

    :raises ReadError: ``bomb`` or ``too_large``
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return  # the reader says why
    with closing(document):
        count = max(0, document.count_attachments())
        budget.admit(source, count, 0, len(data))
        for number in range(count):
            try:
                attachment = document.get_attachment(number)
                path = clean_path(attachment.get_name() or f"attachment-{number + 1}")
                content = bytes(attachment.get_data())
            except pypdfium2.PdfiumError:
                path = f"attachment-{number + 1}"
                message = "The attachment does not open. Save it from the PDF and add it."
                error = ReadError(f"{source.uri}/{path}", "corrupt", message)
                yield Entry(path, error=error)
                continue
            if not is_system_file(path):
                refused = budget.refuses(source, len(content), len(data))
                yield Entry(path, content, refused)
