"""Speaking for others: who may, what waits for a yes, and the stories of what nobody may do to somebody who is here."""

from meeting_server.domain.audiences import DESK, ROOM, own_stream
from meeting_server.domain.deciding.agency_views import AgencyView, GiveAgencyView
from meeting_server.domain.deciding.decisions import DecideForChild, Dissent, DissentFrom, WithdrawDissent
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.hands_up import RaiseHand
from meeting_server.domain.people.lobby import Device
from meeting_server.domain.people.proposals import AnswerProposal, Proposal, ProposalSent
from meeting_server.domain.people.requests import AskToType
from meeting_server.domain.people.state_attendance import StateAttendance
from meeting_server.domain.people.typists import NameTypist, Typist
from meeting_server.domain.points.views import AgreeItem, SeeDifferently
from tests.scenes.builders import attendee, device, given, new, person, room, without_device
from tests.scenes.points import boards, item, on_screen, point

PIP, MARLA, ODILE = person("pip"), person("marla"), person("odile")
REASON = "I want somebody to ring me first."


def asked_to_type():
    """Marla is here on her phone and has asked to have her words typed."""
    return given(room()).when("marla", AskToType()).ok()


def proposal(outcome, who="marla"):
    (found,) = outcome.meeting.board(own_stream(attendee(who))).each(Proposal)
    return found


def view(answer="no", why=REASON, whose=MARLA):
    return GiveAgencyView(PIP, answer, why, whose)


def test_what_is_typed_for_somebody_who_asked_counts_after_their_yes_and_says_who_typed_it():
    typed = asked_to_type().when("tolly", view()).ok()
    assert typed.streams == [own_stream(attendee("tolly")), own_stream(attendee("marla"))]
    assert typed.meeting.room.count(AgencyView) == 0
    said = typed.when("marla", AnswerProposal(proposal(typed).id, right=True)).ok()
    (one,) = said.meeting.room.each(AgencyView)
    assert (one.person, one.answer, one.why, one.recorded_by) == (MARLA, "no", REASON, attendee("tolly"))


def test_until_then_nobody_else_hears_of_it_and_its_typist_keeps_no_word():
    typed = asked_to_type().when("tolly", view()).ok()
    assert on_screen(typed.meeting, "marla", REASON)
    for who in ("tolly", "ines", "kit", "odile"):
        assert not on_screen(typed.meeting, who, REASON)
    (sent,) = typed.meeting.board(own_stream(attendee("tolly"))).each(ProposalSent)
    assert (sent.person, sent.name, sent.answer) == (MARLA, "give_agency_view", "waiting")


def test_a_no_leaves_nothing_but_the_answer_and_clears_the_words_from_the_log():
    typed = asked_to_type().when("tolly", view()).ok()
    waits = proposal(typed)
    no = typed.when("marla", AnswerProposal(waits.id, right=False)).ok()
    assert no.meeting.room.count(AgencyView) == 0
    assert not on_screen(no.meeting, "marla", REASON)
    assert no.said[0].redacts == (waits.n,)
    (sent,) = no.meeting.board(own_stream(attendee("tolly"))).each(ProposalSent)
    assert sent.answer == "no"
    assert no.when("marla", AnswerProposal(waits.id, right=True)).code == "not_found"


def test_nobody_says_yes_for_them():
    typed = asked_to_type().when("tolly", view()).ok()
    for who in ("tolly", "ines", "kit"):
        assert typed.when(who, AnswerProposal(proposal(typed).id, right=True)).code == "not_found"


def test_what_would_be_refused_is_refused_to_the_typist_at_once():
    assert asked_to_type().when("tolly", view("perhaps")).code == "unknown_answer"


def test_a_yes_that_comes_too_late_is_refused_as_their_own_would_be():
    start = asked_to_type().when("ivo", point()).ok()
    typed = start.when("tolly", SeeDifferently(new("v"), new("point"), "Not so.", MARLA)).ok()
    taken = typed.when("marla", SeeDifferently(new("v"), new("point"), "Mine.")).ok()
    assert taken.when("marla", AnswerProposal(proposal(taken).id, right=True)).code == "id_taken"


def test_a_number_typed_for_somebody_who_asked_is_sealed_with_their_yes():
    start = asked_to_type().when("ines", AskNumbers(new("round"), "safety", (PIP,))).ok()
    typed = start.when("tolly", SaveNumber(new("round"), PIP, "number", 3, person=MARLA)).ok()
    assert typed.meeting.room.count(Proposal) == 0
    yes = typed.when("marla", AnswerProposal(proposal(typed).id, right=True)).ok()
    (patch,) = [patch for stream, patch in yes.patches if "sealed" in patch["put"]]
    assert patch["audience"] == "own"
    shown = yes.when("ines", ShowNumbers(new("round"))).ok()
    (one,) = boards(shown.meeting, "kit")["everyone"]["things"]["numbers"].values()
    assert (one["person"], one["value"], one["recorded_by"]) == (MARLA, 3, attendee("tolly"))


