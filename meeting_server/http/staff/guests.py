"""The people at a meeting as its page lists them: who is invited, and if their link was made."""

from dataclasses import dataclass, replace

from ...domain.audiences import DESK
from ...domain.meeting import Meeting
from ...domain.people.names import named, whole_names
from ...domain.people.persons import Person, each_attendee, each_person, find_person, is_screen
from ...domain.points.finish_preparing import Preparation
from ...services.invitations import may_have_link, standing_links
from ..access import site
from ..qr import Qr, qr_of
from .times import stamp_words


@dataclass(frozen=True, slots=True)
class Guest:
    """An invited person. `link` and `qr` are there once, on the page that made them. `since` is 0 without a link;
    `made` says it in words. `by_link` is false for a person who signs in, and for one who was removed.
    """

    id: str
    name: str
    relationship: str
    role: str
    agency: str
    attendance: str
    by_link: bool
    since: int
    made: str
    finished: bool | None
    link: str = ""
    qr: Qr | None = None


def guests_of(meeting: Meeting, links: dict[str, str], *, on_the_desk: bool) -> list[Guest]:
    """Returns the invited people in the order of the template's roles. `links` are those just made. `on_the_desk` is
    for a reader who hears what the chair hears, and so may know who has finished preparing.
    """
    template = meeting.template
    order = [role.key for role in template.roles]
    agencies = {agency.key: agency.label for agency in template.agencies}
    by_link, since = set(may_have_link(site().live, meeting)), standing_links(site().live, meeting.id)
    invited = [one for one in each_attendee(meeting) if not is_screen(template, one)]
    names = whole_names(named(meeting))
    invited.sort(key=lambda one: (order.index(one.role), names[one.person]))
    ready = _finished_preparing(meeting) if on_the_desk and meeting.state == "prepared" else None
    return [
        Guest(
            id=one.id,
            name=names[one.person],
            relationship=find_person(meeting, one.person).relationship,
            role=template.role(one.role).label,
            agency=agencies.get(one.agency, ""),
            attendance=one.attendance,
            by_link=one.id in by_link,
            since=since.get(one.id, 0),
            made=stamp_words(since[one.id]) if one.id in since else "",
            finished=None if ready is None else one.id in ready,
            link=links.get(one.id, ""),
            qr=qr_of(links[one.id]) if one.id in links else None,
        )
        for one in invited
    ]


def _finished_preparing(meeting: Meeting) -> set[str]:
    """Returns the ids of the attendees who said that what they sent is finished."""
    return {one.id for one in meeting.board(DESK).each(Preparation) if one.finished}


def spoken_of(meeting: Meeting) -> list[Person]:
    """Returns the people, by name, who are not invited and are no child the meeting is about."""
    about = set(meeting.children())
    names = whole_names(named(meeting))
    there = (one for one in each_person(meeting) if one.attendee is None and one.id not in about)
    found = [replace(one, name=names[one.id]) for one in there]
    return sorted(found, key=lambda one: one.name)
