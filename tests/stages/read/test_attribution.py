"""Who says what, on sentences written for these tests; no person named here exists."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Attribution, Parse, Passage, Situation, SpeakerKind, Token
from onrecord.resources.english import open_english
from onrecord.stages.read.attribution import chain_for, find_attributions
from onrecord.stages.read.attribution_spans import parts
from onrecord.stages.read.quotes import quotations


@cache
def parsed(text: str) -> Parse:
    return next(iter(open_english().parse([text])))


def found(text: str) -> tuple[Attribution, ...]:
    return find_attributions(text, parsed(text))


def one(text: str, cue: str) -> Attribution:
    """The only attribution whose cue has this word."""
    (said,) = [a for a in found(text) if cue in a.cue.words.split()]
    return said


def source(said: Attribution) -> str | None:
    return said.source.words if said.source else None


def said_parts(text: str, said: Attribution) -> list[str]:
    return [text[start:end] for start, end in parts(said)]


@pytest.mark.parametrize(
    ("text", "cue", "who", "content"),
    [
        (
            "The governor said on Monday that shells had hit two schools.",
            "said",
            "The governor",
            "that shells had hit two schools",
        ),
        ("Three houses burned down, the mayor said.", "said", "the mayor", "Three houses burned down"),
        (
            "According to the ministry, four ships were sunk.",
            "According",
            "the ministry",
            "four ships were sunk",
        ),
        (
            "It was reported that a bridge had been destroyed.",
            "reported",
            None,
            "that a bridge had been destroyed",
        ),
        (
            "The rebels threatened to burn the village.",
            "threatened",
            "The rebels",
            "to burn the village",
        ),
        (
            "The army denied the ministry’s claim that its tanks had fired.",
            "denied",
            "The army",
            "the ministry’s claim that its tanks had fired",
        ),
        (
            "Witnesses told reporters that soldiers fired first.",
            "told",
            "Witnesses",
            "that soldiers fired first",
        ),
        (
            "The group issued a statement saying it had shot down a plane.",
            "saying",
            "The group",
            "it had shot down a plane",
        ),
        ("Police: two killed in market blast", ":", "Police", "two killed in market blast"),
    ],
)
def test_source_and_content_by_the_grammar_of_the_cue(
    text: str, cue: str, who: str | None, content: str
) -> None:
    said = one(text, cue)
    assert source(said) == who
    assert said.content.words.rstrip(".") == content


def test_a_quotation_broken_off_and_taken_up_again_is_one_content_with_a_gap() -> None:
    text = "“They came at night,” the farmer said. “They took the cows. Nobody helped us.” Then it rained."
    said = one(text, "said")
    assert said_parts(text, said) == ["“They came at night,”", "“They took the cows. Nobody helped us.”"]
    assert "rained" not in said.content.words


def test_a_post_quoted_after_wrote_belongs_to_the_lawmaker_and_not_to_the_photos() -> None:
    text = (
        "Pictures of the ruins were sent round by a Polish lawmaker, who wrote: ‘In our town rockets hit the school."
        " There are children among the dead. Who will help?’ The minister did not answer."
    )
    said = one(text, "wrote")
    assert said.content.words.startswith("‘In our town") and said.content.words.endswith("help?’")
    assert said.of is not None and said.of.words == "a Polish lawmaker"
    assert (said.speaker, said.side) == (SpeakerKind.LAWMAKER, "Poland")


def test_a_quotation_that_follows_a_colon_in_the_next_paragraph_is_found() -> None:
    text = "The commander added:\n\n“We will not leave the city.”\n\nSnow fell."
    assert one(text, "added").content.words == "“We will not leave the city.”"


def test_speech_within_speech_is_nested_and_the_chain_goes_from_the_inside_out() -> None:
    text = "The agency reported that the mayor said shells had killed two people."
    said = found(text)
    start = text.index("killed")
    chain = chain_for(parsed(text), Passage.of(text, start, start + 6), said)
    assert [source(a) for a in chain] == ["the mayor", "The agency"]
    inner = next(a for a in said if source(a) == "the mayor")
    assert inner.within is not None and source(said[inner.within]) == "The agency"


def test_what_is_only_wished_for_vouches_for_nothing() -> None:
    text = "The general wants the army to shell the town."
    start = text.index("shell ")
    assert chain_for(parsed(text), Passage.of(text, start, start + 5), found(text)) == ()


def test_a_trigger_outside_every_content_has_no_speaker() -> None:
    text = "Shells killed two people. The mayor said the school was closed."
    start = text.index("killed")
    assert chain_for(parsed(text), Passage.of(text, start, start + 6), found(text)) == ()


def test_thoughts_reported_by_a_speaker_are_the_speakers_word_but_speech_is_not() -> None:
    text = "The envoy said that the ministry believes that the bridge will fall."
    assert [source(a) for a in found(text)] == ["The envoy"]


@pytest.mark.parametrize("mark", ["?", "!", ","])
def test_a_quotation_that_ends_in_another_mark_belongs_to_who_comes_after(mark: str) -> None:
    text = f"Rain fell. “Do you see the smoke over there{mark}” Levin said. Nobody spoke."
    assert one(text, "said").content.words.startswith("“Do you see")


def test_a_full_stop_ends_a_quotation_before_the_next_speaker() -> None:
    text = "“We are safe,” Levin said. “We have bread.” Karova added: “There is no water.”"
    assert said_parts(text, one(text, "added")) == ["“There is no water.”"]


def test_what_a_denier_says_next_is_not_denied() -> None:
    text = "The ministry denied that its jets had struck the mill and said that rebels had burned it."
    start = text.index("burned")
    (said,) = chain_for(parsed(text), Passage.of(text, start, start + 6), found(text))
    assert (source(said), said.cue.words) == ("The ministry", "said")


def test_a_speaker_at_the_end_is_found_where_the_parser_hangs_it_on_the_last_noun() -> None:
    text = "Nine people were killed in a strike on people trying to leave the east of Ukraine, the mayor of the town said."
    said = one(text, "said")
    assert source(said) == "the mayor of the town"
    assert said.content.words.endswith("the east of Ukraine")


def test_lines_wrapped_in_the_middle_of_a_sentence_do_not_cut_a_content() -> None:
    text = "The mayor said that shells had\nhit the school on\nMonday.\n\nIt rained."
    assert one(text, "said").content.words == "that shells had\nhit the school on\nMonday"


def test_verbs_of_force_are_no_cues() -> None:
    assert found("Troops attacked the city and hit a hospital. Jets blasted the port.") == ()


def test_a_pronoun_in_captivity_stays_in_captivity() -> None:
    text = "A captured soldier sat on a chair. He says: “We burned the houses.”"
    said = one(text, "says")
    assert said.speaker is SpeakerKind.PRISONER
    assert said.situations == (Situation.IN_CAPTIVITY,)
    assert source(said) == "He" and said.of is not None and said.of.words == "A captured soldier"


_MARKED = st.text(st.sampled_from("ab .\"“”‘’'«»`\n,"), max_size=60)


@given(_MARKED)
def test_quotations_are_in_order_and_never_overlap(text: str) -> None:
    spans = quotations(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(start < end for start, end in spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One.” Two. “Three.”", ["“One.”", "“Three.”"]),
        ('He said "yes" and left.', ['"yes"']),
        ("''Go,'' she said. ''Now.''", ["''Go,''", "''Now.''"]),
        ("``Go,'' she said.", ["``Go,''"]),
        ("«Один», сказал он.", ["«Один»"]),
        ("‘The soldiers’ boots were wet,’ he said.", ["‘The soldiers’ boots were wet,’"]),
        ("The soldiers’ boots weren’t dry.", []),
        ("“First paragraph.\n\n“Second one.” End.", ["“First paragraph.\n\n“Second one.”"]),
        ("“Never closed.\n\nNext.", ["“Never closed."]),
    ],
)
def test_quotation_marks_of_many_houses(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == expected


_WORDS = (
    "said",
    "told",
    "that",
    "the",
    "mayor",
    "killed",
    "“",
    "”",
    ":",
    "according",
    "to",
    "He",
    "who",
    "by",
    "\n",
    "Lviv",
    "reported",
)
_LABELS = (
    *(
        "nsubj",
        "nsubjpass",
        "ccomp",
        "xcomp",
        "dobj",
        "agent",
        "pobj",
        "prep",
        "parataxis",
        "advcl",
        "acl",
        "relcl",
    ),
    *("conj", "punct", "aux", "neg", "det", "appos", "mark", "amod", "poss"),
)


@st.composite
def grammars(draw: st.DrawFn) -> tuple[str, Parse]:
    """Any tree over a few words: what a model might say of a hostile page."""
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14))
    tokens, at = [], 0
    for i, word in enumerate(words):
        head = draw(st.integers(0, i))  # earlier words only: always a tree
        tag = draw(st.sampled_from(("VBD", "VBG", "VBN", "VB", "NN", "NNP", "PRP")))
        pos = {"V": "VERB", "N": "NOUN", "P": "PRON"}[tag[0]]
        dep = draw(st.sampled_from(_LABELS)) if head != i else "ROOT"
        tokens.append(Token(i, at, at + len(word), word, word.lower(), pos, tag, dep, head, 0))
        at += len(word) + 1
    return " ".join(words), Parse(tuple(tokens), ((0, len(tokens)),), ())


@settings(max_examples=200)
@given(grammars())
def test_any_grammar_gives_passages_of_the_text(given_: tuple[str, Parse]) -> None:
    text, parse = given_
    said = find_attributions(text, parse)
    for a in said:
        for passage in (a.cue, a.content, *((a.source,) if a.source else ())):
            assert text[passage.start : passage.end] == passage.words != ""
        assert list(a.spans) == sorted(a.spans)
        assert a.within is None or 0 <= a.within < len(said)
