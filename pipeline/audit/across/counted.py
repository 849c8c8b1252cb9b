"""Counts that another document may state too: of which award, by whom, when, and how surely."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import regex

from pipeline.audit.across.about import about
from pipeline.audit.across.bodies import body_key
from pipeline.audit.across.model import place_of
from pipeline.audit.model import Paper, Row
from pipeline.audit.wording import exact, sentence
from pipeline.grammar.spelling import fold
from pipeline.rulebook import Rulebook

COLUMNS = [
    ("value", pa.float64()), ("noun", pa.string()), ("award", pa.string()),
    ("giver", pa.string()), ("reporter", pa.string()), ("first_day", pa.date32()),
    ("last_day", pa.date32()), ("issued", pa.date32()), ("about", pa.string()),
    ("leaves_open", pa.string()), ("quoted", pa.string()), ("is_running", pa.bool_()),
    ("may_fall", pa.bool_()), ("is_plain", pa.bool_()),
]  # fmt: skip
_PERSONS = regex.compile(r"(?:cá nhân|người|đồng chí|cán bộ|đoàn viên|ông|bà)(?!\p{L})")
_GROUPS = regex.compile(r"(?:tập thể|đơn vị)(?!\p{L})")
_NARROW = regex.compile(r"(?<!\p{L})(?:nữ|thuộc|trong đó|trong số|khối|dân tộc|trẻ)(?!\p{L})")
_BARE = regex.compile(r"(?:cá nhân|người|đồng chí|tập thể|đơn vị)")
_ALL = regex.compile(
    r"(?:toàn|cả|trong|trên địa bàn)(?: toàn)? (?:tỉnh|huyện|thành phố|ngành|xã|quận)"
)
_JOINT = regex.compile(r"tập thể.{0,300}(?:cá nhân|nhóm)|cá nhân.{0,300}tập thể|lượt|hộ|và|,")
_RUNNING = regex.compile(
    r"(?<!\p{L})(?P<sure>l(?:ũy|uỹ) kế|cộng dồn|tổng số từ trước)|(?<!\p{L})(?:tính )?đến nay|"
    r"(?<!\p{L})tính đến(?: hết)?(?: ngày| tháng| năm)?"
)
# What stands at a day and may fall again, or was counted anew: no sum that only grows.
_FALLS = regex.compile(
    r"(?<!\p{L})(?:hiện có|hiện còn|còn lại|đang|giảm|thu hồi|hủy|huỷ|rà soát|điều chỉnh|"
    r"đính chính|sáp nhập|giải thể)(?!\p{L})"
)
_GROWS = regex.compile(
    r"(?<!\p{L})(?:sáng kiến|đề tài|giải pháp|công trình|bằng khen|giấy khen|huân chương|"
    r"bằng lao động sáng tạo)(?!\p{L})"
)
_SINCE = regex.compile(
    r"(?<!\p{L})(?:kể )?từ (?:đầu )?"
    r"(?:năm|(?:tháng|quý|ngày) [\d/IVXivx ]{1,10}?(?:năm|/)) ?(?P<year>\d{4})"
)
_BEFORE = 160  # letters before a figure in which `lũy kế` may stand
_FEW = 5000


def counts(paper: Paper, body: str, home: str | None, rules: Rulebook) -> Iterator[dict[str, Any]]:
    """A row a count of the document that could be told elsewhere too.

    :param body: key of the issuer, who reports where no scope is printed
    """
    for figure in paper.of("figures"):
        if figure["unit"] != "count" or figure["role"] not in ("result", "total", None):
            continue
        if figure["of_value"] is not None or figure["rule"].startswith("figure_table."):
            continue
        begin, end = sentence(paper, figure["start"], figure["end"])
        words = fold(paper.text[begin:end])
        ahead = fold(paper.text[max(begin, figure["start"] - _BEFORE) : figure["start"]])
        running = _RUNNING.search(ahead)
        quoted, several = _quoted(paper, figure, begin, end)
        if figure["award"] is None and running is None and not quoted:
            continue
        noun = fold(figure["counted"] or "")
        scope = fold(figure["scope"] or "")
        reporter = body
        if scope and not _ALL.fullmatch(scope):  # whose figure it is, as told by the issuer
            reporter = f"{body} > {body_key(scope, home, rules)}"
        grows = figure["award"] is not None or _GROWS.search(noun)
        yield {
            **place_of(paper, figure, "figure_id"),
            "value": figure["value"], "noun": kind_of(noun),
            "award": fold(figure["award_name"] or ""),
            "giver": body_key(figure["conferred_by"], home, rules), "reporter": reporter,
            "first_day": _first_day(figure, ahead), "last_day": figure["period_end"],
            "issued": paper.header["issued_on"], "about": about(paper, figure),
            "leaves_open": _open(figure, noun, several), "quoted": quoted,
            "is_running": running is not None,
            "may_fall": bool(_FALLS.search(words))
            or not (grows or (running is not None and running["sure"])),
            "is_plain": bool(_BARE.fullmatch(noun)) and not _NARROW.search(ahead),
        }  # fmt: skip


def kind_of(noun: str) -> str:
    """person, collective, or the folded noun itself."""
    if _PERSONS.match(noun):
        return "person"
    return "collective" if _GROUPS.match(noun) else noun


def _open(figure: Row, noun: str, several: bool) -> str:
    """The reason why the count proves nothing if another one differs; "" if there is none."""
    if not exact(figure):
        return "not_exact"
    if _JOINT.search(noun) or (figure["value"] > _FEW and figure["award"] is not None):
        return "other_nouns"
    return "several_decisions" if several else ""


def _first_day(figure: Row, ahead: str) -> dt.date | None:
    """The day from which is counted; None where the text tells the last day only.

    :param ahead: the folded words before the count, where `từ năm 2018 đến hết tháng 6/2021` stands
    """
    first: dt.date | None = figure["period_start"]
    if first is not None and first != figure["period_end"]:
        return first
    since = _SINCE.search(ahead)
    return dt.date(int(since["year"]), 1, 1) if since is not None else None


def _quoted(paper: Paper, figure: Row, begin: int, end: int) -> tuple[str, bool]:
    """The decision under which the counted awards were given, and whether there are several.

    It stands behind the count (`cho 12 cá nhân tại Quyết định số ...`), or alone in its sentence.
    """
    cited = [
        row for row in paper.of("citations")
        if begin <= row["start"] < end and row["cited_type"] == "QĐ"
        and row["cited_number"] is not None
    ]  # fmt: skip
    numbers = {row["cited_number"] for row in cited}
    if not cited:
        return "", False
    behind = [row for row in cited if row["start"] >= figure["end"]]
    if len(numbers) > 1:
        later = [
            other["start"] for other in paper.of("figures")
            if figure["end"] <= other["start"] < end and other["award"] != figure["award"]
        ]  # fmt: skip
        limit = min(later, default=end)
        behind = [row for row in behind if row["start"] < limit]
    named = behind or cited
    held = [row["cited_doc_id"] for row in named if row["cited_doc_id"] not in (None, paper.doc_id)]
    several = len({row["cited_number"] for row in named}) > 1
    return (str(held[0]) if held else ""), several
