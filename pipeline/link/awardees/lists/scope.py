"""How far a list of awardees reaches: what lies in it unread, and what ends it.

A list ends where something else begins, not at the first line that was not understood: such a line
would take all those below it along.
"""

from __future__ import annotations

import regex

from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.line_above import ARTICLE, states_award, tells_other_matter
from pipeline.link.awardees.walk import Walk, is_annexed
from pipeline.model import Block

# `Điều 2. Các cá nhân sau:`, and not `Điều 2. Phê bình các cá nhân sau:`
_RECIPIENTS = regex.compile(
    r"\W{0,4}Điều\s{1,3}\d{1,3}\W{1,4}(?i:(?:\d{1,3}|các|những|và)\s)?"
    r"(?i:tập thể|cá nhân|đơn vị|hộ gia đình|cán bộ)(?!\p{L})"
)
_NUMBER = regex.compile(r"\W{0,2}(\d{1,3})\W{1,2}$")
PRIZE_LINE = regex.compile(
    r"[\s\-–+*•]{0,6}(?:\(?(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4}|[a-zđ])[.)/]\s{0,3})?(?:\d{1,2}\s)?"
    r"(?P<prize>(?i:giải)\s(?:(?i:nhất|nhì|ba|tư|khuyến khích|đặc biệt)(?!\p{L})|[ABC](?!\p{L})))"
    r"(?P<rest>[^“”\"]{0,70})$"
)
_FAR = 40  # blocks back to the number before
_NEAR = 4  # blocks between two numbers of one list: the words of an entry, a remark
_DASHES = ("-", "–", "+", "*")
_ENTRY_LETTERS = 200  # an entry of a list is a line or two
_HEADING_LETTERS = 90  # `1.2. Các doanh nghiệp trong khu công nghiệp:` parts a list
# `2. Các đồng chí đảng viên đạt tiêu chuẩn ... năm 2023:`, a part of the list however long
_PART_OF_LISTED = regex.compile(
    r"\s*(?i:(?:các|những|\d{1,4})\s)(?i:tập thể|cá nhân|đơn vị|đồng chí|ông|bà|đảng viên|chi bộ"
    r"|tổ chức đảng|hộ|gia đình|học sinh|sinh viên|giáo viên|cán bộ|công nhân|viên chức)"
    r"(?!\p{L})[^.;:]{0,60}?\s(?:đạt|có|hoàn thành|được)\s"
)
# what a line speaks of that opens a list of other things, or of people for something else
_OTHER_LIST = regex.compile(
    r"(?i)(?<!\p{L})(?:(?<!ban |các )tổ chức(?!\s*[,:;])|tham dự|mời|hồ sơ|tài liệu"
    r"|nơi nhận|thực hiện|(?<!hoàn thành (?:xuất sắc |tốt )?)nhiệm vụ|trách nhiệm|thi hành|chủ trì"
    r"|ý kiến|đại biểu|hội đồng (?:gồm|có)|ban tổ chức|ban chỉ đạo|chúc mừng|biểu dương|phê bình"
    r"|nhắc nhở|kỷ luật|bổ nhiệm|vắng|thay thế|liên hệ|làm|giúp|sẽ|phải|thư ký|thành viên"
    r"|giám khảo|giám sát|ký|chi(?! (?:bộ|hội|đoàn|cục|nhánh)))(?!\p{L})"
)


# `Về thành tích phòng, chống dịch năm 2021`, right below the title of a list
_REASON = regex.compile(
    r"\W*(?i:(?:đã\s|vì\s|do\s)?(?:có|về|vì|do|nhân)\s)(?=[^.;:]{0,40}thành tích(?!\p{L}))"
    r"[^.;:]{0,160}\.?\W*$"
)


