"""Awardees of notices and news: who confers, lists that go on, posts before names, badges."""

from __future__ import annotations

from laid_out import document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.model import AwardeeMention, CitationMention, InitiativeMention
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def read(*paragraphs: str) -> tuple[tuple[AwardeeMention, ...], tuple[InitiativeMention, ...]]:
    return link_awardees(document([("paragraph", p) for p in paragraphs]), (), RULES)


def brief(*paragraphs: str) -> list[tuple[str, str | None, str | None]]:
    return [(a.name, a.position, a.workplace) for a in read(*paragraphs)[0]]


def givers(*paragraphs: str) -> list[str | None]:
    return [a.conferred_by for a in read(*paragraphs)[0]]


def test_who_confers_is_the_authority_and_not_who_hands_over_or_signs() -> None:
    assert givers(
        "Thừa ủy quyền của Chủ tịch UBND tỉnh, ông Lê Văn Bình, Giám đốc Sở Nội vụ, đã trao tặng "
        "Bằng khen cho bà Đỗ Thị Mận, Hiệu trưởng Trường Tiểu học Gò Mẫu.",
        "Chủ tịch LĐLĐ tỉnh Lê Văn Bình đã tặng Giấy khen cho ông Vũ Văn Mít.",
        "Phó Thủ tướng Chính phủ vừa ký quyết định tặng danh hiệu Chiến sĩ thi đua toàn quốc cho "
        "ông Hồ Văn Lúa.",
        "Sở Y tế vừa có quyết định tặng Giấy khen cho ông Hồ Văn Sắn.",
        "Nhân ngày truyền thống, danh hiệu Anh hùng Lao động được trao tặng cho ông Hồ Văn Bắp.",
        "Ông Trịnh Văn Kê được Chủ tịch UBND tỉnh tặng Bằng khen nhân dịp kỷ niệm 20 năm.",
    ) == [
        "Chủ tịch UBND tỉnh", "Chủ tịch LĐLĐ tỉnh", "Thủ tướng Chính phủ", "Sở Y tế",
        "Chủ tịch nước", "Chủ tịch UBND tỉnh",
    ]  # fmt: skip
    assert givers(
        "Trao Bằng khen của Bộ Y tế nhân dịp tổng kết năm cho ông Lê Văn Bình.",
        "Trao Bằng khen của Bộ Y tế và số tiền 5.500.000 đồng cho ông Lê Văn Chanh.",
    ) == ["Bộ Y tế", "Bộ Y tế"]


def test_of_two_decisions_joined_nobody_knows_which_gave_the_award() -> None:
    text = (
        "Tại Quyết định số 15/QĐ-CTN ngày 2/3/2018 và Quyết định số 17/QĐ-CTN ngày 5/4/2018 về "
        "việc tặng thưởng Huân chương Lao động hạng Ba cho ông Lê Văn Bình."
    )
    citations = tuple(
        CitationMention(
            start=text.index(number), end=text.index(day) + 8, cited_type="QĐ",
            cited_number=number, cited_on=None, cited_issuer=None, cited_title=None,
            relation="refers", is_partial=False, rule="test", confidence=1.0,
        )
        for number, day in (("15/QĐ-CTN", "2/3/2018"), ("17/QĐ-CTN", "5/4/2018"))
    )  # fmt: skip
    both = link_awardees(document([("paragraph", text)]), citations, RULES)[0]
    one = link_awardees(document([("paragraph", text)]), citations[1:], RULES)[0]
    assert [a.decision for a in (*both, *one)] == [None, "17/QĐ-CTN"]


