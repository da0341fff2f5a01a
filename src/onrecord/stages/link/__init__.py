"""Which claims are about one incident: within a document by its accounts, between documents by evidence."""

from onrecord.stages.link.account import ACCOUNT
from onrecord.stages.link.stage import LINK, link

__all__ = ["ACCOUNT", "LINK", "link"]
