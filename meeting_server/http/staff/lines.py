"""One typed line: put in order, or what is wrong with it."""

from marshmallow import ValidationError

from ...domain.kinds import Kind
from ...schemas import StrictText
from ..languages import gettext


def read_line(typed: str, most: int, missing: str = "") -> tuple[str, str]:
    """The line and "", or the line as it was typed and what is wrong. `missing` is said when it may not be empty."""
    if missing and not typed.strip():
        return "", missing
    if len(typed.strip()) > most:
        return typed, gettext("That is too long. At most %(most)s characters fit.", most=most)
    try:
        return " ".join(StrictText(Kind("Line", "", most=most, one_line=True)).deserialize(typed).split()), ""
    except ValidationError:
        return typed, gettext("There is a character in this that can't be shown. Type it again.")
