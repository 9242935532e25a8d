"""The trigger check: answered by whoever chairs, for all the children or for one, never worked out."""

from meeting_server.domain.core_group.triggers import AnswerTrigger, TriggerAnswer
from meeting_server.domain.ending.checks import gaps
from tests.scenes.builders import given, person
from tests.scenes.core_group import SORREL, busy, core


def test_whoever_chairs_answers_and_nobody_else():
    said = given(core()).when("ines", AnswerTrigger("earlier_review", "unsure", "After the next weighing.")).ok()
    (one,) = said.meeting.room.each(TriggerAnswer)
    assert (one.trigger, one.child, one.answer) == ("earlier_review", None, "unsure")
    for who in ("tolly", "kit", "marla"):
        assert given(core()).when(who, AnswerTrigger("earlier_review", "no")).code == "may_not"


def test_a_yes_says_why_and_who_does_what():
    assert given(core()).when("ines", AnswerTrigger("strategy_discussion", "yes")).code == "say_why"
    said = given(core()).when("ines", AnswerTrigger("strategy_discussion", "yes", "A bruise. Kit rings today.", SORREL))
    assert said.ok().meeting.room.get(TriggerAnswer, f"strategy_discussion:{SORREL}") is not None


def test_answering_again_keeps_what_stood_before():
    said = busy().when("ines", AnswerTrigger("legal_advice", "yes", "The bail ends. Kit asks.")).ok()
    one = said.meeting.room.get(TriggerAnswer, "legal_advice:all")
    assert one is not None
    assert (one.answer, [was.answer for was in one.earlier]) == ("yes", ["no"])


def test_only_the_templates_questions_about_its_children_are_answered():
    assert given(core()).when("ines", AnswerTrigger("weather", "no")).code == "unknown_trigger"
    assert given(core()).when("ines", AnswerTrigger("legal_advice", "no", child=person("kit"))).code == "unknown_child"


def test_what_nobody_answered_is_missed_at_the_end():
    (gap,) = [gap for gap in gaps(busy().meeting) if gap.check == "triggers_unanswered"]
    assert gap.things == ("earlier_review", "strategy_discussion")
