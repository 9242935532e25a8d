"""My meetings: today's first, with the state of each and the one way to chair it."""

from dataclasses import dataclass
from typing import Any

from flask import render_template

from ...services.asking import requests_for
from ...services.sitting_views import sitting_of_today
from ...services.staff_meetings import MyMeeting, my_meetings
from ..access import open_to, site
from ..languages import gettext, ngettext
from .door import door, me_or_sign_in, staff, state_words, today
from .times import day_words, time_words


@dataclass(frozen=True, slots=True)
class Listed:
    """A meeting as the list shows it. `can_open` is true if this account chairs it, and so opens its board: before and
    during it, and afterwards for the draft and for what is added to the locked record.
    """

    meeting: MyMeeting
    day: str
    time: str
    state: str
    can_open: bool


@staff.get("/meetings")
@open_to("staff")
def meetings() -> Any:
    """Shows the list. At its top stand meetings that I chair and that are still open from another day."""
    me = me_or_sign_in()
    found = my_meetings(site().live, me.account)
    now = today().isoformat()
    groups = (
        (gettext("Today"), [one for one in found if one.date == now]),
        (gettext("Later"), [one for one in found if one.date > now]),
        (gettext("Before today"), [one for one in reversed(found) if one.date < now]),
    )
    shown = [(title, [listed(one) for one in group]) for title, group in groups if group]
    forgotten = [listed(one) for one in found if one.date < now and one.attendee and one.state in ("open", "paused")]
    waiting = len(requests_for(site().live, me.account))
    asked = ngettext("Somebody asks for earlier meetings.", "%(n)s people ask for earlier meetings.", waiting)
    return render_template(
        "staff/meetings.html",
        me=me,
        groups=shown,
        forgotten=forgotten,
        can_make=bool(door().templates),
        asked=asked if waiting else "",
        sitting=sitting_of_today(site().live, me.account, now),
    )


def listed(one: MyMeeting) -> Listed:
    opens = one.attendee is not None and one.state != "cancelled"
    return Listed(one, day_words(one.date), time_words(one.starts), state_words(one.state), opens)