def test_a_sentence_goes_on_naming_those_whom_the_one_before_it_counted() -> None:
    assert brief(
        "UBND tỉnh tặng Bằng khen cho 2 tập thể và 1 cá nhân có thành tích.",
        "Đó là, các tập thể: Sở Y tế, Trường THPT Gò Mẫu; cá nhân: Ông Lê Văn Bình, Giám đốc Sở "
        "Nội vụ.",
    ) == [
        ("Sở Y tế", None, None), ("Trường THPT Gò Mẫu", None, None),
        ("Lê Văn Bình", "Giám đốc", "Sở Nội vụ"),
    ]  # fmt: skip
    assert brief(
        "UBND tỉnh tặng Bằng khen cho 2 tập thể. Cụ thể: Sở Y tế và Sở Nội vụ.",
        "UBND tỉnh tặng Cờ thi đua cho 2 tập thể thuộc ngành y tế đã hoàn thành xuất sắc, toàn "
        "diện nhiệm vụ công tác, dẫn đầu phong trào thi đua yêu nước năm 2015 gồm: Bệnh viện Gò "
        "Mẫu và Bệnh viện Sông Mẫu.",
    ) == [
        ("Sở Y tế", None, None), ("Sở Nội vụ", None, None), ("Bệnh viện Gò Mẫu", None, None),
        ("Bệnh viện Sông Mẫu", None, None),
    ]  # fmt: skip
    assert (
        brief(
            "UBND tỉnh tặng Bằng khen cho 5 tập thể.",
            "Cụ thể, Sở Y tế đã khám bệnh cho 500 người.",
        )
        == []
    )


def test_rare_family_names_and_posts_before_names_in_a_row_of_people() -> None:
    assert brief(
        "Đạt Giải thưởng Nguyễn Văn Linh gồm các đồng chí: Lê Thị Mận - Chủ tịch LĐLĐ quận Gò Mẫu "
        "(LĐLĐ thành phố); Ấu Bạch Tuyết - Trưởng ban Nữ công LĐLĐ tỉnh Mẫu; Vũ Văn Mít - Chủ "
        "tịch CĐCS Công ty A.",
        "Trao Bằng khen của Trung ương Đoàn cho Bí thư Đoàn phường Gò Mẫu, quận Sông Mẫu Lê Văn "
        "Chanh; Phó Bí thư Huyện đoàn Sơn Mẫu Đỗ Thị Ngọc Bưởi.",
    ) == [
        ("Lê Thị Mận", "Chủ tịch", "LĐLĐ quận Gò Mẫu (LĐLĐ thành phố)"),
        ("Ấu Bạch Tuyết", "Trưởng ban Nữ công", "LĐLĐ tỉnh Mẫu"),
        ("Vũ Văn Mít", "Chủ tịch CĐCS", "Công ty A"),
        ("Lê Văn Chanh", "Bí thư Đoàn", "phường Gò Mẫu, quận Sông Mẫu"),
        ("Đỗ Thị Ngọc Bưởi", "Phó Bí thư", "Huyện đoàn Sơn Mẫu"),
    ]
    assert brief("Trao Bằng khen cho Hiệu trưởng Trường THPT Nguyễn Thị Minh Khai.") == []


def test_badges_of_the_party_name_the_years_and_each_award_its_own_people() -> None:
    awardees, _ = read(
        "Trao tặng Huy hiệu 60 năm tuổi Đảng cho đồng chí Lê Văn Bình, Huy hiệu 50 năm tuổi Đảng "
        "cho các đồng chí Vũ Văn Mít và Đỗ Văn Chanh; truy tặng Huy hiệu 40 năm tuổi Đảng cho "
        "thân nhân đồng chí Hồ Thị Lúa, sinh năm 1936."
    )
    assert [(a.name, a.award, a.grade, a.year) for a in awardees] == [
        ("Lê Văn Bình", "hh_dang", "60 năm tuổi Đảng", None),
        ("Vũ Văn Mít", "hh_dang", "50 năm tuổi Đảng", None),
        ("Đỗ Văn Chanh", "hh_dang", "50 năm tuổi Đảng", None),
        ("Hồ Thị Lúa", "hh_dang", "40 năm tuổi Đảng", None),
    ]


def test_units_above_behind_commas_where_semicolons_or_levels_tell_them() -> None:
    assert brief(
        "Trao Bằng khen của Bộ Y tế cho Nhân dân và cán bộ xã Gò Mẫu, huyện Sơn Mẫu, tỉnh Ví Dụ; "
        "Công ty TNHH Gạch Mẫu (trước đây là Xí nghiệp Gạch), Bộ Xây dựng; Trung đoàn 9, Sư đoàn "
        "Phòng không 8.",
        "Trao Giấy khen của Bộ Y tế cho Cục 5 thuộc Tổng cục Hai, Bộ Công an.",
    ) == [
        ("Nhân dân và cán bộ xã Gò Mẫu", None, "huyện Sơn Mẫu, tỉnh Ví Dụ"),
        ("Công ty TNHH Gạch Mẫu", None, "Bộ Xây dựng"),
        ("Trung đoàn 9", None, "Sư đoàn Phòng không 8"),
        ("Cục 5", None, "Tổng cục Hai, Bộ Công an"),
    ]


