"""Not yet: what was shown too early comes off every screen with one press, and its words wait on the chair's desk."""

from meeting_server.documents.deciding import deciding
from meeting_server.documents.numbers import rating
from meeting_server.documents.paper_in_memory import Gathered
from meeting_server.domain import replay
from meeting_server.domain.asides.put_aside import PutAside
from meeting_server.domain.audiences import DESK, ROOM
from meeting_server.domain.board import When
from meeting_server.domain.deciding.decision_drafts import DecisionDraft
from meeting_server.domain.deciding.decisions import ClearDecision, DecideForChild, Decision, DissentFrom
from meeting_server.domain.deciding.not_yet import TakenOff, TakeOffDecision, TakeOffRating
from meeting_server.domain.deciding.ratings import RateDifferently, Rating, RatingView, SetRating, ShowRating
from meeting_server.domain.kinds import PUT_ASIDE
from meeting_server.domain.record.record import record_of
from tests.scenes.builders import attendee, given, new, person, room
from tests.scenes.points import boards, on_screen

PIP = person("pip")
SECRET = "She must not read this before she has been told."
ONE, TWO = new("one"), new("two")
EVERYONE_ELSE = ("tolly", "marla", "odile", "kit", "saffron", "ivo", "juno", "tamsin")


def decide(reasons=SECRET, outcome="in_need_plan"):
    return DecideForChild(PIP, outcome, reasons, "Marla agrees.", None, "")


def rate(id=ONE, colour="red", reason=SECRET):
    return SetRating(id, PIP, colour, reason, "Bail that holds.")


def after_all(*commands, who="ines"):
    outcome = given(room())
    for command in commands:
        outcome = outcome.when(who, command).ok()
    return outcome


def folded_anew(*commands):
    """The room's board as the run leaves it, and as the log tells it once the redacted events have gone from it."""
    start = room()
    outcome, log, redacted = given(start), [], set()
    for who, command in commands:
        n = outcome.meeting.room.n
        outcome = outcome.when(who, command).ok()
        to_room = [to for to in outcome.said if to.stream == ROOM]
        redacted |= {one for to in to_room for one in to.redacts}
        log += [(to.event, When(n + at + 1, outcome.time, attendee(who))) for at, to in enumerate(to_room)]
    board = start.room
    for event, when in log:
        if when.n not in redacted:
            board, _ = board.after(event, when)
    return outcome.meeting.room, board


def things(board, *kinds):
    return {kind: {one.id: one for one in board.each(replay.THINGS[kind])} for kind in kinds}


def test_a_decision_taken_off_is_on_no_screen_and_waits_on_the_chairs_desk():
    off = after_all(decide(), TakeOffDecision(PIP))
    assert off.meeting.room.get(Decision, PIP) is None
    for who in EVERYONE_ELSE[1:]:
        assert SECRET not in str(boards(off.meeting, who)), who
    (draft,) = off.meeting.desk.each(DecisionDraft)
    assert (draft.child, draft.taken_off, draft.outcome, draft.reasons) == (PIP, True, "in_need_plan", SECRET)


def test_everyone_reads_who_took_it_off_and_when_and_nothing_of_what_it_said():
    off = after_all(decide(), TakeOffDecision(PIP))
    (mark,) = off.meeting.room.each(TakenOff)
    assert (mark.what, mark.child, mark.by, mark.at) == ("decision", PIP, attendee("ines"), off.time)
    (patch,) = [patch for stream, patch in off.patches if stream == ROOM]
    assert patch["gone"] == {"decisions": [PIP]}
    assert SECRET not in str(patch)


def test_the_decision_before_it_stands_again():
    off = after_all(decide("The first."), decide(SECRET, "universal"), TakeOffDecision(PIP))
    first = after_all(decide("The first.")).meeting.room.get(Decision, PIP)
    assert off.meeting.room.get(Decision, PIP) == first


def test_shown_again_it_is_everyones_and_no_draft_is_left():
    again = after_all(decide(), TakeOffDecision(PIP), decide())
    assert again.meeting.room.get(Decision, PIP).reasons == SECRET
    assert list(again.meeting.desk.each(DecisionDraft)) == []


def test_the_log_without_the_words_tells_the_same():
    ines = [decide("The first."), decide(), TakeOffDecision(PIP), rate(TWO, "amber", "Before."), ShowRating(TWO),
            rate(), ShowRating(ONE), TakeOffRating(PIP)]  # fmt: skip
    now, anew = folded_anew(*(("ines", one) for one in ines))
    kinds = ("decisions", "ratings", "taken_off")
    assert things(now, *kinds) == things(anew, *kinds)
    assert SECRET not in str(anew)


def test_what_people_said_of_it_stays_theirs():
    start = after_all(decide()).when("ivo", DissentFrom(PIP, False, "Too little.")).ok()
    off = start.when("ines", TakeOffDecision(PIP)).ok()
    again = off.when("ines", decide()).ok()
    for one in (off, again):
        assert on_screen(one.meeting, "kit", "Too little.")


def test_words_taken_back_before_do_not_come_to_the_desk_as_words():
    off = after_all(decide(), ClearDecision(PIP), TakeOffDecision(PIP))
    (draft,) = off.meeting.desk.each(DecisionDraft)
    assert (draft.outcome, draft.reasons, draft.family_view) == ("in_need_plan", "", "")


