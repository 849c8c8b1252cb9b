"""Papers that a program copied into one line: read as if each line stood where it was printed."""

from __future__ import annotations

import io
from email.message import EmailMessage

import docx
import pytest

from pipeline.document import dispatch_of, find_mentions
from pipeline.link.rows import Mentions
from pipeline.model import Dispatch, RawLine, Source
from pipeline.normalise import compose
from pipeline.read import choose, read
from pipeline.read.run_together import parted
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = """UBND HUYỆN LẠC KHÊ
PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 152/QĐ-PGDĐT
Lạc Khê, ngày 12 tháng 6 năm 2019
QUYẾT ĐỊNH
Về việc tặng Giấy khen năm học 2018-2019
TRƯỞNG PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
Căn cứ Quyết định số 41/QĐ-UBND ngày 03/02/2015 của Ủy ban nhân dân huyện Lạc Khê;
Xét đề nghị của Hội đồng Thi đua - Khen thưởng,
QUYẾT ĐỊNH:
Điều 1. Tặng Giấy khen cho 03 cá nhân có thành tích xuất sắc năm học 2018-2019, gồm:
1. Ông Vũ Đình Mận - Giáo viên Trường THCS Sơn Đào;
2. Bà Lò Thị Mơ - Hiệu trưởng Trường Mầm non Hoa Lê;
3. Bà Đỗ Thu Hạnh - Kế toán Trường THCS Sơn Đào.
Điều 2. Mỗi cá nhân được thưởng theo quy định tại Điều 1. Kinh phí trích từ quỹ thi đua.
Điều 3. Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
KT. TRƯỞNG PHÒNG
PHÓ TRƯỞNG PHÒNG
(Đã ký)
Hoàng Văn Bưởi
"""
PARAGRAPH = (
    "Ban Chấp hành Công đoàn đã tổ chức hội nghị tổng kết phong trào thi đua. Tại hội nghị, các "
    "đại biểu thảo luận về kết quả thực hiện Điều 4 của Quy chế, hạng I. Đồng chí Chủ tịch nhấn "
    "mạnh ba việc - Tuyên truyền, vận động và kiểm tra - Các đơn vị phải làm ngay trong quý I. Kết "
) * 5


def _line(text: str) -> list[RawLine]:
    return [RawLine(text=text, source_start=7)]


def _read(text: str | bytes, kind: str = "text/plain") -> tuple[Dispatch, Mentions]:
    data = text.encode() if isinstance(text, str) else text
    source = Source("mem/a", "0" * 64, len(data), kind)
    reading = read(data, source, kind)
    dispatch = dispatch_of(reading, compose(reading), 0, RULES)
    return dispatch, find_mentions(dispatch, RULES)


def test_the_lines_of_a_decision_come_back_where_they_were() -> None:
    bodies, signed = DECISION.splitlines()[:2], DECISION.splitlines()[-4:-2]
    printed = DECISION.splitlines()
    assert (
        [line.text for line in parted(_line(" ".join(DECISION.split())))]
        == [
            " ".join(
                bodies
            ),  # what no sign parts the layout takes apart, which knows bodies and posts
            *printed[2:-4],
            " ".join(signed),
            *printed[-2:],
        ]
    )


def test_each_part_keeps_its_place_in_the_source() -> None:
    text = " ".join(DECISION.split())
    for part in parted(_line(text)):
        assert part.source_start is not None
        at = part.source_start - 7
        assert text[at : at + len(part.text)] == part.text


def test_rows_are_those_of_the_paper_as_it_was_printed() -> None:
    joined = DECISION.replace("\n", " &nbsp; ")
    page = f"<html><body><p>Trang chủ</p><div>{joined}</div></body></html>"
    line = " ".join(DECISION.split())
    papers = (
        _read(DECISION), _read(line), _read(page, "text/html"), _read(_word(line), choose.DOCX),
        _read(_mail(line), choose.MAIL),
    )  # fmt: skip
    for dispatch, _ in papers:
        head = dispatch.head
        fields = (
            head.issuer, head.parent_issuer, head.doc_number, head.subject,
            head.signing_authority, head.signer_title, head.signer_name,
        )  # fmt: skip
        assert [field and field.value for field in fields] == [
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "UBND HUYỆN LẠC KHÊ", "152/QĐ-PGDĐT",
            "tặng Giấy khen năm học 2018-2019", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG",
            "Hoàng Văn Bưởi",
        ]  # fmt: skip
    people = [
        [(a.name, a.position, a.workplace, a.award, a.confidence) for a in found.awardees]
        for _, found in papers
    ]
    assert len(people[0]) == 3
    assert all(others == people[0] for others in people)


def _word(text: str) -> bytes:
    document, raw = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(raw)
    return raw.getvalue()


def _mail(text: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Chuyển quyết định"
    message.set_content(text)
    return message.as_bytes()


@pytest.mark.parametrize(
    "text",
    [
        PARAGRAPH,
        "Số: 12/QĐ-UBND Lạc Khê, ngày 3 tháng 5 năm 2020",
        "Theo Quyết định số 12/QĐ-UBND ngày 3 tháng 5 năm 2020, " + "các đơn vị thi đua " * 40,
    ],
)
def test_a_paragraph_stays_a_line(text: str) -> None:
    assert parted(_line(text)) == _line(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "SỞ Y TẾ CỘNG HOÀ Xà HỘI CHỦ NGHĨA VIỆT NAM TRUNG TÂM LÊ Độc lập  Tự do  Hạnh phúc "
            "Số: 4/BC-TT Mận, ngày 2 tháng 7 năm 2014 BÁO CÁO Sơ kết 6 tháng",
            ["SỞ Y TẾ", "CỘNG HOÀ Xà HỘI CHỦ NGHĨA VIỆT NAM", "TRUNG TÂM LÊ"],
        ),
        (
            "TỈNH ỦY MẬN BAN TUYÊN GIÁO * ĐẢNG CỘNG SẢN VIỆT NAM Số 18-HD/BTGTU "
            "Mận, ngày 02 tháng 7 năm 2014 HƯỚNG DẪN Tuyên truyền kỷ niệm ngày thành lập tỉnh",
            ["TỈNH ỦY MẬN BAN TUYÊN GIÁO *", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 18-HD/BTGTU"],
        ),
    ],
)
def test_a_head_is_told_with_misread_titles_and_in_party_papers(
    text: str, parts: list[str]
) -> None:
    assert [line.text for line in parted(_line(text))][:3] == parts


def test_the_rows_of_a_table_come_apart_by_their_numbers() -> None:
    head = " ".join(DECISION.splitlines()[:12])
    table = " TT Đơn vị Số sáng kiến 1 Trường Tiểu học Đào 12 2 Trạm Y tế xã Lê 30 4 Tổ Mơ"
    texts = [line.text for line in parted(_line(head + table))]
    assert "1 Trường Tiểu học Đào 12" in texts
    assert "2 Trạm Y tế xã Lê 30 4 Tổ Mơ" in texts


def test_a_number_opens_a_line_where_its_series_goes_on() -> None:
    head = " ".join(DECISION.splitlines()[:12])
    body = " Đơn vị có 5 lớp; 38. Trong năm: 1. Tổ chức thi. 2. Trao thưởng. 4. Là số lẻ"
    texts = [line.text for line in parted(_line(head + body))]
    assert "2. Trao thưởng. 4. Là số lẻ" in texts
    assert any(text.endswith("5 lớp; 38. Trong năm:") for text in texts)
