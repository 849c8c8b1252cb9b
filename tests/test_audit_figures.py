"""Totals, parts, percentages and amounts: what is a contradiction, and what never is."""

from __future__ import annotations

import pytest

from tests.audited import audited, letter, verdicts


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Có 12 sáng kiến: y tế có 05, nông nghiệp 04, công nghiệp 03.", ["consistent"]),
        ("Có 12 sáng kiến: y tế có 05, nông nghiệp 04, công nghiệp 02.", ["contradiction"]),
        ("Tặng 32 tập thể, cá nhân (gồm 12 tập thể và 20 cá nhân).", ["consistent"]),
        ("Tặng 32 tập thể, cá nhân (gồm 12 tập thể và 21 cá nhân).", ["contradiction"]),
        (
            "Có 70 tổ công đoàn, trong đó 34 tổ công đoàn doanh nghiệp, còn lại 36 tổ công đoàn "
            "cơ quan.",
            ["consistent"],
        ),
        (
            "Có 70 tổ công đoàn, trong đó 34 tổ công đoàn doanh nghiệp, còn lại 37 tổ công đoàn "
            "cơ quan.",
            ["contradiction"],
        ),
        # The last of them is money, and no part.
        ("Có 12 sáng kiến: cấp tỉnh 5, cấp huyện 4, làm lợi 12,5 tỷ đồng.", ["not_checkable"]),
        ("Trường có 572 em (nữ: 281 em; dân tộc: 43 em; khuyết tật: 5 em).", ["not_checkable"]),
        # `trong đó` names some of the parts: they need not add up.
        ("Có 900 cá nhân, trong đó có 78 cá nhân cấp tỉnh, 09 cá nhân toàn quốc.",
         ["not_checkable"]),
        ("Gồm 10 tập thể và một số cá nhân.", []),
        ("Tặng 30 tập thể, cá nhân (gồm 12 tập thể, 10 cá nhân và nhiều gia đình).",
         ["not_checkable"]),
    ],
)  # fmt: skip
def test_a_total_is_held_against_parts_that_are_all_of_it(body: str, wanted: list[str]) -> None:
    assert verdicts(letter(body), "breakdown_sum") == wanted


@pytest.mark.parametrize(
    "body",
    [
        "Đã tổ chức gần 900 buổi, trong đó 450 buổi ở huyện, còn lại 500 buổi ở xã.",
        "Khen thưởng 598 tập thể và cá nhân, trong đó có 300 tập thể.",
        "Có trên 85% tập thể đạt danh hiệu, trong đó 40% tập thể xuất sắc, còn lại 50% tập thể.",
        "Có 40/50 cá nhân đạt danh hiệu, chiếm khoảng 70%.",
        "Có 120 cá nhân, trong đó có 200 lượt cá nhân được khen.",
        "Hàng trăm sáng kiến, trong đó có 300 sáng kiến cấp tỉnh.",
        "Toàn tỉnh có 97 sáng kiến, tăng 12% so với cùng kỳ.",
        "Có 35/70 đơn vị ký thỏa ước, đạt 140% chỉ tiêu.",
        "Có 35/70 tổ công đoàn ký thỏa ước, chiếm 20% tổng số đoàn viên.",
        "Khen 12 tập thể, gồm 5 tập thể khối cơ quan, 7 tập thể khối xã và 3 tập thể được trình.",
        "Có 40 cá nhân, trong đó có 12 cá nhân nữ, 15 cá nhân là đảng viên, 30 cá nhân trẻ.",
        "Có 200 đoàn viên, trong đó khối xã 120 đoàn viên, trong đó 30 đoàn viên nữ, chiếm 15%.",
        "Có 12 cá nhân được khen, trong đó có 15 cá nhân của năm trước.",
        "Thu 3.456 tỷ đồng. Trong đó, thu nội địa 2.890 tỷ đồng, bằng 80,2% dự toán.",
        "Thu 3.456 tỷ đồng. Trong đó, thu nội địa 2.890 tỷ đồng, bằng 80,2%.",
        "Thu 3.456 tỷ đồng, trong đó thu nội địa 2.890 tỷ đồng (80,2%).",
        "Kết nạp đoàn viên được 551/530, đạt 103,96%.",
        "Đắp nền: 5.281.883/5.250.921 m3, đạt 100,60%.",
        "Đá dăm loại 1: 270.106/322.588m3 (41,13/46,45 km), đạt 83,73%.",
        "Thu ngân sách 45.700/36.800 tỷ đồng.",
        "Gieo lúa 40/38ha, ngô 31,5/ 30,2 ha.",
        "Thu 25 tỷ đồng (tăng 11 tỷ đồng, đạt 184% kế hoạch). Năm 2030 phấn đấu thu 39 tỷ đồng.",
        "Đã giải quyết 300 vụ, đạt 95,6% (cấp tỉnh: 180 vụ, đạt 96,3%, cấp xã: 120 vụ, đạt 94,4%).",
    ],
)
def test_what_is_not_exact_or_of_one_kind_is_never_a_contradiction(body: str) -> None:
    checks = {"breakdown_sum", "part_le_whole", "percent_of_total", "percent_of_target"}
    rows = [row for row in audited(letter(body)) if row["check"] in checks]
    assert [row for row in rows if row["verdict"] == "contradiction"] == []


