"""Tables in plain text: cells parted by tabs, by pipes, or a line each, and what is no table."""

from __future__ import annotations

import io
import time
import unicodedata
from dataclasses import replace
from email.message import EmailMessage

import docx
import pytest

from pipeline.model import RawLine, Reading, Source
from pipeline.read import read
from pipeline.read.text.aligned import aligned_rows

WORDS = [["TT", "Họ và tên", "Chức vụ"], ["1", "Trần Đăng Khoát", "Kỹ sư"], ["2", "Lê Mẫu", ""]]


def lines(text: str) -> list[RawLine]:
    data = text.encode()
    reading = read(data, Source("mem/a.txt", "0" * 64, len(data), "text/plain"))
    found = [line for page in reading.pages for line in page.lines]
    for line in found:
        assert line.source_start is not None
        assert text[line.source_start : line.source_start + len(line.text)] == line.text
    return found


def grid(text: str) -> list[list[str]]:
    """The cells of the only table, row by row, a heading over all columns alone in its row."""
    rows: dict[int, list[str]] = {}
    for line in lines(text):
        if line.cell is not None:
            assert line.cell.table == 0
            assert line.cell.column == len(rows.setdefault(line.cell.row, []))
            rows[line.cell.row].append(line.text)
            whole = line.cell.column_span > 1
            assert not whole or line.cell.column_span == 3
    return [rows[number] for number in sorted(rows)]


def cells(text: str) -> list[list[str]]:
    """The cells row by row, also those that stand over several lines of the text."""
    data = text.encode()
    reading = read(data, Source("mem/a.txt", "0" * 64, len(data), "text/plain"))
    rows: dict[int, list[str]] = {}
    for page in reading.pages:
        for line in page.lines:
            if line.cell is not None:
                rows.setdefault(line.cell.row, []).append(line.text)
    return [rows[number] for number in sorted(rows)]


def test_tabs() -> None:
    assert (
        grid("Danh sách\nTT\tHọ và tên\tChức vụ\n1\tTrần Đăng Khoát\tKỹ sư\n2\tLê Mẫu\n\nHết")
        == WORDS
    )


@pytest.mark.parametrize("kind", ["docx", "eml", "pre", "div"])
def test_a_table_typed_in_another_kind_of_file(kind: str) -> None:
    rows = [" | ".join(row) for row in WORDS]
    typed = ["| " + rows[0] + " |", "|---|---|---|", *(f"| {row} |" for row in rows[1:])]
    found = [line for page in _typed(typed, kind).pages for line in page.lines]
    assert [line.text for line in found if line.cell] == [cell for row in WORDS for cell in row]
    assert [line.text for line in found if not line.cell][-2:] == ["Danh sách:", "Hết."]
    assert all(line.source_start is None for line in found)


def test_a_page_of_the_web_shows_typed_lines_as_they_stand() -> None:
    page = _typed(["TT  Họ và tên      Chức vụ", "1   Lê Văn Mẫn     Kỹ sư",
                   "2   Lò Thị Mơ      Kế toán"], "pre").pages[0]  # fmt: skip
    assert [line.text for line in page.lines if line.cell][-2:] == ["Lò Thị Mơ", "Kế toán"]
    assert page.lines[0].text == "Danh sách:"


def _typed(table: list[str], kind: str) -> Reading:
    """The table between two lines, as one file or another has it."""
    words = ["Danh sách:", *table, "Hết."]
    if kind == "docx":
        document, raw = docx.Document(), io.BytesIO()
        for text in words:
            document.add_paragraph(text)
        document.save(raw)
        data = raw.getvalue()
    elif kind == "eml":
        message = EmailMessage()
        message["Subject"] = "Gửi danh sách"
        message.set_content("\n".join(words))
        data = message.as_bytes()
    else:
        shown = "\n".join(words) if kind == "pre" else "</div><div>".join(words)
        body = f"<{kind}>{shown}</{kind}><p>Nơi nhận:</p>"
        data = f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()
        reading = read(data, Source("mem/a.html", "0" * 64, len(data), ""))
        page = reading.pages[0]
        return replace(reading, pages=(replace(page, lines=page.lines[:-1]),))
    return read(data, Source("mem/a", "0" * 64, len(data), ""))