def test_a_prize_goes_to_the_authors_of_the_work() -> None:
    awardees, initiatives = read(
        "Kết quả, giải Nhì thuộc về giải pháp “Máy gieo hạt trên đất dốc” của nhóm tác giả Lê Văn "
        "Bình, Đỗ Văn Chanh (Công ty Điện Mẫu).",
        "Nhiều sản phẩm, giải pháp hay như: “Phần mềm tra cứu hộ tịch” của tác giả Vũ Văn Mít.",
        "1. Giải pháp Lò đốt trấu ba buồng - Tác giả: ThS Hồ Văn Lúa - Công ty Gạch Mẫu.",
    )
    assert [(a.name, a.role, a.award_name, a.workplace) for a in awardees] == [
        ("Lê Văn Bình", "awardee", "Giải Nhì", "Công ty Điện Mẫu"),
        ("Đỗ Văn Chanh", "awardee", "Giải Nhì", "Công ty Điện Mẫu"),
        ("Vũ Văn Mít", "author", None, None),
        ("Hồ Văn Lúa", "author", None, "Công ty Gạch Mẫu"),
    ]
    assert [(i.kind, i.title) for i in initiatives] == [
        ("giải pháp", "Máy gieo hạt trên đất dốc"), ("giải pháp", "Phần mềm tra cứu hộ tịch"),
        ("giải pháp", "Lò đốt trấu ba buồng"),
    ]  # fmt: skip


def test_a_list_published_for_opinions_proposes() -> None:
    pieces = [
        ("paragraph", "Lấy ý kiến nhân dân đối với các cá nhân đề nghị tặng Huân chương"),
        ("heading", "DANH SÁCH"), ("paragraph", "Đề nghị tặng thưởng Huân chương Lao động"),
        ("heading", "I. Huân chương Lao động hạng Ba", {"label": "I."}),
        ("paragraph", "Trường THCS Gò Mẫu, xã Mẫu."), ("heading", "II. Bằng khen"),
        ("paragraph", "Ông Lê Văn Bình, Phó Chánh Văn phòng Tỉnh ủy."),
    ]  # fmt: skip
    found = link_awardees(document(pieces), (), RULES)[0]
    assert [(a.name, a.role, a.award_name, a.conferred_by, a.position) for a in found] == [
        ("Trường THCS Gò Mẫu", "nominee", "Huân chương Lao động hạng Ba", "Chủ tịch nước", None),
        ("Lê Văn Bình", "nominee", "Bằng khen", None, "Phó Chánh Văn phòng"),
    ]


def test_the_year_stands_in_the_words_behind_the_list() -> None:
    pieces = [
        ("paragraph", "Điều 1. Tặng Bằng khen cho:"),
        ("list_item", "1. Công ty Gạch Mẫu;", {"label": "1."}),
        ("paragraph", "Đã hoàn thành xuất sắc nhiệm vụ năm 2007."),
    ]
    paper = document(pieces, head("QĐ", "19/QĐ-UBND", "UBND tỉnh Ví Dụ"))
    assert [a.year for a in link_awardees(paper, (), RULES)[0]] == [2007]


