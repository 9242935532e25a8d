"""Joining by a personal link: look first, then ask to join. GET changes nothing, so a mail scanner uses nothing up."""

from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, make_response, render_template, request

from ..addresses import share_of
from ..domain.dates.arrangement import arrangement_of
from ..domain.meeting import Meeting
from ..domain.people.admission import role_of
from ..domain.people.persons import each_attendee, find_attendee, find_person, is_screen
from ..domain.refused import sentence
from ..services.seats import STOPPED, Invited, invited_by, take_seat
from .access import from_our_page, open_to, site
from .languages import gettext

join = Blueprint("join", __name__)

KEPT = (
    sentence("No sound or video is kept."),
    sentence("What is written here is kept. You can ask to see it."),
    sentence("Your name, and when you came and left, is kept with it."),
)
REASONS = (
    "removed",
    "not_admitted",
    "left",
    "ended",
    "cancelled",
    "signed_out",
    "closed",
    "restarting",
    "screen_off",
    "next_family",
    "no_device",
)
_SETTING = {
    "room": sentence("In the room"),
    "online": sentence("Online"),
    "both": sentence("In the room and online"),
}


@join.get("/")
@open_to("anyone")
def front() -> str:
    """Shows what this is, where a link is opened, and where staff sign in."""
    return render_template("front.html", contact=site().settings.contact)


@join.get("/join")
@open_to("anyone")
def page() -> str:
    """Shows the page that a personal link opens. The link's secret stays in the fragment and is not sent with this
    request.
    """
    return render_template("join.html")


def _invited() -> Invited | Response:
    """Returns the attendee that the link in the JSON body is for. Otherwise returns the answer that it is no link, or
    one that works no more.
    """
    if not from_our_page(request):
        abort(400)
    data = request.get_json(silent=True)
    token = data.get("token") if isinstance(data, dict) else None
    invited = invited_by(site().live, token) if isinstance(token, str) and len(token) < 100 else None
    if invited is None:
        too_many = site().failures(share_of(request.remote_addr or ""))
        says = gettext("This link does not work. Please ask whoever sent it to you for a new one.")
        return _no("too_many" if too_many else "no_link", says, 429 if too_many else 404)
    if invited == STOPPED:
        return _no("stopped", gettext("This link has stopped working. Please ask whoever sent it to you."), 410)
    if invited.meeting.state in ("ended", "finished"):
        return _no("ended", gettext("This meeting has ended. You can ask the chair for the record."), 410)
    if invited.meeting.state == "cancelled":
        return _no("cancelled", _will_not_take_place(invited.meeting), 410)
    return invited


def _will_not_take_place(meeting: Meeting) -> str:
    """Returns what a link says once its meeting was cancelled: whom to ring, and nothing of when, where or about
    whom.
    """
    booked = arrangement_of(meeting)
    ring = ", ".join(filter(None, (booked.contact, booked.number))) or site().settings.contact
    return gettext("This meeting will not take place. Ring %(contact)s.", contact=ring)


def _no(code: str, message: str, status: int) -> Response:
    # 200 for a person's mistake would hide it from the rate limiter's log. The body has the same shape as on the wire.
    answer = make_response(jsonify(ok=False, error={"code": code, "message": message}))
    answer.status_code = 403 if status == 404 else status
    return answer


@join.post("/join/look")
@open_to("link")
def look() -> Any:
    """Tells who will be there (roles and agencies, never a child's name) and what is kept, before a person asks to
    join.

    Also tells in `cookies` if this browser keeps cookies: the first answer sets one, and the next request shows it.
    """
    invited = _invited()
    if isinstance(invited, Response):
        return invited
    meeting, template = invited.meeting, invited.meeting.template
    attendee = find_attendee(meeting, invited.attendee)
    if attendee is None:
        abort(404)
    agencies = {agency.key: agency.label for agency in template.agencies}
    others = sorted(each_attendee(meeting), key=lambda one: [role.key for role in template.roles].index(one.role))
    answer = jsonify(
        ok=True,
        cookies=_keeps_cookies(),
        title=invited.title,
        occasion_words=meeting.facts.occasion,
        setting_words=gettext(_SETTING[meeting.facts.setting]),
        name=find_person(meeting, attendee.person).name,
        role_label=template.role(attendee.role).label,
        kept=[gettext(one) for one in KEPT],
        people=[
            {"role_label": template.role(one.role).label, "agency_label": agencies.get(one.agency, "")}
            for one in others
            if one.attendance != "removed" and not is_screen(template, one)
        ],
    )
    if not _keeps_cookies():
        here = site()
        answer.set_cookie(_tried(), "1", httponly=True, samesite="Strict", secure=here.settings.https, path="/")
    return answer


def _tried() -> str:
    """Returns the name of the cookie that only shows if cookies are kept."""
    return f"{site().cookie}-tried"


def _keeps_cookies() -> bool:
    return site().cookie in request.cookies or _tried() in request.cookies


@join.post("/join")
@open_to("link")
def ask() -> Any:
    """Takes a seat in this browser. The chair lets its device in, or not."""
    invited = _invited()
    if isinstance(invited, Response):
        return invited
    here = site()
    # Limited by person and address: a holder of another person's link cannot make endless rows, and keeps no one else
    # from theirs.
    if here.seats((invited.attendee, share_of(request.remote_addr or ""))):
        return _no("too_many", gettext("This link was opened too often just now. Wait a minute, then try again."), 429)
    cookie, seat = take_seat(here.live, invited, request.cookies.get(here.cookie))
    attendee = find_attendee(invited.meeting, invited.attendee)
    screen = role_of(invited.meeting, attendee).screen if attendee else "board"
    answer = make_response(jsonify(ok=True, go=f"/{screen}/{seat.selector}"))
    answer.set_cookie(here.cookie, cookie, httponly=True, samesite="Strict", secure=here.settings.https, path="/")
    return answer


@join.get("/goodbye/<reason>")
@open_to("anyone")
def goodbye(reason: str) -> str:
    """Shows a page without content to people who are not in the meeting: why, and whom to ring."""
    if reason not in REASONS:
        abort(404)
    return render_template("goodbye.html", reason=reason, contact=site().settings.contact, staff=_is_staff())


def _is_staff() -> bool:
    """True if a member of staff is signed in in this browser: a social worker is not told to ring her social worker."""
    found = current_app.extensions["staff"]
    return found.sessions.who(request.cookies.get(found.cookie)) is not None
