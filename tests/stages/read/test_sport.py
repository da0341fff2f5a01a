"""Pages about sport claim nothing, unless people are harmed."""

from onrecord.model import Harm
from tests.stages.read.harm import claims, counted

MATCH = (
    "Harbour beat Valley 3-1 on Sunday. The striker fired the winner into the top corner after half time and Valley's attack never hit "
    "the target again. Their second shot struck the post. We were slaughtered, their manager said. The cup final is next week."
)


def test_a_match_report_claims_nothing() -> None:
    assert claims(MATCH) == ()


def test_people_harmed_at_a_match_are_read() -> None:
    assert counted(f"{MATCH} Two supporters were stabbed outside the stadium.", Harm.INJURED) == [(2, 2)]
    shot = "A gunman shot two players dead at half time of a league match. Police searched the stadium."
    assert (2, 2) in counted(shot, Harm.KILLED)


def test_the_same_words_on_a_page_of_war_are_read() -> None:
    text = "The army's attack never stopped. Its second shell struck the post. We were slaughtered, a soldier said."
    assert len(claims(text)) >= 2
