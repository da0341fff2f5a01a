"""How much each kind of evidence counts when a name can mean several places, in log-odds of one candidate against another.

Found by a conditional logit (L2, lambda = 0.0005) on the half of places-lgl, places-geovirus and gva-dev-small whose document ids have a
SHA-256 that begins with an even byte; docs/explanation/places.md has the figures of both halves. ``…_people`` counts for each power of ten.
Set by hand, since American local news tells them wrong or hardly at all: english (1.8 by the fit), landscape (0.8), home_country
(2.5), held (3.2), and what the text calls a place, which hardly shows there: kind, wrong_kind, namesake, unsaid_kind.
"""

# fmt: off
WEIGHTS: dict[str, float] = {
    "capital": 0.4, "country": 0.3, "country_people": 1.5, "district": 1.7, "district_people": 0.6,
    "english": 0.9, "held": 6.0, "holds": 0.8, "home": 3.7, "home_country": 3.0, "home_named": 0.2,
    "kind": 4.0, "landscape": 3.5, "landscape_people": 1.9, "namesake": -4.0, "near": 3.3,
    "other_country": 2.5, "other_name": -2.2, "other_region": 3.7, "other_spelling": -2.0, "region": -0.8,
    "region_people": 1.3, "settlement": -1.9, "settlement_people": 1.5, "unsaid_kind": -1.0,
    "wrong_kind": -3.0,
}