def test_words_put_aside_stay_where_they_were_put():
    aside = PutAside(new("aside"), "decisions", PIP, "Not theirs to read.")
    put = after_all(decide(), aside)
    assert put.meeting.room.get(Decision, PIP).reasons == PUT_ASIDE
    off = put.when("ines", TakeOffDecision(PIP)).ok()
    assert off.meeting.room.get(Decision, PIP) is None
    assert [to.redacts for to in off.said if to.stream == ROOM] == [()]


def test_a_rating_taken_off_leaves_the_room_and_is_not_shown_on_the_desk_any_more():
    off = after_all(rate(), ShowRating(ONE), TakeOffRating(PIP))
    assert off.meeting.room.get(Rating, ONE) is None
    kept = off.meeting.desk.get(Rating, ONE)
    assert (kept.shown, kept.replaced, kept.reason) == (False, False, SECRET)
    for who in EVERYONE_ELSE[1:]:
        assert SECRET not in str(boards(off.meeting, who)), who
    (mark,) = off.meeting.room.each(TakenOff)
    assert (mark.what, mark.child, mark.by) == ("rating", PIP, attendee("ines"))


def test_the_rating_shown_before_it_stands_again():
    off = after_all(rate(TWO, "amber", "Before."), ShowRating(TWO), rate(), ShowRating(ONE), TakeOffRating(PIP))
    assert off.meeting.room.get(Rating, ONE) is None
    assert not off.meeting.room.get(Rating, TWO).replaced
    assert off.meeting.desk.get(Rating, TWO).replaced, "what is worked on is the last one"


def test_a_newer_try_on_the_desk_stays_the_one_to_show():
    off = after_all(rate(), ShowRating(ONE), rate(TWO, "amber", "Newer."), TakeOffRating(PIP))
    assert off.streams == [ROOM]
    assert not off.meeting.desk.get(Rating, TWO).replaced
    assert off.when("ines", ShowRating(TWO)).code is None


def test_a_rating_taken_off_is_shown_again_with_the_views_beside_it():
    shown = after_all(rate(), ShowRating(ONE)).when("marla", RateDifferently(new("view"), ONE, "No.", "amber")).ok()
    off = shown.when("ines", TakeOffRating(PIP)).ok()
    assert off.when("kit", RateDifferently(new("other"), ONE, "No.")).code == "not_found"
    again = off.when("ines", ShowRating(ONE)).ok()
    assert again.meeting.room.get(Rating, ONE).shown
    assert again.meeting.room.get(RatingView, new("view")).person == person("marla")


def test_only_what_is_shown_is_taken_off_and_only_by_who_shows():
    assert given(room()).when("ines", TakeOffDecision(PIP)).code == "not_found"
    assert after_all(rate()).when("ines", TakeOffRating(PIP)).code == "not_found"
    for who in ("tolly", "kit", "saffron", "marla", "juno"):
        assert after_all(decide()).when(who, TakeOffDecision(PIP)).code == "may_not"
        assert after_all(rate(), ShowRating(ONE)).when(who, TakeOffRating(PIP)).code == "may_not"


def test_the_other_children_keep_theirs():
    juniper = person("juniper")
    off = after_all(decide(), DecideForChild(juniper, "universal", "Well.", "Heard."), TakeOffDecision(PIP))
    assert off.meeting.room.get(Decision, juniper).reasons == "Well."
    assert off.streams == [ROOM, DESK]


def off_in_the_record(outcome, audiences=("everyone",)):
    """Of Pip's part: by whom the decision and the rating were taken off the screens, or None."""
    (part,) = (one for one in record_of(outcome.meeting, audiences).parts if one.child.name == "Pip Quillfeather")
    both = (part.deciding.off, part.rating.off if part.rating else None)
    return [one and (one.by.name, one.at) for one in both]


def test_the_record_says_who_took_what_off_the_screens_as_the_board_does():
    off = after_all(decide(), TakeOffDecision(PIP))
    assert off_in_the_record(off) == [("Ines Brackenshaw", off.time), None]
    rated = after_all(rate(), ShowRating(ONE), TakeOffRating(PIP))
    assert off_in_the_record(rated) == [None, ("Ines Brackenshaw", rated.time)]
    assert SECRET not in str(record_of(rated.meeting, ("everyone",)))


def test_what_is_shown_again_is_not_said_to_be_off_the_screens():
    again = after_all(decide(), TakeOffDecision(PIP), decide("Said aloud now."))
    assert off_in_the_record(again) == [None, None]
    rated = after_all(rate(), ShowRating(ONE), TakeOffRating(PIP), rate(TWO), ShowRating(TWO))
    assert off_in_the_record(rated) == [None, None]


def test_on_paper_it_stands_in_the_place_of_the_decision_and_of_the_rating():
    outcome = after_all(decide(), TakeOffDecision(PIP), rate(), ShowRating(ONE), TakeOffRating(PIP))
    record = record_of(outcome.meeting, ("everyone",))
    (part,) = (one for one in record.parts if one.child.name == "Pip Quillfeather")
    paper = Gathered()
    deciding(paper, record.head, part)
    rating(paper, record.head, part.rating)
    said = [text for text in map(str, paper.entries) if "took it off the screens" in text]
    assert len(said) == 2
    assert all("Ines Brackenshaw" in text and "Not yet." in text for text in said)
