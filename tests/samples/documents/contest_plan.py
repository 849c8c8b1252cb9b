"""A plan with targets and prizes (DOCX)."""

from __future__ import annotations

from tests.samples.marks import cite, count, day, money, percent, span, year
from tests.samples.sample import Audit, Sample, h, item, p

SAMPLE = Sample(
    name="kh-86-cao-dang-van-son-hoi-thi",
    suffix="docx",
    kind="office",
    doc_type="KH",
    number="86/KH-CĐKT",
    issued_on="2025-02-20",
    place="Hải Dương",
    place_date=day("ngày 20 tháng 02 năm 2025", "issued"),
    parent=("UBND TỈNH HẢI DƯƠNG",),
    issuer=("TRƯỜNG CAO ĐẲNG KỸ THUẬT", "VÂN SƠN"),
    title="KẾ HOẠCH",
    subject=("Tổ chức Hội thi Thiết bị đào tạo tự làm ", year("năm 2025")),
    body=(
        p(
            "Căn cứ ",
            cite(
                "Công văn", "318/SLĐTBXH-GDNN", "06/02/2025", "Sở Lao động - Thương binh và Xã hội"
            ),
            " về việc tổ chức Hội thi Thiết bị đào tạo tự làm, Trường Cao đẳng Kỹ thuật Vân Sơn "
            "xây dựng kế hoạch tổ chức Hội thi cấp trường như sau:",
        ),
        h("I. MỤC ĐÍCH, YÊU CẦU"),
        p(
            "1. Động viên nhà giáo, học sinh, sinh viên nghiên cứu, chế tạo thiết bị phục vụ dạy "
            "và học; lựa chọn sản phẩm tiêu biểu tham dự Hội thi cấp tỉnh.",
        ),
        p("2. Hội thi được tổ chức công khai, thiết thực, tiết kiệm; kết quả chấm chính xác."),
        h("II. CHỈ TIÊU"),
        item(
            "- ",
            percent("100% khoa", role="target"),
            " có sản phẩm đăng ký dự thi;",
        ),
        item(
            "- Toàn trường có ",
            count(
                "từ 45 sản phẩm trở lên", qualifier="at_least", role="target", counted="sản phẩm"
            ),
            " dự thi;",
        ),
        item(
            "- Phấn đấu ",
            percent("trên 60% nhà giáo", qualifier="over", role="target"),
            " tham gia Hội thi;",
        ),
        item(
            "- Lựa chọn ",
            count("06 sản phẩm", role="target"),
            " xuất sắc dự Hội thi cấp tỉnh.",
        ),
        h("III. NỘI DUNG, THỜI GIAN"),
        h("1. Đối tượng dự thi"),
        p(
            "Nhà giáo, học sinh, sinh viên đang giảng dạy, học tập tại trường; dự thi cá nhân hoặc "
            "theo nhóm.",
        ),
        h("2. Thời gian"),
        item(
            "a) Nhận sản phẩm dự thi: ",
            span("từ ngày 01/3/2025 đến hết ngày 15/4/2025", "period"),
            ".",
        ),
        item("b) Khai mạc và chấm chung khảo: ", day("ngày 22/4/2025", "event"), "."),
        item(
            "c) Các khoa gửi danh sách đăng ký về Phòng Đào tạo ",
            day("trước ngày 28/02/2025", "deadline"),
            ".",
        ),
        h("3. Giải thưởng"),
        p(
            "Hội thi dự kiến trao ",
            count("01 giải Nhất", role="target", award="Giải Nhất"),
            " trị giá ",
            money("8.000.000 đồng", role="target"),
            ", ",
            count("02 giải Nhì", role="target", award="Giải Nhì"),
            " trị giá ",
            money("5.000.000 đồng/giải", role="target"),
            ", ",
            count("03 giải Ba", role="target", award="Giải Ba"),
            " trị giá ",
            money("3.000.000 đồng/giải", role="target"),
            " và ",
            count("05 giải Khuyến khích", role="target", award="Giải Khuyến khích"),
            " trị giá ",
            money("1.000.000 đồng/giải", role="target"),
            ".",
        ),
        h("IV. KINH PHÍ"),
        p(
            "Kinh phí dự kiến ",
            money("75.000.000 đồng", role="target"),
            ", chi từ nguồn thu sự nghiệp của trường theo ",
            cite("Quyết định", "12/QĐ-CĐKT", "09/01/2025", "Hiệu trưởng"),
            " về việc giao dự toán ",
            year("năm 2025"),
            ".",
        ),
        h("V. TỔ CHỨC THỰC HIỆN"),
        p(
            "1. Phòng Đào tạo là đơn vị thường trực, tham mưu thành lập Ban Tổ chức, Ban Giám "
            "khảo; tổng hợp kết quả báo cáo Hiệu trưởng.",
        ),
        p("2. Phòng Tài chính - Kế toán bảo đảm kinh phí và hướng dẫn thanh quyết toán."),
        p(
            "3. Các khoa phổ biến kế hoạch đến toàn thể nhà giáo, học sinh, sinh viên và tổ chức "
            "sơ khảo tại khoa.",
        ),
        p(
            "Trên đây là Kế hoạch tổ chức Hội thi Thiết bị đào tạo tự làm; yêu cầu các đơn vị "
            "nghiêm túc thực hiện./.",
        ),
    ),
    copies=("Ban Giám hiệu", "Các phòng, khoa", "Lưu: VT, ĐT"),
    authority="KT. HIỆU TRƯỞNG",
    signer_title="PHÓ HIỆU TRƯỞNG",
    signer_name="Tống Văn Thịnh",
    audit=(Audit("deadline_after_issue", True, "28/02/2025 lies after 20/02/2025"),),
)
