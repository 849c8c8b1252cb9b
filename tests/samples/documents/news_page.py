"""A news page with menu, side boxes, related headlines and a byline (HTML)."""

from __future__ import annotations

from tests.samples.marks import Date, Idea, Who, count, day, money, year
from tests.samples.sample import Audit, Para, Sample, p

TLD = "Tổng Liên đoàn Lao động Việt Nam"
PROVINCE = "Liên đoàn Lao động tỉnh"
AWARD = "Bằng Lao động sáng tạo"
DRYER = Idea(
    "Thiết bị sấy chè bằng bơm nhiệt tận dụng nhiệt thải", "giải pháp",
    ("Ma Thị Hồng Chuyên",), 350_000_000,
)  # fmt: skip
SENSOR = Idea(
    "Hệ thống cảnh báo sớm quá tải đường dây trung thế", "giải pháp", ("Lục Văn Dự",)
)  # fmt: skip


def _awarded(name: str, position: str, workplace: str, idea: Idea) -> Who:
    return Who(
        name, "awardee", shape="{honorific} {name}, {position}, {workplace}",
        honorific="đồng chí", position=position, workplace=workplace,
        award=AWARD, by=TLD, year=2024, initiative=idea,
    )  # fmt: skip


SAMPLE = Sample(
    name="tin-ton-vinh-lao-dong-sang-tao",
    suffix="html",
    kind="text",
    genre="news",
    issued_on="2024-10-18",
    national="none",
    subject=("Thái Nguyên tôn vinh người lao động sáng tạo ", year("năm 2024")),
    published=Date("18/10/2024 14:32", "2024-10-18", "2024-10-18", "published"),
    body=(
        Para(
            (
                "Sáng ",
                day("18/10/2024", "event"),
                ", Liên đoàn Lao động tỉnh tổ chức Hội nghị tôn vinh đoàn viên, người lao động có "
                "thành tích xuất sắc trong phong trào thi đua “Lao động giỏi, lao động sáng tạo” ",
                year("năm 2024"),
                ".",
            ),
            "kicker",
        ),
        p(
            "Theo báo cáo tại hội nghị, ",
            Date("9 tháng đầu năm", "2024-01-01", "2024-09-30", "period"),
            ", các cấp công đoàn trong tỉnh đã vận động đoàn viên, người lao động nghiên cứu, ứng "
            "dụng ",
            count("2.315 sáng kiến"),
            " vào sản xuất, công tác, giá trị làm lợi ",
            money("hơn 62 tỷ đồng", qualifier="over"),
            ". Nhiều sáng kiến xuất phát từ chính những khó khăn hằng ngày của người thợ.",
        ),
        Para(("Lãnh đạo Liên đoàn Lao động tỉnh trao bằng cho các cá nhân. Ảnh: H.N",), "caption"),
        p(
            "Trong phong trào đã xuất hiện nhiều gương sáng. Có ",
            count("02 cá nhân", award=AWARD, by=TLD),
            " được Tổng Liên đoàn Lao động Việt Nam tặng Bằng Lao động sáng tạo ",
            year("năm 2024"),
            " là ",
            _awarded(
                "Ma Thị Hồng Chuyên",
                "Phó Quản đốc Phân xưởng Chế biến",
                "Công ty Cổ phần Chè Tân Sơn",
                DRYER,
            ),
            " với giải pháp “",
            DRYER,
            "”, làm lợi ",
            money("khoảng 350 triệu đồng", qualifier="about"),
            "; ",
            _awarded("Lục Văn Dự", "Kỹ sư", "Công ty Cổ phần Điện cơ Phú Lộc", SENSOR),
            " với giải pháp “",
            SENSOR,
            "”.",
        ),
        Para(("Gỡ khó để công nhân viết sáng kiến",), "title"),
        p(
            "“Tôi làm ở xưởng đã lâu, thấy máy cũ tốn nhiều củi nên cứ nghĩ cách thay”, chị Chuyên "
            "chia sẻ. Ý tưởng được tổ công đoàn góp ý, giám đốc công ty đồng ý cho làm thử và nay "
            "đã áp dụng cho toàn bộ dây chuyền.",
        ),
        p(
            "Tại hội nghị, Liên đoàn Lao động tỉnh tặng Bằng khen cho ",
            count("15 tập thể", award="Bằng khen", by=PROVINCE),
            " và ",
            count("48 cá nhân", award="Bằng khen", by=PROVINCE),
            "; Công đoàn Viên chức tỉnh tặng Giấy khen cho ",
            count("20 cá nhân", award="Giấy khen", by="Công đoàn Viên chức tỉnh"),
            ".",
        ),
        p(
            "Phát biểu tại hội nghị, Chủ tịch Liên đoàn Lao động tỉnh đề nghị các công đoàn cơ sở "
            "tiếp tục đồng hành với người lao động, phấn đấu ",
            year("năm 2025"),
            " có ",
            count("2.500 sáng kiến", role="target"),
            " được công nhận.",
        ),
    ),
    signer_name="Hà Ngân",
    audit=(
        Audit("list_count", True, "2 named, 02 cá nhân reported"),
        Audit("not_in_article", True, "menu, side boxes and related headlines hold no facts"),
    ),
    extra={
        "site": "Báo Lao động Trung du",
        "published": "2024-10-18T14:32:00+07:00",
        "related": "Mùa chè mới ở Tân Sơn|Lớp học nghề buổi tối của công nhân",
    },
)
