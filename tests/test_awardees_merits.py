"""What an award is for is not taken for something else that is done with it."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from laid_out import Piece, document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "45/QĐ-UBND", "ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN", dt.date(2021, 1, 12))
ANNEXED: list[Piece] = [
    ("list_item", "1. Ông Phạm Văn Mít, Phó Giám đốc;", {"label": "1.", "level": 6, "part": 1}),
    ("list_item", "2. Bà Vũ Thị Bưởi, Kế toán.", {"label": "2.", "level": 6, "part": 1}),
]
MERITS = (
    "công tác giao quân năm 2020",
    "phong trào xây dựng gia đình 5 không, 3 sạch",
    "công tác thu hồi đất, giải phóng mặt bằng",
    "công tác tuyển dụng lao động",
    "nhiệm vụ phòng, chống khai thác hải sản không báo cáo",
)


def named(pieces: list[Piece]) -> list[tuple[str, str]]:
    awardees, _ = link_awardees(document(pieces, DECISION), (), RULES)
    return [(a.name, a.role) for a in awardees]


def exemplars(*paragraphs: str) -> list[str]:
    awardees, _ = link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)
    return [a.name for a in awardees if a.role == "exemplar"]


@pytest.mark.parametrize("merit", MERITS)
def test_a_list_is_given_its_award_whatever_it_is_for(merit: str) -> None:
    title = f"DANH SÁCH TẶNG GIẤY KHEN CÓ THÀNH TÍCH TRONG {merit.upper()}"
    opening = f"Điều 1. Tổng kết {merit}, Ủy ban nhân dân huyện tặng Giấy khen cho 02 cá nhân, gồm:"
    names = [("Phạm Văn Mít", "awardee"), ("Vũ Thị Bưởi", "awardee")]
    assert named([("appendix", title, {"part": 1}), *ANNEXED]) == names
    assert named([("paragraph", f"{opening} ông Phạm Văn Mít và bà Vũ Thị Bưởi.")]) == names


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH PHÂN CÔNG TRAO GIẤY KHEN TRONG CÔNG TÁC GIAO QUÂN",
        "DANH SÁCH KHÔNG ĐỀ NGHỊ TẶNG GIẤY KHEN",
        "DANH SÁCH CÓ THÀNH TÍCH TRONG CÔNG TÁC DÂN VẬN NHƯNG CHƯA ĐỦ ĐIỀU KIỆN TẶNG GIẤY KHEN",
    ],
)
def test_who_serves_an_award_or_is_refused_it_gets_none(title: str) -> None:
    assert named([("appendix", title, {"part": 1}), *ANNEXED]) == []


def test_degrees_and_callings_that_begin_like_a_task_are_told_to_do_nothing() -> None:
    said = "được tặng Bằng khen của Ủy ban nhân dân tỉnh."
    assert named([("paragraph", f"Cử nhân Phạm Văn Mít {said}")]) == [("Phạm Văn Mít", "awardee")]
    assert named([("paragraph", f"Giao dịch viên Vũ Thị Bưởi {said}")]) == [
        ("Vũ Thị Bưởi", "awardee")
    ]
    assert named([("paragraph", f"Cử ông Phạm Văn Mít {said}")]) == []


def test_a_unit_that_begins_like_the_heading_of_numbers_is_one() -> None:
    opening: Piece = ("paragraph", "Điều 1. Tặng Giấy khen cho các tập thể sau:")
    units: list[Piece] = [
        ("paragraph", "TT Y tế huyện Gò Mận"),
        ("paragraph", "Trường Tiểu học Gò Mẫu"),
    ]
    assert named([opening, *units]) == [
        ("TT Y tế huyện Gò Mận", "awardee"),
        ("Trường Tiểu học Gò Mẫu", "awardee"),
    ]
    people: list[Piece] = [
        ("list_item", "1. Ông Phạm Văn Mít, Kế toán.", {"label": "1.", "level": 6})
    ]
    assert named([opening, ("paragraph", "TT Họ và tên Đơn vị"), *people]) == [
        ("Phạm Văn Mít", "awardee")
    ]


def test_examples_are_of_what_the_sentence_speaks_of_last() -> None:
    assert exemplars(
        "Tuy còn nhiều khó khăn, các đơn vị đã có cách làm hay, tiêu biểu như: Trường Tiểu học "
        "Gò Mẫu.",
        "Công đoàn các cấp chăm lo đoàn viên có hoàn cảnh khó khăn, điển hình như Công đoàn Sở Y "
        "tế.",
        "Các đội tích cực thu hồi nợ đọng, điển hình là Chi cục Thuế huyện Gò Mận.",
    ) == ["Trường Tiểu học Gò Mẫu", "Công đoàn Sở Y tế", "Chi cục Thuế huyện Gò Mận"]
    assert (
        exemplars(
            "Nhiều đơn vị tích cực, song còn vi phạm, điển hình như Trường Tiểu học Gò Mẫu.",
            "Khách hàng tiêu biểu: Công ty Gò Mẫu, Trường Tiểu học Gò Mẫu.",
            "Các nhà tiêu biểu cho kiến trúc Pháp như: Trường Tiểu học Gò Mẫu.",
            "Việc giải ngân còn chậm, hiệu quả thấp, điển hình là Ban Quản lý dự án huyện Gò Mận.",
        )
        == []
    )


def test_many_examples_in_one_paragraph_take_time_in_proportion() -> None:
    text = "Tiêu biểu như: Trường Tiểu học Gò Mẫu ; " * 3000
    begin = time.process_time()
    exemplars(text)
    assert time.process_time() - begin < 20
