"""The province that stands alone in brackets behind a person: `Lê Văn A (Lạng Sơn)`."""

from __future__ import annotations

from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

_CITIES = ("HCM", "Hồ Chí Minh", "Hà Nội", "Đà Nẵng", "Cần Thơ", "Hải Phòng", "Huế", "Đăk Lăk")


@derived
def _known(rules: Rulebook) -> frozenset[str]:
    return frozenset(map(fold, (*_CITIES, *rules.lexicon("provinces").column("name"))))


def province_behind(words: str, at: int, stop: int, rules: Rulebook) -> tuple[int, int] | None:
    """Where the name of the province stands; None where the brackets hold anything else."""
    enclosed = rules.pattern("recipients.from_province_enclosed").regex.match(words, at, stop)
    if enclosed is None or fold(enclosed["name"]) not in _known(rules):
        return None
    return (enclosed.start() + enclosed.group().index("(") + 1, enclosed.end() - 1)
