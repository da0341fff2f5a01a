"""What belongs to the article and what to the page around it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stages.clean.furniture import is_furniture
from onrecord.stages.clean.paragraphs import paragraphs

FURNITURE = """Leave a Reply
Leave a comment
Your email address will not be published. Required fields are marked *
Save my name, email, and website in this browser for the next time I comment.
Related
Related articles:
More stories like this
You may also like
Read more: Bridge closed for repairs
Subscribe to our newsletter
Sign up for our daily newsletter
Get the latest news delivered to your inbox
Share this
Share on Facebook
Click to share on Twitter (Opens in new window)
Facebook Twitter WhatsApp Email
Follow us on Telegram
We use cookies to make this site work.
This website uses cookies. Accept all
Advertisement
ADVERTISEMENT
Article continues below
© 2022 The Paper. All rights reserved.
Skip to main content
Tags: bridge, council
12 Comments
Copyright 2022 The Paper
(c) 2022 The Paper
Follow us on Facebook and Twitter
Subscribe
Previous article
5 min read""".splitlines()

PROSE = """Two people were killed in the shelling.
Share prices fell on Monday.
Follow us, the soldiers told the family.
Related charges were brought against two officers.
Comments by the mayor angered the families.
Get out, they shouted at the people in the inbox room.
Next to the bridge stood a school.
Most read the statement as a denial.
We use drones, the commander said.
Printing presses were destroyed.
Subscribe to that view and you accept the war, he said, before he walked out of the hall without a word.
More than 20 people were hurt.
Top commanders were there.
5 people read the names of the dead.
Latest strikes hit the harbour.
Name: unknown.
Donate blood, the hospital asked.
Join us or die, they said.
He loved to tag walls.
Popular resistance grew in the town.
Copyright law was changed on Monday.
Powered by anger, the crowd marched.
Register to vote, they said.
Join us in the square, she wrote.
Accept it, he said.""".splitlines()


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", PROSE)
def test_prose(line: str) -> None:
    assert not is_furniture(line)


def test_furniture_at_the_end_and_in_the_middle_belongs_to_no_paragraph() -> None:
    text = "The council met.\n\nAdvertisement\n\nIt rose at noon.\n\nLeave a Reply\n\nRequired fields are marked *"
    assert [text[a:b] for a, b in paragraphs(text)] == ["The council met.", "It rose at noon."]


def test_each_line_is_a_paragraph() -> None:
    text = "  One sentence stands here. \r\nAnother one stands here.\r\n\r\nA third.\n"
    assert [text[a:b] for a, b in paragraphs(text)] == [
        "One sentence stands here.",
        "Another one stands here.",
        "A third.",
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = "The council met on Monday to hear how the\nbridge fallen and who had been told\nof it.  It rose.\n\nThe mayor said\nnothing."
    shown = [text[a:b] for a, b in paragraphs(text)]
    assert [p.split()[0] for p in shown] == ["The", "The"]
    assert shown[1] == "The mayor said\nnothing."


@given(st.text())
def test_paragraphs_and_furniture_cover_every_word(text: str) -> None:
    spans = paragraphs(text)
    assert list(spans) == sorted(spans)
    outside = "".join(
        text[a:b]
        for a, b in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), len(text)], strict=True)
    )
    assert all(is_furniture(line) for line in outside.splitlines() if line.strip())


def test_no_line_takes_long() -> None:
    began = time.process_time()
    for words in (
        "cookies privacy policy ",
        "share on ",
        "facebook | ",
        "newsletter ",
        "all rights reserved ",
        "our daily the ",
    ):
        for length in (230, 240, 100_000):
            is_furniture((words * length)[:length])
            is_furniture("By using " + (words * length)[: length - 9])
    assert time.process_time() - began < 5
