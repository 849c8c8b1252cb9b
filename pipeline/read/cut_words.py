"""What the end of a line cut inside a cell: `GDNN-` and `GDTX`, `26/05/19` and `75`."""

from __future__ import annotations

import regex

_WHOLE = regex.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,3}(?:\.\d{3})+")
_BEGUN = regex.compile(r"\d{1,3}[/.][\d/.]*")


def goes_on(last: str, first: str) -> bool:
    """Whether the first word of a line goes on with the last one of the line above."""
    if last[-1:] == "-":
        return last[-2:-1].isalnum() and first[:1].isalnum()
    if not last[-1:].isdigit() and last[-1:] not in ("/", "."):
        return False
    is_begun = _BEGUN.fullmatch(last) is not None and _WHOLE.fullmatch(last) is None
    return is_begun and _WHOLE.fullmatch(last + first) is not None
