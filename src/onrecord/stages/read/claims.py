"""Claims of harm: each trigger with what its own grammar says of participants, counts, speakers and stance."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Attribution, Claim, Count, Marks, Parse, Passage, Stance
from onrecord.stages.read.attribution import chain_for
from onrecord.stages.read.counts import counts
from onrecord.stages.read.denials import with_denials
from onrecord.stages.read.grammar import around
from onrecord.stages.read.headlines import of_headline
from onrecord.stages.read.joined import joined
from onrecord.stages.read.nouns import Nouns
from onrecord.stages.read.participants import participants
from onrecord.stages.read.participants_likely import with_the_likely
from onrecord.stages.read.participants_named import with_full_names
from onrecord.stages.read.sense import is_harm
from onrecord.stages.read.sport import is_literal, is_sport
from onrecord.stages.read.stance import stance_of
from onrecord.stages.read.struck import settle
from onrecord.stages.read.treated import with_treated, without_the_ill
from onrecord.stages.read.triggers import Trigger, triggers

# A sentence kept with a claim is cut to the words around its trigger beyond this many characters: a page of one endless "sentence" with
# thousands of words of harm would be kept thousands of times. The longest sentence of muc-train has 1,060.
LONGEST_SENTENCE = 4_000


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    parse: Parse
    nouns: Nouns
    attributions: Sequence[Attribution]
    marks: Marks | None
    headline: bool


def find_claims(
    text: str,
    parse: Parse,
    *,
    paragraphs: Sequence[tuple[int, int]] = (),
    attributions: Sequence[Attribution] = (),
    marks: Marks | None = None,
    headline: bool = False,
) -> tuple[Claim, ...]:
    """The claims of one text in its order; outside `paragraphs`, when they are given, lies furniture and nothing is read.

    In a `headline` what is taken for granted counts too (`headlines.py`).
    """
    whole = _Text(text, parse, Nouns(parse), attributions, marks, headline)
    found: list[tuple[Trigger, Claim]] = []
    group, sport = 0, is_sport(parse)
    for first, last in parse.sentences:
        harm = list(of_headline(parse, first, last) if headline else _of_text(parse, first, last))
        here = [t for t in with_treated(parse, first, last, harm) if _inside(t, paragraphs)]
        here = [t for t in here if not sport or is_literal(parse, t)]
        numbers = joined(parse, here)
        found.extend(_sentence(whole, here, [group + n for n in numbers]))
        group += max(numbers, default=-1) + 1
    settled = settle(parse, without_the_ill(found))
    if marks is not None:
        settled = with_the_likely(text, parse, whole.nouns, settled, marks, sorted(paragraphs))
    named = with_full_names(text, parse, settled, whole.nouns)
    return with_denials(text, parse, named, attributions)


def _of_text(parse: Parse, first: int, last: int) -> Iterator[Trigger]:
    return (one for one in triggers(parse, first, last) if is_harm(parse, one))


def _inside(trigger: Trigger, paragraphs: Sequence[tuple[int, int]]) -> bool:
    start, end = trigger.token.start, trigger.token.end
    return not paragraphs or any(a <= start and end <= b for a, b in paragraphs)


def _sentence(
    whole: _Text, here: Sequence[Trigger], groups: Sequence[int]
) -> Iterator[tuple[Trigger, Claim]]:
    """The claims of one sentence."""
    together = Counter(groups)
    for trigger, group in zip(here, groups, strict=True):
        claim = _claim(whole, trigger, group)
        if together[group] > 1 or not _only_named(whole, trigger, claim):
            yield trigger, claim


def _only_named(whole: _Text, trigger: Trigger, claim: Claim) -> bool:
    """A noun of harm with no one, no number, no place and no time, that points back to nothing, tells of no happening ("fear of attack")."""
    if whole.headline or not trigger.nominal or claim.participants or claim.counts:
        return False
    if any(c.text.lower() in ("the", "this", "that") for c in whole.parse.children(trigger.token.i)):
        return False
    return not whole.nouns.placed(around(whole.parse, trigger.token.i))


def _claim(whole: _Text, trigger: Trigger, group: int) -> Claim:
    text, parse = whole.text, whole.parse
    word, sentence = Passage.of(text, trigger.token.start, trigger.token.end), _words(whole, trigger)
    chain = tuple(chain_for(parse, word, whole.attributions))
    stance, cue = stance_of(parse, trigger.token, whole.marks)
    return Claim(
        id="",
        document="",
        made_by=(),
        kind=trigger.kind,
        trigger=word,
        sentence=sentence,
        stance=stance,
        stance_cue=cue,
        attributions=chain,
        situations=tuple(dict.fromkeys(s for said in chain for s in said.situations)),
        counts=_counted(counts(text, parse, trigger, whole.nouns), stance),
        participants=participants(text, parse, trigger, whole.nouns),
        group=group,
    )


def _counted(found: tuple[Count, ...], stance: Stance) -> tuple[Count, ...]:
    """ "The driver was not hurt" counts nobody as hurt."""
    return tuple(c for c in found if c.low == 0) if stance is Stance.NEGATED else found


def _words(whole: _Text, trigger: Trigger) -> Passage:
    """The sentence of a trigger within its paragraph: the model now and then runs a headline into the first sentence."""
    tokens = [t for t in whole.parse.sentence_of(trigger.token.i) if t.text.strip()]
    if tokens[-1].end - tokens[0].start > LONGEST_SENTENCE:
        tokens = [t for t in around(whole.parse, trigger.token.i) if t.text.strip()]
    start, end = tokens[0].start, tokens[-1].end
    before = whole.text.rfind("\n\n", start, trigger.token.start)
    after = whole.text.find("\n\n", trigger.token.end, end)
    start = start if before < 0 else before + 2
    end = end if after < 0 else after
    words = whole.text[start:end]
    return Passage.of(whole.text, start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


__all__ = ["LONGEST_SENTENCE", "find_claims"]
