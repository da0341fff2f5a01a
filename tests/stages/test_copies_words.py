"""Words and their hashes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stages.copies.candidates import candidates, sketch
from onrecord.stages.copies.words import Hasher, positions, runs


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_every_hashed_word_has_a_position(text: str) -> None:
    assert len(Hasher().words(text)) == len(positions(text))


@pytest.mark.parametrize(
    "text", ["İstanbul İzmir", "straße ŉa ﬁre", "Охтирка Ахтырка", "قصف على إدلب", "北京消息"]
)
def test_words_of_many_scripts(text: str) -> None:
    assert len(Hasher().words(text)) == len(positions(text)) > 0


def test_hashes_are_the_same_in_every_process() -> None:
    assert [int(h) for h in Hasher().words("Bridge bridge")] == [17154084146373248038] * 2


def test_a_run_on_every_page_gives_pairs_in_proportion_to_the_pages() -> None:
    words = np.arange(400, dtype=np.uint64)
    one = sketch(runs(words, 3))
    pairs = candidates([one] * 500)
    assert len(one) > 50
    assert len(pairs) == 2 * 499 - 1  # with the one before and with the first
