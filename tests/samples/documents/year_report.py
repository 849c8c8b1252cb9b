"""A yearly report with many figures, one of which contradicts its own parts (PDF)."""

from __future__ import annotations

from tests.samples.marks import Idea, Piece, Who, cite, count, day, money, percent, year
from tests.samples.sample import Audit, Grid, Sample, h, item, p, sums

TLD = "Tổng Liên đoàn Lao động Việt Nam"
BENEFIT = Idea(
    "Cải tiến dao cắt vải nhiều lớp dùng lưỡi thép gió phủ cứng",
    "giải pháp",
    ("Trịnh Quang Lực",),
    420_000_000,
)
SECOND = Idea(
    "Giám sát nhiệt độ lò hàn sóng bằng cảm biến không dây", "sáng kiến", ("Hoàng Thị Minh Thư",)
)
ZONES = (
    ("Khu công nghiệp Vân Khê I", 402),
    ("Khu công nghiệp Vân Khê II", 318),
    ("Khu công nghiệp Lạc Thành", 276),
    ("Khu công nghiệp Xuân Tảo", 252),
)


def _zones() -> tuple[tuple[tuple[Piece, ...], ...], ...]:
    rows: list[tuple[tuple[Piece, ...], ...]] = [
        ((str(n),), (zone,), (count(str(value), role="part", counted="sáng kiến"),))
        for n, (zone, value) in enumerate(ZONES, 1)
    ]
    total = count("1.248", role="total", counted="sáng kiến")
    return (*rows, ((), ("Tổng cộng",), (total,)))