def test_lists_go_on_over_sentences_that_point_back_at_the_award() -> None:
    assert brief(
        "Chủ tịch nước vừa phong tặng danh hiệu “Nhà giáo Ưu tú” cho các cá nhân.",
        "Đại học Mẫu có 2 nhà giáo nhận được danh hiệu trên đó là: PGS – TS Lê Văn Bình – Phó Giám "
        "đốc Đại học Mẫu. 1 cá nhân còn lại gồm: TS Đỗ Thị Mận, Trưởng Khoa Toán, Trường ĐH Mẫu.",
        "Danh sách các nhà giáo ưu tú của Trường ĐH Mẫu được phong tặng năm 2012 gồm:",
        "1.", "ThS. Vũ Văn Mít, Ủy viên Ban Thường vụ Đảng ủy, Phó Hiệu trưởng.",
    ) == [
        ("Lê Văn Bình", "Phó Giám đốc", "Đại học Mẫu"),
        ("Đỗ Thị Mận", "Trưởng Khoa Toán", "Trường ĐH Mẫu"),
        ("Vũ Văn Mít", "Ủy viên Ban Thường vụ Đảng ủy, Phó Hiệu trưởng", None),
    ]  # fmt: skip


def test_groups_in_one_sentence_and_codes_of_police_rooms() -> None:
    assert brief(
        "Trao Bằng khen của Bộ Công an cho tập thể Công an tỉnh Ví Dụ và hai cá nhân là Đại tá Lê "
        "Văn Bình, Phó Giám đốc Công an tỉnh; Thượng tá Vũ Văn Mít, Phó trưởng Phòng PV11.",
        "Các tập thể Phòng PC03, PA06 và Đại tá Đỗ Văn Chanh, Phó Giám đốc Công an tỉnh được Bộ "
        "Công an tặng Bằng khen.",
        "Nhiều cá nhân, tập thể Công an tỉnh Ví Dụ được tặng Bằng khen.",
    ) == [
        ("Công an tỉnh Ví Dụ", None, None), ("Lê Văn Bình", "Phó Giám đốc", "Công an tỉnh"),
        ("Vũ Văn Mít", "Phó trưởng Phòng PV11", None), ("Phòng PC03", None, None),
        ("Phòng PA06", None, None), ("Đỗ Văn Chanh", "Phó Giám đốc", "Công an tỉnh"),
    ]  # fmt: skip


def test_of_several_classes_in_a_row_none_is_chosen() -> None:
    awardees, _ = read(
        "Truy tặng Huân chương Lao động hạng Nhất, hạng Nhì, hạng Ba cho ông Lê Văn Bình và bà Đỗ "
        "Thị Mận; tặng Huân chương Lao động hạng Ba và ba cá nhân khác."
    )
    assert [(a.award, a.grade) for a in awardees] == [("hc_lao_dong", None)] * 2


def test_prizes_of_contests_belong_to_those_named_behind_them() -> None:
    awardees, _ = read(
        "3 giải Ba thuộc về các thí sinh Lê Văn Bình (Xí nghiệp A), Vũ Văn Mít (Xí nghiệp B).",
        "Công đoàn ngành Y tế tỉnh Ví Dụ giành giải Nhất toàn đoàn.",
    )
    assert [(a.name, a.award_name) for a in awardees] == [
        ("Lê Văn Bình", "Giải Ba"), ("Vũ Văn Mít", "Giải Ba"),
        ("Công đoàn ngành Y tế tỉnh Ví Dụ", "Giải Nhất"),
    ]  # fmt: skip


def test_a_proposal_opens_its_list_behind_the_grounds_and_names_households() -> None:
    pieces = [
        ("basis", "Căn cứ kết quả năm 2022, UBND xã Gò Mẫu kính trình Chủ tịch UBND huyện xem xét, "
         "tặng Giấy khen cho các tập thể, cá nhân sau:"),
        ("heading", "1. Tập thể:", {"label": "1."}),
        ("list_item", "- Trạm Y tế xã Gò Mẫu;", {"label": "-"}),
        ("heading", "2. Hộ gia đình:", {"label": "2."}),
        ("list_item", "- Hộ ông Lê Văn Bình, thôn Mẫu.", {"label": "-"}),
    ]  # fmt: skip
    found = link_awardees(document(pieces, head("TTr", "3/TTr-UBND")), (), RULES)[0]
    assert [(a.name, a.kind, a.role, a.workplace, a.conferred_by) for a in found] == [
        ("Trạm Y tế xã Gò Mẫu", "collective", "nominee", None, "Chủ tịch UBND huyện"),
        ("Hộ ông Lê Văn Bình", "collective", "nominee", "thôn Mẫu", "Chủ tịch UBND huyện"),
    ]


