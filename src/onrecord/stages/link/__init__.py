"""Which claims are about one incident: within a document by its accounts, between documents by evidence."""

from onrecord.stages.link.stage import LINK

__all__ = ["LINK"]
