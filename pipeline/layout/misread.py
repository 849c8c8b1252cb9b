"""Put digits of recognised pages right where only a digit can stand (lỗi nhận dạng chữ số).

The text stays as it was read; only the view that rules look at changes, letter for letter.  A date
``ngày .. tháng .. năm ..`` leaves no choice between ``l6`` and 16; elsewhere nothing is touched
(reference: text_defects, misread digits).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.model import Block, Text
from pipeline.rulebook import Rulebook

_DIGIT_OF = str.maketrans("IilL|!]jOoØøSB", "11111111000058")


def mend_views(blocks: Sequence[Block], text: Text, rules: Rulebook) -> tuple[Block, ...]:
    """The blocks, those on recognised pages with the digits of their dates put right."""
    recognised = {page.number for page in text.pages if page.is_ocr}
    if not recognised:
        return tuple(blocks)
    return tuple(
        replace(block, view=mend_dates(block.view, rules)) if block.page in recognised else block
        for block in blocks
    )


def mend_dates(view: str, rules: Rulebook) -> str:
    """The view, as long as before, with misread digits and parted numbers of dates put right."""
    view = rules.pattern("layout.misread_date").regex.sub(_with_digits, view)
    return rules.pattern("layout.parted_date").regex.sub(_joined, view)


def _with_digits(hit: regex.Match[str]) -> str:
    whole = hit.group()
    for name in ("d", "m", "y"):
        start, end = (at - hit.start() for at in hit.span(name))
        whole = whole[:start] + whole[start:end].translate(_DIGIT_OF) + whole[end:]
    return whole


def _joined(hit: regex.Match[str]) -> str:
    """``22/1 1/2019`` becomes ``22/ 11/2019``: a blank beside a stroke parts nothing."""
    start, end = (at - hit.start() for at in hit.span("parted"))
    whole = hit.group()
    parted = whole[start:end]
    return whole[:start] + " " * parted.count(" ") + parted.replace(" ", "") + whole[end:]
