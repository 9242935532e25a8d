"""What each of us has done, for the record: finished words only, and silence in plain sight (W5, W6)."""

from ..asides.asides import Aside
from ..people.persons import attendee_of
from ..reading import DisciplinePart, SummariesPart, Summarised
from ..reading.reading import Reading
from ..supervision.summaries import Summary, readiness


def summaries_of(read: Reading) -> SummariesPart | None:
    """Each discipline in the template's order with everybody invited for it. None where the template does not ask, or
    nobody was invited for any."""
    asked = read.meeting.template.summaries
    invited = readiness(read.meeting)
    if asked is None or not invited:
        return None
    given = {one.id: one for _, one in read.each(Summary)}
    return SummariesPart(
        asked.label,
        asked.missing,
        tuple(
            DisciplinePart(one.label, tuple(_summarised(read, person, given.get(person)) for person in one.people))
            for one in invited
        ),
    )


def _summarised(read: Reading, person: str, one: Summary | None) -> Summarised:
    who = read.who(person)
    if one is None or one.state == "draft":
        return Summarised(who, "draft" if one else "none")
    typist = read.typist(one.recorded_by, person, one.source) if one.recorded_by else None
    stands_in = one.state == "finished" and _missed_it(read, person)
    aside = any(mark.kind == "summaries" and mark.thing == person for _, mark in read.each(Aside))
    return Summarised(
        who, one.state, one.text, one.finished_at, typist, stands_in, bool(one.earlier), one.waiting_room, aside
    )


def _missed_it(read: Reading, person: str) -> bool:
    """True if the meeting has begun and this person has not come to it."""
    attendee = attendee_of(read.meeting, person)
    begun = read.meeting.facts.opened_at is not None
    return begun and attendee is not None and attendee.attendance in ("invited", "apologies")
