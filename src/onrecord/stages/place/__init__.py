"""Where: finds place names, decides which place each means, and gives each claim the place where it happened."""

from onrecord.stages.place.attach import place_of
from onrecord.stages.place.stage import PLACE

__all__ = ["PLACE", "place_of"]
