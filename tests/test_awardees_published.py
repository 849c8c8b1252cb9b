"""Lists published by their subject, cells of titles with authors, and heads of nobody's names."""

from __future__ import annotations

import datetime as dt

from laid_out import document, head, labelled, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.link.awardees.recipients.names import read_entry
from pipeline.link.awardees.tables.columns import column_roles
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DAY = dt.date(2022, 5, 6)


def test_a_published_list_of_its_subject_proposes_its_names() -> None:
    laid = document(
        labelled([
            ("subject", "Công khai danh sách đề nghị xét tặng danh hiệu Nghệ nhân ưu tú", 0),
            ("list_item", "1. Ông Lê Văn Khế, thôn Gò Mẫu. Loại hình: Võ cổ truyền.", 6),
            ("list_item", "2. Bà Đỗ Thị Na, thôn Gò Thử. Loại hình: Hát ru.", 6),
            ("paragraph", "Mọi ý kiến gửi về Ban trước ngày 20/5/2022.", 0),
        ]),
        head("TB", "40/TB-GM", "Ban Gò Mẫu", DAY,
             "Công khai danh sách đề nghị xét tặng danh hiệu Nghệ nhân ưu tú"),
    )  # fmt: skip
    assert [(a.name, a.role, a.award) for a in link_awardees(laid, (), RULES)[0]] == [
        ("Lê Văn Khế", "nominee", "nghe_nhan_ut"), ("Đỗ Thị Na", "nominee", "nghe_nhan_ut"),
    ]  # fmt: skip


def test_a_cell_may_hold_a_title_and_its_authors() -> None:
    laid = with_table(
        [("paragraph", "Sở đã công nhận 02 sáng kiến:")],
        ["TT", "Tên sáng kiến/Tác giả", "Lĩnh vực"],
        [["1", "Máy bóc lạc (Tác giả: Lê Văn Khế - Phòng Gò Mẫu)", "Nông nghiệp"],
         ["2", "Sổ tay an toàn (Nhóm tác giả: Đỗ Thị Na, Vũ Văn Mận)", "Lao động"]],
        head("BC", "7/BC-GM", "Sở Gò Mẫu", DAY),
    )  # fmt: skip
    people, titled = link_awardees(laid, (), RULES)
    text = laid.text.text
    assert [(a.name, text[a.start : a.end], a.role) for a in people] == [
        (n, n, "author") for n in ("Lê Văn Khế", "Đỗ Thị Na", "Vũ Văn Mận")
    ]
    assert [(i.title, i.authors) for i in titled] == [
        ("Máy bóc lạc", ("Lê Văn Khế",)), ("Sổ tay an toàn", ("Đỗ Thị Na", "Vũ Văn Mận")),
    ]  # fmt: skip


def test_levels_head_those_below_them() -> None:
    laid = document(
        labelled([
            ("list_item", "Điều 1. Tặng Bằng khen cho 02 tập thể:", 5),
            ("heading", "A. TẬP THỂ", 2),
            ("heading", "I. Cấp huyện", 3),
            ("list_item", "1. UBND huyện Gò Mẫu.", 6),
            ("heading", "II. Cấp xã", 3),
            ("list_item", "2. Xã Gò Thử, huyện Gò Mẫu.", 6),
        ]),
        head("QĐ", "8/QĐ-UBND", "UBND tỉnh Gò Lớn", DAY, "tặng Bằng khen"),
    )  # fmt: skip
    assert [a.name for a in link_awardees(laid, (), RULES)[0]] == [
        "UBND huyện Gò Mẫu", "Xã Gò Thử",
    ]  # fmt: skip


def test_how_often_blood_was_given_is_no_workplace() -> None:
    entry = read_entry("2. Lê Văn Khế (hiến 27 lần), Công an quận Gò Mẫu", 0, RULES)
    assert entry is not None
    assert entry.workplace == "Công an quận Gò Mẫu"


def test_makers_and_households_head_columns_of_names() -> None:
    roles = column_roles(["TT", "Tên sản phẩm", "Tên cơ sở sản xuất", "Địa chỉ"], RULES)
    assert roles[2] == "collective"
    assert column_roles(["TT", "Họ và tên chủ hộ", "Xóm"], RULES)[1] == "person"


def test_a_bare_list_whose_title_goes_on_with_the_reason() -> None:
    def of(reason: str) -> list[tuple[str, str | None]]:
        laid = document(
            labelled([
                ("heading", "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA GIÁM ĐỐC SỞ MẪU", 2),
                ("paragraph", reason, 0),
                ("list_item", "1. Ông Lê Văn Khế, Trưởng phòng Tổng hợp", 6),
                ("list_item", "2. Bà Đỗ Thị Na, Chuyên viên Văn phòng", 6),
            ])
        )  # fmt: skip
        return [(a.name, a.conferred_by) for a in link_awardees(laid, (), RULES)[0]]

    given = [("Lê Văn Khế", "GIÁM ĐỐC SỞ MẪU"), ("Đỗ Thị Na", "GIÁM ĐỐC SỞ MẪU")]
    assert of("Về thành tích phòng, chống bão lũ năm 2021") == given
    assert of("Sở phân công trực trong dịp Tết như sau:") == []
