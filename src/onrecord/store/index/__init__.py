"""What a person looks things up in: incidents, pages and words of a case as tables that can be thrown away and made again from the ledger."""

from onrecord.store.index.filters import Filter
from onrecord.store.index.index import Index

__all__ = ["Filter", "Index"]
