"""What the list of a sitting says of a family: the draft's time, who is ready, the last rating, one discipline only."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import flask
import pytest

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.dates.bank_holidays import BankHolidaysKept
from meeting_server.domain.deciding.ratings import RatingSet
from meeting_server.domain.ending.ending import MeetingEnded, MeetingFinished, MeetingOpened
from meeting_server.domain.facts import MeetingPrepared
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.people.add_person import PersonAdded
from meeting_server.domain.people.attendance import AttendeeInvited
from meeting_server.domain.supervision.summaries import SummaryBegun, SummaryFinished
from meeting_server.http.languages import speak
from meeting_server.http.staff.family_words import cells, clock_words, rated_here, rating_words, warning_of
from meeting_server.storage.bank_holidays import bank_holidays_around
from tests.scenes.builders import after, attendee, new, person, templates

SUPERVISION = templates()["supervision"]
DAY = date(2026, 5, 5)
LOCKED = 1_778_054_400_000
"""9:00 on Wednesday 6 May 2026, in milliseconds."""
DISCIPLINE = {role: one.key for one in SUPERVISION.summaries.disciplines for role in one.roles}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The words are in the language of a page, so there must be one."""
    app = flask.Flask(__name__)
    speak(app, (), None)
    with app.test_request_context():
        yield


def family(*roles: str, template=SUPERVISION) -> Meeting:
    """A family of the sitting of 5 May, with somebody invited in each of these roles, named after it."""
    said = [
        MeetingPrepared("Case supervision", "room", False, "2026-05-05"),
        BankHolidaysKept(bank_holidays_around(DAY)),
    ]
    for role in roles:
        said.append(PersonAdded(person(role), False, role.title(), "", "", "social_care"))
        said.append(AttendeeInvited(attendee(role), person(role), role, "social_care"))
    return after(Meeting(new("meeting"), template), (To(ROOM, one) for one in said))


def ended(meeting: Meeting) -> Meeting:
    return after(meeting, [To(ROOM, MeetingOpened()), To(ROOM, MeetingEnded(()))])


@pytest.mark.parametrize(
    ("today", "says"),
    [
        (5, "Draft since today. Finish by Tuesday 12 May 2026. The aim is Wednesday 6 May 2026."),
        (6, "Draft, day 1 of 5. Finish by Tuesday 12 May 2026. The aim is Wednesday 6 May 2026."),
        (8, "Draft, day 3 of 5. Finish by Tuesday 12 May 2026."),
        (12, "Draft, day 5 of 5. This is the last day."),
        (13, "Late. The draft was to be finished by Tuesday 12 May 2026."),
    ],
)
def test_a_draft_says_how_long_it_has(today: int, says: str) -> None:
    clock = clock_words(ended(family()), date(2026, 5, today))
    assert " ".join(clock.says) == says
    assert clock.is_late is (today == 13)


def test_only_a_draft_has_a_clock_and_a_locked_record_says_when() -> None:
    assert clock_words(family(), date(2026, 6, 1)).says == ()
    locked = after(ended(family()), [To(ROOM, MeetingFinished())], LOCKED)
    assert clock_words(locked, date(2026, 6, 1)).says == ("Locked on Wednesday 6 May 2026.",)
    assert not clock_words(ended(family(template=replace(SUPERVISION, clocks=()))), date(2026, 6, 1)).says


def test_each_discipline_says_how_far_it_is_and_who_writes_for_it() -> None:
    made = family("lead_social_worker", "psychologist", "recovery_worker", "professional")
    said = [
        SummaryFinished(person("lead_social_worker"), DISCIPLINE["lead_social_worker"], "Seen alone.", False, False),
        SummaryBegun(person("psychologist"), DISCIPLINE["psychologist"]),
    ]
    found = cells(after(made, (To(ROOM, one) for one in said)))
    assert {key: (cell.words, cell.names) for key, (_, cell) in found.items()} == {
        DISCIPLINE["lead_social_worker"]: ("Finished", ("Lead_Social_Worker",)),
        DISCIPLINE["psychologist"]: ("Draft", ("Psychologist",)),
        DISCIPLINE["recovery_worker"]: ("Not begun", ("Recovery_Worker",)),
    }
    assert "Seen alone." not in repr(found)


@pytest.mark.parametrize(
    ("roles", "begins"),
    [
        ((), "No discipline is invited."),
        (("professional", "observer"), "No discipline is invited."),
        (("psychologist",), "One discipline only."),
        (("psychologist", "lead_social_worker"), ""),
    ],
)
def test_fewer_than_two_disciplines_are_warned_of(roles: tuple[str, ...], begins: str) -> None:
    says = warning_of(family(*roles))
    assert says.startswith(begins)
    assert bool(says) == bool(begins)


def test_nobody_is_warned_once_it_has_begun_or_where_no_summaries_are_asked_for() -> None:
    assert not warning_of(ended(family("psychologist")))
    assert not warning_of(family("psychologist", template=replace(SUPERVISION, summaries=None)))


def test_a_rating_counts_once_everybody_was_shown_it() -> None:
    first = RatingSet(new("rating"), None, "red", "Why.", "More.", True)
    unshown = RatingSet(new("later"), None, "green", "Why.", "More.", False)
    made = after(family(), [To(ROOM, first), To(ROOM, unshown)])
    assert rated_here(after(family(), [To(ROOM, unshown)])) is None
    shown = rated_here(after(family(), [To(ROOM, first)]))
    assert shown
    words = rating_words(made.template, shown.colour, "then")
    assert words
    assert (words.shape, words.label, words.about) == ("▲", "Red", "then")
    assert rating_words(made.template, None, "then") is None
