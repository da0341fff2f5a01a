"""Pages of the generated case as the bytes that would have been taken in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from html import escape

from onrecord.model import Capture, Evidence, How, content_id

_TAKEN = datetime(2026, 1, 5, 8, tzinfo=UTC)
_EVERY = timedelta(seconds=20)  # a page is taken in
_FURNITURE = """<div class="cookie-banner"><p>We use cookies to improve your experience. <button>Accept all</button></p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>"""
_STYLE = (
    "body{font-family:Georgia,serif;max-width:44rem;margin:auto}nav,footer,aside{font-size:.8rem;color:#555}"
)
_FOOT = "Generated practice material for On Record: nothing told here happened; papers, names and quotations are made up."


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a page's text."""

    language: str
    title: str
    paper: str
    published: date | None
    number: int

    @property
    def host(self) -> str:
        """The paper's site; nobody can have a name under ``.example`` (RFC 2606)."""
        return self.paper.lower().replace(" ", "-") + ".example"

    @property
    def address(self) -> str:
        """Where the page would be; no two pages have the same."""
        return f"https://{self.host}/{self.published or 'undated'}/{self.number}"


def captured(head: Head, paragraphs: Sequence[str]) -> Evidence:
    """The page as it was taken in."""
    content = _page(head, paragraphs).encode()
    digest, taken = sha256(content).hexdigest(), _TAKEN + _EVERY * head.number
    where = f"pages/{head.host.removesuffix('.example')}/{head.number}.html"
    id_ = content_id("capture", digest)
    return Evidence(Capture(id_, digest, len(content), "text/html", How.FILE, where, taken), content)


def _page(head: Head, paragraphs: Sequence[str]) -> str:
    direction = ' dir="rtl"' if head.language == "ar" else ""
    day = f'<meta property="article:published_time" content="{head.published}">' if head.published else ""
    title, body = escape(head.title), "\n".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="{head.language}"{direction}>
<head>
<meta charset="utf-8">
<title>{title} | {head.paper}</title>
<meta property="og:site_name" content="{head.paper}">
{day}
<link rel="canonical" href="{head.address}">
<style>{_STYLE}</style>
</head>
<body>
{_FURNITURE}
<main><article>
<h1>{title}</h1>
{body}
</article></main>
<footer><p>{_FOOT}</p><p><a href="/terms">Terms</a> <a href="/privacy">Privacy</a></p></footer>
</body>
</html>
"""


__all__ = ["Head", "captured"]
