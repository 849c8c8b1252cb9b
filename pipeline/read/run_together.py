"""Lines of a paper that a program copied into one paragraph: the breaks between them put back.

Sites that show what a file holds, and programs that take the text out of it, print a whole paper,
or a page of it, as one line: head, title, articles, items and foot with blanks between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import regex

from pipeline.model import RawLine

_SHORTEST, _LONG = 120, 800  # letters of a line that may hold a head; that may hold a body
_HEAD = 700  # letters in which a head ends
_FEWEST_CELLS, _FEWEST_UNTITLED = 3, 2  # of a head with the national title, of one without it
_FEWEST = 3  # parts of a body without a head that tell a paper
_STATE = (
    r"C[ỘÔOọộ]NG\s{0,3}H(?:[ÒÓò][AÀ]|O[ÀÁà])\s{0,3}X[ÃAÀãà]\s{0,3}H[ỘÔộ]I\s{0,3}"
    r"CH[ỦUủ]\s{0,3}NGH[ĨIĩ]A\s{0,3}VI[ỆÊệ]T\s{0,3}NAM"
)
_MOTTO = r"Độc\s{0,3}lập\s{0,3}[-–—]?\s{0,3}Tự(?:\sdo)?\s{0,3}[-–—]?\s{0,3}[Hh]ạnh\s{0,3}[Pp]húc"
_DAY = r"ngày\s{0,3}[\d.…]{0,4}\s{0,3}tháng\s{0,3}[\d.…]{0,4}\s{0,3}năm\s{0,3}\d{4}"
_PARTY = r"ĐẢNG\sCỘNG\sSẢN\sVIỆT\sNAM|ĐOÀN\sTNCS\sHỒ\sCHÍ\sMINH"
_SIGNS = ("Số", "SỐ", "NAM", "phúc", "Phúc", "MINH")  # one of them stands in each head
_CELLS = regex.compile(
    rf"""
    (?<title>{_STATE}|{_MOTTO}|{_PARTY})
   |\b(?:Số|SỐ)\s{{0,3}}:?\s{{0,3}}[\d.…]{{0,9}}
    (?:\s{{0,3}}/\s{{0,3}}(?:\d{{4}}\s{{0,3}}/\s{{0,3}})?\p{{Lu}}[\p{{L}}\d&]{{0,9}}(?:\s{{0,3}}[-–/&]\s{{0,3}}\p{{Lu}}[\p{{L}}\d&]{{0,12}}){{0,3}}
      |\s{{0,3}}[-–]\s{{0,3}}\p{{Lu}}\p{{L}}{{0,9}}\s{{0,3}}/\s{{0,3}}\p{{Lu}}[\p{{L}}\d&]{{0,12}}
    )
   |(?<rule>[-–_*=]{{3,40}})
   |(?:T[Pp]\.?\s)?\p{{Lu}}\p{{Ll}}{{1,6}}(?:(?:\s{{1,3}}|\s?[-–]\s?)\p{{Lu}}\p{{L}}{{1,6}}){{0,4}}\s{{0,3}},\s{{0,3}}{_DAY}
    """,
    regex.VERBOSE,
)
# what a line of the body opens with: its number or letter, if it is one of a series
_PARTS = regex.compile(
    r"""
    \bĐiều\s(?<article>\d{1,3})\s{0,3}(?=[.:,]?\s{0,3}\p{Lu})
   |(?:(?<=\s)[-–]\s)?\b(?:Căn\scứ|Xét\sđề\snghị|Theo\sđề\snghị|V/v|Về\sviệc)\b
   |\b(?:Kính\sgửi|KÍNH\sGỬI|Nơi\snhận|NƠI\sNHẬN)\b
   |\b(?:(?:Triển\skhai\sthực|Thực)\shiện|Tiếp\stheo|Thi\shành|Trên\scơ\ssở)\s
    (?=(?:Nghị|Quyết|Kế|Kết|Công|Chỉ|Hướng|Chương|Thông|Văn|Luật)\s)
   |\b(?:Hôm\snay,|Vào\s(?:hồi|lúc)\s\d)
   |\b(?:QUYẾT\s(?:ĐỊNH|NGHỊ)|NGHỊ\sQUYẾT)\s{0,3}:
   |\b(?:PHẦN|CHƯƠNG|PHỤ\sLỤC|DANH\sSÁCH)\s[\p{Lu}\d]
   |\((?:Ban\shành\s)?[Kk]èm\stheo\s
   |(?<=[.;:/!?…)”"*]\s{1,3}|\p{Lu}{2}\s{1,3}|(?<loose>[\p{L}\d]\s{1,3}))
    (?:(?<item>\d{1,2}(?:\.\d{1,2}){0,2})\s{0,3}[.)/\-–]|(?<letter>[a-zđ])\))\s{0,2}
    (?=[\p{Lu}“"]|(?:ông|bà|đồng\schí|đ/c|anh|chị)\s\p{Lu})
   |(?<=[.;:/!?…)”"*]\s{1,3})(?<counted>\d{1,2})\.\s(?=\d)
   |(?<=[.;:/!?…)”"*]\s{1,3})[-–+*•]\s{0,2}(?=[\p{Lu}“"])
   |(?<=\s)[-–+]\s(?=(?:Ông|Bà|Đồng\schí|Đ/c)\s\p{Lu})
   |(?<=[.;:/!?…)”"*\d]\s{1,3}|\p{L}{2}\s{1,3})
    (?:(?<roman>[IVX]{1,4})|(?<group>[A-H]))\s{0,3}[.)/\-–]\s{0,3}(?=\p{Lu})
   |\b(?=(?:TM|KT|TL|TUQ|T/M|K/T|T/L)[.\s]\s{0,3}\p{Lu}{2})
   |(?<![\p{Lu}&\-–]\s{0,3})\b(?=(?:\p{Lu}{2,9}[,*]{0,3}\s){3,12}[-–*\s]{0,4}Căn\scứ\b)
    """,
    regex.VERBOSE,
)
# what is asked first, for it is found quickly: whether parts may begin in a line at all
_OPENS = re.compile(r"[.;:/!?…)”\"] (?=[-–+*•IVXA-H\d])|Điều \d|NHẬN|nhận:")
# words in front of a number that is named or told, and opens nothing
_OWNERS = {
    "article": regex.compile(r"\b(?:tại|theo|của|và|từ|đến|này|ở|các|với|nêu|tên|khoản \d+)\s$"),
    "roman": regex.compile(
        r"\b(?:hạng|loại|khóa|khoá|thứ|quý|kỳ|cấp|đoạn|bậc|vùng|khối|lớp|trình|nhóm|tập|mục|phần)\s$",
        regex.IGNORECASE,
    ),
}
_SIGNED = regex.compile(r"\((?:[Đđ]ã\s)?[Kk]ý[^()]{0,40}\)")
_FOOT = regex.compile(
    r"\b(?:Nơi\snhận|NƠI\sNHẬN|THƯ\sKÝ|CHỦ\s(?:TRÌ|T[OỌ][AẠ]))\b"
    r"|\b(?:TM|KT|TL|TUQ|T/M|K/T|T/L)[.\s]\s?\p{Lu}{2}"
)
_POST = regex.compile(
    r"(?<!(?:[\p{Lu},:\-–]|(?:TM|KT|TL|TUQ|VT)\.)\s?)\b(?:(?:TM|KT|TL|TUQ|Q)[.\s]\s?)?\p{Lu}{2,9}(?:\s\p{Lu}{2,9}){1,12}"
    r"(?=\s{1,3}[(–-]|\s{1,3}\p{Lu}\p{Ll})"
)
_COPY = regex.compile(r"(?<=\p{Lu}{2}\s{1,3})[-–]\s?(?=\p{Lu})|(?<=\s)[-–]\s?(?=Lưu\b)")
# a heading, or the name of a type, above what is not printed in capitals
_TITLED = regex.compile(
    r"\s?\W{0,3}\p{Lu}{2,9}(?:,?\s{1,3}\p{Lu}{2,9}){1,14}\W{0,3}(?=\s{1,3}[“\p{Lu}]\p{Ll})"
)
# the first cell of a table's head, and how a row opens whose number has no point
_TABLE = regex.compile(r"\b(?:STT|TT|Stt|S[ốỐ]\sTT)\s\p{Lu}")
_ROW = regex.compile(r"(?<=\s)(?<row>\d{1,3})\s(?=[\p{Lu}“])")
_FEWEST_ROWS, _WIDEST_ROW = 2, 400  # letters of a row
# a heading above items of which two are seen: `I. Tập thể - Trạm A; - Trạm B`
_ITEMED = regex.compile(r"[^.;:\d–-]{2,40}?\s(?=[-–+]\s\p{Lu}[^.;]{3,160}[.;]\s{1,3}[-–+]\s\p{Lu})")
_HEADINGS = ("roman", "group")
_NEAR = 16  # letters above a number that tell whose it is
# signs that only the next stage puts right, letter by letter
_ALIKE = str.maketrans("Ð\u00ad\u2010\u2011\u2012\u2212\u00a0", "Đ----- ")
_ODD = re.compile("[Ð\u00ad\u2010\u2011\u2012\u2212\u00a0]")
_ORDERS = {
    "roman": ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"),
    "group": tuple("ABCDEFGH"),
    "letter": tuple("abcdđeghiklmnopq"),
}


def parted(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines, those that hold a whole paper parted where its own lines began.

    Each part keeps its offset in the source; cells and lines whose words have boxes stay.  A paper
    is told by the cells of its head on one line, or by the numbers of its articles, groups and
    items; a long paragraph stays one line.
    """
    series = _Series()
    is_paper = False
    found: list[RawLine] = []
    for line in lines:
        text = line.text if len(line.text) >= _SHORTEST else ""
        if _ODD.search(text):
            text = text.translate(_ALIKE)
        cells = _cells(text)
        is_paper = is_paper or bool(cells)
        is_set = line.words or line.cell is not None or line.role
        if is_set or not (cells or _may_hold_parts(text, is_paper)):
            found.append(line)
            continue
        parts = list(_body(text, cells[-1] if cells else 0, series))
        if not is_paper and len(parts) < _FEWEST:
            parts = []
        found.extend(_cut(line, [*cells, *parts]) if cells or parts else [line])
    return found


def _may_hold_parts(text: str, is_paper: bool) -> bool:
    """Whether a line without a head is long enough and has the signs of parts."""
    return len(text) >= _LONG and (is_paper or len(_OPENS.findall(text)) >= _FEWEST)


@dataclass(slots=True)
class _Series:
    """The numbers met so far: one opens a line if it is the first, or if the one before it did."""

    met: set[str] = field(default_factory=set)

    def goes_on(self, kind: str, value: str) -> bool:
        order = _ORDERS.get(kind)
        kind = "item" if kind == "counted" else kind
        if order is None:
            *above, last = value.split(".")
            before = ".".join([*above, str(int(last) - 1)]) if int(last) > 1 else ""
        else:
            before = order[order.index(value) - 1] if value in order[1:] else ""
        if before and f"{kind} {before}" not in self.met:
            return False
        self.met.add(f"{kind} {value}")
        return True


def _cells(text: str) -> list[int]:
    """Where the cells of a head begin and end; empty for a line that holds no head."""
    head = text[:_HEAD]
    if not any(sign in head for sign in _SIGNS):
        return []
    found = list(_CELLS.finditer(head))
    cells = [match for match in found if match["rule"] is None]
    if len(cells) < _FEWEST_UNTITLED or cells[0].start() > _HEAD // 2:
        return []
    if not any(match["title"] for match in cells):
        if cells[1].start() - cells[0].end() > _NEAR:
            return []
    elif len(cells) < _FEWEST_CELLS:
        return []
    last = cells[-1].end()
    title = _TITLED.match(text, last)
    ends = [match.span() for match in found if match.start() < last]
    return [at for span in (*ends, *([title.span()] if title else [])) for at in span]


def _body(text: str, begin: int, series: _Series) -> Iterator[int]:
    """Where articles, groups, items and the parts of the foot begin."""
    opened = list(_PARTS.finditer(text, begin))
    items = {match["item"] or match["counted"] for match in opened}
    for match in opened:
        kind = match.lastgroup
        above = text[max(0, match.start() - _NEAR) : match.start()]
        owner = _OWNERS.get(kind or "")
        if owner is not None and owner.search(above):
            continue
        if match["loose"] and match["item"].endswith("1") and not _followed(match["item"], items):
            continue
        if kind is None or series.goes_on(kind, match[kind]):
            yield match.start()
            if kind in _HEADINGS:
                yield from (hit.end() for hit in _below_heading(text, match.end()))
    below = begin
    for table in _TABLE.finditer(text, begin):
        if table.start() >= below and (rows := _rows(text, table.end())):
            yield from rows
            below = rows[-1]
    foot = _FOOT.search(text, begin)
    if foot is not None:
        for mark in (_SIGNED, _POST):
            for match in mark.finditer(text, foot.end()):
                yield from match.span()
        yield from (match.start() for match in _COPY.finditer(text, foot.end()))


def _rows(text: str, begin: int) -> list[int]:
    """Where the rows of a table begin behind its head: their numbers go up by one."""
    found: list[int] = []
    at = begin
    while True:
        near = _ROW.finditer(text, at, at + _WIDEST_ROW)
        row = next((match for match in near if int(match["row"]) == len(found) + 1), None)
        if row is None:
            return found if len(found) >= _FEWEST_ROWS else []
        found.append(row.start())
        at = row.end()


def _below_heading(text: str, begin: int) -> Iterator[regex.Match[str]]:
    """The heading that begins there, where what stands below it can be told from it."""
    for below in (_TITLED, _ITEMED):
        if match := below.match(text, begin):
            yield match


def _followed(item: str, items: set[str]) -> bool:
    """Whether the number behind ``item`` opens a part too: `1. ... 2. ...`."""
    return f"{item[:-1]}{int(item[-1]) + 1}" in items


def _cut(line: RawLine, at: Sequence[int]) -> Iterator[RawLine]:
    """The line's parts between the places ``at``, without the blanks around them."""
    for begin, end in pairwise([0, *sorted(set(at)), len(line.text)]):
        part = line.text[begin:end]
        start = begin + len(part) - len(part.lstrip())
        if part.strip():
            source_start = None if line.source_start is None else line.source_start + start
            yield replace(line, text=part.strip(), source_start=source_start)