def test_thousands_of_more_than_all_are_a_contradiction_where_no_plan_is_told() -> None:
    rows = audited(letter("Có 1.205/1.200 đoàn viên tham gia hội thao."))
    assert [row["verdict"] for row in rows if row["check"] == "part_le_whole"] == ["contradiction"]


@pytest.mark.parametrize(
    ("share", "verdict"),
    [("50%", "consistent"), ("50,4%", "consistent"), ("49,6%", "consistent"),
     ("51%", "contradiction"), ("khoảng 51%", "consistent"), ("gần 60%", "not_checkable")],
)  # fmt: skip
def test_a_percentage_is_rounded_as_people_round(share: str, verdict: str) -> None:
    body = f"Có 35/70 công đoàn cơ sở ký thỏa ước lao động tập thể, chiếm {share}."
    assert verdicts(letter(body), "percent_of_total") == [verdict]


def test_a_contradiction_tells_both_numbers_and_where_they_stand() -> None:
    text = letter("Có 35/70 công đoàn cơ sở ký thỏa ước lao động tập thể, chiếm 52%.")
    (row,) = [row for row in audited(text) if row["check"] == "percent_of_total"]
    assert row["expected"] == "35 / 70 = 50%"
    assert (row["observed"], row["difference"]) == ("52%", 2.0)
    assert [item["quote"][:5] for item in row["evidence"]] == ["35/70", "52%"]
    assert all(text[i["start"] : i["end"]] == i["quote"] for i in row["evidence"])
    assert "52%" in row["message_vi"] and "52%" in row["message_en"]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Chi 3.500.000 đồng (ba triệu năm trăm nghìn đồng).", ["consistent"]),
        ("Chi 3.500.000 đồng (Bằng chữ: Ba triệu năm trăm nghìn đồng chẵn).", ["consistent"]),
        ("Chi 3.500.000 đồng (ba triệu tư trăm nghìn đồng).", []),
        ("Chi 3.500.000 đồng (ba triệu bốn trăm nghìn đồng).", ["contradiction"]),
        ("Chi 3.500.000 đồng (hai triệu đồng mỗi đơn vị).", []),
        ("Chi 3.500.000 đồng (từ nguồn kinh phí công đoàn, mỗi người một triệu đồng).", []),
    ],
)
def test_an_amount_is_held_against_its_words(body: str, wanted: list[str]) -> None:
    assert verdicts(letter(body), "amount_in_words") == wanted


