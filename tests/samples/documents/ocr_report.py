"""A report as an OCR model leaves it: head lost, markdown, misread letters, pages twice (TXT)."""

from __future__ import annotations

from tests.samples.marks import Idea, Who, cite, count, day, italic, money, percent, year
from tests.samples.sample import Audit, Sample, h, item, p, sums

TLD = "Tổng Liên đoàn Lao động Việt Nam"
PROVINCE = "LĐLĐ tỉnh"
NOZZLE = Idea(
    "Cải tiến vòi phun cát làm sạch vật đúc", "giải pháp", ("Hoàng Văn Lượng",), 180_000_000
)
READING = Idea(
    "Thư viện lưu động đến điểm trường", "mô hình", ("Công đoàn Trường Tiểu học Na Lầu",)
)

SAMPLE = Sample(
    name="ocr-bc-118-ldld-lang-son",
    suffix="txt",
    kind="text",
    doc_type="BC",
    number="118/BC-LĐLĐ",
    printed_number="Số: 118 /BC - LĐLD",
    issued_on="2022-06-22",
    place="Lạng Sơn",
    place_date=day("ngày 22 tháng 6 năm 2022", "issued"),
    head_lost=True,
    markdown=True,
    title="BÁO CÁO",
    subject=(
        "Sơ kết phong trào thi đua “Lao động giỏi, lao động sáng tạo” ",
        year("giai đoạn 2020-2022"),
    ),
    body=(
        p(
            "Thực hiện ",
            cite("Kế hoạch", "29/KH-TLĐ", "18/3/2020", TLD),
            " về đẩy mạnh phong trào thi đua “Lao động giỏi, lao động sáng tạo”, Ban Thường vụ "
            "LĐLĐ tỉnh đã chỉ đạo các cấp công đoàn triển khai sâu rộng đến đoàn viên, CNVCLĐ và "
            "báo cáo kết quả như sau:",
        ),
        h("I. CÔNG TÁC CHỈ ĐẠO"),
        p(
            "Ban Thường vụ LĐLĐ tỉnh đã ban hành ",
            cite("Công văn", "205/LĐLĐ", "10/4/2020", issuer="Ban Thường vụ LĐLĐ tỉnh"),
            " hướng dẫn các công đoàn cơ sở đăng ký đề tài, sáng kiến; tổ chức ",
            count("06 lớp tập huấn"),
            " cho ",
            count("480 cán bộ công đoàn"),
            " về kỹ năng vận động người lao động tham gia phong trào.",
        ),
        h("II. KẾT QUẢ ĐẠT ĐƯỢC"),
        p(
            "1. Phong trào được triển khai đồng bộ ở các khu vực, thu hút đông đảo CNVCLĐ hưởng "
            "ứng, góp phần hoàn thành nhiệm vụ chính trị của cơ quan, đơn vị, doanh nghiệp. Toàn "
            "tỉnh có tổng số ",
            count("1.820 sáng kiến", role="total"),
            ", trong đó khu vực hành chính sự nghiệp có ",
            count("1.340 sáng kiến", role="part"),
            " và khu vực doanh nghiệp có ",
            count("480 sáng kiến", role="part"),
            ".",
        ),
        p(
            "2. Trong khu vực sản xuất, phong trào gắn với tiết kiệm nguyên liệu, hạ giá thành sản "
            "phẩm, bảo vệ môi trường; nhiều giải pháp được áp dụng ngay tại tổ, đội sản xuất như "
            "giải pháp ",
            italic("“", NOZZLE, "”"),
            " của tác giả ",
            Who(
                "Hoàng Văn Lượng",
                "author",
                shape="{name} - {position} - {workplace}",
                position="Tổ trưởng Tổ Làm sạch",
                workplace="Công ty Cổ phần Cơ khí Bản Thắc",
                initiative=NOZZLE,
            ),
            ", số tiền làm lợi ",
            money("180 triệu đồng"),
            ".",
        ),
        p(
            "3. Khu vực giáo dục, y tế có nhiều cách làm mới, hướng về vùng khó khăn, tiêu biểu là "
            "mô hình ",
            italic("“", READING, "”"),
            " của ",
            Who(
                "Công đoàn Trường Tiểu học Na Lầu",
                "exemplar",
                kind="collective",
                initiative=READING,
            ),
            "; ",
            percent("100% công đoàn cơ sở trường học"),
            " đã đăng ký đổi mới phương pháp dạy học.",
        ),
        p(
            "4. Công tác khen thưởng được thực hiện kịp thời, đúng đối tượng, chú trọng người lao "
            "động trực tiếp. Tổng LĐLĐ Việt Nam tặng Bằng Lao động sáng tạo cho ",
            count("07 cá nhân", award="Bằng Lao động sáng tạo", by=TLD),
            "; LĐLĐ tỉnh tặng Bằng khen cho ",
            count("32 tập thể", award="Bằng khen", by=PROVINCE),
            " và ",
            count("116 cá nhân", award="Bằng khen", by=PROVINCE),
            ".",
        ),
        h("III. NHIỆM VỤ THỜI GIAN TỚI"),
        item(
            "- Phấn đấu ",
            year("năm 2023"),
            " có ",
            count("trên 700 sáng kiến", qualifier="over", role="target"),
            " của khu vực doanh nghiệp được công nhận.",
        ),
        item(
            "- Duy trì quỹ hỗ trợ sáng tạo; tôn vinh kịp thời các điển hình tiên tiến trong phong "
            "trào.",
        ),
        p("Trên đây là báo cáo sơ kết của Ban Thường vụ LĐLĐ tỉnh."),
    ),
    copied=(3, 8),
    slips=(
        ("hưởng ứng, góp", "hường ứng, góp"),
        ("đồng bộ ở các khu vực", "đông bộ ở các khu vực"),
        ("hạ giá thành sản phẩm", "hạ giá thành sân phẩm"),
        ("vùng khó khăn", "vùng khó khăm"),
        ("chú trọng", "trú trọng"),
    ),
    wear=(
        ("chỉ đạo các cấp công đoàn", "chỉ đạo các cấp công đòan"),
        ("Ban Thường vụ LĐLĐ tỉnh đã ban hành", "Ban Thường vụ LĐLD tỉnh đã ban hành"),
        ("LĐLĐ tỉnh tặng Bằng khen", "LÐLÐ tỉnh tặng Bằng khen"),
        ("I. CÔNG TÁC CHỈ ĐẠO", "I. CÔNG TÁC CHỈ ÐẠO"),
        ("Toàn tỉnh có tổng số", "Toàn tỉnh có\u00a0tổng\u00a0số"),
        ("480 cán bộ", "480\u00a0cán bộ"),
        ("đẩy mạnh phong trào", "đầy mạnh phong trào"),
        ("Ban Thường vụ LĐLĐ tỉnh.", "Ban Thường vụ LDLĐ tỉnh."),
    ),
    copies=("Tổng LĐLĐ Việt Nam (B/c)", "Thường trực Tỉnh ủy (B/c)", "Lưu: VT, CSPL"),
    authority="TM. BAN THƯỜNG VỤ",
    signer_title="PHÓ CHỦ TỊCH",
    signer_name="Lương Thị Ngọc Bội",
    audit=(
        sums(1820, 1340, 480, what="initiatives by sector"),
        Audit("repeated_block", False, "the four items of section II stand twice; they count once"),
    ),
)
