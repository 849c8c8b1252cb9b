"""Lists of good examples (điển hình, gương): `Tiêu biểu như:` and below it who they are."""

from __future__ import annotations

from pipeline.extract.awards import awards_in_words
from pipeline.extract.initiatives import initiatives_in
from pipeline.link.awardees.clauses.aimed import is_ahead
from pipeline.link.awardees.line_above import tells_other_matter
from pipeline.link.awardees.lists.sections import is_section_line
from pipeline.link.awardees.prose.examples import is_bad_example
from pipeline.link.awardees.recipients.labels import past_label
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block

_SURE = 0.85
_HEAD_ALONE = 0.7  # a head noun alone names nobody
_REACH = 240  # letters at the end of a line that say what stands below it
_CALLED = 14  # letters of a form of address before a name


def open_examples(walk: Walk, index: int, block: Block) -> None:
    """Hear whether the block opens a list of good examples, who are given no award by it."""
    view = block.view.rstrip()
    titled = block.kind == "heading" and (
        walk.rules.pattern("lists.examples_heading").regex.fullmatch(view) is not None
    )
    if not (titled or view.endswith(":")) or walk.clause is not None or walk.deciding.decides:
        return
    if walk.deciding.proposes or walk.deciding.plans or is_ahead(block.path, walk.rules):
        return
    if titled:
        walk.examples = (index, index)
        return
    since = max(0, len(view) - _REACH)
    opens = walk.rules.pattern("lists.examples_open")
    if not opens.may_match(view) or not (cue := opens.regex.search(view, since)):
        return
    said = view[max(since, view.rfind(". ", since)) :]
    if (
        awards_in_words(said, walk.rules)
        or tells_other_matter(said, walk.rules)
        or walk.rules.pattern("lists.examples_of_others").regex.search(said)
        or is_bad_example(block.view, cue.start(), len(view), walk.rules)
    ):
        return
    walk.examples = (index, index)


def take_example(walk: Walk, index: int, block: Block) -> bool:
    """Keep who leads an entry of an open list of good examples; False where it is no such entry."""
    opener, last = walk.examples
    if last != index - 1 or last < 0:
        return False
    above = walk.dispatch.blocks[opener]
    if not block.label or (above.label and 0 < block.level <= above.level):
        return False
    if is_section_line(walk, block) and block.view.rstrip().endswith(":"):
        walk.examples = (opener, index)
        return True
    found = _led_by(walk, block)
    if not found:
        return False
    walk.examples = (opener, index)
    if awards_in_words(block.view, walk.rules):
        return False  # what they have been given is told in the entry itself
    for item in found:
        key = walk.rows.initiative_of(item, is_duplicate=block.is_duplicate)
        walk.rows.add(
            item.named.at_most(_SURE), "exemplar", None, key,
            is_duplicate=block.is_duplicate, rule="awardee.exemplar",
        )  # fmt: skip
    return True


def _led_by(walk: Walk, block: Block) -> list[Enumerated]:
    """Those whom an entry begins with: `- Tập thể: A, B;`, `+ Anh C - Tổ trưởng: cải tiến ...`."""
    at = past_label(block.view)
    group = walk.rules.pattern("lists.examples_group").regex.match(block.view, at)
    at = group.end() if group is not None else at
    titles = initiatives_in(block, walk.rules)
    found = list(enumerated(block, at, titles, walk.rules, deeds=group is not None))
    found = found or list(enumerated(block, at, titles, walk.rules, areas=True))
    if not found or found[0].named.start - block.start - at > _CALLED:
        return []
    found = [i for i in found if i.named.kind == "person" or i.named.confidence >= _HEAD_ALONE]
    return found if group is not None else found[:1]
