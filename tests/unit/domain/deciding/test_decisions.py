"""The decision for each child: one at a time, with reasons, earlier ones kept; and who disagrees with it."""

from dataclasses import replace

import pytest

from meeting_server.domain.audiences import ROOM
from meeting_server.domain.board import When
from meeting_server.domain.deciding.decisions import (
    ClearDecision,
    DecideForChild,
    Decision,
    Dissent,
    DissentFrom,
    WithdrawDissent,
)
from meeting_server.domain.ending.ending import EndMeeting, Reason
from meeting_server.domain.kinds import CLEARED
from tests.scenes.builders import LATER, START, Given, attendee, given, new, person, room, templates, without_device
from tests.scenes.points import with_juniper

PIP, JUNIPER = person("pip"), person("juniper")
REASONS = "All six agencies say yes, and the bail ends on 30 April."
FAMILY = "Marla accepts a plan for Pip. Her wish for help at night is in it."


def decide(outcome="protection_plan", kind="emotional", child=PIP, reasons=REASONS, wishes=""):
    return DecideForChild(child, outcome, reasons, FAMILY, kind, wishes)


def decided(*commands):
    outcome = given(room())
    for command in commands or (decide(),):
        outcome = outcome.when("ines", command).ok()
    return outcome


def decision(outcome, child=PIP):
    return outcome.meeting.room.get(Decision, child)


def dissent(outcome, who="ivo", child=PIP):
    return outcome.meeting.room.get(Dissent, f"{child}:{person(who)}")


def ended(outcome):
    reasons = tuple(Reason(check.key, "Because.") for check in templates()["three-column-map"].checks)
    return outcome.when("ines", EndMeeting(reasons)).ok()


def test_a_decision_stands_for_everyone_with_all_its_reasons():
    made = decided(decide(wishes="Marla wished for no plan for Pip: the bail ends too soon."))
    one = decision(made)
    assert made.streams == [ROOM]
    assert (one.outcome, one.kind, one.reasons, one.family_view, one.wishes, one.by, one.at, one.earlier) == (
        "protection_plan", "emotional", REASONS, FAMILY, "Marla wished for no plan for Pip: the bail ends too soon.",
        attendee("ines"), made.time, (),
    )  # fmt: skip


def test_each_child_is_decided_for_alone():
    two = decided(decide(), decide("in_need_plan", None, JUNIPER))
    assert (decision(two).outcome, decision(two, JUNIPER).outcome) == ("protection_plan", "in_need_plan")
    assert decision(two, person("sorrel")) is None
    for child in (person("marla"), new("nobody")):
        assert given(room()).when("ines", decide(child=child)).code == "unknown_child"


def test_a_later_decision_keeps_the_earlier_ones():
    first = decided()
    third = first.when("ines", decide(kind="neglect")).ok().when("ines", decide("universal", None)).ok()
    one = decision(third)
    assert (one.outcome, one.kind) == ("universal", None)
    assert [(old.outcome, old.kind) for old in one.earlier] == [
        ("protection_plan", "emotional"), ("protection_plan", "neglect"),
    ]  # fmt: skip
    assert (one.earlier[0].reasons, one.earlier[0].by, one.earlier[0].at) == (REASONS, attendee("ines"), first.time)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (decide(kind=None), "kind_missing"),
        (decide(kind="weather"), "unknown_kind"),
        (decide("in_need_plan"), "unknown_kind"),
        (decide("in_need_plan", None), None),
        (decide("nothing", None), "unknown_outcome"),
    ],
)
def test_the_kind_of_harm_is_asked_for_exactly_where_the_template_says(command, code):
    assert given(room()).when("ines", command).code == code


def test_where_nothing_is_decided_there_is_no_decision():
    template = replace(templates()["three-column-map"], decision=None)
    assert given(room(template)).when("ines", decide()).code == "no_decision"


def test_the_chair_alone_decides_in_the_meeting_and_in_the_draft():
    for who in ("tolly", "kit", "saffron", "marla", "juno"):
        assert given(room()).when(who, decide()).code == "may_not"
    assert ended(decided()).when("ines", decide(child=JUNIPER)).code is None
    assert given(room(opened=False)).when("ines", decide()).code == "wrong_state"


