"""Whether those before `được` did not get the award that their sentence names."""

from __future__ import annotations

import regex

from pipeline.extract.address import CALLED
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.giver import is_whose
from pipeline.link.awardees.clauses.on_behalf import STANDS_FOR

# `hàng không`, `phòng không` deny nothing
_DENIED = regex.compile(
    r"(?<!(?i:hàng|phòng)\s)(?<!\p{L})(?:không|chưa|chẳng)(?:\s\p{Ll}+){0,4}\s+$"
)
DENIES = regex.compile(r"(?<!(?i:hàng|phòng)\s)(?<!\p{L})(?:không|chưa)(?!\p{L})")
# `Nếu hoàn thành, ông A sẽ được tặng X`: nobody has given it yet
_NOT_YET = regex.compile(
    r"(?<!\p{L})(?:sẽ|sắp|có thể|đủ điều kiện|đủ tiêu chuẩn|từ chối|mong(?: muốn)?|muốn|hy vọng"
    r"|nguyện vọng|xin|chờ|đòi|yêu cầu|phải|cần|(?:xứng )?đáng|suýt|tưởng)\s+$"
    # `rút khỏi danh sách được tặng X`
    r"|(?<!\p{L})(?:khỏi|ngoài)\s(?:\p{Ll}+\s){0,3}(?:danh sách|diện|số)\s(?:\p{Ll}+\s){0,3}$"
    r"|(?<!\p{L})(?:mơ(?: ước)?|ước(?: ao| mong)?)\s(?:\p{Ll}+\s){0,4}$"
)
_IF = regex.compile(
    r"[\W\d]{0,6}(?i:nếu|giả sử|giá (?:mà|như)|ước (?:gì|mong|ao|mơ)|mong (?:sao|rằng|ước)|hy vọng"
    r"|cầu mong|ví dụ|thí dụ|chẳng hạn|lẽ ra|đáng (?:lẽ|ra)|đúng ra)(?!\p{L})"
)
_OTHER_DEED = regex.compile(
    r"được\s(?:(?:tín nhiệm|tập thể|hội nghị|đại hội)\s)?"
    r"(?:bầu(?!(?:\s(?:là|làm|chọn là|đạt|danh hiệu)){0,2}\s[“\"]?$)|bổ nhiệm|chọn|lựa chọn"
    r"|tham gia"
    r"|tham dự|dự|chứng kiến|nghe|xem|đọc|tập huấn|hướng dẫn|phổ biến|thông báo|bố trí|cấp kinh phí"
    r"|giới thiệu"
    r"|điều động|tiếp nhận|chuyển|nâng|kết nạp|tuyển dụng|biết|tiếp cận|quán triệt)(?!\p{L})"
)
_AND_GIVEN = regex.compile(r"(?:và|,)\s(?:được\s|vinh dự\s)*(?:trao|tặng|nhận|đón|phong|công nhận)")
# `ông A phát biểu tại hội nghị, bà B nhận X`: another subject than the guest
_NEXT_SUBJECT = rf",\s{CALLED}\s\p{{Lu}}"
_BARELY_GOT = frozenset({"nhận", "đón nhận"})  # and not `vinh dự đón nhận`, said of who has got it
# `ông A phát biểu tại lễ đón nhận X`, `ông A dự Lễ kỷ niệm ... và đón nhận X`: its host got it
_AT_CEREMONY = regex.compile(
    r"(?<!\p{L})(?<!tổ chức (?:buổi )?)(?i:lễ)(?:\s(?:công bố|trao)(?:,|\svà)?)*\s+$"
    r"|(?<!\p{L})(?:dự|phát biểu|chủ trì|có mặt|chào mừng)\s(?:tại\s)?(?:(?:buổi|các)\s)?"
    r"(?i:lễ|hội nghị|chương trình)(?!\p{L})"
    rf"(?:(?!{_NEXT_SUBJECT})[^.;:]){{0,160}}$"
)
# `Phòng A tổ chức lễ đón nhận X của Trường B`: it arranged that for another
_OF_LETTERS = 40
_HOSTED = regex.compile(r"(?<!\p{L})tổ chức\s(?:buổi\s)?(?i:lễ)(?!\p{L})[^.;:]{0,160}$")
_AT_EVENT = regex.compile(
    r"(?<!\p{L})(?:[Ll]ễ|buổi|cuộc họp|hồ sơ|kinh phí|quy trình|thủ tục)(?!\p{L})"
)
# who was told to hand an award over, or took it for somebody else, did not get it
_CHARGED = regex.compile(
    r"(?<!\p{L})(?:được\s(?:giao|phân công|cử|mời|chỉ định|(?:ủy|uỷ)\s(?:quyền|nhiệm)|yêu cầu)"
    r"|thay mặt)(?!\p{L})"
)
# `Thay mặt gia đình, ông A nhận Bằng khen`: it is not his
_FOR_THEM = regex.compile(r"\W{0,6}(?i:thay mặt)\s[^,;:.]{2,60},")
# `Ông A (nhận thay cho bà B) nhận Bằng khen`
_FETCHES = regex.compile(r"\(\s?(?i:(?:người\s)?(?:đến\s)?nhận thay)(?!\p{L})[^()]{0,80}\)\s*$")
# `Giao bà A nhận Giấy khen`: whoever is told to fetch it
_TOLD = regex.compile(
    r"(?:^|[.:]\s{1,2})(?i:giao(?! (?:lưu|ban|dịch|thông))|phân công|cử(?! (?:nhân|tri|tạ))|yêu cầu"
    r"|(?:ủy|uỷ) (?:quyền|nhiệm))"
    r"(?:\scho)?\s?(?:\s|:)"
)
# `ưu tiên người được tặng danh hiệu X`: anyone who has got it, and nobody that is named
_ANYONE = regex.compile(
    r"(?<!\p{L})(?:ưu tiên|chế độ|cộng điểm|đối tượng|trường hợp)[^.;:,]{0,40}\s$"
)
_FOR_OTHERS = regex.compile(
    r"[^.;]{0,80}?(?<!\p{L})thay"
    r"(?!\smặt\s[^.;]{0,200},\s(?:tôi|chúng tôi)\s)"
    r"(?=\s*(?:[.,;]|$)|\s(?:cho|mặt|các|những|ông|bà|anh|chị|em|chồng|vợ"
    r"|cha|bố|mẹ|con|đồng chí|đơn vị|tập thể|hội viên|đoàn viên)(?!\p{L}))"
)

