"""Citations of laws, decrees and letters in every shape, with what the gold says of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from benchmarks.generated import dates
from benchmarks.generated.filling import Pieces
from benchmarks.generated.offices import Office
from tests.samples.marks import Cite, Piece

WORDS = {
    "QĐ": "Quyết định",
    "KH": "Kế hoạch",
    "CV": "Công văn",
    "CT": "Chỉ thị",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "NQ": "Nghị quyết",
    "BC": "Báo cáo",
    "TTr": "Tờ trình",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "L": "Luật",
    "KL": "Kết luận",
}

# Public acts: type, number, day, who issued, what about.
ACTS = (
    (
        "NĐ",
        "91/2017/NĐ-CP",
        "2017-07-31",
        "Chính phủ",
        "quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
    ),
    (
        "NĐ",
        "98/2023/NĐ-CP",
        "2023-12-31",
        "Chính phủ",
        "quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
    ),
    ("NĐ", "13/2012/NĐ-CP", "2012-03-02", "Chính phủ", "ban hành Điều lệ Sáng kiến"),
    ("NĐ", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "về công tác văn thư"),
    ("TT", "08/2017/TT-BNV", "2017-10-27", "Bộ Nội vụ", ""),
    ("TT", "12/2019/TT-BNV", "2019-11-04", "Bộ Nội vụ", ""),
    (
        "QĐ",
        "1689/QĐ-TLĐ",
        "2019-11-12",
        "Tổng Liên đoàn Lao động Việt Nam",
        "về việc ban hành Quy chế khen thưởng của tổ chức Công đoàn",
    ),
    (
        "CT",
        "34-CT/TW",
        "2014-04-07",
        "Bộ Chính trị",
        "về tiếp tục đổi mới công tác thi đua, khen thưởng",
    ),
    ("CT", "18/CT-TTg", "2016-04-07", "Thủ tướng Chính phủ", ""),
    (
        "NQ",
        "02-NQ/TW",
        "2021-06-12",
        "Bộ Chính trị",
        "về đổi mới tổ chức và hoạt động của Công đoàn Việt Nam trong tình hình mới",
    ),
    ("NĐ", "152/2025/NĐ-CP", "2025-06-14", "Chính phủ", ""),
    ("NQ", "20-NQ/TW", "2008-01-28", "Ban Chấp hành Trung ương Đảng", ""),
    ("CT", "05-CT/TW", "2016-05-15", "Bộ Chính trị", ""),
    ("L", "06/2022/QH15", None, None, ""),
)
TOPICS = (
    "về việc phát động phong trào thi đua {year}",
    "về tăng cường công tác bảo đảm an toàn giao thông",
    "về việc triển khai công tác thi đua, khen thưởng {year}",
    "về việc báo cáo kết quả thực hiện nhiệm vụ",
    "về việc tổ chức Tháng Công nhân",
    "về đẩy mạnh cải cách hành chính {year}",
    "về việc hướng dẫn xét, công nhận sáng kiến",
    "về chăm lo Tết cho đoàn viên, người lao động",
)


@dataclass(slots=True)
class Shelf:
    """What a paper has cited so far, so that a number stands for one document only."""

    own: str
    used: set[str]


def act(rng: Random, issued: dt.date, shelf: Shelf) -> Pieces:
    """A public act older than the paper, with its title."""
    fit = [
        a for a in ACTS if a[1] not in shelf.used and (a[2] or "2022-06-15") < issued.isoformat()
    ]
    if not fit:
        return local(rng, issued, shelf, "Thủ tướng Chính phủ", "QĐ", "TTg")
    kind, symbol, on, body, about = rng.choice(fit)
    shelf.used.add(symbol)
    if kind == "L":
        return (Cite((f"Luật Thi đua, khen thưởng số {symbol}",), "L", symbol),)
    assert on is not None
    day = dt.date.fromisoformat(on)
    cite = _cite(rng, kind, symbol, day, body)
    return (cite, f" {about}") if about and rng.random() < 0.6 else (cite,)


def local(
    rng: Random,
    issued: dt.date,
    shelf: Shelf,
    body: str,
    kind: str,
    code: str,
    unit: str = "",
) -> Pieces:
    """A paper of another office: `Công văn số 12/SNV-TĐKT ngày ... của Sở Nội vụ về việc ...`."""
    day = dates.before(rng, issued)
    symbol = _fresh(rng, shelf, kind, code, unit)
    cite = _cite(rng, kind, symbol, day, body)
    if rng.random() < 0.55:
        topic = rng.choice(TOPICS)
        before, slot, after = topic.partition("{year}")
        if slot:
            return (
                (cite, f" {before}", dates.year(day.year), after)
                if after
                else (cite, f" {before}", dates.year(day.year))
            )
        return (cite, f" {topic}")
    return (cite,)


def of_office(rng: Random, issued: dt.date, shelf: Shelf, office: Office) -> Pieces:
    """A paper of the office above the writer."""
    if rng.random() < 0.12:
        return series(rng, issued, shelf, office.above, office.above_code or "UBND")
    kind = rng.choice(("CV", "KH", "QĐ", "HD", "TB", "CV", "KH"))
    unit = "-" + rng.choice(office.units) if kind == "CV" and rng.random() < 0.5 else ""
    return local(rng, issued, shelf, office.above, kind, office.above_code or "UBND", unit)


def series(rng: Random, issued: dt.date, shelf: Shelf, body: str, code: str) -> Pieces:
    """Several papers of one body under one type word, or two of different types."""
    kind = rng.choice(("QĐ", "CV", "KH"))
    first, second = (_fresh(rng, shelf, kind, code, "") for _ in range(2))
    one, two = dates.before(rng, issued), dates.before(rng, issued)
    shape = rng.randrange(3)
    if shape == 0:
        lead = Cite((f"{WORDS[kind]} số {first} ", dates.full(rng, one, "cited", 0.1)), kind, first,
                    one.isoformat())  # fmt: skip
        rest = Cite((f"số {second} ", dates.full(rng, two, "cited", 0.1), f" của {body}"), kind,
                    second, two.isoformat(), body)  # fmt: skip
        return (lead, rng.choice((", ", " và ")), rest)
    if shape == 1:
        other = _fresh(rng, shelf, "BC", code, "")
        lead = _cite(rng, kind, first, one, None)
        return (lead, " và ", _cite(rng, "BC", other, two, body))
    when = dates.year(one.year, "cited")
    return (Cite((f"{WORDS[kind]} số {first} ", when, f" của {body}"), kind, first, None, body),)


def _fresh(rng: Random, shelf: Shelf, kind: str, code: str, unit: str) -> str:
    while True:
        n = f"{rng.choice((rng.randint(1, 99), rng.randint(100, 4000))):02}"
        if code in ("TW", "TU", "HU"):
            symbol = f"{n}-{kind}/{code}"
        elif kind == "CV":
            symbol = f"{n}/{code}{unit}"
        else:
            symbol = f"{n}/{kind}-{code}"
        if symbol not in shelf.used and symbol != shelf.own:
            shelf.used.add(symbol)
            return symbol


def _cite(rng: Random, kind: str, symbol: str, day: dt.date, body: str | None) -> Cite:
    """Type word, number, day and body in one of the usual orders."""
    word = WORDS[kind]
    shape = rng.random()
    number = " số " if shape < 0.9 else " "
    when = dates.full(rng, day, "cited", 0.2)
    comma = ", " if rng.random() < 0.15 else " "
    # `/` and `-` set off with blanks, as typists do
    printed = symbol
    if rng.random() < 0.06:
        printed = symbol.replace("-", " - ") if rng.random() < 0.5 else symbol.replace("/", " /", 1)
    parts: list[Piece] = [f"{word}{number}{printed}"]
    on = None
    if rng.random() < 0.9:
        parts += [comma, when]
        on = day.isoformat()
    issuer = None
    if body and rng.random() < 0.88:
        parts.append(f" của {body}")
        issuer = body
    return Cite(tuple(parts), kind, symbol, on, issuer)