def open_list(walk: Walk, index: int, clause: AwardClause) -> None:
    """Open the list of a clause that the block states; the blocks below it are its entries."""
    walk.clause, walk.opener, walk.run = clause, index, index
    block = walk.dispatch.blocks[index]
    is_own = walk.deciding.decides or walk.deciding.proposes
    walk.is_sure = is_own and (is_annexed(walk, block) or states_award(walk, block, clause))


def is_below_run(walk: Walk, index: int) -> bool:
    """Does the block follow, without a gap, the line that opens a sure list or an entry of it?"""
    if not walk.is_sure or walk.run != index - 1:
        return False
    above = walk.dispatch.blocks[index - 1].view.rstrip()
    is_prize = PRIZE_LINE.match(above) is not None  # `Giải Nhì (02 giải)`, without a colon
    return walk.run != walk.opener or is_prize or above.endswith(":")


def ends_list(walk: Walk, index: int, block: Block) -> bool:
    """Does a block from which no name was read begin something other than the open list?"""
    if is_annexed(walk, block):
        return False
    if walk.opener == index - 1 and _REASON.match(block.view) is not None:
        return False
    if ARTICLE.match(block.view):
        is_open = _RECIPIENTS.match(block.view) and _is_aside(walk, block)
        return not is_open or _OTHER_LIST.search(block.view) is not None
    if not walk.is_sure:
        return not (_is_aside(walk, block) or _is_unread_entry(walk, block))
    if _is_beside_opener(walk, block):
        return True
    view = block.view.rstrip()
    if not view.endswith(":") and (block.label or block.kind != "heading"):
        return not (block.label or _parts_entries(walk, index, block))
    if tells_other_matter(view, walk.rules) or _OTHER_LIST.search(view):
        return True
    is_long = view.endswith(":") and len(view) >= _HEADING_LETTERS
    return is_long and _PART_OF_LISTED.match(view, len(block.label)) is None


def _parts_entries(walk: Walk, index: int, block: Block) -> bool:
    """A paragraph that no name was read from: does the list below it go on counting, or is it one
    of a list without numbers itself?"""
    if _is_aside(walk, block):
        return True
    blocks = walk.dispatch.blocks
    before = next(
        (b for b in reversed(blocks[max(walk.opener + 1, index - _FAR) : index]) if b.label), None
    )
    if before is None:
        return len(block.view) < _ENTRY_LETTERS and walk.run == index - 1
    behind = next((b for b in blocks[index + 1 : index + _NEAR] if b.label), None)
    numbers = [_NUMBER.match(b.label) if b is not None else None for b in (before, behind)]
    first, second = (int(n[1]) if n else 0 for n in numbers)
    return 0 < first == second - 1 and behind is not None and before.level == behind.level


def _is_beside_opener(walk: Walk, block: Block) -> bool:
    """`2. Ý kiến khác` behind the list of `1. Đề nghị tặng X:`; the list of an article has all."""
    opener = walk.dispatch.blocks[walk.opener]
    if not opener.label or not block.label or ARTICLE.match(opener.view):
        return False
    return 0 < block.level <= opener.level


def _is_unread_entry(walk: Walk, block: Block) -> bool:
    """A numbered line below `I. Tập thể` that no name is read from does not end the list."""
    is_short = len(block.view) < _ENTRY_LETTERS
    if walk.deciding.decides and block.kind == "list_item" and block.label.startswith(_DASHES):
        return is_short and block.view.rstrip().endswith((";", ".", ","))
    return walk.section is not None and is_short and block.label[:1].isdigit()


def _is_aside(walk: Walk, block: Block) -> bool:
    """`(Có danh sách kèm theo)`, lost table heads, page numbers and labels leave a list open; lines
    that open a list of something else (`Điều 2. Tổ trao thưởng gồm:`) do not."""
    text = block.view.strip(" (").lower()
    if text.startswith(("danh sách", "có danh sách", "kèm theo", "tt ", "stt ")):
        return True
    if len(text) >= 4 and (len(text) >= 60 or not text.rstrip().endswith(":")):
        return False
    return not tells_other_matter(block.view, walk.rules)
