"""Putting aside: somebody's words leave the room at once and can come back; erased, not a byte of them is left."""

import dataclasses
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from meeting_server.domain import replay
from meeting_server.domain.agenda.stage_notes import NoteStage
from meeting_server.domain.asides.asides import Aside, AsideCopy, KeptAside
from meeting_server.domain.asides.put_aside import Erase, PutAside, Restore
from meeting_server.domain.asides.whose_words import WORDS, ThingWithWords
from meeting_server.domain.audiences import PROFESSIONALS, ROOM, own_stream
from meeting_server.domain.board import snapshot_of
from meeting_server.domain.core_group.agency_updates import GiveUpdate
from meeting_server.domain.core_group.triggers import AnswerTrigger
from meeting_server.domain.core_group.visits import NoteVisit
from meeting_server.domain.deciding.agency_views import AgencyView, ClearAgencyView, GiveAgencyView
from meeting_server.domain.deciding.decisions import DecideForChild, DissentFrom, WithdrawDissent
from meeting_server.domain.deciding.impact import WriteImpact
from meeting_server.domain.deciding.ratings import RateDifferently, SetRating, ShowRating
from meeting_server.domain.earlier.bring_forward import BringAsking, BringForward, BringPoint
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, Reason
from meeting_server.domain.kinds import PUT_ASIDE, Kind
from meeting_server.domain.numbers.agree_number import AgreeNumber
from meeting_server.domain.numbers.numbers import Number, number_id
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import HideNumbers, ShowNumbers
from meeting_server.domain.people.actor import streams_of
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.points.answer_link import AnswerItem
from meeting_server.domain.points.items import AddItem, ChangeItem
from meeting_server.domain.points.progress import NoteProgress
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.views import AgreeItem, SeeDifferently
from meeting_server.domain.supervision.adult_views import ViewAdult
from meeting_server.domain.supervision.behaviours import AddBehaviour
from meeting_server.domain.supervision.summaries import Summary
from meeting_server.domain.supervision.write_summaries import FinishSummary
from tests.scenes.builders import attendee, given, new, person, room
from tests.scenes.earlier import then
from tests.scenes.kept_log import Log, everything
from tests.scenes.made_up_runs import CHILDREN, EARLIER, PEOPLE, SAME, wide_room
from tests.scenes.points import childs_words, item, on_screen, point

PIP, JUNIPER = CHILDREN
SECRET = "14 Harbour Row, the house with the blue door."
ASIDE = new("aside")
ROUND, LATE = new("round"), new("late round")
NUMBER = number_id(ROUND, PIP, person("marla"))
WHY = "It says where somebody lives."
TOLD = {
    "items": (new("point"), None, "marla"),
    "views": (new("view"), None, "marla"),
    "progress": (new("brought"), ..., "kit"),
    "impacts": (PIP, 1, "kit"),
    "visits": (new("visit"), None, "kit"),
    "behaviours": (new("behaviour"), None, "kit"),
    "agency_views": (f"{PIP}:{person('kit')}", None, "kit"),
    "adult_views": (f"ready:{person('odile')}:{new('behaviour')}:{person('kit')}", None, "kit"),
    "updates": (f"social_care:{PIP}", None, "kit"),
    "decisions": (PIP, None, "ines"),
    "dissents": (f"{PIP}:{person('saffron')}", None, "saffron"),
    "ratings": (new("rating"), None, "ines"),
    "rating_views": (new("rating view"), None, "kit"),
    "numbers": (NUMBER, None, "marla"),
    "agreed": (f"{ROUND}:{PIP}", None, None),
    "summaries": (person("saffron"), None, "saffron"),
    "trigger_answers": (f"legal_advice:{PIP}", None, "ines"),
    "stage_notes": ("welcome", None, "tolly"),
    "earlier_ratings": (f"{EARLIER}:{PIP}", None, None),
    "earlier_numbers": (f"{new('asked')}:{PIP}", None, None),
}  # fmt: skip
"""Of each kind of thing with words: its id, the answer or version, and whose words they are."""
FROM_EARLIER = ("earlier_ratings", "earlier_numbers")
"""Their words stand in a locked record besides, and on the desk, which read it."""


class Said(NamedTuple):
    """Something with words in it: who says it, and the command."""

    who: str
    command: Any


