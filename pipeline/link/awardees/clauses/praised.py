"""Letters of praise (thư khen): the words by which one is sent, and whom it is sent to.

A letter is sent (`gửi thư khen tới A`), written, or simply there (`có thư khen`); no word of
conferring stands with it, and who is praised may follow as its object (`gửi thư khen ông A`).
"""

from __future__ import annotations

import regex

LETTER = "Thư khen"
SENT = regex.compile(
    r"(?<!\p{L})(?:gửi|có|viết|ký|ban hành|nhận(?: được)?|đón nhận)"
    r"(?:\s(?:bức|lá|một|các|những|ngay)){0,2}\s[“\"]?$"
)
# who sent it stands before its verb
SENDS = regex.compile(
    r"(?:\s(?:đã|vừa|cũng|kịp thời|ngay lập tức|liền)){0,3}\s(?:gửi|có|viết|ký|ban hành)"
    r"(?:\s(?:bức|lá|một|ngay)){0,2}\s[“\"]?$"
)
"""As ``awardee.given_verb`` for other awards."""

# `tập thể kíp trực Khoa A`, `cán bộ, chiến sĩ Phòng B`: the people of a body are the body
PEOPLE_OF = (
    r"(?:(?i:tập thể|toàn thể|các)\s(?!(?:cơ quan|đơn vị|lực lượng|tập thể|cá nhân|cấp))){0,2}"
    r"(?:(?i:lực lượng(?=\s\p{Lu})|kíp trực|kíp mổ"
    r"|ê[- ]kíp|y,? bác s[iĩ]|bác s[iĩ]|(?:(?:cán bộ|sĩ quan|chiến s[iĩỹ]"
    r"|nhân viên|kỹ sư|công nhân"
    r"|công chức|viên chức|người lao động|thầy giáo|cô giáo|giáo viên|học sinh|sinh viên)"
    r"(?:,\s|\svà\s)?){1,5}+)\s(?=\p{Lu}))?"
)
_TO = regex.compile(
    r"[”\"]?(?:[^.;:,]{0,90}?\s(?:gửi(?:\s(?:tới|đến|cho))?|đối với|tới|đến|dành cho|khen ngợi"
    r"|biểu dương)"
    r"|(?=\s(?!(?:của|từ|về|vì|do|nhân|và|cho|kèm|trong|tại|này|ngày|là)\s)))"
    r"\s" + PEOPLE_OF + r"(?=\p{L})"
)


def praised_at(view: str, award_end: int, stop: int) -> int | None:
    """Where those stand whom a letter of praise is sent to; None where none follow it."""
    to = _TO.match(view, award_end, stop)
    return to.end() if to is not None else None
