"""What surrounds a figure: the period it speaks of, whose figure it is, its kind of paper."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.extract.figures.passage import Mask, Passage
from pipeline.extract.figures.setting import Setting
from pipeline.model import AwardMention, Block, DateMention, Dispatch
from pipeline.rulebook import Rulebook

Period = tuple[dt.date | None, dt.date | None]
# Letters before a date that may say what it is compared with; letters of a block looked back over.
_COMPARED_REACH, _BLOCK_REACH = 60, 1500
_BOUND_REACH = 10
_NAME_REACH = 60  # letters of a contest's name before the words that could be a scope
_DUE_REACH = 60  # letters between a figure and the day until which it is to be reached
_JUBILEE = "date.anniversary"  # `11/6/1948 - 11/6/2023` is what is celebrated, not when
_WORD = regex.compile(r"\p{L}+|\d+")
_WHEN, _NEXT_DEED = "vào ", regex.compile(r",|\svà\s")
_YEAR = dt.timedelta(days=366)
_LONG = dt.timedelta(days=150)
_OPENS = 12  # letters before the time with which a paragraph opens: `Trong năm 2027`
_OPENING = 4  # words that may stand before a time which opens its sentence: `Tính chung trong năm`
REPORT = "BC"  # báo cáo, whose title says of which time it reports
MINUTES = "BB"
_EARLY = dt.timedelta(days=45)  # that a report of a year is written before its end


class Periods:
    """The periods of a document, looked up by place."""

    def __init__(
        self,
        dates: Sequence[DateMention],
        blocks: Sequence[Block],
        rules: Rulebook,
        issued: dt.date | None = None,
    ) -> None:
        """``blocks`` are needed to find the periods of headings, ``issued`` is the own date."""
        self._rules = rules
        self._issued = issued
        # a day that was left blank has a year, and what was before that year is over
        blank = (d.date_start for d in dates if d.role == "issued" and d.date_start)
        self._written = issued or next(blank, None)
        self._periods = sorted(
            (
                d
                for d in dates
                if d.role == "period" and d.date_start is not None and d.rule != _JUBILEE
            ),
            key=lambda d: d.start,
        )
        self._starts = [d.start for d in self._periods]
        self._due = sorted(
            d.start
            for d in dates
            if d.role == "deadline" and issued and d.date_end and d.date_end > issued
        )
        self._headings = {block.view.strip(): block for block in blocks if block.kind == "heading"}

    def around(self, passage: Passage, position: int, behind: int, path: tuple[str, ...]) -> Period:
        """The nearest period of the clause before the figure, of its sentence, of its headings.

        A period that the figure is only compared with (``so với năm 2021``) is not its own, nor one
        of which another bracket speaks (``(năm 2019 có 419 đơn)``).  Of two the one right behind
        the figure is its own (``từ 28% năm 2015 xuống 27% năm 2020``).  Where an earlier sentence
        of the block names another time, the headings tell nothing for sure.
        """
        if not self._inside(passage.offset, passage.offset + len(passage.view)):
            return self._of_headings(path)
        clause, sentence = passage.clause(position), passage.sentence(position)
        for start, end in (clause, (sentence[0], position)):
            inside = [
                d for d in self._own(passage, start, end)
                if not _is_aside(passage, d.start, d.end, position)
                and not _is_of_another_item(passage, d, sentence[0], position)
                and not self._is_of_plan(passage, d, position)
            ]  # fmt: skip
            before = [d for d in inside if d.end <= passage.offset + position]
            before += [d for d in inside if before and self._is_right_behind(passage, d, behind)]
            if inside and not before and _is_of_the_next(passage, inside[0], position, behind, end):
                return None, None
            if before or inside:
                chosen = before[-1] if before else inside[0]
                if self._is_of_another_time(passage, chosen, position):
                    return None, None
                return chosen.date_start, chosen.date_end
        if self._own(passage, max(0, position - _BLOCK_REACH), position):
            return None, None
        return self._of_headings(path)

    def _of_headings(self, path: tuple[str, ...]) -> Period:
        """The last period of the innermost heading that has one."""
        for heading in reversed(path):
            block = self._headings.get(heading.strip())
            found = self._inside(block.start, block.end) if block is not None else []
            if found:
                return found[-1].date_start, found[-1].date_end
        return None, None

    def titled(self, dispatch: Dispatch) -> Period:
        """The time that the title of a report names first, if it was over by the report's day."""
        head = dispatch.head
        if head.doc_type != REPORT or head.subject is None or self._issued is None:
            return None, None
        named = self._inside(head.subject.start, head.subject.end)[:1]
        if not named or named[0].date_end is None or named[0].date_start is None:
            return None, None
        start, end = named[0].date_start, named[0].date_end
        is_school_year = start.year + 1 == end.year == self._issued.year
        is_over = end <= self._issued + _EARLY or is_school_year
        return (start, end) if is_over else (None, None)

    def tells_no_other(self, passage: Passage, position: int) -> bool:
        """Whether the paragraph names no time of its own, nor speaks of one before the figure.

        What it is compared with, and what a bracket says of another time, is not its own.
        """
        named = self._own(passage, 0, len(passage.view))
        if any(not _is_aside(passage, d.start, d.end, position) for d in named):
            return False
        if self.is_over_aside(passage, position):
            return False
        start = passage.sentence(position)[0]
        same_time = self._rules.pattern("figure.same_time").on(passage.folded)
        return not (
            self._rules.pattern("counts.context_other_time").regex.search(
                passage.folded, start, position
            )
            or same_time.search(passage.folded, start, position)
        )

    def is_to_come(self, period: Period) -> bool:
        """Whether the period begins behind the document's own date: no result is of such a time.

        Nor is one of several years (``Chương trình ... giai đoạn 2024-2030``) that had just begun.
        """
        start, end = period
        if self._issued is None or start is None or end is None:
            return self._issued is not None and start is not None and start > self._issued
        has_begun = start.year >= self._issued.year and end - start > _YEAR
        return start > self._issued or (has_begun and end.year > self._issued.year)

    def may_be_planned(self, passage: Passage, position: int, period: Period) -> bool:
        """``Năm 2025: doanh thu 9 tỷ đồng`` in a paper of February: months of it lay ahead.

        Words of what there is or was leave no doubt.
        """
        start, end = period
        if self._issued is None or start is None or end is None or end - start > _YEAR:
            return False
        if not start <= self._issued <= end - _LONG:
            return False
        sentence = passage.sentence(position)[0]
        named = self._own(passage, sentence, position)
        since = named[-1].end - passage.offset if named else position
        return (
            bool(named)
            and self._rules.pattern("counts.context_there_is").regex.search(
                passage.folded, since, position
            )
            is None
        )

    def is_ahead(self, passage: Passage, position: int) -> bool:
        """Whether the clause before the figure names a time behind the document's own date.

        So does what stands before the colon of its list (``Đến năm 2027: a; b``), and the opening
        of its paragraph (``Năm 2027, ...``), while no other time is named.
        """
        if self._issued is None or not self._inside(passage.offset, passage.offset + position):
            return False
        clause = passage.clause(position)[0]
        named = self._own(passage, clause, position)
        if self._rules.pattern("counts.context_estimated").regex.search(
            passage.folded, clause, position
        ):
            return False  # `Ước đến 31/12/2021, dư nợ đạt ...`: reckoned, not aimed at
        if not named:
            sentence = passage.sentence(position)[0]
            colon = passage.folded.find(":", sentence, clause)
            named = self._own(passage, sentence, colon) if colon >= 0 else []
        if not named:
            named = self._own(passage, 0, position)
            if len(named) != 1 or named[0].start - passage.offset > _OPENS:
                return False
        return bool(named) and (named[-1].date_start or self._issued) > self._issued

    def is_due(self, passage: Passage, position: int) -> bool:
        """Whether a time limit behind the document's own date follows the figure at once.

        ``bàn giao 12 dự án trước ngày 30/11``; of ``12 hộ phải di dời trước ngày 30/11`` none is
        to be made.
        """
        at = bisect_left(self._due, passage.offset + position)
        if at >= len(self._due):
            return False
        gap = passage.folded[position : self._due[at] - passage.offset]
        return (
            len(gap) < _DUE_REACH
            and self._rules.pattern("counts.context_not_due").regex.search(gap) is None
        )

    def is_over(self, passage: Passage, position: int) -> bool:
        """Whether the time that the sentence names last before the figure ended before this paper.

        What was in `giai đoạn 2021-2022` is no aim of a plan of 2023, and none of its orders; a
        bound (`đến hết quý II phải xong`) may be of either.
        """
        if self._written is None or not self._inside(passage.offset, passage.offset + position):
            return False
        named = [
            d for d in self._own(passage, passage.sentence(position)[0], position)
            if not _is_aside(passage, d.start, d.end, position)
        ]  # fmt: skip
        if not named or (named[-1].date_end or self._written) >= self._written:
            return False
        start = named[-1].start - passage.offset
        return (
            self._rules.pattern("counts.context_bound").regex.search(
                passage.folded[max(0, start - _BOUND_REACH) : start + 4]
            )
            is None
        )

    def is_over_aside(self, passage: Passage, position: int) -> bool:
        """Whether the bracket around the figure opens with a time that ended before this paper.

        ``đạt 95% (năm 2024 là 90%)`` tells in a plan of 2025 what there was.
        """
        if self._written is None or "(" not in passage.view:
            return False
        around = [b for b in passage.brackets_near(position) if b[0] < position < b[1]]
        if not around:
            return False
        opened = max(around)[0]
        named = self._inside(passage.offset + opened, passage.offset + position)
        return (
            len(named) == 1
            and named[0].start - passage.offset - opened <= _OPENS
            and (named[0].date_end or self._written) < self._written
        )

    def _own(self, passage: Passage, start: int, end: int) -> list[DateMention]:
        """The periods of ``start:end`` of the view that nothing is compared with."""
        compared = self._rules.pattern("figure.compared_before").regex
        return [
            d
            for d in self._inside(passage.offset + start, passage.offset + end)
            if not compared.search(
                passage.folded,
                max(0, d.start - passage.offset - _COMPARED_REACH),
                d.start - passage.offset,
            )
        ]

    def _is_of_another_time(self, passage: Passage, date: DateMention, position: int) -> bool:
        """``năm 2024 ... (cùng kỳ là 5%)``: the figure is of the same time in another year.

        So is what there is by now behind a time that is over (``năm 2020 có 13 tổ, đến nay 27``),
        and what there was in each year behind a single day.
        """
        named = date.end - passage.offset
        same_time = self._rules.pattern("figure.same_time").on(passage.folded)
        if same_time.search(passage.folded, named, position) is not None:
            return True
        by_now = date.date_end is not None and (
            self._written is None or date.date_end < self._written
        )
        if by_now and self._rules.pattern("counts.context_by_now").regex.search(
            passage.folded, named, position
        ):
            return True
        yearly = self._rules.pattern("counts.context_yearly").regex
        return date.precision == "day" and bool(yearly.search(passage.folded, named, position))

    def _is_right_behind(self, passage: Passage, date: DateMention, end: int) -> bool:
        """``27% năm 2020``: but of ``52% kế hoạch năm 2020`` the plan is of that year."""
        start = date.start - passage.offset
        return (
            start > end
            and not passage.view[end:start].strip()
            and not self._is_of_plan(passage, date, start + 1)
        )

    def _is_of_plan(self, passage: Passage, date: DateMention, position: int) -> bool:
        """``đạt 52% dự toán năm 2026, trong đó a``: the year of the plan, not of what follows."""
        start = date.start - passage.offset
        plan = self._rules.pattern("figure.plan_before").regex
        before = max(0, start - _COMPARED_REACH)
        return start < position and plan.search(passage.folded, before, start) is not None

    def _inside(self, start: int, end: int) -> list[DateMention]:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return self._periods[first:last]


