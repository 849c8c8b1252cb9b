"""Papers damaged in one way at a time are read, and what is sure of them is right."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.damage.__main__ import main
from benchmarks.damage.score import FEWEST_RIGHT, score
from benchmarks.damage.ways import WAYS

PAPER = (
    "Số: 12/BC-LĐLĐ\n\n- Ban Thường vụ tặng Giấy khen cho 12 tập thể có thành tích xuất sắc trong "
    "phong trào thi đua năm 2023.\n" * 30
)


@pytest.mark.parametrize("way", WAYS)
def test_a_damage_leaves_the_words(way: str) -> None:
    damaged = WAYS[way](PAPER, Random(1))
    assert damaged is not None
    ending, data = damaged
    if ending == "txt":
        words = " ".join(data.decode().replace(" |", "").split())
        assert words.count("Giấy khen cho 12 tập thể") >= 28


def test_ways_that_change_the_shape_alone_lose_next_to_nothing() -> None:
    ways = ("as printed", "wrapped at 60", "no empty lines", "mail", "web page, as typed")
    for way, scored in score(41, 8, ways).items():
        assert scored.papers and scored.sure > 20
        assert scored.right >= FEWEST_RIGHT, (way, scored.errors)
        assert min(scored.f1.values()) >= 0.97, (way, scored.f1, scored.errors)


def test_the_command_prints_a_line_a_way(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["--documents", "3", "--jobs", "1", "--only", "mail", "as printed", "--errors"]) == 0
    )
    printed = capsys.readouterr().out
    assert "as printed" in printed and "budget: of the rows with 0.9" in printed
