"""A rule said no, and the sentence that says so: in English, and ready to be said in another language."""

from typing import Any


class Sentence(str):
    """An English sentence that still knows its `text`, with a %(name)s for each of its `values`.

    Whoever says it in another language looks up the text there and puts the values in.
    """

    __slots__ = ("text", "values")
    text: str
    values: dict[str, str | int]


def sentence(text: str, /, **values: str | int) -> Sentence:
    """The text with its values put in. Named as the catalogue's tools look for it, so write the text itself here."""
    made = Sentence(text % values if values else text)
    made.text, made.values = text, values
    return made


class Refused(Exception):
    """A rule said no: `code` for programs, `message` in plain English for the person, `more` for what helps them on.

    `values` go into the message where it has %(name)s; the message itself is written there as plain text, so that it is
    collected for translators. `more` may hold `text` and `version` (what a point says now, with code `changed`),
    `wait_ms` (with `too_fast`) or `fields` (what is wrong where, with `bad_data`).
    """

    def __init__(self, code: str, message: str, values: dict[str, str | int] | None = None, **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.message = message if isinstance(message, Sentence) else sentence(message, **(values or {}))
        self.more = more


def not_found() -> Refused:
    """The one answer for an id that does not exist, is another meeting's, or is said where this person may not look."""
    return Refused("not_found", "That is not on your board any more.")
