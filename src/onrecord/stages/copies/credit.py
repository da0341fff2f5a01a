"""Which news agency a page credits its story to."""

import re

from onrecord.model import Document

# News agencies that sell their stories to other papers (members of the world and national agency associations), by the names used in credits.
_AGENCIES = {
    "AP": ("AP", "Associated Press"),
    "Reuters": ("Reuters", "REUTERS"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "UPI": ("UPI", "United Press International"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "EFE": ("EFE",),
    "ANSA": ("ANSA",),
    "PA": ("PA Media", "Press Association"),
    "Interfax-Ukraine": ("Interfax-Ukraine",),
    "Interfax": ("Interfax",),
    "TASS": ("TASS", "ITAR-TASS"),
    "RIA": ("RIA Novosti", "RIA"),
    "Ukrinform": ("Ukrinform",),
    "UNIAN": ("UNIAN",),
    "PAP": ("PAP",),
    "BelTA": ("BelTA", "BELTA"),
    "Xinhua": ("Xinhua",),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Yonhap": ("Yonhap",),
    "Anadolu": ("Anadolu Agency", "Anadolu"),
    "PTI": ("PTI", "Press Trust of India"),
    "IANS": ("IANS",),
    "IRNA": ("IRNA",),
    "SANA": ("SANA",),
    "WAFA": ("WAFA",),
}
_NAMES = {name: agency for agency, names in _AGENCIES.items() for name in names}
_ANY = "|".join(map(re.escape, sorted(_NAMES, key=len, reverse=True)))
_CREDIT = re.compile(
    rf"\((?:The )?({_ANY})\)"  # KYIV (Reuters) —
    rf"|(?:^|\n)\s{{0,9}}(?:By |From |Source: |Via |— |- )?(?:The )?({_ANY})\s{{0,9}}(?:$|\n)"  # a line of its own
    rf"|\b(?:[Bb]y|[Ff]rom|[Ss]ource:|[Vv]ia|[Aa]ccording to|[Tt]old|[Cc]iting) (?:the |The )?({_ANY})\b"
    rf"|\b({_ANY}) (?:news agency )?(?:reported|reports|said|says|contributed|has learned|was told)\b"
)


def credits(document: Document) -> frozenset[str]:
    """The agencies named as where the story comes from, in the text, the byline or as the publisher."""
    text = "\n".join((document.byline or "", document.text))
    if not any(name in text for name in _NAMES):  # ten times as fast as the expression
        text = ""
    named = {next(filter(None, m.groups())) for m in _CREDIT.finditer(text)}
    own = {name for name in _NAMES if document.publisher == name or document.byline == name}
    return frozenset(_NAMES[name] for name in named | own)
