"""Aims that run on over the blocks below: ``Phấn đấu đến năm 2025:`` | ``- 90% ...;``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pipeline.extract.figures.passage import Passage
from pipeline.grammar.spelling import fold
from pipeline.layout.markers import label_shape
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_RUNS_ON = (":", ";")
_SIGNS = frozenset({"-", "+", "*", "•", "–"})
# What aims by itself; a goal that is only named may be one that was reached.
_STRONG = frozenset({"phấn đấu", "đề ra", "đặt ra", "hướng tới"})


def aimed_blocks(blocks: Sequence[Block], rules: Rulebook) -> frozenset[int]:
    """The starts of the blocks over which an aim of a block before them runs on."""
    return frozenset(
        (*_run_on(blocks, lambda block: _aims(block, rules)), *_detailed(blocks, rules))
    )


def _detailed(blocks: Sequence[Block], rules: Rulebook) -> Iterator[int]:
    """``Đại hội thông qua 16 chỉ tiêu.`` | ``Trong đó, a; b``: the next paragraph tells them."""
    named = rules.pattern("figure.aims_named")
    details = rules.pattern("figure.aims_detailed").regex
    for before, block in pairwise(blocks):
        if before.kind == block.kind == "paragraph" and named.may_match(before.view):
            passage = Passage(before.view)
            start = passage.sentence(len(before.view.rstrip()) - 1)[0]
            if named.regex.search(passage.folded, start) and details.match(fold(block.view)):
                yield block.start


def asked_blocks(blocks: Sequence[Block], rules: Rulebook) -> frozenset[int]:
    """The starts of the blocks below ``đề nghị các đơn vị báo cáo theo các nội dung sau:``."""
    asked = rules.pattern("figure.asked_below")
    return frozenset(
        _run_on(
            blocks,
            lambda block: (
                asked.may_match(block.view) and asked.search(fold(block.view)) is not None
            ),
        )
    )


def _run_on(blocks: Sequence[Block], opens: Callable[[Block], bool]) -> Iterator[int]:
    """A block that ends with a colon or semicolon goes on in its list or the next paragraph."""
    aims, shape, is_open = False, "", False
    for block in blocks:
        if block.kind not in ("paragraph", "list_item"):
            aims = False
            continue
        if block.kind == "list_item":
            shape = shape or label_shape(block.label)
            aims = aims and (label_shape(block.label) == shape or block.label.strip() in _SIGNS)
        else:
            aims = aims and is_open
        if aims:
            yield block.start
        ending = block.view.rstrip()[-1:]
        is_open = ending in _RUNS_ON
        if not aims or ending == ":":
            aims, shape = is_open and (aims or opens(block)), ""


def _aims(block: Block, rules: Rulebook) -> bool:
    """Whether the last sentence of the block says that somebody aims at something."""
    passage = Passage(block.view)
    start, end = passage.sentence(len(block.view.rstrip()) - 1)
    cues = rules.pattern("figure.role_cue").finditer(passage.folded, start, end)
    targets = [c for c in cues if c["target"] is not None and not _is_aside(passage, c.start())]
    if not targets:
        return False
    if rules.pattern("counts.aims_launched").regex.search(passage.folded[start:]):
        return True
    words = passage.folded[start : targets[-1].end()]
    is_strong = any(cue["target"] in _STRONG for cue in targets)
    return (
        rules.pattern("counts.aims_compared").regex
        if is_strong
        else rules.pattern("counts.aims_reached").regex
    ).search(words) is None


def _is_aside(passage: Passage, position: int) -> bool:
    """``(phân bổ khi Trung ương giao chỉ tiêu): 96 tỷ đồng;``: a bracket aims at nothing beyond."""
    return any(left < position < right for left, right in passage.brackets_near(position))