def test_votes_and_others_counted_are_no_part_of_the_post() -> None:
    assert brief(
        "Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho: ông Lê Văn Bình, Trưởng khoa Nhi (11/11 "
        "phiếu); bà Đỗ Thị Mận, Giám đốc Sở Y tế cùng 12 cá nhân khác.",
    ) == [("Lê Văn Bình", "Trưởng khoa Nhi", None), ("Đỗ Thị Mận", "Giám đốc", "Sở Y tế")]


def test_a_given_name_stands_for_the_one_person_named_in_full() -> None:
    awardees, initiatives = read(
        "UBND tỉnh tặng Bằng khen cho anh Lê Văn Bình, thợ sửa chữa bậc 6/7 Công ty A.",
        "Anh Bình còn là tác giả của sáng kiến “Bàn nâng thủy lực”. Ông Vũ Văn Mít là đồng tác giả "
        "sáng kiến “Máy nắn dầm ray”. Anh Lúa là tác giả sáng kiến “Máy gieo hạt”.",
        "Sở Y tế tặng Giấy khen cho anh Bình.",
    )
    assert [(a.name, a.role, a.award_name) for a in awardees] == [
        ("Lê Văn Bình", "awardee", "Bằng khen"), ("Vũ Văn Mít", "author", None),
        ("Lê Văn Bình", "awardee", "Giấy khen"),
    ]  # fmt: skip
    assert [(i.title, i.authors) for i in initiatives] == [
        ("Bàn nâng thủy lực", ("Lê Văn Bình",)), ("Máy nắn dầm ray", ("Vũ Văn Mít",)),
        ("Máy gieo hạt", ()),
    ]  # fmt: skip


def test_paragraphs_that_hold_names_alone_or_count_them_by_place_go_on_with_the_list() -> None:
    assert brief(
        "11 cá nhân đoạt Giải thưởng Tôn Đức Thắng năm 2018",
        "Ông Lê Văn Bình, Công ty Gạch Mẫu; bà Đỗ Thị Mận, Công ty Điện Mẫu.",
    ) == [("Lê Văn Bình", None, "Công ty Gạch Mẫu"), ("Đỗ Thị Mận", None, "Công ty Điện Mẫu")]
    awardees, _ = read(
        "UBND tỉnh trình Chủ tịch nước truy tặng danh hiệu “Bà mẹ Việt Nam anh hùng” cho 3 mẹ.",
        "Cụ thể, thị xã Mẫu có 2 trường hợp: bà Lê Thị Lúa (SN 1890, xã Gò) và bà Hồ Thị Sắn.",
        "Huyện Gò Mẫu có 1 trường hợp: bà Vũ Thị Bắp (SN 1904).",
    )
    assert [(a.name, a.role, a.workplace) for a in awardees] == [
        ("Lê Thị Lúa", "nominee", "xã Gò"), ("Hồ Thị Sắn", "nominee", None),
        ("Vũ Thị Bắp", "nominee", None),
    ]  # fmt: skip


def test_a_title_behind_a_count_is_that_of_those_listed() -> None:
    awardees, _ = read(
        "Trong đó, 02 Nghệ nhân nhân dân, gồm: Lê Thị Mận (xã Gò) và Vũ Văn Mít (xã Mẫu)."
    )
    assert [(a.name, a.award, a.conferred_by) for a in awardees] == [
        ("Lê Thị Mận", "nghe_nhan_nd", "Chủ tịch nước"),
        ("Vũ Văn Mít", "nghe_nhan_nd", "Chủ tịch nước"),
    ]


def test_one_award_told_in_several_sentences_is_one_row() -> None:
    awardees, _ = read(
        "Đại úy Lê Văn Bình được tặng thưởng Huân chương Dũng cảm.",
        "Chủ tịch nước tặng Huân chương Dũng cảm cho Đại úy quân nhân chuyên nghiệp Lê Văn Bình, "
        "cán bộ Công an tỉnh Ví Dụ.",
        "Chủ tịch nước tặng Huân chương Dũng cảm cho Trung tá Lê Văn Bình, Công an tỉnh Mẫu.",
    )
    assert [(a.name, a.workplace) for a in awardees] == [
        ("Lê Văn Bình", "Công an tỉnh Ví Dụ"), ("Lê Văn Bình", "Công an tỉnh Mẫu"),
    ]  # fmt: skip


