"""Papers typed without marks (`Uy ban nhan dan`): read as spelled, told as printed."""

from __future__ import annotations

import hashlib
import time
from typing import Any

import pytest

from pipeline.document import process
from pipeline.grammar.lost_marks import TOKEN, known_pairs, with_marks
from pipeline.model import Source, Text
from pipeline.normalise import compose
from pipeline.normalise.unmarked import MARKS_LOST, spelled_out
from pipeline.read.text.reader import read
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = """LIEN DOAN LAO DONG TINH VAN KHE
CONG HOA XA HOI CHU NGHIA VIET NAM
Doc lap - Tu do - Hanh phuc
So: 145/QD-LDLD
Van Khe, ngay 12 thang 7 nam 2009

QUYET DINH
Ve viec tang Bang khen nam 2008

BAN THUONG VU LIEN DOAN LAO DONG TINH VAN KHE

Can cu Nghi dinh so 85/2006/ND-CP ngay 15/8/2006 cua Chinh phu;
Xet de nghi cua Ban Thi dua - Khen thuong,

QUYET DINH:

Dieu 1. Tang Bang khen cho 02 ca nhan da co thanh tich xuat sac trong phong trao thi dua
nam 2008:
1. Ong Tran Van Hung - Pho Giam doc, Cong ty Co phan Van Khe;
2. Ba Le Thi Duoc - Ke toan, Truong Tieu hoc Binh Lam.
Tien thuong moi ca nhan 500.000 dong.

Dieu 2. Quyet dinh nay co hieu luc ke tu ngay ky./.

Noi nhan:
- Nhu Dieu 2;
- Luu: VT.

TM. BAN THUONG VU
CHU TICH

Nguyen Quoc Thai
"""


def tables(text: str) -> dict[str, list[dict[str, Any]]]:
    data = text.encode()
    source = Source("mail.txt", hashlib.sha256(data).hexdigest(), len(data), "text/plain")
    return {
        name: [dict(row) for row in rows]
        for name, rows in process(data, source, RULES).tables.items()
    }


def composed(text: str) -> Text:
    data = text.encode()
    return compose(read(data, Source("a.txt", "0" * 64, len(data), "text/plain")))


def test_a_decision_without_marks_is_read_and_told_as_printed() -> None:
    found = tables(DECISION)
    head = found["documents"][0]
    assert (head["doc_type"], head["doc_number"], str(head["issued_on"])) == (
        "QĐ", "145/QĐ-LĐLĐ", "2009-07-12",
    )  # fmt: skip
    assert head["issuer"] == "LIEN DOAN LAO DONG TINH VAN KHE"
    assert head["subject"] == "tang Bang khen nam 2008"
    assert (head["signing_authority"], head["signer_title"], head["signer_name"]) == (
        "TM. BAN THUONG VU", "CHU TICH", "Nguyen Quoc Thai",
    )  # fmt: skip
    assert MARKS_LOST in head["defects"]
    columns = ("name", "honorific", "position", "workplace")
    assert [tuple(row[column] for column in columns) for row in found["awardees"]] == [
        ("Tran Van Hung", "Ong", "Pho Giam doc", "Cong ty Co phan Van Khe"),
        ("Le Thi Duoc", "Ba", "Ke toan", "Truong Tieu hoc Binh Lam"),
    ]  # fmt: skip
    assert {(a["award_name"], a["decision"]) for a in found["awardees"]} == {
        ("Bằng khen", "145/QĐ-LĐLĐ")
    }
    cited = found["citations"][0]
    assert (cited["cited_type"], cited["cited_number"], cited["cited_issuer"]) == (
        "NĐ", "85/2006/NĐ-CP", "Chinh phu",
    )  # fmt: skip
    assert [(f["value"], f["counted"]) for f in found["figures"]] == [
        (2.0, "ca nhan"), (500_000.0, None),
    ]  # fmt: skip


def test_amounts_in_cells_below_unmarked_headings_are_not_sure() -> None:
    table = "TT\tDon vi\tSo de tai\n1\tTo Toan\t33\n2\tTo Van\t926\n"
    found = tables(DECISION.replace("Dieu 2.", f"Ket qua nhu sau:\n\n{table}\nDieu 2."))["figures"]
    cells = [row["confidence"] for row in found if row["value"] in (33.0, 926.0)]
    assert len(cells) == 2 and max(cells) < 0.9


