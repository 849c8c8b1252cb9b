"""Words of minutes that put a title to the vote: `Kết quả bỏ phiếu kín đề nghị danh hiệu X:`."""

from __future__ import annotations

import regex

# `Hướng dẫn bình xét danh hiệu X` tells of no vote that was held
POLLED = regex.compile(
    r"(?<!\p{L})(?i:kết quả|đã|hội đồng|hội nghị|cuộc họp)\s(?:\p{Ll}+\s){0,4}?"
    r"(?:(?:bỏ phiếu|biểu quyết)(?:\skín)?(?:\s(?:xét|bình bầu|bình xét|thông qua|tán thành))?"
    r"(?:\s(?:đề nghị|suy tôn))?"
    r"|(?:nhất trí|thống nhất|đồng ý|tán thành)(?:\s\p{Ll}+){0,2}?\sđề nghị)"
    r"\s(?:các\s)?(?:danh hiệu\s)[“\"]?$"
)
# `Bà A: 25/25 phiếu đồng ý đề nghị danh hiệu X`
VOTED = regex.compile(
    r"(?<=\d\s(?:số\s)?phiếu[^.;:]{0,40}?)(?<!\p{L})(?:đề nghị|tán thành|đồng ý|nhất trí)"
    r"\s(?:danh hiệu\s)?[“\"]?$"
)
