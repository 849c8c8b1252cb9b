"""Two bodies in a row of which the second is the unit above the first."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.link.awardees.recipients.series import Enumerated

_COMMA = regex.compile(r"\s*,\s*")
# what lies in what: `Phòng A, Công ty B`, `Cảng A, Tổng công ty B`, and not `Sở A, Công an tỉnh`
_INNER = regex.compile(
    r"(?i)(?:phòng|khoa|tổ|đội|phân xưởng|xưởng|bộ môn|bộ phận|chi nhánh|ca|kho|tiểu đoàn|đại đội"
    r"|thư viện|bảo tàng|nhà hát|câu lạc bộ|cảng|bến|trạm(?! y tế))\s"
)
_OUTER = regex.compile(
    r"(?i)(?:công ty|trường|bệnh viện|trung tâm|viện|học viện|đại học|nhà máy|xí nghiệp|điện lực"
    r"|cục|chi cục|sở|ngân hàng|trung đoàn|sư đoàn|lữ đoàn)\s"
)
_HIGHEST = regex.compile(
    r"(?i)(?:tổng công ty|tập đoàn|tổng cục|bộ|đại học quốc gia|tổng liên đoàn|quân khu|quân đoàn"
    r"|quân chủng|binh đoàn|binh chủng|ngân hàng nhà nước|viện hàn lâm)\s"
)
_ABOVE_ALL = regex.compile(r"Bộ\s(?!Chỉ huy)")
_MINISTRY = regex.compile(r"Bộ\s(?!Chỉ huy|Tư lệnh|[Pp]hận|[Mm]ôn)")
_OF_AREA = regex.compile(r"(?i)\s(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)(?!\p{L})")
_ENDS = regex.compile(r"\s*(?:[;.]|$|,?\s(?:đã|vì|do|có)\s)")
_RANK = regex.compile(
    r"(?i)(?:(tổ|đội|nhóm|đại đội)|(phòng|khoa|ban|bộ môn|văn phòng|trung tâm|viện"
    r"|phân xưởng))(?!\p{L})"
)
_RANKS = 3  # ranks of units


def with_unit_above(view: str, found: Sequence[Enumerated], offset: int) -> Sequence[Enumerated]:
    """`cho Cảng A, Tổng công ty B;`, `cho Đội A, Phòng B, Công an tỉnh C`: one, for a row of two or
    three has `và` before the last.

    :param view: the words of the block, which stands at ``offset``
    :param found: all that a clause names
    """
    if any(item.named.kind != "collective" for item in found):
        return found
    if len(found) == _RANKS and _are_in_each_other(view, found, offset):
        return [_below(found)]
    if len(found) > _RANKS and (rising := _each_below_ministry(view, found, offset)):
        return rising
    if len(found) != 2:
        return found
    first, second = found[0].named, found[1].named
    if first.workplace is not None or first.name.split()[0] == second.name.split()[0]:
        return found
    if not _lies_in(first.name, second.name):
        return found
    gap = _COMMA.fullmatch(view, first.end - offset, second.start - offset)
    if gap is None or _ENDS.match(view, second.tail - offset) is None:
        return found
    return [_below(found)]


def _each_below_ministry(
    view: str, found: Sequence[Enumerated], offset: int
) -> Sequence[Enumerated]:
    """`Cục A, Bộ B và Cục C, Bộ D`: each with its ministry; nobody where one stands alone."""
    chains: list[list[Enumerated]] = []
    for item in found:
        if chains and _ABOVE_ALL.match(item.named.name) is not None:
            before = chains[-1][-1].named
            if _COMMA.fullmatch(view, before.tail - offset, item.named.start - offset) is None:
                return ()
            chains[-1].append(item)
        else:
            chains.append([item])
    is_each = all(_MINISTRY.match(chain[-1].named.name) and chain[1:] for chain in chains)
    return [_below(chain) for chain in chains] if is_each and len(chains) > 1 else ()


def _below(found: Sequence[Enumerated]) -> Enumerated:
    """The first body of a row with all that stand above it."""
    above = [item.named for item in found[1:]]
    parts = [part for body in above for part in (body.name, body.workplace) if part]
    first = replace(found[0].named, workplace=", ".join(parts), tail=above[-1].tail)
    return Enumerated(first, found[0].initiative)


def _are_in_each_other(view: str, found: Sequence[Enumerated], offset: int) -> bool:
    bodies = [item.named for item in found]
    gaps = (
        _COMMA.fullmatch(view, low.end - offset, high.start - offset)
        for low, high in itertools.pairwise(bodies)
    )
    return (
        is_chain([body.name for body in bodies])
        and not any(body.workplace for body in bodies[:-1])
        and all(gaps)
        and _ENDS.match(view, bodies[-1].tail - offset) is not None
    )


def _lies_in(name: str, above: str) -> bool:
    """Can the second body be the unit above the first? An office of an area is in no company."""
    if _HIGHEST.match(above):
        return _HIGHEST.match(name) is None
    is_inner = _INNER.match(name) is not None and _OF_AREA.search(name) is None
    return is_inner and _OUTER.match(above) is not None


def is_chain(names: list[str]) -> bool:
    """`Đội A, Phòng B, Công an tỉnh C`: each belongs to the next, so that they are one."""
    ranks = [_RANK.match(name) for name in names]
    levels = [(m.lastindex or 0) if m else _RANKS for m in ranks]
    return all(low < high for low, high in itertools.pairwise(levels))
