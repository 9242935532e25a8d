"""One statement for each child of what life is like now, written together, with nothing lost and nobody's words made up
for a child (D10)."""

import pytest

from meeting_server.domain import replay
from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.board import When
from meeting_server.domain.deciding.impact import ClearImpactVersion, ImpactStatement, WriteImpact
from meeting_server.domain.ending.ending import MeetingEnded
from tests.scenes.builders import after, attendee, given, new, person, prepared, room
from tests.scenes.points import with_juniper

PIP = person("pip")
FIRST = "For Pip, loud voices mean hiding."
SECOND = "For Pip, loud voices mean hiding. Nana and school feel safe."


def grid(**more):
    return given(room("safety-grid", **more))


def write(text=FIRST, version=0, child=PIP):
    return WriteImpact(child, version, text)


def statement(outcome, child=PIP):
    return outcome.meeting.room.get(ImpactStatement, child)


def test_everybody_reads_what_life_is_like_for_a_child():
    written = grid().when("ivo", write()).ok()
    assert written.streams == [ROOM]
    said = statement(written)
    assert (said.id, said.text, said.version, said.by, said.earlier) == (PIP, FIRST, 1, attendee("ivo"), ())


@pytest.mark.parametrize("who", ["ines", "tolly", "kit", "marla", "odile"])
def test_anyone_who_may_contribute_may_write_it_and_change_it(who):
    written = grid().when("ivo", write()).ok()
    assert statement(written.when(who, write(SECOND, 1)).ok()).by == attendee(who)


def test_a_child_who_is_here_says_it_in_their_own_words_which_go_by_the_chair():
    here = given(with_juniper(room("safety-grid")))
    assert here.when("juniper", write()).code == "childs_words"


def test_what_it_said_before_stays_readable_with_who_wrote_it():
    twice = grid().when("ivo", write()).ok().when("marla", write(SECOND, 1)).ok()
    said = statement(twice)
    assert (said.text, said.version, said.by) == (SECOND, 2, attendee("marla"))
    assert [(one.text, one.by, one.version) for one in said.earlier] == [(FIRST, attendee("ivo"), 1)]
    assert said.earlier[0].at < said.at


def test_each_child_has_a_statement_of_their_own():
    both = grid().when("ivo", write()).ok().when("nell", write("Sorrel goes still.", 0, person("sorrel"))).ok()
    assert statement(both).text == FIRST
    assert statement(both, person("sorrel")).text == "Sorrel goes still."
    assert statement(both, person("juniper")) is None


@pytest.mark.parametrize("version", [0, 2])
def test_whoever_was_slower_is_told_what_stands_there_and_nothing_is_overwritten(version):
    written = grid().when("ivo", write()).ok()
    slower = written.when("marla", write("Pip is hungry in the mornings.", version))
    assert slower.code == "changed"
    assert slower.refused.more == {"text": FIRST, "version": 1}
    assert statement(slower).text == FIRST


def test_a_statement_that_is_not_there_can_not_be_changed():
    outcome = grid().when("ivo", write(FIRST, 3))
    assert (outcome.code, outcome.refused.more) == ("changed", {"text": "", "version": 0})


def test_nobody_speaks_as_the_child():
    outcome = grid().when("kit", write("I hide when it is loud."))
    assert outcome.code == "childs_voice"
    assert "Pip" in outcome.refused.message
    assert statement(outcome) is None
    real = grid().when("kit", write("Pip says “I go to the airing cupboard”.")).ok()
    assert statement(real).text == "Pip says “I go to the airing cupboard”."


def test_it_is_about_a_child_of_this_meeting():
    assert grid().when("kit", write(child=person("marla"))).code == "unknown_child"
    assert grid().when("kit", write(child=new("nobody"))).code == "unknown_child"


def test_a_kind_of_meeting_without_such_statements_has_none():
    assert given(room("three-column-map")).when("kit", write()).code == "no_impact"


def test_it_is_written_while_the_meeting_runs_and_mended_in_the_draft_by_those_who_mend():
    assert given(prepared("safety-grid")).when("ines", write()).code == "not_here"
    assert grid(opened=False).when("ines", write()).code == "wrong_state"
    ended = given(after(room("safety-grid"), [To(ROOM, MeetingEnded(()))]))
    assert ended.when("kit", write()).code == "may_not"
    assert ended.when("tolly", write()).code is None


def test_one_who_only_watches_does_not_write():
    template = room("safety-grid").template
    assert "contribute" not in template.role("observer").powers
    assert grid().when("juno", write()).code == "may_not"


def secret():
    return grid().when("ivo", write("Pip told Ivo where he hides.")).ok().when("ivo", write(FIRST, 1)).ok()


def test_words_that_should_not_be_there_are_taken_back_for_good_and_the_mark_stays():
    cleared = secret().when("ivo", ClearImpactVersion(PIP, 1, "Pip asked us not to.")).ok()
    said = statement(cleared)
    assert said.text == FIRST
    assert (said.earlier[0].text, said.earlier[0].by, said.earlier[0].taken_back.why) == (
        "",
        attendee("ivo"),
        "Pip asked us not to.",
    )
    assert cleared.said[0].redacts == (statement(secret()).earlier[0].n,)


def test_the_words_that_stand_there_now_can_be_taken_back_too_and_written_anew():
    cleared = grid().when("ivo", write()).ok().when("ivo", ClearImpactVersion(PIP, 1)).ok()
    said = statement(cleared)
    assert (said.text, said.version, said.by) == ("", 1, attendee("ivo"))
    assert said.taken_back.by == attendee("ivo")
    again = statement(cleared.when("marla", write(SECOND, 1)).ok())
    assert (again.text, again.version, again.taken_back) == (SECOND, 2, None)
    assert again.earlier[0].taken_back.by == attendee("ivo")


def test_only_whoever_wrote_them_takes_words_back():
    for who in ("marla", "tolly", "ines"):
        assert secret().when(who, ClearImpactVersion(PIP, 1)).code == "not_yours"
    assert secret().when("ivo", ClearImpactVersion(PIP, 1)).code is None


def test_words_are_taken_back_once_and_only_where_there_are_some():
    cleared = secret().when("ivo", ClearImpactVersion(PIP, 1)).ok()
    assert cleared.when("ivo", ClearImpactVersion(PIP, 1)).code == "taken_back"
    assert cleared.when("ivo", ClearImpactVersion(PIP, 3)).code == "not_found"
    assert grid().when("ivo", ClearImpactVersion(PIP, 1)).code == "not_found"


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_log_without_the_redacted_words_tells_of_the_same_statement(version):
    start = room("safety-grid")
    outcomes = [given(start).when("ivo", write()).ok()]
    outcomes.append(outcomes[-1].when("marla", write(SECOND, 1)).ok())
    outcomes.append(outcomes[-1].when("kit", write("Mornings are hungry.", 2)).ok())
    writer = ("ivo", "marla", "kit")[version - 1]
    outcomes.append(outcomes[-1].when(writer, ClearImpactVersion(PIP, version, "A secret.")).ok())
    outcomes.append(outcomes[-1].when("nell", write("Mornings are hungry, and Nana is near.", 3)).ok())
    authors = ["ivo", "marla", "kit", writer, "nell"]
    gone = {n for one in outcomes for to in one.said for n in to.redacts}
    again, n = start, start.room.n
    for one, who in zip(outcomes, authors, strict=True):
        for to in one.said:
            n += 1
            if n not in gone:
                again, _ = replay.apply(again, to.stream, to.event, When(n, one.time, attendee(who)))
    assert again.room.get(ImpactStatement, PIP) == statement(outcomes[-1])