def test_that_somebody_asked_is_known_to_the_desk_and_to_whoever_they_named_alone():
    start = asked_to_type()
    assert start.when("kit", view()).code == "own_device"
    assert given(room()).when("kit", view()).code == "own_device", "the same answer, whether she asked or not"
    named = start.when("marla", NameTypist(MARLA, ODILE)).ok()
    assert named.when("odile", view()).code is None


def test_somebody_names_their_own_typist_or_the_chair_does_and_everyone_is_told():
    said = given(room()).when("marla", NameTypist(MARLA, ODILE)).ok()
    assert said.streams == [ROOM]
    assert said.meeting.room.get(Typist, MARLA).typist == ODILE
    assert given(room()).when("ines", NameTypist(PIP, person("tamsin"))).code is None
    for who in ("kit", "odile", "tolly"):
        assert given(room()).when(who, NameTypist(MARLA, ODILE)).code == "not_yours"
    assert said.when("marla", NameTypist(MARLA)).ok().meeting.room.get(Typist, MARLA) is None
    assert given(room()).when("marla", NameTypist(MARLA)).code == "not_found"


def test_a_typist_is_somebody_else_who_is_here_and_takes_part():
    for whose in ("juno", "dorran", "marla", "pip"):
        assert given(room()).when("marla", NameTypist(MARLA, person(whose))).code == "not_a_typist"
    away = given(room(absent=("odile",)))
    assert away.when("marla", NameTypist(MARLA, ODILE)).code == "not_a_typist"


def test_a_hand_is_raised_for_somebody_who_is_here_and_for_nobody_else():
    assert given(room()).when("kit", RaiseHand(person=MARLA)).code is None
    assert given(room()).when("odile", RaiseHand(person=MARLA)).code == "may_not_type_for"
    assert given(room(absent=("marla",))).when("tolly", RaiseHand(person=MARLA)).code == "away"
    assert given(room()).when("tolly", RaiseHand(person=person("dorran"))).code == "may_not_type_for"


def test_a_flat_phone_is_a_question_and_then_their_words_are_typed_aloud():
    flat = StateAttendance(attendee("marla"), "here", device=False)
    start = given(room())
    assert start.when("tolly", flat).code == "has_device"
    stated = start.when("tolly", StateAttendance(attendee("marla"), "here", device=False, anyway=True)).ok()
    assert stated.streams == [ROOM, DESK]
    assert stated.meeting.desk.get(Device, device("marla")).state == "gone"
    assert stated.when("tolly", view()).code is None
    assert stated.when("kit", view()).code == "may_not_type_for"


def test_whoever_steers_is_not_stated_to_be_without_a_device():
    gone = StateAttendance(attendee("ines"), "here", device=False, anyway=True)
    assert given(room()).when("tolly", gone).code == "holds_controls"


def test_a_school_worker_can_neither_withdraw_overwrite_nor_clear_what_the_mother_said():
    decided = given(room()).when("ines", DecideForChild(PIP, "protection_plan", "So.", "Heard.", "neglect")).ok()
    said = decided.when("marla", DissentFrom(PIP, why=REASON)).ok().when("marla", view(whose=None)).ok()
    for who in ("ivo", "tolly", "ines", "tamsin"):
        for command in (WithdrawDissent(PIP, MARLA), DissentFrom(PIP, why="", person=MARLA), view("yes", "Fine.")):
            assert said.when(who, command).code in ("own_device", "may_not_type_for"), (who, command)
    (one,) = said.meeting.room.each(Dissent)
    assert one.why == REASON


def test_nobody_makes_both_parents_agree_to_a_danger_while_they_sit_there():
    danger = given(room()).when("ivo", point(category="danger")).ok()
    for who in ("marla", "caspian"):
        assert danger.when("ivo", AgreeItem(new("point"), person=person(who))).code == "own_device"
    assert item(danger.meeting, new("point")).agreed_by == ()


def test_somebody_here_without_a_device_is_spoken_for_by_those_they_named_and_the_desk():
    start = given(without_device(room(), "marla")).when("ines", NameTypist(MARLA, ODILE)).ok()
    for who, code in (("odile", None), ("tolly", None), ("ines", None), ("kit", "may_not_type_for")):
        assert start.when(who, view()).code == code
