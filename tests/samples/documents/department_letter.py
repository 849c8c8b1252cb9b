"""A công văn of a department whose number and day lie in annotations, as signing software does."""

from __future__ import annotations

from tests.samples.marks import Cite, Piece, cite, count, day, percent, year
from tests.samples.sample import Audit, Sample, p

UBND = "Ủy ban nhân dân tỉnh"
OWN = "Sở Khoa học và Công nghệ"


def _shared(number: str, when: str, issuer: str, code: str) -> Cite:
    """A number that shares the type word printed before it."""
    mark = day(f"ngày {when}", "cited")
    parts: tuple[Piece, ...] = (f"số {number} ", mark)
    return Cite(parts, code, number, mark.start, issuer)


SAMPLE = Sample(
    name="cv-927-skhcn-quan-ly-sang-kien",
    suffix="pdf",
    kind="born",
    doc_type="CV",
    number="927/SKHCN-QLKH",
    issued_on="2025-09-08",
    place="Bắc Ninh",
    place_date=day("ngày 08 tháng 9 năm 2025", "issued"),
    parent=("UBND TỈNH BẮC NINH",),
    issuer=("SỞ KHOA HỌC VÀ CÔNG NGHỆ",),
    subject_lead="V/v ",
    subject=("rà soát, báo cáo hoạt động sáng kiến trên địa bàn tỉnh ", year("năm 2025")),
    addressees=(
        "Các sở, ban, ngành thuộc Ủy ban nhân dân tỉnh",
        "Ủy ban nhân dân các xã, phường",
        "Các doanh nghiệp nhà nước trên địa bàn tỉnh",
    ),
    body=(
        p(
            "Thực hiện các Quyết định ",
            _shared("1204/QĐ-UBND", "15/7/2025", UBND, "QĐ"),
            " và ",
            _shared("1377/QĐ-UBND", "04/8/2025", UBND, "QĐ"),
            " của Ủy ban nhân dân tỉnh về quản lý hoạt động sáng kiến và các Công văn ",
            _shared("512/SKHCN-QLKH", "05/5/2025", OWN, "CV"),
            ", ",
            _shared("688/SKHCN-QLKH", "20/6/2025", OWN, "CV"),
            " của Sở Khoa học và Công nghệ về việc hướng dẫn triển khai, các cơ quan, đơn vị đã "
            "tích cực xét công nhận, áp dụng sáng kiến vào thực tiễn.",
        ),
        p(
            "Qua theo dõi, Sở nhận được báo cáo của ",
            count("61/75 đơn vị", role="part"),
            " (đạt ",
            percent("81,3%", "đơn vị", role="part"),
            "). Để kịp thời tổng hợp, báo cáo Ủy ban nhân dân tỉnh theo chỉ đạo tại ",
            cite("Thông báo", "215/TB-UBND", "29/8/2025", UBND),
            ", Sở Khoa học và Công nghệ đề nghị các cơ quan, đơn vị thực hiện các nội dung sau:",
        ),
        p(
            "1. Rà soát việc thành lập, kiện toàn hội đồng sáng kiến cơ sở theo quy định tại ",
            cite("Nghị định", "13/2012/NĐ-CP", "02/3/2012", "Chính phủ"),
            " ban hành Điều lệ Sáng kiến; kịp thời bổ sung thành viên sau khi sắp xếp tổ chức bộ "
            "máy.",
        ),
        p(
            "2. Tổng hợp kết quả công nhận sáng kiến theo biểu mẫu gửi kèm; đánh giá hiệu quả, "
            "phạm vi áp dụng và đề xuất sáng kiến có khả năng nhân rộng.",
        ),
        p(
            "3. Đề xuất khó khăn, vướng mắc và kiến nghị giải pháp tháo gỡ trong quản lý hoạt động "
            "sáng kiến ở cơ quan, đơn vị, địa phương.",
        ),
        p(
            "Báo cáo gửi về Sở Khoa học và Công nghệ (qua Phòng Quản lý khoa học) ",
            day("trước ngày 25/9/2025", "deadline"),
            ", bản mềm gửi qua Hệ thống quản lý văn bản và điều hành để tổng hợp.",
        ),
        p("Đề nghị các cơ quan, đơn vị quan tâm phối hợp thực hiện./."),
    ),
    copies=(
        "Như trên",
        "Ủy ban nhân dân tỉnh (b/c)",
        "Giám đốc, các Phó Giám đốc Sở",
        "Lưu: VT, QLKH",
    ),
    authority="KT. GIÁM ĐỐC",
    signer_title="PHÓ GIÁM ĐỐC",
    signer_name="Nguyễn Thế Khiêm",
    audit=(
        Audit("overlaid_number", True, "927 and 08 lie in annotations over blanks of the page"),
        Audit("percent_of_total", True, "61/75 = 81,3%"),
        Audit("deadline_after_issue", True, "25/9/2025 lies after 08/9/2025"),
    ),
)
