"""The headline of a page of news: in small letters or in capitals, above or below its clock."""

from __future__ import annotations

import pytest

from tests.layout_pages import head_of, value

LEAD = (
    "Ngày 04/5/2018, Ủy ban nhân dân tỉnh Vân Khê đã ban hành quyết định về việc tổ chức gặp mặt, "
    "biểu dương, tôn vinh các điển hình tiên tiến trong phong trào thi đua của tỉnh."
)
CLOCK = "Đăng ngày: 14/05/2018 08:29:24"
CAPITALS = "BAN HÀNH KẾ HOẠCH GẶP MẶT CÁC ĐIỂN HÌNH TIÊN TIẾN"
SMALL = "Ban hành kế hoạch gặp mặt các điển hình tiên tiến"


@pytest.mark.parametrize(
    ("page", "headline"),
    [
        (f"{SMALL}\n{CLOCK}\n{LEAD}\n", SMALL),
        (f"{CAPITALS}\n{CLOCK}\n{LEAD}\n", CAPITALS),
        (f"QUYẾT ĐỊNH VỀ VIỆC {CAPITALS}\n{CLOCK}\n{LEAD}\n", f"QUYẾT ĐỊNH VỀ VIỆC {CAPITALS}"),
        (f"TIN TỨC - SỰ KIỆN TRONG TỈNH\n{CLOCK}\n{SMALL}\n{LEAD}\n", SMALL),
        (f"CỔNG THÔNG TIN ĐIỆN TỬ TỈNH VÂN KHÊ\n{CLOCK}\n{LEAD}\n", None),
        (f"TIN MỚI\n{CLOCK}\n{LEAD}\n", None),
    ],
)
def test_headlines(page: str, headline: str | None) -> None:
    read = head_of(page)
    assert (read.genre, value(read.subject)) == ("news", headline)


@pytest.mark.parametrize(
    "page",
    [
        f"{SMALL}\n(VK online) - {LEAD}\n\nMinh Khế\n",
        f"{SMALL}\nVK&TĐ - {LEAD}\n\nMinh Khế (TTXVN)\n",
        f"Thứ ba, 14/05/2018\n{SMALL}\n{LEAD}\n\nMinh Khế\n",
        f"{SMALL}\n14/05/2018\n{LEAD}\n\nMinh Khế\nXem thêm\n",
        f"{SMALL}\n14/05/2018 | 10:05 | cms-view-count: 78\n{LEAD}\n\nMinh Khế\n",
        f"Thứ 6, 22/11/2024, 12:08\n{SMALL}\nThứ 2, 14/05/2018 | 14:13:25\n{LEAD}\n\nMinh Khế\n",
        f"{SMALL}\nKhế Na - 14/05/2018 23:18\n{LEAD}\n\nMinh Khế\n",
    ],
)
def test_a_page_known_as_news_by_its_lead_or_its_day(page: str) -> None:
    read = head_of(page)
    assert (read.genre, value(read.subject), value(read.signer_name)) == ("news", SMALL, "Minh Khế")
    assert read.issued_on is None or read.issued_on.year == 2018


@pytest.mark.parametrize(
    "page",
    [
        f"{SMALL}\n{LEAD}\n",
        f"(Kèm theo Quyết định số 5) - {LEAD}\n",
        "Thứ hai, 14/05/2018\nHọp giao ban tại phòng họp số 1\nThứ ba, 15/05/2018\nĐi cơ sở\n",
        f"{SMALL}\nThứ hai, 14/05/2018\nHọp giao ban\n",
    ],
)
def test_days_and_brackets_that_make_no_news(page: str) -> None:
    assert head_of(page).genre == "other"