def test_pipes() -> None:
    text = (
        "|TT | Họ và tên | Chức vụ|\n|---|:--|---:|\n| 1 | Trần Đăng Khoát | Kỹ sư |\n|2|Lê Mẫu|\n"
    )
    assert grid(text) == WORDS


def test_a_line_each() -> None:
    assert (
        grid("TT\nHọ và tên\nChức vụ\n1\nTrần Đăng Khoát\nKỹ sư\n2\nLê Mẫu\n\nHết bảng.") == WORDS
    )


def test_rules_of_signs() -> None:
    text = (
        "+----+-----------------+---------+\n"
        "| TT |    Họ và tên    | Chức vụ |\n"
        "+----+-----------------+---------+\n"
        "| 1  | Trần Đăng Khoát | Kỹ sư   |\n"
        "| 2  | Lê Mẫu          |         |\n"
        "+----+-----------------+---------+\nHết"
    )
    boxed = text.translate(str.maketrans("+-|", "┼─│"))
    assert grid(text) == grid(boxed) == WORDS


def test_rules_below_each_row_hold_its_lines_together() -> None:
    text = (
        "+----+--------+---------+\n"
        "| TT | Họ và  | Chức vụ |\n"
        "|    | tên    |         |\n"
        "+====+========+=========+\n"
        "| 1  | Trần   | Kỹ sư   |\n"
        "|    | Đăng   |         |\n"
        "|    | Khoát  |         |\n"
        "+----+--------+---------+\n"
        "| 2  | Lê Mẫu |         |\n"
        "+----+--------+---------+\n"
    )
    assert cells(text) == WORDS


def test_lines_without_a_running_number_go_on() -> None:
    text = (
        "|----|--------|---------|\n"
        "| TT | Tên    | Số      |\n"
        "|----|--------|---------|\n"
        "| I. TẬP THỂ            |\n"
        "| 1  | Tổ Vận | 4       |\n"
        "|    | hành   |         |\n"
        "|    | Cộng   | 4       |\n"
        "|----|--------|---------|\n"
    )
    assert cells(text) == [
        ["TT", "Tên", "Số"], ["I. TẬP THỂ"], ["1", "Tổ Vận hành", "4"], ["", "Cộng", "4"],
    ]  # fmt: skip


def test_blanks() -> None:
    text = (
        "Danh sách\n"
        "TT   Họ và tên         Chức vụ\n"
        "---  ----------------  -------\n"
        "1    Trần Đăng Khoát   Kỹ sư\n"
        "2    Lê Mẫu\n\nHết"
    )
    assert grid(text) == WORDS
    loose = grid(unicodedata.normalize("NFD", text))
    assert [[unicodedata.normalize("NFC", cell) for cell in row] for row in loose] == WORDS


def test_blanks_with_wrapped_cells_bands_and_a_total() -> None:
    text = (
        "STT   Đơn vị         Số sáng kiến\n"
        "I. KHỐI MỘT\n"
        "1     Tổ Vận hành             1.204\n"
        "      Lưới điện\n"
        "2     Tổ Sửa chữa                30\n"
        "      Tổng cộng               1.234\n"
        "Ngoài ra còn các tổ khác chưa báo cáo.\n"
    )
    assert cells(text) == [
        ["STT", "Đơn vị", "Số sáng kiến"],
        ["I. KHỐI MỘT"],
        ["1", "Tổ Vận hành Lưới điện", "1.204"],
        ["2", "Tổ Sửa chữa", "30"],
        ["", "Tổng cộng", "1.234"],
    ]


@pytest.mark.parametrize(
    "behind",
    [
        "\n3.  Ông Phạm Văn Dũng, Chánh Văn phòng chịu trách nhiệm thi hành.\n",
        "3.  Ông Phạm Văn Dũng, Chánh Văn phòng chịu trách nhiệm thi hành.\n",
        "\n3   Ông Phạm Văn Dũng chịu trách nhiệm.\n",
        "\n5     Tổ Cơ khí             12\n",
    ],
)
def test_numbered_paragraphs_behind_a_table_are_no_rows(behind: str) -> None:
    table = (
        "STT   Đơn vị         Số sáng kiến\n"
        "1     Tổ Vận hành             1.204\n\n"
        "2     Tổ Sửa chữa                30\n"
    )
    assert cells(table + behind)[1:] == [["1", "Tổ Vận hành", "1.204"], ["2", "Tổ Sửa chữa", "30"]]