SAMPLE = Sample(
    name="bc-145-cdkcn-van-khe",
    suffix="pdf",
    kind="born",
    doc_type="BC",
    number="145/BC-CĐKCN",
    issued_on="2024-12-10",
    place="Thái Bình",
    place_date=day("ngày 10 tháng 12 năm 2024", "issued"),
    parent=("LIÊN ĐOÀN LAO ĐỘNG TỈNH THÁI BÌNH",),
    issuer=("CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP", "VÂN KHÊ"),
    title="BÁO CÁO",
    subject=(
        "Kết quả phong trào thi đua, công tác khen thưởng ",
        year("năm 2024"),
        "; phương hướng, nhiệm vụ ",
        year("năm 2025"),
    ),
    body=(
        p(
            "Thực hiện ",
            cite("Hướng dẫn", "62/HD-LĐLĐ", "14/11/2024", "Liên đoàn Lao động tỉnh Thái Bình"),
            " về việc tổng kết công tác thi đua, khen thưởng, Công đoàn các Khu công nghiệp Vân "
            "Khê báo cáo kết quả như sau:",
        ),
        h("I. ĐẶC ĐIỂM TÌNH HÌNH"),
        p(
            "Công đoàn các Khu công nghiệp Vân Khê chỉ đạo hoạt động công đoàn tại ",
            count("04 khu công nghiệp"),
            ". ",
            day("Tính đến ngày 30/11/2024", "period"),
            ", toàn ngành quản lý tổng số ",
            count("41.250 đoàn viên", role="total"),
            ", trong đó có ",
            count("26.800 đoàn viên nữ", role="part"),
            ".",
        ),
        h("II. KẾT QUẢ PHONG TRÀO THI ĐUA ", year("NĂM 2024")),
        h("1. Công tác lãnh đạo, chỉ đạo"),
        p(
            "Ngay từ đầu năm, Ban Thường vụ đã ban hành ",
            cite("Kế hoạch", "11/KH-CĐKCN", "25/01/2024", issuer="Ban Thường vụ"),
            " về phát động thi đua và tổ chức cho các công đoàn cơ sở ký kết giao ước thi đua. "
            "Kết quả, ",
            percent("100% công đoàn cơ sở"),
            " đã ký giao ước; ",
            count("88/96 công đoàn cơ sở", role="part"),
            " (đạt ",
            percent("91,7%", "công đoàn cơ sở", role="part"),
            ") đưa chỉ tiêu sáng kiến vào nghị quyết hội nghị người lao động.",
        ),
        p(
            "Trong năm, toàn ngành đã mở tổng số ",
            count("64 lớp tập huấn", role="total"),
            ", trong đó có ",
            count("28 lớp về an toàn, vệ sinh lao động", role="part"),
            ", ",
            count("21 lớp về pháp luật lao động", role="part"),
            " và ",
            count("17 lớp về kỹ năng nghề", role="part"),
            "; thu hút ",
            count("hơn 5.300 lượt người lao động", qualifier="over"),
            " tham gia.",
        ),
        h("2. Kết quả các phong trào thi đua"),
        h("2.1. Phong trào “Lao động giỏi, lao động sáng tạo”"),
        p(
            "Toàn ngành có tổng số ",
            count("1.248 sáng kiến", role="total"),
            " được công nhận, trong đó lĩnh vực cơ khí có ",
            count("412 sáng kiến", role="part"),
            ", may mặc có ",
            count("506 sáng kiến", role="part"),
            ", điện tử có ",
            count("330 sáng kiến", role="part"),
            "; giá trị làm lợi ",
            money("ước đạt 38,6 tỷ đồng", qualifier="about"),
            ". Số sáng kiến của từng khu công nghiệp như sau:",
        ),
        Grid(
            ("TT", "Khu công nghiệp", "Số sáng kiến"),
            _zones(),
            (0.12, 0.58, 0.3),
        ),
        p(
            "Nhiều đề tài, giải pháp được áp dụng rộng rãi như giải pháp “",
            BENEFIT,
            "” của tác giả ",
            Who(
                "Trịnh Quang Lực",
                "author",
                shape="{name} - {position}, {workplace}",
                position="Quản đốc Phân xưởng Cắt",
                workplace="Công ty Cổ phần May Vân Khê",
                initiative=BENEFIT,
            ),
            ", số tiền làm lợi ",
            money("trên 420 triệu đồng", qualifier="over"),
            "; sáng kiến “",
            SECOND,
            "” của tác giả ",
            Who(
                "Hoàng Thị Minh Thư",
                "author",
                shape="{name} - {position}, {workplace}",
                position="Kỹ sư",
                workplace="Công ty TNHH Điện tử Lạc Thành",
                initiative=SECOND,
            ),
            ".",
        ),
        h("2.2. Phong trào “Xanh - Sạch - Đẹp, bảo đảm an toàn vệ sinh lao động”"),
        p("Các công đoàn cơ sở đã phối hợp với người sử dụng lao động thực hiện:"),
        item(
            "a) Tổ chức ",
            count("142 cuộc kiểm tra"),
            " về an toàn, vệ sinh lao động, qua đó kiến nghị khắc phục ",
            count("gần 300 nguy cơ mất an toàn", qualifier="nearly"),
            ".",
        ),
        item(
            "b) Trồng mới ",
            count("2.150 cây xanh"),
            " và cải tạo ",
            count("12 ha", counted="ha"),
            " khuôn viên nhà máy.",
        ),
        item(
            "c) Tiêu biểu trong phong trào là ",
            Who("Công đoàn cơ sở Công ty Cổ phần May Vân Khê", "exemplar", kind="collective"),
            ", ",
            Who("Công đoàn cơ sở Công ty TNHH Gốm Xuân Tảo", "exemplar", kind="collective"),
            ".",
        ),
        h("3. Công tác khen thưởng"),
        p(
            "Trong năm, Tổng Liên đoàn Lao động Việt Nam tặng Bằng khen cho ",
            count("02 tập thể", award="Bằng khen", by=TLD),
            " và ",
            count("05 cá nhân", award="Bằng khen", by=TLD),
            "; Liên đoàn Lao động tỉnh tặng Cờ thi đua cho ",
            count("03 tập thể", award="Cờ thi đua", by="Liên đoàn Lao động tỉnh"),
            ", tặng Bằng khen cho ",
            count("24 tập thể", award="Bằng khen", by="Liên đoàn Lao động tỉnh"),
            " và ",
            count("58 cá nhân", award="Bằng khen", by="Liên đoàn Lao động tỉnh"),
            ".",
        ),
        h("III. HẠN CHẾ, NGUYÊN NHÂN"),
        p(
            "Phong trào thi đua phát triển chưa đồng đều giữa các khu công nghiệp; một số công "
            "đoàn cơ sở chưa chủ động đề xuất với người sử dụng lao động về kinh phí khen thưởng. "
            "Nguyên nhân chủ yếu do cán bộ công đoàn kiêm nhiệm, thường xuyên thay đổi.",
        ),
        h("IV. CHỈ TIÊU, NHIỆM VỤ ", year("NĂM 2025")),
        h("1. Chỉ tiêu"),
        item(
            "- ", percent("100% công đoàn cơ sở", role="target"), " đăng ký và ký giao ước thi đua."
        ),
        item(
            "- ",
            percent("Trên 95% công đoàn cơ sở", qualifier="over", role="target"),
            " có sáng kiến được công nhận.",
        ),
        item(
            "- Có ",
            count(
                "từ 1.400 sáng kiến trở lên",
                qualifier="at_least",
                role="target",
                counted="sáng kiến",
            ),
            " được công nhận.",
        ),
        item(
            "- ",
            percent(
                "Từ 70% đến 75% đoàn viên",
                value=70,
                high=75,
                qualifier="range",
                role="target",
                award="Lao động tiên tiến",
                counted="đoàn viên",
            ),
            " đạt danh hiệu Lao động tiên tiến.",
        ),
        h("2. Nhiệm vụ trọng tâm"),
        item(
            "a) Tiếp tục đổi mới nội dung, hình thức tổ chức phong trào thi đua; gắn thi đua với "
            "việc chăm lo đời sống, việc làm của người lao động.",
        ),
        item(
            "b) Tổ chức hội nghị tổng kết và tôn vinh người lao động tiêu biểu vào ",
            day("ngày 01/5/2025", "event"),
            ".",
        ),
        p(
            "Trên đây là báo cáo kết quả phong trào thi đua, công tác khen thưởng của Công đoàn "
            "các Khu công nghiệp Vân Khê./.",
        ),
    ),
    copies=(
        "Liên đoàn Lao động tỉnh (để b/c)",
        "Các đồng chí Ủy viên Ban Chấp hành",
        "Các công đoàn cơ sở",
        "Lưu: VT",
    ),
    authority="TM. BAN THƯỜNG VỤ",
    signer_title="PHÓ CHỦ TỊCH",
    signer_name="Phạm Gia Bách",
    audit=(
        sums(64, 28, 21, 17, holds=False, what="training courses; the three parts make 66"),
        sums(1248, 412, 506, 330, what="initiatives by field"),
        sums(1248, 402, 318, 276, 252, what="initiatives by industrial park, as in the table"),
        Audit("percent_of_total", True, "88/96 = 91,7%"),
        Audit("part_le_whole", True, "26.800 of 41.250 members"),
    ),
)
