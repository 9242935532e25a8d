"""Who may do what, when: the whole table, written out by hand. A change to the rules is a change to this page.

Columns: the command; who may (C chair, M minute-taker, W worker, H advocate or interpreter, F parent or relative,
S supporter, K child, O observer); when (p prepared, o open, z paused, e ended, f finished).
"""

from dataclasses import dataclass, replace

import pytest

from meeting_server.domain import replay
from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.board import Change
from meeting_server.domain.facts import MeetingFacts
from meeting_server.domain.people.actor import Actor
from meeting_server.domain.people.persons import Attendee
from meeting_server.domain.permissions import PERMISSIONS, allow
from meeting_server.domain.refused import Refused
from tests.scenes.builders import after, new, room, templates

TABLE = """
let_in            C M . . . . . .   p o z e .
turn_away         C M . . . . . .   p o z e .
remove_attendee   C . . . . . . .   p o z e f
leave             C M W H F S K O   p o z e f
state_attendance  C M . . . . . .   p o z e .
note_report       C M . . . . . .   p o z e .
add_person        C M W H . . . .   p o z e .
add_item          C M W H F S K .   . o z . .
change_item       C M W H F S K .   . o z e .
move_item         C M W H F S K .   . o z e .
take_back_item    C M W H F S K .   . o z e .
put_aside         C M . . . . . .   p o z e .
restore           C . . . . . . .   p o z e .
erase             C . . . . . . .   p o z e .
release_item      C . . . . . . .   . o . e .
write_privately   C M W H F S K .   p o z . .
change_private    C M W H F S K .   p o z . .
drop_private      C M W H F S K .   p o z e .
show_private      C M W H F S K .   . o . . .
finish_preparing  C M W H F S K .   p . . . .
start_private_writing C . . . . . . . . o . . .
show_private_writing C . . . . . . . . o z . .
cancel_private_writing C . . . . . . . . o z . .
hold_points       C . . . . . . .   . o z . .
send_back_item    C . . . . . . .   . o z . .
agree_item        C M W H F S K .   . o z e .
see_differently   C M W H F S K .   . o z e .
take_back_view    C M W H F S K .   . o z e .
confirm_words     C M W H F S K O   . o z e .
read_back         C M W H F S K .   . o z e .
answer_proposal   C M W H F S K O   . o z e .
name_typist       C M W H F S K O   p o z e .
note_stage        C M . . . . . .   . o z e .
set_action        C M W H F S K .   . o z e .
accept_action     C M W H F S K O   . o z e .
answer_item       C M W H F S K .   . o z e .
match_people      C . . . . . . .   p o z . .
bring_forward     C . . . . . . .   p o z . .
note_visit        C M W H . . . .   . o z . .
take_back_visit   C M W H . . . .   . o z e .
add_behaviour     C M W H . . . .   . o z . .
take_back_behaviour C M W H . . . . . o z e .
view_adult        C M W H . . . .   . o z . .
clear_adult_view  C M W H . . . .   . o z e .
give_update       C M W H . . . .   . o z . .
clear_update      C M W H . . . .   . o z e .
answer_trigger    C . . . . . . .   . o z e .
hand_minutes      C M . . . . . .   p o z e .
draft_summary     C M W H . . . .   p o z e .
finish_summary    C M W H . . . .   p o z e .
drop_summary_draft C M W H . . . .  p o z e .
clear_summary     C M W H . . . .   p o z e .
note_progress     C M W H F S K .   . o z e .
clear_progress    C M W H F S K .   . o z e .
write_impact      C M W H F S K .   . o z e .
clear_impact_version C M W H F S K . . o z e .
ask_numbers       C . . . . . . .   . o . . .
save_number       C M W H F S K .   . o z . .
show_numbers      C . . . . . . .   . o . . .
hide_numbers      C . . . . . . .   . o . e .
release_number    C . . . . . . .   . o . e .
agree_number      C . . . . . . .   . o z e .
give_agency_view  C M W H F S K .   . o z . .
clear_agency_view C M W H F S K .   . o z e .
clear_decision    C M . . . . . .   . o z e .
decide_for_child  C . . . . . . .   . o z e .
dissent_from      C M W H F S K .   . o z e .
withdraw_dissent  C M W H F S K .   . o z e .
set_rating        C . . . . . . .   . o z e .
show_rating       C . . . . . . .   . o . e .
rate_differently  C M W H F S K .   . o z e .
go_to_stage       C . . . . . . .   p o z e .
start_timer       C . . . . . . .   . o . . .
stop_timer        C . . . . . . .   . o . . .
start_turns       C . . . . . . .   . o . . .
next_turn         C . . . . . . .   . o . . .
end_turns         C . . . . . . .   . o . . .
raise_hand        C M W H F S K .   . o z . .
lower_hand        C M . . . . . .   . o z . .
pause_meeting     C M W H F S K O   . o . . .
resume_meeting    C . . . . . . .   . . z . .
ask_to_type       C M W H F S K O   p o z . .
say_leaving       C M W H F S K O   p o z . .
answer_request    C M . . . . . .   p o z . .
show_on_screen    C . . . . . . .   p o z e .
name_deputy       C . . . . . . .   p o z e .
take_controls     C M W H F S K O   p o z e .
open_meeting      C . . . . . . .   p . . . .
end_meeting       C . . . . . . .   . o z . .
finish_meeting    C . . . . . . .   . . . e .
add_addendum      C M . . . . . .   . . . . f
"""
ROLES = {
    "C": ["chair"],
    "M": ["minute_taker"],
    "W": [
        "lead_social_worker",
        "manager",
        "health",
        "school",
        "police",
        "support_worker",
        "professional",
        "victim_worker",
        "perpetrator_worker",
        "psychologist",
        "recovery_worker",
        "child_practitioner",
    ],
    "H": ["advocate", "interpreter"],
    "F": ["parent", "network"],
    "S": ["supporter"],
    "K": ["child_attending"],
    "O": ["observer"],
}
KNOWN = {role.key: role for template in reversed(templates().values()) for role in template.roles}
"""Every role of ours. Where several templates have one of the same key, it is the same one: a test holds that."""
STATES = {"p": "prepared", "o": "open", "z": "paused", "e": "ended", "f": "finished"}
ROWS = {line.split()[0]: line.split()[1:] for line in TABLE.strip().splitlines()}


