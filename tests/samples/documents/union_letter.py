"""A công văn of a district union with a list of awardees in running text (TXT)."""

from __future__ import annotations

from tests.samples.marks import Idea, Who, cite, count, day, money, year
from tests.samples.sample import Para, Sample, center, listed, p, sums

TLD = "Tổng Liên đoàn Lao động Việt Nam"
AWARD = "Bằng Lao động sáng tạo"
DECISION = "219/QĐ-TLĐ"


def _entry(label: str, name: str, position: str, workplace: str, title: str) -> Para:
    idea = Idea(title, "giải pháp", (name,))
    who = Who(
        name,
        "awardee",
        shape="{name} - {position}, {workplace}",
        position=position,
        workplace=workplace,
        award=AWARD,
        by=TLD,
        year=2022,
        decision=DECISION,
        initiative=idea,
    )
    return Para((f"{label} Đoàn viên: ", who, ". (Giải pháp: ", idea, ")."), "entry")


SAMPLE = Sample(
    name="cv-412-ldld-van-khe",
    suffix="txt",
    kind="text",
    doc_type="CV",
    number="412/LĐLĐ",
    issued_on="2023-04-18",
    place="Vân Khê",
    place_date=day("ngày 18 tháng 4 năm 2023", "issued"),
    parent=("LIÊN ĐOÀN LAO ĐỘNG TỈNH NAM ĐỊNH",),
    issuer=("LIÊN ĐOÀN LAO ĐỘNG", "HUYỆN VÂN KHÊ"),
    subject_lead="V/v ",
    subject=(
        "phát động đợt thi đua “Mỗi tổ sản xuất một sáng kiến” trong đoàn viên, người lao động ",
        year("năm 2023"),
    ),
    addressees=(
        "Các công đoàn cơ sở trực thuộc",
        "Công đoàn ngành Giáo dục huyện",
    ),
    body=(
        p(
            "Thực hiện ",
            cite("Kế hoạch", "37/KH-LĐLĐ", "20/02/2023", "Liên đoàn Lao động tỉnh Nam Định"),
            " về việc tổ chức phong trào thi đua “Lao động giỏi, lao động sáng tạo”, ngay từ đầu "
            "năm các cấp công đoàn trong huyện đã chủ động phối hợp với người sử dụng lao động "
            "phát động thi đua gắn với nhiệm vụ sản xuất, công tác của từng đơn vị. Kết quả, "
            "trong ",
            year("năm 2022"),
            " toàn huyện có ",
            count("186 sáng kiến", role="total"),
            " được hội đồng sáng kiến các cấp công nhận, trong đó lĩnh vực công nghiệp có ",
            count("97 sáng kiến", role="part"),
            ", giáo dục có ",
            count("58 sáng kiến", role="part"),
            " và y tế có ",
            count("31 sáng kiến", role="part"),
            "; giá trị làm lợi ước tính ",
            money("khoảng 4,2 tỷ đồng", qualifier="about"),
            ".",
        ),
        p(
            "Ghi nhận những kết quả đó, tại ",
            cite("Quyết định", DECISION, "28/3/2023", comma=True, issuer=TLD),
            ", Tổng Liên đoàn Lao động Việt Nam đã tặng Bằng Lao động sáng tạo ",
            year("năm 2022"),
            " cho ",
            count("04 đoàn viên", award=AWARD, by=TLD),
            " của huyện (có danh sách kèm theo).",
        ),
        p(
            "Để phát huy kết quả đã đạt được, Ban Thường vụ Liên đoàn Lao động huyện phát động "
            "đợt thi đua “Mỗi tổ sản xuất một sáng kiến” và đề nghị các công đoàn cơ sở thực hiện "
            "tốt một số nội dung sau:"
        ),
        p(
            "1. Tuyên truyền sâu rộng mục đích, ý nghĩa của đợt thi đua; vận động đoàn viên, "
            "người lao động đăng ký sáng kiến ngay tại tổ, đội, phân xưởng; bố trí cán bộ hướng "
            "dẫn người lao động viết và nộp hồ sơ sáng kiến."
        ),
        p(
            "2. Phấn đấu mỗi công đoàn cơ sở khu vực doanh nghiệp có ",
            count("ít nhất 03 sáng kiến", qualifier="at_least", role="target"),
            ", mỗi công đoàn cơ sở khu vực hành chính sự nghiệp có ",
            count("ít nhất 01 sáng kiến", qualifier="at_least", role="target"),
            " được công nhận.",
        ),
        p(
            "3. Phối hợp với chuyên môn đồng cấp kiện toàn hội đồng sáng kiến cơ sở, bảo đảm việc "
            "xét công nhận công khai, đúng quy định tại ",
            cite("Nghị định", "13/2012/NĐ-CP", "02/3/2012", "Chính phủ"),
            "; kịp thời biểu dương, khen thưởng các tập thể, cá nhân có sáng kiến mang lại hiệu "
            "quả thiết thực.",
        ),
        p(
            "4. Đợt thi đua thực hiện ",
            day("từ nay đến hết ngày 30/9/2023", "deadline"),
            ". Các công đoàn cơ sở tổng hợp kết quả, gửi về Liên đoàn Lao động huyện (qua Ban "
            "Chính sách pháp luật và Quan hệ lao động) ",
            day("trước ngày 10/10/2023", "deadline"),
            " để theo dõi, khen thưởng.",
        ),
        p("Nhận được công văn này, đề nghị các công đoàn cơ sở nghiêm túc triển khai thực hiện./."),
    ),
    copies=(
        "Như trên",
        "Liên đoàn Lao động tỉnh (b/c)",
        "Thường trực Huyện ủy (b/c)",
        "Lưu: VT, CSPL&QHLĐ",
    ),
    authority="TM. BAN THƯỜNG VỤ",
    signer_title="CHỦ TỊCH",
    signer_name="Hoàng Thị Bích Liên",
    annex=(
        center("DANH SÁCH"),
        center(
            "Đoàn viên được tặng Bằng Lao động sáng tạo ",
            year("năm 2022"),
        ),
        _entry(
            "1.",
            "Vũ Đình Khải",
            "Quản đốc Phân xưởng Nhuộm",
            "Công ty Cổ phần Dệt Vân Khê",
            "Cải tiến hệ thống thu hồi nhiệt nước nhuộm thải để gia nhiệt nước cấp",
        ),
        _entry(
            "2.",
            "Trần Thị Mai Hương",
            "Tổ trưởng Tổ may 7",
            "Công ty TNHH May Xuân Tảo",
            "Chế tạo gá lắp định vị túi cơi dùng cho máy may một kim",
        ),
        _entry(
            "3.",
            "Đoàn Mạnh Quyết",
            "Kỹ sư",
            "Công ty TNHH Cơ khí Lạc Thành",
            "Thiết kế đồ gá phay rãnh then nhiều vị trí trên máy phay đứng",
        ),
        _entry(
            "4.",
            "Lưu Ngọc Diệp",
            "Điều dưỡng trưởng Khoa Nhi",
            "Trung tâm Y tế huyện Vân Khê",
            "Xây dựng quy trình phân luồng người bệnh nhi có bệnh truyền nhiễm tại khoa khám bệnh",
        ),
    ),
    audit=(
        sums(186, 97, 58, 31, what="recognised initiatives by field"),
        listed(4, "04 đoàn viên"),
    ),
)
