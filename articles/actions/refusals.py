"""Why an act was not done. A refusal is a sentence for a person: what, why, what to do next."""

from django.utils.functional import Promise


class Refused(Exception):
    """The act was not done and nothing has changed.

    `message` is the sentence; `field` names the part of a form it concerns, where there is one.
    """

    def __init__(self, message: str | Promise, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field

    def __str__(self) -> str:
        return str(self.message)


class NotPermitted(Refused):
    """The person may not do this; trying again does not help."""


class Stale(Refused):
    """Somebody saved in between; `current_version` is what the row has reached."""

    def __init__(self, message: str | Promise, current_version: int) -> None:
        super().__init__(message)
        self.current_version = current_version
