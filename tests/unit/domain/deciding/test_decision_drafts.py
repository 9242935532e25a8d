"""A decision kept for now: on the chair's desk alone, until it is shown."""

from dataclasses import replace

import pytest

from meeting_server.domain.audiences import DESK
from meeting_server.domain.deciding.decision_drafts import DecisionDraft, DraftDecision, DropDecisionDraft
from meeting_server.domain.deciding.decisions import DecideForChild, Decision
from tests.scenes.builders import given, person, room, templates
from tests.scenes.points import boards

PIP = person("pip")
WORDS = "We are not sure of the night."


def kept(**more):
    return given(room()).when("ines", DraftDecision(PIP, **{"reasons": WORDS, **more})).ok()


def test_what_is_filled_in_so_far_stays_on_the_desk_and_nobody_else_hears_of_it():
    draft = kept(outcome="protection_plan", kind="neglect")
    assert draft.streams == [DESK]
    (one,) = draft.meeting.desk.each(DecisionDraft)
    assert (one.outcome, one.kind, one.reasons, one.family_view, one.taken_off) == (
        "protection_plan", "neglect", WORDS, "", False,
    )  # fmt: skip
    assert draft.meeting.room.get(Decision, PIP) is None
    for who in ("marla", "kit", "saffron", "juno"):
        assert boards(draft.meeting, who) == boards(room(), who)


def test_kept_again_it_is_still_one():
    again = kept().when("ines", DraftDecision(PIP, "universal", None, "Better.")).ok()
    (one,) = again.meeting.desk.each(DecisionDraft)
    assert (one.outcome, one.reasons, len(one.sources)) == ("universal", "Better.", 2)


def test_once_it_is_shown_nothing_of_it_is_left_on_the_desk_or_in_the_desks_log():
    draft = kept()
    shown = draft.when("ines", DecideForChild(PIP, "universal", "Better.", "Heard.")).ok()
    assert list(shown.meeting.desk.each(DecisionDraft)) == []
    assert [to.redacts for to in shown.said if to.stream == DESK] == [(draft.meeting.desk.n,)]


def test_it_can_be_thrown_away_once():
    gone = kept().when("ines", DropDecisionDraft(PIP)).ok()
    assert list(gone.meeting.desk.each(DecisionDraft)) == []
    assert gone.when("ines", DropDecisionDraft(PIP)).code == "not_found"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (DraftDecision(PIP, "nothing"), "unknown_outcome"),
        (DraftDecision(PIP, None, "weather"), "unknown_kind"),
        (DraftDecision(person("marla")), "unknown_child"),
        (DraftDecision(PIP), None),
    ],
)
def test_what_the_template_does_not_know_is_not_kept(command, code):
    assert given(room()).when("ines", command).code == code


def test_where_nothing_is_decided_there_is_no_draft():
    template = replace(templates()["three-column-map"], decision=None)
    assert given(room(template)).when("ines", DraftDecision(PIP)).code == "no_decision"
