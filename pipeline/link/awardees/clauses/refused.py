"""What the words around an award say against it: refused, taken back, faulted, or handed over."""

from __future__ import annotations

import regex

from pipeline.rulebook.twin import Twins

# `không tặng`, `chưa đủ điều kiện xét tặng`, `tạm dừng việc đề nghị tặng`; `không ngừng` and
# `hàng không` deny nothing
DENIED = regex.compile(
    r"(?<!(?i:hàng|phòng)\s)(?<!\p{L})(?:(?i:không|chưa|thay vì)|phản đối|bác bỏ"
    r"|(?:[Tt]ạm )?(?:dừng|hoãn)|[Tt]ạm đình chỉ|[Rr]út lại)"
    r"(?:\s(?:từng|được|có|thể|xét|đề nghị|đồng ý|thống nhất|quyết định|phê duyệt|chấp thuận"
    r"|nhất trí|tán thành|xem xét|kiến nghị|đề xuất|trình|thông qua|cho phép|giới thiệu|công nhận"
    r"|việc|hồ sơ|tờ trình|nên|phải|cần|thuộc (?:diện|đối tượng)|đưa vào danh sách"
    r"|đủ (?:điều kiện|tiêu chuẩn)|để)){0,5}\s{1,3}$"
)
# `Hủy bỏ Quyết định tặng`, `Tước danh hiệu`; `thành tích thu hồi đất, được tặng` takes nothing back
REVOKED = regex.compile(
    r"(?<!\p{L})(?i:thu hồi|h(?:ủy|uỷ) bỏ|bãi bỏ|tước"
    r"|h(?:ủy|uỷ)(?= (?:quyết định|danh hiệu|kết quả|việc)))"
    r"(?:\s(?:các\s|một phần\s)?(?i:quyết định|danh hiệu|việc|kết quả|hình thức|nội dung|khoản|điểm"
    r"|điều|danh sách|tên)(?!\p{L})[^,;.]{0,160})?"
    r"\s{0,3}(?<=\s)[“\"]?$"
    # `Đưa ra khỏi danh sách được tặng X`
    r"|(?<!\p{L})khỏi\sdanh sách(?!\p{L})(?:(?!\s(?:và|nên|đã)\s)[^,;.]){0,120}\s[“\"]?$"
)
# `2. Giao ông A, Trưởng phòng B theo dõi hồ sơ tặng Bằng khen của các đơn vị:`
CHARGES = regex.compile(
    r"\W{0,4}(?:Điều\s\d{1,3}\W{1,3}|(?:\d{1,2}|\p{L})[.)]\s*)?"
    r"(?i:giao|phân công|cử|mời|thành lập|ủy quyền|uỷ quyền|kính mời)(?!\p{L})"
)
# `đề nghị tặng X cho ông A nếu hoàn thành nhiệm vụ`: nobody knows yet
_ON_CONDITION = regex.compile(
    r"[^.;]{0,160}(?<!\p{L})(?:nếu|với điều kiện|trong trường hợp"
    r"|(?:ngay )?sau khi (?:có đủ|đủ|đạt))(?!\p{L})"
)
# `xét hồ sơ đề nghị tặng X cho ông A; tuy nhiên hồ sơ chưa đủ thời gian`
_BUT = regex.compile(
    r"[.;]\s(?i:tuy nhiên|tuy vậy|nhưng|song),?\s[^.;\p{Lu}]{0,80}?(?<!\p{L})(?:không|chưa)\s"
    r"(?:đủ|đạt|đáp ứng|đảm bảo|bảo đảm|thuộc (?:diện|đối tượng)"
    r"|được (?:xem xét|xét|thông qua|nhất trí|chấp thuận|đồng ý|trình))(?!\p{L})"
)
_REACH = 240  # letters behind an award in which it is found fault with
# `tặng Bằng khen cho ông A là không đúng đối tượng`: what an inspection or complaint says of it
_FAULT = regex.compile(
    r"(?<!\p{L})(?i:(?:không|chưa) đúng(?!\p{L})|(?:không|chưa|thiếu) (?:thực sự )?khách quan"
    r"|(?:không|chưa) đủ (?:điều kiện|tiêu chuẩn|tiêu chí|thời gian|số năm|số phiếu|thành tích)"
    r"|(?:không|chưa) (?:có thành tích|xứng đáng|thuộc đối tượng|đảm bảo|bảo đảm)"
    r"|sai (?:đối tượng|quy định|quy trình|trình tự|thẩm quyền|tiêu chuẩn|nguyên tắc|sự thật)"
    r"|trái (?:với )?(?:quy định|thẩm quyền|pháp luật)|vượt (?:quá )?thẩm quyền"
    r"|vi phạm (?:quy định|khoản|điều|điểm)|khai man|gian (?:lận|dối)|khống(?!\p{L})"
    r"|trong khi (?:không|chưa)(?!\p{L})"
    r"|(?:trong )?khi đang (?:bị|trong thời gian (?:bị|xem xét|thi hành))"
    r"|để (?:trưng bày|lưu giữ|bảo quản)(?!\p{L}))"  # a museum is given what others had
)
# what an award is for may be about faults of others: `vì phát hiện việc cấp đất sai quy định`
_FOR = regex.compile(
    r"(?<!\p{L})(?:vì|về|nhờ|trong(?! khi)|do(?!\s(?:khai man|gian))"
    r"|(?:có|lập|đạt) (?:\p{L}+ ){0,3}(?:thành tích|công)"
    r"|(?<!(?:thanh tra|kiểm tra|rà soát|thẩm định|xác minh),? (?:đã )?)phát hiện(?! \d)"
    r"|đấu tranh|ngăn chặn"
    r"|đã(?! (?:không|chưa|sai|vi phạm))|tố giác|tố cáo|xử lý|bắt giữ|phòng, chống)(?!\p{L})"
)
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


def is_held_back(words: str, end: int) -> bool:
    """Does the next part of the text say of what was asked for that it falls short?"""
    return _BUT.match(words, end) is not None


def is_faulted(before: str, behind: str) -> bool:
    """Is it said that the award was got or asked for wrongly, or hangs on a condition?

    :param before: the words of the sentence before the award
    :param behind: those behind it; what the award is for (`vì ...`) is no fault of it
    """
    behind = behind[:_REACH]
    merit = _FOR.search(behind)
    fault = _FAULT.search(behind) or _ON_CONDITION.match(behind)
    if fault is not None and (merit is None or fault.end() < merit.end()):
        return True
    return _ALLEGED.on(before).search(before) is not None