def test_somebody_notes_their_disagreement_or_disagrees_formally():
    noted = decided().when("ivo", DissentFrom(PIP, False, "A plan in need would do.")).ok()
    one = dissent(noted)
    assert (one.child, one.person, one.formal, one.why, one.at, one.recorded_by) == (
        PIP, person("ivo"), False, "A plan in need would do.", noted.time, attendee("ivo"),
    )  # fmt: skip
    formal = noted.when("ivo", DissentFrom(PIP, True, "A plan in need would do.")).ok()
    assert dissent(formal).formal
    assert formal.meeting.room.count(Dissent) == 1
    assert decision(formal) == decision(noted), "the decision stands as it was made"


def test_disagreement_can_be_said_until_the_record_is_locked():
    assert ended(decided()).when("ivo", DissentFrom(PIP, True)).code is None


def test_nobody_disagrees_with_what_is_not_decided():
    assert given(room()).when("ivo", DissentFrom(PIP)).code == "not_decided"
    assert decided().when("ivo", DissentFrom(JUNIPER)).code == "not_decided"


def test_the_family_disagrees_in_their_own_words_and_not_by_an_agencys_form():
    assert decided().when("marla", DissentFrom(PIP, True)).code == "not_formal"
    noted = decided().when("marla", DissentFrom(PIP, False, "Not for Juniper.")).ok()
    assert dissent(noted, "marla").why == "Not for Juniper."


def test_disagreement_is_typed_for_another_by_those_who_may():
    aloud = Given(without_device(decided().meeting, "odile"))
    typed = aloud.when("tolly", DissentFrom(PIP, False, "Not fair.", person("odile"))).ok()
    assert (dissent(typed, "odile").person, dissent(typed, "odile").recorded_by) == (person("odile"), attendee("tolly"))
    assert decided().when("marla", DissentFrom(PIP, False, "", person("odile"))).code == "may_not_type_for"
    assert decided().when("tolly", DissentFrom(PIP, False, "", person("odile"))).code == "own_device"
    assert decided().when("tolly", DissentFrom(PIP, True, "By letter.", person("lark"))).code == "may_not_type_for"


def test_whoever_decides_or_writes_down_has_nothing_to_disagree_with_here_nor_has_a_child():
    for who in ("ines", "tolly"):
        assert decided().when(who, DissentFrom(PIP)).code == "not_asked"
    young = given(with_juniper()).when("ines", decide(child=JUNIPER)).ok()
    assert young.when("juniper", DissentFrom(JUNIPER)).code == "not_asked"


def test_whoever_no_longer_disagrees_takes_it_back():
    noted = decided().when("ivo", DissentFrom(PIP, True, "A plan in need would do.")).ok()
    gone = noted.when("ivo", WithdrawDissent(PIP)).ok()
    left = dissent(gone)
    assert (left.why, left.formal, left.at, left.withdrawn_at) == ("", True, noted.time, gone.time)
    assert gone.when("ivo", WithdrawDissent(PIP)).code == "not_found"
    assert noted.when("kit", WithdrawDissent(PIP)).code == "not_found"
    assert noted.when("marla", WithdrawDissent(PIP, person("ivo"))).code == "may_not_type_for"
    assert noted.when("tolly", WithdrawDissent(PIP, person("ivo"))).code == "own_device"


def test_disagreement_withdrawn_aloud_clears_no_word_that_was_typed_on_their_own_device():
    noted = decided().when("ivo", DissentFrom(PIP, True, "A plan in need would do.")).ok()
    aloud = Given(without_device(noted.meeting, "ivo"), noted.time)
    gone = aloud.when("tolly", WithdrawDissent(PIP, person("ivo"))).ok()
    assert (dissent(gone).withdrawn_by, [to.redacts for to in gone.said]) == (attendee("tolly"), [()])


def test_who_disagrees_anew_keeps_that_they_had_withdrawn_it():
    noted = decided().when("ivo", DissentFrom(PIP, True, "A plan in need would do.")).ok()
    anew = noted.when("ivo", WithdrawDissent(PIP)).ok().when("ivo", DissentFrom(PIP)).ok()
    (before,) = dissent(anew).earlier
    assert (before.formal, before.at, before.withdrawn_at is not None) == (True, noted.time, True)
    assert dissent(anew).withdrawn_at is None


def test_a_new_decision_leaves_what_was_said_of_the_one_before():
    noted = decided().when("ivo", DissentFrom(PIP, True, "A plan in need would do.")).ok()
    anew = noted.when("ines", decide("in_need_plan", None)).ok()
    assert dissent(anew) == dissent(noted)
    assert dissent(anew).at < decision(anew).at


def refolded(outcome, redacted):
    """The meeting as its log tells it once those events of the room are redacted: from the start, without them."""
    board = room().room
    for n, (event, when) in enumerate(outcome, start=board.n + 1):
        board = board.after(event, when)[0] if n not in redacted else replace(board, n=n)
    return board


def run_of(*asked):
    """Commands one after another: the meeting at the end, its events with their times, and which were redacted."""
    meeting, time, log, redacted = room(), START, [], set()
    for who, command in asked:
        time += LATER
        outcome = given(meeting, time).when(who, command).ok()
        for to in outcome.said:
            redacted |= set(to.redacts)
            log.append((to.event, When(meeting.room.n + len(outcome.said), time, attendee(who))))
        meeting = outcome.meeting
    return meeting, log, redacted


def test_words_of_a_decision_that_should_not_be_there_go_for_good_and_what_was_decided_stays():
    secret = "They live at 4 Mill Lane."
    meeting, log, redacted = run_of(
        ("ines", decide(reasons=secret)),
        ("ines", decide("in_need_plan", None, wishes=secret)),
        ("ines", ClearDecision(PIP)),
    )
    one = meeting.room.get(Decision, PIP)
    assert (one.outcome, one.reasons, one.family_view, one.wishes) == ("in_need_plan", CLEARED, CLEARED, CLEARED)
    assert [(old.outcome, old.reasons, old.wishes) for old in one.earlier] == [("protection_plan", CLEARED, "")]
    assert secret not in str(meeting.room)
    assert len(redacted) == 2
    assert refolded(log, redacted).get(Decision, PIP) == one, "the redacted log tells the same"


def test_after_that_a_new_decision_gives_reasons_again_and_can_be_cleared_again():
    meeting, log, redacted = run_of(
        ("ines", decide()), ("ines", ClearDecision(PIP)), ("ines", decide(reasons="Better words.")),
    )  # fmt: skip
    one = meeting.room.get(Decision, PIP)
    assert (one.reasons, one.earlier[0].reasons) == ("Better words.", CLEARED)
    assert refolded(log, redacted).get(Decision, PIP) == one
    again = given(meeting).when("ines", ClearDecision(PIP)).ok()
    assert decision(again).reasons == CLEARED
    assert again.when("ines", ClearDecision(PIP)).code == "not_found"


def test_nobody_but_chair_and_minute_taker_clears_a_decision_and_only_one_that_is_there():
    for who in ("kit", "marla", "saffron"):
        assert decided().when(who, ClearDecision(PIP)).code == "may_not"
    assert decided().when("ines", ClearDecision(JUNIPER)).code == "not_found"


def test_disagreement_taken_back_leaves_no_word_in_the_log():
    meeting, log, redacted = run_of(
        ("ines", decide()), ("ivo", DissentFrom(PIP, False, "One.")), ("ivo", DissentFrom(PIP, True, "Two.")),
        ("ivo", WithdrawDissent(PIP)),
    )  # fmt: skip
    assert len(redacted) == 2
    (left,) = meeting.room.each(Dissent)
    assert (left.why, left.withdrawn_by) == ("", attendee("ivo"))
    assert list(refolded(log, redacted).each(Dissent)) == [left], "the redacted log tells the same"
