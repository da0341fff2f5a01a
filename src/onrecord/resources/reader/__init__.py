"""The trained reader: a small encoder with heads for speakers, stance, roles and places (``CARD.md`` says what it was trained on)."""

from onrecord.resources.reader.reader import MODEL, Reader, open_reader

__all__ = ["MODEL", "Reader", "open_reader"]
