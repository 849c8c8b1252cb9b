"""Papers of courts and procuracies, wires, contracts and true copies: their heads and feet."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.cited import cite, short
from tests.layout_pages import foot_of, head_of, plain, value

TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
JUDGMENT = """
TÒA ÁN NHÂN DÂN                       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN MƯỜNG SA                        Độc lập - Tự do - Hạnh phúc
Bản án số: 21/2023/HS-ST
Ngày: 14-3-2023

NHÂN DANH
NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Ngày 14 tháng 3 năm 2023, tại trụ sở Tòa án xét xử vụ án thụ lý số 15/2023/TLST-HS.

QUYẾT ĐỊNH:
Tuyên bố bị cáo phạm tội.
"""


def test_a_judgment_has_its_day_below_its_number_and_no_type() -> None:
    head = head_of(JUDGMENT)
    assert value(head.doc_number) == "21/2023/HS-ST"
    assert head.issued_on == dt.date(2023, 3, 14)
    assert value(head.issuer) == "TÒA ÁN NHÂN DÂN HUYỆN MƯỜNG SA"
    assert (head.doc_type, head.doc_type_name) == (None, "Bản án")


@pytest.mark.parametrize(("title", "code"), [("CÁO TRẠNG", None), ("CHỈ THỊ", "CT")])
def test_the_code_of_an_indictment_is_that_of_no_directive(title: str, code: str | None) -> None:
    head = head_of(
        "VIỆN KIỂM SÁT NHÂN DÂN TỈNH AN MẪU\n" + TITLE + "Số: 45/CT-VKSAM-P2\n"
        f"An Mẫu, ngày 22 tháng 5 năm 2022\n\n{title}\n\nVIỆN TRƯỞNG VIỆN KIỂM SÁT NHÂN DÂN\n\n"
        "Căn cứ các điều 41, 236 Bộ luật Tố tụng hình sự;\n"
    )
    assert head.doc_type == code


def test_courts_papers_are_cited_by_their_own_words() -> None:
    rows = cite(
        "Theo Quyết định đưa vụ án ra xét xử số 18/2023/QĐXXST-HS ngày 27/02/2023; tại bản Cáo "
        "trạng số 11/CT-VKSMS ngày 06/02/2023; thực hiện Chỉ thị số 3/CT-VKSMS ngày 05/01/2023."
    )
    assert [short(row)[:2] for row in rows] == [
        ("QĐ", "18/2023/QĐXXST-HS"), (None, "11/CT-VKSMS"), ("CT", "3/CT-VKSMS"),
    ]  # fmt: skip


def test_a_unit_in_brackets_belongs_to_the_number() -> None:
    head = head_of(
        "CÔNG AN TỈNH AN MẪU\n" + TITLE + "Số: 190/TB-CSGT(TTKSĐB)\n"
        "An Mẫu, ngày 22 tháng 5 năm 2022\n\nTHÔNG BÁO\nPhân luồng giao thông\n\nPhòng thông báo:\n"
    )
    assert value(head.doc_number) == "190/TB-CSGT(TTKSĐB)"
    row, other = cite(
        "Theo Công văn số 567/BCA-C06(P5) ngày 3/4/2023 của Bộ Công an và Công văn số "
        "12/UBND-NC (kèm theo), ngày 4/4/2023."
    )
    assert short(row) == ("CV", "567/BCA-C06(P5)", "2023-04-03", "Bộ Công an")
    assert other.cited_number == "12/UBND-NC"


def test_a_wire_may_tell_its_hour_between_place_and_day() -> None:
    head = head_of(
        "CHỦ TỊCH                              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "ỦY BAN NHÂN DÂN TỈNH AN MẪU           Độc lập - Tự do - Hạnh phúc\n"
        "Số: 06/CĐ-UBND                        An Mẫu, hồi 16 giờ 30, ngày 20 tháng 7 năm 2024\n\n"
        "CÔNG ĐIỆN\nVề việc ứng phó với bão\n\n"
        "Yêu cầu các đơn vị trực.\n"
    )
    assert (value(head.place), head.issued_on) == ("An Mẫu", dt.date(2024, 7, 20))
    assert value(head.issuer) == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN MẪU"


def test_a_contract_is_of_the_day_on_which_its_sides_meet() -> None:
    head = head_of(
        TITLE + "HỢP ĐỒNG KINH TẾ\nSố: 08/2022/HĐKT\nV/v: Cung cấp thiết bị\n\n"
        "Hôm nay, ngày 16 tháng 8 năm 2022, tại trụ sở Trường Mẫu, chúng tôi gồm:\n"
    )
    assert (head.doc_type, head.issued_on) == ("HĐ", dt.date(2022, 8, 16))
    assert value(head.subject) == "Cung cấp thiết bị"


def test_bodies_below_each_other_that_end_in_commas_are_addressees_each() -> None:
    letter = (
        "PHỦ THỦ TƯỚNG\n" + TITLE + "Số: 61-TTg/NN\nHà Nội, ngày 24 tháng 5 năm 1962\n\n{to}\n\n"
        "Từ đầu năm đến nay nhiều nơi bị hạn.\n"
    )
    apart = letter.format(
        to="Kính gửi: Ủy ban các khu, tỉnh,\n          Bộ Nông nghiệp,\n          Bộ Thủy lợi"
    )
    assert [to.value for to in head_of(apart).addressees] == [
        "Ủy ban các khu, tỉnh", "Bộ Nông nghiệp", "Bộ Thủy lợi",
    ]  # fmt: skip
    wrapped = letter.format(to="Kính gửi: Sở Tài chính, Sở Nội vụ,\n          Sở Y tế")
    assert len(head_of(wrapped).addressees) == 1


def test_who_made_a_true_copy_has_copies_of_his_own() -> None:
    dispatch = plain(
        "BỘ MẪU\n" + TITLE + "Số: 12/BM-VP\nHà Nội, ngày 16 tháng 5 năm 2022\n"
        "V/v kiểm soát chi\n\nKính gửi: Các Sở\n\nBộ hướng dẫn như sau.\n\n"
        "Nơi nhận:                              KT. BỘ TRƯỞNG\n"
        "- Như trên;                            THỨ TRƯỞNG\n"
        "- Lưu: VT.                             Tạ Quang Vĩnh\n\n"
        "SỞ MẪU AN BÌNH                         SAO Y BẢN CHÍNH\n"
        "Số: 34/SY-SM                           An Bình, ngày 20 tháng 5 năm 2022\n"
        "Nơi nhận:                              TL. GIÁM ĐỐC\n"
        "- Các phòng;                           CHÁNH VĂN PHÒNG\n"
        "- Lưu: VP.                             Phan Thị Mơ\n"
    )
    assert foot_of(dispatch.head) == ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Tạ Quang Vĩnh")
    assert [to.value for to in dispatch.head.copies] == ["Như trên", "Lưu: VT"]


def test_a_symbol_that_a_line_cut_behind_its_dash_is_whole() -> None:
    rows = cite("công văn số 4215/TCHQ-GSQL và công văn số 5512/TCHQ- GSQL cùng ngày 16/8/2022;")
    assert [row.cited_number for row in rows] == ["4215/TCHQ-GSQL", "5512/TCHQ-GSQL"]
    (row,) = cite("Thực hiện Kế hoạch số 12/KH-UBND- CÁC đơn vị báo cáo.")
    assert row.cited_number == "12/KH-UBND"


def test_a_day_that_a_paper_bears_and_who_reports_at_it() -> None:
    (row,) = cite("Phúc đáp công văn số 27/CV-ĐP đề ngày 28/8/2023 của Công ty Đại Phú,")
    assert short(row) == ("CV", "27/CV-ĐP", "2023-08-28", "Công ty Đại Phú")
    (row,) = cite("Sau khi nghe Sở Giao thông báo cáo tại Báo cáo số 512/BC-SGT ngày 28/3/2023,")
    assert short(row) == ("BC", "512/BC-SGT", "2023-03-28", "Sở Giao thông")


def test_a_second_generation_copy_has_a_number_and_copies_of_its_own() -> None:
    dispatch = plain(
        "TỔNG LIÊN ĐOÀN MẪU\n" + TITLE + "Số: 2210/TLĐ-ToC\nHà Nội, ngày 30 tháng 6 năm 2024\n"
        "V/v hướng dẫn\n\nKính gửi: Các công đoàn\n\nĐoàn Chủ tịch hướng dẫn.\n\n"
        "Nơi nhận:                              TM. ĐOÀN CHỦ TỊCH\n"
        "- Như trên;                            PHÓ CHỦ TỊCH\n"
        "- Lưu: VT.                             Phùng Đắc Quang\n\n"
        "LIÊN ĐOÀN LAO ĐỘNG\nTỈNH AN MẪU\nSố: 15/SL-LĐLĐ\nNơi nhận:\n- Các CĐCS;\n- Lưu: VP.\n"
        "SAO LỤC\nTL. BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\nKiều Thị Nga\n"
    )
    assert [to.value for to in dispatch.head.copies] == ["Như trên", "Lưu: VT"]
    assert cite("Số: 15/SL-LĐLĐ") == []


def test_old_decrees_and_their_signers() -> None:
    (row,) = cite("Chiểu Sắc lệnh số 102-SL/L-004 ngày 20 tháng 5 năm 1957 về quyền lập hội;")
    assert short(row)[:3] == ("SL", "102-SL/L-004", "1957-05-20")
    dispatch = plain(
        "BỘ MẪU\nVIỆT NAM DÂN CHỦ CỘNG HÒA\nSố: 316-NĐ/BM\nHà Nội, ngày 6 tháng 7 năm 1957\n\n"
        "NGHỊ ĐỊNH\nCHO PHÉP THÀNH LẬP HỘI\n\nĐiều 1. Nay cho phép thành lập Hội.\n\n"
        "T.U.Q. BỘ TRƯỞNG BỘ MẪU\nTHỨ TRƯỞNG\nTô Quang Điều\n"
    )
    signed = ("T.U.Q. BỘ TRƯỞNG BỘ MẪU", "THỨ TRƯỞNG", "Tô Quang Điều")
    assert foot_of(dispatch.head) == signed


def test_a_deputy_of_a_council_who_signs_for_its_chair_holds_a_post_elsewhere() -> None:
    dispatch = plain(
        "SỞ MẪU\nHỘI ĐỒNG TUYỂN DỤNG\n" + TITLE + "Số: 56/TB-HĐTD\n"
        "An Mẫu, ngày 10 tháng 10 năm 2024\n\nTHÔNG BÁO\nTriệu tập thí sinh\n\n"
        "Hội đồng thông báo.\n\nTM. HỘI ĐỒNG TUYỂN DỤNG\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n"
        "PHÓ GIÁM ĐỐC SỞ MẪU\nTống Thị Thanh\n"
    )
    assert foot_of(dispatch.head) == (
        "TM. HỘI ĐỒNG TUYỂN DỤNG KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Tống Thị Thanh",
    )  # fmt: skip
