"""Prints a news sample as a web page with menu, side boxes, related headlines and footer."""

from __future__ import annotations

from html import escape

from tests.samples.marks import plain
from tests.samples.sample import Para, Sample

MENU = ("Trang chủ", "Thời sự", "Công đoàn", "Việc làm", "Đời sống", "Văn hóa", "Video")
ASIDE = (
    "Doanh nghiệp tuyển 120 lao động phổ thông",
    "Tặng 35 suất quà cho công nhân xa quê",
    "Lịch cúp điện tuần này",
)
TAGS = {"kicker": '<p class="sapo"><strong>{}</strong></p>', "title": "<h2>{}</h2>",
        "caption": '<figure><img src="/anh/ton-vinh.jpg" alt=""><figcaption>{}</figcaption>'
                   "</figure>"}  # fmt: skip


def to_bytes(sample: Sample) -> bytes:
    """The page, UTF-8."""
    assert sample.published is not None
    title, site = escape(sample.subject_text), escape(sample.extra["site"])
    author, when = escape(sample.signer_name or ""), sample.extra["published"]
    body = []
    for n, block in enumerate(sample.body):
        assert isinstance(block, Para)
        text = escape(plain(block.parts), quote=False)
        body.append("      " + TAGS.get(block.look, "<p>{}</p>").format(text))
        if n == 0:
            related = sample.extra["related"].split("|")
            links = "".join(f'<li><a href="/tin-{i}.html">{r}</a></li>' for i, r in
                            enumerate(related))  # fmt: skip
            body.append(f'      <ul class="related">{links}</ul>')
    menu = "".join(f'<li><a href="/{i}">{m}</a></li>' for i, m in enumerate(MENU))
    aside = "".join(f'<li><a href="/doc-nhieu-{i}">{a}</a></li>' for i, a in enumerate(ASIDE))
    article = "\n".join(body)
    page = f"""<!DOCTYPE html>
<html lang="vi">
<head>
  <meta charset="utf-8">
  <title>{title} | {site}</title>
  <meta property="og:type" content="article">
  <meta property="og:title" content="{title}">
  <meta property="og:site_name" content="{site}">
  <meta property="article:published_time" content="{when}">
  <meta name="author" content="{author}">
  <script type="application/ld+json">
  {{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{title}",
   "datePublished": "{when}", "author": {{"@type": "Person", "name": "{author}"}},
   "publisher": {{"@type": "Organization", "name": "{site}"}}}}
  </script>
  <style>body {{ font-family: serif; }} .menu li {{ display: inline; }}</style>
  <script>var ads = "Giảm giá 50% hôm nay";</script>
</head>
<body>
  <header>
    <div class="brand">{site}</div>
    <nav class="menu"><ul>{menu}</ul></nav>
  </header>
  <main>
    <article>
      <h1>{title}</h1>
      <div class="meta"><time datetime="{when}">{escape(sample.published.text)}</time></div>
{article}
      <p class="author">{author}</p>
    </article>
    <aside class="sidebar"><h3>Đọc nhiều</h3><ul>{aside}</ul></aside>
  </main>
  <footer>
    <p>© {site}. Giữ bản quyền nội dung trên trang này.</p>
    <p>Tòa soạn: số 15 đường Bến Oánh. Điện thoại: 0208 000 1234</p>
  </footer>
</body>
</html>
"""
    return page.encode("utf-8")
