"""Brackets behind a name that tell neither post nor workplace: age, home, other names, a share."""

from __future__ import annotations

import regex

# `Lê Văn A (trú tại phường B), học sinh ...`: age and home are neither post nor workplace
ASIDE = regex.compile(
    r"\s?\((?i:(?:hiện\s)?(?:cư trú|thường trú|trú|ngụ|sống|quê|sinh (?:năm|ngày)|sn|\d{1,3} tuổi"
    r"|tên (?:thật|khai sinh|thường gọi|gọi khác|tục)|(?:nghệ|bút|bí|pháp|thế) danh|tức"
    r"|(?:đã )?(?:mất|từ trần|nghỉ hưu|hy sinh))(?!\p{L}))[^()]{0,90}\)"
    r"|\s?\((?i:(?:đã )?hiến(?: máu)?)\s[^()]{0,30}\d{1,3}\s(?:lần|đơn vị)[^()]{0,20}\)"
    r"|\s?[,–-]\s(?:19[2-9]\d|20[01]\d)(?=\s?[,–-]\s)"  # `A – 1988 – Giáo viên`
    # `A, sinh năm 1935, vào Đảng ngày 12/4/1957, Chi bộ B`: as decisions on badges tell of people
    r"|(?:\s?[,;–-]\s(?i:(?:năm |ngày )?sinh|(?:ngày )?(?:vào đảng|kết nạp|chính thức))(?!\p{L})"
    r"[^,;()\d]{0,24}\d[\d/.-]{0,3}(?:\d|[/.-]){2,8}){1,5}+"
    r"(?:(?=\s?[,–-]\s)|;(?=\s(?:Chi bộ|Đảng bộ|đảng viên|sinh hoạt)(?!\p{L})))"
    r"|\s?\(\s?\d{1,3}(?:[.,]\d)?\s?%[^()]{0,30}\)"  # `(60%)`: an author's share
    r"|\s?\(\s?(?i:(?:đồng\s)?tác giả(?:\schính)?|chủ nhiệm|chủ trì|chủ biên)(?!\p{L})[^()]{0,30}\)"
)
# of these the words in the bracket are a part in the work, and never a post
PART_IN_WORK = regex.compile(r"\s?\(\s?(?i:(?:đồng\s)?tác giả|chủ nhiệm|chủ trì|chủ biên)(?!\p{L})")
