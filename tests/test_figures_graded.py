"""Bare numbers that their shares, their sentence or their pair explain."""

from __future__ import annotations

import pytest

from tests.figure_papers import figures, found, paper


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Giỏi 98 em (13%), Khá 301 (40,1%), TB 318 (42,3%).", [98, 301, 318]),
        ("Tốt 612 em, đạt 81,5%; Khá 121, đạt 16,1%.", [612, 121]),
        ("Giỏi 98 em (13%), Khá 301 (50,1%).", [98]),
        ("Có 45 hộ (12%), kế hoạch 60 (16%).", [45]),
        ("Có 120 hộ (15%), tăng 30 (4,5%).", [120]),
    ],
)
def test_classes_with_shares(words: str, values: list[int]) -> None:
    assert [f.value for f in figures(paper(words)) if f.unit == "count"] == values


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("Số phiếu phát ra: 15; thu về: 15; không hợp lệ: 01.", [15, 15, 1]),
        ("Hồ sơ hợp lệ: 15; không hợp lệ: 01.", []),
    ],
)
def test_ballots(words: str, counts: list[int]) -> None:
    assert found(words) == [(count, "phiếu") for count in counts]


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("Giá trị thu bình quân trên 01 ha đạt 95 triệu đồng.", [(95_000_000, None)]),
        ("Cháy trên 1 ha rừng.", [(1, "ha rừng")]),
        ("Tai nạn giảm trên cả 3 tiêu chí.", []),
        ("Xã đạt thêm 3 tiêu chí.", [(3, "tiêu chí")]),
        ("Diện tích nhà ở 25 m2/người.", [(25, "m2/người")]),
    ],
)
def test_rates_and_respects(words: str, counts: list[tuple[float, str | None]]) -> None:
    assert found(words) == counts


def test_pairs_behind_a_comma() -> None:
    read = figures(paper("Có 38 lớp, 1.126 em (mầm non: 12 lớp/315 em; tiểu học: 26 lớp/811 em)."))
    by_key = {f.key: f.value for f in read}
    parents = {f.value: by_key[f.parent_key] for f in read if f.parent_key is not None}
    assert parents == {12: 38, 26: 38, 315: 1126, 811: 1126}


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("Có 252 hộ có nhà bị tốc mái trên 70% (15 triệu đồng/nhà).", [252, 15_000_000]),
        ("Mưa đá gây thiệt hại trên 70% diện tích lúa.", [70]),
    ],
)
def test_how_badly_those_counted_were_hit(words: str, counts: list[float]) -> None:
    assert [count for count, _ in found(words)] == counts


def test_amounts_of_the_next_paragraph() -> None:
    read = figures(
        paper(
            "Ủy ban trích 8,5 tỷ đồng hỗ trợ người dân.",
            "Cụ thể, trích 1 tỷ đồng cho 16 hộ (70 triệu đồng/nhà); trích 4 tỷ đồng cho 252 hộ; "
            "trích 3,5 tỷ đồng cho 361 hộ.",
        )
    )
    parts = [f.value for f in read if f.role == "part"]
    assert parts == [1_000_000_000, 4_000_000_000, 3_500_000_000]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Cơ cấu lần lượt là 15,03% - 39,81% - 45,16%.", [15.03, 39.81, 45.16]),
        ("Tăng từ 5% - 7%.", [5]),
    ],
)
def test_shares_in_a_row(words: str, values: list[float]) -> None:
    assert [value for value, _ in found(words)] == values


def test_shares_of_those_counted_before() -> None:
    words = "Có 4.000 công dân, trong đó 42% có trình độ đại học, 2,5% là đảng viên."
    assert [f.role for f in figures(paper(words))] == ["result", "part", "part"]
    grown = "Có 45 dự án, trong đó vốn tăng 12%."
    assert [f.role for f in figures(paper(grown))] == ["result", "result"]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Hộ văn hóa đạt 84% vượt chỉ tiêu Nghị quyết, thôn văn hóa đạt 71%.", "result"),
        ("Để công tác tuyển quân đạt 100%, các xã quản lý chặt thanh niên.", "target"),
    ],
)
def test_aims_and_what_went_beyond_them(words: str, role: str) -> None:
    assert {f.role for f in figures(paper(words))} == {role}
