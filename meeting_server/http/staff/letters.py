"""The words to say to those who have to be told of a change, and letters: one page a person, for printing.

A letter has no link, no list of who comes and no name but its reader's: it may lie open at home.
"""

from dataclasses import dataclass
from typing import Any

from flask import abort, render_template, request

from ...domain.dates.arrangement import arrangement_of
from ...domain.meeting import Meeting
from ...domain.people.names import named, whole_names
from ...domain.people.persons import Person, attendee_of, each_attendee, is_screen, known_person
from ...domain.people.to_tell import ToTell, What
from ...services.staff_meetings import MyMeeting
from ...services.who_knows import accounts_of
from ..access import open_to, site
from ..languages import gettext
from .door import me_or_sign_in, mine, staff
from .times import day_words, time_words


@dataclass(frozen=True, slots=True)
class Telling:
    """A person who has to be told something: the words, and when it changed. `signs_in`: they have no link."""

    person: str
    name: str
    what: What
    heading: str
    words: str
    at: int
    signs_in: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `what` is `invited` for the first one. `family`: it is in the family's words."""

    name: str
    what: str
    words: str
    family: bool


@staff.get("/meetings/<id>/letters")
@open_to("staff")
def letters(id: str) -> Any:
    """Shows the letters to print: to everyone who comes by a link, or with `?tell` to those who have to be told of a
    change.
    """
    me = me_or_sign_in()
    found = mine(me, id)
    whole = site().live.meeting(id)
    if "tell" in request.args:
        made = [_about_a_change(whole, one) for one in to_tell(found, whole) if not one.signs_in]
    elif whole.state in ("prepared", "open", "paused"):
        made = _invitations(found, whole)
    else:
        abort(404)
    return render_template(
        "staff/letters.html",
        me=me,
        meeting=found,
        letters=made,
        day=day_words(found.date),
        time=time_words(found.starts),
        ring=whom_they_ring(whole),
    )


def to_tell(found: MyMeeting, whole: Meeting) -> list[Telling]:
    """Returns whom to tell of what, by their names. No one once the meeting has ended."""
    if whole.is_over:
        return []
    names = whole_names(named(whole))
    signed_in = set(accounts_of(site().live, found.id))
    headings: dict[What, str] = {
        "moved": gettext("Another day, time or place"),
        "cancelled": gettext("It will not take place"),
        "put_back": gettext("It takes place after all"),
        "new_part": gettext("A new part, and a new link"),
        "not_invited": gettext("No need to come"),
    }
    made = []
    for one in whole.desk.each(ToTell):
        if known_person(whole, one.id):
            attendee = attendee_of(whole, one.id)
            signs_in = attendee is not None and attendee.id in signed_in
            words = _says(found, whole, one.what)
            made.append(Telling(one.id, names[one.id], one.what, headings[one.what], words, one.at, signs_in))
    return sorted(made, key=lambda one: one.name)


def whom_they_ring(whole: Meeting) -> str:
    """Returns whom people ring about this meeting: who was named when it was made, or whom this council names."""
    kept = arrangement_of(whole)
    return ", ".join(filter(None, (kept.contact, kept.number))) or site().settings.contact


def _says(found: MyMeeting, whole: Meeting, what: What) -> str:
    """Returns the words to say to a person. They name no one."""
    when = {"day": day_words(found.date), "time": time_words(found.starts), "ring": whom_they_ring(whole)}
    place = gettext(" The place: %(place)s.", place=found.place) if found.place else ""
    words: dict[What, str] = {
        "moved": gettext("The meeting is now on %(day)s at %(time)s.", **when) + place,
        "cancelled": gettext("The meeting on %(day)s will not take place. Your link does not work any more.", **when),
        "put_back": gettext("The meeting takes place after all, on %(day)s at %(time)s.", **when) + place,
        "new_part": gettext(
            "The meeting is on %(day)s at %(time)s. You need a new link: the old one has stopped.", **when
        ),
        "not_invited": gettext("You do not need to come to the meeting on %(day)s.", **when),
    }
    return words[what] + gettext(" Questions? Ring %(ring)s.", **when)


def _about_a_change(whole: Meeting, one: Telling) -> Letter:
    return Letter(one.name, one.what, one.words, _is_family(whole, known_person(whole, one.person)))


def _invitations(found: MyMeeting, whole: Meeting) -> list[Letter]:
    names = whole_names(named(whole))
    signed_in = set(accounts_of(site().live, found.id))
    comes = [
        one
        for one in each_attendee(whole)
        if one.id not in signed_in and one.attendance != "removed" and not is_screen(whole.template, one)
    ]
    made = [
        Letter(names[one.person], "invited", "", _is_family(whole, known_person(whole, one.person))) for one in comes
    ]
    return sorted(made, key=lambda one: (not one.family, one.name))


def _is_family(whole: Meeting, person: Person | None) -> bool:
    """True if this is a person of the family: their letter is in plainer words."""
    attendee = attendee_of(whole, person.id) if person else None
    if attendee:
        return whole.template.role(attendee.role).side != "professional"
    tints = {one.key: one.tint for one in whole.template.agencies}
    return person is not None and tints.get(person.agency or "") in (None, "family", "child")
