"""Look-behinds of several widths, said for an engine that wants one width each."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.rulebook.look_behind import NotFixed, of_fixed_width

LETTERS = "abc .1"


@pytest.mark.parametrize(
    ("source", "fixed"),
    [
        (r"(?<!(?:Tp|Tx|H)[.])x", r"(?<!Tp[.]|Tx[.])(?<!H[.])x"),
        (r"(?<=a|bc)x", r"(?:(?<=a)|(?<=bc))x"),
        (r"(?<!\d[ ]?)x", r"(?<!\d)(?<!\d[ ])x"),
        (r"(?<!^|a)x", r"(?<!^)(?<!a)x"),
        (r"(?P<n>(?<!(?:a|bc))x)|y", r"(?P<n>(?<!a)(?<!bc)x)|y"),
        (r"(?<!(?i:a|bc)\s)x", r"(?<!(?i:a)\s)(?<!(?i:bc)\s)x"),
        (r"(?<!(?:ab|cd))x[()(?<=a|bc)]", r"(?<!(?:ab|cd))x[()(?<=a|bc)]"),
        (r"\(?<=x(?:y+)\\", r"\(?<=x(?:y+)\\"),
    ],
)
def test_ways_of_one_width_are_said_together(source: str, fixed: str) -> None:
    assert of_fixed_width(source) == fixed
    re.compile(fixed)


@pytest.mark.parametrize(
    "source", [r"(?<=a+)b", r"(?<!a*)b", r"(?<!(a|bc))x", r"(?<![ab]{1,99})x", r"(?<!a{2,})x",
               r"(?<!(?:a|bc){1,7})x", r"(?<!a?+)x"],
)  # fmt: skip
def test_what_has_no_few_widths_is_refused(source: str) -> None:
    with pytest.raises(NotFixed):
        of_fixed_width(source)


_ITEMS = st.sampled_from(["a", "b", "[ab]", "[^a]", r"\d", r"\.", " ", r"\b", "^", "(?=a)", "."])
_INNER = st.recursive(
    _ITEMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        inner.map(lambda one: f"(?:{one})?"),
        inner.map(lambda one: f"(?:{one}){{1,2}}"),
        inner.map(lambda one: f"(?i:{one})"),
        inner.map(lambda one: f"(?<!{one})"),
    ),
    max_leaves=5,
)


@settings(deadline=None, max_examples=300)
@given(_INNER, _INNER, st.sampled_from(["(?<!", "(?<="]), st.text(LETTERS, max_size=9))
def test_the_same_is_found(one: str, other: str, opening: str, text: str) -> None:
    source = f"{opening}{one}|{other})."
    try:
        fixed = of_fixed_width(source)
    except NotFixed:
        return
    found = [hit.start() for hit in re.compile(fixed).finditer(text)]
    assert found == [hit.start() for hit in regex.compile(source).finditer(text)]
