"""Part the lines of a signature that copying ran together: authority, post, `(Đã ký)`, name.

`TM. ỦY BAN NHÂN DÂN CHỦ TỊCH (Đã ký) Lê Văn A`: NĐ 30/2020, Annex I, II.7 prints each on its own
line.  Formats that know where a line stands are not looked at.
"""

from __future__ import annotations

from itertools import pairwise

import regex

from pipeline.layout.issuers import body_heads
from pipeline.layout.names import signer_name
from pipeline.layout.pieces import Piece, is_capitals
from pipeline.layout.posts import is_post, is_whole_post
from pipeline.rulebook import Rulebook

_LONGEST = 160
_SIGN = regex.compile(r"\W{0,4}(?:TM|KT|TL|TUQ|T/M|K/T|T/L)(?:[.,]\s{0,2}|\s)")
_WORD = regex.compile(r"\S+")
_MARK = regex.compile(r"\(\s?(?:[Đđ]ã\s)?[Kk]ý[^()]{0,40}\)")
_FEWEST_OF_CAPITALS, _MOST_OF_CAPITALS = 3, 4  # words of a name behind a post
_BODY_SIGN = regex.compile(r"T/?M")
_OF_BODY = {"ĐOÀN": "CHỦ TỊCH", "BAN": "BÍ THƯ"}  # bodies named after a post: `TM. ĐOÀN CHỦ TỊCH`


def lines_apart(piece: Piece, rules: Rulebook) -> tuple[Piece, ...]:
    """The piece, or the pieces of a signature that stand in it, each with its own span."""
    text = piece.text
    if piece.box is not None or len(text) > _LONGEST or not text[:2].isupper():
        return (piece,)
    if _SIGN.match(text) is None and not is_post(_capitals(text), rules):
        return (piece,)
    cuts = {0, len(text), *(at for mark in _MARK.finditer(text) for at in mark.span())}
    found: list[Piece] = []
    for begin, end in pairwise(sorted(cuts)):
        for first, last in pairwise(_parts(text[begin:end], piece, rules)):
            words = text[begin + first : begin + last]
            at = piece.start + begin + first + len(words) - len(words.lstrip())
            words = words.strip()
            if words:
                found.append(piece._replace(start=at, end=at + len(words), text=words))
    return tuple(found)


def _capitals(text: str) -> str:
    """The words in capitals that a line opens with."""
    words = text.split()
    count = next((i for i, word in enumerate(words) if not word.isupper()), len(words))
    return " ".join(words[:count])


def _parts(text: str, piece: Piece, rules: Rulebook) -> list[int]:
    """Where the authorities, the post and the name begin, and where the last of them ends."""
    found = [0]
    while sign := _SIGN.match(text, found[-1]):
        cut = _end_of_authority(text, sign, rules)
        if cut is None:
            break
        found.append(cut)
    return [*found, _begin_of_name(text, found[-1], piece, rules), len(text)]


def _end_of_authority(text: str, sign: regex.Match[str], rules: Rulebook) -> int | None:
    """Where the next authority, or the post of who signs, begins behind a body or a post."""
    heads = body_heads(rules)
    for above, word in pairwise(_WORD.finditer(text, sign.end())):
        if not above.group().isupper():
            return None
        whose, rest = text[sign.end() : above.end()], text[word.start() :]
        is_whole = is_post(whose, rules) or heads.match(whose) is not None
        if not is_whole and not (_BODY_SIGN.match(text, sign.start()) and " " in whose):
            continue
        if other := _SIGN.match(rest):
            # two who sign for the same kind of authority stand side by side: `KT. A    KT. B`
            return None if other.group() == sign.group() else word.start()
        if rest.startswith(_OF_BODY.get(above.group(), "\n")):
            continue
        if is_post(_capitals(rest), rules):
            return word.start()
    return None


def _begin_of_name(text: str, begin: int, piece: Piece, rules: Rulebook) -> int:
    """Where the name behind a post begins; the end of the text where none does."""
    words = list(pairwise(_WORD.finditer(text, begin)))
    wholes = [above for above, _ in words if is_whole_post(text[begin : above.end()], rules)]
    for above, word in words:
        post, name = text[begin : above.end()], text[word.start() :]
        if not above.group().isupper() or not is_post(post, rules):
            continue
        if is_capitals(name):  # behind the longest post alone: `CHỦ TỊCH HỘI ĐỒNG QUẢN TRỊ`
            is_set_off = above is wholes[-1] if wholes else False
            fits = is_set_off and _FEWEST_OF_CAPITALS <= len(name.split()) <= _MOST_OF_CAPITALS
        else:
            fits = not word.group().isupper() or word.group().endswith(".")
        if fits and signer_name(piece._replace(text=name), rules) is not None:
            return word.start()
    return len(text)
