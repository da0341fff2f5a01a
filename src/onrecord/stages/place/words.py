"""The words that tell a place: general English, no names of places."""

from onrecord.model import Precision

# fmt: off

FIRM = {
    "in", "near", "at", "outside", "around", "across", "throughout", "inside", "within", "toward",
    "towards", "surrounding",
}
"""Those that seldom stand before a person or an organisation."""

TYPES = {
    "province": Precision.REGION,
    "region": Precision.REGION,
    "oblast": Precision.REGION,
    "governorate": Precision.REGION,
    "state": Precision.REGION,
    "prefecture": Precision.REGION,
    "department": Precision.REGION,
    "county": Precision.DISTRICT,
    "parish": Precision.DISTRICT,
    "district": Precision.DISTRICT,
    "raion": Precision.DISTRICT,
    "rayon": Precision.DISTRICT,
    "subdistrict": Precision.DISTRICT,
    "township": Precision.SETTLEMENT,
    "municipality": Precision.SETTLEMENT,
    "city": Precision.SETTLEMENT,
    "town": Precision.SETTLEMENT,
    "village": Precision.SETTLEMENT,
    "hamlet": Precision.SETTLEMENT,
    "suburb": Precision.SETTLEMENT,
    "settlement": Precision.SETTLEMENT,
    "country": Precision.COUNTRY,
}
"""What a place is said to be: "Sumy province", "the town of Okhtyrka"."""

DIRECTIONS = {
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern",
    "upper", "lower", "downtown", "greater", "mainland", "rural", "coastal", "inner", "outer",
}

BODIES = {
    "police", "council", "fire", "sheriff", "department", "court", "university", "college", "school",
    "schools", "hospital", "county", "parish", "city", "town", "state", "government", "authority",
    "commission", "board", "district", "stadium", "jail", "prison", "church", "library", "museum", "center",
    "centre", "high", "elementary", "medical", "regional", "public", "municipal", "area", "chamber",
    "health", "international", "community", "general", "airport", "mayor", "coroner", "circuit", "supreme",
    "superior", "governor", "senate", "house", "legislature", "division", "bureau", "army", "military",
    "ministry", "parliament", "township", "village", "middle", "park", "river", "valley", "attorney",
    "appeals", "central",
}
"""Words after a place name within the name of a body that sits in that place: "Springfield Police Department"."""

PAPERS = {
    "post", "times", "herald", "tribune", "journal", "gazette", "chronicle", "news", "press", "review", "sun",
    "star", "telegraph", "observer", "examiner", "guardian", "inquirer", "enquirer", "globe", "daily", "mail",
    "courier", "dispatch", "register", "sentinel", "weekly", "magazine",
}
"""Words after a place name in the name of a newspaper, which reports from everywhere."""

DWELLERS = {
    "resident", "residents", "man", "woman", "men", "women", "police", "mayor", "official", "officials",
    "governor", "officer", "officers", "authorities", "native", "area", "suburb", "suburbs", "jury",
    "couple", "teenager", "council", "councilman", "firefighters", "voters", "voter", "taxpayers",
    "residence", "home", "homes", "house", "hospital", "airport", "court", "jail", "school", "schools",
    "community", "neighborhood", "neighbourhood", "region", "district", "province", "bureau", "office",
    "headquarters", "market", "mosque", "church", "university", "suburban", "outskirts", "countryside",
    "front", "metropolitan", "sheriff", "downtown", "campus", "prison", "camp", "hotel", "restaurant",
    "store", "stadium", "station",
}
"""Common nouns before which a capitalised name is a place rather than a person: "a Gainesville resident"."""

STREETS = {
    "street", "st", "st.", "avenue", "ave", "ave.", "road", "rd", "rd.", "boulevard", "blvd", "blvd.",
    "drive", "lane", "highway", "river", "lake", "creek", "mountain", "mountains", "valley", "island",
    "islands", "bridge", "airport", "park", "bay", "forest",
}
"""Last words of names of streets and landscape, which few gazetteers hold."""

