"""Who may do what, when: the rules as they are, beside the table written by hand (`by_hand.py`)."""

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
from tests.unit.domain.by_hand import TABLE

ROLES = {
    "C": ["chair"],
    "M": ["minute_taker"],
    "W": [
        "lead_social_worker",
        "lead_protection_practitioner",
        "family_help_practitioner",
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
