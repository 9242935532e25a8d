"""Pages for staff: signing in, my meetings, making one, who is invited. Plain forms that work without JavaScript."""

from . import (
    account,
    add_family,
    change_page,
    families,
    letters,
    make_meeting,
    meeting_page,
    my_meetings,
    my_record,
    next_family,
    roll_sitting,
    sign_in,
    sitting,
    sittings,
    stand_in,
)
from .door import StaffDoor, staff

__all__ = ["StaffDoor", "account", "add_family", "change_page", "families", "letters", "make_meeting", "meeting_page",
           "my_meetings", "my_record", "next_family", "roll_sitting", "sign_in", "sitting", "sittings",
           "staff", "stand_in"]  # fmt: skip
