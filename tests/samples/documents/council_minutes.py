"""Minutes of a council that votes on nominees (DOCX): no place line, chair and secretary sign."""

from __future__ import annotations

from tests.samples.marks import Figure, Idea, Piece, Who, count, day, percent, year
from tests.samples.sample import Audit, Grid, Sample, h, item, p

AWARD = "Giấy khen"
BY = "Giám đốc Công ty"
ROWS = (
    ("Ông", "Trần Đăng Khoát", "Trưởng phòng Nghiên cứu",
     "Chiết xuất cao giảo cổ lam bằng dung môi nước tuần hoàn", 9),
    ("Bà", "Nguyễn Thị Hoài Thương", "Dược sĩ Phòng Kiểm nghiệm",
     "Định lượng nhanh saponin bằng phương pháp đo quang", 9),
    ("Ông", "Lương Văn Hới", "Tổ trưởng Tổ Sấy",
     "Cải tạo khay sấy lật giúp dược liệu khô đều", 8),
    ("Bà", "Đàm Thị Quỳnh Trang", "Nhân viên Phòng Kinh doanh",
     "Truy xuất nguồn gốc dược liệu bằng mã QR trên từng lô", 7),
)  # fmt: skip
SHARES = {9: "100%", 8: "88,9%", 7: "77,8%"}


def _table() -> tuple[tuple[tuple[Piece, ...], ...], ...]:
    rows = []
    for n, (honorific, name, position, title, votes) in enumerate(ROWS, 1):
        idea = Idea(title, "sáng kiến", (name,))
        who = Who(
            name, "nominee", shape="{honorific} {name}", honorific=honorific, position=position,
            award=AWARD, by=BY, initiative=idea,
        )  # fmt: skip
        role = "result" if votes == 9 else "part"
        vote = Figure(f"{votes:02}/09 phiếu", votes, "phiếu", role=role, of=9)
        share = percent(SHARES[votes], "phiếu", role=role)
        rows.append(((str(n),), (who,), (position,), (idea,), (vote, " (", share, ")")))
    return tuple(rows)


SAMPLE = Sample(
    name="bb-05-hoi-dong-sang-kien-tra-son",
    suffix="docx",
    kind="office",
    doc_type="BB",
    number="05/BB-HĐSK",
    issued_on="2024-11-22",
    parent=("CÔNG TY CỔ PHẦN DƯỢC LIỆU TRÀ SƠN",),
    issuer=("HỘI ĐỒNG SÁNG KIẾN",),
    title="BIÊN BẢN",
    subject=(
        "Họp Hội đồng Sáng kiến xét công nhận và đề nghị khen thưởng sáng kiến ",
        year("năm 2024"),
    ),
    body=(
        p(
            "Hôm nay, vào hồi 14 giờ 00 phút ",
            day("ngày 22 tháng 11 năm 2024", "event"),
            ", tại Phòng họp số 2, Hội đồng Sáng kiến Công ty Cổ phần Dược liệu Trà Sơn tổ chức "
            "họp xét công nhận và đề nghị khen thưởng sáng kiến.",
        ),
        h("I. THÀNH PHẦN"),
        item("1. Chủ trì: Ông Đặng Thế Vinh, Phó Giám đốc, Chủ tịch Hội đồng."),
        item("2. Thư ký: Bà Phùng Thị Kim Oanh, Chuyên viên Phòng Tổ chức."),
        item("3. Thành viên Hội đồng:"),
        item("- ", Figure("Có mặt: 09/09", 9, "thành viên", of=9), " thành viên."),
        item("- ", Figure("Vắng: 0", 0, "thành viên"), "."),
        h("II. NỘI DUNG"),
        p(
            "1. Thư ký báo cáo kết quả thẩm định hồ sơ. Các tác giả trình bày tóm tắt nội dung, "
            "khả năng áp dụng và hiệu quả của sáng kiến; các thành viên Hội đồng đặt câu hỏi, nhận "
            "xét.",
        ),
        p(
            "2. Hội đồng bỏ phiếu kín đề nghị Giám đốc Công ty tặng Giấy khen cho ",
            count("04 cá nhân", award=AWARD, by=BY),
            " có sáng kiến tiêu biểu. Kết quả kiểm phiếu như sau:",
        ),
        Grid(
            ("TT", "Họ và tên", "Chức vụ", "Tên sáng kiến", "Số phiếu đồng ý"),
            _table(),
            (0.07, 0.24, 0.2, 0.31, 0.18),
        ),
        h("III. KẾT LUẬN"),
        p(
            "Hội đồng thống nhất công nhận các sáng kiến nêu trên và giao Thư ký hoàn thiện hồ sơ, "
            "trình Giám đốc Công ty ",
            day("trước ngày 30/11/2024", "deadline"),
            ".",
        ),
        p(
            "Cuộc họp kết thúc vào hồi 16 giờ 30 phút cùng ngày. Biên bản đã được đọc lại cho các "
            "thành viên cùng nghe và thống nhất thông qua./.",
        ),
    ),
    copies=("Giám đốc Công ty (để b/c)", "Thành viên Hội đồng", "Lưu: VT, HĐSK"),
    signer_title="CHỦ TRÌ",
    signer_name="Đặng Thế Vinh",
    left_sign=("THƯ KÝ", "Phùng Thị Kim Oanh"),
    audit=(
        Audit("list_count", True, "4 nominees in the table, 04 cá nhân reported"),
        Audit("vote_share", True, "09/09 = 100%; 08/09 = 88,9%; 07/09 = 77,8%"),
        Audit("place_date_line", False, "no place-date line; the day of the meeting is taken"),
    ),
)
