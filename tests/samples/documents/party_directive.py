"""A directive in the layout of the Party (PDF)."""

from __future__ import annotations

from tests.samples.marks import Styled, cite, count, day, percent, year
from tests.samples.sample import Audit, Sample, p

SAMPLE = Sample(
    name="ct-12-thanh-uy-van-khe",
    suffix="pdf",
    kind="born",
    doc_type="CT",
    number="12-CT/TU",
    printed_number="Số 12-CT/TU",
    issued_on="2023-08-15",
    place="Vân Khê",
    place_date=day("ngày 15 tháng 8 năm 2023", "issued"),
    national="party",
    parent=("ĐẢNG BỘ TỈNH HÒA BÌNH",),
    issuer=("THÀNH ỦY VÂN KHÊ",),
    title="CHỈ THỊ",
    subject_lead="về việc ",
    subject=(
        "đẩy mạnh phong trào thi đua yêu nước, phát huy sáng kiến trong cán bộ, đảng viên và "
        "Nhân dân thành phố",
    ),
    body=(
        p(
            "Thời gian qua, thực hiện ",
            cite("Chỉ thị", "34-CT/TW", "07/4/2014", "Bộ Chính trị", comma=True),
            " về tiếp tục đổi mới công tác thi đua, khen thưởng và ",
            cite("Kết luận", "01-KL/TW", "18/5/2021", "Bộ Chính trị", comma=True),
            ", các cấp ủy, chính quyền, Mặt trận Tổ quốc và các tổ chức chính trị - xã hội thành "
            "phố đã lãnh đạo, tổ chức nhiều phong trào thi đua thiết thực. Trong ",
            year("giai đoạn 2021-2022"),
            ", thành phố có ",
            count("gần 900 sáng kiến", qualifier="nearly"),
            " của cán bộ, đảng viên và người lao động được công nhận.",
        ),
        p(
            "Tuy nhiên, ở một số nơi phong trào còn hình thức, chưa gắn với nhiệm vụ chính trị; "
            "việc phát hiện, nhân rộng mô hình mới, cách làm hay còn chậm. Để khắc phục hạn chế, "
            "Ban Thường vụ Thành ủy yêu cầu các cấp ủy, tổ chức đảng tập trung thực hiện tốt một "
            "số nhiệm vụ sau:",
        ),
        p(
            Styled(("1- ",), bold=True),
            "Quán triệt sâu sắc quan điểm, chủ trương của Đảng về thi đua yêu nước; đưa nội dung "
            "thi đua vào chương trình công tác hằng năm của cấp ủy và sinh hoạt chi bộ.",
        ),
        p(
            Styled(("2- ",), bold=True),
            "Ban cán sự đảng, đảng đoàn, cấp ủy trực thuộc chỉ đạo đổi mới nội dung, hình thức tổ "
            "chức phong trào. Phấn đấu hằng năm có ",
            percent("trên 80% chi bộ", qualifier="over", role="target"),
            " đăng ký thi đua “Dân vận khéo” và ",
            count("ít nhất 500 sáng kiến", qualifier="at_least", role="target"),
            " được áp dụng vào thực tiễn.",
        ),
        p(
            Styled(("3- ",), bold=True),
            "Ủy ban nhân dân thành phố rà soát, sửa đổi quy định về công nhận sáng kiến theo ",
            cite("Hướng dẫn", "47-HD/BTGTU", "02/6/2023", "Ban Tuyên giáo Tỉnh ủy", comma=True),
            "; bố trí kinh phí khen thưởng kịp thời, ưu tiên người lao động trực tiếp.",
        ),
        p(
            Styled(("4- ",), bold=True),
            "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội thành phố phát động các đợt thi "
            "đua chuyên đề, lập thành tích chào mừng Đại hội đại biểu Đảng bộ thành phố ",
            year("nhiệm kỳ 2025-2030"),
            ".",
        ),
        p(
            "Ban Tuyên giáo Thành ủy chủ trì, phối hợp với Văn phòng Thành ủy theo dõi, đôn đốc "
            "việc thực hiện Chỉ thị, định kỳ báo cáo Ban Thường vụ Thành ủy ",
            day("trước ngày 15/12/2023", "deadline"),
            ".",
        ),
        p("Chỉ thị này phổ biến đến chi bộ."),
    ),
    copies=(
        "Thường trực Tỉnh ủy (báo cáo)",
        "Các cấp ủy, tổ chức đảng trực thuộc",
        "Các đồng chí Thành ủy viên",
        "Lưu Văn phòng Thành ủy",
    ),
    authority="T/M BAN THƯỜNG VỤ",
    signer_title="BÍ THƯ",
    signer_name="Bạch Công Thành",
    audit=(
        Audit("party_symbol", True, "12-CT/TU: number, dash, type, slash, issuer; no colon"),
        Audit("deadline_after_issue", True, "15/12/2023 lies after 15/8/2023"),
    ),
)
