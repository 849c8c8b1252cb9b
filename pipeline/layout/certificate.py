"""Tells the number of the decision behind a certificate (giấy khen) from a number of its own."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.rulebook import Rulebook


def is_on_certificate(line: str, above: Iterable[str], rules: Rulebook) -> bool:
    """Whether a line names the decision (`Quyết định số: 12/QĐ-UBND`) by which an award is given.

    :param above: the lines above, of which one is the title of a certificate
    """
    if rules.pattern("layout.certificate_decision").regex.match(line) is None:
        return False
    title = rules.pattern("layout.certificate_title").regex
    return any(title.fullmatch(words.strip()) is not None for words in above)
