"""Sentences that name an award and give it to nobody: other deeds, faults, souvenirs, losses."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from laid_out import document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention, Field
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def read(*paragraphs: str) -> tuple[AwardeeMention, ...]:
    return link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)[0]


@pytest.mark.parametrize(
    "words",
    [
        "Ông Lê Văn Khế được bầu làm Trưởng ban lễ trao tặng Huân chương Lao động.",
        "Bà Vũ Thị Bưởi được tham dự lễ trao tặng Huân chương Lao động hạng Nhì.",
        "Bà Vũ Thị Bưởi được nghe đọc Quyết định tặng Bằng khen của Chủ tịch UBND tỉnh.",
        "Sở Tài chính được bố trí kinh phí tặng Bằng khen.",
        "Trường Tiểu học Mận Hạ được chọn làm nơi trao tặng Huân chương Lao động.",
        "Người ký Quyết định tặng Bằng khen là ông Lê Văn Khế, Chủ tịch UBND tỉnh.",
        "Người trao Giấy khen là bà Vũ Thị Bưởi.",
        "Hội đồng tuyển dụng thông báo kết quả, ưu tiên người được tặng Huân chương Lao động.",
        "Trường tổ chức Lễ đón nhận Huân chương Lao động hạng Ba.",
        "Điều 2. Giao bà Vũ Thị Bưởi nhận Giấy khen và trao tặng Giấy khen cho các lớp.",
        "Hủy bỏ Quyết định tặng thưởng và thu hồi Huân chương Lao động hạng Ba đối với ông Lê Văn "
        "Khế, nguyên Giám đốc Công ty Mận.",
        "Tước danh hiệu Nghệ sĩ ưu tú của ông Lê Văn Khế.",
        "Nếu hoàn thành nhiệm vụ, ông Lê Văn Khế sẽ được tặng Bằng khen của Chủ tịch UBND tỉnh.",
        "Bà Vũ Thị Bưởi đủ điều kiện được tặng Huân chương Lao động hạng Ba.",
        "Ban Tổ chức trao cờ lưu niệm cho các đội: Công đoàn Sở Y tế, Công đoàn Sở Tài chính.",
    ],
)
def test_who_has_to_do_with_an_award_otherwise_has_not_got_it(words: str) -> None:
    assert read(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Một số vi phạm điển hình như: Công ty TNHH Mận Hạ lấn chiếm đất; hộ ông Lê Văn Khế.",
        "Các địa phương chậm giải ngân, điển hình là UBND huyện Mận, UBND xã Mận Hạ.",
        "Các đơn vị nợ đọng bảo hiểm tiêu biểu là: Công ty Cổ phần Bưởi, Công ty TNHH Khế.",
    ],
)
def test_who_is_typical_of_faults_is_no_good_example(words: str) -> None:
    assert read(words) == ()


def test_good_examples_of_fighting_faults_are_kept() -> None:
    rows = read("Trong phong trào phòng, chống vi phạm, tiêu biểu là Công an huyện Mận.")
    assert [(a.name, a.role) for a in rows] == [("Công an huyện Mận", "exemplar")]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ông Lê Văn Khế được chọn là gương tiêu biểu và tặng Bằng khen của Bộ Y tế.",
         ["Lê Văn Khế"]),
        ("Nhờ thành tích thu hồi đất, Phòng Tài nguyên được tặng Bằng khen của Chủ tịch UBND tỉnh.",
         ["Phòng Tài nguyên"]),
        ("Nhân dịp Chủ tịch nước tặng Huân chương Lao động cho Sở Y tế, UBND tỉnh tổ chức lễ đón.",
         ["Sở Y tế"]),
    ],
)  # fmt: skip
def test_who_gets_it_beside_another_deed_is_kept(words: str, names: list[str]) -> None:
    assert [a.name for a in read(words)] == names


def decided(subject: str, article: str) -> list[tuple[str, str | None, str | None]]:
    title = replace(
        head("QĐ", "45/QĐ-THPT", "TRƯỜNG THPT GÒ MẬN", dt.date(2021, 12, 22)),
        subject=Field(subject, 0, 0, "test"),
    )
    laid = document([("list_item", article, {"label": "Điều 1.", "level": 5})], title)
    return [(a.name, a.conferred_by, a.decision) for a in link_awardees(laid, (), RULES)[0]]


def test_a_decision_on_other_matters_has_not_given_the_awards_it_names() -> None:
    assert decided(
        "nâng bậc lương trước thời hạn",
        "Điều 1. Nâng bậc lương đối với ông Lê Văn Khế, giáo viên, đạt danh hiệu Chiến sĩ thi đua "
        "cơ sở năm 2019.",
    ) == [("Lê Văn Khế", None, None)]
    assert decided("chào mừng ngày 20/11", "Điều 1. Tặng Giấy khen cho ông Lê Văn Khế.") == [
        ("Lê Văn Khế", "Trường THPT Gò Mận", "45/QĐ-THPT")
    ]
