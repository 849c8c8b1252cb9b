"""What the words before an award say against it: refused, taken back, or to be handed over."""

from __future__ import annotations

import regex

# `không tặng`, `chưa đủ điều kiện xét tặng`; `không ngừng` and `hàng không` deny nothing
DENIED = regex.compile(
    r"(?<!(?i:hàng|phòng)\s)(?<!\p{L})(?i:không|chưa)"
    r"(?:\s(?:từng|được|có|thể|xét|đề nghị|đồng ý|thống nhất|quyết định|phê duyệt|chấp thuận"
    r"|đủ (?:điều kiện|tiêu chuẩn)|để)){0,4}\s{1,3}$"
)
# `Hủy bỏ Quyết định tặng`, `Tước danh hiệu`; `thành tích thu hồi đất, được tặng` takes nothing back
REVOKED = regex.compile(
    r"(?<!\p{L})(?i:thu hồi|h(?:ủy|uỷ) bỏ|bãi bỏ|tước)"
    r"(?:\s(?:các\s)?(?i:quyết định|danh hiệu|việc|kết quả|hình thức)(?!\p{L})[^,;.]{0,160})?"
    r"\s{0,3}(?<=\s)[“\"]?$"
)
# `2. Giao ông A, Trưởng phòng B theo dõi hồ sơ tặng Bằng khen của các đơn vị:`
CHARGES = regex.compile(
    r"\W{0,4}(?:Điều\s\d{1,3}\W{1,3}|(?:\d{1,2}|\p{L})[.)]\s*)?"
    r"(?i:giao|phân công|cử|mời|thành lập|ủy quyền|uỷ quyền|kính mời)(?!\p{L})"
)
