"""Persons and objects that international humanitarian law protects by name.

GC = Geneva Convention, AP = Additional Protocol (1977), ICRC rules = Customary IHL study (2005). The mark says what the words
name, not that the law was broken: a protected object can lose its protection, which no program can judge.
"""

from onrecord.model import Parse, Token

# What it is called → (the words that name it, the provision).
_LISTED: dict[str, tuple[str, str]] = {
    "school": (
        "school kindergarten nursery preschool university college classroom creche",
        "AP I art. 52; ICRC rules 38, 135",
    ),
    "orphanage": ("orphanage", "AP I arts 52, 77; ICRC rule 135"),
    "medical unit": (
        "hospital clinic infirmary polyclinic dispensary morgue ward maternity",
        "GC I art. 19, GC IV art. 18, AP I art. 12; ICRC rule 28",
    ),
    "medical transport": ("ambulance", "GC IV art. 21, AP I art. 21; ICRC rule 29"),
    "medical personnel": (
        "medic paramedic doctor nurse surgeon physician",
        "GC I art. 24, AP I art. 15; ICRC rule 25",
    ),
    "place of worship": (
        "church mosque synagogue temple monastery convent chapel cathedral shrine",
        "AP I art. 53; Hague Convention 1954; ICRC rule 38",
    ),
    "religious personnel": (
        "priest nun imam rabbi bishop archbishop chaplain monk",
        "GC I art. 24, AP I art. 15; ICRC rule 27",
    ),
    "shelter": ("shelter", "AP I arts 51, 61; ICRC rule 35"),
    "displaced persons' camp": ("refugee-camp", "AP I art. 51; GC IV art. 44"),
    "journalist": (
        "journalist reporter photographer cameraman photojournalist correspondent",
        "AP I art. 79; ICRC rule 34",
    ),
    "humanitarian personnel": (
        "aid-worker rescuer peacekeeper firefighter",
        "AP I arts 62, 71; ICRC rules 31, 33",
    ),
    "humanitarian aid": ("aid-convoy humanitarian-convoy", "AP I art. 70; ICRC rule 32"),
    "cultural property": (
        "museum library theatre theater monument archive",
        "AP I art. 53; Hague Convention 1954; ICRC rule 38",
    ),
    "works with dangerous forces": ("dam dyke reactor nuclear-plant", "AP I art. 56; ICRC rule 42"),
    "indispensable object": (
        "bakery granary reservoir waterworks water-pipeline power-station power-plant substation crop",
        "AP I art. 54; ICRC rule 54",
    ),
    "market": ("market marketplace bazaar", "AP I art. 52 (civilian object); ICRC rule 9"),
    "child": (
        "child baby infant toddler newborn boy girl schoolboy schoolgirl",
        "AP I art. 77; ICRC rule 135",
    ),
    "prisoner of war": ("prisoner-of-war pow", "GC III art. 13; ICRC rule 87"),
}
PROVISIONS = {name: provision for name, (_, provision) in _LISTED.items()}
_BY_WORD = {word: name for name, (words, _) in _LISTED.items() for word in words.split()}


def protected(parse: Parse, head: Token) -> str | None:
    """What protected person or object a noun names, alone or with the word before it ("aid worker", "bomb shelter"); else None."""
    lemma = head.lemma.lower()
    before = parse.tokens[head.i - 1].text.lower() if head.i else ""
    found = _BY_WORD.get(f"{before}-{lemma}") or _BY_WORD.get(lemma)
    if found is None and lemma == "prisoner":
        after = [t.text.lower() for t in parse.tokens[head.i + 1 : head.i + 3]]
        return "prisoner of war" if after == ["of", "war"] else None
    return found


__all__ = ["PROVISIONS", "protected"]
