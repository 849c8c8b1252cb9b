"""The report as one HTML file: self-contained, escaped, Vietnamese and English, printable."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from pipeline.audit.report import VERDICTS, Item, Paper, Quote, Report

_STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #5a6472; --edge: #ccd3db;
  --line: #dfe4ea; --head: #f4f6f8; --mark: #fff1b8; --around: #626b77; --id: #69727e;
  --bad: #b3261e; --good: #1a7f37; --open: #6b7280; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #16191d; --ink: #e4e7eb;
  --soft: #a3adb9; --edge: #3d454f; --line: #2f363e; --head: #22272d; --mark: #6b5400;
  --around: #95a0ac; --id: #8b96a3; --bad: #ff8a80; --good: #6fcf87; --open: #a3adb9; } }
@page { size: A4; margin: 18mm 16mm; }
* { box-sizing: border-box; }
body { font: 14px/1.5 "Noto Sans", "DejaVu Sans", "Segoe UI", Arial, sans-serif; color: var(--ink);
  background: var(--paper);
  max-width: 60rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.7rem; margin: 0; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem;
  border-bottom: 2px solid var(--ink); padding-bottom: .2rem; }
h3 { font-size: 1.02rem; margin: 1.6rem 0 .1rem; } a { color: inherit; }
h2, header, .item > p { break-after: avoid; } header, tr { break-inside: avoid; }
[lang=en] { color: var(--soft); font-style: italic; }
.meta { color: var(--soft); margin: 0 0 .6rem; }
.tiles { display: flex; gap: .8rem; margin: 1.2rem 0; flex-wrap: wrap; }
.tile { flex: 1 1 6.5rem; border: 1px solid var(--edge); border-radius: 6px; padding: .6rem .8rem; }
.tile b { display: block; font-size: 1.6rem; line-height: 1.2; }
.tile.bad b { color: var(--bad); } .tile.good b { color: var(--good); }
.tile.open b { color: var(--open); }
table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem;
  border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
.item td { overflow-wrap: anywhere; }
th { font-weight: 600; background: var(--head); } td.n, th.n { text-align: right;
  font-variant-numeric: tabular-nums; } td.n { white-space: nowrap; } td.bad { color: var(--bad);
  font-weight: 600; }
.item { border: 1px solid var(--edge); border-left: 5px solid #6b7280; border-radius: 4px;
  padding: .6rem .9rem; margin: .7rem 0; box-decoration-break: clone;
  -webkit-box-decoration-break: clone; }
.item:target { outline: 2px solid var(--soft); }
.item.error { border-left-color: var(--bad); } .item.warning { border-left-color: #b58100; }
.item.info { border-left-color: #2f6fb0; } .item p { margin: .15rem 0; }
.tag { display: inline-block; font-size: .78rem; font-weight: 600; padding: .05rem .45rem;
  border-radius: 3px; margin-right: .5rem; color: #fff; background: #6b7280; }
.error .tag { background: #b3261e; } .warning .tag { background: #8f6500; }
.info .tag { background: #2f6fb0; } .item table { margin-top: .4rem; font-size: .93rem; }
.item th { width: 12.5rem; background: none; font-weight: 400; color: var(--soft); }
mark { background: var(--mark); color: inherit; padding: 0 .1rem; }
.around { color: var(--around); }
.id { font: .75rem monospace; color: var(--id); }
@media screen and (max-width: 40rem) { body { margin: 1rem auto; padding: 0 .75rem; }
  th, td { padding: .25rem .3rem; } .summary { font-size: .85rem; }
  .item tr, .item th, .item td { display: block; width: auto; } .item th { border: 0; } }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .tag { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""
_SEVERITY = {
    "error": ("Lỗi", "error"), "warning": ("Cảnh báo", "warning"), "info": ("Lưu ý", "note"),
}  # fmt: skip
_VERDICT = {
    "contradiction": ("Mâu thuẫn", "contradictions", "bad"),
    "consistent": ("Khớp", "consistent", "good"),
    "not_checkable": ("Không kiểm được", "not checkable", "open"),
}


_NONE = "<p>Không có. <span lang='en'>None.</span></p>"


def html_report(report: Report) -> str:
    """The whole file as text; nothing in it is loaded from anywhere else."""
    made = sum(report.total(verdict) for verdict in VERDICTS)
    tiles = [
        _tile(report.documents, "Văn bản", "documents", ""),
        _tile(made, "Phép kiểm tra", "checks made", ""),
        *(_tile(report.total(v), *_VERDICT[v]) for v in VERDICTS),
    ]
    parts = [
        f"<h1>Báo cáo kiểm tra số liệu</h1><p lang='en'>Audit report: {_text(report.archive)}</p>",
        f"<div class='tiles'>{''.join(tiles)}</div>",
        _summary(report),
        "<h2>Mâu thuẫn <span lang='en'>Contradictions</span></h2>",
        _papers(report.papers) or _NONE,
    ]
    if report.left_out:
        parts.append(_left_out(report))
    if report.explained:
        parts.append("<h2>Đã giải thích <span lang='en'>Explained</span></h2>")
        parts.append(_papers(report.explained))
    parts.append(
        "<p class='meta'>“Không kiểm được” không có nghĩa là khớp. "
        "<span lang='en'>Not checkable does not mean consistent.</span> "
        f"rules {_text(report.rules_version)}, checks {_text(report.checks_version)}</p>"
    )
    return (
        "<!doctype html>\n<html lang='vi'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        "<meta http-equiv='Content-Security-Policy' "
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>Báo cáo kiểm tra – {_text(report.archive)}</title>"
        f"<style>{_STYLE}</style></head><body><main>\n"
        + "\n".join(parts)
        + "\n</main></body></html>\n"
    )


def _text(value: object) -> str:
    return escape(str(value), quote=True)


def _left_out(report: Report) -> str:
    """What the page does not tell, and where it can be asked for."""
    shown = f"{report.left_out:,}"
    query = "SELECT * FROM findings WHERE verdict = 'contradiction'"
    return (
        f"<p class='meta'>Còn {shown.replace(',', '.')} mâu thuẫn khác không in ở đây. "
        f"<span lang='en'>{shown} further contradictions are not printed here:</span> "
        f'<code>congvan query "{_text(query)}" --archive {_text(report.archive)}</code></p>'
    )


def _tile(count: int, vi: str, en: str, kind: str) -> str:
    shown = f"{count:,}".replace(",", ".")
    return f"<div class='tile {kind}'><b>{shown}</b>{vi}<br><span lang='en'>{en}</span></div>"


def _summary(report: Report) -> str:
    rows = []
    first: dict[str, str] = {}  # the first finding of each check that is on the page
    for paper in report.papers:
        for item in paper.items:
            first.setdefault(str(item.row["check"]), str(item.row["finding_id"]))
    for name, counts in report.counts.items():
        check = report.checks[name]
        wrong = counts["contradiction"]
        told = f"<a href='#{_text(first[name])}'>{wrong}</a>" if name in first else str(wrong)
        rows.append(
            f"<tr><td>{_text(check.vi)}<br><span lang='en'>{_text(check.en)}</span></td>"
            f"<td>{_SEVERITY[check.severity][0]}</td>"
            f"<td class='n{' bad' if wrong else ''}'>{told}</td>"
            f"<td class='n'>{counts['consistent']}</td>"
            f"<td class='n'>{counts['not_checkable']}</td></tr>"
        )
    head = (
        "<thead><tr><th scope='col'>Phép kiểm tra <span lang='en'>Check</span></th>"
        "<th scope='col'>Mức độ <span lang='en'>Severity</span></th>"
        + "".join(
            f"<th class='n' scope='col'>{vi}<br><span lang='en'>{en}</span></th>"
            for vi, en, _ in (_VERDICT[verdict] for verdict in VERDICTS)
        )
        + "</tr></thead>"
    )
    off = ", ".join(_text(check.vi) for check in report.off)
    note = f"<p class='meta'>Đã tắt <span lang='en'>switched off</span>: {off}</p>" if off else ""
    return (
        "<h2>Tổng hợp <span lang='en'>Summary</span></h2>"
        f"<table class='summary'>{head}<tbody>{''.join(rows)}</tbody></table>{note}"
    )


def _papers(papers: Iterable[Paper]) -> str:
    return "".join(_paper(paper) for paper in papers)


def _paper(paper: Paper) -> str:
    named = [paper.number, f"{paper.issued_on:%d/%m/%Y}" if paper.issued_on else None, paper.issuer]
    meta = " · ".join(_text(" ".join(str(part).split())) for part in named if part)
    title = _text(" ".join((paper.title or paper.file).split()))
    where = f"{meta}{' · ' if meta else ''}{_text(paper.file)}"
    head = f"<header><h3>{title}</h3><p class='meta'>{where}</p></header>"
    return f"<section>{head}{''.join(_item(item) for item in paper.items)}</section>"


def _item(item: Item) -> str:
    row = item.row
    vi, en = _SEVERITY[str(row["severity"])]
    facts = [
        _fact("Đúng ra / Expected", row["expected"]),
        _fact("Văn bản ghi / Observed", row["observed"]),
        _fact("Chênh lệch / Difference", _number(row["difference"], item.check.unit)),
        *(_quote(quote) for quote in item.quotes),
        _fact("Giải thích / Explained", row["explained"]),
    ]
    return (
        f"<div class='item {_text(row['severity'])}' id='{_text(row['finding_id'])}'>"
        f"<p><span class='tag'>{vi} · {en}</span>"
        f"<b>{_text(item.check.vi)}</b> <span lang='en'>{_text(item.check.en)}</span></p>"
        f"<p>{_text(row['message_vi'])}</p><p lang='en'>{_text(row['message_en'])}</p>"
        f"<table>{''.join(facts)}</table><span class='id'>{_text(row['finding_id'])}</span></div>"
    )


def _fact(label: str, value: object) -> str:
    return "" if value is None else f"<tr><th scope='row'>{label}</th><td>{_text(value)}</td></tr>"


def _quote(quote: Quote) -> str:
    if quote.page is None:
        place = "Chữ ký số / Signature"
    else:
        place = f"Trang / Page {quote.page}" if quote.is_paged else "Trong văn bản / In the text"
    before = f"<span class='around'>… {_text(quote.before)}</span> " if quote.before else ""
    after = f" <span class='around'>{_text(quote.after)} …</span>" if quote.after else ""
    if quote.document is not None:
        place = f"{_text(quote.document)}<br>{place}"
    words = f"{before}<mark>{_text(quote.words)}</mark>{after}"
    return f"<tr><th scope='row'>{place}</th><td>{words}</td></tr>"


def _number(value: object, unit: str) -> str | None:
    if not isinstance(value, int | float):
        return None
    shown = f"{value:+,.2f}".rstrip("0").rstrip(".")
    # Vietnamese marks: dots between thousands, a comma before decimals.
    shown = shown.replace(",", "_").replace(".", ",").replace("_", ".")
    return f"{shown} {unit}".strip()
