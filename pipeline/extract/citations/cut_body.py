"""Names of bodies that end inside: their words in small letters are too many for any list.

`Trung tâm Sát | hạch lái xe`, `Cục Quản lý | cạnh tranh`: what follows up to a sign or a word that
ends a body is the rest of the name, if the body is of a sort that is named after its work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

# Sorts of bodies named after their work; a ministry, a committee, a company has a name by itself.
_SORTS = (
    "Trung tâm", "Cục", "Chi cục", "Tổng cục", "Vụ", "Viện", "Quỹ", "Hội đồng", "Ban Quản lý",
    "Ban Chỉ đạo", "Phòng", "Đội", "Tổ", "Trạm", "Trại", "Hạt", "Hội", "Hiệp hội", "Bệnh viện",
    "Trường", "Khu", "Ban",
)  # fmt: skip
_SORT = regex.compile(rf"(?<!\p{{L}})(?:{'|'.join(_SORTS)})$")
_OF_SORT = regex.compile(rf"(?:^|\s)(?:{'|'.join(_SORTS)})\s")
# Bodies whose name may hold a comma: `Sở Văn hóa, Thể thao và Du lịch`.
_OF_WORK = regex.compile(rf"(?:^|\s)(?:{'|'.join(_SORTS)}|Bộ|Sở|Ủy ban|Uỷ ban)\s\p{{Lu}}")
# What ends in its place is whole: `Trung tâm Y tế huyện Mẫu`, `Cục Việc làm Hà Nội`.
_PLACED = regex.compile(
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|TP\.?|Trung ương|Việt Nam)(?:\s\p{Lu}\S*){0,4}$"
)


def rest_of_body(
    body: str, view: str, position: int, limit: int, rules: Rulebook
) -> tuple[bool, int]:
    """Whether a body may be cut at ``position``, and where its name ends: there, if none can tell.

    :param body: the name as far as its capitals and the words known in names tell it
    """
    if view.startswith(",", position) and _OF_WORK.search(body) is not None:
        rest = rules.pattern("citation.comma_rest").regex.match(view, position, limit)
        if rest is not None:
            return True, rest.end()
    goes_on = rules.pattern("citation.cut_body").regex.match(view, position, limit)
    if goes_on is None or _PLACED.search(body) is not None:
        return False, position
    before, _, last = body.rpartition(" ")
    is_named = last[:1].isupper() and before.rpartition(" ")[2][:1].isupper()
    if _OF_SORT.search(body) is None or (is_named and _SORT.search(before) is None):
        return True, position  # a proper name, as of `Trường Hoa Ban`
    rest = rules.pattern("citation.body_rest").regex.match(view, position, limit)
    return True, position if rest is None else rest.end()
