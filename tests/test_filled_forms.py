"""Papers printed on forms: dotted lines filled in, rules alone in a file, lists of articles."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.extract.citations.extract import extract_citations
from pipeline.extract.dates.extract import extract_dates
from pipeline.grammar.symbols import normalise_symbol
from pipeline.model import CitationMention, DateMention
from tests.figure_papers import figures, found, paper, rules
from tests.laid_out import document, head
from tests.layout_pages import head_of, value

ISSUED = dt.date(2004, 3, 14)
ENCLOSED = "(Ban hành kèm theo Quyết định số: …17…./2007/QĐ-UBND ngày …09.. tháng 5 năm 2007)"


def cited(words: str, number: str | None = None) -> tuple[CitationMention, ...]:
    return extract_citations(document([("paragraph", words)], head("QyĐ", number)), rules())


def dated(words: str) -> tuple[DateMention, ...]:
    dispatch = document([("paragraph", words)], head("QyĐ", issued_on=ISSUED))
    return extract_dates(dispatch, extract_citations(dispatch, rules()), rules())


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Số: ...123.../TB-SCN", "123/TB-SCN"),
        ("Số: …05…./2006/ QĐ-UBND", "05/2006/QĐ-UBND"),
        ("Số: 12..../TB-SCN", "12/TB-SCN"),
        ("Số: …/TB-SCN", "/TB-SCN"),
    ],
)
def test_a_number_typed_into_its_dotted_line(printed: str, number: str) -> None:
    read = normalise_symbol(printed, rules())
    assert read is not None
    assert read.doc_number == number


def test_a_filled_in_number_and_day_are_cited() -> None:
    (row,) = cited("Theo Công văn số ....45/SNV-TCCB ngày ..5.. tháng 2 năm 2004 của Sở Nội vụ.")
    assert (row.cited_number, row.cited_on) == ("45/SNV-TCCB", dt.date(2004, 2, 5))
    assert cited("mục 1.12..../QĐ-UBND") == ()


def test_the_head_of_a_filled_in_form() -> None:
    read = head_of(
        "ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TỈNH VÂN KHÊ             Độc lập - Tự do - Hạnh phúc\n"
        "Số: ..12../QĐ-UBND       Vân Khê, ngày ..14.. tháng ..3.. năm 2004\n"
        "QUYẾT ĐỊNH\nVề việc khen thưởng\n"
    )
    assert (value(read.doc_number), read.issued_on) == ("12/QĐ-UBND", ISSUED)


@pytest.mark.parametrize(
    ("words", "day", "role"),
    [
        ("Đến hết quý II/2005, các sở xây dựng xong quy chế.", "2005-06-30", "period"),
        ("Từ nay đến hết quý IV năm 2004 hoàn thành hồ sơ.", "2004-12-31", "deadline"),
        (ENCLOSED, "2007-05-09", "issued"),
        ("Trả lời công văn không số ngày 26/6/2003 của Công ty Mẫu.", "2003-06-26", "cited"),
    ],
)
def test_days_at_the_end_of_a_quarter_and_in_dots(words: str, day: str, role: str) -> None:
    (row,) = dated(words)
    assert (row.date_start, row.date_end, row.role) == (*[dt.date.fromisoformat(day)] * 2, role)


def test_a_stretch_of_school_years_is_one_period() -> None:
    (row,) = dated("Có thành tích từ năm học 1999 - 2000 đến hết năm học 2002 - 2003.")
    assert (row.date_start, row.date_end) == (dt.date(1999, 1, 1), dt.date(2003, 12, 31))
    apart = dated("So sánh năm học 1999 - 2000 và năm học 2002 - 2003.")
    assert [day.date_start.year for day in apart] == [1999, 2002]


def test_a_quarter_is_whole_where_no_end_is_said() -> None:
    (row,) = dated("Trong quý II/2005 xây dựng xong.")
    assert (row.date_start, row.date_end) == (dt.date(2005, 4, 1), dt.date(2005, 6, 30))


def test_rules_alone_in_a_file_do_not_cite_the_paper_that_issued_them() -> None:
    assert cited(ENCLOSED) == ()
    assert len(cited(ENCLOSED, "12/KH-UBND")) == 1  # a paper with a number of its own does
    assert len(cited("Danh sách gửi kèm theo Quyết định số 17/2007/QĐ-UBND.")) == 1


@pytest.mark.parametrize(
    ("printed", "number", "issuer"),
    [
        ("số 71/1998/QĐ-TCCB.ĐT ngày 12/8/1998 của Bộ Mẫu", "71/1998/QĐ-TCCB.ĐT", "Bộ Mẫu"),
        ("số 11/1998/QĐ- TC.CCVC của Bộ trưởng, Trưởng ban Ban Mẫu", "11/1998/QĐ-TC.CCVC",
         "Bộ trưởng, Trưởng ban Ban Mẫu"),
        ("số 12/QĐ-UBND.Căn cứ", "12/QĐ-UBND", None),
        ("số 12/QĐ-UBND.CĂN CỨ", "12/QĐ-UBND", None),
    ],
)  # fmt: skip
def test_a_unit_behind_a_point_belongs_to_the_number(
    printed: str, number: str, issuer: str | None
) -> None:
    (row,) = cited(f"Theo Quyết định {printed}")
    assert (row.cited_number, row.cited_issuer) == (number, issuer)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Miễn tiền thuê đất theo các Điều 14, 15, và 16 Bản Quy định này.", []),
        ("Dự án thuộc Danh mục 1 Ngành nghề ưu đãi.", []),
        ("Mục tiêu không còn phòng học 3 ca ở các xã.", []),
        ("Theo Điều 5 và 12 tập thể được khen.", [12]),
        ("Đã công bố danh mục 15 thủ tục hành chính.", [15]),
        ("Đã trả lại cho công dân 433,3 chỉ vàng.", [433.3]),
        ("Có 12 người suy giảm khả năng lao động từ 31% trở lên.", [12]),
        ("Sản lượng suy giảm 31% so với năm 2010.", [31]),
    ],
)
def test_articles_that_are_named_count_nothing(words: str, values: list[float]) -> None:
    assert [count for count, _ in found(words)] == values


LAW = """{type}
{name}

