"""Papers of an invented district, read as a whole, for the tests of who is given what."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Mapping

from pipeline.document import process
from pipeline.model import Source
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
HEAD = """
ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                        Độc lập - Tự do - Hạnh phúc
Số: 31/{symbol}                     Gò Mận, ngày 04 tháng 2 năm 2025

{kind}
{subject}

"""
"""The head of a paper of the district, for its symbol, kind and subject."""
_SYMBOLS = {"QUYẾT ĐỊNH": "QĐ-UBND", "TỜ TRÌNH": "TTr-UBND", "THÔNG BÁO": "TB-UBND"}
Given = tuple[object, object, object]


def rows_of(words: str) -> Mapping[str, list[dict[str, object]]]:
    """All rows of a text as it stands in a file, by table."""
    data = textwrap.dedent(words).encode()
    source = Source("giay.txt", hashlib.sha256(data).hexdigest(), len(data), "text/plain")
    return process(data, source, RULES).tables


def awarded(words: str) -> list[dict[str, object]]:
    """The rows of awardees of a text as it stands in a file."""
    return rows_of(words).get("awardees", [])


def given(*lines: str) -> list[Given]:
    """Name, workplace and award of each awardee of a page without a head."""
    return _brief(awarded("\n".join(lines)))


def given_by(kind: str, subject: str, *lines: str) -> list[Given]:
    """Name, workplace and award of each awardee of a paper with a head."""
    top = HEAD.format(symbol=_SYMBOLS[kind], kind=kind, subject=subject)
    decides = ["QUYẾT ĐỊNH:"] if kind == "QUYẾT ĐỊNH" else []
    return _brief(awarded(top + "".join(f"{line}\n" for line in [*decides, *lines])))


def _brief(rows: list[dict[str, object]]) -> list[Given]:
    return [(a["name"], a["workplace"], a["award_name"]) for a in rows]
