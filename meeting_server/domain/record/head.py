"""The head of a record: what meeting this was, who was there, what reports came, what was noted, what stayed open."""

from ..agenda.reports import Report
from ..agenda.stage_notes import StageNote
from ..core_group.agency_updates import Update
from ..core_group.visits import Visit
from ..dates.statutory_clocks import due_dates
from ..deciding.agency_views import AgencyView
from ..deciding.decisions import Dissent
from ..earlier.brought import EarlierNumbers
from ..ending.ending import CheckAnswer
from ..numbers.numbers import Number
from ..people.chair_controls import Controls
from ..people.minute_taking import MinuteTaking
from ..people.persons import Attendee, each_attendee, each_person
from ..people.removals import Removal
from ..points.items import Item
from ..reading import Arrangements, Attended, Child, Deputised, Head, Noted, OpenCheck, Paused, Reported, Who
from ..reading.reading import FAMILY, Reading, filled, name_first
from ..supervision.adult_views import AdultView
from .points import Found

_STATES = {"ended": "draft", "finished": "finished"}


def head_of(read: Reading, found: list[Found], arranged: Arrangements | None) -> Head:
    """The head, with everybody who was asked in the place they belong."""
    meeting, facts = read.meeting, read.meeting.facts
    people = sorted(filter(read.is_somebody, each_attendee(meeting)), key=lambda one: _place(read, one))
    came = [one for one in people if one.attendance in ("here", "left", "removed")]
    return Head(
        title=meeting.template.title,
        heading=filled(meeting.template.heading, _all(read)),
        occasion=facts.occasion,
        date=facts.date,
        setting=facts.setting,
        family_present=facts.family_present,
        state=_STATES.get(facts.state, "running"),  # type: ignore[arg-type]
        opened_at=facts.opened_at,
        ended_at=facts.ended_at,
        finished_at=facts.finished_at,
        audiences=tuple(read.label(audience) for audience, _ in read.boards),
        chairs=tuple(read.at(one.id) for one in came if "steer" in meeting.template.role(one.role).powers),
        deputies=_deputies(read),
        attended=tuple(_attended(read, one) for one in came),
        apologies=tuple(read.at(one.id) for one in people if one.attendance == "apologies"),
        did_not_come=tuple(read.at(one.id) for one in people if one.attendance == "invited"),
        others=_others(read, found),
        reports=_reports(read),
        children=tuple(read.child(one) for one in meeting.children()),
        pauses=tuple(Paused(one.from_at, one.to_at) for one in facts.pauses),
        notes=_notes(read),
        open_checks=_open_checks(read),
        dates=due_dates(meeting),
        minute_takers=_minute_takers(read),
        arranged=arranged,
    )


def _deputies(read: Reading) -> tuple[Deputised, ...]:
    """Every time somebody other than the chair had the chair's controls."""
    controls = read.meeting.room.get(Controls, "controls")
    if controls is None:
        return ()
    had = [Deputised(read.at(one.holder), one.from_at, one.to_at, one.stood_in) for one in controls.earlier]
    now = [Deputised(read.at(controls.holder), controls.since, None, controls.stood_in)] if controls.holder else []
    return (*had, *now)


def _minute_takers(read: Reading) -> tuple[Deputised, ...]:
    """Everybody to whom the minutes were handed, and when."""
    taking = read.meeting.room.get(MinuteTaking, "minute_taking")
    if taking is None:
        return ()
    had = [Deputised(read.at(one.holder), one.from_at, one.to_at) for one in taking.earlier]
    now = [Deputised(read.at(taking.holder), taking.since, None)] if taking.holder else []
    return (*had, *now)


def _all(read: Reading) -> Child:
    """Returns whom words with "{child}" are about in what is said of the whole meeting."""
    children = read.meeting.children()
    return read.child(children[0]) if len(children) == 1 else FAMILY


def _place(read: Reading, one: Attendee) -> tuple[int, str, str]:
    """Agency by agency in the template's order, and by name within each."""
    keys = [agency.key for agency in read.meeting.template.agencies]
    return (keys.index(one.agency) if one.agency in keys else len(keys), *name_first(read.at(one.id)))


def _attended(read: Reading, one: Attendee) -> Attended:
    why = next((found.reason for _, found in read.each(Removal) if found.id == one.id), "")
    return Attended(read.at(one.id), one.joined_at, one.left_at, one.attendance == "removed", why, one.device)


def _others(read: Reading, found: list[Found]) -> tuple[Who, ...]:
    """Those not at the meeting whose words, number, answer or task are in it: a parent elsewhere, a report-only GP."""
    named = {person for _, item in found for person in _named(item)}
    named |= {one.person for _, one in read.each(Number)}
    named |= {given.person for _, one in read.each(EarlierNumbers) for given in one.numbers}
    named |= {one.person for _, one in read.each(Visit)} | {one.person for _, one in read.each(Update)}
    named |= {who for _, one in read.each(AdultView) for who in (one.person, *([one.adult] if _quoted(one) else []))}
    named |= {one.person for _, one in read.each(AgencyView)} | {one.person for _, one in read.each(Dissent)}
    away = [
        person.id
        for person in each_person(read.meeting)
        if person.id in named and person.attendee is None and person.id not in read.meeting.children()
    ]
    return tuple(sorted((read.who(one) for one in away), key=name_first))


def _quoted(view: AdultView) -> bool:
    return bool(view.quote or any(one.quote for one in view.earlier))


def _named(item: Item) -> tuple[str, ...]:
    told = [person for one in item.progress for person in (one.person, *one.monitors)]
    return (item.speaker, *(one.person for one in item.agreed_by), *(item.action.owners if item.action else ()), *told)


def _reports(read: Reading) -> tuple[Reported, ...]:
    noted = ((read.who(one.id), one) for _, one in read.each(Report))
    return tuple(
        Reported(who, one.state, one.family_saw) for who, one in sorted(noted, key=lambda pair: name_first(pair[0]))
    )


def _notes(read: Reading) -> tuple[Noted, ...]:
    """What was noted, in the order of the agenda. A note that was cleared is not there."""
    noted = {one.id: one for _, one in read.each(StageNote)}
    return tuple(
        Noted(filled(stage.label, _all(read)), one.text, read.at(one.by), one.at)
        for stage in read.meeting.template.stages
        if (one := noted.get(stage.key)) and one.text
    )


def _open_checks(read: Reading) -> tuple[OpenCheck, ...]:
    given = {one.id: one for _, one in read.each(CheckAnswer)}
    return tuple(
        OpenCheck(check.says, answer.reason, read.at(answer.by), answer.at)
        for check in read.meeting.template.checks
        if (answer := given.get(check.key))
    )
