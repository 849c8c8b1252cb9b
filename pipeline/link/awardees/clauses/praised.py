"""Letters of praise (thư khen): the words by which one is sent, and whom it is sent to.

A letter is sent (`gửi thư khen tới A`), written, or simply there (`có thư khen`); no word of
conferring stands with it, and who is praised may follow as its object (`gửi thư khen ông A`).
"""

from __future__ import annotations

from pipeline.rulebook import Rulebook

LETTER = "Thư khen"


def praised_at(view: str, award_end: int, stop: int, rules: Rulebook) -> int | None:
    """Where those stand whom a letter of praise is sent to; None where none follow it."""
    to = rules.pattern("clauses.praised_to").regex.match(view, award_end, stop)
    return to.end() if to is not None else None
