"""Equal values are held once, and the claims stay equal."""

from dataclasses import replace

from onrecord.store.sharing import Sharing
from tests.stages.link.reports import MARKET


def test_claims_are_equal_and_share_their_parts() -> None:
    claim = MARKET[0].claims[0]
    assert claim.place and claim.place.resolved
    other = replace(
        claim, id="claim-other", place=replace(claim.place, resolved=replace(claim.place.resolved))
    )
    assert other.place and other.place.resolved is not claim.place.resolved
    sharing = Sharing()
    one, two = sharing.claim(claim), sharing.claim(other)
    assert (one, two) == (claim, other)
    assert one.place and two.place
    assert one.place.resolved is two.place.resolved
    assert one.made_by is two.made_by
