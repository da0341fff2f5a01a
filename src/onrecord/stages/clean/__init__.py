"""Evidence → Document: the text as a reader sees it, without furniture, with what is known of the page."""

from onrecord.stages.clean.stage import CLEAN

__all__ = ["CLEAN"]
