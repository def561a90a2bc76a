"""Dates of pages: 400 pages of our own from structures seen in the wild, each with its right day or none.

    python -m benchmarks.dates [--wrong] [--htmldate]

A page is a form (where and how the day of publishing stands) in a frame (heading, paragraphs that speak of other days, lists of
other articles with theirs, comments, a copyright year). Frames and days vary by a seed. Right is the exact day, and null for the
traps: forms whose day is another's, an update's, or ambiguous. The words of the pages are invented.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from onrecord.gather.head import read_head, told_by_page

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "hu": "január február március április május június július augusztus szeptember október november december",
}
LD = '<script type="application/ld+json">'
TITLE = "Northern bridge to close for two winters"


@dataclass(frozen=True)
class Form:
    """Where and how a page tells its day: templates of its head, and above and below its heading; ``told`` is false for traps."""

    name: str
    head: str = ""
    body: str = ""
    lang: str = "en"
    told: bool = True
    above: str = ""


def linked(fields: str, kind: str = "NewsArticle") -> str:
    """Wrap fields in a JSON-LD script."""
    return LD + f'{{"@type":"{kind}","headline":"{TITLE}",{fields}}}</script>'


def meta(name: str, value: str, attribute: str = "property") -> str:
    """Make a meta tag."""
    return f'<meta {attribute}="{name}" content="{value}">'


FORMS = (
    Form("json-ld", linked('"datePublished":"<isoz>","dateModified":"<later_isoz>"')),
    Form("json-ld without time", linked('"datePublished":"<iso>"', "BlogPosting")),
    Form("json-ld in a graph", LD + '{"@graph":[{"@type":"WebSite"},{"@type":"Article","headline":"' + TITLE
         + '","datePublished":"<iso_tz>"},{"@type":"WebPage","datePublished":"<iso_tz>"}]}</script>'),
    Form("json-ld of others too", linked('"datePublished":"<isoz>"')
         + LD + '[{"@type":"NewsArticle","headline":"Ferry sinks in storm","datePublished":"<other_iso>"}]</script>'),
    Form("json-ld broken", LD + '{"@type":"NewsArticle","datePublished":"<isoz>",}</script>'),
    Form("json-ld printed day", linked('"datePublished":"<us>"')),
    Form("open graph", meta("article:published_time", "<iso_tz>") + meta("article:modified_time", "<later_isoz>")),
    Form("open graph, modified first", meta("og:updated_time", "<later_isoz>") + meta("article:published_time", "<isoz>")),
    Form("meta pubdate", meta("pubdate", "<compact>", "name")),
    Form("meta rfc", meta("publish-date", "<rfc>", "name")),
    Form("meta dublin core", meta("DC.date.issued", "<iso>", "name")),
    Form("meta parsely", meta("parsely-pub-date", "<isoz>", "name")),
    Form("meta date", meta("date", "<iso> 10:20:00", "name")),
    Form("meta sailthru", meta("sailthru.date", "<isoz>", "name")),
    Form("meta citation", meta("citation_publication_date", "<slashed>", "name")),
    Form("meta seconds", meta("cXenseParse:recs:publishtime", "<isoz>", "name")),
    Form("itemprop meta", body='<meta itemprop="datePublished" content="<iso>"><p class="byline">By Ada Moor</p>'),
    Form("itemprop time", body='<time itemprop="datePublished" datetime="<iso_tz>"><us></time>'),
    Form("time", body='<p>By Ada Moor <time datetime="<isoz>"><us></time></p>'),
    Form("time without attribute", body="<time><us></time>"),
    Form("time, wordpress", body='<time class="entry-date published updated" datetime="<iso_tz>"><us></time>'),
    Form("time, wordpress two", body='<time class="entry-date published" datetime="<iso_tz>"><us></time>'
         '<time class="updated" datetime="<later_isoz>"><later_us></time>'),
    Form("abbr", body='<abbr class="published" title="<iso_tz>"><us></abbr>'),
    Form("data attribute", body='<div class="date date--v2" data-datetime="<us>" data-seconds="<epoch>">4 hours ago</div>'),
    Form("seconds", body='<span class="timestamp" data-timestamp="<epoch>">last year</span>'),
    Form("byline line", body='<p class="byline">By Ada Moor | <us></p>'),
    Form("published", body="<p>Published: <uk> 14:05</p>"),
    Form("published and updated", body='<p class="dates">Published 9:30 AM, <us> | Updated 5:01 PM, <later_us></p>'),
    Form("published, updated apart", body='<div class="dates"><span>Published <us></span> <span>Updated <later_us></span></div>'),
    Form("updated above published", body="<p>Updated: <later_us></p><p>Published: <us></p>"),
    Form("drupal submitted", body='<div class="submitted">Submitted by <a href="#">editor</a> on <us> - 10:11</div>'),
    Form("date above the heading", above='<h2 class="date-header"><span><weekday>, <us></span></h2>'),
    Form("spans", body='<div class="post-date"><span><dd></span> <span><month></span> <span><yyyy></span></div>'),
    Form("short month", body='<span class="post-meta"><short> &bull; 4 min read</span>'),
    Form("ordinal", body='<p class="info">the <ordinal>, Keldon</p>'),
    Form("iso line", body='<span class="info-date"><iso> 11:20</span>'),
    Form("dotted iso", body='<p class="info"><yyyy>.<mm>.<dd2> 11:20</p>'),
    Form("address", '<link rel="canonical" href="https://herald.example/<path>/bridge">'),
    Form("address with month name", '<link rel="canonical" href="https://herald.example/<path_name>/bridge">'),
    Form("address in eight figures", '<link rel="canonical" href="https://herald.example/bridge-<compact>.html">'),
    Form("script", '<script>window.data={"page":{"publishedAt":"<isoz>","title":"x"}};</script>'),
    Form("greenwich", meta("article:published_time", "<next_iso>T02:10:00Z"), '<p class="byline">By Ada Moor, <us></p>'),
    Form("german", body='<p class="datum">Veröffentlicht am <day>. <month> <yyyy></p>', lang="de"),
    Form("german figures", body='<span class="datum"><dd2>.<mm>.<yyyy>, 10:15 Uhr</span>', lang="de"),
    Form("german short year", body='<span class="datum">Stand: <dd2>.<mm>.<yy></span>', lang="de"),
    Form("french", body="<p>Publié le <day> <month> <yyyy> à 10h12</p>", lang="fr"),
    Form("french figures", body='<span class="date">Publié le <dd2>/<mm>/<yyyy> à 10:12</span>', lang="fr"),
    Form("spanish", body='<p class="fecha"><day> de <month> de <yyyy></p>', lang="es"),
    Form("portuguese", body="<p>Publicado em <day> de <month> de <yyyy></p>", lang="pt"),
    Form("portuguese figures", body="<small><b><dd2>/<mm>/<yyyy></b> - Publicado por: Ada Moor</small>", lang="pt-BR"),
    Form("italian", body='<p class="data"><day> <month> <yyyy></p>', lang="it"),
    Form("dutch", body='<p class="meta">Geplaatst op <day> <month> <yyyy></p>', lang="nl"),
    Form("polish", body='<p class="date"><day> <month> <yyyy>, 12:30</p>', lang="pl"),
    Form("russian", body='<p class="date"><day> <month> <yyyy>, 12:30</p>', lang="ru"),
    Form("turkish", body='<p class="date">Yayınlanma: <day> <month> <yyyy></p>', lang="tr"),
    Form("hungarian", body='<p class="date"><yyyy>. <month> <day>. 12:30</p>', lang="hu"),
    Form("japanese", body='<p class="date"><yyyy>年<mnum>月<day>日 12:30</p>', lang="ja"),
    Form("korean", body='<p class="date">입력 <yyyy>.<mm>.<dd2> 12:30</p>', lang="ko"),
    Form("british figures", body='<p class="date"><dd2>/<mm>/<yyyy></p>', lang="en-GB"),
    Form("figures told by others", body='<p class="date"><dd2>/<mm>/<yyyy></p><div class="related">25/09/2018</div>'),
    # traps
    Form("ambiguous figures", body='<p class="date">03/04/2019</p>', told=False),
    Form("ambiguous meta", meta("date", "03/04/2019", "name"), told=False),
    Form("modified alone", meta("article:modified_time", "<later_isoz>") + meta("lastmod", "<later_isoz>"), told=False),
    Form("updated line alone", body="<p>Last updated: <later_us></p>", told=False),
    Form("others alone", body='<aside class="related"><time datetime="<other_iso>"><other_us></time> Ferry</aside>', told=False),
    Form("comment alone", body='<div id="comments"><p class="date"><other_us></p><p>It was me.</p></div>', told=False),
    Form("copyright", body="<p>© 2009–<yyyy> The Herald. All rights reserved.</p>", told=False),
    Form("prose alone", body="<p>On <us> the minister closed the bridge, as her office said.</p>", told=False),
    Form("epoch zero", meta("article:published_time", "1970-01-01T00:00:00Z"), told=False),
    Form("no such day", meta("article:published_time", "2019-02-31"), told=False),
    Form("weekday alone", body='<p class="date">Monday, 12:30</p>', told=False),
    Form("event", body='<div class="event-list"><span class="date"><other_us></span> Regatta on the river</div>', told=False),
)  # fmt: skip


def values(form: Form, day: date, rng: random.Random) -> dict[str, str]:
    """Give what a form's marks stand for, on a day."""
    names = MONTHS.get(form.lang[:2], MONTHS["en"]).split()
    later, other = day + timedelta(days=rng.randint(2, 90)), day - timedelta(days=rng.randint(40, 400))
    english = MONTHS["en"].split()

    def american(when: date) -> str:
        return f"{english[when.month - 1]} {when.day}, {when.year}"

    moment = datetime(day.year, day.month, day.day, rng.randint(12, 20), 10, 5, tzinfo=UTC)
    suffix = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return {
        "iso": day.isoformat(), "isoz": f"{day}T{moment:%H:%M:%S}Z", "iso_tz": f"{day}T{rng.randint(0, 23):02}:30:00-05:00",
        "next_iso": str(day + timedelta(days=1)), "later_isoz": f"{later}T08:00:00Z", "later_us": american(later),
        "other_iso": str(other), "other_us": american(other), "us": american(day), "compact": f"{day:%Y%m%d}",
        "uk": f"{day.day} {english[day.month - 1]} {day.year}", "rfc": f"{day:%a, %d %b %Y} 10:00:00 GMT",
        "slashed": f"{day:%Y/%m/%d}", "epoch": str(int(moment.timestamp())), "weekday": f"{day:%A}", "day": str(day.day),
        "dd": f"{day.day:02}", "dd2": f"{day.day:02}", "mm": f"{day.month:02}", "mnum": str(day.month), "yy": f"{day:%y}",
        "yyyy": str(day.year),
        "month": names[day.month - 1], "short": f"{english[day.month - 1][:3]}. {day.day}, {day.year}",
        "ordinal": f"{day.day}{suffix} of {english[day.month - 1]} {day.year}", "path": f"{day:%Y/%m/%d}",
        "path_name": f"{day.year}/{english[day.month - 1][:3].lower()}/{day.day:02}",
    }  # fmt: skip


