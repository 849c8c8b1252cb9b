"""What may be said of the subject of a sentence between its name and the verb of getting."""

from __future__ import annotations

import regex

from pipeline.extract.address import CALLED

# `kỷ niệm 40 năm thành lập và`, and not `thành lập Trường A và`, whose the order may be
_OF_ANOTHER = (
    r"thành lập\s(?!(?i:nhà trường|đơn vị|công ty|bệnh viện|cơ quan|\p{L}{2,6})?"
    r"\s{0,2}(?:và\s|,|\(|\d|ngày\s))"
)
# `từ năm 2010 đến nay`, `quý II năm 2020`, `liên tục trong 5 năm liền`
_WHEN = (
    r"(?:(?:từ|trong|đến|suốt|liên tục|liên tiếp|đầu|cuối|các|quý [\dIVX]{1,3}|tháng \d{1,2})"
    r"\s){0,4}"
    r"(?:(?:năm(?: học)?|giai đoạn|nhiệm kỳ)\s)?\d{4}(?:\s?[-–,]\s?\d{4}){0,6}"
    r"(?:\sđến (?:nay|(?:năm )?\d{4}))?"
    r"|(?:(?:trong|suốt|liên tục|liên tiếp|hơn|gần)\s){0,3}"
    r"(?:\d{1,2}|hai|ba|bốn|nhiều|hằng|hàng)\snăm(?:\s(?:liền|qua|nay|liên tục|liên tiếp))?"
)
_WHO_IS = regex.compile(
    r"\s*(?:[-–,]\s*)?(?:người|(?<=[-–,]\s{0,2})(?:hiện|hiện nay|nay))\s[^.;]{0,140}"
    r"|\s?\([^()]{2,80}\)\s*"
    r"|(?:\s?\([^()]{2,80}\))?\s(?:và|cùng)\s(?:(?:các|hai|ba|bốn|nhóm|những|một số|\d{1,2})\s)?"
    r"(?:cộng sự|đồng nghiệp|đồng tác giả)(?:\s\([^()]{2,80}\))?\s*"
    r"|\s+sinh năm \d{4}\s[^.;:]{0,120}"
    r"|\s+(?:trực\s)?thuộc\s[^.;,]{2,80}"
    r"|\s+(?:ở|trú tại|ngụ tại|đến từ|quê ở)\s[^.;,]{0,90}"
    r"|\s+(?:(?:đã|vinh dự)\s+){0,2}là\s+(?:(?:\d{1,3}|một|hai|ba|những|các)\s+)?"
    r"(?:trong\s+(?:số\s+)?(?:(?:\d{1,3}|những|các)\s+)?)?(?:đơn vị|tập thể|cá nhân|giáo viên"
    r"|học sinh|thí sinh|gương|điển hình|đại biểu|nhà giáo|người|cán bộ|đảng viên|đoàn viên"
    r"|nông dân|diễn viên|ca s[iĩ]|nghệ s[iĩ]|nghệ nhân|nhà văn|nhà thơ|bác s[iĩ]|công nhân|phụ nữ"
    r"|doanh nhân|doanh nghiệp|địa phương|xã|trường)\s[^.;]{0,120}"
    r"|,?\s+do\s[^.;:,]{3,90}\s(?:hướng dẫn|bồi dưỡng|phụ trách|huấn luyện|đào tạo|làm)"
    r"[^.;:,]{0,40},?\s*"
    rf"|,?\s+(?:{_WHEN}),?(?:\s(?:đều|luôn|liên tục))?\s*"
    # `Đồng chí A, đại đội trưởng, đã anh dũng hy sinh và được`
    r"|,?\s(?:[^.;:,]{2,60},?\s)?(?:đã\s)?(?:(?:anh dũng|dũng cảm)\s)?hy sinh(?:\s[^.;:,]{1,80})?,?"
    r"(?:\svà)?\s*"
    # `Trường A (xã B) long trọng tổ chức lễ kỷ niệm 40 năm thành lập và đón nhận`
    r"|(?:\s?\([^()]{2,80}\))?,?\s(?:(?:đã|vừa|sẽ|long trọng|trọng thể|trang trọng)\s){0,2}tổ chức"
    r"\s(?:buổi\s)?(?i:lễ)\s(?:(?i:kỷ niệm|công bố|mít tinh|khai giảng|tổng kết)"
    rf"(?:(?!{_OF_ANOTHER})[^.;:]){{0,140}}(?:\svà|,)\s*)?"
    # `Trạm A luôn được đánh giá cao: năm 2017 được`
    r"|(?:,?\s(?:đã|luôn|liên tục|có|nhiều năm)\s[^.;:]{0,120})?:\s(?:các\s)?(?i:năm)(?: học)?"
    r"\s\d[\d\s,–-]{3,40}"
    # `Ông A nhiều năm liền là Chiến sĩ thi đua, được`: the deed before belongs to the same subject
    r"|,?\s+(?:đã|luôn|có|là|nhiều năm|liên tục|không ngừng|lập|hoàn thành|tham gia|đoạt|giành)\s"
    r"(?:(?!\s" + CALLED + r"\s\p{Lu})[^.;:]){0,180},(?:\svà)?\s*"
)
# `Ông A dự Hội nghị tổng kết và được`: who was there, and may not be who was given it
_GUEST = regex.compile(
    r"(?:\s?\([^()]{2,80}\)|,\s[^.;:,]{2,80},)?,?\s(?:(?:đã|đến|về|cùng)\s){0,2}"
    r"(?:tham dự|dự|phát biểu tại|có mặt tại)\s"
    r"(?:(?!,\s" + CALLED + r"\s\p{Lu})[^.;:]){0,140}(?:\svà|,)\s*"
)


def was_there(view: str, start: int, end: int) -> bool:
    """Whether all from ``start`` to ``end`` tells at which event the subject was."""
    return _GUEST.fullmatch(view, start, end) is not None


_THANKS_TO = regex.compile(
    r"\W{0,4}(?i:nhờ|với|dưới|được|bằng)\s[^.;:,]{2,80}\s(?:của|từ)\s[^.;:,]{4,100},\s"
)


def thanks_to(view: str, begin: int, end: int) -> int:
    """Where `Nhờ sự giúp đỡ của ông A, bà B được` has told whom it is thanks to; else ``begin``."""
    thanked = _THANKS_TO.match(view, begin, end)
    return begin if thanked is None else thanked.end()


def says_who(view: str, start: int, end: int) -> bool:
    """Whether all from ``start`` to ``end`` tells who the subject is or what it did before."""
    return _WHO_IS.fullmatch(view, start, end) is not None
