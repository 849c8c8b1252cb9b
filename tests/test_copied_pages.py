"""Pages that hold nothing but what stood before: `pages.duplicate_of` names the page they copy."""

from __future__ import annotations

import hashlib

from pipeline.document import process
from pipeline.model import Source
from pipeline.rulebook import load_rulebook

HEAD = """\
ỦY BAN NHÂN DÂN                          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN MẪU                                    Độc lập - Tự do - Hạnh phúc
Số: 18/BC-UBND                               Mẫu, ngày 12 tháng 12 năm 2022

                              BÁO CÁO
                  Kết quả phong trào thi đua năm 2022

Năm 2022, huyện đã tổ chức 12 lớp tập huấn cho cán bộ các xã trong huyện.
"""
MIDDLE = """\
1. Công tác tuyên truyền
Các xã đã tổ chức 45 buổi tuyên truyền cho 2.310 người dân trên địa bàn huyện Mẫu.
Đài truyền thanh huyện đã phát 96 tin bài về các gương người tốt trong năm vừa qua.
"""
FOOT = """\
2. Công tác khen thưởng
Huyện đã tặng Giấy khen cho 15 tập thể trong năm 2022.

Nơi nhận:                                        CHỦ TỊCH
- Lưu: VT.
                                               Tạ Quang Thử
"""


def copied(*pages: str) -> list[int | None]:
    data = "\f".join(pages).encode()
    source = Source("mem/a.txt", hashlib.sha256(data).hexdigest(), len(data), "text/plain")
    rows = process(data, source, load_rulebook()).tables
    return [row["duplicate_of"] for row in rows["pages"]]  # type: ignore[misc]


def test_a_page_scanned_twice_is_a_copy_of_the_first() -> None:
    assert copied(HEAD, MIDDLE, MIDDLE, FOOT) == [None, None, 2, None]


def test_a_page_with_a_line_of_its_own_is_none() -> None:
    assert copied(HEAD, MIDDLE, MIDDLE + "Xã Mẫu Hạ đã trồng 30 ha rừng.\n", FOOT) == [None] * 4
