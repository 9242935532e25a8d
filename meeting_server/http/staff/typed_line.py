"""One typed line: put in order, or what is wrong with it."""

from marshmallow import ValidationError

from ...domain.kinds import Kind, is_empty, tidied
from ...schemas import StrictText
from ..languages import gettext


def read_line(typed: str, most: int, missing: str = "") -> tuple[str, str]:
    """Returns the line and "", or the line as it was typed and what is wrong. `missing` is said if it may not
    be empty.
    """
    line = "" if is_empty(typed) else tidied(typed)
    if missing and not line:
        return "", missing
    try:
        return " ".join(StrictText(Kind("Line", "", most=most, one_line=True)).deserialize(line).split()), ""
    except ValidationError:
        return typed, gettext("That is too long. At most %(most)s characters fit.", most=most)
