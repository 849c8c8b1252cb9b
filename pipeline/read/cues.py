"""Words that only stand in the head or the foot of a dispatch: how readers tell its two columns."""

from __future__ import annotations

import unicodedata

import regex

# Quốc hiệu, tiêu ngữ and the party's title: the right cell of a head (Decree 30/2020, annex I).
_TITLE = regex.compile(
    r"^\W*(?:C[ỘOỌÔÒ]NG\s*H[ÒOÕÓỎ][AÀÃ]?\s*X[ÃAÁẢ]\s*H[ỘOỌÔỒ]I"
    r"|Đ[ẢA]NG\s+C[ỘO]NG\s+S[ẢA]N\s+VI[ỆE]T\s+NAM"
    r"|ĐOÀN\s+TNCS\s+HỒ\s+CHÍ\s+MINH$|VI[ỆE]T\s+NAM\s+D[ÂA]N\s+CH[ỦU]\s+C[ỘO]NG\s+H|Đ[ộo]c\s*l[ậa]p\s*[-–—.]?\s*T[ựu]\s*do)"
)
# Its first letter is set in bold italics, which OCR reads as another one or not at all.
_COPIES = regex.compile(r"^\W*(?:\p{L}?[ơø]i\s+(?:nh[ậâ]n|gửi)\b|nh[ậâ]n\s?:$)", regex.IGNORECASE)
_KEPT = regex.compile(r"^\W*Lưu\s?:?\s?(?:VT|VP|Văn (?:thư|phòng)|\p{Lu}{2,6}[,;.])(?!\p{L})")
_ADDRESSEES = regex.compile(r"^\W*Kính\s+(?:gử ?i|trình)\b", regex.IGNORECASE)
_DAY = regex.compile(r"\bngày\b.{0,300}\btháng\b|\btháng\b.{0,300}\bnăm\b", regex.IGNORECASE)
# the left column at the foot of a certificate: the decision behind it, its entry in the register
_REGISTERED = regex.compile(
    r"^\W*(?:(?:Theo\s)?(?:Quyết định|QĐ)\s(?:khen thưởng\s)?số"
    r"|(?:Vào )?sổ\s\p{L}|Số\s(?:vào )?sổ)",
    regex.IGNORECASE,
)
# TM., KT., TL., TUQ., Q.: prefixes of the signing authority (Decree 30/2020, art. 13).
_SIDE = regex.compile(
    r"^\W*(?:THƯ KÝ|CHỦ (?:TRÌ|TỌA|TOẠ)|ĐẠI DIỆN|BÊN \p{Lu}|NGƯỜI \p{Lu}|XÁC NHẬN|KẾ TOÁN TRƯỞNG)"
)
_AUTHORITY = regex.compile(r"^\W*(?:TM|KT|TL|TUQ|T/M|K/T|T/L|T/UQ|Q)\s*[./]\s*\p{Lu}")


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def is_national_title(text: str) -> bool:
    """Whether a line opens the right cell of a head (Quốc hiệu, Tiêu ngữ, or the party's title)."""
    return _TITLE.match(_composed(text)) is not None


def is_copies(text: str) -> bool:
    """Whether a line opens the `Nơi nhận` list."""
    return _COPIES.match(_composed(text)) is not None


def is_kept(text: str) -> bool:
    """Whether a line closes the `Nơi nhận` list: where the document itself is kept."""
    return _KEPT.match(_composed(text)) is not None


def is_addressees(text: str) -> bool:
    """Whether a line opens the `Kính gửi` list."""
    return _ADDRESSEES.match(_composed(text)) is not None


def has_day(text: str) -> bool:
    """Whether a line has the words of the place-and-date line (the day itself may be blank)."""
    return _DAY.search(_composed(text)) is not None


def is_registered(text: str) -> bool:
    """Whether a line tells the decision behind a certificate, or where it is entered."""
    return _REGISTERED.match(_composed(text)) is not None


def is_authority(text: str) -> bool:
    """Whether a line opens with the prefix of a signing authority (`TM.`, `KT.` ...)."""
    return _AUTHORITY.match(_composed(text)) is not None


def is_side(text: str) -> bool:
    """Whether a line tells which of several signers stands below it: secretary, party, giver."""
    return _SIDE.match(_composed(text)) is not None or is_authority(text)


def is_capitals(text: str) -> bool:
    """Whether a text is set in capitals, as issuers, titles and posts are."""
    letters = list(filter(str.isalpha, text))
    return len(letters) >= 4 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)