@dataclass(frozen=True)
class NowIn:
    """Puts a meeting into a state, whatever led there."""

    state: str

    def changes(self, board, when):
        facts = board.get(MeetingFacts, "meeting")
        yield Change("meeting", "meeting", replace(facts, state=self.state))


MEETINGS = {letter: after(room(only=("pip", "ines")), [To(ROOM, NowIn(state))]) for letter, state in STATES.items()}


def answer(name, role, state):
    """What the table says to somebody of this role now: None for yes."""
    who = Attendee(new("who"), new("who"), role, "social_care", "here")
    command = object.__new__(replay.COMMANDS[name])
    try:
        allow(MEETINGS[state], Actor(who, new("device"), KNOWN[role]), command)
    except Refused as refused:
        return refused.code
    return None


def test_every_command_and_every_role_stands_in_the_table():
    assert set(ROWS) == set(replay.COMMANDS)
    in_table = {role for roles in ROLES.values() for role in roles}
    people = {role.key for one in templates().values() for role in one.roles if role.screen != "projector"}
    assert people == in_table


@pytest.mark.parametrize("state", STATES)
def test_a_big_screen_is_allowed_no_command_at_any_time(state):
    assert {answer(name, "big_screen", state) for name in replay.COMMANDS} == {"may_not"}


@pytest.mark.parametrize("name", ROWS)
def test_a_command_is_allowed_to_whom_and_when_the_table_says(name):
    for column, (letter, roles) in enumerate(ROLES.items()):
        for when, state in enumerate(STATES):
            who_may, when_may = ROWS[name][column] == letter, ROWS[name][len(ROLES) + when] == state
            expected = "may_not" if not who_may else None if when_may else "wrong_state"
            for role in roles:
                assert answer(name, role, state) == expected, f"{name} by {role} while {STATES[state]}"


@pytest.mark.parametrize("template", templates())
def test_our_templates_give_a_role_the_same_powers_and_audiences(template):
    ours = {role.key: (role.powers, role.audiences) for role in KNOWN.values()}
    # Perhaps not all of them: a strategy meeting has nobody of the family.
    assert {role.key: (role.powers, role.audiences) for role in templates()[template].roles}.items() <= ours.items()


def test_what_the_table_does_not_name_is_refused():
    class Unheard:
        pass

    assert Unheard not in PERMISSIONS
    chair = Actor(Attendee(new("a"), new("a"), "chair", "social_care", "here"), new("d"),
                  templates()["three-column-map"].role("chair"))  # fmt: skip
    with pytest.raises(Refused) as refused:
        allow(MEETINGS["o"], chair, Unheard())
    assert refused.value.code == "may_not"


def test_each_state_says_in_its_own_words_why_not_now():
    sentences = set()
    for state, name in (
        ("p", "add_item"),
        ("o", "finish_meeting"),
        ("z", "ask_numbers"),
        ("e", "add_item"),
        ("f", "add_item"),
    ):
        with pytest.raises(Refused) as refused:
            chair = Actor(Attendee(new("a"), new("a"), "chair", "social_care", "here"), new("d"),
                          templates()["three-column-map"].role("chair"))  # fmt: skip
            allow(MEETINGS[state], chair, object.__new__(replay.COMMANDS[name]))
        sentences.add(refused.value.message)
    assert len(sentences) == 5