Căn cứ vào Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992;
{type} này quy định về tổ chức.
Điều 1. Phạm vi điều chỉnh.
Điều 2. Hiệu lực thi hành.

Hà Nội, ngày 16 tháng 4 năm 1998
TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI
CHỦ TỊCH
Lê Văn Khoái
"""


@pytest.mark.parametrize("name", ["CÔNG ĐOÀN", "THANH TRA", "THUẾ TÀI NGUYÊN (SỬA ĐỔI)"])
def test_a_law_is_about_the_body_that_its_name_tells(name: str) -> None:
    read = head_of(LAW.format(type="LUẬT", name=name))
    assert value(read.subject) == name


def test_an_ordinance_without_a_head_is_dated_above_its_signature() -> None:
    read = head_of(LAW.format(type="PHÁP LỆNH", name="THUẾ TÀI NGUYÊN"))
    assert (read.genre, read.issued_on) == ("dispatch", dt.date(1998, 4, 16))
    assert head_of(LAW.format(type="LUẬT", name="QUỐC HỘI")).subject is None


@pytest.mark.parametrize(
    ("lines", "subject"),
    [
        ("của Ban Thường vụ Tỉnh ủy\nvề tăng cường công tác dân vận",
         "về tăng cường công tác dân vận"),
        ("của Ban Thường vụ Tỉnh ủy (khóa XII) về tăng cường\ncông tác dân vận",
         "về tăng cường công tác dân vận"),
        ("của Ban Chấp hành Đảng bộ tỉnh\ntại Đại hội lần thứ XV",
         "của Ban Chấp hành Đảng bộ tỉnh tại Đại hội lần thứ XV"),
        ("của Ban Chỉ đạo quốc gia về chuyển đổi số",
         "của Ban Chỉ đạo quốc gia về chuyển đổi số"),
    ],
)  # fmt: skip
def test_who_directs_in_small_letters_is_not_what_about(lines: str, subject: str) -> None:
    read = head_of(
        "TỈNH ỦY VÂN KHÊ         ĐẢNG CỘNG SẢN VIỆT NAM\n        *\n"
        f"Số 14-CT/TU       Vân Khê, ngày 22 tháng 9 năm 2006\n\nCHỈ THỊ\n{lines}\n\n"
        "Thời gian qua, các cấp ủy đã quan tâm lãnh đạo công tác này.\n1. Các cấp ủy quán triệt.\n"
    )
    assert value(read.subject) == subject


def test_old_numbers_in_a_row_have_the_word_of_the_first() -> None:
    rows = cited(
        "Bãi bỏ các Quyết định số 25-CP, 26-CP ngày 21-1-1981 và số 146-HĐBT ngày 25-8-1982."
    )
    assert [(row.cited_type, row.cited_number) for row in rows] == [
        ("QĐ", "25-CP"), ("QĐ", "26-CP"), ("QĐ", "146-HĐBT")
    ]  # fmt: skip
    assert cited("Giao sản phẩm loại 12-A, 13-A cho kho.") == ()


def test_what_is_to_be_done_from_now_on_is_a_target() -> None:
    words = "Từ nay đến hết quý IV/2011 hoàn thành kết nối cho 45 xã. Từ năm 2010 đến nay có 5 cầu."
    assert [row.role for row in figures(paper(words))] == ["target", "result"]
