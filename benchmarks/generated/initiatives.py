"""Invented initiatives: titles, kinds, and the sentences and entries that name their authors."""

from __future__ import annotations

from random import Random

from benchmarks.generated import figures
from benchmarks.generated.filling import Pieces, fill
from tests.samples.marks import Idea, Who

VERBS = (
    "Cải tiến",
    "Thiết kế và chế tạo",
    "Ứng dụng",
    "Xây dựng",
    "Nghiên cứu",
    "Số hóa",
    "Tự động hóa",
    "Một số biện pháp",
    "Nâng cao hiệu quả",
    "Tối ưu hóa",
    "Đổi mới",
    "Chế tạo",
)
OBJECTS = {
    "Cải tiến": (
        "gá kẹp phôi máy tiện",
        "hệ thống làm mát lò sấy",
        "quy trình tiếp nhận hồ sơ",
        "băng tải cấp liệu",
    ),
    "Thiết kế và chế tạo": ("máy cắt rau củ", "bộ điều khiển bơm nước", "giá đỡ cáp ngầm"),
    "Ứng dụng": (
        "phần mềm quản lý vật tư",
        "mã QR",
        "kỹ thuật nội soi",
        "bản đồ số",
        "trí tuệ nhân tạo",
    ),
    "Xây dựng": (
        "phần mềm theo dõi công việc",
        "bộ tài liệu ôn tập",
        "kho học liệu điện tử",
        "quy trình xử lý sự cố",
    ),
    "Nghiên cứu": (
        "giải pháp chống thấm mái tôn",
        "giống lúa chịu mặn",
        "phương pháp phân loại rác",
    ),
    "Số hóa": ("hồ sơ đoàn viên", "tài liệu lưu trữ", "sổ khám bệnh"),
    "Tự động hóa": ("khâu đóng gói sản phẩm", "việc lập báo cáo tháng", "hệ thống tưới"),
    "Một số biện pháp": (
        "rèn kỹ năng đọc cho học sinh lớp 2",
        "giảm tổn thất điện năng",
        "phòng ngừa tai nạn lao động",
    ),
    "Nâng cao hiệu quả": ("công tác thu kinh phí", "chăm sóc người bệnh", "công tác tiếp công dân"),
    "Tối ưu hóa": ("lịch bảo dưỡng thiết bị", "quy trình cấp phát thuốc", "tuyến thu gom rác"),
    "Đổi mới": (
        "cách sinh hoạt chuyên đề",
        "phương pháp dạy học môn Toán",
        "công tác tuyên truyền",
    ),
    "Chế tạo": ("xe đẩy hàng điện", "dụng cụ tháo vòng bi", "khuôn đúc cống tròn"),
}
TAILS = (
    "",
    "",
    " tại phân xưởng",
    " trong trường học",
    " phục vụ sản xuất",
    " ở vùng cao",
    " bằng vật liệu tái chế",
    " nhằm tiết kiệm điện",
    " cho người lao động",
    " tại bệnh viện tuyến huyện",
)
KINDS = ("sáng kiến", "giải pháp", "đề tài")


def title(rng: Random) -> str:
    verb = rng.choice(VERBS)
    return f"{verb} {rng.choice(OBJECTS[verb])}{rng.choice(TAILS)}"


def quoted(rng: Random, idea: Idea) -> Pieces:
    left, right = rng.choice((("“", "”"), ("“", "”"), ('"', '"'), ("«", "»")))
    return (left, idea, right)


def authored(rng: Random, name: str, post: str, unit: str) -> Pieces:
    """`giải pháp “T” của tác giả N - P - U, làm lợi 180 triệu đồng`."""
    kind = rng.choice(KINDS)
    money = figures.money(rng, qualified=0.2)
    with_money = rng.random() < 0.6
    idea = Idea(title(rng), kind, (name,), int(money.value) if with_money else None)
    shape = rng.choice(
        (
            "{name} - {position} - {workplace}",
            "{name}, {position}, {workplace}",
            "{name} - {position}, {workplace}",
        )
    )
    who = Who(name, "author", shape=shape, position=post, workplace=unit, initiative=idea)
    lead = rng.choice(
        (
            f"{kind} {{t}} của tác giả {{w}}",
            f"{kind} {{t}} của đồng chí {{w}}",
            f"{kind} {{t}} của đoàn viên {{w}}",
            f"{kind} {{t}} của {{w}}",
        )
    )
    benefit: Pieces = (
        rng.choice((", giá trị làm lợi ", ", số tiền làm lợi ", ", làm lợi ")),
        money,
    )
    return (*fill(lead, t=quoted(rng, idea), w=who), *(benefit if with_money else ()))