# `Theo ông A, người được tặng X phải ...`
_ACCORDING = regex.compile(r"\W{0,6}Theo\s(?:lời\s)?" + CALLED + r"\s[^,;.]{2,80},")

# `Phòng A được tặng Cờ thi đua của B, Phòng C Bằng khen`: the verb is C's too, and not said again
_NEXT_HAS = regex.compile(
    r",\s(?:và\s)?(?:" + CALLED + r"\s\p{Lu}"
    r"|(?i:phòng|khoa|tổ|đội|trường|trạm|sở|công ty|trung tâm|chi cục|bệnh viện|xã|phường|huyện"
    r"|công đoàn|chi bộ|chi hội)\s[\p{Lu}\d])"
    r"(?:(?!\s(?:tặng|trao|khen|phong|công nhận|quyết định|được|nhận|đạt|đề nghị|là)\s)"
    r"[^.;:,“”\"]){1,60}\s$"
)


def is_denied(
    view: str, begin: int, received: regex.Match[str], clause: AwardClause, offset: int
) -> bool:
    """Did those before `được` not get the award: not so, or theirs to hand over or take for others?

    :param begin: where the sentence begins in the view
    """
    said = view[begin : received.start()]
    award = max(received.end(), clause.award_start - offset)
    return (
        _DENIED.search(said) is not None
        or _NOT_YET.search(said) is not None
        or _IF.match(said) is not None
        or _ACCORDING.match(said) is not None
        or DENIES.search(view, received.start(), award) is not None
        or _CHARGED.search(view, received.start(), award) is not None
        or _CHARGED.search(said[said.rfind(",") + 1 :]) is not None
        or (received.group().endswith("nhận") and STANDS_FOR.search(said.rstrip()) is not None)
        or (received.group().endswith("nhận") and _FOR_THEM.match(said) is not None)
        or (received.group() in _BARELY_GOT and _AT_CEREMONY.search(said) is not None)
        or (_HOSTED.search(said) is not None and _is_anothers(view, clause.award_end - offset))
        or _FETCHES.search(said) is not None
        or _TOLD.search(said.lstrip()) is not None
        or _ANYONE.search(said) is not None
        or _is_other_deed(view[received.start() : award])
        or _NEXT_HAS.search(view, received.end(), award) is not None
        or _FOR_OTHERS.match(view, clause.award_end - offset) is not None
    )


def _is_anothers(view: str, award_end: int) -> bool:
    behind = view[award_end : award_end + _OF_LETTERS].lstrip('”" ')
    return behind.startswith("cho ") or (
        behind.startswith("của ") and is_whose(behind.removeprefix("của "))
    )


def _is_other_deed(said: str) -> bool:
    """`được bầu làm Trưởng ban lễ trao tặng X`: something else was done, X is in its name only.

    :param said: the words from `được` up to the award
    """
    event = _AT_EVENT.search(said)
    if event is not None and _AND_GIVEN.search(said, event.end()) is None:
        return True
    return _OTHER_DEED.match(said) is not None and _AND_GIVEN.search(said) is None
