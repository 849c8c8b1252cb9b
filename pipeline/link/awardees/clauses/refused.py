"""What the words around an award say against it: refused, taken back, faulted, or handed over."""

from __future__ import annotations

import regex

from pipeline.rulebook import Rulebook
from pipeline.rulebook.twin import Twins

# `2. Giao ông A, Trưởng phòng B theo dõi hồ sơ tặng Bằng khen của các đơn vị:`
CHARGES = regex.compile(
    r"\W{0,4}(?:Điều\s\d{1,3}\W{1,3}|(?:\d{1,2}|\p{L})[.)]\s*)?"
    r"(?i:giao|phân công|cử|mời|thành lập|ủy quyền|uỷ quyền|kính mời)(?!\p{L})"
)
_REACH = 240  # letters behind an award in which it is found fault with
# `Đơn tố cáo ông A được tặng X`, `sai phạm trong việc xét tặng X`: alleged, found fault with
_ALLEGED = Twins(
    r"^\W{0,6}(?:(?:\d{1,2}|\p{L})[.)]\s*)?(?i:(?:các |theo |trong )*(?:nội dung|đơn|thư)"
    r"(?: thư)? (?:tố cáo|khiếu nại|phản ánh|tố giác|kiến nghị)(?!\p{L}))"
    r"|(?<!(?:giải quyết|đơn|nại,|tiếp nhận|xử lý|xác minh|thư|phòng|công tác) )(?<!\p{L})"
    r"(?i:tố cáo) (?:(?:đồng chí|ông|bà|đ/c) \p{Lu}|việc |rằng )"
    r"|(?<!\p{L})(?i:(?:sai phạm|vi phạm|sai sót|thiếu sót|khuyết điểm)"
    r" (?:trong|về|khi|ở) (?:(?:việc|khâu|quá trình|công tác|quy trình) ){0,2}"
    r"(?:bình xét|xét|lập hồ sơ|đề nghị|tặng|khen thưởng|công nhận))(?!\p{L})[^.;,]*+$"
    r"|(?<!\p{L})(?i:không đúng|sai|trái) (?:quy trình|trình tự|quy định|thủ tục|đối tượng)"
    r" (?:(?:về|khi|trong|việc|bình) ){0,3}(?:xét|đề nghị|tặng|khen thưởng|công nhận)"
    r"(?!\p{L})[^.;,]*+$"
    r"|(?<!\p{L})(?i:không đúng|sai|trái) (?:với )?(?:quy trình|trình tự|quy định|thủ tục)\s?:"
    r"|^\W{0,6}(?:\d{1,2}[.)]\s*)?(?:Cử tri|Nhân dân|Người dân|Dư luận)\s[^.;]{0,80}?"
    r"(?:kiến nghị|đề nghị|đề xuất|hỏi|phản ánh|thắc mắc)(?!\p{L})"
    r"|(?<!\p{L})(?i:(?:có|gửi|nộp|làm|viết) đơn|đơn (?:này )?(?:đề nghị|xin|kiến nghị))(?!\p{L})"
    r"[^.;]{0,120}$"
    r"|(?<!\p{L})(?i:cấp (?:đổi|lại))(?!\p{L})[^.;]{0,60}$"
    r"|(?<!\p{L})(?i:làm giả|giả mạo|mạo danh|mua bán|tẩy xóa)(?!\p{L})"
    r"(?:(?!được|tặng|trao|(?<!chứng )nhận|đón|khen|,\s(?:\p{Lu}|(?:ông|bà|anh|chị)\s))[^.;])"
    r"{0,120}$"
    r"|(?<!\p{L})(?i:khai man|gian lận|gian dối|mạo nhận|khai khống|sao chép)(?!\p{L})"
    r"[^.;]{0,120}?(?<!\p{L})(?:để|nhằm)\s"
)


def is_held_back(words: str, end: int, rules: Rulebook) -> bool:
    """Does the next part of the text say of what was asked for that it falls short?"""
    return rules.pattern("clauses.refused_but").regex.match(words, end) is not None


def is_faulted(before: str, behind: str, rules: Rulebook) -> bool:
    """Is it said that the award was got or asked for wrongly, or hangs on a condition?

    :param before: the words of the sentence before the award
    :param behind: those behind it; what the award is for (`vì ...`) is no fault of it
    """
    behind = behind[:_REACH]
    merit = rules.pattern("clauses.refused_for").regex.search(behind)
    fault = rules.pattern("clauses.refused_fault").regex.search(behind) or rules.pattern(
        "clauses.refused_on_condition"
    ).regex.match(behind)
    if fault is not None and (merit is None or fault.end() < merit.end()):
        return True
    return _ALLEGED.on(before).search(before) is not None
