"""The claims of one incident with what is known of the pages they come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model import Claim, Document, Stance

_TOLD = (Stance.ASSERTED, Stance.POSSIBLE, Stance.PLANNED, Stance.DENIED, Stance.NEGATED)


@dataclass(frozen=True, slots=True)
class Sources:
    """`claims` in the order of publication (unknown last), then document and position; a document alone is its own origin."""

    claims: tuple[Claim, ...]
    documents: Mapping[str, Document]
    origin_of: Mapping[str, str]

    @classmethod
    def of(
        cls, claims: Sequence[Claim], documents: Mapping[str, Document], origin_of: Mapping[str, str]
    ) -> "Sources":
        """Sort the claims."""

        def order(claim: Claim) -> tuple[date, str, int, str]:
            document = documents.get(claim.document)
            published = document.published if document else None
            return published or date.max, claim.document, claim.trigger.start, claim.id

        return cls(tuple(sorted(claims, key=order)), documents, origin_of)

    def origin(self, claim: Claim) -> str:
        """The origin of the claim's document."""
        return self.origin_of.get(claim.document, claim.document)

    def published(self, claim: Claim) -> date | None:
        """When the claim's document was published."""
        document = self.documents.get(claim.document)
        return document.published if document else None

    def origins(self) -> tuple[str, ...]:
        """Each once, sorted."""
        return tuple(sorted({self.origin(c) for c in self.claims}))

    def telling(self) -> tuple[Claim, ...]:
        """The claims that values are taken from: those that say it happened; if none does, those that come nearest to it."""
        stance = next(s for s in _TOLD if any(c.stance is s for c in self.claims))
        return tuple(c for c in self.claims if c.stance is stance)
