"""Recognise a line that names a post in capitals (chức vụ người ký)."""

from __future__ import annotations

import regex
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from pipeline.layout.pieces import is_capitals, without_marks
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived
from pipeline.rulebook.twin import Twins

_FEWEST, _MOST_ODD, _ODD_SHARE, _RIVALS = 12, 3, 6, 3  # one letter of six may be misread
_CUT_FROM = 8  # letters of a post that is known without its last one

# What stands behind the signs of signing for another: the post that the authority is from.
_FOR = regex.compile(
    r"(?P<sign>(?<!\p{L})(?:TM|KT|TL|TUQ|Q)\.\s*)(?P<post>[^.]*?)"
    r"(?P<end>\s+(?=(?:TM|KT|TL|TUQ|Q)\.)|$)"
)

_COMMA = regex.compile(r"^(TM|KT|TL|TUQ)\s?,")  # a misread dot
_MISREAD_SIGN = regex.compile(r"^\W{0,2}K[£€†]\s?[./]")
_KT = regex.compile(r"^\W{0,3}K\s?[./]?\s?T\s?[./]\s*(?P<post>\p{Lu}[\p{Lu}\s]{3,30})$")
_CAPITALS = regex.compile(r"\p{Lu}{3}")
_ODD_BELOW = 3  # one letter of three, where the line above leaves one post alone
_SIGNS_FOR = regex.compile(r"\p{L}{1,3}\s?[./,]")


def is_post(line: str, rules: Rulebook) -> bool:
    """True for `CHỦ TỊCH`, `PHÓ GIÁM ĐỐC`, `CHÁNH VĂN PHÒNG`: a post opens the line in capitals.

    Marks that recognition lost or swapped (`GIÁM ĐÓC`) do not matter: no two posts in capitals
    differ by their marks alone.  Nor does the last letter, which often lies under the seal.
    """
    text = line.strip(" *.")
    if len(text) > 80 or not is_capitals(text):
        return False
    if text.casefold().startswith(_body_twins(rules)):
        return False  # `HỌC VIỆN QUẢN LÝ`: without its marks a `Học viên`
    bare = without_marks(text)
    return _posts(rules).match(bare) is not None or bare.casefold() in _cut_short(rules)


def is_whole_post(line: str, rules: Rulebook) -> bool:
    """True for a post of the lexicon with nothing behind it: `CHỦ TỊCH`, not `CHỦ TỊCH HỘI`."""
    return " ".join(line.casefold().split()) in _terms(rules)


def post_put_right(post: str, rules: Rulebook) -> str:
    """A post in capitals with the marks of the lexicon, where recognition swapped them."""
    if ", " in post:  # `BỘ TRƯỞNG, CHỦ NHIỆM`
        return ", ".join(post_put_right(each, rules) for each in post.split(", "))
    if not is_capitals(post) or post.casefold() in _terms(rules):
        return post
    bare = without_marks(post.casefold())
    right = _known(rules).get(bare) or _cut_short(rules).get(bare)
    return right.upper() if right else post


def authority_put_right(authority: str, rules: Rulebook) -> str:
    """`KT. GIÁM ĐÓC`, `TL. CHỦ TỊCH KT. CHÁNH VĂN PHÒNG` with the posts of the lexicon."""
    authority = _COMMA.sub(r"\1.", authority)
    return _FOR.sub(
        lambda hit: hit["sign"] + post_put_right(hit["post"], rules) + hit["end"], authority
    )


def misread_post(line: str, rules: Rulebook) -> str | None:
    """The post that a line in capitals differs from by few letters: `1ÁM ĐÓC`, `dHÓ TRƯỞNG BAN`.

    For recognised pages; None where the line is a post as it stands, or near none or to several.
    """
    text = line.strip(" *.")
    if not is_capitals(text) or is_post(text, rules) or _SIGNS_FOR.match(text):
        return None
    bare = without_marks(text.casefold())
    known = [post for post in _known(rules) if len(post) >= _FEWEST and post.count(" ")]
    near = process.extract(
        bare, known, scorer=Levenshtein.distance, score_cutoff=_MOST_ODD, limit=_RIVALS
    )
    if not near or near[0][1] * _ODD_SHARE > len(near[0][0]):
        return None
    rivals = [post for post, odd, _ in near if odd == near[0][1]]
    return _known(rules)[rivals[0]].upper() if len(rivals) == 1 else None