def said(secret: str = SECRET) -> dict[str, list[Said]]:
    """Everything with words that can be said, each with the secret in all of its words."""
    return {
        "items": [Said("marla", point(text=secret)), Said("marla", ChangeItem(new("point"), 1, f"{secret} Again."))],
        "views": [Said("kit", point("other")), Said("marla", SeeDifferently(new("view"), new("other"), secret))],
        "progress": [Said("kit", NoteProgress(new("brought"), "partly", secret))],
        "impacts": [Said("kit", WriteImpact(PIP, 0, secret))],
        "visits": [Said("kit", NoteVisit(new("visit"), PIP, "2026-03-18", "yes", "no", secret, secret))],
        "behaviours": [Said("kit", AddBehaviour(new("behaviour"), person("odile"), secret))],
        "agency_views": [Said("kit", GiveAgencyView(PIP, "no", f"{secret} Before.")),
                         Said("kit", GiveAgencyView(PIP, "yes", secret))],
        "adult_views": [Said("kit", AddBehaviour(new("behaviour"), person("odile"), "Drink")),
                        Said("kit", ViewAdult("ready", person("odile"), "action", new("behaviour"), False, secret, secret,
                                              "steps"))],
        "updates": [Said("kit", GiveUpdate(f"{secret} Before.", PIP)), Said("kit", GiveUpdate(secret, PIP))],
        "decisions": [Said("ines", DecideForChild(PIP, "in_need_plan", secret, secret, None, secret))],
        "dissents": [Said("ines", DecideForChild(PIP, "in_need_plan", "So.", "So.")),
                     Said("saffron", DissentFrom(PIP, True, secret))],
        "ratings": [Said("ines", SetRating(new("before"), PIP, "red", "Bad.", "Good.")),
                    Said("ines", SetRating(new("rating"), PIP, "amber", secret, secret)),
                    Said("ines", ShowRating(new("rating")))],
        "rating_views": [Said("ines", SetRating(new("rating"), PIP, "green", "Good.")),
                         Said("ines", ShowRating(new("rating"))),
                         Said("kit", RateDifferently(new("rating view"), new("rating"), secret, "red"))],
        "numbers": [Said("ines", AskNumbers(ROUND, "safety", (PIP,))),
                    Said("marla", SaveNumber(ROUND, PIP, "number", 7, secret)),
                    Said("kit", SaveNumber(ROUND, PIP, "number", 3, "He hid.")),
                    Said("ines", ShowNumbers(ROUND)),
                    Said("marla", SaveNumber(ROUND, PIP, "number", 5, f"{secret} After talk."))],
        "agreed": [Said("ines", AskNumbers(ROUND, "safety", (PIP,))), Said("ines", ShowNumbers(ROUND)),
                   Said("ines", AgreeNumber(ROUND, PIP, True, 4, secret))],
        "summaries": [Said("saffron", FinishSummary(secret))],
        "trigger_answers": [Said("ines", AnswerTrigger("legal_advice", "yes", secret, PIP))],
        "stage_notes": [Said("tolly", NoteStage("welcome", 0, secret))],
        "earlier_ratings": [], "earlier_numbers": [],
    }  # fmt: skip


@cache
def before() -> Any:
    """A wide room with an action, numbers and a rating of an earlier meeting brought forward."""
    bring = BringForward(EARLIER, (BringPoint(new("action"), new("brought")),),
                         (BringAsking(new("asked"), then(person("sorrel"))),), (then(person("sorrel")),))  # fmt: skip
    return given(wide_room()).when("ines", SAME).ok().when("ines", bring).ok().meeting


def told(kind: str) -> Log:
    """A log in which something of this kind was said."""
    log = Log(before())
    for who, command in said()[kind]:
        log.ask(who, command).ok()
    return log


def put(log: Log, kind: str, why: str = WHY, aside: str = ASIDE) -> PutAside:
    thing, n, _ = TOLD[kind]
    return PutAside(aside, kind, thing, why, item(log.live, thing).progress[-1].n if n is ... else n)


def words(kind: str) -> str:
    return {"earlier_ratings": "She is not growing.", "earlier_numbers": "marla says"}.get(kind, SECRET)


