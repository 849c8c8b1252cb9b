"""Items whose further lines are set under their words, not at the margin of the page."""

from __future__ import annotations

import pytest

from pipeline.model import RawLine
from tests.layout_pages import LEFT, LINE_HEIGHT, line, set_pages

HEAD = [
    "Số: 12/BC-SM",
    "Đông Khê, ngày 07 tháng 8 năm 2019",
    "BÁO CÁO",
    "Kết quả công tác năm",
]
MARGIN = (
    "Trong năm qua các đơn vị đã phối hợp tổ chức nhiều hoạt động thiết thực trên địa",
    "bàn, góp phần hoàn thành nhiệm vụ được giao và nâng cao đời sống người lao động.",
)


def page(*below: tuple[float, str]) -> list[str]:
    """The blocks of a page with these lines (how far set in, words) under a plain paragraph."""
    lines: list[RawLine] = [line(words, 60 + 20 * at) for at, words in enumerate(HEAD)]
    for at, (step, words) in enumerate([(0.0, MARGIN[0]), (0.0, MARGIN[1]), *below]):
        lines.append(line(words, 200 + at * LINE_HEIGHT, LEFT + step))
    return [" ".join(b.view.split()) for b in set_pages(lines).blocks]


@pytest.mark.parametrize("marker", ["-", "+", "1.", "a)"])
def test_lines_under_the_words_of_their_item_belong_to_it(marker: str) -> None:
    first = f"{marker} Đối với các hồ sơ nộp mới, đơn vị rà soát toàn bộ và hoàn thành trước"
    blocks = page(
        (18.0, first),
        (36.0, "ngày 15/8/2020 để tránh quá hạn theo kế hoạch, đồng thời gửi danh sách về"),
        (36.0, "Sở Mẫu tổng hợp."),
        (18.0, f"{marker.replace('1', '2').replace('a', 'b')} Báo cáo kết quả."),
    )
    (item,) = [b for b in blocks if b.startswith(marker)][:1]
    assert item.endswith("trước ngày 15/8/2020 để tránh quá hạn theo kế hoạch, đồng thời gửi danh "
                         "sách về Sở Mẫu tổng hợp.")  # fmt: skip


def test_a_bulleted_item_may_go_on_with_a_capital() -> None:
    blocks = page(
        (18.0, "- Mẫu đăng ký được khai báo trên hệ thống và gửi thông tin về cho các đơn vị của"),
        (36.0, "Sở Mẫu để duyệt."),
    )
    assert any(b.endswith("các đơn vị của Sở Mẫu để duyệt.") for b in blocks)


def test_a_block_set_in_as_a_whole_is_one_paragraph() -> None:
    blocks = page(
        (30.0, "Căn cứ vào tình hình thực tế tại các đơn vị cơ sở và đề nghị của ban chấp hành"),
        (30.0, "công đoàn các cấp, thường trực thống nhất chủ trương."),
    )
    assert any(b.endswith("ban chấp hành công đoàn các cấp, thường trực thống nhất chủ trương.")
               for b in blocks)  # fmt: skip


def test_an_indented_paragraph_below_a_full_heading_is_its_own() -> None:
    blocks = page(
        (0.0, "1. Công tác tuyên truyền, vận động đoàn viên và người lao động trong toàn huyện"),
        (28.0, "Các cấp công đoàn đã tổ chức nhiều buổi nói chuyện."),
    )
    assert "Các cấp công đoàn đã tổ chức nhiều buổi nói chuyện." in blocks


def test_an_indented_paragraph_below_a_full_item_is_its_own() -> None:
    blocks = page(
        (0.0, "- Công tác tuyên truyền, vận động đoàn viên và người lao động đạt kết quả tốt."),
        (28.0, "Các cấp công đoàn đã tổ chức nhiều buổi nói chuyện."),
    )
    assert "Các cấp công đoàn đã tổ chức nhiều buổi nói chuyện." in blocks
