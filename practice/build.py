"""Make the practice pages: ``python3 practice/build.py`` writes ``practice/pages/`` from ``practice/articles/*.toml``.

Each paper has its own furniture (menus, cookie banner, newsletter box, related stories, comment form), because real pages do. Every page says
that it is practice material.
"""

import html
import json
import shutil
import tomllib
from pathlib import Path
from string import Template
from typing import Any

HERE = Path(__file__).resolve().parent
LABEL = "Practice material for On Record, written from well-known public facts. Not a news report; papers, bylines and quotations are made up."

PAGE = Template("""<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="$charset">
<title>$title | $outlet</title>
<meta property="og:site_name" content="$outlet">
<meta property="og:title" content="$title">
<meta name="author" content="$byline">
$head<link rel="canonical" href="https://$host/$slug">
<style>body{font-family:Georgia,serif;max-width:44rem;margin:auto}nav,footer,aside{font-size:.8rem;color:#555}</style>
</head>
<body>
$before
<main>
<article>
<h1>$title</h1>
<p class="byline">By $byline</p>
$dateline
<div class="article-body">
$paragraphs
</div>
</article>
$after
</main>
<footer>
<p>$label</p>
<p>&copy; 2022 $outlet. All rights reserved. <a href="/terms">Terms</a> <a href="/privacy">Privacy</a> <a href="/contact">Contact us</a></p>
</footer>
</body>
</html>
""")

MENU = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
COOKIES = '<div class="cookie-banner"><p>We use cookies to improve your experience. <button>Accept all</button></p></div>'
NEWSLETTER = (
    '<aside class="newsletter"><h3>Sign up to our newsletter</h3><p>The best of the paper in your inbox every morning.</p>'
    '<form><input type="email"><button>Subscribe</button></form></aside>'
)
RELATED = (
    '<aside class="related"><h3>Related</h3><ul><li><a href="/a">Thousands leave by train</a></li>'
    '<li><a href="/b">Four killed in shelling of market, in pictures</a></li></ul></aside>'
)
COMMENTS = (
    '<section id="respond" class="comment-respond"><h3>Leave a Reply</h3><p>Your email address will not be published. '
    "Required fields are marked *</p><form><textarea></textarea><button>Post comment</button></form></section>"
)
SHARE = '<div class="share-buttons"><a href="#">Share</a> <a href="#">Tweet</a> <a href="#">Print</a></div>'

FURNITURE = {
    "The Harbour Gazette": (COOKIES + MENU, SHARE + RELATED + COMMENTS),
    "Northern Ledger": (MENU, RELATED + NEWSLETTER),
    "Courier International": (COOKIES + MENU, SHARE + NEWSLETTER),
    "The Weekly Observer": (MENU, COMMENTS),
    "Valley Post": (MENU + SHARE, NEWSLETTER + COMMENTS),
    "Lakeside Herald": (COOKIES, RELATED),
    "Eastern Dispatch": (MENU, SHARE + RELATED),
    "Вісник": (MENU, SHARE),
    "Вестник": (MENU, SHARE),
}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def dates(article: dict[str, Any]) -> tuple[str, str]:
    """The head element and the visible line that tell the date, in the way this page tells it."""
    day = article["published"]
    if article["date"] == "meta":
        return f'<meta property="article:published_time" content="{day}T08:30:00+00:00">\n', ""
    if article["date"] == "json-ld":
        data = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article["title"],
            "datePublished": day,
        }
        return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>\n', ""
    year, month, number = map(int, day.split("-"))
    return "", f'<p class="date">Published {number} {MONTHS[month - 1]} {year}</p>'


def page(article: dict[str, Any]) -> str:
    """One whole page."""
    before, after = FURNITURE[article["outlet"]]
    head, dateline = dates(article)
    folder, _, name = article["file"].partition("/")
    paragraphs = (
        f"<p>{html.escape(p.strip(), quote=False)}</p>" for p in article["body"].strip().split("\n\n")
    )
    return PAGE.substitute(
        language=article.get("language", "en"),
        charset=article.get("charset", "utf-8"),
        title=html.escape(article["title"]),
        outlet=html.escape(article["outlet"]),
        byline=html.escape(article["byline"]),
        head=head,
        host=f"{folder}.example",
        slug=name.removesuffix(".html"),
        before=before,
        dateline=dateline,
        paragraphs="\n".join(paragraphs),
        after=after,
        label=LABEL,
    )


def build(target: Path) -> int:
    """Write all pages under `target`; returns how many."""
    shutil.rmtree(target, ignore_errors=True)
    written = 0
    for source in sorted((HERE / "articles").glob("*.toml")):
        for article in tomllib.loads(source.read_text(encoding="utf-8"))["article"]:
            path = target / article["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(page(article).encode(article.get("charset", "utf-8")))
            written += 1
    return written


if __name__ == "__main__":
    print(f"{build(HERE / 'pages')} pages written")
