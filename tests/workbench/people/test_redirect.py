"""After logging in one stays on the site, whatever was asked for."""

from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.workbench.people import safe_next

SITE = "https://records.example.org"
TRICKS = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "/%2f/evil.example",
    "/%2Fevil.example",
    "/%5cevil.example",
    "/%255cevil.example",
    "/%25252fevil.example",
    "/..//evil.example",
    "/./evil.example",
    "/%2e%2e//evil.example",
    "/a%0d%0aSet-Cookie:x=y",
    "/?q=%0d%0aSet-Cookie:x=y",
    " /a",
    "/a\u2028",
    "/\u00e9",
    "/\uff0f/evil.example",
    "evil.example",
    "?next=/a",
    "",
    "/" + "a" * 3000,
    "/login",
    "/login?next=/a",
    "/logout",
    "/enter?token=x",
]
_PARTS = st.lists(
    st.sampled_from(
        [
            "/",
            "\\",
            "%2f",
            "%5c",
            "%25",
            "%09",
            "\t",
            "\n",
            "..",
            ".",
            "evil.example",
            ":",
            "@",
            "?",
            "#",
            "a",
            "https:",
        ]
    ),
    max_size=8,
)


@pytest.mark.parametrize("path", TRICKS)
def test_what_may_lead_elsewhere_leads_home(path: str) -> None:
    assert safe_next(path) == "/"


def test_nothing_leads_home() -> None:
    assert safe_next(None) == "/"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/incident/incident-1f",
        "/?kind=air_strike&q=%D0%A5&from=2022-02-24",
        "/document/a?layer=place#words",
        "/?q=a//b",
    ],
)
def test_our_own_pages_are_gone_to(path: str) -> None:
    assert safe_next(path) == path


def _as_a_browser_reads_it(path: str) -> str:
    """What the URL standard does with it: tabs and line breaks go, a backslash is a slash."""
    stripped = path.strip("".join(map(chr, range(33))))
    return stripped.translate({9: None, 10: None, 13: None}).replace("\\", "/")


@given(st.one_of(st.text(), _PARTS.map("".join), _PARTS.map(lambda parts: "/" + "".join(parts))))
@example("/%252f%252fevil.example")
def test_whatever_is_given_the_host_stays_ours(path: str) -> None:
    kept = safe_next(path)
    for read in (kept, unquote(kept.partition("?")[0]), unquote(unquote(kept.partition("?")[0]))):
        where = _as_a_browser_reads_it(read)
        assert where.startswith("/")
        assert not where.startswith("//")
        assert urlsplit(urljoin(SITE, where)).netloc == "records.example.org"
    assert kept.isascii()
    assert kept.isprintable()


@given(st.text(st.characters(categories=["L", "N"]), max_size=50))
def test_any_words_can_be_searched_for(words: str) -> None:
    assert safe_next(f"/?q={quote(words)}") == f"/?q={quote(words)}"
