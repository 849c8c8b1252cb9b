"""A draft decision whose number and day are blank, with its awardees inline (DOCX)."""

from __future__ import annotations

from tests.samples.marks import Cite, Who, cite, count, day, month
from tests.samples.sample import Audit, Para, Sample, article, basis, center, item

AWARD = "Giấy khen"
BY = "Chủ tịch Ủy ban nhân dân huyện"
NUMBER = "/QĐ-UBND"
BLANK = month("ngày      tháng 6 năm 2024", "issued")


def _item(label: str, who: Who, end: str) -> Para:
    return item(label, who, end)


def _group(label: str, name: str, end: str) -> Para:
    who = Who(name, "awardee", kind="collective", award=AWARD, by=BY, year=2024, decision=NUMBER)
    return _item(label, who, end)


def _person(label: str, honorific: str, name: str, post: str, unit: str, end: str) -> Para:
    who = Who(
        name, "awardee", shape="{honorific} {name}, {position}, {workplace}", honorific=honorific,
        position=post, workplace=unit, award=AWARD, by=BY, year=2024, decision=NUMBER,
    )  # fmt: skip
    return _item(label, who, end)


SAMPLE = Sample(
    name="du-thao-qd-ubnd-van-khe",
    suffix="docx",
    kind="office",
    doc_type="QĐ",
    number=NUMBER,
    printed_number="Số:        /QĐ-UBND",
    place="Vân Khê",
    place_date=BLANK,
    parent=("UBND TỈNH CAO BẰNG",),
    issuer=("ỦY BAN NHÂN DÂN", "HUYỆN VÂN KHÊ"),
    mark="DỰ THẢO",
    title="QUYẾT ĐỊNH",
    subject_lead="Về việc ",
    subject=(
        "tặng Giấy khen cho các tập thể, cá nhân có thành tích trong Hội khỏe Phù Đổng huyện",
    ),
    body=(
        center("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN VÂN KHÊ"),
        basis(
            "Căn cứ Luật Tổ chức chính quyền địa phương ",
            day("ngày 19 tháng 6 năm 2015", "cited"),
            ";",
        ),
        basis("Căn cứ Luật Thi đua, khen thưởng ", day("ngày 15 tháng 6 năm 2022", "cited"), ";"),
        basis(
            "Căn cứ ",
            cite("Nghị định", "98/2023/NĐ-CP", "31/12/2023", "Chính phủ"),
            " quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng;",
        ),
        basis(
            "Theo đề nghị của Trưởng Phòng Nội vụ tại ",
            Cite(
                ("Tờ trình số       /TTr-NV ", month("ngày      tháng 6 năm 2024", "cited")),
                "TTr",
                "/TTr-NV",
                None,
                "Trưởng Phòng Nội vụ",
            ),
            ".",
        ),
        center("QUYẾT ĐỊNH:"),
        article(
            "Điều 1.",
            "Tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện cho ",
            count("03 tập thể", award=AWARD, by=BY),
            " và ",
            count("02 cá nhân", award=AWARD, by=BY),
            " đã có thành tích xuất sắc trong Hội khỏe Phù Đổng huyện, gồm:",
        ),
        item("I. Tập thể:"),
        _group("1. ", "Trường Tiểu học Đồng Lạc", ";"),
        _group("2. ", "Trường Trung học cơ sở Xuân Tảo", ";"),
        _group("3. ", "Trường Trung học phổ thông Vân Khê", "."),
        item("II. Cá nhân:"),
        _person("1. ", "Ông", "Đàm Quang Hiệu", "Giáo viên", "Trường Tiểu học Đồng Lạc", ";"),
        _person("2. ", "Bà", "Lý Thị Huyền", "Giáo viên", "Trường Trung học cơ sở Xuân Tảo", "."),
        article(
            "Điều 2.",
            "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện, Trưởng Phòng "
            "Nội vụ và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định "
            "này./.",
        ),
    ),
    copies=("Như Điều 2", "Chủ tịch, các PCT UBND huyện", "Lưu: VT, NV"),
    authority="KT. CHỦ TỊCH",
    signer_title="PHÓ CHỦ TỊCH",
    signer_name="Bế Ích Quân",
    audit=(
        Audit("list_count", True, "3 collectives and 2 persons, 03 tập thể và 02 cá nhân reported"),
        Audit("draft", False, "number and day blank"),
    ),
)
