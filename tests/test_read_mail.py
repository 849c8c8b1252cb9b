"""Mails: each its own document, its attachments members, hostile ones harmless."""

from __future__ import annotations

import unicodedata
from email.message import EmailMessage
from typing import Any

import pytest

from pipeline.read import detect_media_type, read
from tests.outlook_maker import Tree, attachment, container, properties, text
from tests.packed_files import NOTE, RAW, half_decomposed, listed, rows, source, zipped


def mail(**parts: Any) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "V/v gửi danh sách đề nghị khen thưởng"
    message["From"] = "Văn phòng Mẫu <vp@example.vn>"
    message["To"] = "a@example.vn"
    message["Date"] = "Thu, 03 Jun 2021 09:00:00 +0700"
    message.set_content(parts.get("text", "Kính gửi các đơn vị.\nXin gửi danh sách kèm theo.\n"))
    return message


def test_mail_is_a_document_and_its_attachments_are_members() -> None:
    message = mail()
    docx, pdf = (RAW / "ttr-64-ubnd-van-khe.docx", RAW / "bc-145-cdkcn-van-khe.pdf")
    message.add_attachment(
        docx.read_bytes(), maintype="application", subtype="octet-stream",
        filename="Tờ trình số 64.docx",
    )  # fmt: skip
    message.add_attachment(
        pdf.read_bytes(), maintype="application", subtype="pdf", filename="báo cáo.pdf"
    )
    data = message.as_bytes()
    assert listed(data, name="thu.eml") == [
        (None, "ok"), ("Tờ trình số 64.docx", "ok"), ("báo cáo.pdf", "ok"),
    ]  # fmt: skip
    found = rows(data, "thu.eml")
    assert not found["failures"]
    own, first, second = found["documents"]
    assert (own["member"], own["reader"], own["media_type"]) == (None, "mail", "message/rfc822")
    assert first["doc_number"] == rows(docx.read_bytes(), "a")["documents"][0]["doc_number"]
    assert second["media_type"] == "application/pdf"
    text = found["texts"][0]["text"]
    assert text.startswith("Subject: V/v gửi danh sách đề nghị khen thưởng\nFrom: Văn phòng Mẫu")
    assert "Xin gửi danh sách kèm theo." in text


def test_mail_in_html_with_a_table_keeps_the_table() -> None:
    message = mail()
    rows_of_it = "<tr><td>TT</td><td>Họ và tên</td></tr><tr><td>1</td><td>Lê Văn Giả</td></tr>"
    table = f"<table border=1>{rows_of_it}</table>"
    message.add_alternative(f"<html><body><p>Danh sách:</p>{table}</body></html>", subtype="html")
    data = message.as_bytes()
    lines = read(data, source(data, "a.eml")).pages[0].lines
    assert [line.text for line in lines if line.cell is not None][-1] == "Lê Văn Giả"


def test_legacy_charsets_and_broken_fields() -> None:
    body = unicodedata.normalize("NFC", "Đề nghị các đơn vị gửi báo cáo")
    raw = "".join(half_decomposed(letter) for letter in body).encode("cp1258")
    data = (
        b"From: a@example.vn\r\nTo: b@example.vn\r\nMIME-Version: 1.0\r\n"
        b"Subject: =?windows-1258?B?/w==?= =?khong-co?Q?x?=\r\n"
        b'Content-Type: text/plain; charset="windows-1258"\r\n\r\n' + raw
    )
    reading = read(data, source(data, "a.eml"))
    last = unicodedata.normalize("NFC", reading.pages[0].lines[-1].text)
    assert last == body
    wrong = data.replace(b'windows-1258"', b'us-ascii"').replace(raw, body.encode())
    assert read(wrong, source(wrong, "a.eml")).pages[0].lines[-1].text == body


def test_fields_and_file_names_in_raw_letters() -> None:
    data = (
        "From: Văn thư <a@example.vn>\r\nTo: b@example.vn\r\nSubject: Báo cáo quý I\r\n"
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain;'
        ' name="báo cáo.txt"\r\n\r\nnội dung\r\n--b--\r\n'
    ).encode()
    assert listed(data, name="a.eml") == [(None, "ok"), ("báo cáo.txt", "ok")]
    lines = [line.text for line in read(data, source(data, "a.eml")).pages[0].lines]
    assert lines == ["Subject: Báo cáo quý I", "From: Văn thư <a@example.vn>"]


def test_mail_inside_a_mail_and_a_zip_inside_that() -> None:
    inner = mail(text="Chuyển tiếp thư này để các đơn vị biết.\n")
    inner.add_attachment(
        zipped([("phụ lục.txt", NOTE)]), maintype="application", subtype="zip", filename="pl.zip"
    )
    outer = mail()
    outer.add_attachment(inner)
    path = "V-v gửi danh sách đề nghị khen thưởng.eml"
    assert listed(outer.as_bytes(), name="a.eml") == [
        (None, "ok"), (path, "ok"), (f"{path}/pl.zip/phụ lục.txt", "ok"),
    ]  # fmt: skip


def test_pictures_in_the_text_and_seals_are_no_members() -> None:
    message = mail()
    message.add_alternative(
        '<html><body><img src="cid:logo@x"> Kính gửi</body></html>', subtype="html"
    )
    message.get_payload()[1].add_related(b"\x89PNG\r\n\x1a\nx", "image", "png", cid="<logo@x>")  # type: ignore[union-attr,index]
    message.add_attachment(
        b"x", maintype="application", subtype="pkcs7-signature", filename="smime.p7s"
    )
    message.add_attachment(
        b"\x89PNG\r\n\x1a\nx", maintype="image", subtype="png", filename="scan.png"
    )
    assert [path for path, _ in listed(message.as_bytes(), name="a.eml")] == [None, "scan.png"]


