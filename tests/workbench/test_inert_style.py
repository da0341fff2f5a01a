"""What is left of a style sheet can load nothing, in whatever way it was written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.workbench.inert_style import harmless

_PARTS = st.sampled_from(
    [
        "url(", "u\\72l(", "\\55 RL(", "src(", "image-set(", "@import", "@im\\70ort", "\\", "/*", "*/", "<", "</style>", "\\3c", "\\0", "6",
        '"http://evil.example"', ";", "{", "}", "(", ")", " ", "a", "rgb(", "@media", "\\5c 75rl(", "é", "\u200b", "\x00", "-", "\n",
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        "a{background:url(http://evil.example/a)}",
        "a{background:URL( 'http://evil.example/a' )}",
        r"a{background:u\72l(http://evil.example/a)}",
        r"a{background:\55\52\4c(http://evil.example/a)}",
        r"a{background:\000075 rl(http://evil.example/a)}",
        "a{background:u/**/rl(http://evil.example/a)}",
        "a{background:u\0rl(http://evil.example/a)}",
        r"a{background:ur\l(http://evil.example/a)}",
        "@import 'http://evil.example/a';",
        r"@\69mport 'http://evil.example/a';",
        "@IMPORT url(http://evil.example/a);",
        "@font-face{src:url(http://evil.example/a)}",
        "@namespace url(http://evil.example/a);",
        "a{background:image-set('http://evil.example/a' 1x)}",
        "a{background:-webkit-image-set(url(http://evil.example/a) 1x)}",
        "a{mask:src('http://evil.example/a')}",
        "a{background:cross-fade(url(a),url(b))}",
        "a{width:expression(alert(1))}",
        "a{-moz-binding:url(x)} b{behavior:url(x)}",
        r"\5c 75rl(http://evil.example/a)",
    ],
)
def test_nothing_that_loads_is_left(written: str) -> None:
    left = harmless(written)
    assert "\\" not in left
    assert set(re.findall(r"([\w-]+)\(", left)) <= {"none"}
    assert set(re.findall(r"@[\w-]*", left)) <= {"@none"}


def test_a_style_sheet_cannot_end_its_element() -> None:
    assert "<" not in harmless(r"a::after{content:'</style><script>'} b{content:'\3c/style>'}")


def test_ordinary_styles_stay() -> None:
    sheet = "@media (min-width: 10em) { a:not(.b) > p { color: rgb(1, 2, 3); transform: translateX(calc(1px + 2%)) } }"
    assert harmless(sheet) == sheet


@given(st.lists(_PARTS, max_size=40).map("".join) | st.text())
def test_of_any_text(written: str) -> None:
    left = harmless(written)
    assert not {"\\", "<", "\x00"} & set(left)
    assert "/*" not in left
    named = {name.lower() for name in re.findall(r"([\w-]+)\(", left)}
    assert not named & {
        "url",
        "src",
        "image",
        "image-set",
        "-webkit-image-set",
        "cross-fade",
        "element",
        "expression",
    }
    assert not {rule.lower() for rule in re.findall(r"@([\w-]*)", left)} & {
        "import",
        "font-face",
        "namespace",
        "charset",
    }