SITES = {
    "school", "kindergarten", "hospital", "clinic", "church", "mosque", "synagogue", "temple", "monastery",
    "market", "mall", "bridge", "airport", "airfield", "airbase", "base", "barracks", "checkpoint",
    "station", "theatre", "theater", "museum", "orphanage", "university", "college", "dormitory", "shelter",
    "bunker", "warehouse", "factory", "plant", "mine", "dam", "prison", "jail", "court", "courthouse",
    "embassy", "consulate", "hotel", "restaurant", "cafe", "bar", "nightclub", "camp", "farm", "bakery",
    "shop", "store", "supermarket", "square", "park", "stadium", "cemetery", "port", "harbour", "harbor",
    "depot", "refinery", "pipeline", "powerplant", "substation", "library", "nursery", "ward", "maternity",
    "pharmacy", "apartment", "building", "house", "home", "block", "highrise", "tower", "office",
    "headquarters", "street", "road", "highway", "crossing", "tunnel", "railway", "quarter",
    "neighbourhood", "neighborhood", "ambulance", "bus", "train",
}
"""Places within a settlement: "a kindergarten in Okhtyrka"."""

MONTHS_AND_DAYS = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
}

SETTINGS = {
    "village", "villages", "town", "towns", "city", "cities", "district", "districts", "neighborhood",
    "neighborhoods", "neighbourhood", "neighbourhoods", "quarter", "quarters", "suburb", "suburbs",
    "settlement", "settlements", "hamlet", "hamlets", "province", "provinces", "region", "regions",
    "governorate", "governorates", "oblast", "county", "municipality", "commune", "crossing", "checkpoint",
    "camp", "camps", "airport", "airbase", "area", "areas", "outskirts", "subdistrict", "border", "port",
    "countryside", "township", "raion", "prefecture", "locality", "localities", "capital", "island",
    "islands", "hill", "valley",
}
"""Common nouns that, next to a name, make it a place: "the village of …", "… district"."""

CAPTURING = {
    "capture", "recapture", "seize", "retake", "liberate", "enter", "storm", "besiege", "bombard", "shell",
    "bomb", "occupy", "evacuate", "encircle", "overrun", "invade", "surround", "reach", "leave", "visit",
    "patrol", "flee", "defend", "raid",
}
"""Verbs whose object, if it is a name, is mostly a place."""

STRIKING = {
    "hit", "strike", "attack", "target", "pound", "devastate", "destroy", "flatten", "rock", "ravage",
    "pummel",
}
"""Verbs whose object may be a place, if the gazetteer knows the name."""

AIMED = {
    "assault", "raid", "offensive", "shelling", "bombardment", "missile", "rocket", "drone", "airstrike",
    "advance", "siege", "flee", "withdraw", "retreat", "road", "fire", "shell", "bomb", "bombing", "battle",
    "fighting", "push", "fall", "evacuate", "capture", "seizure", "liberation", "destruction", "march",
    "travel", "return", "deploy", "drive", "arrive", "move",
}
"""Words with a preposition before a place: "an assault on …", "flee to …", "the battle for …"."""

SPEAKING = {
    "say", "announce", "claim", "state", "report", "deny", "insist", "warn", "accuse", "declare", "add",
    "maintain", "call", "demand", "urge", "condemn", "vow", "pledge", "threaten", "blame", "allege",
    "confirm", "acknowledge", "admit", "want",
}
"""Verbs whose subject speaks, and is not where a thing happened."""

FLYING = {
    "missile", "rocket", "drone", "shell", "projectile", "munition", "mortar", "artillery", "howitzer",
    "warplane", "plane", "aircraft", "jet", "bomber", "helicopter", "warhead", "salvo", "barrage",
}
"""What is sent off in one place and strikes in another."""

LAUNCHING = {"launch", "fire", "shoot", "fly", "send", "release"}
"""Verbs that send it off, as "take off" does."""

LEAVING = {"leave", "flee", "escape", "evacuate"}
"""Verbs whose object is a place that somebody leaves."""

COMING = {"come", "arrive", "travel", "return", "move", "flee", "escape", "evacuate"}
"""Verbs with "from" and the place where somebody was before."""

GOING = LEAVING | COMING | {"head", "go", "drive", "walk", "sail", "fly", "journey", "commute", "march"}
"""Verbs with "to" and the place where somebody means to be."""
