"""On Record: what is claimed to have happened, who says so, and how it is known."""

__version__ = "0.1.0"