def reads(log: Log, who: str, kind: str) -> bool:
    """Whether this attendee's browser holds the words anywhere but where the desk reads an earlier meeting."""
    held = {
        stream: {name: things for name, things in snapshot_of(log.live.board(stream))["things"].items()
                 if name != "earlier_meetings"}
        for stream in streams_of(log.live, actor_of(log.live, attendee(who), new(f"device:{who}")))
    }  # fmt: skip
    return words(kind) in str(held)


def without(meeting: Any, *kinds: str) -> dict[str, Any]:
    """Every board but for how many events it has heard, and but for these kinds."""
    return {
        stream: kept
        for stream, board in everything(meeting).items()
        if (kept := {name: things for name, things in board["things"].items() if name not in kinds})
    }


@pytest.mark.parametrize("kind", TOLD)
def test_put_aside_the_words_leave_every_screen_but_the_desks_and_their_own(kind):
    log = told(kind)
    whose = TOLD[kind][2]
    assert reads(log, "odile", kind)
    done = log.ask("tolly", put(log, kind)).ok()
    own = {"earlier_ratings": set(), "earlier_numbers": {"marla"}}.get(kind, {whose})
    for who in PEOPLE:
        assert reads(log, who, kind) == (who in {"ines", "tolly"} | own), who
    mark = log.live.room.get(Aside, ASIDE)
    assert (mark.kind, mark.by, mark.why, mark.at) == (kind, attendee("tolly"), WHY, done.time)
    if whose:
        assert mark.whose == (person(whose),)
    assert not any(SECRET in str(patch) for stream, patch in done.patches if stream in (ROOM, PROFESSIONALS))


@pytest.mark.parametrize("kind", TOLD)
def test_put_back_everything_is_as_it_was(kind):
    log = told(kind)
    was = without(log.live)
    log.ask("tolly", put(log, kind)).ok()
    assert without(log.live) != was
    log.ask("ines", Restore(ASIDE)).ok()
    assert without(log.live) == was
    assert everything(log.replayed()) == everything(log.live)
    assert not any(board.count(cls) for board in log.live.boards.values() for cls in (Aside, AsideCopy, KeptAside))


@pytest.mark.parametrize("kind", TOLD)
def test_erased_not_a_byte_of_the_words_is_in_the_log_and_the_mark_says_who_and_why(kind):
    log = told(kind)
    log.ask("tolly", put(log, kind)).ok()
    done = log.ask("ines", Erase(ASIDE, "An address.")).ok()
    if kind not in FROM_EARLIER:
        assert SECRET not in log.text()
    assert not any(reads(log, who, kind) for who in PEOPLE)
    erased = log.live.room.get(Aside, ASIDE).erased
    assert (erased.by, erased.at, erased.why) == (attendee("ines"), done.time, "An address.")
    assert everything(log.replayed()) == everything(log.live)
    for command in (Restore(ASIDE), Erase(ASIDE, "Again.")):
        assert log.ask("ines", command).code == "not_found"


@pytest.mark.parametrize("kind", TOLD)
def test_what_was_put_back_can_be_put_aside_and_erased(kind):
    log = told(kind)
    log.ask("tolly", put(log, kind)).ok()
    log.ask("ines", Restore(ASIDE)).ok()
    log.ask("tolly", put(log, kind, aside=new("again"))).ok()
    log.ask("ines", Erase(new("again"), "An address.")).ok()
    assert kind in FROM_EARLIER or SECRET not in log.text()
    assert everything(log.replayed()) == everything(log.live)


def texts(hint: Any) -> bool:
    """Whether a field can hold words of its own: text of a length that a person types."""
    kinds = [one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Kind)]
    inner = [one for one in get_args(hint) if not isinstance(one, (str, Kind))]
    of_text = any(kind.name in ("Text", "Account", "Line", "Name") for kind in kinds)
    return of_text or any(
        texts(one) or (dataclasses.is_dataclass(one) and bool(fields_with_words(one))) for one in inner
    )


def fields_with_words(cls: type) -> set[str]:
    """The fields of a thing that hold words, in it or in its rows."""
    hints = get_type_hints(cls, include_extras=True)
    return {name for name, hint in hints.items() if name != "KIND" and (
        texts(hint) or (dataclasses.is_dataclass(hint) and fields_with_words(hint)))}  # fmt: skip


