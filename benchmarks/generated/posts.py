"""Posts that fit the unit a person works in, and how post and unit are printed together."""

from __future__ import annotations

from random import Random

BY_UNIT: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("Trường", "trường"),
        ("Hiệu trưởng", "Phó Hiệu trưởng", "Giáo viên", "giáo viên", "Kế toán", "Nhân viên"),
    ),
    (("Trạm Y tế",), ("Trạm trưởng", "Y sĩ", "Điều dưỡng", "Bác sĩ")),
    (
        ("CĐCS", "Công đoàn", "Hội"),
        ("Chủ tịch", "Phó Chủ tịch", "Ủy viên Ban Chấp hành", "Ủy viên Ban Thường vụ"),
    ),
    (("LĐLĐ", "Liên đoàn"), ("Chủ tịch", "Phó Chủ tịch", "Chuyên viên", "Kế toán")),
    (("Ủy ban nhân dân", "UBND"), ("Chủ tịch", "Phó Chủ tịch", "Công chức", "Văn thư")),
    (
        ("Sở", "Thanh tra tỉnh"),
        ("Chuyên viên", "Phó Giám đốc", "Chánh Văn phòng", "Trưởng phòng Tổ chức cán bộ"),
    ),
    (
        ("Công ty", "Xí nghiệp", "Chi nhánh", "Tổng công ty"),
        ("Giám đốc", "Phó Giám đốc", "Công nhân", "công nhân", "Kế toán trưởng", "Kỹ sư",
         "Trưởng phòng Kỹ thuật", "Tổ trưởng Tổ Sửa chữa", "Lái xe", "Thủ kho"),
    ),
    (("Báo", "Đài"), ("Phóng viên", "Biên tập viên", "Phó Tổng Biên tập")),
    (("Đảng ủy", "Huyện ủy"), ("Bí thư", "Phó Bí thư", "Chuyên viên")),
    (("Công an",), ("Cán bộ", "Phó Trưởng phòng", "Đội trưởng")),
    (("Khoa",), ("Bác sĩ", "Điều dưỡng", "Kỹ thuật viên", "Hộ lý")),
    (("Tổ",), ("Nhân viên", "nhân viên", "Công nhân", "Giáo viên")),
)  # fmt: skip
ANYWHERE = ("Chuyên viên", "Nhân viên", "Cán bộ", "chuyên viên", "Kế toán viên", "Kỹ sư")
_ORGANS = ("Đảng ủy", "CĐCS", "Công đoàn", "Thanh tra", "Tổ công đoàn")
_INNER = ("Phòng", "Khoa", "Tổ", "Đội", "Phân xưởng", "Văn phòng", "Ban")


def post_in(rng: Random, unit: str) -> str:
    """A post of somebody who works in the unit."""
    for heads, posts in BY_UNIT:
        if unit.startswith(heads):
            return rng.choice(posts)
    return rng.choice(ANYWHERE)


def is_inner(unit: str) -> bool:
    """A part of a body: printed right behind a post it belongs to it (`nhân viên Tổ Văn phòng`)."""
    return unit.startswith(_INNER) and not unit.startswith("Tổ công đoàn")


def printed(post: str, unit: str, shape: str) -> tuple[str, str | None, str]:
    """Post, workplace and shape as the gold has them.

    Where a shape sets nothing between post and unit, an inner unit is part of the post.
    """
    if "{position} {workplace}" in shape and unit.startswith(_ORGANS):
        # `Bí thư Đảng ủy xã A`: whose part the organ is cannot be told
        return post, unit, shape.replace("{position} {workplace}", "{position}, {workplace}")
    if "{position} {workplace}" in shape and is_inner(unit):
        return f"{post} {unit}", None, shape.replace("{position} {workplace}", "{position}")
    return post, unit, shape