def test_the_rows_quote_the_page_and_are_not_sure() -> None:
    found = tables(DECISION)
    text = found["texts"][0]["text"]
    assert "Dieu 1. Tang Bang khen" in text and text.isascii()
    for table in ("citations", "dates", "awardees", "figures"):
        for row in found[table]:
            assert text[row["start"] : row["end"]] == row["quote"]
            assert row["confidence"] < 0.9
    assert all(field["confidence"] < 0.9 for field in found["documents"][0]["evidence"])


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("Uy ban nhan dan tinh", "Ủy ban nhân dân tỉnh"),
        ("tinh hinh thuc hien nhiem vu", "tình hình thực hiện nhiệm vụ"),
        ("dong chi Tran Van Duoc, Giam doc", "đồng chí Trần Văn Duoc, Giám đốc"),
        ("Ba Le Thi Hoa Ban, giao vien", "Bà Lê Thị Hoa Ban, giáo viên"),
        ("TM. BAN CHAP HANH", "TM. BAN CHẤP HÀNH"),
        ("ngay 5 thang 3 nam 2010", "ngày 5 tháng 3 năm 2010"),
        ("Bao Nghe An va So Noi vu", "Báo Nghệ An và Sở Nội vụ"),
        ("suc khoe nhan dan nam 2012", "sức khỏe nhân dân năm 2012"),
        ("thực hien nhiem vu", "thực hiện nhiệm vụ"),
        ("Ba H'Loan Nie, giao vien", "Bà H'Loan Nie, giáo viên"),
        ("Ong: Vu Dinh Hoa, giao vien", "Ông: Vũ Dinh Hoa, giáo viên"),
        ("cho ba Sung Thi Do, giao vien", "cho bà Sùng Thị Do, giáo viên"),
        ("To Van phong", "Tổ Văn phòng"),
        ("TO VAN PHONG", "TỔ VĂN PHÒNG"),
        ("Vien Quoc Tuan", "Viên Quoc Tuan"),
        ("KE HOACH SO 97-KH/TU", "KẾ HOẠCH SỐ 97-KH/TU"),
        ("HAI KHE, NGAY 5 THANG 3 NAM 2010", "HẢI KHE, ngày 5 tháng 3 năm 2010"),
    ],
)  # fmt: skip
def test_neighbours_tell_the_marks(typed: str, spelled: str) -> None:
    assert with_marks(TOKEN.findall(typed), RULES) == TOKEN.findall(spelled)


def test_a_given_name_stays_as_it_is_typed() -> None:
    told = with_marks(TOKEN.findall("Ong Nguyen Quoc Hung"), RULES)
    assert told == ["Ông", "Nguyễn", "Quoc", "Hung"]


def test_spelled_text_is_as_long_as_the_printed() -> None:
    printed = composed(DECISION)
    spelled = spelled_out(printed, RULES)
    assert len(spelled.text) == len(printed.text)
    assert "Quyết định này có hiệu lực kể từ ngày ký" in spelled.text
    assert spelled_out(spelled, RULES) is spelled


