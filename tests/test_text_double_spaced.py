"""Empty lines below every line of a wrapped text part nothing; those between paragraphs stay."""

from __future__ import annotations

from pipeline.model import RawLine
from pipeline.read.text.double_spaced import single_spaced

WRAPPED = [
    "Thực hiện Kế hoạch của Ban Chấp hành về tổ chức phong trào thi", "đua năm 2020, các đơn vị đã",
    "triển khai đồng bộ nhiều giải pháp và đạt kết quả.", "", "Ban Thường vụ Liên đoàn Lao động",
    "huyện tặng Giấy khen cho 12 tập", "thể có thành tích xuất sắc.", "", "Căn cứ báo cáo của các",
    "công đoàn cơ sở, Ban Thường vụ", "đề nghị các cấp tiếp tục triển", "khai trong thời gian tới.",
    "Nơi nhận:", "- Như trên;", "- Lưu: VP.",
]  # fmt: skip
PARAGRAPHS = [f"Nội dung {at} đã được các đơn vị triển khai trong năm." for at in range(20)]


def spaced(texts: list[str]) -> list[RawLine]:
    return [RawLine(line) for text in texts for line in (text, "")]


def test_a_line_is_left_below_paragraphs_alone() -> None:
    kept = [line.text for line in single_spaced(spaced(WRAPPED))]
    assert [text for text in kept if text] == [text for text in WRAPPED if text]
    assert kept[:3] == WRAPPED[:3] and kept[3] == ""


def test_paragraphs_with_a_line_between_stay_as_they_are() -> None:
    lines = spaced(PARAGRAPHS)
    assert single_spaced(lines) == lines
    titles = spaced(["về việc khen thưởng", *PARAGRAPHS])
    assert single_spaced(titles) == titles


def test_wrapped_lines_without_blanks_stay_as_they_are() -> None:
    lines = [RawLine(text) for text in WRAPPED * 2]
    assert single_spaced(lines) == lines
