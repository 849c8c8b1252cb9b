"""What a notice of conclusions sets for the time to come opens with that time."""

from __future__ import annotations

import pytest

from pipeline.document import process
from pipeline.model import Source
from tests.figure_papers import rules

HEAD = """ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN GÒ MẬN               Độc lập - Tự do - Hạnh phúc
Số: 31/TB-UBND                     Gò Mận, ngày 05 tháng 11 năm 2018

THÔNG BÁO
Kết luận tại cuộc họp giao ban tháng 10 năm 2018

"""


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Trong tháng 11 tập trung: giải ngân 15 tỷ đồng; tuyển 120 công dân.", None),
        ("Trong tháng 10 tập trung: giải ngân 15 tỷ đồng; tuyển 120 công dân.", "result"),
        ("Trong tháng 11 đã giải ngân 15 tỷ đồng; tuyển 120 công dân.", "result"),
    ],
)
def test_tasks(body: str, role: str | None) -> None:
    data = f"{HEAD}{body}\n".encode()
    rows = process(data, Source("a.txt", "0" * 64, len(data), "text/plain"), rules())
    assert {f["role"] for f in rows.tables["figures"]} == {role}
