"""A rule said no."""

from typing import Any


class Refused(Exception):
    """A rule said no: `code` for programs, `message` in plain English for the person, `more` for what helps them on.

    `more` may hold `text` and `version` (what a point says now, with code `changed`), `wait_ms` (with `too_fast`)
    or `fields` (what is wrong where, with `bad_data`).
    """

    def __init__(self, code: str, message: str, **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.more = more


NOT_FOUND = "That is not on your board any more."


def not_found() -> Refused:
    """The one answer for an id that does not exist, is another meeting's, or is said where this person may not look."""
    return Refused("not_found", NOT_FOUND)
