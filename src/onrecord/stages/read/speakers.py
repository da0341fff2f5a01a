"""What kind of speaker a source is, for whom it speaks, and in what situation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Parse, Situation, SpeakerKind, Token
from onrecord.stages.read import speakers_words as words
from onrecord.stages.read.attribution_source import noun_phrase
from onrecord.stages.read.speakers_captives import captives
from onrecord.stages.read.speakers_names import fuller_names
from onrecord.stages.read.speakers_pronouns import antecedents

_SPEAKING_FOR_A_SIDE = frozenset(
    (
        SpeakerKind.OFFICIAL,
        SpeakerKind.MILITARY,
        SpeakerKind.POLICE,
        SpeakerKind.LAWMAKER,
        SpeakerKind.ARMED_GROUP,
    )
)
_CAN_BE_HELD = frozenset(
    (
        SpeakerKind.PERSON,
        SpeakerKind.MILITARY,
        SpeakerKind.ARMED_GROUP,
        SpeakerKind.ORGANISATION,
        SpeakerKind.UNNAMED,
    )
)
_NAMED = {"ORG": SpeakerKind.ORGANISATION, "GPE": SpeakerKind.OFFICIAL, "PERSON": SpeakerKind.PERSON}
_OWNERS = ("by", "from", "of", "for")


@dataclass(frozen=True, slots=True)
class Speaker:
    """`phrase` are the tokens that name the source most fully; other than the source's own when it is a pronoun or a surname."""

    kind: SpeakerKind
    side: str | None
    situations: tuple[Situation, ...]
    phrase: tuple[int, ...]