def test_headings_over_all_columns_and_a_total() -> None:
    tabbed = "TT\tTên\tSố\nA. TẬP THỂ\n1\tTổ một\t4\n2\tTổ hai\t5\n\tTổng cộng\t9\nII. KHÁC"
    stacked = "TT\nTên\nSố\nA. TẬP THỂ\n1\nTổ một\n4\n2\nTổ hai\n5\n\nTổng cộng\n9\nII. KHÁC"
    expected = [["TT", "Tên", "Số"], ["A. TẬP THỂ"], ["1", "Tổ một", "4"], ["2", "Tổ hai", "5"],
                ["", "Tổng cộng", "9"]]  # fmt: skip
    assert grid(tabbed) == grid(stacked) == expected


def test_two_tables_are_two() -> None:
    found = lines("TT\tTên\tSố\n1\ta\t2\n\nTT\tTên\tSố\n1\tb\t3\n")
    assert [line.cell.table for line in found if line.cell] == [0] * 6 + [1] * 6


@pytest.mark.parametrize(
    "text",
    [
        "1.\tĐẩy mạnh thi đua\n2.\tPhát huy sáng kiến\n3.\tTổng kết\n",
        "UBND XÃ MẪU\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/BC\t\tMẫu, ngày 1 tháng 2\n",
        "NGƯỜI LẬP\tKẾ TOÁN\tGIÁM ĐỐC\nTrần A\tLê B\tVũ C\n",
        "a\tb\tc\n\nd\te\tf\n",
        "TT\nHọ và tên\nChức vụ\n1\nTrần Đăng Khoát\nKỹ sư\nLê Mẫu\n",
        "TT\nTổng cộng có ba mục như sau\n1\n",
        "| ghi chú |\n|---|\n| một |\n",
        "a | b | c\n1 | 2 | 3\n",
        "+-----+\n| KHẨN |\n+-----+\n",
        "+---+---+\n| a | b |\n+---+---+\n",
        "-------\nSố: 12/QĐ-MẪU\n-------\n",
        "TT   Huyện ủy, TT HĐND huyện;      CHỦ TỊCH\n\n1. Đẩy mạnh thi đua\n",
        "TT   Nội dung   Ghi chú\nĐẩy mạnh thi đua, phát huy sáng kiến.\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert all(line.cell is None for line in lines(text))


@pytest.mark.parametrize(
    "text",
    [
        "+---+---+\n" * 20_000,
        "+---+\n| a |\n" * 10_000,
        "+---+---+\n| a | b |\n" + "|   | b |\n" * 20_000,
        "TT  Tên  Số\n1  a  2\n" + "    b\n" * 20_000,
        "TT  Tên  Số\n" * 20_000,
        "+" + "-" * 200_000 + "|" * 200_000,
    ],
)
def test_long_texts_are_looked_at_once(text: str) -> None:
    started = time.process_time()
    cells(text)
    assert time.process_time() - started < 10


@pytest.mark.parametrize("edge", ["| ", ""])
def test_rows_between_bars_need_no_rule_where_they_are_numbered(edge: str) -> None:
    end = edge[::-1]
    rows = [f"{edge}{' | '.join(cells)}{end}" for cells in WORDS]
    assert grid("Danh sách\n" + "\n".join(rows) + "\nHết\n") == WORDS


def test_bars_between_words_make_no_table() -> None:
    text = "Tin | Ảnh | Video\nMột | hai | ba\nTT | Họ và tên | Chức vụ\nHà Nội | Huế | Vinh\n"
    assert all(line.cell is None for line in lines(text))


def test_bars_without_running_numbers_part_a_table_of_numbers() -> None:
    text = (
        "Kết quả\nChỉ tiêu | Năm 2017 | Năm 2018 |\nDân số | 1.101.641 | 1.113.641 |\n"
        "Hộ | 551 | 55,5% |\nHết"
    )
    assert cells(text) == [
        ["Chỉ tiêu", "Năm 2017", "Năm 2018"],
        ["Dân số", "1.101.641", "1.113.641"],
        ["Hộ", "551", "55,5%"],
    ]


def test_a_row_may_lack_a_number_behind_two_that_have_one() -> None:
    rows = "Xã A | 5 | 6 |\nXã B | 7 | 8,5 |\nXã C | - | |\nXã D | chưa có | chưa có |"
    assert [row[0] for row in cells(f"Đơn vị | Số hộ | Diện tích |\n{rows}")] == [
        "Đơn vị", "Xã A", "Xã B", "Xã C",
    ]  # fmt: skip


@pytest.mark.parametrize("body", ["ab | cd | ef |\n", "ab | 1 | ef |\nab | 2 | ef |\nab|c|d|\n"])
def test_the_search_for_bars_is_linear(body: str) -> None:
    started = time.process_time()
    lines(body * 8000)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "text",
    [
        "SỞ NỘI VỤ | TỈNH MẪU | VIỆT NAM |\nSố: 12/QĐ-SNV | Hải Sơn | ngày 3 tháng 5 năm 2018 |",
        "Loại | Cơ quan | Tên |\nQuyết định | Sở Mẫu | Lê Văn Mẫu |\nSố | 12 | Trần Mẫu |",
        "Chỉ tiêu | Năm 2017 | Năm 2018 |\nDân số | 12 | 13 |\n\nHết",
    ],
)
def test_bars_without_a_column_of_numbers_part_no_table(text: str) -> None:
    assert cells(text) == []


NAMES = [["STT", "Tên tập thể"], ["1", "Phòng Nhân sự"], ["2", "Trung tâm Lưu trữ"]]


@pytest.mark.parametrize(
    "text",
    [
        "STT\tTên tập thể\n1\tPhòng Nhân sự\n2\tTrung tâm Lưu trữ\n",
        "STT | Tên tập thể\n1 | Phòng Nhân sự\n2 | Trung tâm Lưu trữ\n",
        "STT     Tên tập thể\n1       Phòng Nhân sự\n2       Trung tâm Lưu trữ\n",
        "STT\nTên tập thể\n1\nPhòng Nhân sự\n2\nTrung tâm Lưu trữ\n",
    ],
)
def test_two_columns_are_a_table_where_one_numbers_the_rows(text: str) -> None:
    assert cells("Danh sách\n" + text + "\nHết") == NAMES


@pytest.mark.parametrize(
    "text",
    [
        "Tên\tSố\n1\tPhòng Nhân sự\n2\tTrung tâm Lưu trữ\n",
        "TT\tTên\nNơi nhận:\tGIÁM ĐỐC\nLưu: VT\tLê Mẫu\n",
    ],
)
def test_two_columns_without_running_numbers_are_no_table(text: str) -> None:
    assert cells("Danh sách\n" + text + "\nHết") == []


def test_two_rows_of_headings_some_of_them_merged() -> None:
    headings = "TT\tHọ và tên\tDanh hiệu\t\n\t\tTiên tiến\tChiến sĩ\n"
    text = headings + "1\tTrần Đăng Khoát\tx\t\n2\tLê Mẫu\t\tx\n"
    found = {
        (line.cell.row, line.cell.column): (line.text, line.cell.row_span, line.cell.column_span)
        for line in lines(text)
        if line.cell is not None
    }
    assert [found[0, column] for column in range(3)] == [
        ("TT", 2, 1), ("Họ và tên", 2, 1), ("Danh hiệu", 1, 2),
    ]  # fmt: skip
    assert (1, 0) not in found and (0, 3) not in found
    assert (found[1, 2], found[1, 3]) == (("Tiên tiến", 1, 1), ("Chiến sĩ", 1, 1))
    assert (found[3, 2], found[3, 3]) == (("", 1, 1), ("x", 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Số:\t\tMẫu\n\tngày\t05\nA\tB\tC\n",  # a form that is filled in
        "TT\tTên\tSố\t\n1\tMẫu\t3\t4\n2\tThử\t5\t6\n",  # the last heading is lost
        "\tHọ và tên\tDanh hiệu\t\n\t\tA\tB\n1\tMẫu\tx\t\n",
    ],
)
def test_rows_with_gaps_that_are_no_merged_headings(text: str) -> None:
    assert not [line for line in lines(text) if line.cell is not None]


def test_a_row_of_two_columns_may_have_lost_its_number() -> None:
    text = "STT\tTên tập thể\n1\tPhòng Nhân sự\n\tPhòng Kỹ thuật\nII\tCá nhân\n1\tLê Mẫu\nHết"
    assert cells(text)[2:] == [["", "Phòng Kỹ thuật"], ["II", "Cá nhân"], ["1", "Lê Mẫu"]]


@pytest.mark.parametrize(
    "rows",
    [
        # cells centred beside the number: words of a row stand above it
        "                Bà Đinh                              Phòng\n"
        "   1                          Kế toán\n"
        "                Hồng Thử                             Mẫu\n"
        "                Ông Vũ                               Phòng\n"
        "   2                          Kế toán\n"
        "                Khoát                                Dẫn\n",
        # headings centred over cells that begin further left
        "            Bà Đinh Hồng                       Phòng\n"
        "   1                          Kế toán\n"
        "            Thử                                Mẫu\n",
        # the last line above the number begins the cell
        "                              Phó Trưởng\n"
        "   1            Đinh Thử      phòng           Phòng Mẫu\n",
    ],
)
def test_cells_that_nobody_can_tell_the_row_of(rows: str) -> None:
    heads = "  STT           Họ và tên     Chức vụ         Đơn vị\n"
    assert aligned_rows((heads + rows).splitlines(), 0) == ([], 0)


def test_headings_of_two_lines_over_rows_set_from_the_top() -> None:
    text = """\
  STT           Họ và tên     Chức vụ         Đơn vị
                              hiện nay        công tác
   1            Đinh Thử      chuyên viên     Phòng Mẫu
                              chính
   2            Vũ Khoát      kế toán         Phòng Dẫn
"""
    rows, end = aligned_rows(text.splitlines(), 0)
    assert (len(rows), end) == (3, 5)


def test_a_total_of_stacked_cells_has_a_label_over_several_columns() -> None:
    text = (
        "TT\nHọ và tên\nDanh hiệu\nTiền thưởng\nA. TRƯỜNG MẪU\n1\nTrần Thị Khoát\nLĐTT\n500.000\n"
        "2\nLê Mẫu\nLĐTT\n500.000\nCộng Trường Mẫu\n1.000.000\nB. TRƯỜNG THỬ\n"
        "1\nĐỗ Văn Thử\nLĐTT\n500.000\n"
    )
    found = [
        (line.text, line.cell.column) for line in lines(text) if line.cell and line.cell.row > 3
    ]
    assert found == [
        ("Cộng Trường Mẫu", 0), ("1.000.000", 3), ("B. TRƯỜNG THỬ", 0),
        ("1", 0), ("Đỗ Văn Thử", 1), ("LĐTT", 2), ("500.000", 3),
    ]  # fmt: skip


def test_rows_of_more_cells_than_headings_are_no_table() -> None:
    text = (
        "TT   Xã          Số hộ\n1   Xã Mẫu       120   95   80\n2   Xã Thử       64    51   70\n"
    )
    assert aligned_rows(text.splitlines(), 0) == ([], 0)


def test_rows_between_bars_whose_labels_have_no_heading() -> None:
    rows = (
        "(ĐVT: Triệu đồng)\n| Trung ương giao | HĐND tỉnh giao |\n1. Tổng thu | 1.500 | 1.600 |\n"
        "- Thu nội địa: | 1.200 | 1.300 |\n- Thu khác: | 300 | 300 |\n"
    )
    assert grid(rows)[0] == ["", "Trung ương giao", "HĐND tỉnh giao"]
    assert grid(rows)[2] == ["- Thu nội địa:", "1.200", "1.300"]
    head = "| CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Gò Mận |\nSố: 12/KH-UBND | Độc lập | a |\n"
    assert cells(head) == []


def test_bars_in_the_edge_of_a_page_part_nothing() -> None:
    prose = [f"Đơn vị thứ {at} đã tổ chức phong trào thi đua năm qua, |" for at in range(4)]
    heads = ["ỦY BAN NHÂN DÂN TỈNH LÂM KHÊ - VĂN PHÒNG |", "Số: 12/BC |"]
    found = [line.text for line in lines("\n".join([*heads, *prose]))]
    assert found == [*heads, *(text.removesuffix(" |") for text in prose)]
    assert [line.text for line in lines("\n".join(prose[:2]))] == prose[:2]
