"""Sentences of reports with counts, shares and amounts, each figure with its gold."""

from __future__ import annotations

from random import Random

from benchmarks.generated import numbers
from benchmarks.generated.filling import Pieces, fill
from tests.samples.marks import Date, Figure

PEOPLE = (
    "đoàn viên",
    "lượt đoàn viên",
    "cán bộ, công chức, viên chức",
    "người lao động",
    "hội viên",
    "công nhân lao động",
    "lượt người",
    "CNVCLĐ",
    "học sinh",
    "cán bộ công đoàn",
    "đại biểu",
    "cá nhân",
    "hộ gia đình",
    "nữ CNVCLĐ",
    "lượt cán bộ, công chức",
    "giáo viên",
)
EVENTS = (
    "lớp tập huấn",
    "hội nghị",
    "cuộc đối thoại",
    "buổi tuyên truyền",
    "cuộc kiểm tra",
    "buổi tọa đàm",
    "đợt phát động thi đua",
    "hội thi",
    "cuộc giám sát",
)
RESULTS = (
    "sáng kiến",
    "đề tài",
    "giải pháp",
    "công trình",
    "mô hình",
    "sáng kiến, giải pháp",
    "đề tài nghiên cứu khoa học",
    "văn bản",
    "phần việc",
    "hồ sơ",
    "sáng kiến kinh nghiệm",
)
GIFTS = (
    "suất quà",
    "phần quà",
    "mái ấm công đoàn",
    "sổ tiết kiệm",
    "suất học bổng",
    "xe đạp",
    "áo ấm",
)
GROUPS = (
    "khối doanh nghiệp",
    "khối hành chính sự nghiệp",
    "ngành giáo dục",
    "ngành y tế",
    "khu vực nhà nước",
    "lĩnh vực nông nghiệp",
    "lĩnh vực công nghiệp",
)
COLLECTIVES = (
    "công đoàn cơ sở",
    "CĐCS",
    "đơn vị",
    "doanh nghiệp",
    "cơ quan, đơn vị",
    "tập thể",
    "xã, phường, thị trấn",
    "trường học",
    "cơ sở Hội",
)


def count(
    rng: Random,
    noun: str | None = None,
    value: int | None = None,
    role: str = "result",
    qualified: float = 0.15,
    **rest: str | None,
) -> Figure:
    """`04 sáng kiến`, `hơn 2.500 lượt đoàn viên`, `525 nghìn lượt người`."""
    noun = noun or rng.choice(RESULTS)
    n = numbers.size(rng) if value is None else value
    qualifier, lead = "exact", ""
    text = numbers.shown(rng, n)
    if value is None and n >= 10 and rng.random() < qualified:
        word = rng.choice(tuple(numbers.BEFORE))
        n = round(n, -1 if n < 1000 else -2)
        qualifier, lead, text = numbers.BEFORE[word], word + " ", numbers.dots(n)
        if n >= 10000 and n % 1000 == 0:
            text = f"{n // 1000} {rng.choice(('nghìn', 'ngàn'))}"
    elif value is None and rng.random() < 0.03:
        k = rng.randint(2, 600)
        n, text = k * 1000, f"{k} nghìn"
    return Figure(f"{lead}{text} {noun}", n, noun, qualifier=qualifier, role=role, **rest)  # type: ignore[arg-type]


def money(rng: Random, role: str = "result", qualified: float = 0.4) -> Figure:
    text, value = numbers.amount(rng)
    if rng.random() < qualified:
        word = rng.choice(("gần", "hơn", "trên", "khoảng"))
        return Figure(
            f"{word} {text}", value, unit="vnd", qualifier=numbers.BEFORE[word], role=role
        )
    return Figure(text, value, unit="vnd", role=role)


def percent(rng: Random, noun: str | None = None, role: str = "result") -> Figure:
    text, value = numbers.share(rng)
    lead, qualifier = "", "exact"
    if value != 100 and rng.random() < 0.25:
        word = rng.choice(("gần", "trên", "hơn"))
        lead, qualifier = word + " ", numbers.BEFORE[word]
    tail = f" {noun}" if noun else ""
    return Figure(f"{lead}{text}{tail}", value, noun, "percent", qualifier, role)


# ------------------------------------------------------------------------------------ sentences


def activity(rng: Random) -> Pieces:
    """What was held, for how many."""
    return fill(
        rng.choice(
            (
                "Tổ chức {a} cho {b} tham gia.",
                "Đã tổ chức được {a} với sự tham gia của {b}.",
                "Phối hợp tổ chức {a}, thu hút {b} tham gia.",
                "Trong kỳ đã mở {a}, {b} được tham dự.",
                "Các đơn vị đã tổ chức {a}, có {b} tham dự.",
            )
        ),
        a=count(rng, rng.choice(EVENTS)),
        b=count(rng, rng.choice(PEOPLE)),
    )


def gifts(rng: Random) -> Pieces:
    """What was given away and what it cost."""
    return fill(
        rng.choice(
            (
                "Thăm hỏi, trao tặng {a} cho đoàn viên có hoàn cảnh khó khăn, trị giá {m}.",
                "Trao {a} với số tiền {m}.",
                "Nhân dịp Tết Nguyên đán, đã tặng {a} trị giá {m}.",
                "Hỗ trợ {a}, kinh phí {m}.",
            )
        ),
        a=count(rng, rng.choice(GIFTS)),
        m=money(rng),
    )


def spent(rng: Random) -> Pieces:
    """A total of money."""
    return fill(
        rng.choice(
            (
                "Tổng kinh phí thực hiện là {m}.",
                "Tổng số tiền ủng hộ là {m}.",
                "Tổng giá trị làm lợi đạt {m}.",
                "Các hoạt động trên có tổng kinh phí {m}.",
            )
        ),
        m=money(rng, "total"),
    )


