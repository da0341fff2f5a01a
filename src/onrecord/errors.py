"""Every error of On Record. Each message says what happened, where, and what to do next.

OnRecordError
├── BadInput            something given cannot be read (file and place in the message)
│   └── TooLarge        it is over a limit that protects this machine
├── BadSetting          an environment variable holds what it cannot hold
├── CannotServe         the address for the workbench cannot be used
├── CannotWrite         the file for the output cannot be made or filled
├── CaseError           the case folder cannot be used
│   ├── CaseBusy        another run is writing to it
│   ├── CaseNewer       made by a newer version of On Record
│   ├── CaseReadOnly    nothing can be written to it
│   └── CaseDamaged     a row or a byte is not what was recorded
├── DiskFull            nothing more can be written; what was reported as done is safe
├── MissingResource     a language model or the gazetteer is not installed
├── NotAllowed          this person may not do it, or it may not be done so
│   └── TooSoon         not yet: its `seconds` say when
├── NotFound            no claim, incident, document, person, … has this id or name
├── TeamError           the file with a team's accounts cannot be used
└── WorkerDied          a worker process ended again and again on the same records
"""


class OnRecordError(Exception):
    """Base of all: catch this to catch every expected failure."""


class BadInput(OnRecordError):
    """Something given cannot be read."""


class TooLarge(BadInput):
    """It is over a limit that protects this machine."""


class BadSetting(OnRecordError, ValueError):
    """An environment variable holds what it cannot hold."""


class CannotServe(OnRecordError):
    """The address for the workbench cannot be used."""


class CannotWrite(OnRecordError):
    """The file for the output cannot be made or filled."""


class CaseError(OnRecordError):
    """The case folder cannot be used."""


class CaseBusy(CaseError):
    """Another run is writing to it."""


class CaseNewer(CaseError):
    """Made by a newer version of On Record."""


class CaseReadOnly(CaseError):
    """Nothing can be written to it."""


class CaseDamaged(CaseError):
    """A row or a byte is not what was recorded."""


class DiskFull(OnRecordError):
    """Nothing more can be written; what was reported as done is safe."""


class MissingResource(OnRecordError):
    """A language model or the gazetteer is not installed."""


class NotAllowed(OnRecordError):
    """This person may not do it, or it may not be done so."""


class TooSoon(NotAllowed):
    """Not yet; `seconds` say when."""

    def __init__(self, message: str, *, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds


class NotFound(OnRecordError):
    """Nothing has this id or name."""


class TeamError(OnRecordError):
    """The file with a team's accounts cannot be used."""


class WorkerDied(OnRecordError):
    """A worker process ended again and again on the same records."""