def _is_of_the_next(
    passage: Passage, date: DateMention, position: int, behind: int, end: int
) -> bool:
    """``06 hộ vay, lũy kế 4 tháng đầu năm 2020 có 18 hộ``: the period is that of the 18.

    Of ``dưới 2% và về đích vào năm 2022`` it is that of the end.
    """
    start = date.start - passage.offset
    if _is_when(passage, start) and _NEXT_DEED.search(passage.folded, behind, start):
        return True
    after = passage.folded[date.end - passage.offset : end]
    return "," in passage.folded[position:start] and any(map(str.isdigit, after))


def _is_of_another_item(passage: Passage, date: DateMention, sentence: int, position: int) -> bool:
    """``đàn lợn tại thời điểm 1/4/2016 là 794 nghìn con; thịt 77 nghìn tấn``: of the herd alone.

    A day on which something stood so holds for its own count, and so does any time at which
    something came about (``đạt chuẩn vào năm 2018; ...``); one that opens the sentence holds for
    all items behind it, and so does any other month or year.
    """
    start, end = date.start - passage.offset, date.end - passage.offset
    own, semicolon, _ = passage.folded[end:position].partition(";")
    if not semicolon or len(_WORD.findall(passage.folded[sentence:start])) <= _OPENING:
        return False
    return _is_when(passage, start) or (date.precision == "day" and any(map(str.isdigit, own)))


