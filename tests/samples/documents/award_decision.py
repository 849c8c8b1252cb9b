"""An award decision with two ruled tables over two pages (PDF)."""

from __future__ import annotations

from tests.samples.marks import Idea, Piece, Who, cite, count, day, money, year
from tests.samples.sample import (
    Audit,
    Grid,
    NewPage,
    Para,
    Sample,
    article,
    basis,
    center,
    listed,
    under,
)

NUMBER = "318/QĐ-CĐVS"
BY = "Tổng Giám đốc Tổng công ty Cơ điện Vân Sơn"
Cells = tuple[tuple[Piece, ...], ...]

GROUPS = (
    ("Phân xưởng Khuôn mẫu", "Công ty TNHH Đúc Vân Sơn",
     "Áp dụng khuôn cát nhựa furan thay khuôn cát sét để giảm tỷ lệ phế phẩm vật đúc lớn"),
    ("Phòng Kỹ thuật", "Công ty Cổ phần Thiết bị điện Vân Sơn",
     "Thiết kế tủ hợp bộ trung thế cách điện khí khô dùng cho trạm kiểu kín"),
    ("Tổ Sơn tĩnh điện", "Công ty Cổ phần Kết cấu thép Lạc Thành",
     "Thu hồi và tái sử dụng bột sơn tại buồng phun tự động"),
    ("Đội Xe vận tải số 2", "Công ty TNHH Vận tải Hải Vân Sơn",
     "Tối ưu lộ trình chuyên chở thiết bị siêu trường, siêu trọng"),
)  # fmt: skip
AUTHORS = (
    ("Nguyễn Hữu Tường", "Trưởng phòng Kỹ thuật", "Công ty TNHH Đúc Vân Sơn",
     "Tự động hóa khâu phối liệu lò trung tần bằng cân điện tử kết nối máy tính"),
    ("Phạm Thị Thanh Nhàn", "Kỹ sư công nghệ", "Công ty TNHH Đúc Vân Sơn",
     "Quy trình nhiệt luyện gang cầu đẳng nhiệt"),
    ("Đỗ Quang Vịnh", "Phó Quản đốc Phân xưởng Lắp ráp",
     "Công ty Cổ phần Thiết bị điện Vân Sơn",
     "Chế tạo bàn gá xoay lắp ráp lõi máy biến áp"),
    ("Lê Thị Ngọc Ánh", "Nhân viên thí nghiệm", "Công ty Cổ phần Thiết bị điện Vân Sơn",
     "Cải tiến mạch đo tổn hao không tải máy biến áp phân phối"),
    ("Bùi Văn Khoát", "Công nhân hàn bậc 6", "Công ty Cổ phần Kết cấu thép Lạc Thành",
     "Đồ gá hàn dầm hộp hạn chế biến dạng"),
    ("Trịnh Công Phú", "Tổ trưởng Tổ Cắt CNC", "Công ty Cổ phần Kết cấu thép Lạc Thành",
     "Sắp xếp bản vẽ cắt để tận dụng thép tấm dư"),
    ("Cao Xuân Lập", "Đội trưởng Đội Cẩu", "Công ty TNHH Vận tải Hải Vân Sơn",
     "Dầm nâng cân bằng dùng cho máy biến áp trên 60 tấn"),
    ("Vương Thị Thùy Linh", "Chuyên viên Ban Kế hoạch", "Cơ quan Tổng công ty",
     "Phần mềm theo dõi tiến độ hợp đồng theo thời gian thực"),
)  # fmt: skip
STAFF = (
    ("Công ty TNHH Đúc Vân Sơn", (
        ("Hà Đức Thuận", "Giám đốc"),
        ("Ngô Thị Lan Phương", "Kế toán trưởng"),
        ("Phan Bá Trực", "Công nhân Phân xưởng Đúc"),
        ("Lại Văn Sính", "Thợ cơ điện"),
    )),
    ("Công ty Cổ phần Thiết bị điện Vân Sơn", (
        ("Đào Duy Hiển", "Phó Giám đốc"),
        ("Nguyễn Thị Thu Hằng", "Trưởng phòng Tổ chức - Hành chính"),
        ("Mạc Văn Tiệp", "Công nhân quấn dây bậc 5"),
    )),
    ("Công ty TNHH Vận tải Hải Vân Sơn", (
        ("Quách Đình Nam", "Lái xe"),
        ("Tạ Minh Châu", "Nhân viên điều độ"),
        ("Kiều Thị Hồng Vân", "Thủ kho"),
    )),
)  # fmt: skip


def _who(name: str, kind: str, position: str | None, workplace: str, idea: Idea | None) -> Who:
    return Who(
        name, "awardee", kind=kind, position=position, workplace=workplace,
        award="Giấy khen", by=BY, year=2023, decision=NUMBER, initiative=idea,
    )  # fmt: skip


def _with_ideas() -> tuple[Cells, ...]:
    rows: list[Cells] = [(("A. TẬP THỂ",),)]
    for n, (name, unit, title) in enumerate(GROUPS, 1):
        idea = Idea(title, "sáng kiến", (name,))
        who = _who(name, "collective", None, unit, idea)
        rows.append(((str(n),), (who,), (), (unit,), (idea,)))
    rows.append((("B. CÁ NHÂN",),))
    for n, (name, post, unit, title) in enumerate(AUTHORS, 1):
        idea = Idea(title, "sáng kiến", (name,))
        who = _who(name, "person", post, unit, idea)
        rows.append(((str(n),), (who,), (post,), (unit,), (idea,)))
    return tuple(rows)


