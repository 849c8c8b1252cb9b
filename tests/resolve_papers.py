"""Invented dispatches for the tests of resolving: rows as the tables hold them, and plain texts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any


def paper(
    doc_id: str,
    number: str | None,
    on: str | None,
    issuer: str = "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU",
    **others: Any,
) -> dict[str, Any]:
    """A row of ``documents`` with what resolving looks at."""
    row: dict[str, Any] = {
        "doc_id": doc_id,
        "doc_number": number,
        "doc_type": "QĐ",
        "issued_on": dt.date.fromisoformat(on) if on else None,
        "issuer": issuer,
        "parent_issuer": None,
        "place": None,
        "is_draft": False,
        "genre": "dispatch",
        "subject": None,
        "is_ocr": False,
        "status": "ok",
        "text_quality": 1.0,
        "page_count": 1,
        "evidence": [],
    }
    return row | others


def citation(
    doc_id: str, number: str, on: str | None = None, issuer: str | None = None, kind: str = "QĐ"
) -> dict[str, Any]:
    """A row of ``citations`` with what resolving looks at; its id tells document and number."""
    return {
        "citation_id": f"{doc_id}:{number}:{on}",
        "doc_id": doc_id,
        "start": 0,
        "end": 5,
        "quote": "words",
        "cited_type": kind,
        "cited_number": number,
        "cited_on": dt.date.fromisoformat(on) if on else None,
        "cited_issuer": issuer,
    }


def decision(number: str, day: str, basis: str, people: tuple[str, ...] = ()) -> str:
    """The plain text of a decision of an invented union of a province."""
    listed = "\n".join(
        f"{i}. Ông {name}, Giám đốc Công ty cổ phần Sông Mẫu." for i, name in enumerate(people, 1)
    )
    return f"""LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU
Số: {number}
Lai Châu, {day}

QUYẾT ĐỊNH
Về việc tặng Bằng khen cho các cá nhân có thành tích xuất sắc

BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG TỈNH

Căn cứ {basis};
Xét đề nghị của Ban Chính sách pháp luật,

QUYẾT ĐỊNH:

Điều 1. Tặng Bằng khen cho {len(people):02} cá nhân:
{listed}
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Nơi nhận:
- Như Điều 1;
- Lưu: VT.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH

Lò Thị Mẫu
"""


def write(folder: Path, **texts: str) -> Path:
    """Plain text files of these names in a folder."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder
