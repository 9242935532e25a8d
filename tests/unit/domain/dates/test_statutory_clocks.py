"""The dates that follow a meeting: from its own day, its template's clocks and the bank holidays it was made with."""

from dataclasses import replace
from datetime import date

import pytest

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.dates.bank_holidays import BankHolidays, BankHolidaysKept
from meeting_server.domain.dates.statutory_clocks import DueDate, due_dates
from meeting_server.domain.facts import MeetingPrepared
from meeting_server.domain.kinds import Unit
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.record.record import record_of
from meeting_server.domain.template.parts import Clock
from meeting_server.services.snapshots import snapshot
from meeting_server.storage.bank_holidays import bank_holidays_around
from tests.scenes.builders import actor, after, let_in, new, prepared, templates

CONFERENCES = ("three-column-map", "two-row-map", "safety-grid")


def meeting(day: str = "2026-03-19", template: str = "three-column-map", *clocks: Clock) -> Meeting:
    """A conference of that day, made with the calendar of that day."""
    chosen = templates()[template]
    chosen = replace(chosen, clocks=clocks) if clocks else chosen
    kept = BankHolidaysKept(bank_holidays_around(date.fromisoformat(day)))
    made = MeetingPrepared("First conference", "both", True, day)
    return after(Meeting(new("meeting"), chosen), [To(ROOM, made), To(ROOM, kept)])


def within(amount: int, unit: Unit) -> Clock:
    return Clock("one", "Something due", amount, unit, "A local rule")


def only(made: Meeting) -> DueDate:
    (found,) = due_dates(made)
    return found


@pytest.mark.parametrize("template", CONFERENCES)
def test_the_dates_of_the_conference_of_19_march_are_those_of_the_practice_rules(template: str) -> None:
    assert [(one.label, one.by) for one in due_dates(meeting(template=template))] == [
        ("Decision letter to the family", "2026-03-20"),
        ("Agencies: say in writing that you disagree", "2026-03-22"),
        ("First core group, where a plan was made", "2026-04-02"),
        ("Full record", "2026-04-13"),
        ("Family: say in writing that you want to complain", "2026-04-16"),
        ("Next conference, if this was the first", "2026-06-19"),
        ("Next conference, if this was a review", "2026-09-19"),
    ]


def test_easter_moves_a_first_core_group_and_says_nothing_of_it() -> None:
    due = only(meeting("2026-03-24", "three-column-map", within(10, "working_days")))
    assert (due.by, due.working_day, due.falls_on) == ("2026-04-09", "2026-04-09", "")


@pytest.mark.parametrize(
    ("day", "by", "falls_on", "name", "working_day"),
    [
        ("2026-03-07", "2026-03-14", "saturday", "", "2026-03-13"),
        ("2026-03-08", "2026-03-15", "sunday", "", "2026-03-13"),
        ("2026-03-27", "2026-04-03", "bank_holiday", "Good Friday", "2026-04-02"),
        ("2026-03-30", "2026-04-06", "bank_holiday", "Easter Monday", "2026-04-02"),
    ],
)
def test_a_date_that_is_no_working_day_says_why_and_names_the_last_one_before(
    day: str, by: str, falls_on: str, name: str, working_day: str
) -> None:
    due = only(meeting(day, "three-column-map", within(1, "weeks")))
    assert (due.by, due.falls_on, due.name, due.working_day) == (by, falls_on, name, working_day)


def test_the_rule_and_whose_it_is_come_with_the_date() -> None:
    due = only(meeting("2026-03-19", "three-column-map", within(3, "months")))
    assert (due.label, due.amount, due.unit, due.source) == ("Something due", 3, "months", "A local rule")


def test_a_template_without_clocks_has_no_dates() -> None:
    made = meeting()
    assert due_dates(replace(made, template=replace(made.template, clocks=()))) == ()


def test_a_meeting_made_before_bank_holidays_were_kept_counts_by_weekends_alone() -> None:
    old = prepared()
    assert old.room.get(BankHolidays, "bank_holidays") is None
    dates = {one.label: one.by for one in due_dates(old)}
    assert dates["Full record"] == "2026-04-09"


def test_everybodys_record_has_the_dates_and_nothing_of_them_is_in_a_childs_part() -> None:
    record = record_of(meeting(), ("everyone",))
    assert record.head.dates == due_dates(meeting())
    assert "Full record" not in repr(record.parts)


def test_the_dates_are_sent_to_the_chairs_desk_and_to_nobody_else() -> None:
    made = let_in(prepared(), "ines", "tolly", "marla")
    sent = {who: snapshot(made, actor(made, who), "r", 0) for who in ("ines", "tolly", "marla")}
    assert [one["by"] for one in sent["ines"]["dates"]] == [one.by for one in due_dates(made)]
    assert sent["tolly"]["dates"] == sent["ines"]["dates"]
    assert "dates" not in sent["marla"]


def test_the_bank_holidays_stand_on_everyones_board() -> None:
    kept = meeting().room.get(BankHolidays, "bank_holidays")
    assert kept is not None
    assert ("2026-04-03", "Good Friday") in [(one.day, one.name) for one in kept.days]
