"""The signers of joint papers: one stack of posts and one name, never two bodies run together."""

from __future__ import annotations

import pytest

from tests.layout_pages import plain

HEAD = """BỘ Y TẾ - BỘ TÀI CHÍNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 03/2010/TTLT-BYT-BTC
An Bình, ngày 29 tháng 9 năm 2010

THÔNG TƯ LIÊN TỊCH
Hướng dẫn mẫu

Căn cứ Nghị định số 5/2009/NĐ-CP ngày 27 tháng 11 năm 2009 của Chính phủ;
Điều 1. Phạm vi
Nội dung của thông tư này.

"""
KT = "KT. BỘ TRƯỞNG BỘ TÀI CHÍNH"


@pytest.mark.parametrize(
    ("foot", "want"),
    [
        (f"{KT}\nTHỨ TRƯỞNG\nKT. BỘ TRƯỞNG BỘ Y TẾ\nTHỨ TRƯỞNG\n\nTrần Văn Mẫu\n\nLê Thị Thử\n",
         (KT, "THỨ TRƯỞNG", "Trần Văn Mẫu")),
        (f"{KT}\nTHỨ TRƯỞNG\nKT. BỘ TRƯỞNG BỘ Y TẾ\nTHỨ TRƯỞNG\n\nTrần Văn Mẫu\n",
         (KT, "THỨ TRƯỞNG", None)),
        (f"{KT} KT. BỘ TRƯỞNG BỘ Y TẾ\nTHỨ TRƯỞNG THỨ TRƯỞNG\n\nTrần Văn Mẫu Lê Thị Thử\n",
         ("KT. BỘ TRƯỞNG BỘ Y TẾ", "THỨ TRƯỞNG", None)),
        (f"KT. BỘ TRƯỞNG BỘ Y TẾ\nTHỨ TRƯỞNG\nTrần Văn Mẫu\t{KT}\nTHỨ TRƯỞNG\nLê Thị Thử\n",
         (KT, "THỨ TRƯỞNG", "Lê Thị Thử")),
        ("BỘ TRƯỞNG BỘ TÀI CHÍNH\nBỘ TRƯỞNG BỘ Y TẾ\n\nTrần Văn Mẫu\nLê Thị Thử\n",
         (None, "BỘ TRƯỞNG BỘ TÀI CHÍNH", "Trần Văn Mẫu")),
        ("TM. ĐOÀN CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH\n\n"
         "Trần Văn Mẫu\nLê Thị Thử\n", ("TM. ĐOÀN CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Mẫu")),
        ("TM. UBND TỈNH\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Văn Mẫu\n",
         ("TM. UBND TỈNH KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Mẫu")),
        ("TL. BỘ TRƯỞNG\nKT. VỤ TRƯỞNG VỤ PHÁP CHẾ\nPHÓ VỤ TRƯỞNG\n\nTrần Văn Mẫu\n",
         ("TL. BỘ TRƯỞNG KT. VỤ TRƯỞNG VỤ PHÁP CHẾ", "PHÓ VỤ TRƯỞNG", "Trần Văn Mẫu")),
    ],
)  # fmt: skip
def test_one_signer(foot: str, want: tuple[str | None, ...]) -> None:
    head = plain(HEAD + foot).head
    fields = (head.signing_authority, head.signer_title, head.signer_name)
    assert tuple(field.value if field else None for field in fields) == want