def test_encrypted_and_broken_mails_are_typed() -> None:
    sealed = (
        b"From: a@example.vn\r\nTo: b@example.vn\r\nSubject: x\r\n"
        b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nAAAA"
    )
    assert [row["category"] for row in rows(sealed, "a.eml")["failures"]] == ["encrypted"]
    deep = b"From: a@b.vn\r\nTo: c@d.vn\r\nSubject: x\r\n"
    for number in range(3000):
        deep += b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (number, number)
    found = rows(deep, "a.eml")
    assert [row["category"] for row in found["failures"]] == ["corrupt"]


def test_mail_that_opens_with_html_is_a_mail() -> None:
    head = b"Return-Path: <a@b.vn>\nReceived: by x;\n Thu, 3 Jun 2021\nSubject: y\nFrom: a@b.vn\n"
    body = b"Content-Type: text/html; charset=utf-8\n\n<html><body>Noi dung</body></html>"
    assert detect_media_type(head + body) == "message/rfc822"
    assert detect_media_type(b"<html><body>From: a</body></html>") == "text/html"


def test_web_archive_gives_its_page() -> None:
    data = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        "<html><body><p>Nội dung của trang được lưu lại từ trình duyệt.</p></body></html>\r\n"
        "--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    ).encode()  # fmt: skip
    assert detect_media_type(data) == "multipart/related"
    assert listed(data, name="a.mht") == [(None, "ok")]
    lines = [line.text for line in read(data, source(data, "a.mht")).pages[0].lines]
    assert lines == ["Nội dung của trang được lưu lại từ trình duyệt."]


def outlook(*attached: Tree, **more: bytes) -> Tree:
    """A message that Outlook saved on 3 June 2021."""
    sent = (132_671_592_000_000_000).to_bytes(8, "little")
    found: dict[str, bytes | Tree] = {
        **text("0037", "V/v gửi danh sách đề nghị khen thưởng"), **text("0C1A", "Văn phòng Mẫu"),
        **text("5D01", "vp@example.vn"), **text("1000", "Kính gửi các đơn vị.\r\nXin gửi kèm.\r\n"),
        **properties(32, (0x0039, 0x40, sent)), **more,
    }  # fmt: skip
    for number, tree in enumerate(attached):
        found[f"__attach_version1.0_#{number:08X}"] = tree
    return found


def test_message_of_outlook_is_a_mail_with_members() -> None:
    note = attachment("báo cáo.txt", NOTE)
    inner = {**outlook(note), **properties(24)}
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    word = attachment("cũ.doc", ole + "WordDocument".encode("utf-16-le"))
    data = container(
        outlook(
            attachment("phụ lục.txt", NOTE * 100),
            attachment("chuyển tiếp", inner),
            word,
            attachment("logo.png", b"\x89PNG\r\n\x1a\nx", p370E="image/png", p3712="logo@x"),
        )
    )
    assert detect_media_type(data) == "application/vnd.ms-outlook"
    path = "V-v gửi danh sách đề nghị khen thưởng.eml"
    assert listed(data, name="a.msg") == [
        (None, "ok"), ("phụ lục.txt", "ok"), (path, "ok"), (f"{path}/báo cáo.txt", "ok"),
        ("cũ.doc", "ok"), ("logo.png", "ok"),
    ]  # fmt: skip
    lines = [line.text for line in read(data, source(data, "a.msg")).pages[0].lines]
    assert lines == [
        "Subject: V/v gửi danh sách đề nghị khen thưởng", "From: Văn phòng Mẫu <vp@example.vn>",
        "Date: Thu, 03 Jun 2021 02:00:00 +0000", "Kính gửi các đơn vị.", "Xin gửi kèm.",
    ]  # fmt: skip


def test_message_of_outlook_with_a_table_and_in_a_code_page() -> None:
    page = (0x3FDE, 0x03, (1258).to_bytes(4, "little"))
    subject = "".join(half_decomposed(letter) for letter in "Đề nghị gửi báo cáo").encode("cp1258")
    html = "<html><body><table border=1><tr><td>TT<td>Tên<tr><td>1<td>Ly Van Mau</table>"
    tree = outlook(**{"__substg1.0_10130102": html.encode(), "__substg1.0_0037001E": subject})
    tree = {k: v for k, v in tree.items() if not k.endswith("0037001F")} | properties(32, page)
    data = container(tree)
    lines = read(data, source(data, "a.msg")).pages[0].lines
    assert unicodedata.normalize("NFC", lines[0].text) == "Subject: Đề nghị gửi báo cáo"
    assert [line.text for line in lines if line.cell is not None][-1] == "Ly Van Mau"


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_torn_messages_of_outlook_are_typed(share: float) -> None:
    data = container(outlook(attachment("a.txt", NOTE * 100)))
    torn = data[: int(share * len(data))]
    found = rows(torn, "a.msg")
    assert found["failures"] or found["documents"]


def test_streams_that_lie_over_one_another_are_refused() -> None:
    data = container(outlook(*[attachment(f"{number}.txt", NOTE * 100) for number in range(9)]))
    assert len(data) < 9 * len(NOTE * 100)
    assert [row["category"] for row in rows(data, "a.msg")["failures"]] == ["corrupt"]


@pytest.mark.parametrize("shift", [3, 40, 200])  # the second one: sectors larger than memory
def test_containers_of_sectors_without_measure_are_typed(shift: int) -> None:
    data = container(outlook(attachment("a.txt", NOTE * 100)))
    for at in (30, 32):
        odd = data[:at] + bytes((shift, 0)) + data[at + 2 :]
        assert {row["category"] for row in rows(odd, "a.msg")["failures"]} <= {
            "corrupt", "unsupported",
        }  # fmt: skip
