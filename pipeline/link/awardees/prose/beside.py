"""Who stands beside the subject of a sentence: whom it only tells of, leads, quotes or outlives."""

from __future__ import annotations

import regex

from pipeline.extract.address import CALLED, RANKED
from pipeline.link.awardees.recipients.names import Named

_SPEAKS_OF = regex.compile(
    r"(?:\s(?:\p{Ll}+\s){0,4}|[^.;:]{1,90}\s)(?:chúc mừng|khẳng định|cho biết|cho rằng|nhấn mạnh"
    r"|biểu dương|thông báo|công bố|giới thiệu|chứng kiến|cảm ơn|ghi nhận|đánh giá cao|tự hào)\s"
    r"(?!được)(?=[^.;]{4})"
)
# `Bà A vui mừng khi Trường B được`, `Ông A có con trai được`, and not `Ông A quản lý kho, được`
_TELLS_OF = regex.compile(
    r"\s(?:(?:đã|cũng|đang)\s)?có (?:\d{1,2} )?(?:con|cháu|vợ|chồng|cha|bố|mẹ|em|anh|chị"
    r"|học sinh|học trò|sinh viên)\s[^,;.:]*"
    r"|\s(?:(?:đã|rất|cũng|đang|vừa)\s)?(?:vui mừng|phấn khởi|xúc động|hãnh diện|vui sướng"
    r"|mừng|đọc|thấy|nghe|biết|kể|nói|xác nhận)\s[^,;.:]+"
    # whom he leads, and not `Ông A phụ trách kho được`, `hướng dẫn học sinh và được`
    r"|\s(?:(?:đã|cũng|đang)\s)?(?:phụ trách|quản lý|hướng dẫn|dẫn dắt|huấn luyện|lãnh đạo|chỉ đạo)"
    r"\s(?:\p{L}+\s){0,2}?(?:đội|tổ|lớp|trường|em|học sinh|sinh viên|thí sinh|vận động viên|nhóm"
    r"|phòng|khoa|đoàn|chi (?:bộ|đoàn|hội)|đơn vị|tập thể|công ty|xí nghiệp|phân xưởng)(?!\p{L})"
    r"[^,;.:]*(?<!\svà\s?)"
)
# `Em A, do thầy B hướng dẫn, đạt giải`, and not `đề tài do ông A chủ nhiệm đạt giải`
_BY = regex.compile(
    r"(?<!\p{L})do\s(?:(?:" + CALLED + "|" + RANKED + r"|(?i:bác s[iĩ]|kỹ sư))\s)?$"
)
_LEADS = regex.compile(
    r"[^.;:]{0,90}?(?<!\p{L})(?:hướng dẫn|dẫn đầu|dẫn dắt|trưởng đoàn|phụ trách|huấn luyện"
    r"|làm (?:chủ|(?i:giám đốc|tổ|đội|nhóm|chi hội|chi|hội) ?(?:trưởng|nhiệm)?|trưởng)|đứng đầu"
    r"|bồi dưỡng|đào tạo|tổ chức|phát động|khởi xướng|sáng lập|thành lập|tài trợ"
    r"|trao|chủ trì|chỉ huy|quản lý|điều hành"
    r"|làm\s(?i:tổ|đội|nhóm|trung|tiểu|đại đội|chủ|giám|trưởng|hiệu|bí thư|chỉ huy))(?!\p{L})"
)
# `Trừ ông A, các thành viên được`
_ABOUT = regex.compile(
    r"(?<!\p{L})(?i:về|trừ)\s(?:" + CALLED + r"\s)?$"
    # `Noi gương anh hùng A, chiến sĩ B được`
    r"|(?<!\p{L})(?i:noi|theo|học tập)\s(?:tấm\s)?gương\s(?:\p{L}+\s){0,3}$"
)
_IN_QUOTES = regex.compile(r"[^“”]{0,200}”")
# `Sau khi ông A mất, bà B tiếp tục công việc và được`
_WHEN = regex.compile(
    r"(?i:(?<!\p{L})(?:khi|nhờ|tuy|mặc dù|theo|thay|kế nhiệm)\s(?:có\s)?"
    r"(?:" + CALLED + r"\s)?)$"
)
_THEN = regex.compile(r"\s\p{Ll}[^.;:]{0,160}?,\s" + CALLED + r"\s\p{Lu}")
_OTHER_NAMED = regex.compile(r"\s\p{Ll}[^.;,(]{0,80}?\s" + CALLED + r"\s\p{Lu}")
# `Bà A, vợ ông B - người được tặng X, qua đời`
_KIN = regex.compile(
    r",\s(?:là\s)?(?:vợ|chồng|con|cháu|mẹ|cha|bố|em|anh|chị)(?:\s\p{Ll}+){0,2}?"
    r"\s(?:ông|bà|anh|chị|liệt s[ĩỹ])\s\p{Lu}[^,.;:–-]{2,60}(?:\s[-–]|,)\s(?:là\s)?người\s"
    r"(?:đã\s|từng\s)*"
)
_LEAD = 40  # letters before a name with its word of address


def names_another(view: str, named: Named, offset: int, received: int) -> bool:
    """Is somebody else than the one read the one before `được`?

    `Ông A chúc mừng bà B được tặng X`, `Ông A cho biết Phòng B được tặng X`.

    :param received: where `được` stands in the view
    """
    end = named.end - offset
    lead = view[max(0, named.start - offset - _LEAD) : named.start - offset]
    if _BY.search(lead) is not None and _LEADS.match(view, end, received) is not None:
        return True
    if named.kind == "person" and _KIN.fullmatch(view, end, received) is not None:
        return True
    if _SPEAKS_OF.match(view, end, received) is not None:
        return True
    if named.kind == "person" and _TELLS_OF.fullmatch(view, end, received) is not None:
        return True
    is_read = named.kind == "collective" or named.position or named.workplace
    return not is_read and _OTHER_NAMED.match(view[end : named.tail - offset]) is not None


def is_aside(view: str, named: Named, offset: int, received: int) -> bool:
    """Is one named beside the subject of the sentence?

    `Sau khi ông A mất, bà B được tặng X`, `Bài viết về ông A được`, `Tác phẩm “Mẹ A” được`.
    """
    start, end = named.start - offset, named.end - offset
    lead = view[max(0, start - _LEAD) : start]
    if _ABOUT.search(lead) is not None or _IN_QUOTES.match(view, end, received) is not None:
        return True
    return _WHEN.search(lead) is not None and _THEN.match(view, end, received) is not None
