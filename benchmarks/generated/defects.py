"""Damages the text of a paper as scans and copies do, leaving alone what the gold cannot survive.

OCR confusions follow reference text_defects.md; they fall on words that are no part of any value
(a misread name has no right reading), except that document symbols lose their Đ.
"""

from __future__ import annotations

import re
import unicodedata
from random import Random

from tests.samples.sample import Sample

CONFUSIONS = (
    ("đẩy mạnh", "đầy mạnh"),
    ("Đẩy mạnh", "Đầy mạnh"),
    ("tổ chức", "tô chức"),
    ("Tổ chức", "Tô chức"),
    ("điển hình", "điền hình"),
    ("tiên tiến", "tiền tiến"),
    ("củng cố", "cống cố"),
    ("đối với", "đổi với"),
    ("phấn đấu", "phần đấu"),
    ("Căn cứ", "Căn cử"),
    ("quyết định", "quyêt định"),
    ("chịu trách nhiệm", "chịu trách nhiêm"),
    ("thực hiện", "thực hiên"),
    ("hướng dẫn", "hướng dân"),
    ("kết quả", "kêt quả"),
    ("Kết quả", "Kêt quả"),
    ("đơn vị", "đơn vi"),
    ("của các", "cúa các"),
    ("phối hợp", "phôi hợp"),
    ("nhiệm vụ", "nhiêm vụ"),
    ("chất lượng", "chât lượng"),
    ("triển khai", "triên khai"),
    ("đề nghị", "đê nghị"),
    ("kèm theo", "kèm thẹo"),
    ("thi đua", "thỉ đua"),
    ("bảo đảm", "bào đảm"),
    ("Nơi nhận", "Nơi nhân"),
    ("QUYẾT ĐỊNH", "QUYÉT ĐỊNH"),
    ("DANH SÁCH", "DANH SÁCII"),
    ("ngày ", "ngày"),
    ("Hạnh phúc", "Hanh phúc"),
    ("XÃ HỘI", "XÃ HỌI"),
    ("ỦY BAN", "ÚY BAN"),
    ("BÁO CÁO", "BÁO CẢO"),
)
SYMBOLS = (("LĐLĐ", "LĐLD"), ("LĐLĐ", "LDLĐ"), ("/QĐ-", "/QD-"), ("CĐCS", "CDCS"), ("TLĐ", "TLD"))
NOISE = ("Mkomo", "M", "Jin", "*", "~~~", "Aã", "h")


def ocr(rng: Random, sample: Sample, text: str) -> str:
    """A sprinkling of misread words, lost Đ in symbols, signs of stamps, odd letters and blanks."""
    values = " ".join((*sample.addressees, *sample.copies, sample.subject_text))
    for old, new in rng.sample(CONFUSIONS, 12):
        if rng.random() < 0.7 and old not in values:
            text = _some(rng, text, old, new)
    for old, new in SYMBOLS:
        if rng.random() < 0.25:
            text = _in_symbols(rng, text, old, new)
    if rng.random() < 0.3:
        text = re.sub(r"\b(\d{1,4})/(?=[A-ZĐ]{2})", r"\1 /", text, count=2)
    if rng.random() < 0.3:
        text = text.replace("Đ", rng.choice(("Ð", "Đ")))
    if rng.random() < 0.25:
        text = text.replace("Nơi nhận:", f"Nơi nhận: {rng.choice(NOISE)}", 1)
    if rng.random() < 0.2:
        text = unicodedata.normalize("NFD", text)
    if rng.random() < 0.2:
        text = re.sub(r"(?<=\w) (?=\w)", lambda m: "\u00a0" if rng.random() < 0.05 else " ", text)
    return text


def _some(rng: Random, text: str, old: str, new: str) -> str:
    return re.sub(re.escape(old), lambda m: new if rng.random() < 0.5 else m[0], text)


def _in_symbols(rng: Random, text: str, old: str, new: str) -> str:
    """Change a code inside a document symbol, never in a name."""
    pattern = re.compile(r"(?<=\d)\s?[/-][^\s,;.()]{0,12}" + re.escape(old.strip("/-")))
    return pattern.sub(
        lambda m: m[0].replace(old.strip("/-"), new.strip("/-")) if rng.random() < 0.7 else m[0],
        text,
    )


def repeated(rng: Random, sample: Sample, text: str) -> str:
    """A stretch of at least five paragraphs printed twice, as OCR models do with pages."""
    lines = text.split("\n")
    full = [n for n, line in enumerate(lines) if len(line) > 60]
    if len(full) < 8 or "\f" in text:
        return text
    start = full[2]
    end = full[min(len(full) - 2, 2 + rng.randint(5, 9))]
    return "\n".join([*lines[:end], *lines[start:end], *lines[end:]])