NO_WORDS_OF_A_PERSON = {
    "meeting": "the occasion, from the form the meeting was made with",
    "people": "names",
    "arrangement": "on the desk alone: when and where, from the form the meeting was made with",
    "removals": "on the desk alone: the chair's reason",
    "rounds": "what 10 and 0 mean, asked by the chair; a new asking takes its place",
    "no_numbers": "on the desk alone, beside the number of the room that is put aside",
    "held_numbers": "on the desk alone, until it is shown as a number",
    "decision_drafts": "on the desk alone, until it is shown as a decision",
    "sealed": "in its writer's own stream alone",
    "private_items": "in its writer's own stream alone",
    "own_summaries": "in its writer's own stream alone",
    "earlier_meetings": "on the desk alone: a locked record",
    "earlier_people": "on the desk alone: names",
    "bank_holidays": "no words: which days",
    "addenda": "to the locked record, when nothing is put aside any more",
    "check_answers": "why the chair ends the meeting: what must be said before the end",
    "requests": "on the desk and one's own: when somebody leaves",
    "asides": "the reason itself",
    "aside_copies": "the copies to read",
    "kept_asides": "never sent",
}
"""Kinds of things with text that can't be put aside, and why not."""


def test_every_kind_of_thing_with_words_can_be_put_aside_or_says_why_not():
    with_words = {kind for kind, cls in replay.THINGS.items() if fields_with_words(cls)}
    can = set(WORDS) - {"progress"}
    assert with_words == can | set(NO_WORDS_OF_A_PERSON)
    assert not can & set(NO_WORDS_OF_A_PERSON)
    assert set(WORDS) == set(TOLD) == set(said()) == {one.name for one in dataclasses.fields(ThingWithWords)}


ITEM_KEEPS_NO_WORDS = {"action", "progress", "came", "taken_back"}


@pytest.mark.parametrize("kind", WORDS)
def test_no_field_with_words_is_forgotten(kind):
    """A new field with words must be in the table, or it would stay on every screen."""
    spec = WORDS[kind]
    here = {name for name in fields_with_words(spec.cls) if name not in ("came", "taken_back")}
    if spec.rows:
        row = get_args(get_type_hints(spec.cls)[spec.rows])[0]
        here = (here | fields_with_words(row)) - {spec.rows}
    ours = {*spec.says, *spec.goes}
    asked = {"earlier_numbers": {"series", "question", "ten", "zero"}, "items": ITEM_KEEPS_NO_WORDS}.get(kind, set())
    assert here - asked <= ours


def test_only_the_chair_and_the_minute_taker_put_aside_and_only_the_chair_puts_back_or_erases():
    log = told("items")
    for who in ("kit", "saffron", "marla", "odile", "juniper"):
        assert log.ask(who, put(log, "items")).code == "may_not"
    log.ask("tolly", put(log, "items")).ok()
    for who in ("tolly", "kit", "marla"):
        assert log.ask(who, Restore(ASIDE)).code == "may_not"
        assert log.ask(who, Erase(ASIDE, "So.")).code == "may_not"


def test_a_reason_is_due_both_times():
    log = told("views")
    assert log.ask("tolly", put(log, "views", " ")).code == "reason_missing"
    log.ask("tolly", put(log, "views")).ok()
    assert log.ask("ines", Erase(ASIDE, "")).code == "reason_missing"


def test_what_has_no_words_or_is_not_there_is_not_put_aside():
    log = told("agency_views")
    log.ask("saffron", GiveAgencyView(PIP, "yes"))
    bare = PutAside(ASIDE, "agency_views", f"{PIP}:{person('saffron')}", WHY)
    assert log.ask("tolly", bare).code == "no_words"
    assert log.ask("tolly", PutAside(ASIDE, "items", new("nowhere"), WHY)).code == "not_found"
    log.ask("tolly", put(log, "agency_views")).ok()
    assert log.ask("tolly", put(log, "agency_views", aside=new("again"))).code == "no_words"
    assert log.ask("tolly", put(log, "agency_views")).code == "id_taken"