class Speakers:
    """The speakers of one document: what a later "he" or surname means is read from the whole text."""

    def __init__(self, text: str, parse: Parse) -> None:
        self._text, self._parse = text, parse
        self._antecedents = antecedents(parse)
        self._names = fuller_names(parse)
        self._held = captives(parse, self._antecedents)
        self._labels = {i: e.label for e in parse.entities for i in range(e.first, e.last)}

    def of(self, source: Sequence[int]) -> Speaker:
        """Describe the source that stands at these tokens; none at all is an unnamed speaker."""
        if not source:
            return Speaker(SpeakerKind.UNNAMED, None, (), ())
        head = self._head(source)
        meant = self._meant(head)
        phrase = tuple(source) if meant.i == head.i else noun_phrase(self._parse, meant)
        telling = self._telling(phrase, meant)
        kind = self._kind(telling, meant)
        held = head.i in self._held or any(t.i in self._held for t in telling)
        if held and kind in _CAN_BE_HELD:
            kind = SpeakerKind.PRISONER
        side = self._side(phrase, kind)
        return Speaker(kind, side, tuple(self._situations(source, held)), phrase)

    def _head(self, source: Sequence[int]) -> Token:
        inside = set(source)
        tokens = (self._parse.tokens[i] for i in source)
        return next(
            (t for t in tokens if t.head == t.i or t.head not in inside), self._parse.tokens[source[0]]
        )

    def _meant(self, head: Token) -> Token:
        """Follow pronouns and repeated surnames to the words that tell most."""
        seen = {head.i}
        while True:
            after = self._antecedents.get(head.i, self._names.get(head.i))
            if after is None or after in seen:
                return head
            seen.add(after)
            head = self._parse.tokens[after]

    def _kind(self, phrase: Sequence[Token], head: Token) -> SpeakerKind:
        lemma = head.lemma.lower()
        if lemma in words.RELATIONS:
            return SpeakerKind.PERSON
        own = words.KIND_OF.get(lemma)
        telling = [k for t in phrase if (k := self._kind_of_word(t)) is not None]
        if own is not None and own is not SpeakerKind.PRISONER:  # "an injured soldier" speaks as a soldier
            telling = [k for k in telling if k is not SpeakerKind.VICTIM] or [own]
        if telling:
            return min(telling, key=words.WEIGHT.__getitem__)
        if lemma in words.UNNAMED | words.CARRIERS:
            return SpeakerKind.UNNAMED
        if self._is_country(head):
            return SpeakerKind.OFFICIAL
        if head.pos == "NOUN":  # a complaint, a cloud of smoke: nobody is named
            return SpeakerKind.PERSON if words.is_human(lemma) else SpeakerKind.UNNAMED
        return _NAMED.get(self._labels.get(head.i, ""), SpeakerKind.PERSON)

    def _telling(self, phrase: Sequence[int], head: Token) -> list[Token]:
        """The words of a phrase that tell about its head: not its owner's ("the general's aide"), but for "the army's report"."""
        tokens = [self._parse.tokens[i] for i in phrase]
        if head.lemma.lower() in words.CARRIERS:
            return tokens
        owned = (t for t in tokens if t.dep == "poss" and t.lemma.lower() not in words.BODIES)
        owners = {i for t in owned for i in self._parse.subtree(t.i)}
        return [t for t in tokens if t.i not in owners]

    def _side(self, phrase: Sequence[int], kind: SpeakerKind) -> str | None:
        """The country whose official or soldier it is, or the armed group's own name."""
        if kind not in _SPEAKING_FOR_A_SIDE:
            return None
        for i in phrase:
            token = self._parse.tokens[i]
            if token.dep == "prep" and token.text.lower() in ("in", "at", "near", "on"):
                break  # where it is, not for whom it speaks
            if (side := self._country(i)) is not None:
                return side
        if kind is SpeakerKind.ARMED_GROUP:
            return next(
                (" ".join(self._entity(i)) for i in phrase if self._labels.get(i) in ("ORG", "NORP")), None
            )
        return None

    def _country(self, i: int) -> str | None:
        """The country that a word, or the name that it begins, stands for. "US" is one, "us" is not."""
        token = self._parse.tokens[i]
        if token.text.lower() == "us" and token.text != "US":
            return None
        name = " ".join(self._entity(i)) if self._labels.get(i) == "GPE" else token.text
        return words.SIDES.get(name.lower(), words.SIDES.get(token.text.lower()))

    def _is_country(self, head: Token) -> bool:
        """Whether a name stands for a government. One that the model takes for a person's does if it is a capital's or a country's all
        the same, is no given name, and stands alone."""
        if head.pos != "PROPN" or self._country(head.i) is None:
            return False
        alone = self._labels.get(head.i) != "PERSON" or len(self._entity(head.i)) == 1
        return alone and (self._labels.get(head.i) != "PERSON" or head.text.lower() not in words.GIVEN_NAMES)

    def _entity(self, i: int) -> list[str]:
        entity = next(e for e in self._parse.entities if e.first <= i < e.last)
        tokens = self._parse.tokens[entity.first : entity.last]
        return [t.text for t in tokens if t.pos not in ("DET", "PART")]

    def _situations(self, source: Sequence[int], held: bool) -> Iterator[Situation]:
        if held:
            yield Situation.IN_CAPTIVITY
        sentence = self._parse.sentence_of(source[0])
        around = self._text[sentence[0].start : sentence[-1].end].lower()
        named = any(self._labels.get(i) == "PERSON" for i in source)
        if not named and any(phrase in around for phrase in words.ANONYMOUS):
            yield Situation.ANONYMOUS

    def _kind_of_word(self, token: Token) -> SpeakerKind | None:
        low = token.text.lower()
        before = self._parse.tokens[token.i - 1].text.lower() if token.i else ""
        titular = low == "general" and before in words.BEFORE_GENERAL
        adjective = low in words.ALSO_ADJECTIVES and token.pos not in ("NOUN", "PROPN")
        if token.lemma.lower() == "staff" and before == "general":
            return SpeakerKind.MILITARY
        if titular or adjective or (low == "ap" and token.text != "AP"):
            return None
        return words.KIND_OF.get(token.lemma.lower()) or words.KIND_OF.get(low)
