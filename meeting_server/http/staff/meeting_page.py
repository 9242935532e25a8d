"""One meeting before it begins: who is invited, their links, the calendar file, adding a person, the way in to
chair.
"""

from typing import Any
from uuid import UUID, uuid4

from flask import abort, redirect, render_template, request

from ...documents.calendar import calendar_file
from ...domain.audiences import DESK
from ...domain.facts import Because
from ...domain.meeting import Meeting
from ...domain.people.admission import role_of
from ...domain.people.names import name_of
from ...domain.people.persons import find_attendee, find_person
from ...domain.refused import Refused
from ...services.cancel_meeting import cancel_meeting, may_put_back, put_meeting_back, tick_off
from ...services.earlier import about_other_names, read_earlier
from ...services.invitations import add_person, may_have_link, new_links, standing_links, stop_link
from ...services.seats import Invited, take_seat
from ...services.sign_in import SignedIn
from ...services.staff_meetings import MyMeeting
from ..access import open_to, site
from ..files import CALENDAR, file_answer
from ..languages import gettext, said
from ..workbook import workbook_links
from .door import Form, me_or_sign_in, mine, posted, staff
from .forms import SPOKEN_OF, Row, choices, roles_offered
from .guests import guests_of, spoken_of
from .letters import to_tell, whom_they_ring
from .my_meetings import listed
from .people_form import read_person
from .times import day_words

_ADDED = ("name", "called", "relationship", "role", "agency")
"""The fields of a person who is added later."""


@staff.get("/meetings/<id>")
@open_to("staff")
def meeting(id: str) -> Any:
    """Shows the page of a meeting I made or chair."""
    me = me_or_sign_in()
    return _page(me, mine(me, id))


@staff.post("/meetings/<id>")
@open_to("staff")
def change(id: str) -> Any:
    """Does what the buttons of the page say: `open`, `links`, `link-ATTENDEE`, `stop-ATTENDEE`, `add`,
    `same-MEETING`, `cancel`, `back`, `told-PERSON:TIME`.
    """
    me, sent = posted()
    found = mine(me, id)
    do, _, whom = sent.get("do", "").partition("-")
    if do == "open":
        return _open(me, found)
    if do in ("links", "link"):
        return _links(me, found, sent, whom)
    if do == "stop":
        return _stop(found, whom)
    if do == "same":
        return _same_family(found, whom)
    if do in ("cancel", "back"):
        return _cancel(me, found, sent, back=do == "back")
    if do == "told":
        person, _, at = whom.partition(":")
        tick_off(site().live, found.id, person, int(at) if at.isdecimal() and len(at) < 16 else 0)
        return redirect(f"/meetings/{found.id}#tell", 303)
    if do != "add":
        abort(400)
    return _add(me, found, sent)


def _page(me: SignedIn, found: MyMeeting, links: dict[str, str] | None = None, **more: Any) -> str:
    whole = site().live.meeting(found.id)
    role = (
        whole.template.role(chairs.role)
        if found.attendee and (chairs := find_attendee(whole, found.attendee))
        else None
    )
    on_the_desk = role is not None and DESK in role.audiences
    agencies = choices(whole.template.agencies)
    facts = {"person": Row(), "once": str(uuid4()), "problems": {}, "says": "", "fresh": "", **more}
    return render_template(
        "staff/meeting.html",
        me=me,
        meeting=listed(found),
        template=whole.template,
        SPOKEN_OF=SPOKEN_OF,
        guests=guests_of(whole, links or {}, on_the_desk=on_the_desk),
        spoken_of=spoken_of(whole),
        children=[(name_of(whole, child), find_person(whole, child).age) for child in whole.children()],
        agency_words=dict(agencies),
        role_choices=choices(roles_offered(whole.template)),
        agency_choices=agencies,
        is_over=whole.state in ("ended", "finished", "cancelled"),
        tells=to_tell(found, whole),
        ring=whom_they_ring(whole),
        because=because_words(),
        may_put_back=may_put_back(site().live, whole),
        chairs=role is not None,
        workbooks=workbook_links(whole, f"/meetings/{found.id}"),
        other_names=_other_names(found, whole),
        **facts,
    )


def because_words() -> dict[Because, str]:
    """Returns why a meeting is cancelled, to choose from."""
    return {
        "not_needed": gettext("It is not needed any more"),
        "another_meeting": gettext("There is another meeting instead"),
        "cannot_come": gettext("Somebody who is needed can't come"),
        "mistake": gettext("It was made by mistake"),
        "other": gettext("Something else"),
    }


