"""The date stage: finds times, says what they mean, and bounds when each claim's happening was."""

from onrecord.stages.date.find import find_times
from onrecord.stages.date.stage import DATE
from onrecord.stages.date.when import when_of

__all__ = ["DATE", "find_times", "when_of"]
