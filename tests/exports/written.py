"""An export as a string, and its page as a browser reads it."""

import io
from html.parser import HTMLParser

from onrecord.exports.formats import FORMATS, Options
from onrecord.model import Record
from tests.exports.sample import record

ALL = Options()


def exported(format_: str, of: Record | None = None, options: Options = ALL) -> str:
    out = io.StringIO(newline="")
    FORMATS[format_](of or record(), out, options)
    return out.getvalue()


class Page(HTMLParser):
    """The elements and the words of a page, as a browser would read them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())
