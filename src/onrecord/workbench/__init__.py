"""The review site: ``onrecord serve``."""