def _cancel(me: SignedIn, found: MyMeeting, sent: Form, *, back: bool) -> Any:
    """Cancels the meeting, or puts it back."""
    because = next((one for one in because_words() if one == sent.get("because", "")), None)
    if because is None and not back:
        return _page(me, found, problems={"because": gettext("Say why the meeting is cancelled.")})
    mine_there = found.attendee or ""
    try:
        if back:
            put_meeting_back(site().live, found.id, mine_there)
        else:
            cancel_meeting(site().live, found.id, mine_there, because or "other")
    except Refused as refused:
        return _page(me, found, says=said(refused)), 409
    return redirect(f"/meetings/{found.id}", 303)


def _other_names(found: MyMeeting, whole: Meeting) -> list[tuple[str, str, str]]:
    """Returns, for the chair, id, words and children of the earlier meetings that wait for their word."""
    if found.attendee is None or whole.is_over:
        return []
    return [
        (
            one.id,
            gettext("%(title)s of %(day)s", title=one.template.title, day=day_words(one.facts.date)),
            ", ".join(find_person(one, child).name for child in one.children()),
        )
        for one in about_other_names(site().live, found.id)
    ]


def _same_family(found: MyMeeting, earlier: str) -> Any:
    """Notes that the chair says that a meeting about other names is this family's."""
    if found.attendee is None:
        abort(404)
    read_earlier(site().live, found.id, found.attendee, earlier)
    return redirect(f"/meetings/{found.id}", 303)


def _open(me: SignedIn, found: MyMeeting) -> Any:
    """Takes the chair's seat by being signed in: there is no link that opens it."""
    here = site()
    whole = here.live.meeting(found.id)
    attendee = find_attendee(whole, found.attendee) if found.attendee else None
    if attendee is None:
        abort(404)
    # A record may have been locked since the meeting was made.
    read_earlier(here.live, found.id, attendee.id)
    invited = Invited(whole, found.title, attendee.id)
    cookie, seat = take_seat(here.live, invited, request.cookies.get(here.cookie), me.session)
    answer = redirect(f"/{role_of(whole, attendee).screen}/{seat.selector}", 303)
    answer.set_cookie(here.cookie, cookie, httponly=True, samesite="Strict", secure=here.settings.https, path="/")
    return answer


def _links(me: SignedIn, found: MyMeeting, sent: Form, whom: str) -> Any:
    """Makes links for everyone who has none (`whom` empty), or a new one for one person. They are shown only on this
    answer, because only a hash of each is stored.
    """
    live = site().live
    whole = live.meeting(found.id)
    standing = standing_links(live, found.id)
    if whom:
        since = sent.get(f"since-{whom}", "")
        wanted = {whom: int(since) if since.isdecimal() and len(since) < 16 else 0}
    else:
        wanted = {one: 0 for one in may_have_link(live, whole) if one not in standing}
    try:
        tokens = new_links(live, whole, wanted)
    except Refused as refused:
        if refused.code == "no_link":
            abort(404)
        return _page(me, found, says=said(refused)), 409
    links = {one: f"{site().settings.url}/join#{token}" for one, token in tokens.items()}
    if whom:
        return _page(me, found, links, fresh=whom)
    made = gettext("The links are made. Send each to its person now: they are not shown again.")
    return _page(me, found, links, says=made if links else gettext("Everybody has a link already."))


def _stop(found: MyMeeting, whom: str) -> Any:
    if whom not in may_have_link(site().live, site().live.meeting(found.id)):
        abort(404)
    stop_link(site().live, found.id, whom)
    return redirect(f"/meetings/{found.id}#invited", 303)


def _add(me: SignedIn, found: MyMeeting, sent: Form) -> Any:
    """Adds a person, or shows the form again with what is wrong."""
    row = Row(**{name: sent.get(f"person-{name}", "")[:2000] for name in _ADDED})  # type: ignore[arg-type]
    once = sent.get("once", "")
    whole = site().live.meeting(found.id)
    one, wrong = read_person(row, whole.template)
    try:
        once = str(UUID(once))
    except ValueError:
        abort(400)
    if not wrong:
        try:
            add_person(site().live, found.id, once, one)
        except Refused as refused:
            wrong = {"called" if refused.code == "read_alike" else "name": said(refused)}
    if wrong:
        problems = {f"person-{field}": says for field, says in wrong.items()}
        return _page(me, found, person=row, once=once, problems=problems)
    return redirect(f"/meetings/{found.id}#invited", 303)


@staff.get("/meetings/<id>/meeting.ics")
@open_to("staff")
def calendar(id: str) -> Any:
    """Returns the calendar file: when and where, and no name."""
    found = mine(me_or_sign_in(), id)
    made = calendar_file(found.id, found.date, found.starts, found.place, found.made_at)
    return file_answer(made, CALENDAR, site().live.meeting(found.id), "meeting")
