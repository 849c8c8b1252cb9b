"""Which awardees are doubtful as a whole although each of their words was read with confidence."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import AwardeeMention

_DOUBTFUL = 0.85
_WITH_COLUMNS = frozenset({"awardee.table"})


def doubted(awardee: AwardeeMention) -> AwardeeMention:
    """The awardee with less confidence where something that it must have was not found.

    * A post (chức vụ) is held somewhere.  Where text gives a person's post and no unit behind it
      or above it, the unit may have been taken for a part of the post (`Chuyên viên Văn phòng`);
      the columns of a table say which is which.
    * An award is somebody's.  Where nobody is found who confers it, the clause around it was not
      understood.
    """
    is_post_alone = (
        awardee.kind == "person"
        and awardee.position is not None
        and awardee.workplace is None
        and awardee.rule not in _WITH_COLUMNS
    )
    is_nobodys = awardee.award_name is not None and awardee.conferred_by is None
    if not (is_post_alone or is_nobodys):
        return awardee
    return replace(awardee, confidence=min(awardee.confidence, _DOUBTFUL))
