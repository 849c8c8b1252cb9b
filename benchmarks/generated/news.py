"""News pages about awards: headline, day and clock, lead, captions, byline."""

from __future__ import annotations

import datetime as dt
from random import Random

from benchmarks.generated import awards, dates, figure_sentences, offices, phrases
from benchmarks.generated.named import Cast
from benchmarks.generated.people import person
from tests.samples.marks import Date
from tests.samples.sample import Para, Sample, p

HEADLINES = (
    "Tôn vinh những người thợ giỏi", "Lan tỏa phong trào thi đua yêu nước",
    "Nhiều cách làm hay trong phong trào thi đua", "Sôi nổi phong trào lao động sáng tạo",
    "Biểu dương gương người tốt, việc tốt", "Hiệu quả từ phong trào phát huy sáng kiến",
)  # fmt: skip
SITES = ("Báo Lao động Vân Khê", "Cổng thông tin Công đoàn Tân Hải", "Báo Sơn Lĩnh điện tử")
RELATED = "Khởi công nhà văn hóa công nhân|Khai mạc giải bóng chuyền|Gặp mặt cán bộ hưu trí"


def news(rng: Random, name: str) -> Sample:
    """A page with menu, side boxes and related headlines around the article."""
    office = offices.office(rng)
    day = dates.random_day(rng)
    clock = dt.time(rng.randint(6, 21), rng.randint(0, 59))
    printed = f"{day:%d/%m/%Y} {clock:%H:%M}"
    cast = Cast(rng, office)
    body: list[Para] = [
        Para((f"({SITES[0][:3].upper()}) - {phrases.filler(rng)}",), "body"),
        p(phrases.filler(rng), " ", *figure_sentences.sentence(rng)),
        p(*awards.sentence(rng)),
    ]
    if rng.random() < 0.6:
        body.append(p(*cast.exemplars()))
    if rng.random() < 0.5:
        body.append(p(*figure_sentences.sentence(rng)))
    published = Date(printed, day.isoformat(), day.isoformat(), "published")
    return Sample(
        name=name, suffix="html", kind="text", genre="news", subject=(rng.choice(HEADLINES),),
        issued_on=day.isoformat(), published=published, body=tuple(body),
        signer_name=person(rng).name,
        extra={
            "site": rng.choice(SITES), "related": RELATED,
            "published": f"{day.isoformat()}T{clock:%H:%M}:00+07:00",
        },
    )  # fmt: skip
