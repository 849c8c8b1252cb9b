"""Names near an award that it was not given to: who led, judged or owned; and who was given it."""

from __future__ import annotations

import pytest
from test_awardees_aims import told


@pytest.mark.parametrize(
    "sentence",
    [
        "Đoàn do ông Lê Văn Khế dẫn đầu đã giành giải Nhất Hội thi dân vận khéo.",
        "03 em được trao giải Nhất (giám khảo: ông Lê Văn Khế, bà Đỗ Thị Na).",
        "05 công nhân được tặng Giấy khen (nơi làm việc: Công ty May Gò Mận).",
        "Có 02 tập thể (Trường THCS Gò Sim, Trạm Y tế xã Bến Ổi) bị đưa ra khỏi danh sách được "
        "tặng Cờ thi đua của UBND tỉnh.",
        "Ông Lê Văn Khế từ chối nhận Giấy khen.",
        "Trừ ông Lê Văn Khế, các thành viên đều được tặng Giấy khen.",
        "Thầy Lê Văn Khế có học sinh đạt giải Nhất cấp tỉnh.",
        "Bài viết về ông Lê Văn Khế đạt giải Nhất cuộc thi.",
        "Tác phẩm “Chân dung Mẹ Hồ Thị Nhẫn” đạt giải A.",
        "Phong trào do đồng chí Hồ Thị Mây phát động được Trung ương Đoàn tặng Bằng khen.",
        "Ông Lê Văn Khế mong muốn được tặng Kỷ niệm chương.",
        "Ông Lê Văn Khế tặng Bằng khen của Bộ Y tế cho Bảo tàng huyện để trưng bày.",
    ],
)
def test_who_only_stands_near_is_given_nothing(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Em Hồ Minh Tú, học sinh lớp 9A Trường THCS Gò Sim, do thầy Lê Văn Khế hướng dẫn, đạt "
         "giải Nhì kỳ thi học sinh giỏi tỉnh.", ["Hồ Minh Tú"]),
        ("03 em được trao giải Nhất (các em: Tạ Văn Nén, Hồ Thị Mây, Lê Văn Khế).",
         ["Tạ Văn Nén", "Hồ Thị Mây", "Lê Văn Khế"]),
        ("Sau khi ông Tạ Văn Nén qua đời, bà Hồ Thị Mây tiếp tục công việc và được tặng Bằng khen.",
         ["Hồ Thị Mây"]),
        ("Khi ông Tạ Văn Nén, bà Hồ Thị Mây được tặng Bằng khen, cả xã vui mừng.",
         ["Tạ Văn Nén", "Hồ Thị Mây"]),
        ("Trong năm, xã Gò Sim được Sở Y tế tặng Cờ thi đua, Sở Nội vụ tặng Giấy khen cho ông "
         "Tạ Văn Nén.", ["Tạ Văn Nén"]),
        ("Ông Lê Văn Khế “Năm Lúa” được tặng Giấy khen của Bộ Y tế.", ["Lê Văn Khế"]),
        ("Thầy Lê Văn Khế có 3 học sinh đạt giải, được Sở Nội vụ tặng Giấy khen.", ["Lê Văn Khế"]),
        ("Nhiều năm phấn đấu, ông Lê Văn Khế được tặng Bằng khen của Bộ Y tế.", ["Lê Văn Khế"]),
        ("Phấn đấu trở thành lá cờ đầu, ngày 12/3/2021, Hợp tác xã Bến Ổi được tặng Huân chương "
         "Lao động hạng Ba.", ["Hợp tác xã Bến Ổi"]),
        ("Bộ Công an tặng Bằng khen cho Đội 3, Phòng Cảnh sát hình sự, Công an tỉnh Gò Mận đã "
         "có thành tích phá án.", ["Đội 3"]),
        ("Bộ Công an tặng Bằng khen cho Đội 3, Phòng Cảnh sát hình sự và Công an tỉnh Gò Mận đã "
         "có thành tích.", ["Đội 3", "Phòng Cảnh sát hình sự", "Công an tỉnh Gò Mận"]),
    ],
)  # fmt: skip
def test_whose_it_is_was_given_it(sentence: str, names: list[str]) -> None:
    assert [name for name, _ in told(sentence)] == names
