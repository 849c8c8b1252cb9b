"""What a paper asks for, orders or may only plan is no result."""

from __future__ import annotations

import pytest

from pipeline.document import process
from pipeline.model import Source
from tests.figure_papers import figures, paper, rules

HEAD = """ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN GÒ MẬN               Độc lập - Tự do - Hạnh phúc
Số: 31/{symbol}                     Gò Mận, ngày 15 tháng 02 năm 2018

{title}

{body}
"""


def roles(symbol: str, title: str, body: str) -> list[str | None]:
    """The role of each figure of a paper, in the order of the text."""
    data = HEAD.format(symbol=symbol, title=title, body=body).encode()
    rows = process(data, Source("a.txt", "0" * 64, len(data), "text/plain"), rules())
    return [f["role"] for f in rows.tables["figures"]]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("lead", "role"),
    [
        ("Phòng Giáo dục đề nghị UBND huyện xem xét:", None),
        ("Để kịp năm học, phòng đề nghị:", None),
        ("Kết quả giải quyết các kiến nghị:", "result"),
        ("Phòng đề nghị UBND huyện tặng Giấy khen cho:", "result"),
    ],
)
def test_list_below_a_request(lead: str, role: str | None) -> None:
    title = "TỜ TRÌNH\nVề việc bổ sung biên chế"
    body = f"{lead}\n1. Bổ sung 35 giáo viên.\n2. Thêm 12 phòng học."
    assert roles("TTr-PGD", title, body) == [role, role]


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("4. Phòng Nông nghiệp: chủ trì trồng mới 350 ha rừng; hỗ trợ 120 hộ.", None),
        ("4. Phòng Nông nghiệp: tổ chức được 12 lớp tập huấn cho 300 người.", "result"),
    ],
)
def test_orders_behind_the_name_of_a_body(body: str, role: str | None) -> None:
    title = "THÔNG BÁO\nKết luận của Chủ tịch UBND huyện tại cuộc họp giao ban"
    assert set(roles("TB-UBND", title, body)) == {role}


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Tổ may 5 đề nghị nâng suất ăn ca lên 22.000 đồng.", None),
        ("Cử tri kiến nghị nâng mức chi lên 500.000 đồng.", None),
        ("So với định mức còn thiếu 678 giáo viên.", "result"),
    ],
)
def test_requests_of_speakers(words: str, role: str | None) -> None:
    (figure,) = figures(paper(words, doc_type="BB"))
    assert figure.role == role


def test_what_a_plan_finds_still_open() -> None:
    (figure,) = figures(
        paper("Hiện còn 05 công trình vướng mặt bằng.", path=("KẾ HOẠCH NĂM 2024",), doc_type="KH")
    )
    assert figure.role == "result"


def only_is_sure(symbol: str, title: str, words: str) -> bool:
    """Whether the one figure of a paper has a confidence of 0.9 or more."""
    data = HEAD.format(symbol=symbol, title=title, body=words).encode()
    rows = process(data, Source("a.txt", "0" * 64, len(data), "text/plain"), rules())
    (figure,) = rows.tables["figures"]
    return float(str(figure["confidence"])) >= 0.9


@pytest.mark.parametrize(
    ("words", "is_sure"),
    [("Năm 2018: tuyển 300 lao động.", False), ("Năm 2018 đã tuyển 300 lao động.", True)],
)
def test_a_year_that_has_begun(words: str, is_sure: bool) -> None:
    assert only_is_sure("BB-CT", "BIÊN BẢN\nHội nghị", words) is is_sure


@pytest.mark.parametrize(
    ("words", "is_sure"),
    [
        ("Phòng Giáo dục mời 25 đại biểu dự hội nghị.", False),
        ("Có 25 đại biểu dự hội nghị.", True),
        ("Mưa lũ làm hư hỏng nặng; 25 đại biểu bị kẹt.", True),
    ],
)
def test_a_letter_that_tells_of_nothing(words: str, is_sure: bool) -> None:
    assert only_is_sure("PGD", "Kính gửi: Các trường", words) is is_sure


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Tỉnh còn đề nghị được hỗ trợ 150 tấn gạo.", None),
        ("Thanh tra đã kiến nghị thu hồi 2 tỷ đồng.", "result"),
    ],
)
def test_help_asked_for(words: str, role: str | None) -> None:
    (figure,) = figures(paper(words, doc_type="BC"))
    assert figure.role == role


def test_a_notice_of_admission_sets_rules() -> None:
    body = "1. Lệ phí: 30.000 đồng/hồ sơ.\n2. Học bổng: 10 suất.\n3. Hồ sơ gồm: 02 phiếu."
    assert set(roles("TB-CĐYT", "THÔNG BÁO\nTuyển sinh năm 2018", body)) == {None}


def test_a_title_in_small_letters_below_a_bare_part() -> None:
    body = (
        "Phần thứ nhất\nKết quả năm 2017\n- Đàn lợn 1.850 con.\n"
        "Phần thứ hai\nPhương hướng năm 2018\n- Đàn lợn 2.000 con."
    )
    assert roles("BC-UB", "BÁO CÁO\nTình hình kinh tế năm 2017", body) == ["result", "target"]


def test_headings_with_a_capital_letter() -> None:
    body = (
        "A. Kết quả tháng 1\n1. Tuyển mới 45 người.\n2. Thu đạt 12%.\n"
        "B. Nhiệm vụ tháng 2\n1. Phát triển mới 450 người.\n2. Thanh tra 05 đơn vị."
    )
    title = "BÁO CÁO\nKết quả công tác tháng 1, nhiệm vụ trọng tâm tháng 2 năm 2018"
    assert roles("BC-UB", title, body) == ["result", "result", "target", "target"]


def test_a_lettered_point_leaves_the_one_before() -> None:
    body = (
        "A. Kết quả tháng 1\n1. Tuyển mới 45 người.\nB. Nhiệm vụ tháng 2\n1. Thanh tra 05 đơn vị.\n"
        "C. Kiến nghị: UBND huyện bố trí 12 tỷ đồng."
    )
    title = "BÁO CÁO\nKết quả công tác tháng 1, nhiệm vụ trọng tâm tháng 2 năm 2018"
    assert roles("BC-UB", title, body) == ["result", "target", None]
