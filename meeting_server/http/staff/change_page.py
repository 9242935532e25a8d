"""Changing a meeting that was made: the form it was made with, filled in with how it is now."""

from typing import Any
from uuid import uuid4

from flask import redirect

from ...domain.dates.arrangement import arrangement_of
from ...domain.meeting import Meeting
from ...domain.people.about_children import children_of
from ...domain.people.apart import apart_from
from ...domain.people.persons import attendee_of, each_person, find_attendee, find_person, is_screen
from ...domain.refused import Refused
from ...services.change_meeting import Wanted, change_meeting
from ...services.known_family import KnownPerson
from ...services.meeting_changes import stands_as
from ...services.sign_in import SignedIn
from ...services.staff_meetings import MyMeeting
from ...services.who_knows import accounts_of, chair_of
from ..access import open_to, site
from ..languages import said
from .door import door, me_or_sign_in, mine, posted, staff, today
from .form_page import change_rows, form_page, row_of
from .forms import Row
from .meeting_form import PLAIN, MeetingForm, plan_of, read_form
from .times import time_words, typed_day


@staff.get("/meetings/<id>/change")
@open_to("staff")
def change_form(id: str) -> Any:
    """Shows the form with the meeting as it is. One that has begun has no such form any more."""
    me = me_or_sign_in()
    found = mine(me, id)
    if found.state != "prepared":
        return redirect(f"/meetings/{id}", 303)
    return _page(me, found, _form_of(found, site().live.meeting(id)))


@staff.post("/meetings/<id>/change")
@open_to("staff")
def change_it(id: str) -> Any:
    """Adds or removes a row, or changes the meeting."""
    me, sent = posted()
    found, form = mine(me, id), read_form(sent)
    whole = site().live.meeting(id)
    form.for_template(whole.template)
    form.plain["reference"] = found.reference
    do = sent.get("do", "make")
    if do != "make":
        return _page(me, found, form, focus=change_rows(form, do))
    asked = plan_of(form, whole.template, me.account, door().accounts.all(), today())
    if asked is None:
        return _page(me, found, form)
    try:
        change_meeting(site().live, id, form["id"], Wanted(*asked, form["seen"]))
    except Refused as refused:
        if refused.code != "nothing_new":
            form.wrong("form", said(refused))
            return _page(me, found, form), 409
    # A chair who did not make the meeting, and hands it on, sees it no more.
    theirs = me.account.id in (asked[1].chair.id, found.made_by)
    return redirect(f"/meetings/{id}" if theirs else "/meetings", 303)


def _page(me: SignedIn, found: MyMeeting, form: MeetingForm, focus: str = "") -> str:
    whole = site().live.meeting(found.id)
    sitting = time_words(found.starts) if whole.facts.slot else ""
    facts = {"path": f"/meetings/{found.id}/change", "changing": found, "focus": focus, "of_a_sitting": sitting}
    return form_page(me, form, whole.template, **facts)


def _form_of(found: MyMeeting, whole: Meeting) -> MeetingForm:
    """Returns the form as it would be filled in for this meeting as it stands."""
    signed_in = set(accounts_of(site().live, found.id))
    about = set(whole.children())
    people = []
    for one in sorted(each_person(whole), key=lambda person: person.name):
        attendee = attendee_of(whole, one.id)
        hidden = attendee and (attendee.id in signed_in or is_screen(whole.template, attendee))
        if one.id not in about and not hidden:
            people.append(_row(whole, one.id))
    children = [_row(whole, one) for one in whole.children()]
    return MeetingForm(_plain(found, whole), children or [Row()], people or [Row()])


def _plain(found: MyMeeting, whole: Meeting) -> dict[str, str]:
    """Returns the fields that occur once."""
    facts, kept, chair = whole.facts, arrangement_of(whole), chair_of(site().live, found.id)
    chairs = find_attendee(whole, chair)
    year, month, day = facts.date.split("-")
    known = {
        "id": str(uuid4()),
        "template": whole.template.key,
        "seen": stands_as(whole),
        "reference": found.reference,
        "occasion": facts.occasion,
        "setting": facts.setting,
        "family": "yes" if facts.family_present else "no",
        "day": str(int(day)),
        "month": str(int(month)),
        "year": year,
        "starts": found.starts,
        "place": found.place,
        "contact": kept.contact,
        "number": kept.number,
        "core_group": typed_day(kept.core_group),
        "conference": typed_day(kept.conference),
        "chair": accounts_of(site().live, found.id).get(chair, ""),
        "chair_agency": chairs.agency if chairs else "",
    }
    return dict.fromkeys(PLAIN, "") | known


def _row(whole: Meeting, person: str) -> Row:
    row = row_of(KnownPerson(find_person(whole, person), attendee_of(whole, person), apart_from(whole, person)))
    row.about = children_of(whole, person) or ()
    return row