def test_the_rank_nearest_to_the_name_is_its_honorific_and_a_degree_ends_no_sentence() -> None:
    awardees, _ = read(
        "Tặng Giấy khen của Lữ đoàn cho các đồng chí: Trung tá Lê Văn Bình, Tiểu đoàn trưởng Tiểu "
        "đoàn 1, kèm theo mức thưởng 447.000 đồng.",
        "Đề cử trao Bằng khen của Bộ Y tế cho: TS. Đỗ Thị Mận, Trưởng Bộ môn Nhi; ThS. Vũ Văn Mít.",
    )
    assert [(a.honorific, a.name, a.role, a.position, a.workplace) for a in awardees] == [
        ("Trung tá", "Lê Văn Bình", "awardee", "Tiểu đoàn trưởng", "Tiểu đoàn 1"),
        (None, "Đỗ Thị Mận", "nominee", "Trưởng Bộ môn Nhi", None),
        (None, "Vũ Văn Mít", "nominee", None, None),
    ]


def test_a_list_below_an_article_keeps_the_authority_of_each_award() -> None:
    pieces = [
        ("paragraph", "Điều 3. Công nhận danh hiệu “Chiến sĩ thi đua cơ sở” cho 01 cá nhân và tặng "
         "Bằng khen của Chủ tịch UBND tỉnh cho 01 cá nhân có tên sau:"),
        ("list_item", "a) Chiến sĩ thi đua cơ sở", {"label": "a)"}),
        ("list_item", "1. Bà Đỗ Thị Mận, giáo viên Trường THCS Gò", {"label": "1."}),
        ("list_item", "b) Bằng khen", {"label": "b)"}),
        ("list_item", "1. Bà Lê Thị Na, giáo viên Trường THCS Mẫu", {"label": "1."}),
    ]  # fmt: skip
    paper = document(pieces, head("QĐ", "9/QĐ-UBND", "ỦY BAN NHÂN DÂN TỈNH VÍ DỤ"))
    assert [a.conferred_by for a in link_awardees(paper, (), RULES)[0]] == [
        "Ủy ban nhân dân tỉnh ví dụ", "Chủ tịch UBND tỉnh",
    ]  # fmt: skip


def test_several_people_of_one_entry_share_its_work() -> None:
    pieces = [
        ("paragraph", "Điều 1. Tặng Giấy khen cho các tác giả sau:"),
        ("list_item", "- Các ông Vũ Văn Mít, Lê Văn Bình - Phòng Cơ điện, đồng tác giả sáng kiến "
         "“Cảm biến nhiệt trạm biến áp”;", {"label": "-"}),
        ("list_item", "- Nhóm tác giả Phân xưởng Gió gồm: Đỗ Văn Chanh, Phạm Văn Lúa với sáng kiến "
         "“Cửa gió khí nén”.", {"label": "-"}),
    ]  # fmt: skip
    people, works = link_awardees(document(pieces, head("QĐ", "9/QĐ-CT", "Công ty Mẫu")), (), RULES)
    assert [(a.name, a.workplace) for a in people] == [
        ("Vũ Văn Mít", "Phòng Cơ điện"), ("Lê Văn Bình", "Phòng Cơ điện"),
        ("Đỗ Văn Chanh", None), ("Phạm Văn Lúa", None),
    ]  # fmt: skip
    assert [w.authors for w in works] == [
        ("Vũ Văn Mít", "Lê Văn Bình"), ("Đỗ Văn Chanh", "Phạm Văn Lúa"),
    ]  # fmt: skip


def test_those_whom_a_report_calls_exemplary_are_not_given_the_award_before_them() -> None:
    words = (
        "Chủ tịch UBND tỉnh tặng Bằng khen cho 16 tập thể, 20 cá nhân. Các cá nhân tiêu biểu là "
        "đồng chí Lê Văn Bình, Thủ kho Công ty Cổ phần Xây dựng An Mai; ông Vi Văn Cường."
    )
    found = read(words)[0]
    assert {row.role for row in found} == {"exemplar"}
    assert {row.award for row in found} == {None}
