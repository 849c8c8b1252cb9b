"""Tells the number of the decision behind a certificate (giấy khen) from a number of its own."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.rulebook import Rulebook


def is_on_certificate(line: str, above: Iterable[str], rules: Rulebook) -> bool:
    """Whether a line names the decision (`Quyết định số: 12/QĐ-UBND`) by which an award is given.

    :param above: the lines above, of which one is the title of a certificate
    """
    decides = rules.pattern("layout.certificate_decision").regex.match(line) is not None
    return decides and is_certificate(above, rules)


def is_certificate(lines: Iterable[str], rules: Rulebook) -> bool:
    """Whether one of the lines is the title of a certificate: `GIẤY KHEN`."""
    title = rules.pattern("layout.certificate_title").regex
    return any(title.fullmatch(words.strip()) is not None for words in lines)
