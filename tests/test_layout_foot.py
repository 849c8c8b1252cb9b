"""Layout of the foot: signature stacks, signer, copies (Nơi nhận)."""

from __future__ import annotations

import pytest

from tests.layout_pages import COPIES, LETTER, foot_of, line, paragraph, plain, set_pages


def signature(words: str) -> tuple[str | None, str | None, str | None]:
    """Authority, title and name of the signer."""
    return foot_of(plain(LETTER + words).head)


@pytest.mark.parametrize(
    ("stack", "authority", "title"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH",
         "PHÓ CHỦ TỊCH"),
        ("TM. BAN THƯỜNG VỤ\nCHỦ TỊCH", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"),
        ("TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH THƯỜNG TRỰC", "TM. BAN THƯỜNG VỤ",
         "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
        ("TL. BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG", "TL. BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"),
        ("TL. BỘ TRƯỞNG\nKT. VỤ TRƯỞNG VỤ TỔNG HỢP\nPHÓ VỤ TRƯỞNG",
         "TL. BỘ TRƯỞNG KT. VỤ TRƯỞNG VỤ TỔNG HỢP", "PHÓ VỤ TRƯỞNG"),
        ("TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG", "TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("GIÁM ĐỐC", None, "GIÁM ĐỐC"),
        ("KT. TRƯỞNG THUẾ TỈNH\nPHÓ TRƯỞNG THUẾ TỈNH", "KT. TRƯỞNG THUẾ TỈNH",
         "PHÓ TRƯỞNG THUẾ TỈNH"),
        ("TRƯỞNG TIỂU BAN\n\nPHÓ GIÁM ĐỐC CÔNG AN TỈNH", None, "TRƯỞNG TIỂU BAN"),
        ("PHÓ CHI CỤC TRƯỞNG\nPHỤ TRÁCH", None, "PHÓ CHI CỤC TRƯỞNG PHỤ TRÁCH"),
        ("HIỆU TRƯỞNG", None, "HIỆU TRƯỞNG"),
        ("Q. GIÁM ĐỐC", None, "Q. GIÁM ĐỐC"),
        ("Kt. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Kt. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("KT: GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "KT: GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        # party: slash; copies and scans: dots lost or glued
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
        ("K/T CHỦ TỊCH\nPHÓ CHỦ TỊCH", "K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("T/L CHÁNH VĂN PHÒNG\nPHÓ VĂN PHÒNG", "T/L CHÁNH VĂN PHÒNG", "PHÓ VĂN PHÒNG"),
        ("KT THỦ TƯỚNG\nPHÓ THỦ TƯỚNG", "KT THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"),
        ("TM.BAN CHẤP HÀNH\nCHỦ TỊCH", "TM.BAN CHẤP HÀNH", "CHỦ TỊCH"),
        ("T.M BAN CHẤP HÀNH\nCHỦ TỊCH", "T.M BAN CHẤP HÀNH", "CHỦ TỊCH"),
        # markdown over two lines
        ("**TM. BAN THƯỜNG VỤ\nCHỦ TỊCH**", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"),
        # a body whose name is wrapped
        ("TM. BAN CHẤP HÀNH CÔNG ĐOÀN\nNGÀNH GIÁO DỤC\nCHỦ TỊCH",
         "TM. BAN CHẤP HÀNH CÔNG ĐOÀN NGÀNH GIÁO DỤC", "CHỦ TỊCH"),
        ("TM. ĐOÀN CHỦ TỊCH", "TM. ĐOÀN CHỦ TỊCH", None),
        # older papers: posts in small letters
        ("KT. BỘ TRƯỞNG\nThứ trưởng", "KT. BỘ TRƯỞNG", "Thứ trưởng"),
        ("KT. Chủ tịch\nPhó Chủ tịch", "KT. Chủ tịch", "Phó Chủ tịch"),
    ],
)  # fmt: skip
def test_stacks(stack: str, authority: str | None, title: str | None) -> None:
    found = signature(f"{COPIES}\n{stack}\n\n\nTrần Văn Khoái\n")
    assert found == (authority, title, "Trần Văn Khoái")


@pytest.mark.parametrize(
    "name_line",
    [
        "Trần Văn Khoái",
        "(Đã ký)\n\nTrần Văn Khoái",
        "(đã ký)\nTrần Văn Khoái",
        "(Ký tên, đóng dấu)\nTrần Văn Khoái",
        "(ký và ghi rõ họ tên)\n\n\nTrần Văn Khoái",
        "Đã ký: Trần Văn Khoái",
        "Ký tên: TRẦN VĂN KHOÁI",
        "PGS.TS. Trần Văn Khoái",
        "ThS. Trần Văn Khoái",
        "Đại tá Trần Văn Khoái",
        "TRẦN VĂN KHOÁI\n\nGửi kèm: bản chính của báo cáo.",
        "TRẦN VĂN KHOÁI",
        "**Trần Văn Khoái**",
        "Mkomo\n\nTrần Văn Khoái",
    ],
)
def test_name_lines(name_line: str) -> None:
    found = signature(f"TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\n{name_line}\n")
    assert found == ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Trần Văn Khoái")


@pytest.mark.parametrize(
    ("name_line", "name"),
    [
        ("Nguyễn Thị Thanh Hương", "Nguyễn Thị Thanh Hương"),
        ("Lò Thị Ánh", "Lò Thị Ánh"),
        ("Điểu K'Ré", "Điểu K'Ré"),
        ("Y Thanh Niê Kđăm", "Y Thanh Niê Kđăm"),
        ("Nguyen Thi Thanh Huong", "Nguyen Thi Thanh Huong"),
    ],
)
def test_names_of_all_peoples(name_line: str, name: str) -> None:
    assert signature(f"CHỦ TỊCH\n\n{name_line}\n")[2] == name


@pytest.mark.parametrize(
    "noise",
    [
        "Hà Nội",
        "Mkomo",
        "Bình Minh",
        "LIÊN ĐOÀN",
        "Phó Chủ Tịc",
        "Công Đoàn",
        "Doan Thanh Nien",
    ],
)
def test_stamp_or_place_is_no_signer(noise: str) -> None:
    assert signature(f"TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\n{noise}\n")[2] is None


def test_a_name_without_marks_is_not_sure() -> None:
    name = plain(LETTER + "CHỦ TỊCH\n\nTran Quoc Mau\n").head.signer_name
    assert name is not None and name.value == "Tran Quoc Mau" and name.confidence < 0.9


def test_no_signature_at_all() -> None:
    assert signature(COPIES) == (None, None, None)


def test_minutes_are_signed_by_chair_and_secretary() -> None:
    dispatch = plain("""
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Khê, ngày 07 tháng 8 năm 2019

BIÊN BẢN
Họp Hội đồng sáng kiến

Hôm nay, Hội đồng họp xét các sáng kiến của năm 2020.

THƯ KÝ

Lê Thị Nhài

CHỦ TỌA

Trần Văn Khoái
""")
    assert dispatch.head.doc_type == "BB"
    assert foot_of(dispatch.head)[1:] == ("CHỦ TỌA", "Trần Văn Khoái")


def test_minutes_with_both_signers_side_by_side() -> None:
    dispatch = plain("""
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Khê, ngày 07 tháng 8 năm 2019

BIÊN BẢN
Họp Hội đồng sáng kiến

Hôm nay, Hội đồng họp xét các sáng kiến của năm 2020.

     THƯ KÝ                              CHỦ TỌA


     Lê Thị Nhài                         Trần Văn Khoái
""")
    assert foot_of(dispatch.head)[1:] == ("CHỦ TỌA", "Trần Văn Khoái")


def test_unsigned_post_at_the_end() -> None:
    dispatch = plain(LETTER + COPIES + "\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n")
    assert foot_of(dispatch.head) == ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", None)
    assert len(dispatch.head.copies) == 3


def test_post_inside_the_body_signs_nothing() -> None:
    found = signature("Đồng chí Nguyễn Thị Lan, Chủ tịch Công đoàn, chủ trì hội nghị.\n")
    assert found == (None, None, None)


def test_set_foot_side_by_side() -> None:
    dispatch = set_pages([
        line("Số: 637/LĐLĐ", 60, 110, column="left"),
        line("Đông Khê, ngày 07 tháng 8 năm 2019", 60, 320, column="right"),
        line("V/v báo cáo kết quả", 74, 110, column="left"),
        line("Kính gửi: Sở Nội vụ", 110, 200),
        *paragraph("Ban Thường vụ đề nghị các đơn vị báo cáo kết quả thực hiện phong trào thi đua "
                   "của năm 2020 trước ngày 30/9/2020 để tổng hợp./.", 150),
        line("Nơi nhận:", 200, column="left", bold=True),
        line("- Như trên;", 214, column="left"),
        line("- Các huyện, thị xã,", 228, column="left"),
        line("thành phố;", 242, column="left"),
        line("- Lưu: VT.", 256, column="left"),
        line("TM. BAN THƯỜNG VỤ", 200, 350, column="right", bold=True),
        line("KT. CHỦ TỊCH", 214, 365, column="right", bold=True),
        line("PHÓ CHỦ TỊCH", 228, 365, column="right", bold=True),
        line("Trần Văn Khoái", 320, 365, column="right", bold=True),
    ])  # fmt: skip
    assert foot_of(dispatch.head) == (
        "TM. BAN THƯỜNG VỤ KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Khoái",
    )  # fmt: skip
    assert [field.value for field in dispatch.head.copies] == [
        "Như trên", "Các huyện, thị xã, thành phố", "Lưu: VT",
    ]  # fmt: skip


def test_a_stack_beside_the_copies_is_read_line_by_line() -> None:
    foot = """
Nơi nhận:                                     KT. CHỦ TỊCH
- Như trên;                                   PHÓ CHỦ TỊCH
- Lưu: VT, TH.

                                              Lê Thị Mẫu
"""
    assert signature(foot) == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Mẫu")


@pytest.mark.parametrize("chair", ["CHỦ TRÌ", "CHỦ TỌA", "CHỦ TOẠ"])
@pytest.mark.parametrize("name", ["Trần Văn Mẫu", None])
def test_the_chair_signs_minutes(chair: str, name: str | None) -> None:
    """Beside the secretary, also where recognition lost the chair's name."""
    right = [line(chair, 340, 400, column="right")]
    if name is not None:
        right.append(line(name, 410, 390, column="right"))
    dispatch = set_pages(
        [
            line("Số: 05/BB-HĐSK", 60, 110, column="left"),
            line("BIÊN BẢN", 90, 280, bold=True),
            *paragraph("Hội đồng thống nhất công nhận các sáng kiến nêu trên./.", 130),
            line("THƯ KÝ", 340, 130, column="left"),
            line("Lê Thị Mẫu", 410, 120, column="left"),
            *right,
        ]
    )
    assert foot_of(dispatch.head) == (None, chair, name)


@pytest.mark.parametrize("gap", ["\t\t\t", " " * 30])
def test_flattened_foot_with_a_column_that_runs_on_alone(gap: str) -> None:
    right = "\t\t\t\t\t\t" if gap.startswith("\t") else " " * 40
    dispatch = plain(
        f"{LETTER}\nNơi nhận:{gap}TM. BAN THƯỜNG VỤ\n- Như trên;{gap}KT. CHỦ TỊCH\n"
        f"- TT Huyện ủy (b/c);{gap}PHÓ CHỦ TỊCH\n- Lưu: VT, TH.{gap}(Đã ký)\n\n"
        f"{right}Trần Văn Khoái\n"
    )
    assert foot_of(dispatch.head) == (
        "TM. BAN THƯỜNG VỤ KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Khoái",
    )  # fmt: skip
    assert [field.value for field in dispatch.head.copies] == [
        "Như trên", "TT Huyện ủy (b/c)", "Lưu: VT, TH",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("read", "authority"),
    [
        ("KT. GIÁM ĐÓC", "KT. GIÁM ĐỐC"),
        ("TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHONG", "TL. CHỦ TỊCH KT. CHÁNH VĂN PHÒNG"),
    ],
)
def test_posts_of_the_authority_are_put_right(read: str, authority: str) -> None:
    assert signature(f"{COPIES}\n{read}\nPHÓ GIÁM ĐỐC\n\nTrần Văn Khoái\n")[0] == authority


def test_a_post_that_the_lexicon_knows_is_no_misreading() -> None:
    assert signature(f"{COPIES}\nTRƯỞNG BAN\n\nTrần Văn Khoái\n")[1] == "TRƯỞNG BAN"


def test_post_in_small_letters_signs_where_the_copy_says_so() -> None:
    assert signature("Chủ tịch Hội đồng Bộ trưởng\n\n(Đã ký)\n\nTrần Văn Khoái\n") == (
        None, "Chủ tịch Hội đồng Bộ trưởng", "Trần Văn Khoái",
    )  # fmt: skip


def test_a_regulation_below_the_signature_has_a_signer_of_its_own() -> None:
    own = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nLương Thị Gấm\n"
    enclosed = """
QUY CHẾ
QUẢN LÝ CHỢ
(Ban hành kèm theo Quyết định số 637/QĐ-UBND ngày 07 tháng 8 năm 2019 của UBND huyện)
Điều 1. Quy chế này quy định về chợ.

GIÁM ĐỐC SỞ CÔNG THƯƠNG
(Đã ký)
Mạc Văn Tuệ
"""
    assert signature(COPIES + own + enclosed) == (
        "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lương Thị Gấm",
    )  # fmt: skip


def test_the_signature_beside_the_copies_is_the_papers_own() -> None:
    head = plain(
        LETTER
        + """
Nơi nhận:                                T/M BAN THƯỜNG VỤ
- Ban Dân vận Tỉnh ủy (b/c),             PHÓ BÍ THƯ
- Các huyện ủy,
- Lưu Văn phòng.                         Lò Văn Khánh

XÁC NHẬN CỦA BAN DÂN VẬN                 T/M ĐOÀN KIỂM TRA
PHÓ TRƯỞNG BAN                           TRƯỞNG ĐOÀN

Vũ Thị Mận                               Đặng Quốc Tỏa
"""
    ).head
    assert foot_of(head) == ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lò Văn Khánh")
    assert [item.value for item in head.copies] == [
        "Ban Dân vận Tỉnh ủy (b/c)", "Các huyện ủy", "Lưu Văn phòng",
    ]  # fmt: skip


@pytest.mark.parametrize("signed", ["Lò Văn Khánh\n(Đã ký)", "(Đã ký)\nLò Văn Khánh",
                                    "Lò Văn Khánh (Đã ký)"])  # fmt: skip
def test_a_signer_without_a_post(signed: str) -> None:
    assert signature(f"\n{signed}\n") == (None, None, "Lò Văn Khánh")


@pytest.mark.parametrize("mark", ["SAO Y BẢN CHÍNH\n", "SAO Y\nSố: 12/SY-UBND\n", "Số: 12/SY-VP\n"])
def test_who_made_a_true_copy_is_not_the_signer(mark: str) -> None:
    copied = f"{mark}Mận Hạ, ngày 15 tháng 8 năm 2019\nCHÁNH VĂN PHÒNG\n\nLê Văn Khế\n"
    own = "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nVũ Thị Bưởi\n"
    assert signature(COPIES + own + copied) == ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Vũ Thị Bưởi")


def test_words_about_copies_do_not_end_the_foot() -> None:
    words = "Văn phòng sao y gửi các đơn vị.\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nVũ Thị Bưởi\n"
    assert signature(words) == ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Vũ Thị Bưởi")