def rates(rng: Random) -> Pieces:
    """Shares of people or bodies."""
    return fill(
        rng.choice(
            (
                "{a} được quán triệt, học tập nghị quyết.",
                "Có {a} đăng ký thi đua từ đầu năm.",
                "{a} thực hiện tốt quy chế dân chủ ở cơ sở.",
                "Duy trì {a} tham gia bảo hiểm y tế.",
            )
        ),
        a=percent(rng, rng.choice((*COLLECTIVES, *PEOPLE[2:5]))),
    )


def compared(rng: Random) -> Pieces:
    """A count beside last year's or the plan."""
    return fill(
        rng.choice(
            (
                "Kết nạp mới {a}, đạt {p} kế hoạch.",
                "Phát triển được {a}, tăng {p} so với cùng kỳ.",
                "Có {a} được công nhận, đạt {p} chỉ tiêu giao.",
                "Thực hiện {a}, giảm {p} so với năm trước.",
            )
        ),
        a=count(
            rng, rng.choice(("đoàn viên", "sáng kiến", "đề tài", "công đoàn cơ sở", "hội viên"))
        ),
        p=percent(rng),
    )


def vague(rng: Random) -> Pieces:
    """`hàng nghìn`: an order of size, and words that count nothing."""
    word, value = rng.choice(
        (("hàng chục", 10), ("hàng trăm", 100), ("hàng nghìn", 1000), ("hàng ngàn", 1000))
    )
    noun = rng.choice(("sáng kiến", "đoàn viên", "suất quà", "lượt người", "đề tài"))
    tail = Figure("hàng trăm triệu đồng", 10**8, unit="vnd", qualifier="order")
    return fill(
        rng.choice(
            (
                "Phong trào đã thu hút {a} tham gia, nhiều đơn vị có cách làm hay.",
                "Qua đó đã có {a} được áp dụng, làm lợi {m}.",
                "Nhiều tập thể, cá nhân được biểu dương; {a} được hỗ trợ kịp thời.",
            )
        ),
        a=Figure(f"{word} {noun}", value, noun, qualifier="order"),
        m=tail,
    )


def ranges(rng: Random) -> Pieces:
    low = rng.randint(2, 40)
    high = low + rng.randint(1, 20)
    dash = rng.choice(("-", " - ", "–"))
    if rng.random() < 0.5:
        text = rng.choice((f"{low}{dash}{high}%", f"từ {low}% đến {high}%", f"từ {low}-{high}%"))
        figure = Figure(text, low, None, "percent", "range", high=high)
        return fill(
            rng.choice(
                (
                    "Chi phí sản xuất giảm bình quân {a} so với trước.",
                    "Năng suất lao động tăng {a} nhờ áp dụng giải pháp mới.",
                )
            ),
            a=figure,
        )
    figure = Figure(
        f"{low}{dash}{high} triệu đồng", low * 10**6, None, "vnd", "range", high=high * 10**6
    )
    return fill("Thu nhập bình quân của người lao động đạt {a}/người/tháng.", a=figure)


def target(rng: Random, when: Date | None) -> Pieces:
    """A target of a plan or of the last section of a report."""
    patterns = (
        (
            "Phấn đấu {y} có {a}.",
            "Phấn đấu {y}: {a} được công nhận.",
            "Mục tiêu {y} đạt {a}.",
            "Trong {y}, phấn đấu {p} trở lên.",
        )
        if when
        else (
            "Phấn đấu có {a}.",
            "Chỉ tiêu: {a}.",
            "Phấn đấu {p} thực hiện tốt.",
            "Có ít nhất {q}.",
        )
    )
    pattern = rng.choice(patterns)
    noun = rng.choice(("sáng kiến", "đoàn viên mới", "đề tài", "lớp tập huấn", "công trình"))
    share = percent(rng, rng.choice(COLLECTIVES), "target")
    if "trở lên" in pattern:
        value = rng.randint(40, 95)
        who = rng.choice(("đoàn viên", "công đoàn cơ sở"))
        share = Figure(f"{value}% {who}", value, who, "percent", "at_least", "target")
        pattern = "Trong {y}, phấn đấu có từ {p} trở lên được tập huấn."
        share = Figure(f"{value}%", value, who, "percent", "at_least", "target")
    n = rng.randint(5, 300)
    least = Figure(f"{numbers.dots(n)} {noun}", n, noun, qualifier="at_least", role="target")
    values: dict[str, Figure | Date] = {
        "a": count(rng, noun, None, "target"),
        "p": share,
        "q": least,
    }
    if when:
        values["y"] = when
    return fill(pattern, **values)


def in_words(rng: Random) -> Pieces:
    """A count written out: `hai mươi lăm sáng kiến`."""
    tens, ones = rng.randint(1, 9), rng.randint(0, 9)
    lead = "mười" if tens == 1 else f"{numbers.WORDS[tens]} mươi"
    last = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, numbers.WORDS[ones])
    noun = rng.choice(("sáng kiến", "đề tài", "công trình", "đoàn viên"))
    text = f"{lead} {last}".strip()
    return fill(
        "Trong năm có {a} được công nhận.", a=Figure(f"{text} {noun}", tens * 10 + ones, noun)
    )


def each(rng: Random) -> Pieces:
    """An amount for each of a count."""
    value = rng.randint(3, 30) * 100_000
    return fill(
        "Trao {a}, mỗi suất trị giá {m}.",
        a=count(rng, "suất quà"),
        m=Figure(f"{numbers.dots(value)} đồng", value, unit="vnd"),
    )
