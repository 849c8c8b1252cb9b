"""Authors as they sign, prizes line by line, and what minutes say behind their votes."""

from __future__ import annotations

from award_papers import RULES, awarded, given
from laid_out import document, head

from pipeline.extract.initiatives import initiatives_in
from pipeline.link.awardees.link import link_awardees


def test_short_names_of_several_authors_are_each_given_the_prize() -> None:
    found = given(
        "KẾT QUẢ GIẢI BÁO CHÍ", "",
        "Giải A: Tác phẩm “Nước về” của nhóm tác giả Lệ Khế - Quốc Mận (Báo Mận)",
        "Giải B: Tác phẩm “Đèn làng” của nhóm tác giả: Lê Khế, Quốc Mận và Xuân Na - Báo Mận",
        "Giải C: Không có",
    )  # fmt: skip
    assert found == [
        ("Lệ Khế", "Báo Mận", "Giải A"), ("Quốc Mận", "Báo Mận", "Giải A"),
        ("Lê Khế", "Báo Mận", "Giải B"), ("Quốc Mận", "Báo Mận", "Giải B"),
        ("Xuân Na", "Báo Mận", "Giải B"),
    ]  # fmt: skip


def test_where_an_author_is_from_is_no_second_author() -> None:
    found = awarded("Đề tài “Đèn làng” của các tác giả Lê Văn Khế, Vũ Thị Na, Hà Nội.")
    assert [row["name"] for row in found] == ["Lê Văn Khế", "Vũ Thị Na"]


def test_works_of_a_prize_name_their_authors_in_brackets() -> None:
    found = given(
        "Hội thi đã trao 18 giải. Giải Nhì gồm: “Cổng làng số” (Lê Văn Khế); “Bộ lọc nước mặn” "
        "(Vũ Thị Na, Trường THPT Gò Mận)."
    )
    assert found == [
        ("Lê Văn Khế", None, "Giải Nhì"), ("Vũ Thị Na", "Trường THPT Gò Mận", "Giải Nhì"),
    ]  # fmt: skip
    assert given("Giải Nhì gồm: Cúp, Cờ và 50 triệu đồng.") == []


def test_the_end_of_minutes_names_nobody() -> None:
    found = given(
        "BIÊN BẢN", "Họp Hội đồng Thi đua - Khen thưởng", "",
        "1. Danh hiệu “Tập thể lao động xuất sắc”:",
        "- Phòng Quản lý chất lượng công trình: 8/8 phiếu;",
        "2. Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen:",
        "- Trung tâm Đăng kiểm Gò Mận: 8/8 phiếu.",
        "Hội đồng thống nhất giao Văn phòng Sở hoàn thiện hồ sơ trình cấp có thẩm quyền.",
        "Biên bản kết thúc vào hồi 16 giờ 30 phút cùng ngày./.", "",
        "THƯ KÝ                    CHỦ TỊCH HỘI ĐỒNG",
    )  # fmt: skip
    assert [row[0] for row in found] == [
        "Phòng Quản lý chất lượng công trình", "Trung tâm Đăng kiểm Gò Mận",
    ]  # fmt: skip


def test_the_council_that_does_not_recognise_a_work_is_none_of_its_authors() -> None:
    words = (
        "3. Sáng kiến “Đổi mới sinh hoạt lớp”, tác giả Lê Văn Khế, Phòng Công tác sinh viên: "
        "2/9 phiếu đồng ý; Hội đồng không công nhận."
    )
    laid = document([("paragraph", words)], head("BB"))
    assert [a.name for a in link_awardees(laid, (), RULES)[0]] == ["Lê Văn Khế"]


def test_marks_inside_a_title_without_marks_do_not_end_it() -> None:
    laid = document([("paragraph", "Sáng kiến: Lập bản đồ số “mở” của mạng nước")])
    assert [i.title for i in initiatives_in(laid.blocks[0], RULES)] == [
        "Lập bản đồ số “mở” của mạng nước"
    ]


def test_a_line_of_several_years_is_an_award_of_each() -> None:
    found = awarded(
        """
        BÁO CÁO THÀNH TÍCH
        ĐỀ NGHỊ TẶNG BẰNG KHEN

        Họ và tên: Lê Văn Khế
        Chức vụ: Trưởng khoa Nhi

        III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG
        - Năm 2018, 2019: Chiến sĩ thi đua cơ sở (QĐ số 15/QĐ-SYT ngày 10/01/2019; QĐ số 22/QĐ-SYT
        ngày 12/01/2020).
        """
    )
    past = [(a["year"], a["decision"]) for a in found if a["role"] == "awardee"]
    assert past == [(2018, "15/QĐ-SYT"), (2019, "22/QĐ-SYT")]
