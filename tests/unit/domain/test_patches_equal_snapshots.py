"""Whatever people do: what a browser has, changed by its patches, is what it would get afresh; and nobody hears, by
any number, count or order, what lies in a stream they do not hold."""

import json
from dataclasses import fields, replace

import orjson
import pytest
from hypothesis import given as for_any
from hypothesis import seed, settings
from hypothesis import strategies as st

from meeting_server.domain.agenda.pause import ResumeMeeting
from meeting_server.domain.audiences import audience_of, own_stream
from meeting_server.domain.board import snapshot_of
from meeting_server.domain.deciding.ratings import SetRating
from meeting_server.domain.ending.addenda import AddAddendum
from meeting_server.domain.ending.checks import CHECKS
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, Reason
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.admission import role_of
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.people.requests import AskToType, SayLeaving
from meeting_server.domain.people.take_controls import TakeControls
from meeting_server.domain.points.items import AddItem, ChangeItem
from meeting_server.domain.points.show_private import ShowPrivateWriting
from meeting_server.domain.points.write_privately import ChangePrivate, DropPrivate, WritePrivately
from meeting_server.domain.refused import Refused
from meeting_server.domain.supervision.write_summaries import DraftSummary
from tests.scenes.builders import attendee, given, new, person
from tests.scenes.made_up_runs import CHILDREN, PEOPLE, ROUNDS, furnished, runs, step


def streams(meeting, who):
    """The streams this attendee holds, in the room or not."""
    role = role_of(meeting, find_attendee(meeting, attendee(who)))
    return (*role.audiences, own_stream(attendee(who)))


def fresh(meeting, who):
    """What their browser would get now."""
    held = streams(meeting, who)
    return orjson.loads(orjson.dumps({audience_of(one): snapshot_of(meeting.board(one)) for one in held}))


def applied(board, patch):
    """A browser's board after a patch, by the rule of docs/protocol.md."""
    if patch["n"] <= board["n"]:
        return board
    assert patch["n"] == board["n"] + 1, "a number is missing"
    things = {kind: dict(held) for kind, held in board["things"].items()}
    for kind, put in patch["put"].items():
        things.setdefault(kind, {}).update(put)
    for kind, ids in patch["gone"].items():
        for id in ids:
            things.get(kind, {}).pop(id, None)
    return {"n": patch["n"], "things": {kind: held for kind, held in things.items() if held}}


ENDING = [
    ("ines", ShowPrivateWriting()),
    ("ines", TakeControls()),
    ("ines", ResumeMeeting()),
    *(("ines", ShowNumbers(round)) for round in ROUNDS),
    ("ines", EndMeeting(tuple(Reason(check, "Because.") for check in CHECKS))),
    ("ines", FinishMeeting("FINISH")),
    ("ines", AddAddendum(new("last"), "It was Tuesday.", "A date was wrong.")),
]


@for_any(run=runs)
@settings(max_examples=50, deadline=None)
def test_for_everybody_old_board_and_patches_make_the_new_board(run):
    outcome = given(furnished())
    boards = {who: fresh(outcome.meeting, who) for who in PEOPLE}
    for who, command in [*run, *ENDING]:
        held = {one: streams(outcome.meeting, one) for one in PEOPLE}
        outcome = outcome.when(who, command)
        for one in PEOPLE:
            if streams(outcome.meeting, one) != held[one]:
                boards[one] = fresh(outcome.meeting, one)  # Whoever hears more or less than before is told anew.
        for stream, sent in outcome.patches:
            patch = json.loads(json.dumps(sent))
            for one in PEOPLE:
                if stream in streams(outcome.meeting, one):
                    boards[one][patch["audience"]] = applied(boards[one][patch["audience"]], patch)
                    boards[one][patch["audience"]] = applied(boards[one][patch["audience"]], patch)
        for one in PEOPLE:
            assert boards[one] == fresh(outcome.meeting, one)


def test_a_patch_too_many_is_noticed():
    board = {"n": 4, "things": {}}
    with pytest.raises(AssertionError, match="missing"):
        applied(board, {"n": 6, "put": {}, "gone": {}})
    assert applied(board, {"n": 4, "put": {"items": {"x": {}}}, "gone": {}}) is board


texts = st.sampled_from(["One way.", "Another way.", "", "A third way, a good deal longer than the others."])
WHERE = ("held", "professionals", "chairs_desk")


def secret_item(who, where):
    """Ids nobody else uses: that an id is taken is told to whoever guesses a UUID."""
    return new(f"secret:{who}:{where}")


SECRET_ITEMS = [secret_item(who, where) for who in PEOPLE for where in WHERE]


def _secret_commands(who):
    words = st.sampled_from(["Pip's words.", "Other words of Pip's."])
    pip = {"speaker": st.just(person("pip")), "obtained": st.just("talk")}
    return st.one_of(
        st.builds(AddItem, st.just(secret_item(who, "held")), st.just("worries"), words, **pip),
        *(st.builds(AddItem, st.just(secret_item(who, one)), st.just("worries"), words, audience=st.just(one)) for one in WHERE[1:]),
        st.builds(ChangeItem, st.sampled_from(SECRET_ITEMS), st.just(1), words),
        st.builds(WritePrivately, st.just(secret_item(who, "private")), st.just("worries"), words),
        st.builds(ChangePrivate, st.just(secret_item(who, "private")), st.just(1), words),
        st.builds(DropPrivate, st.just(secret_item(who, "private"))),
        st.builds(DraftSummary, words, st.integers(1, 4)),
        st.builds(AskToType),
        st.builds(SayLeaving, st.sampled_from(["now", "11:00"])),
        st.builds(SaveNumber, st.just(ROUNDS[0]), st.sampled_from(CHILDREN), st.just("number"), st.integers(0, 10), texts),
        st.builds(SetRating, st.sampled_from([new("secret:rating:0"), new("secret:rating:1")]), st.sampled_from(CHILDREN),
                  st.sampled_from(["red", "green"]), words, st.just("Better so.")),
    )  # fmt: skip


def _otherwise(command, data):
    """The same secret with other words in it, or not said at all where its saying is secret too."""
    if not isinstance(command, SaveNumber) and data.draw(st.booleans()):
        return None
    drawn = {"text": st.just("Quite other words."), "value": st.integers(0, 10), "colour": st.just("amber"),
             "reason": st.just("For another reason."), "at": st.just("in 10 minutes")}  # fmt: skip
    return replace(command, **{one.name: data.draw(drawn[one.name]) for one in fields(command) if one.name in drawn})


PUBLISHING = {
    "ShowPrivate",
    "ShowPrivateWriting",
    "FinishSummary",
    "ReleaseItem",
    "ShowNumbers",
    "ReleaseNumber",
    "ShowRating",
    "LetIn",
    "TakeControls",
    "HandMinutes",
}
"""What takes something out of a narrower stream for a wider one: there the difference is meant to be heard."""
public_steps = step.filter(lambda one: type(one[1]).__name__ not in PUBLISHING)
secret_steps = st.sampled_from(PEOPLE).flatmap(
    lambda who: st.tuples(st.just(who), _secret_commands(who), st.just("secret"))
)


class Ears:
    """One attendee's view of one run: every patch they are sent, and every answer they get."""

    def __init__(self, who):
        self.who, self.outcome, self.heard = who, given(furnished()), []

    def ask(self, who, command, time):
        self.outcome = given(self.outcome.meeting, time).when(who, command)
        mine = streams(self.outcome.meeting, self.who)
        self.heard += [patch for stream, patch in self.outcome.patches if stream in mine]
        if who == self.who:
            refused = self.outcome.refused
            self.heard.append(
                (refused.code, refused.message, refused.more) if isinstance(refused, Refused) else "granted"
            )

    def everything(self):
        return json.dumps([self.heard, fresh(self.outcome.meeting, self.who)], sort_keys=False)

    def was_secret(self, command):
        """Whether what just happened went to streams this attendee does not hold; that somebody answered is told."""
        mine = streams(self.outcome.meeting, self.who)
        kept = [to for to in self.outcome.said if to.stream not in mine]
        return bool(kept) and (len(kept) == len(self.outcome.said) or isinstance(command, SaveNumber))


@for_any(run=st.lists(st.one_of(public_steps, secret_steps, secret_steps), min_size=4, max_size=20), data=st.data())
@settings(max_examples=50, deadline=None)
@pytest.mark.parametrize("listener", ["marla", "kit", "tolly"])
def test_what_is_said_elsewhere_changes_not_a_byte_of_what_one_hears(listener, run, data):
    here, there = Ears(listener), Ears(listener)
    for minute, (who, command, *secret) in enumerate(run):
        time = 1_800_000_000_000 + minute
        here.ask(who, command, time)
        if secret and who != listener and here.was_secret(command):
            command = _otherwise(command, data)
        if command is not None:
            there.ask(who, command, time)
    assert here.everything() == there.everything()


def test_the_secrets_of_that_test_are_said_and_heard_by_those_they_are_for():
    """Without this, the test above could pass because nothing secret ever happens."""
    for listener, who, command in (
        ("tolly", "kit", AddItem(new("s"), "worries", "Words.", speaker=person("pip"), obtained="talk")),
        ("kit", "saffron", AddItem(new("s"), "worries", "Words.", audience="professionals")),
        ("tolly", "ines", SetRating(new("s"), CHILDREN[0], "red", "Words.", "Better so.")),
        ("marla", "marla", SaveNumber(ROUNDS[0], CHILDREN[0], "number", 3)),
        ("marla", "marla", WritePrivately(new("s"), "worries", "Words.")),
        ("kit", "kit", DraftSummary("Words.", 1)),
    ):
        ears = Ears(listener)
        before = ears.everything()
        ears.ask(who, command, 1)
        assert ears.outcome.ok()
        assert ears.everything() != before


@for_any(run=runs)
@settings(max_examples=300, deadline=None, database=None)
def _reach(reached, run):
    outcome = given(furnished())
    for who, command in run:
        outcome = outcome.when(who, command)
        reached.update(type(event).__name__ for event in outcome.events)


@pytest.mark.thorough("tests/unit/domain/test_patches_equal_snapshots.py")
def test_the_made_up_runs_do_most_of_what_can_be_done():
    wanted = {"ItemAdded", "ItemTakenBack", "ItemReleased", "NumbersShown", "NumberGiven", "RatingSet"}
    wanted |= {"ControlsMoved", "DecisionMade", "DissentStated", "AgencyViewGiven"}
    reached = set()
    # What is drawn depends on all that was imported before, so a few rounds are tried; usually the first or second does.
    # Each has a seed of its own: where runs are made the same every time (CI), all rounds would be one.
    for round in range(8):
        seed(round)(_reach)(reached)
        if wanted <= reached:
            break
    assert len(reached) >= 18, f"The runs are too often refused: they only reach {sorted(reached)}"
    assert wanted <= reached
