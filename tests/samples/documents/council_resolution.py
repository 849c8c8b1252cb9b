"""A resolution of a members' council, in UTF-16 with its head side by side (TXT)."""

from __future__ import annotations

from tests.samples.marks import cite, count, day, money, percent, year
from tests.samples.sample import Audit, Sample, article, basis, center, item

SAMPLE = Sample(
    name="nq-21-hdtv-co-dien-van-son",
    suffix="txt",
    kind="text",
    doc_type="NQ",
    number="21/NQ-HĐTV",
    issued_on="2024-12-27",
    place="Hải Phòng",
    place_date=day("ngày 27 tháng 12 năm 2024", "issued"),
    parent=("TỔNG CÔNG TY CƠ ĐIỆN VÂN SƠN",),
    issuer=("HỘI ĐỒNG THÀNH VIÊN",),
    title="NGHỊ QUYẾT",
    subject_lead="Về việc ",
    subject=("phê duyệt kế hoạch sản xuất kinh doanh và chương trình sáng kiến ", year("năm 2025")),
    body=(
        center("HỘI ĐỒNG THÀNH VIÊN TỔNG CÔNG TY CƠ ĐIỆN VÂN SƠN"),
        basis("Căn cứ Luật Doanh nghiệp ", day("ngày 17 tháng 6 năm 2020", "cited"), ";"),
        basis(
            "Căn cứ ",
            cite("Quyết định", "08/QĐ-TĐHVS", "14/02/2022", "Tập đoàn Công nghiệp Hải Vân Sơn"),
            " ban hành Điều lệ tổ chức và hoạt động của Tổng công ty Cơ điện Vân Sơn;",
        ),
        basis(
            "Xét ",
            cite("Tờ trình", "402/TTr-CĐVS", "18/12/2024", "Tổng Giám đốc"),
            " về kế hoạch sản xuất kinh doanh ",
            year("năm 2025"),
            ",",
        ),
        center("QUYẾT NGHỊ:"),
        article(
            "Điều 1.",
            "Phê duyệt các chỉ tiêu chủ yếu của kế hoạch sản xuất kinh doanh ",
            year("năm 2025"),
            " như sau:",
        ),
        item("- Doanh thu: phấn đấu đạt ", money("2.450 tỷ đồng", role="target"), ";"),
        item(
            "- Lợi nhuận trước thuế: phấn đấu đạt ",
            money("ít nhất 186 tỷ đồng", qualifier="at_least", role="target"),
            ";",
        ),
        item(
            "- Tỷ lệ phế phẩm: phấn đấu ",
            percent("dưới 1,5%", "phế phẩm", qualifier="under", role="target"),
            ";",
        ),
        item(
            "- Phấn đấu có ",
            count("320 sáng kiến", role="target"),
            " được áp dụng, giá trị làm lợi ",
            money("trên 25 tỷ đồng", qualifier="over", role="target"),
            ".",
        ),
        article(
            "Điều 2.",
            "Giao Tổng Giám đốc tổ chức thực hiện kế hoạch; báo cáo Hội đồng thành viên "
            "kết quả thực hiện ",
            day("trước ngày 31/12/2025", "deadline"),
            ".",
        ),
        article(
            "Điều 3.",
            "Tổng Giám đốc, Kiểm soát viên, các ban chuyên môn và đơn vị thành viên chịu "
            "trách nhiệm thi hành Nghị quyết này./.",
        ),
    ),
    copies=("Như Điều 3", "Thành viên HĐTV", "Lưu: VT, HĐTV"),
    authority="TM. HỘI ĐỒNG THÀNH VIÊN",
    signer_title="CHỦ TỊCH",
    signer_name="Nghiêm Xuân Độ",
    extra={"head": "side by side"},
    audit=(Audit("chronology", True, "proposal of 18/12/2024 before resolution of 27/12/2024"),),
)