@pytest.mark.parametrize(
    ("total", "verdict"), [("26.000.000", "consistent"), ("24.000.000", "contradiction")]
)
def test_prices_of_several_kinds_make_one_sum(total: str, verdict: str) -> None:
    body = (
        "Tặng Giấy khen cho 03 tập thể và 10 cá nhân.\n\nMức thưởng: 2.000.000 đồng/tập thể; "
        f"2.000.000 đồng/cá nhân. Tổng số tiền thưởng: {total} đồng."
    )
    assert verdicts(letter(body), "amount_product") == [verdict]


@pytest.mark.parametrize(
    ("total", "wanted"), [("90.000.000", ["consistent"]), ("80.000.000", ["contradiction"])]
)
def test_a_product_that_is_written_out(total: str, wanted: list[str]) -> None:
    body = f"Khen thưởng 60 cá nhân x 1.500.000 đồng = {total} đồng."
    assert verdicts(letter(body), "amount_product") == wanted


TABLE = (
    "Kết quả như sau:\n\nSTT\tĐơn vị\tTập thể\tCá nhân\tTỷ lệ\n1\tPhòng Tổ chức\t2\t5\t40%\n"
    "2\tPhòng Tài chính\t1\t4\t25%\n3\tVăn phòng\t3\t{last}\t50%\n\tTổng cộng\t6\t15\t100%\n"
)


@pytest.mark.parametrize(
    ("last", "wanted"),
    [("6", ["consistent", "consistent"]), ("7", ["consistent", "contradiction"]),
     ("6/7", ["consistent"]), ("-", ["consistent", "contradiction"])],
)  # fmt: skip
def test_a_column_is_held_against_its_sum_row(last: str, wanted: list[str]) -> None:
    assert verdicts(letter(TABLE.format(last=last)), "table_total") == wanted


@pytest.mark.parametrize(
    ("total", "wanted"),
    [
        ("Tổng số tiền thưởng: 7.000.000 đồng", "contradiction"),
        ("Tổng cộng: 7.000.000 đồng", "contradiction"),
        ("Tổng kinh phí hoạt động cả năm: 60.000.000 đồng", "not_checkable"),
        ("Tổng cộng cả tập thể và cá nhân là 16.000.000 đồng", "not_checkable"),
    ],
)
def test_a_product_is_held_against_the_sum_of_the_awards_alone(total: str, wanted: str) -> None:
    body = f"Thưởng 05 cá nhân. Mức thưởng: 1.200.000 đồng/cá nhân. {total}."
    assert verdicts(letter(body), "amount_product") == [wanted]


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        ("30 đoàn viên nữ, 10 đoàn viên là đảng viên và 20 đoàn viên nam", "not_checkable"),
        ("30 đoàn viên nữ và 20 đoàn viên dân tộc thiểu số", "not_checkable"),
        ("30 đoàn viên nữ và 30 đoàn viên nam", "contradiction"),
        ("30 đoàn viên nữ và 20 đoàn viên nam", "consistent"),
    ],
)
def test_parts_that_may_overlap_need_not_add_up(parts: str, wanted: str) -> None:
    total = "Tổng số 55 đoàn viên" if wanted != "consistent" else "Tổng số 50 đoàn viên"
    assert verdicts(letter(f"{total}, gồm {parts}."), "breakdown_sum") == [wanted]


def test_a_slip_as_large_as_one_part_is_not_called_right() -> None:
    body = "Khen thưởng 90 cá nhân, gồm: 50 cá nhân nữ, 40 cá nhân nữ khối xã, 5 cá nhân nữ trẻ."
    assert "consistent" not in verdicts(letter(body), "breakdown_sum")


def test_a_count_of_works_given_an_award_is_held_against_their_titles() -> None:
    body = (
        "Điều 1. Công nhận 02 sáng kiến và tặng Giấy khen cho các tác giả sau:\n"
        "- Ông Lê Văn Mẫu, Quản đốc Phân xưởng 6, tác giả sáng kiến “Thay đổi nắp hầm lò dọc”;\n"
        "- Ông Trần Bá Thử, Phòng Cơ điện, tác giả sáng kiến “Lắp cảm biến nhiệt độ trạm điện”."
    )
    assert "contradiction" not in verdicts(letter(body), "list_count")
