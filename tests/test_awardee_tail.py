"""Where the words behind a name end is looked for at its leads only, and found all the same."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.link.awardees.recipients.tail import find_tail
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
TAIL = RULES.pattern("awardee.tail")
_MARKS = (" ", "  ", "\n", "\u00a0", ",", ".", ";", ":", "(", "[", "–", "-", "…", "..")
_WORDS = (
    "Sở A", "TP", "TS", "đã", "vì", "có", "nhiều", "với", "về", "là", "đồng", "thành tích", "tên",
    "đề tài", "Giải pháp", "tác giả", "vào", "ngày", "3", "11/11", "phiếu", "số tiền", "giá trị",
    "làm lợi", "tiết kiệm", "cùng", "kèm theo", "quê quán", "Tổng cộng", "của", "đ", "x",
)  # fmt: skip


def span(match: regex.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match is not None else None


@pytest.mark.parametrize("text", [example.text for example in TAIL.examples])
def test_each_branch_has_its_lead(text: str) -> None:
    assert span(find_tail(text, 0, len(text), RULES)) == span(TAIL.regex.search(text))


@settings(deadline=None, max_examples=600)
@given(
    st.lists(st.sampled_from((*_MARKS, *_MARKS, *_WORDS)), max_size=14).map("".join),
    st.integers(0, 9),
    st.integers(0, 60),
)
def test_the_end_is_that_of_the_whole_pattern(text: str, start: int, stop: int) -> None:
    start, stop = min(start, len(text)), min(max(start, stop), len(text))
    assert span(find_tail(text, start, stop, RULES)) == span(TAIL.regex.search(text, start, stop))