def _is_when(passage: Passage, start: int) -> bool:
    """``vào năm 2018``: when something came about."""
    return passage.folded[max(0, start - len(_WHEN)) : start] == _WHEN


def _is_aside(passage: Passage, start: int, end: int, position: int) -> bool:
    """Whether a period stands in a bracket without the figure, which says more than the time."""
    start, end = start - passage.offset, end - passage.offset
    around = [b for b in passage.brackets_near(start) if b[0] < start and end < b[1]]
    if any(left < position < right for left, right in around):
        return False
    rest = "".join(passage.view[left:start] + passage.view[end:right] for left, right in around)
    return len(_WORD.findall(rest)) > 1


@dataclass(frozen=True, slots=True)
class Context:
    """The document of the figures, and what the whole of it tells about them.

    ``titled`` is the time that a report's title names.  ``aims`` are the starts of the blocks over
    which an aim of a block before them runs on, ``asked`` of those below a request; ``concludes``
    says that its points may be orders.
    """

    dispatch: Dispatch
    periods: Periods
    setting: Setting
    titled: Period = (None, None)
    aims: frozenset[int] = frozenset()
    concludes: bool = False
    asked: frozenset[int] = frozenset()


def scope_of(
    passage: Passage, position: int, awards: Sequence[AwardMention], rules: Rulebook
) -> str | None:
    """Whose figure it is where its clause says so: ``toàn tỉnh``, ``cả nước``.

    A scope before the colon of a list (``toàn tỉnh có: a; b; c``) holds for all its items.  Words
    of an award's or contest's name (``Chiến sĩ thi đua toàn quốc``, ``Hội thi ... toàn quốc``) say
    nothing.

    :param awards: the awards named in the passage (absolute offsets)
    """
    scope = rules.pattern("figure.scope")
    if not passage.may_hold(scope):
        return None
    names = Mask((a.start - passage.offset, a.end - passage.offset) for a in awards)
    named = rules.pattern("figure.scope_in_name").regex
    sentence, clause = passage.sentence(position)[0], passage.clause(position)[0]
    reaches = [(clause, position)]
    colon = passage.folded.find(":", sentence, clause)
    if colon >= 0 and passage.folded.find(";", sentence, colon) < 0:
        reaches.append((sentence, colon))
    for start, end in reaches:
        hits = [
            hit for hit in scope.regex.finditer(passage.folded, start, end)
            if not names.covers(hit.start(), hit.end())
            and not named.search(passage.folded, max(start, hit.start() - _NAME_REACH), hit.start())
        ]  # fmt: skip
        aside = rules.pattern("counts.context_scope_aside").regex
        if hits and aside.search(passage.folded, hits[-1].end(), position):
            return None  # `cả nước có 200 dự án, riêng huyện Mẫu có 5 dự án`
        if hits:
            return " ".join(passage.view[hits[-1].start() : hits[-1].end()].split())
    return None