def sign_put_right(line: str) -> str:
    """`KT. BỘ TRƯỞNG` whose T recognition took for another sign: `K£. BỘ TRƯỞNG`."""
    return _MISREAD_SIGN.sub("KT.", line)


def misread_deputy(authority: str, line: str, rules: Rulebook) -> str | None:
    """The post of who signs for another, read from a misread line right below the authority.

    Below `KT. BỘ TRƯỞNG` stands a Thứ trưởng, below `KT. GIÁM ĐỐC` a Phó Giám đốc: `THỂ TRƯỞNG:`,
    `1 rỨ TRƯỞNG` can be no other post, nor can the same post, whose Phó a seal covers.  None where
    the line is another post, or like none.
    """
    signs_for = _KT.match(authority)
    text = line.strip(" *.:;,_")
    if signs_for is None or not _CAPITALS.search(text):
        return None
    over = without_marks(signs_for["post"]).casefold().strip()
    bare = without_marks(text).casefold()
    known = _known(rules)
    if over not in known or (bare != over and is_post(text, rules)):
        return None
    deputy = "thứ trưởng" if over == "bo truong" else f"phó {known[over]}"
    right = without_marks(deputy)
    odd = Levenshtein.distance(bare, right)
    is_end = bare.split()[-1] == right.split()[-1] and len(bare) <= len(right)
    return deputy.upper() if is_end or odd * _ODD_BELOW <= len(deputy) else None


def ends_as_post(line: str, rules: Rulebook) -> bool:
    """Whether a line in capitals is what a seal leaves of a post: `TỊCH`, `ÁM ĐỐC`."""
    text = line.strip(" *.:;,_")
    return is_capitals(text) and without_marks(text.casefold()).split()[-1:] in _ends(rules)


@derived
def _ends(rules: Rulebook) -> tuple[list[str], ...]:
    """The last words of the posts that have two, without marks."""
    return tuple([post.split()[-1]] for post in sorted(_known(rules)) if " " in post)


@derived
def _terms(rules: Rulebook) -> frozenset[str]:
    """All posts as the lexicon spells them: `Trưởng ban` beside `Trưởng bản`."""
    return frozenset(row["term"].casefold() for row in rules.lexicon("positions").rows)


@derived
def _known(rules: Rulebook) -> dict[str, str]:
    """Posts by their letters without marks; the first of two spellings of the tone is kept."""
    found: dict[str, str] = {}
    for row in rules.lexicon("positions").rows:
        found.setdefault(without_marks(row["term"].casefold()), row["term"].casefold())
    return found


@derived
def _cut_short(rules: Rulebook) -> dict[str, str]:
    """Posts of two words and more without their last letter: ``PHÓ CHỦ TỊC``."""
    known = _known(rules)
    return {
        bare[:-1]: post
        for bare, post in known.items()
        if " " in bare and len(bare) >= _CUT_FROM and bare[:-1] not in known
    }


@derived
def _body_twins(rules: Rulebook) -> tuple[str, ...]:
    """Words that open names of bodies and differ from a post by their marks alone."""
    heads = (row["term"].casefold() for row in rules.lexicon("unit_heads").rows)
    return tuple(h for h in heads if h not in _terms(rules) and without_marks(h) in _known(rules))


@derived
def _posts(rules: Rulebook) -> Twins:
    terms = {row["term"].upper() for row in rules.lexicon("positions").rows}
    terms |= {"CHỦ TỌA", "CHỦ TRÌ", "THƯ KÝ", "NGƯỜI LẬP BIỂU", "NGƯỜI GHI BIÊN BẢN"}
    longest_first = sorted({without_marks(term) for term in terms}, key=len, reverse=True)
    options = "|".join(regex.escape(term).replace(r"\ ", r"\s+") for term in longest_first)
    return Twins(rf"(?:Q\.\s*|QUYEN\s+)?(?:{options})(?!\w)")
