"""Pages whose elements lie deep in one another are read whole, or refused; never cut."""

from __future__ import annotations

import pytest

from pipeline.errors import ReadError
from pipeline.model import Reading, Source
from pipeline.read import read
from pipeline.read.html.depth import parsed


def page(body: str) -> Reading:
    markup = f"<html><head><title>Tin</title></head><body>{body}</body></html>"
    return read(markup.encode(), Source("a.html", "0" * 64, len(markup), "text/html"), "text/html")


def told(reading: Reading) -> list[str]:
    return [line.text for line in reading.pages[0].lines]


MAIL = "message/rfc822"
HEAD = "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>"
OPENINGS = ["<b><i>", "<font color=red>", '<span style="font-size: 12pt">', "<P><FONT>", "<div>"]


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("count", [100, 180, 240, 300, 3000])
def test_tags_that_are_never_closed_cut_no_page(opening: str, count: int) -> None:
    lines = "".join(f"{opening}Điều {number}. Nội dung<br>" for number in range(count))
    found = told(page(f"{HEAD}{lines}<p>Nơi nhận: như trên</p>"))
    assert [line for line in found if line.startswith("Điều")] == [
        f"Điều {number}. Nội dung" for number in range(count)
    ]
    assert found[-1] == "Nơi nhận: như trên"


def test_an_article_is_read_whole_too() -> None:
    lines = "".join(f"<p><font>Đoạn {number} kể về thi đua.<br>" for number in range(400))
    assert any("Đoạn 399 " in line for line in told(page(f"<h1>Tin</h1>{lines}")))


def test_what_still_lies_too_deep_is_refused_with_a_reason() -> None:
    deep = "<table><tr><td>" * 300 + "trong cùng"
    with pytest.raises(ReadError, match="cannot be read whole") as refused:
        page(f"{HEAD}{deep}")
    assert refused.value.category == "corrupt"


def test_a_mail_is_read_whole_or_refused() -> None:
    head = (
        b"From: a@b.vn\r\nTo: c@d.vn\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/html; charset=utf-8\r\n\r\n"
    )

    def mail(body: str) -> Reading:
        data = head + f"<html><body>{body}</body></html>".encode()
        return read(data, Source("a.eml", "0" * 64, len(data), MAIL), MAIL)

    lines = "".join(f"<b>Dòng {number}<br>" for number in range(400))
    assert told(mail(lines))[-1] == "Dòng 399"
    with pytest.raises(ReadError, match="cannot be read whole"):
        mail("<table><tr><td>" * 300 + "trong cùng")


def test_a_plain_page_keeps_all_its_marks() -> None:
    markup = "<html><body><b>Số</b> 1 <div><i>x</i></div></body></html>"
    root, kept = parsed(markup)
    assert kept == markup and root.find(".//b") is not None