@pytest.mark.parametrize(
    "text",
    [
        "We are pleased to inform you that the committee has decided to hold the annual meeting in "
        "the main hall of the university on the second of March, and kindly ask all the members to "
        "send their reports to the office before the end of the month. A list is enclosed.",
        "Ủy ban nhân dân tỉnh yêu cầu các đơn vị báo cáo kết quả thực hiện nhiệm vụ năm 2020. " * 5,
        "12 34 56 78 90 " * 40,
        "".join(f"{n} Quang Nam 77 88 99\n{n} Nha Trang 10 20 30\n" for n in range(40)),
        "select ho_ten, dia_chi from can_bo where don_vi = 'Cong doan' and nam = 2024 and thang in "
        "(1, 2, 3) and so_luong > 12 order by ngay_sinh, so_dien_thoai; update doan_vien set "
        "trang_thai = 'dang lam viec' where ngay = '2024-05-12'",
        "Uy ban nhan dan tinh Van Khe",
    ],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    printed = composed(text)
    assert spelled_out(printed, RULES) is printed


def test_a_telex_in_capitals_is_read() -> None:
    found = tables(DECISION.upper())
    head = found["documents"][0]
    assert (head["doc_type"], head["doc_number"], str(head["issued_on"]), head["place"]) == (
        "QĐ", "145/QĐ-LĐLĐ", "2009-07-12", "VAN KHE",
    )  # fmt: skip
    assert (head["signer_title"], head["signer_name"]) == ("CHU TICH", "Nguyen Quoc Thai")
    assert [row["name"] for row in found["awardees"]] == ["Tran Van Hung", "Le Thi Duoc"]


def test_what_stands_for_the_signature_is_no_post() -> None:
    text = DECISION.upper().replace("CHU TICH\n", "CHU TICH\n(DA KY)\n")
    assert tables(text)["documents"][0]["signer_title"] == "CHU TICH"


def test_a_mail_without_marks_in_front_of_a_spelled_letter() -> None:
    letter = "Ủy ban nhân dân tỉnh yêu cầu các đơn vị thực hiện nghiêm túc nhiệm vụ được giao.\n"
    mail = (
        "Kinh gui cac dong chi, de nghi cac don vi gui bao cao ket qua phong trao thi dua ve van "
        "phong truoc ngay 15/7/2010 de tong hop bao cao Uy ban nhan dan tinh theo quy dinh.\n"
    )
    printed = composed(mail + letter)
    spelled = spelled_out(printed, RULES)
    assert spelled.text.endswith(printed.text[len(mail) :])
    assert "báo cáo kết quả phong trào thi đua" in spelled.text
    rows = tables(mail + letter)
    assert rows["texts"][0]["text"] == printed.text


def test_a_sample_without_marks_leaves_the_rest_of_a_paper_as_it_is() -> None:
    letter = (
        "ỦY BAN NHÂN DÂN TỈNH VÂN KHÊ\nSố: 15/UBND-TH\nVân Khê, ngày 12 tháng 7 năm 2019\n\n"
        "Kính gửi: Các sở, ban, ngành.\n\nI. NỘI DUNG\n"
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/3/2019 của UBND tỉnh, đề nghị các đơn vị nhắn tin "
        "theo mẫu sau:\n"
    )
    sample = (
        "Kinh gui quy khach hang, de nghi cac don vi gui bao cao ket qua phong trao thi dua ve van "
        "phong truoc ngay 15/7/2019 de tong hop bao cao Uy ban nhan dan tinh theo quy dinh.\n"
    )
    found = tables(letter + sample)
    assert found["documents"][0]["addressees"] == ["Các sở, ban, ngành"]
    assert [(c["cited_issuer"], c["confidence"] > 0.9) for c in found["citations"]] == [
        ("UBND tỉnh", True)
    ]
    assert [(d["quote"], d["confidence"] > 0.9) for d in found["dates"]] == [
        ("ngày 12 tháng 7 năm 2019", True), ("ngày 05/3/2019", True),
        ("truoc ngay 15/7/2019", False),
    ]  # fmt: skip


def test_names_in_capitals_keep_their_marks_beside_a_line_without() -> None:
    paper = (
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 123/QĐ-SGDĐT\nVân Khê, ngày 12 tháng 5 năm 2024\n\n"
        "QUYẾT ĐỊNH\nVề việc tặng thưởng Giấy khen\n\nGIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO\n\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Tặng Giấy khen cho các cá nhân sau:\n"
        "1. NGUYỄN VĂN ẤN, giáo viên Trường Tiểu học Vân Khê;\n"
        "2. LÊ THỊ BÌNH, giáo viên Trường Tiểu học Vân Khê.\n"
        "Điều 2. Công nhận sáng kiến “ỨNG DỤNG PHẦN MỀM” của ông TRẦN VĂN CƯỜNG, giáo viên.\n\n"
        "Account name: LIEN DOAN LAO DONG TINH VAN KHE, account number: 1234567890123 at NGAN HANG "
        "NONG NGHIEP VA PHAT TRIEN NONG THON VIET NAM, CHI NHANH TINH VAN KHE\n"
        "Noi dung: UNG HO QUY VI NGUOI NGHEO NAM 2024, 200 nguoi.\n\n"
        "Điều 3. Quyết định có hiệu lực kể từ ngày ký.\n\nGIÁM ĐỐC\n(đã ký)\n\nNGUYỄN VĂN KHÁNH\n"
    )
    found = tables(paper)
    assert MARKS_LOST in found["documents"][0]["defects"]
    assert found["documents"][0]["signer_name"] == "Nguyễn Văn Khánh"
    names = [row["name"] for row in found["awardees"]]
    assert names[:2] == ["Nguyễn Văn Ấn", "Lê Thị Bình"]
    assert [row["authors"] for row in found["initiatives"]] == [["Trần Văn Cường"]]


def test_what_the_rules_know_is_told_from_other_words() -> None:
    assert known_pairs([["uy", "ban", "nhan", "dan"]], RULES) == (3, 3)
    assert known_pairs([["we", "are", "pleased", "to"]], RULES)[0] == 0
    assert known_pairs([["1", "2"], []], RULES) == (0, 0)


@pytest.mark.parametrize("text", ["a" * 300_000, "a b " * 75_000, "Uy ban nhan dan tinh " * 4000])
def test_long_lines_take_no_longer_than_many(text: str) -> None:
    printed = composed(text)
    started = time.process_time()
    spelled_out(printed, RULES)
    assert time.process_time() - started < 10
