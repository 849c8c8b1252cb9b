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
