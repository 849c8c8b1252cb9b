"""A notice of a school, in the Windows-1258 encoding (TXT)."""

from __future__ import annotations

from tests.samples.marks import cite, count, day, percent, span, year
from tests.samples.sample import Audit, Sample, item, p

SAMPLE = Sample(
    name="tb-47-thpt-van-khe",
    suffix="txt",
    kind="legacy",
    note="Windows-1258: base letters with combining tone marks",
    doc_type="TB",
    number="47/TB-THPTVK",
    issued_on="2024-10-03",
    place="Phú Thọ",
    place_date=day("ngày 03 tháng 10 năm 2024", "issued"),
    parent=("SỞ GIÁO DỤC VÀ ĐÀO TẠO PHÚ THỌ",),
    issuer=("TRƯỜNG THPT VÂN KHÊ",),
    title="THÔNG BÁO",
    subject_lead="Về việc ",
    subject=("đăng ký sáng kiến, đề tài nghiên cứu khoa học ", year("năm học 2024-2025")),
    body=(
        p(
            "Thực hiện ",
            cite("Công văn", "1466/SGDĐT-VP", "24/9/2024", "Sở Giáo dục và Đào tạo"),
            " về việc hướng dẫn hoạt động sáng kiến, Trường THPT Vân Khê thông báo việc đăng ký "
            "sáng kiến, đề tài nghiên cứu khoa học ",
            year("năm học 2024-2025"),
            " như sau:",
        ),
        p(
            "1. Đối tượng: cán bộ quản lý, giáo viên, nhân viên nhà trường; khuyến khích giáo viên "
            "trẻ và các nhóm giáo viên cùng bộ môn đăng ký.",
        ),
        p(
            "2. Chỉ tiêu: ",
            percent("100% tổ chuyên môn", role="target"),
            " có đề tài đăng ký; toàn trường có ",
            count("ít nhất 20 sáng kiến", qualifier="at_least", role="target"),
            " được Hội đồng Sáng kiến nhà trường công nhận.",
        ),
        p("3. Thời gian thực hiện:"),
        item("a) Nộp phiếu đăng ký về Văn phòng ", day("trước ngày 20/10/2024", "deadline"), ";"),
        item(
            "b) Áp dụng sáng kiến: ",
            span("từ ngày 01/11/2024 đến ngày 15/4/2025", "period"),
            ";",
        ),
        item("c) Hội đồng Sáng kiến họp xét: ", day("ngày 25/4/2025", "event"), "."),
        p(
            "4. Tổ trưởng chuyên môn chịu trách nhiệm rà soát, không để trùng lặp nội dung với "
            "những sáng kiến đã được công nhận ở các năm học trước.",
        ),
        p(
            "Nhận được thông báo này, đề nghị các tổ chuyên môn, cán bộ, giáo viên và nhân viên "
            "thực hiện nghiêm túc./.",
        ),
    ),
    copies=("Sở GD&ĐT (b/c)", "Các tổ chuyên môn (t/h)", "Lưu: VT"),
    signer_title="HIỆU TRƯỞNG",
    signer_name="Cù Thị Thanh Tâm",
    audit=(Audit("deadline_after_issue", True, "20/10/2024 lies after 03/10/2024"),),
)
