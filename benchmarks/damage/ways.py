"""The ways in which a paper is damaged between the office and the archive, each by itself.

What is said stays: every value of the gold is still printed, if broken over lines or in another
kind of file.  A way gives the file's ending and bytes, or None for a paper that it would not fit.
"""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from html import escape
from random import Random

import docx

Way = Callable[[str, Random], "tuple[str, bytes] | None"]
_ROW = re.compile(r"\t|[|│]|\S  +\S|^\s*[+┼─=-]{3}", re.MULTILINE)
_PAGE = 38  # lines


def _text(change: Callable[[str, Random], str | None]) -> Way:
    def way(text: str, rng: Random) -> tuple[str, bytes] | None:
        changed = change(text, rng)
        return None if changed is None else ("txt", changed.encode())

    return way


def _wrapped(width: int) -> Callable[[str, Random], str]:
    return lambda text, rng: "\n".join(_lines(text, width))


def _lines(text: str, width: int) -> Iterator[str]:
    """The lines, those of prose broken at a width, within names too."""
    for line in text.split("\n"):
        if len(line) <= width or _ROW.search(line):
            yield line
        else:
            yield from textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)


def _on_each_page(print_it: Callable[[int], str]) -> Callable[[str, Random], str]:
    """Something printed between the pages of a text that does not tell where they end."""

    def change(text: str, rng: Random) -> str:
        found: list[str] = []
        below, page = 0, 1
        for line in _lines(text, 80):
            found.append(line)
            below += bool(line.strip())
            if below >= _PAGE and not _ROW.search(line):
                found.append(print_it(page))
                below, page = 0, page + 1
        return "\n".join(found)

    return change


def _in_one_line(text: str, rng: Random) -> str | None:
    return None if _ROW.search(text) else " ".join(text.split())


def _barred(text: str, rng: Random) -> str:
    lines = _lines(text, 80)
    return "\n".join(
        f"{line} |" if len(line) > 40 and not _ROW.search(line) and rng.random() < 0.25 else line
        for line in lines
    )


def _justified(text: str, rng: Random) -> str:
    def line_of(line: str) -> str:
        if len(line) < 60 or _ROW.search(line):
            return line
        return re.sub(r"(?<=\S) (?=\S)", lambda _: "  " if rng.random() < 0.2 else " ", line)

    return "\n".join(map(line_of, _lines(text, 78)))


def _bulleted(mark: str) -> Callable[[str, Random], str]:
    return lambda text, rng: re.sub(r"(?m)^[-–+] (?!-)", mark, text)


def _stamped(text: str, rng: Random) -> str:
    seal = "Người ký: Văn thư\nCơ quan: Văn phòng\nThời gian ký: 25/06/2021 13:37:45 +07:00\n"
    return seal + text


def _mailed(text: str, rng: Random) -> tuple[str, bytes]:
    message = EmailMessage()
    message["Subject"] = "Chuyển văn bản"
    message["From"] = "vanthu@example.vn"
    message.set_content(text)
    return "eml", bytes(message)


def _in_word(text: str, rng: Random) -> tuple[str, bytes]:
    document, raw = docx.Document(), io.BytesIO()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(raw)
    return "docx", raw.getvalue()


def _page(body: str) -> tuple[str, bytes]:
    return "html", f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


def _joined(way: Way) -> Way:
    """The way of a paper that stands in one line."""

    def both(text: str, rng: Random) -> tuple[str, bytes] | None:
        line = _in_one_line(text, rng)
        return None if line is None else way(line, rng)

    return both


WAYS: dict[str, Way] = {
    "as printed": _text(lambda text, rng: text),
    "wrapped at 50": _text(_wrapped(50)),
    "wrapped at 60": _text(_wrapped(60)),
    "wrapped at 80": _text(_wrapped(80)),
    "no empty lines": _text(lambda text, rng: re.sub(r"\n\s*\n", "\n", _wrapped(80)(text, rng))),
    "in one line": _text(_in_one_line),
    "justified": _text(_justified),
    "bars at line ends": _text(_barred),
    "page numbers": _text(_on_each_page(lambda page: f"\n{page + 1}\n")),
    "page numbers, tight": _text(_on_each_page(lambda page: f"Trang {page}/5")),
    "addresses of a browser": _text(
        _on_each_page(lambda page: f"https://hoso.example.vn/12.html   12/3/2024 10:15   {page}/4")
    ),
    "watermarks": _text(_on_each_page(lambda page: "BẢN SAO")),
    "round bullets": _text(_bulleted("• ")),
    "tight bullets": _text(_bulleted("-")),
    "seals at the top": _text(_stamped),
    "mail": _mailed,
    "mail, one line": _joined(_mailed),
    "Word": _in_word,
    "Word, one line": _joined(_in_word),
    "web page, divisions": lambda text, rng: _page(
        "".join(f"<div>{escape(line) or '<br>'}</div>" for line in text.split("\n"))
    ),
    "web page, as typed": lambda text, rng: _page(f"<pre>{escape(text)}</pre>"),
}
