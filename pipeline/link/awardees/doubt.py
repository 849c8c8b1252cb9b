"""Which awardees are doubtful as a whole although each of their words was read with confidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.model import AwardeeMention, Block
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

_DOUBTFUL, _UNLIKELY = 0.85, 0.6
_NEAR = 20
_ANYBODY = regex.compile(r"\p{Lu}\p{Ll}+ (?:Văn|Thị) [A-EX]")
_WITH_COLUMNS = frozenset({"awardee.table"})


@derived
def _recipients(rules: Rulebook) -> dict[str, str]:
    """Code of an award -> who can be given it by law: person, collective or both."""
    rows = rules.lexicon("awards").rows
    return {row["code"]: row["recipient"] for row in rows if row["certain"] == "yes"}


def is_of_collectives(award: str | None, rules: Rulebook) -> bool:
    """Is the award given to collectives alone, and never listed by whoever stands for one?

    Families and flags are: lists name them by a person.
    """
    if award is None or award == "gia_dinh_vh" or award.startswith("co_"):
        return False
    return _recipients(rules).get(award) == "collective"


def believed(
    found: Iterable[AwardeeMention], blocks: Sequence[Block], rules: Rulebook
) -> Iterator[AwardeeMention]:
    """Those of the awardees that can be, each with the confidence that its whole row bears."""
    numbered = [
        block for block in blocks if rules.pattern("awardees.doubt_posed").regex.match(block.view)
    ]
    is_test = len(numbered) > 1  # and what it quotes below `Câu 1:` was made up too
    asks = rules.pattern("awardees.doubt_asks").regex
    posed = [range(block.start, block.end) for block in numbered]
    posed += [range(b.start, b.end) for b in blocks if asks.search(b.view)]
    taken = rules.pattern("awardees.doubt_taken_back")
    credit = rules.pattern("awardees.doubt_credited").regex
    taken_back = [block.view for block in blocks if taken.search(block.view)]
    starts = [block.start for block in blocks]
    for awardee in found:
        if is_possible(awardee, rules):
            row = doubted(awardee, rules)
            is_posed = (
                is_test
                or any(awardee.start in span for span in posed)
                or any(awardee.name in view for view in taken_back)
                or credit.search(_words_before(awardee.start, blocks, starts))
            )
            yield replace(row, confidence=min(row.confidence, _DOUBTFUL)) if is_posed else row


def _words_before(at: int, blocks: Sequence[Block], starts: Sequence[int]) -> str:
    """The last words in front of an offset: where it opens its block, those of the block above.

    :param starts: where the blocks begin, in their order, which is that of the text
    """
    index = bisect_right(starts, at) - 1
    if index < 0 or at >= blocks[index].end:
        return ""
    view, begin = blocks[index].view, at - blocks[index].start
    words = view[max(0, begin - _NEAR) : begin]
    return words or (blocks[index - 1].view[-_NEAR:] if index else "")


def is_possible(awardee: AwardeeMention, rules: Rulebook) -> bool:
    """Can it be his? `Ông A, Giám đốc, đơn vị đạt Tập thể lao động xuất sắc` has not got that.

    `Nguyễn Văn A` and `Trần Thị B` are nobody: so forms and examples name people.
    """
    if awardee.kind != "person":
        return True
    return not (is_of_collectives(awardee.award, rules) or _ANYBODY.fullmatch(awardee.name))


def doubted(awardee: AwardeeMention, rules: Rulebook) -> AwardeeMention:
    """The awardee with less confidence where something that it must have was not found.

    * A post (chức vụ) is held somewhere.  Where text gives a person's post and no unit behind it
      or above it, the unit may have been taken for a part of the post (`Chuyên viên Văn phòng`);
      the columns of a table say which is which.
    * Some awards are given to persons alone, some to collectives alone
      (Luật Thi đua, khen thưởng 06/2022/QH15): one or the other was misunderstood.
    * What was read as a name, post, unit or giver holds words about somebody or something else.
    * An award is somebody's.  Where nobody is found who confers it, the clause around it was not
      understood.
    """
    is_post_alone = (
        awardee.kind == "person"
        and awardee.position is not None
        and awardee.workplace is None
        and awardee.rule not in _WITH_COLUMNS
    )
    swallowed = rules.pattern("awardees.doubt_swallowed").regex
    is_mixed = any(
        said is not None and swallowed.search(said)
        for said in (awardee.position, awardee.workplace, awardee.conferred_by)
    )
    if awardee.kind == "person":
        is_mixed |= rules.pattern("awardees.doubt_named").regex.search(awardee.name) is not None
    is_nobodys = awardee.award_name is not None and awardee.conferred_by is None
    recipient = _recipients(rules).get(awardee.award or "", "both")
    if recipient not in {"both", awardee.kind}:
        return replace(awardee, confidence=min(awardee.confidence, _UNLIKELY))
    if not (is_post_alone or is_nobodys or is_mixed):
        return awardee
    return replace(awardee, confidence=min(awardee.confidence, _DOUBTFUL))
