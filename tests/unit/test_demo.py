"""The demo's script, folded purely: every state on every template of ours, by the people who would do it."""

from datetime import date

import pytest

from meeting_server.demo import CASE, STATES, State, steps
from meeting_server.demo.dates import said, weekday
from meeting_server.domain.agenda.reports import Report
from meeting_server.domain.agenda.stage_notes import StageNote
from meeting_server.domain.agenda.stages import Agenda
from meeting_server.domain.audiences import DESK, ROOM
from meeting_server.domain.deciding.agency_views import AgencyView
from meeting_server.domain.deciding.decisions import Decision, Dissent
from meeting_server.domain.deciding.impact import ImpactStatement
from meeting_server.domain.deciding.ratings import Rating, RatingView
from meeting_server.domain.ending import ending
from meeting_server.domain.ending.ending import EndMeeting, Reason
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.agree_number import Agreed
from meeting_server.domain.numbers.numbers import LowNumber, Number
from meeting_server.domain.numbers.rounds import Round
from meeting_server.domain.people.lobby import Arrive
from meeting_server.domain.people.persons import Attendee, find_attendee
from meeting_server.domain.points.items import Item
from meeting_server.domain.points.views import View
from tests.scenes import builders

TODAY = date(2026, 3, 19)
TEMPLATES = [one.template for one in CASE.meetings]


class Names:
    """Ids for the script, made from names as the builders make them."""

    def person(self, key: str) -> str:
        return builders.person(key)

    def attendee(self, key: str) -> str:
        return builders.attendee(key)

    def new(self, name: str) -> str:
        return builders.new(name)


def played(state: State, template: str) -> Meeting:
    """The meeting after the script, with every refusal a failure that says which step it was."""
    meeting = builders.prepared(template)
    time = builders.START
    for who, command in steps(state, Names(), template=meeting.template, day=TODAY):
        time += 1000
        if isinstance(command, Arrive):
            invited = find_attendee(meeting, builders.attendee(who))
            assert invited is not None
            meeting = builders.after(meeting, command.arrive(meeting, invited), time, invited.id)
        else:
            outcome = builders.given(meeting, time).when(who, command)
            assert outcome.refused is None, f"{who} {command}: {outcome.refused.code} {outcome.refused.message}"
            meeting = outcome.meeting
    return meeting


def items(meeting: Meeting, stream: str = ROOM) -> list[Item]:
    return list(meeting.board(stream).each(Item))


def item(meeting: Meeting, name: str) -> Item:
    found = meeting.room.get(Item, builders.new(name))
    assert found is not None
    return found


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("state", STATES)
def test_every_state_plays_on_every_template(state: State, template: str) -> None:
    assert played(state, template).state == "open"


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_demo_at_its_end_can_be_ended_with_one_reason_and_is_then_a_draft(template: str) -> None:
    reason = Reason("actions_unaccepted", "Dorran, his probation worker and the GP are not here. Kit asks them.")
    ended = builders.given(played("end", template)).when("ines", EndMeeting((reason,)))
    assert ended.ok().meeting.state == "ended"


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_blank_demo_has_only_the_chair_in_it(template: str) -> None:
    meeting = played("blank", template)
    here = [one for one in meeting.room.each(Attendee) if one.attendance == "here"]
    assert [one.id for one in here] == [builders.attendee("ines")]
    assert items(meeting) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_middle_of_the_demo_has_what_a_running_meeting_has(template: str) -> None:
    meeting = played("mid", template)
    assert item(meeting, "card-33").confirmed == "waiting"
    assert item(meeting, "card-21").refiled[0].category == "strength"
    assert item(meeting, "card-21").category == "safety"
    assert [one.text for one in meeting.room.each(View)].count("The push was an accident.") == 1
    held = [one for one in items(meeting, DESK) if one.held]
    assert [one.id for one in held] == [builders.new("card-27")]
    assert item(meeting, "shown:card-24").exact
    waiting = item(meeting, "action-1").action
    assert waiting is not None
    assert [one.person for one in waiting.accepted] == [builders.person("nell")]
    for child in meeting.children():
        assert any(child in one.children for one in items(meeting))
    rounds = list(meeting.room.each(Round))
    assert [one.state for one in rounds] == ["asked"]
    answered = {one.person for one in rounds[0].answered}
    assert builders.person("marla") in answered
    assert builders.person("zara") not in answered
    assert meeting.room.count(Number) == 0


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_end_of_the_demo_has_everything_the_case_says(template: str) -> None:
    meeting = played("end", template)
    numbers = {one.id: one for one in meeting.room.each(Number)}
    assert len(numbers) == sum(len(one.values) for round in CASE.rounds for one in round.numbers)
    assert sum(one.late for one in numbers.values()) == 1
    changed = [one for one in numbers.values() if one.after_talk]
    assert [(one.value, one.earlier[0].value) for one in changed] == [(6, 7)]
    low = numbers[":".join((builders.new("care"), builders.person("sorrel"), builders.person("nell")))]
    assert low.value == 2
    assert meeting.desk.get(LowNumber, low.id) is not None
    assert all(one.asked for one in meeting.desk.each(LowNumber)), "the chair has asked: nobody is asked for again"
    assert any(not one.agrees for one in meeting.room.each(Agreed))
    ratings = list(meeting.room.each(Rating))
    assert {one.child for one in ratings} == set(meeting.children())
    assert all(one.shown for one in ratings)
    assert [one.replaced for one in meeting.desk.each(Rating)].count(True) == 1
    assert meeting.room.count(RatingView) == 2
    actions = [one.action for one in items(meeting) if one.action]
    assert len(actions) == len(CASE.actions)
    assert all(one.owners and one.by and one.measure and one.if_not for one in actions)
    assert all(one.confirmed in ("none", "yes") for one in items(meeting))
    assert not any(one.held for one in items(meeting, DESK))
    assert {gap.check for gap in ending.gaps(meeting)} == {"actions_unaccepted"}


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_child_of_the_demo_is_decided_for_alone_and_the_school_formally_disagrees_for_juniper(
    template: str,
) -> None:
    meeting = played("end", template)
    decisions = {one.id: (one.outcome, one.kind) for one in meeting.room.each(Decision)}
    assert decisions == {
        builders.person("juniper"): ("protection_plan", "emotional"),
        builders.person("pip"): ("protection_plan", "emotional"),
        builders.person("sorrel"): ("protection_plan", "neglect"),
    }
    views = {one.id: one.answer for one in meeting.room.each(AgencyView)}
    ivo = {key: views[f"{builders.person(key)}:{builders.person('ivo')}"] for key in ("juniper", "pip", "sorrel")}
    assert ivo == {"juniper": "no", "pip": "yes", "sorrel": "cannot_say"}
    (dissent,) = meeting.room.each(Dissent)
    assert (dissent.child, dissent.person, dissent.formal) == (builders.person("juniper"), builders.person("ivo"), True)
    marla = meeting.room.get(AgencyView, f"{builders.person('juniper')}:{builders.person('marla')}")
    assert marla is not None
    assert marla.why == "I accept Pip and Sorrel, not Juniper."
    assert all("{" not in one.reasons + one.family_view + one.wishes for one in meeting.room.each(Decision))


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_minute_taker_of_the_demo_notes_reports_and_a_step_and_reads_back_what_odile_said(template: str) -> None:
    meeting = played("end", template)
    reports = {one.id: (one.state, one.family_saw) for one in meeting.room.each(Report)}
    assert reports[builders.person("rowan")] == ("late", "no")
    assert reports[builders.person("lark")] == ("received", "not_known")
    notes = list(meeting.room.each(StageNote))
    assert [one.id for one in notes] == ["welcome"]
    aloud = {one.speaker for one in items(meeting) if one.read_back_at}
    assert aloud == {builders.person("odile")}


