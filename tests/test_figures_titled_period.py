"""The time that only the title of a report names."""

from __future__ import annotations

import pytest

from pipeline.document import process
from pipeline.model import Source
from tests.figure_papers import rules

HEAD = """ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN GÒ MẬN               Độc lập - Tự do - Hạnh phúc
Số: 31/{symbol}-UBND                     Gò Mận, ngày 04 tháng 7 năm 2021

{kind}
{title}

"""
TITLE = "Kết quả công tác 6 tháng đầu năm 2021, nhiệm vụ 6 tháng cuối năm 2021"
HALF = ("2021-01-01", "2021-06-30")
UNKNOWN = ("None", "None")


def periods(
    body: str, title: str = TITLE, kind: str = "BÁO CÁO", symbol: str = "BC"
) -> list[tuple[str, str]]:
    words = HEAD.format(kind=kind, title=title, symbol=symbol) + f"{body}\n"
    data = words.encode()
    rows = process(data, Source("a.txt", "0" * 64, len(data), "text/plain"), rules())
    return [(str(f["period_start"]), str(f["period_end"])) for f in rows.tables["figures"]]


@pytest.mark.parametrize(
    "body",
    [
        "Xét xử 266 vụ án hình sự.",
        "Xét xử 266 vụ án, tăng 5% so với năm 2020.",
        "Xét xử 266 vụ án, đạt 95%.",
    ],
)
def test_of_a_report(body: str) -> None:
    assert set(periods(body)) == {HALF}


@pytest.mark.parametrize(
    "body",
    [
        "Kỳ trước chuyển sang 12 vụ án.",
        "Lũy kế từ đầu nhiệm kỳ xét xử 266 vụ án.",
        "Phấn đấu xét xử 266 vụ án.",
    ],
)
def test_of_another_time(body: str) -> None:
    assert set(periods(body)) == {UNKNOWN}


def test_an_aside_of_another_year_is_of_that_year() -> None:
    read = periods("Xét xử 266 vụ án, đạt 95% (năm 2020 đạt 90%).")
    assert read == [HALF, HALF, ("2020-01-01", "2020-12-31")]


def test_a_title_of_a_time_to_come_tells_nothing() -> None:
    assert periods("Có 266 hộ.", "Tình hình thực hiện nhiệm vụ năm 2021") == [UNKNOWN]
    assert periods("Có 266 hộ.", kind="TỜ TRÌNH", symbol="TTr") == [UNKNOWN]


@pytest.mark.parametrize("words", ["so với dịp lễ", "so với trung bình của huyện", "so với cả"])
def test_the_time_that_is_compared_with(words: str) -> None:
    assert set(periods(f"{words.capitalize()} năm 2019, giảm 138 vụ án.")) == {HALF}


def test_the_unit_below_a_title_is_no_part_of_it() -> None:
    words = HEAD.format(kind="BÁO CÁO", title=TITLE, symbol="BC").rstrip()
    data = f"{words}\nĐơn vị tính: đồng\n".encode()
    rows = process(data, Source("a.txt", "0" * 64, len(data), "text/plain"), rules())
    assert rows.tables["documents"][0]["subject"] == TITLE


TABLE = """
| Lĩnh vực | Số vụ vi phạm | Số tiền phạt cùng kỳ (đồng) |
|---|---|---|
| Đất đai | 45 | 56.500.000 |
"""


def test_a_column_that_names_no_time_is_of_the_title() -> None:
    words = HEAD.format(kind="BÁO CÁO", title=TITLE, symbol="BC") + f"Số liệu:\n{TABLE}"
    data = words.encode()
    rows = process(data, Source("a.md", "0" * 64, len(data), "text/markdown"), rules())
    read = [(f["value"], str(f["period_start"])) for f in rows.tables["figures"]]
    assert read == [(45, HALF[0]), (56_500_000, "None")]