def page(form: Form, day: date, rng: random.Random) -> str:
    """Make a page of a form, in a frame chosen by the seed."""
    filled = [form.head, form.above, form.body]
    told = values(form, day, rng)
    for name, value in told.items():
        filled = [part.replace(f"<{name}>", value) for part in filled]
    head, above, body = filled
    heading = rng.choice(("h1", "h1", "h2"))
    # another article's day in the frame, under the names sites give such lists
    place = rng.choice(("related-posts", "sidebar", "most-popular"))
    others = f'<div class="{place}"><p class="date">{told["other_us"]}</p>Ferry sinks</div>'
    comments = f'<ol class="comments"><li>{told["later_us"]} Jon: It was me.</li></ol>'
    prose = f"<p>The minister said on {told['other_us']} that the bridge was safe. It had stood since May 3, 1911, she said.</p>"
    frame = [part for part in (others, comments, "<footer>© 2009 The Herald</footer>") if form.told and rng.random() < 0.6]
    return (
        f'<html lang="{form.lang}"><head><title>{TITLE} | The Herald</title>{head}</head><body><nav><a href="/">Home</a></nav>'
        f"<article>{above}<{heading}>{TITLE}</{heading}>{body}{prose}{prose}</article>{''.join(frame)}</body></html>"
    )


