"""Decodes one run or the runs of one paragraph, by the name of the font, else by evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.read.legacy.capitals import with_capitals
from pipeline.read.legacy.evidence import UNICODE_LETTER, guess, score
from pipeline.read.legacy.maps import TCVN3, FontCode, decode_as, font_code
from pipeline.read.legacy.mojibake import REPAIRS, is_plain

Run = tuple[str, str | None]
"""Text as 8-bit codes shown as characters, and the font that draws it (None if unknown)."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text and what it was: an encoding of :data:`maps.ENCODINGS` or a repair's code."""

    text: str
    encoding: str


def decode_legacy(text: str, font: str | None = None, prior: str | None = None) -> Decoded | None:
    """Decode a text in one font; None where it is Unicode already or nothing is gained.

    :param text: the run or paragraph; bytes stand as Latin-1 or CP1252 characters
    :param font: name of its font, which decides where it is one of a legacy encoding
    :param prior: encoding of the text around, for texts too short to judge alone
    """
    if font is None and is_plain(text):
        return None
    texts, found = decode_runs([(text, font)], prior)
    return Decoded(texts[0], found[0]) if found else None


def decode_runs(runs: Sequence[Run], prior: str | None = None) -> tuple[list[str], tuple[str, ...]]:
    """Decode the runs of one paragraph together.

    :returns: the text of each run, and the encodings and repairs that were used
    """
    texts = [text for text, _ in runs]
    if all(text.isascii() for text in texts):
        plain = [_capitals(text, font_code(font)) for text, font in runs]
        return _repaired(plain, ())
    codes = [font_code(font) for _, font in runs]
    used: dict[str, None] = {}
    for encoding in dict.fromkeys(code.encoding for code in codes if code is not None):
        mine = [i for i, code in enumerate(codes) if code is not None and code.encoding == encoding]
        if _is_of(encoding, [texts[index] for index in mine]):
            _decode_fonts(texts, mine, codes, encoding, used)
    others = [index for index, code in enumerate(codes) if code is None]
    _decode_by_evidence(texts, others, prior, used)
    return _repaired(texts, tuple(used))


def _capitals(text: str, code: FontCode | None) -> str:
    return text.upper() if code is not None and code.capitals else text


def _is_of(encoding: str, texts: Sequence[str]) -> bool:
    """Whether the runs in fonts of an encoding really are in it: Unicode can be set in them too."""
    legacy = " ".join(text for text in texts if not UNICODE_LETTER.search(text))
    plain, decoded = score(legacy), score(legacy, encoding)
    if decoded.good >= plain.good:
        return True
    # `là` in a paragraph of Unicode that a font of TCVN3 shows by another font's letters
    return decoded.share >= plain.share


def _decode_fonts(
    texts: list[str],
    indices: Sequence[int],
    codes: Sequence[FontCode | None],
    encoding: str,
    used: dict[str, None],
) -> None:
    """Decode runs by their fonts, next to one another together: a VNI pair can be cut by a run."""
    for index in indices:
        text, code = texts[index], codes[index]
        if code is None or UNICODE_LETTER.search(text):
            continue
        following = index + 1
        if following in indices and texts[following] and text:
            pair = text[-1] + texts[following][0]
            joined = decode_as(pair, encoding)
            if len(joined) == 1:
                text, texts[following] = text + texts[following][0], texts[following][1:]
        texts[index] = decode_as(text, encoding, code.capitals)
        if texts[index] != text and not text.isascii():
            used[encoding] = None


def _decode_by_evidence(
    texts: list[str], indices: Sequence[int], prior: str | None, used: dict[str, None]
) -> None:
    """Decode runs in fonts that say nothing, judged together, Unicode runs left aside."""
    legacy = [index for index in indices if not UNICODE_LETTER.search(texts[index])]
    encoding = guess("".join(texts[index] for index in legacy), prior)
    if encoding is not None:
        for index in legacy:
            if not texts[index].isascii():
                texts[index] = decode_plain(texts[index], encoding)
                used[encoding] = None


def decode_plain(text: str, encoding: str) -> str:
    """A text of an encoding in a font that is not known."""
    decoded = decode_as(text, encoding)
    return with_capitals(decoded) if encoding == TCVN3 else decoded


def _repaired(texts: list[str], used: tuple[str, ...]) -> tuple[list[str], tuple[str, ...]]:
    """The texts after the repairs that are no encoding of letters."""
    for code, repair in REPAIRS:
        for index, text in enumerate(texts):
            put_right = repair(text)
            if put_right is not None:
                texts[index] = put_right
                used = (*used, code) if code not in used else used
    return texts, used
