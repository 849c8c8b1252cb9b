"""Bodies named after their work: their names go on in small letters, and may seem to end inside."""

from __future__ import annotations

import pytest

from tests.cited import cite
from tests.layout_pages import head_of, value


@pytest.mark.parametrize(
    "body",
    [
        "Trung tâm Kiểm nghiệm tỉnh An Mẫu",
        "Trung tâm Kỹ thuật tài nguyên và môi trường",
        "Cục Kiểm tra văn bản quy phạm pháp luật",
        "Cục Hộ tịch, quốc tịch, chứng thực",
        "Phòng Cảnh sát quản lý hành chính về trật tự xã hội",
        "Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh",
        "Tòa án nhân dân khu vực 3 - An Mẫu",
    ],
)
def test_names_that_are_known_to_go_on(body: str) -> None:
    (row,) = cite(f"Căn cứ công văn số 118/ABC-KH ngày 10/10/2024 của {body} về việc kiểm kê,")
    assert (row.cited_issuer, row.confidence) == (body, 0.98)


@pytest.mark.parametrize(
    "body",
    ["Trung tâm Sát hạch lái xe", "Cục Quản lý cạnh tranh", "Hội Chiến sĩ bị địch bắt tù đày"],
)
def test_the_rest_of_an_unknown_name_is_doubtful(body: str) -> None:
    (row,) = cite(f"Căn cứ công văn số 118/ABC-KH ngày 10/10/2024 của {body} về việc kiểm kê,")
    assert row.cited_issuer == body
    assert row.confidence < 0.9


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Cục Thuế xử lý vi phạm;", "Cục Thuế"),
        ("Trung tâm Y tế huyện Mường Mẫu thu giấy tờ;", "Trung tâm Y tế huyện Mường Mẫu"),
        ("Trường Hoa Mẫu nghỉ học về việc riêng;", "Trường Hoa Mẫu"),
        ("Sở Nội vụ thẩm tra về việc này;", "Sở Nội vụ"),
    ],
)
def test_what_others_do_is_no_name(words: str, issuer: str) -> None:
    (row,) = cite(f"Theo Công văn số 118/ABC-KH ngày 10/10/2024 của {words}")
    assert row.cited_issuer == issuer


def test_a_paper_below_the_attributes_that_a_site_parts_by_tabs() -> None:
    head = head_of(
        "Công văn 1842/SGDĐT-GDTrH năm 2023 về cuộc thi\n\n"
        "Số hiệu:\t1842/SGDĐT-GDTrH\tLoại văn bản:\tCông văn\n"
        "Nơi ban hành:\tSở Mẫu\tNgười ký:\tTrương Thị Bích\n"
        "Ngày ban hành:\t06/10/2023\tNgày hiệu lực:\tĐã biết\n\n"
        "UBND TỈNH AN MẪU\nSỞ GIÁO DỤC\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n---------------\n\nSố: 1842/SGDĐT-GDTrH\n"
        "V/v tổ chức cuộc thi\n\nAn Mẫu, ngày 06 tháng 10 năm 2023\n\nKính gửi: Các trường.\n"
    )
    assert (head.doc_type, value(head.doc_number)) == ("CV", "1842/SGDĐT-GDTrH")
    assert value(head.subject) == "tổ chức cuộc thi"


def test_a_subject_whose_next_line_has_a_stamp_beside_it() -> None:
    head = head_of(
        "BỘ MẪU                             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 3319/BM-CL                     Hà Nội, ngày 21 tháng 10 năm 2024\n"
        "V/v thông báo thu hồi thuốc không\n"
        "đạt tiêu chuẩn chất lượng          KHẨN\n\nKính gửi: Sở Y tế các tỉnh.\n"
    )
    assert value(head.subject) == "thông báo thu hồi thuốc không đạt tiêu chuẩn chất lượng"


@pytest.mark.parametrize(
    ("lines", "issuer", "parent"),
    [
        ("SỞ TÀI NGUYÊN VÀ MÔI\nTRƯỜNG", "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", None),
        ("UBND XÃ TÂN NÔNG\nTRƯỜNG TIỂU HỌC MẪU", "TRƯỜNG TIỂU HỌC MẪU", "UBND XÃ TÂN NÔNG"),
        ("QUỐC HỘI KHÓA XV\nĐOÀN ĐBQH TỈNH AN MẪU", "ĐOÀN ĐBQH TỈNH AN MẪU", "QUỐC HỘI KHÓA XV"),
    ],
)
def test_words_that_the_end_of_a_cell_cuts(lines: str, issuer: str, parent: str | None) -> None:
    head = head_of(
        f"{lines}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/BC-AM\n"
        "An Mẫu, ngày 3 tháng 4 năm 2023\n\nBÁO CÁO\nKết quả công tác\n"
    )
    assert (value(head.issuer), value(head.parent_issuer)) == (issuer, parent)