def pages(seed: int = 1, each: int = 6) -> Iterator[tuple[str, str, date | None]]:
    """Make the pages: each form's name, a page, and its right day or none."""
    rng = random.Random(seed)
    for form in FORMS:
        for _ in range(each):
            day = date(2005, 1, 1) + timedelta(days=rng.randrange(7000))
            yield form.name, page(form, day, rng), day if form.told else None


def ours(markup: str) -> date | None:
    """Read a page's day as a build does."""
    import lxml.html

    when = told_by_page(read_head(lxml.html.document_fromstring(markup))).published
    return date.fromisoformat(when.earliest) if when else None


def theirs(markup: str) -> date | None:
    """Read a page's day with htmldate, which asks the clock for the latest day."""
    from htmldate import find_date

    found = find_date(markup, original_date=True)
    return date.fromisoformat(found) if found else None


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="benchmarks.dates")
    parser.add_argument("--wrong", action="store_true", help="list the forms with pages that are not right")
    parser.add_argument("--htmldate", action="store_true", help="measure htmldate beside it")
    options = parser.parse_args()
    made = list(pages())
    for name, reader in (("onrecord", ours), ("htmldate", theirs)) if options.htmldate else (("onrecord", ours),):
        outcomes: Counter[str] = Counter()
        forms: Counter[str] = Counter()
        for form, markup, right in made:
            found = reader(markup)
            outcome = "right" if found == right else "blank" if found is None else "wrong"
            outcomes[outcome] += 1
            if outcome != "right":
                forms[f"{outcome} {form}"] += 1
        shares = "  ".join(f"{outcome} {outcomes[outcome] / len(made):.3f}" for outcome in ("right", "blank", "wrong"))
        print(f"{name:<10}{len(made)} pages  {shares}")
        if options.wrong:
            print("\n".join(f"    {count} {form}" for form, count in sorted(forms.items())))


if __name__ == "__main__":
    main()
