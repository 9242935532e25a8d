"""Pages for staff: signing in, my meetings, making one, who is invited. Plain forms that work without JavaScript."""

from . import make_meeting, meeting_page, my_meetings, sign_in
from .door import StaffDoor, staff

__all__ = ["StaffDoor", "make_meeting", "meeting_page", "my_meetings", "sign_in", "staff"]