def test_the_position_stays_when_its_words_go():
    log = told("agency_views")
    log.ask("tolly", put(log, "agency_views")).ok()
    view = log.live.room.get(AgencyView, TOLD["agency_views"][0])
    assert (view.answer, view.why, view.earlier[0].answer) == ("yes", PUT_ASIDE, "no")
    shown = told("numbers")
    shown.ask("tolly", put(shown, "numbers")).ok()
    number = shown.live.room.get(Number, NUMBER)
    assert (number.value, number.reason, number.earlier[0].value) == (5, PUT_ASIDE, 7)


def test_after_the_lock_nothing_is_put_aside_put_back_or_erased():
    log = told("items")
    log.ask("tolly", put(log, "items")).ok()
    log.ask("ines", SetRating(new("rating"), PIP, "green", "Good.")).ok()
    log.ask("ines", EndMeeting(tuple(Reason(one.key, "So.") for one in log.live.template.checks))).ok()
    log.ask("ines", FinishMeeting("FINISH")).ok()
    for command in (put(log, "items", aside=new("late")), Restore(ASIDE), Erase(ASIDE, "So.")):
        assert log.ask("ines", command).code == "wrong_state"
    assert log.live.desk.get(AsideCopy, ASIDE).words == (SECRET + " Again.",)
    assert not log.live.board(own_stream(attendee("marla"))).count(AsideCopy)


def test_what_others_said_about_a_point_that_was_put_aside_stays():
    log = told("items")
    log.ask("kit", point("goal", "A safe week.", "next")).ok()
    log.ask("kit", AnswerItem(new("goal"), new("point"))).ok()
    log.ask("kit", SeeDifferently(new("view"), new("point"), "He had pyjamas.")).ok()
    log.ask("tolly", put(log, "items")).ok()
    assert on_screen(log.live, "odile", "He had pyjamas.")
    assert item(log.live, new("goal")).answers == new("point")
    for command in (
        AgreeItem(new("point")),
        SetAction(new("point"), ()),
        SeeDifferently(new("x"), new("point"), "No."),
    ):
        assert log.ask("kit", command).code == "taken_back"
    log.ask("ines", Restore(ASIDE)).ok()
    assert log.ask("kit", AgreeItem(new("point"))).ok()


def test_a_childs_words_go_from_the_room_the_desk_and_the_typists_screen_and_come_back_to_all_three():
    log = Log(room())
    log.ask("tamsin", childs_words(text=SECRET))
    log.ask("ines", ReleaseItem(new("words"), new("shown"))).ok()
    was = without(log.live)
    log.ask("ines", PutAside(ASIDE, "items", new("shown"), WHY)).ok()
    assert not any(on_screen(log.live, who, SECRET) for who in ("tamsin", "marla", "kit"))
    assert log.live.desk.get(AsideCopy, ASIDE).words == (SECRET,)
    log.ask("ines", Restore(ASIDE)).ok()
    assert without(log.live) == was
    log.ask("ines", PutAside(new("again"), "items", new("words"), WHY)).ok()
    log.ask("ines", Erase(new("again"), "A secret of his.")).ok()
    assert SECRET not in log.text()
    assert everything(log.replayed()) == everything(log.live)


def test_who_never_read_the_words_is_not_shown_them_by_putting_them_aside():
    """Kit types, among professionals, what Marla said at school: she was never shown it."""
    log = Log(wide_room())
    log.ask("kit", AddItem(new("point"), "worries", SECRET, speaker=person("marla"), audience=PROFESSIONALS)).ok()
    log.ask("ines", PutAside(ASIDE, "items", new("point"), WHY)).ok()
    assert not on_screen(log.live, "marla", SECRET)
    assert not log.live.board(own_stream(attendee("marla"))).count(AsideCopy)
    assert not log.live.room.count(Aside)


def test_what_is_said_anew_stands_and_what_was_put_aside_comes_back_before_it():
    log = told("agency_views")
    log.ask("tolly", put(log, "agency_views")).ok()
    log.ask("kit", GiveAgencyView(PIP, "unsure", "I will say it without the address.")).ok()
    log.ask("ines", Restore(ASIDE)).ok()
    view = log.live.room.get(AgencyView, TOLD["agency_views"][0])
    assert view.why == "I will say it without the address."
    assert [one.why for one in view.earlier] == [f"{SECRET} Before.", SECRET]
    assert everything(log.replayed()) == everything(log.live)


