"""Pages of law sites and portals that tell of a paper by labels alone (thuộc tính văn bản)."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.document import process
from pipeline.model import Head, Source
from tests.figure_papers import rules
from tests.layout_pages import plain, value

PAIRS = (
    ("Số hiệu", "45/2019/QĐ-UBND"), ("Loại văn bản", "Quyết định"),
    ("Cơ quan ban hành", "Ủy ban nhân dân tỉnh Gò Mận"), ("Người ký", "Lê Văn Khế"),
    ("Chức vụ", "Phó Chủ tịch"), ("Ngày ban hành", "05/06/2019"),
    ("Ngày hiệu lực", "15/06/2019"), ("Trích yếu", "Về việc ban hành quy chế đỗ xe"),
)  # fmt: skip
TOLD = (
    "dispatch", "QĐ", "45/2019/QĐ-UBND", "Ủy ban nhân dân tỉnh Gò Mận", dt.date(2019, 6, 5),
    "ban hành quy chế đỗ xe", "Phó Chủ tịch", "Lê Văn Khế",
)  # fmt: skip
FOUR = [(*PAIRS[i], *PAIRS[i + 1]) for i in range(0, len(PAIRS), 2)]
BELOW = [f"{label}:\n{words}" for label, words in PAIRS]
TITLE = "Chi tiết văn bản\n\n"
LINES = "\n".join(f"{label}: {words}" for label, words in PAIRS)
OTHER = LINES.replace("45/2019", "46/2019")


def told(head: Head) -> tuple[object, ...]:
    return (
        head.genre, head.doc_type, value(head.doc_number), value(head.issuer), head.issued_on,
        value(head.subject), value(head.signer_title), value(head.signer_name),
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        LINES,
        LINES + "\n\nĐiều 1. Xe đỗ ở bến.",
        "\n".join(f"- {line}" for line in LINES.split("\n")),
        "\n".join(BELOW),
        "\n\n".join(BELOW),
        "\n".join(f"{label}\n{words}" for label, words in PAIRS),
        "\n".join(f"{a}: | {b} | {c}: | {d} |" for a, b, c, d in FOUR),
        "\n".join(f"{a}: {b}     {c}: {d}" for a, b, c, d in FOUR),
        "\n".join(f"{a}: {b} {c}: {d}" for a, b, c, d in FOUR),
        "\n".join(f"{label}\t{words}" for label, words in PAIRS),
        f"{LINES}\n\nLược đồ\nVăn bản liên quan\n{OTHER}",
        f"Toàn văn | VB liên quan | Tải về\n{LINES}",
        f"{LINES}\n\nNội dung\n\nThuộc tính\n{LINES}",
    ],
)
def test_the_attributes_are_the_head(words: str) -> None:
    head = plain(TITLE + words).head
    assert told(head) == TOLD
    fields = (head.doc_number, head.issuer, head.subject, head.signer_title, head.signer_name)
    assert {field.confidence for field in fields if field} | {head.issued_sure} == {0.9}


@pytest.mark.parametrize("body", ["", "<p>" + "Các xã, phường sắp xếp bến đỗ xe. " * 20 + "</p>"])
@pytest.mark.parametrize(
    "markup",
    [
        "<table>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in PAIRS) + "</table>",
        "<table>"
        + "".join(f"<tr><th>{a}:</th><td>{b}</td><th>{c}:</th><td>{d}</td></tr>"
                  for a, b, c, d in FOUR)
        + "</table>",
        "<ul>" + "".join(f"<li><b>{a}:</b> <span>{b}</span></li>" for a, b in PAIRS) + "</ul>",
    ],
)  # fmt: skip
def test_attributes_of_a_web_page(markup: str, body: str) -> None:
    data = f"<html><body><h1>Chi tiết văn bản</h1>{markup}{body}</body></html>".encode()
    tables = process(data, Source("a.html", "0" * 64, len(data), "text/html"), rules()).tables
    (row,) = tables["documents"]
    columns = ("genre", "doc_type", "doc_number", "issuer", "issued_on", "subject", "signer_title",
               "signer_name")  # fmt: skip
    assert tuple(row[column] for column in columns) == TOLD
    (text,) = tables["texts"]
    quotes = {item["field"]: text["text"][item["start"] : item["end"]] for item in row["evidence"]}
    assert quotes["doc_number"] == "45/2019/QĐ-UBND"
    assert quotes["issued_on"] == "05/06/2019"
    days = {(str(day["date_start"]), day["role"]) for day in tables["dates"]}
    assert days == {("2019-06-05", "issued"), ("2019-06-15", "event")}


@pytest.mark.parametrize(
    "words",
    [
        f"{LINES}\n\n{OTHER}",
        f"{LINES}\n\nSố hiệu: 46/2019/QĐ-UBND\nTrích yếu: Ban hành quy chế bến xe",
        f"Văn bản liên quan\n{LINES}",
        "Từ tháng tới, xe trên địa bàn các xã, phường của tỉnh đỗ ở bến theo quy chế mới, "
        f"và bến nào có nhà chờ thì nhận thêm xe khách đường dài vào ban đêm.\n\n{LINES}",
        f"Văn bản được sửa đổi, bổ sung:\nQuy chế đỗ xe\n{LINES}",
        "Số hiệu: 45/2019/QĐ-UBND\nNgày ban hành: 05/06/2019",
        "Stt | Số hiệu | Ngày ban hành | Trích yếu\n1 | 45/2019/QĐ-UBND | 05/06/2019 | Đỗ xe",
        "Stt\nSố hiệu\nLoại văn bản\nNgày ban hành\n1\n45/2019/QĐ-UBND\nQuyết định\n05/06/2019",
        "Số hiệu: QT-01\nTên văn bản: Quy trình mượn sách\nNgày ban hành: 05/06/2019",
        LINES.replace("Quyết định", "Nghị quyết"),
    ],
)
def test_labels_of_several_papers_or_of_another_tell_nothing(words: str) -> None:
    head = plain(TITLE + words).head
    assert (head.issuer, head.issued_on, head.signer_name) == (None, None, None)
    # a number alone on its line is one of lower confidence, as without labels
    assert head.doc_number is None or head.doc_number.rule == "layout.bare_number_line"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("Lê Văn Khế", "Đã biết", "signer_name"),
        ("Ủy ban nhân dân tỉnh Gò Mận", "Tỉnh Gò Mận", "issuer"),
        ("Về việc ban hành quy chế đỗ xe", "Quyết định 45/2019/QĐ-UBND về đỗ xe", "subject"),
        ("Về việc ban hành quy chế đỗ xe", "Về việc ban hành\nquy chế đỗ xe", "subject"),
        ("Ngày ban hành", "Ngày đăng", "issued_on"),
        ("Ngày ban hành", "Cập nhật", "issued_on"),
        ("05/06/2019", "Đang cập nhật", "issued_on"),
    ],
)
def test_a_value_that_is_none_leaves_its_field_empty(old: str, new: str, field: str) -> None:
    head = plain(TITLE + LINES.replace(old, new)).head
    assert value(head.doc_number) == "45/2019/QĐ-UBND"
    assert getattr(head, field) is None


def test_blocks_that_disagree_are_doubtful() -> None:
    again = LINES.replace("Lê Văn Khế", "Trần Thị Na")
    head = plain(f"{TITLE}{LINES}\n\nThuộc tính\n\n{again}").head
    assert head.signer_name is not None
    assert (head.signer_name.value, head.signer_name.confidence) == ("Lê Văn Khế", 0.6)
    days = LINES.replace("05/06/2019", "06/06/2019")
    assert plain(f"{TITLE}{LINES}\n\nThuộc tính\n\n{days}").head.issued_on is None


PAPER = """

ỦY BAN NHÂN DÂN
TỈNH GÒ MẬN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}

Gò Mận, ngày 05 tháng 6 năm 2019

QUYẾT ĐỊNH
Ban hành quy chế bến bãi

Căn cứ Luật Mẫu;
Điều 1. Xe đỗ ở bến.
"""


def test_the_own_head_goes_before_the_attributes() -> None:
    head = plain(TITLE + LINES + PAPER.format(number="45/2019/QĐ-UBND")).head
    assert value(head.issuer) == "ỦY BAN NHÂN DÂN TỈNH GÒ MẬN"
    assert value(head.subject) == "Ban hành quy chế bến bãi"
    assert (value(head.signer_title), value(head.signer_name)) == ("Phó Chủ tịch", "Lê Văn Khế")
    other = plain(TITLE + LINES + PAPER.format(number="51/2019/QĐ-UBND")).head
    assert value(other.doc_number) == "51/2019/QĐ-UBND"
    assert other.signer_name is None
