"""PDF files, made here byte by byte."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from onrecord.errors import BadInput
from onrecord.stages.clean.pdf import read_pdf

LINES = [
    "The bridge inquiry opens",
    "The council met on Monday to hear how the old bridge over the river had",
    "fallen, and the mayor told the fam-",
    "ilies that two people had been hurt.",
    "It rose at noon.",
]


def made(lines: list[str], *, title: str | None = None, password: str | None = None) -> bytes:
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)
    return _written(out.getvalue(), title, password)


def _written(plain: bytes, title: str | None, password: str | None) -> bytes:
    if title is None and password is None:
        return plain
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(plain)))
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_lines_are_joined_to_paragraphs() -> None:
    page = read_pdf(made(LINES))
    assert page.text.splitlines() == [
        "The bridge inquiry opens",
        "The council met on Monday to hear how the old bridge over the river had fallen, "
        "and the mayor told the families that two people had been hurt.",
        "It rose at noon.",
    ]
    assert (page.published, page.title) == (None, None)


def test_a_title_is_believed_when_it_is_printed() -> None:
    assert read_pdf(made(LINES, title="The Bridge Inquiry Opens")).title == "The Bridge Inquiry Opens"
    assert read_pdf(made(LINES, title="Microsoft Word - template.dot")).title is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (made(LINES, password="secret"), "locked with a password"),  # noqa: S106
        (made([]), "text recognition"),
        (made(LINES)[:120], "damaged"),
        (b"%PDF-1.7\n" + b"\xff\x00" * 400, "damaged"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(content: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_pdf(content)