def test_what_was_said_in_its_place_keeps_it_from_coming_back():
    log = told("dissents")
    log.ask("tolly", put(log, "dissents")).ok()
    log.ask("saffron", DissentFrom(PIP, True, "In other words.")).ok()
    assert log.ask("ines", Restore(ASIDE)).code == "said_anew"
    assert log.ask("ines", Erase(ASIDE, "An address.")).ok()
    assert SECRET not in log.text()
    assert "In other words." in log.text()


def test_words_their_owner_took_back_since_do_not_come_back():
    log = told("agency_views")
    log.ask("tolly", put(log, "agency_views")).ok()
    log.ask("kit", ClearAgencyView(PIP)).ok()
    assert log.ask("ines", Restore(ASIDE)).code == "said_anew"
    later = told("dissents")
    later.ask("tolly", put(later, "dissents")).ok()
    later.ask("saffron", WithdrawDissent(PIP)).ok()
    assert later.ask("ines", Restore(ASIDE)).code == "said_anew"


def test_the_other_numbers_of_a_round_are_as_they_were_when_one_reason_is_erased():
    log = told("numbers")
    log.ask("kit", SaveNumber(ROUND, PIP, "number", 4, "He hid, twice.")).ok()
    log.ask("ines", PutAside(new("other"), "numbers", number_id(ROUND, PIP, person("kit")), WHY)).ok()
    log.ask("ines", HideNumbers(ROUND)).ok()
    log.ask("ines", put(log, "numbers")).ok()
    log.ask("ines", Erase(ASIDE, "An address.")).ok()
    assert SECRET not in log.text()
    log.ask("ines", ShowNumbers(ROUND)).ok()
    log.ask("ines", Restore(new("other"))).ok()
    for meeting in (log.live, log.replayed()):
        kit = meeting.room.get(Number, number_id(ROUND, PIP, person("kit")))
        assert (kit.value, kit.reason, kit.earlier[0].reason, kit.hidden) == (4, "He hid, twice.", "He hid.", False)
    assert everything(log.replayed()) == everything(log.live)


def test_a_summary_that_was_put_aside_can_be_written_anew():
    log = told("summaries")
    log.ask("tolly", put(log, "summaries")).ok()
    log.ask("saffron", FinishSummary("Two visits a week.", 1)).ok()
    assert log.live.room.get(Summary, person("saffron")).text == "Two visits a week."
    assert log.ask("ines", Restore(ASIDE)).code == "said_anew"
    log.ask("ines", Erase(ASIDE, "An address.")).ok()
    assert everything(log.replayed()) == everything(log.live)
    assert SECRET not in log.text()


def test_a_rating_put_aside_on_the_desk_is_not_shown():
    log = Log(before())
    log.ask("ines", SetRating(new("rating"), PIP, "green", SECRET)).ok()
    log.ask("ines", PutAside(ASIDE, "ratings", new("rating"), WHY)).ok()
    assert log.ask("ines", ShowRating(new("rating"))).code == "put_aside"


@cache
def pool() -> list[Said]:
    """What a made-up story is made of: things said with the secret and without, put aside, put back and erased."""
    asides = [new(f"aside {n}") for n in range(3)]
    says = [one for word in (SECRET, "Quite other words.") for each in said(word).values() for one in each]
    puts = [
        Said("tolly", PutAside(aside, kind, thing, WHY, n))
        for aside in asides
        for kind, (thing, n, _) in TOLD.items()
        if n is not ...
    ]
    back = [Said("ines", command) for aside in asides for command in (Restore(aside), Erase(aside, "So."))]
    own = [Said("kit", ClearAgencyView(PIP)), Said("saffron", WithdrawDissent(PIP)), Said("ines", HideNumbers(ROUND))]
    return [*says, *puts, *back * 8, *own]


@for_any(run=st.lists(st.deferred(lambda: st.sampled_from(pool())), min_size=10, max_size=60))
@settings(max_examples=120, deadline=None)
def test_the_log_without_erased_words_tells_the_same_story(run):
    log = Log(before())
    for who, command in run:
        log.ask(who, command)
    assert everything(log.replayed()) == everything(log.live)
