"""Numbers of lines and of notes count nothing, and counts that happen to stand first do."""

from __future__ import annotations

from pipeline.extract.figures.extract import extract_figures
from tests.figure_papers import rules
from tests.layout_pages import plain

HEAD = """
Số: 12/BC-LĐLĐ
Đông Khê, ngày 07 tháng 8 năm 2019

BÁO CÁO
Kết quả phong trào thi đua

"""


def counted(words: str) -> list[float]:
    figures = extract_figures(plain(HEAD + words), (), (), (), rules())
    return [figure.value for figure in figures]


def test_running_numbers_are_no_counts() -> None:
    assert (
        counted("Các văn bản:\n1 Công văn về tập huấn\n2 Báo cáo tổng kết\n3 Mô hình mới\n") == []
    )
    assert counted("Các đơn vị:\n1 Phòng Nhân sự\n2 Trung tâm Lưu trữ\nĐã có 12 sáng kiến.") == [12]
    assert counted("Tiếp theo:\n14 Trung tâm A\n15 Trung tâm B\n16 Trung tâm C\n") == []


def test_counts_at_the_start_of_lines_stay() -> None:
    assert counted("Đã tổ chức:\n1 Hội nghị tổng kết\n3 Lớp tập huấn\n4 Cuộc thi\n") == [1, 3, 4]
    assert counted("Đã tặng:\n01 Bằng khen của tỉnh\n02 Giấy khen của Sở\n") == [1, 2]


def test_numbers_in_a_column_of_their_own_are_no_counts() -> None:
    assert counted("Danh sách:\n15          phòng Tài chính\nBà Mẫu         trạm trưởng\n") == []
    assert counted("Đã thành lập\n15  phòng chuyên môn.\n") == [15]


def test_marks_of_notes_are_no_part_of_what_is_counted() -> None:
    words = "Có 45 tập thể2, 30 đoàn viên1 dự; đạt 85%3 kế hoạch trên 12 km2 đất.\n"
    found = extract_figures(plain(HEAD + words), (), (), (), rules())
    assert [(figure.value, figure.counted) for figure in found if figure.unit == "count"] == [
        (45, "tập thể"), (30, "đoàn viên"), (12, "km2 đất"),
    ]  # fmt: skip


def test_counts_below_headings_of_a_table_nobody_read_are_doubtful() -> None:
    words = "TT Nội dung Số lượng\n1 Hồ sơ đã nhận 45 hồ sơ\n2 Hồ sơ trả lại 3 hồ sơ\n"
    found = extract_figures(plain(words), (), (), (), rules())
    assert found and all(figure.confidence <= 0.6 for figure in found)


def test_a_share_is_no_amount_in_thousands_of_millions() -> None:
    assert 4_000_000_000 not in counted("4 Tỷ lệ hộ nghèo giảm\n")
