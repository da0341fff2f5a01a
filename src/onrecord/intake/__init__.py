"""The only code that reaches files and archives: what was given, as evidence."""

from onrecord.intake.gather import gather

__all__ = ["gather"]