@pytest.mark.parametrize("template", TEMPLATES)
def test_only_those_who_are_not_here_have_not_said_yes(template: str) -> None:
    meeting = played("end", template)
    actions = [one.action for one in items(meeting) if one.action]
    silent = {owner for one in actions for owner in set(one.owners) - {yes.person for yes in one.accepted}}
    assert silent == {builders.person(key) for key in ("dorran", "lark", "probation")}


def test_the_grid_of_the_demo_has_a_statement_for_each_child_and_the_maps_have_none() -> None:
    grid = played("mid", "safety-grid")
    said = {one.id: one for one in grid.room.each(ImpactStatement)}
    assert set(said) == set(grid.children())
    pip = said[builders.person("pip")]
    assert (pip.by, [one.by for one in pip.earlier]) == (builders.attendee("marla"), [builders.attendee("ivo")])
    assert all("{" not in one.text for one in said.values())
    assert played("mid", "three-column-map").room.count(ImpactStatement) == 0


def test_the_demo_tells_exactly_the_cards_that_are_for_everyone_here() -> None:
    told = {point.key for point in CASE.points if point.key.startswith("card-")}
    assert told == {f"card-{n}" for n in (1, 3, 4, 5, 6, 11, 12, 14, 16, 17, 18, 20, 21, 24, 27, 28, 33, 35, 36)}


def test_at_most_sixteen_people_are_invited_and_the_children_and_dorran_are_not() -> None:
    invited = {one.key for one in CASE.people if one.role}
    assert len(invited) <= 16
    assert not invited & {"juniper", "pip", "sorrel", "dorran", "lark"}


def test_marla_and_the_police_are_five_apart() -> None:
    violence = {one.person: one.values for one in CASE.rounds[0].numbers}
    assert violence["marla"]["sorrel"] - violence["rowan"]["sorrel"] == 5


def test_no_action_of_the_demo_falls_on_a_weekend() -> None:
    for template in TEMPLATES:
        for one in items(played("end", template)):
            if one.action and one.action.by:
                assert date.fromisoformat(one.action.by).weekday() < 5


def test_days_of_the_case_move_with_the_day_of_the_demo() -> None:
    assert said("On {d-19} and {m-5}.", TODAY) == "On 28 February and October 2025."
    assert said("{d-19}, {d+42}", date(2026, 6, 11), since=84) == "28 February, 23 July"


@pytest.mark.parametrize(
    ("day", "to"), [("2026-03-20", "2026-03-20"), ("2026-03-21", "2026-03-23"), ("2026-03-22", "2026-03-23")]
)
def test_a_weekend_moves_to_monday(day: str, to: str) -> None:
    assert weekday(date.fromisoformat(day)) == date.fromisoformat(to)


def test_every_placeholder_of_the_case_is_replaced() -> None:
    for template in TEMPLATES:
        for one in items(played("end", template)):
            for text in (one.text, one.source, one.when, one.action.measure if one.action else ""):
                assert "{" not in text


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_agenda_stands_at_the_numbers_in_the_middle_and_at_the_closing_in_the_end(template: str) -> None:
    assert played("blank", template).room.get(Agenda, "agenda") is None
    middle, end = (played(state, template).room.get(Agenda, "agenda") for state in ("mid", "end"))
    assert middle
    assert middle.stage == ("impact" if template == "safety-grid" else "numbers")
    assert end
    assert (end.stage, end.earlier[0]) == ("close", "welcome")
