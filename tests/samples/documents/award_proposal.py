"""A tờ trình that proposes collectives and persons for an award (DOCX)."""

from __future__ import annotations

from tests.samples.marks import Piece, Who, cite, count, day, year
from tests.samples.sample import Audit, Grid, NewPage, Sample, center, p, under

NUMBER = "64/TTr-UBND"
AWARD = "Bằng khen"
BY = "Chủ tịch Ủy ban nhân dân tỉnh"
GROUPS = ("Trường Tiểu học Đồng Lạc", "Trạm Y tế xã Xuân Tảo", "Hợp tác xã Nông nghiệp Lạc Thành")
PEOPLE = (
    ("Bà", "Nông Thị Thu Hiền", "Hiệu trưởng", "Trường Trung học cơ sở Đồng Lạc"),
    ("Ông", "Triệu Quốc Bảo", "Bí thư", "Đảng ủy xã Xuân Tảo"),
    ("Ông", "Hứa Văn Tài", "Giám đốc", "Hợp tác xã Nông nghiệp Lạc Thành"),
    ("Bà", "Chu Thị Diễm Hằng", "Chuyên viên", "Phòng Kinh tế và Hạ tầng huyện Vân Khê"),
    ("Ông", "Lê Đình Tuyên", "Trưởng thôn", "Thôn Bình An, xã Đồng Lạc"),
)


def _rows() -> tuple[tuple[tuple[Piece, ...], ...], ...]:
    rows: list[tuple[tuple[Piece, ...], ...]] = [(("I. TẬP THỂ",),)]
    for n, name in enumerate(GROUPS, 1):
        who = Who(name, "nominee", kind="collective", award=AWARD, by=BY)
        rows.append(((str(n),), (who,), (), ()))
    rows.append((("II. CÁ NHÂN",),))
    for n, (honorific, name, position, workplace) in enumerate(PEOPLE, 1):
        who = Who(
            name, "nominee", shape="{honorific} {name}", honorific=honorific, position=position,
            workplace=workplace, award=AWARD, by=BY,
        )  # fmt: skip
        rows.append(((str(n),), (who,), (position,), (workplace,)))
    return tuple(rows)


SAMPLE = Sample(
    name="ttr-64-ubnd-van-khe",
    suffix="docx",
    kind="office",
    doc_type="TTr",
    number=NUMBER,
    issued_on="2024-05-06",
    place="Vân Khê",
    place_date=day("ngày 06 tháng 5 năm 2024", "issued"),
    parent=("UBND TỈNH CAO BẰNG",),
    issuer=("ỦY BAN NHÂN DÂN", "HUYỆN VÂN KHÊ"),
    title="TỜ TRÌNH",
    subject_lead="Về việc ",
    subject=(
        "đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho các tập thể, cá nhân có "
        "thành tích xuất sắc trong xây dựng nông thôn mới ",
        year("giai đoạn 2021-2023"),
    ),
    addressees=(
        "Chủ tịch Ủy ban nhân dân tỉnh",
        "Hội đồng Thi đua - Khen thưởng tỉnh",
    ),
    body=(
        p(
            "Căn cứ Luật Thi đua, khen thưởng ",
            day("ngày 15 tháng 6 năm 2022", "cited"),
            " và ",
            cite("Nghị định", "98/2023/NĐ-CP", "31/12/2023", "Chính phủ"),
            " quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng;",
        ),
        p(
            "Thực hiện ",
            cite("Công văn", "391/SNV-TĐKT", "12/3/2024", "Sở Nội vụ"),
            " về việc lập hồ sơ đề nghị khen thưởng phong trào xây dựng nông thôn mới; căn cứ ",
            cite(
                "Biên bản",
                "07/BB-HĐTĐKT",
                "25/4/2024",
                "Hội đồng Thi đua - Khen thưởng huyện Vân Khê",
            ),
            ",",
        ),
        p(
            "Ủy ban nhân dân huyện Vân Khê đề nghị Chủ tịch Ủy ban nhân dân tỉnh xem xét, tặng "
            "Bằng khen cho ",
            count("03 tập thể", award=AWARD, by=BY),
            " và ",
            count("05 cá nhân", award=AWARD, by=BY),
            " đã có thành tích xuất sắc trong xây dựng nông thôn mới ",
            year("giai đoạn 2021-2023"),
            " (có danh sách kèm theo).",
        ),
        p(
            "Ủy ban nhân dân huyện cam kết các tập thể, cá nhân được đề nghị đủ điều kiện, tiêu "
            "chuẩn theo quy định, không trong thời gian xem xét kỷ luật và đã nhận được sự đồng "
            "thuận của nhân dân nơi cư trú, công tác.",
        ),
        p("Kính trình Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định./."),
    ),
    copies=("Như trên", "Sở Nội vụ", "Thường trực Huyện ủy", "Lưu: VT, NV"),
    authority="KT. CHỦ TỊCH",
    signer_title="PHÓ CHỦ TỊCH",
    signer_name="Bế Ích Quân",
    annex=(
        NewPage(),
        center("DANH SÁCH"),
        center("Tập thể, cá nhân đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"),
        under(
            f"(Kèm theo Tờ trình số {NUMBER} ",
            day("ngày 06 tháng 5 năm 2024", "issued"),
            " của Ủy ban nhân dân huyện Vân Khê)",
        ),
        Grid(("TT", "Họ và tên", "Chức vụ", "Đơn vị công tác"), _rows(), (0.08, 0.34, 0.22, 0.36)),
    ),
    audit=(
        Audit("list_count", True, "3 collectives and 5 persons listed, 03 tập thể và 05 cá nhân"),
    ),
)