def _by_unit() -> tuple[Cells, ...]:
    rows: list[Cells] = []
    n = 0
    for unit, people in STAFF:
        rows.append(((unit,),))
        for name, post in people:
            n += 1
            rows.append(((str(n),), (_who(name, "person", post, unit, None),), (post,), ()))
    return tuple(rows)


SAMPLE = Sample(
    name="qd-318-co-dien-van-son-giay-khen",
    suffix="pdf",
    kind="born",
    doc_type="QĐ",
    number=NUMBER,
    issued_on="2024-01-12",
    place="Hải Phòng",
    place_date=day("ngày 12 tháng 01 năm 2024", "issued"),
    parent=("TẬP ĐOÀN CÔNG NGHIỆP HẢI VÂN SƠN",),
    issuer=("TỔNG CÔNG TY CƠ ĐIỆN VÂN SƠN",),
    title="QUYẾT ĐỊNH",
    subject_lead="Về việc ",
    subject=("tặng Giấy khen cho các tập thể, cá nhân có thành tích xuất sắc ", year("năm 2023")),
    body=(
        center("TỔNG GIÁM ĐỐC TỔNG CÔNG TY CƠ ĐIỆN VÂN SƠN"),
        basis("Căn cứ Luật Thi đua, khen thưởng ", day("ngày 15 tháng 6 năm 2022", "cited"), ";"),
        basis(
            "Căn cứ ",
            cite("Nghị định", "98/2023/NĐ-CP", "31/12/2023", "Chính phủ"),
            " quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng;",
        ),
        basis(
            "Căn cứ ",
            cite(
                "Quyết định",
                "45/QĐ-HĐTV",
                "10/3/2021",
                "Hội đồng thành viên Tổng công ty Cơ điện Vân Sơn",
            ),
            " ban hành Quy chế thi đua, khen thưởng;",
        ),
        basis(
            "Xét ",
            cite("Tờ trình", "27/TTr-TCNS", "05/01/2024", "Trưởng Ban Tổ chức Nhân sự"),
            " về việc khen thưởng ",
            year("năm 2023"),
            ".",
        ),
        center("QUYẾT ĐỊNH:"),
        article(
            "Điều 1.",
            "Tặng Giấy khen của Tổng Giám đốc Tổng công ty Cơ điện Vân Sơn cho ",
            count("04 tập thể", award="Giấy khen", by=BY),
            " và ",
            count("18 cá nhân", award="Giấy khen", by=BY),
            " đã có thành tích xuất sắc trong lao động, sản xuất và phong trào sáng kiến, cải tiến "
            "kỹ thuật ",
            year("năm 2023"),
            " (có danh sách kèm theo).",
        ),
        article(
            "Điều 2.",
            "Mức tiền thưởng kèm theo Giấy khen là ",
            money("5.000.000 đồng/tập thể"),
            " và ",
            money("2.000.000 đồng/cá nhân"),
            ". Tổng số tiền thưởng là ",
            money("56.000.000 đồng", role="total"),
            " (Năm mươi sáu triệu đồng chẵn), trích từ Quỹ khen thưởng của Tổng công ty.",
        ),
        article(
            "Điều 3.",
            "Chánh Văn phòng, Trưởng Ban Tổ chức Nhân sự, Trưởng Ban Tài chính Kế toán, "
            "Giám đốc các đơn vị thành viên và các tập thể, cá nhân có tên tại Điều 1 chịu trách "
            "nhiệm thi hành Quyết định này./.",
        ),
    ),
    copies=(
        "Như Điều 3",
        "Tập đoàn Công nghiệp Hải Vân Sơn (để b/c)",
        "Đảng ủy, Công đoàn Tổng công ty",
        "Lưu: VT, TCNS",
    ),
    signer_title="TỔNG GIÁM ĐỐC",
    signer_name="Đinh Trọng Hiệp",
    annex=(
        NewPage(),
        center("DANH SÁCH"),
        center("Tập thể, cá nhân được tặng Giấy khen của Tổng Giám đốc ", year("năm 2023")),
        under(
            f"(Kèm theo Quyết định số {NUMBER} ",
            day("ngày 12 tháng 01 năm 2024", "issued"),
            " của Tổng Giám đốc Tổng công ty Cơ điện Vân Sơn)",
        ),
        Para(("I. TẬP THỂ, CÁ NHÂN CÓ SÁNG KIẾN XUẤT SẮC",), "heading"),
        Grid(
            ("TT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Tên sáng kiến"),
            _with_ideas(),
            (0.07, 0.2, 0.18, 0.22, 0.33),
        ),
        Para(("II. CÁ NHÂN HOÀN THÀNH XUẤT SẮC NHIỆM VỤ",), "heading"),
        Grid(
            ("TT", "Họ và tên", "Chức vụ", "Ghi chú"),
            _by_unit(),
            (0.08, 0.34, 0.42, 0.16),
            repeat_header=False,
        ),
    ),
    audit=(
        listed(4, "04 tập thể"),
        Audit("list_count", True, "18 listed (8 in part I, 10 in part II), 18 cá nhân reported"),
        Audit("amount_product", True, "56.000.000 = 4 x 5.000.000 + 18 x 2.000.000"),
    ),
)
