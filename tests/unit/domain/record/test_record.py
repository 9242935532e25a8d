"""What a record says, and for whom."""

import json
from dataclasses import fields, replace

import pytest

from meeting_server.domain.deciding.ratings import RateDifferently, SetRating, ShowRating
from meeting_server.domain.ending.addenda import AddAddendum
from meeting_server.domain.ending.checks import gaps
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, Reason
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.agree_number import AgreeNumber
from meeting_server.domain.numbers.held_numbers import ReleaseNumber
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import HideNumbers, ShowNumbers
from meeting_server.domain.people.add_person import AddPerson
from meeting_server.domain.people.leave import RemoveAttendee
from meeting_server.domain.points.actions import AcceptAction, SetAction
from meeting_server.domain.points.items import AddItem, ChangeItem
from meeting_server.domain.points.move import MoveItem
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.take_back import TakeBackItem
from meeting_server.domain.points.views import AgreeItem, ConfirmWords, SeeDifferently, TakeBackView
from meeting_server.domain.reading import Asking, ChildPart, NumberGiven, Point
from meeting_server.domain.record.record import Record, record_from_json, record_json, record_of
from meeting_server.domain.refused import Refused
from tests.scenes.builders import Given, Outcome, attendee, given, new, person, room, without_device
from tests.scenes.points import childs_words, point, with_juniper

EVERYONE = ("everyone",)
DESK = ("everyone", "chairs_desk")
JUNIPER, PIP, SORREL = 0, 1, 2


def record(outcome: Outcome | Meeting, audiences: tuple[str, ...] = EVERYONE) -> Record:
    meeting = outcome if isinstance(outcome, Meeting) else outcome.ok().meeting
    return record_of(meeting, audiences)


def points(part: ChildPart) -> list[Point]:
    return [one for column in part.columns for category in column.categories for one in category.points]


def only(part: ChildPart) -> Point:
    (found,) = points(part)
    return found


def asked(meeting: Meeting | None = None, *children: str) -> Outcome:
    meeting = meeting or room()
    scale = meeting.template.scales[0].key
    wanted = tuple(person(one) for one in children or ("pip",))
    return given(meeting).when("ines", AskNumbers(new("round"), scale, wanted)).ok()


def number(value: int | None, child: str = "pip", **more) -> SaveNumber:
    answer = more.pop("answer", "number")
    return SaveNumber(new("round"), person(child), answer, value, **more)


def numbers(outcome: Outcome, audiences: tuple[str, ...] = EVERYONE, child: int = PIP) -> dict[str, NumberGiven]:
    return {one.who.name: one for one in record(outcome, audiences).parts[child].askings[0].numbers}


def ended(meeting: Meeting) -> Meeting:
    reasons = tuple(Reason(gap.check, f"Because of {gap.check}.") for gap in gaps(meeting))
    return given(meeting).when("ines", EndMeeting(reasons)).ok().meeting


def test_a_record_survives_json() -> None:
    said = (
        given(room())
        .when("kit", point(children=(person("pip"),)))
        .when("marla", SeeDifferently(new("v"), new("point"), "No."))
    )
    made = record(asked(said.meeting, "juniper", "pip").when("kit", number(3)).when("ines", ShowNumbers(new("round"))))
    assert record_from_json(record_json(made)) == made


def test_the_head_says_who_was_here_who_did_not_come_and_who_spoke_through_others() -> None:
    meeting = room(absent=("ivo",))
    said = given(meeting).when("tolly", point(speaker=person("dorran"))).ok()
    head = record(said).head
    assert "Ivo Stonewick" in [one.name for one in head.did_not_come]
    assert "Ivo Stonewick" not in [one.who.name for one in head.attended]
    assert [one.name for one in head.others] == ["Dorran Thistlewick"]
    ines = next(one for one in head.attended if one.who.name == "Ines Brackenshaw")
    assert (ines.who.role, ines.who.agency, ines.left_at) == ("Chair", "Social care", None)
    assert ines.joined_at is not None
    assert [one.name.split()[0] for one in head.children] == ["Juniper", "Pip", "Sorrel"]
    assert (head.state, head.audiences) == ("running", ("Everyone in the meeting",))


def test_why_somebody_was_removed_is_for_the_chairs_desk_alone() -> None:
    gone = given(room()).when("ines", RemoveAttendee(attendee("caspian"), "Shouted at Marla.")).ok()
    caspian = next(one for one in record(gone).head.attended if one.who.name.startswith("Caspian"))
    assert caspian.removed
    assert "Shouted" not in record_json(record(gone))
    assert "Shouted at Marla." in record_json(record(gone, DESK))


def test_a_childs_part_holds_nothing_about_another_child_alone() -> None:
    said = given(room()).when("ivo", point("a", "Pip was late again.", children=(person("pip"),)))
    said = said.when("ivo", point("b", "Juniper sings in the choir.", column="well", children=(person("juniper"),)))
    juniper, pip, sorrel = record(said).parts
    assert [one.text for one in points(juniper)] == ["Juniper sings in the choir."]
    assert [one.text for one in points(pip)] == ["Pip was late again."]
    assert points(sorrel) == []
    assert "Pip" not in json.dumps([one.text for one in points(juniper)])


def test_a_point_about_all_the_children_is_in_every_part_and_marked() -> None:
    said = given(room()).when("ivo", point("a", "The rent is late."))
    said = said.when(
        "ivo", point("b", "About each of them.", children=tuple(map(person, ("juniper", "pip", "sorrel"))))
    )
    for part in record(said).parts:
        assert [(one.text, one.about) for one in points(part)] == [
            ("The rent is late.", "all"),
            ("About each of them.", "all"),
        ]


def test_a_point_about_two_children_is_in_both_parts_without_naming_the_other() -> None:
    both = (person("juniper"), person("pip"))
    parts = record(given(room()).when("ivo", point("a", "Odile fetched them.", children=both))).parts
    for part in parts[:2]:
        assert (only(part).about, only(part).others) == ("several", 1)
    assert points(parts[SORREL]) == []
    assert "Juniper" not in json.dumps([[column.label for column in parts[PIP].columns], str(only(parts[PIP]))])


def test_a_childs_own_points_stand_before_the_shared_ones() -> None:
    said = given(room()).when("ivo", point("a", "All of them."))
    said = said.when("ivo", point("b", "Two of them.", children=(person("juniper"), person("pip"))))
    said = said.when("ivo", point("c", "Pip alone.", children=(person("pip"),)))
    assert [one.text for one in points(record(said).parts[PIP])] == ["Pip alone.", "Two of them.", "All of them."]


def test_a_link_never_quotes_what_is_about_another_child_only() -> None:
    danger = point("danger", "Sorrel could become ill.", category="danger", children=(person("sorrel"),))
    goal = point("goal", "Somebody sober is there.", "next", category="goal", answers=new("danger"))
    said = given(room()).when("nell", danger).when("kit", goal)
    parts = record(said).parts
    links = [next(one for one in points(part) if one.answers).answers for part in parts]
    assert [(one.text, one.missing) for one in links if one] == [
        ("", "elsewhere"), ("", "elsewhere"), ("Sorrel could become ill.", ""),
    ]  # fmt: skip
    assert "become ill" not in json.dumps([str(parts[JUNIPER]), str(parts[PIP])])


def test_a_point_says_who_said_it_who_typed_it_and_how_we_know() -> None:
    said = AddItem(
        new("p"), "worries", "I lose it when I drink.", category="harder", speaker=person("dorran"), basis="said",
        source="Told Kit", when="9 March", exact=True,
    )  # fmt: skip
    made = only(record(given(room()).when("kit", said)).parts[PIP])
    assert (made.who.name, made.recorded_by and made.recorded_by.name) == ("Dorran Thistlewick", "Kit Farrowden")
    assert (made.basis, made.source, made.when) == ("Someone says so, not proved", "Told Kit", "9 March")
    assert made.exact
    own = only(record(given(room()).when("marla", point())).parts[PIP])
    assert own.recorded_by is None
    assert own.who.side == "family"


def test_agreement_is_named_and_never_counted() -> None:
    said = (
        given(room()).when("kit", point()).when("marla", AgreeItem(new("point"))).when("ivo", AgreeItem(new("point")))
    )
    made = only(record(said).parts[PIP])
    assert [one.who.name for one in made.agreed_by] == ["Marla Quillfeather", "Ivo Stonewick"]
    counting = [one.name for one in fields(Point) + fields(Asking) if "count" in one.name or "average" in one.name]
    assert counting == []


def test_not_what_i_said_is_in_the_record() -> None:
    typed = given(room()).when("tolly", point(speaker=person("marla"))).ok()
    assert only(record(typed).parts[PIP]).confirmed == "waiting"
    assert only(record(typed.when("marla", ConfirmWords(new("point"), False))).parts[PIP]).confirmed == "no"
    assert only(record(typed.when("marla", ConfirmWords(new("point"), True))).parts[PIP]).confirmed == "yes"


def test_who_typed_an_agreement_and_an_acceptance_and_who_withdrew_it_stand_in_the_record() -> None:
    said = given(without_device(room(), "odile")).when("kit", point("a", "Weigh her each week.", "next"))
    said = said.when("tolly", AgreeItem(new("a"), person=person("odile"))).when("ivo", AgreeItem(new("a")))
    said = said.when("ivo", AgreeItem(new("a"), agrees=False)).when("kit", SetAction(new("a"), (person("odile"),)))
    (made,) = record(said.when("tolly", AcceptAction(new("a"), person("odile")))).parts[PIP].actions
    odile, ivo = made.agreed_by
    assert (odile.typed_by and odile.typed_by.name, odile.withdrawn_at) == ("Tolly Merriweather", None)
    assert (ivo.typed_by, ivo.withdrawn_at is not None) == (None, True)
    assert made.task is not None
    (owner,) = made.task.owners
    assert owner.typed_by is not None
    assert owner.typed_by.name == "Tolly Merriweather"


def test_different_views_stand_beside_their_point_with_who_typed_them() -> None:
    said = given(room()).when("kit", point())
    said = said.when("tolly", SeeDifferently(new("a"), new("point"), "It was an accident.", person("dorran"), "Letter"))
    said = said.when("marla", SeeDifferently(new("b"), new("point"), "He was only tired."))
    said = said.when("marla", TakeBackView(new("b"), "I said it in anger."))
    first, second = only(record(said).parts[PIP]).views
    assert (first.who.name, first.text) == ("Dorran Thistlewick", "It was an accident.")
    assert first.recorded_by is not None
    assert first.recorded_by.name == "Tolly Merriweather"
    assert second.text == ""
    assert second.taken_back is not None
    assert second.taken_back.why == "I said it in anger."


def test_a_good_thing_that_became_safety_keeps_where_it_stood() -> None:
    said = given(room()).when("kit", point(column="well", category="strength"))
    said = said.when("kit", MoveItem(new("point"), "well", "safety"))
    (column,) = [one for one in record(said).parts[PIP].columns if one.categories]
    (moved,) = column.categories[0].points[0].moved
    assert column.categories[0].label == "Safety"
    assert column.categories[0].meaning.startswith("what keeps Pip")
    assert (moved.column, moved.category, moved.by.name) == ("What's working well?", "Good things", "Kit Farrowden")


def test_a_point_moved_from_a_sibling_does_not_say_which() -> None:
    said = given(room()).when("kit", point(children=(person("juniper"),)))
    said = said.when("kit", MoveItem(new("point"), "worries", children=(person("pip"),)))
    parts = record(said).parts
    assert points(parts[JUNIPER]) == []
    assert only(parts[PIP]).moved[0].about_other
    assert "Juniper" not in str(only(parts[PIP]))


def test_words_put_right_say_by_whom() -> None:
    said = given(room()).when("kit", point(speaker=person("marla")))
    said = said.when("tolly", ChangeItem(new("point"), 1, "He was asleep."))
    made = only(record(said).parts[PIP])
    assert made.text == "He was asleep."
    assert made.changed is not None
    assert made.changed.by.name == "Tolly Merriweather"


def test_what_was_taken_back_leaves_a_mark_and_no_word() -> None:
    said = (
        given(room())
        .when("marla", point(text="He never did that."))
        .when("marla", TakeBackItem(new("point"), "I was wrong."))
    )
    made = record(said)
    mark = only(made.parts[PIP]).taken_back
    assert mark is not None
    assert (mark.by.name, mark.why) == ("Marla Quillfeather", "I was wrong.")
    assert "never did" not in record_json(made)


def test_a_childs_words_are_in_the_record_once_they_are_safe_to_show() -> None:
    said = given(room()).when("tamsin", childs_words(exact=True)).ok()
    assert points(record(said).parts[PIP]) == []
    assert only(record(said, DESK).parts[PIP]).held
    shown = said.when("ines", ReleaseItem(new("words"), new("shown"))).ok()
    for audiences in (EVERYONE, DESK):
        made = only(record(shown, audiences).parts[PIP])
        assert (made.held, made.obtained, made.who.side) == (False, "By drawing, or the Three Houses", "child")
    back = shown.when("ines", TakeBackItem(new("shown"))).ok()
    for audiences in (EVERYONE, DESK):
        assert only(record(back, audiences).parts[PIP]).taken_back
    assert "airing cupboard" not in record_json(record(back, DESK))


def test_what_is_said_to_fewer_people_changes_no_letter_of_everyones_record() -> None:
    quiet = asked(with_juniper(), "juniper", "pip").ok()
    loud = quiet.when("tamsin", childs_words()).ok()
    loud = loud.when("ines", SetRating(new("r"), person("pip"), "red", "Not yet said aloud.", "Ring Kit.")).ok()
    loud = loud.when("kit", number(3, reason="Only I know this.")).ok()
    before, after = (record_json(record(one)) for one in (quiet, loud))
    assert before == after
    assert record_json(record(loud, DESK)) != record_json(record(quiet, DESK))


def test_sealed_numbers_are_in_no_record() -> None:
    sealed = asked().when("kit", number(3, reason="The day bail ends.")).ok()
    for audiences in (EVERYONE, DESK, ("everyone", "professionals", "chairs_desk")):
        asking = record(sealed, audiences).parts[PIP].askings[0]
        assert (asking.state, asking.numbers) == ("asked", ())
    assert "bail" not in record_json(record(sealed, DESK))
    shown = sealed.when("ines", ShowNumbers(new("round")))
    assert numbers(shown)["Kit Farrowden"].reason == "The day bail ends."


def test_every_number_stands_with_its_name_and_reason_beside_what_was_agreed() -> None:
    said = asked().when("marla", number(7, reason="Locks changed.")).when("rowan", number(2))
    said = said.when("nell", number(None, answer="dont_know")).when("ivo", number(None, answer="rather_not"))
    said = Given(without_device(said.meeting, "odile"), said.time).when("tolly", number(5, person=person("odile")))
    said = said.when("ines", ShowNumbers(new("round"))).when(
        "ines", AgreeNumber(new("round"), person("pip"), False, text="Five apart.")
    )
    found = numbers(said)
    answers = {name.split()[0]: (one.answer, one.value) for name, one in found.items()}
    assert answers == {
        "Marla": ("number", 7), "Odile": ("number", 5), "Ivo": ("rather_not", None), "Nell": ("dont_know", None),
        "PC": ("number", 2),
    }  # fmt: skip
    odile = found["Odile Quillfeather"]
    assert odile.recorded_by is not None
    assert odile.recorded_by.name == "Tolly Merriweather"
    asking = record(said).parts[PIP].askings[0]
    assert asking.agreed is not None
    assert (asking.agreed.agrees, asking.agreed.text) == (False, "Five apart.")
    assert asking.question == "How safe is Pip Quillfeather today?"
    assert (asking.left, "Pip Quillfeather" in asking.ten) == (0, True)


def test_of_the_family_nobody_is_named_for_giving_no_number() -> None:
    said = asked().when("marla", number(None, answer="rather_not", reason="Not with him here."))
    said = said.when("caspian", number(None, answer="dont_know")).when("nell", number(None, answer="dont_know"))
    said = said.when("ines", ShowNumbers(new("round"))).when("caspian", number(4))
    for audiences in (EVERYONE, DESK, ("everyone", "professionals", "chairs_desk")):
        found = record(said, audiences)
        asking = found.parts[PIP].askings[0]
        assert [(one.who.name.split()[0], one.value) for one in asking.numbers] == [("Caspian", 4), ("Nell", None)]
        assert asking.numbers[0].earlier == ()
        assert asking.some_gave_none
        assert "Not with him here." not in record_json(found)


def test_late_numbers_and_those_changed_after_talk_are_marked_and_earlier_ones_kept() -> None:
    said = asked().when("marla", number(7, reason="Locks.")).when("ines", ShowNumbers(new("round")))
    said = said.when("caspian", number(8)).when("marla", number(6, reason="I didn't know."))
    found = numbers(said)
    assert found["Caspian Underhollow"].late
    marla = found["Marla Quillfeather"]
    assert (marla.value, marla.late) == (6, False)
    assert [(one.value, one.reason) for one in marla.earlier] == [(7, "Locks.")]


def test_hidden_numbers_are_in_the_record() -> None:
    said = (
        asked().when("kit", number(3)).when("ines", ShowNumbers(new("round"))).when("ines", HideNumbers(new("round")))
    )
    assert record(said).parts[PIP].askings[0].state == "hidden"
    assert numbers(said)["Kit Farrowden"].value == 3


def test_a_childs_own_number_waits_for_the_chair_before_the_record_has_it() -> None:
    said = (
        asked(with_juniper(), "juniper")
        .when("juniper", number(4, "juniper"))
        .when("ines", ShowNumbers(new("round")))
        .ok()
    )
    assert numbers(said, child=JUNIPER) == {}
    assert numbers(said, DESK, JUNIPER)["Juniper Quillfeather"].held
    id = f"{new('round')}:{person('juniper')}:{person('juniper')}"
    shown = said.when("ines", ReleaseNumber(id))
    for audiences in (EVERYONE, DESK):
        assert not numbers(shown, audiences, JUNIPER)["Juniper Quillfeather"].held


def test_a_number_is_in_the_part_of_the_child_it_is_about() -> None:
    said = asked(None, "juniper", "pip").when("kit", number(3, "pip")).when("ines", ShowNumbers(new("round")))
    juniper, pip, sorrel = record(said).parts
    assert [len(part.askings) for part in (juniper, pip, sorrel)] == [1, 1, 0]
    assert (len(juniper.askings[0].numbers), len(pip.askings[0].numbers)) == (0, 1)


def test_the_grids_line_keeps_ten_at_the_left() -> None:
    asking = record(asked(room("safety-grid"))).parts[PIP].askings[0]
    assert (asking.left, asking.sample) == (10, True)


def test_earlier_ratings_that_were_shown_are_kept_with_different_views() -> None:
    pip = person("pip")
    said = given(room()).when("ines", SetRating(new("a"), pip, "red", "He hides.", "A plan that holds."))
    said = said.when("ines", ShowRating(new("a")))
    said = said.when("ivo", RateDifferently(new("v"), new("a"), "School is safe.", "amber"))
    said = said.when("ines", SetRating(new("b"), pip, "amber", "Some of it is better.", "Four calm weeks.")).ok()
    part = record(said).parts[PIP].rating
    assert part is not None
    assert [(one.label, one.current) for one in part.tries] == [("Red", True)]
    both = record(said, DESK).parts[PIP].rating
    assert both is not None
    assert [(one.label, one.current, one.shown) for one in both.tries] == [("Red", False, True), ("Amber", True, False)]
    shown = record(said.when("ines", ShowRating(new("b")))).parts[PIP].rating
    assert shown is not None
    first, second = shown.tries
    assert (first.current, second.current, second.better) == (False, True, "Four calm weeks.")
    (view,) = first.views
    assert (view.who.name, view.label, view.reason) == ("Ivo Stonewick", "Amber", "School is safe.")


def test_an_action_says_who_by_when_how_we_know_and_what_if_not() -> None:
    said = given(room()).when("kit", point("a", "Weigh her each week.", "next", children=(person("sorrel"),)))
    said = said.when(
        "kit", SetAction(new("a"), (person("nell"), person("marla")), "2026-04-30", "She gains.", "Same-day doctor.")
    )
    said = said.when("nell", AcceptAction(new("a")))
    juniper, _, sorrel = record(said).parts
    assert juniper.actions == ()
    assert points(sorrel) == []
    assert [column.as_actions for column in sorrel.columns] == [0, 0, 1]
    (action,) = sorrel.actions
    assert action.task is not None
    assert (action.task.by, action.task.measure, action.task.if_not) == ("2026-04-30", "She gains.", "Same-day doctor.")
    assert [(one.who.name, one.accepted) for one in action.task.owners] == [
        ("Nell Ashgrove", True), ("Marla Quillfeather", False),
    ]  # fmt: skip


def test_a_draft_says_what_was_open_and_a_finished_record_takes_addenda() -> None:
    meeting = ended(given(room()).when("kit", point()).ok().meeting)
    draft = record(meeting)
    assert draft.head.state == "draft"
    assert draft.head.open_checks
    assert all(
        one.reason.startswith("Because of") and one.by.name == "Ines Brackenshaw" for one in draft.head.open_checks
    )
    finished = given(meeting).when("ines", FinishMeeting("FINISH"))
    added = AddAddendum(new("add"), "The dates were wrong way round.", "Marla rang.", person("marla"))
    made = record(finished.when("ines", added))
    assert made.head.state == "finished"
    (one,) = made.addenda
    assert (one.text, one.reason, one.who.name) == (
        "The dates were wrong way round.",
        "Marla rang.",
        "Marla Quillfeather",
    )
    assert one.recorded_by is not None
    assert made.parts == draft.parts


def test_a_meeting_that_names_no_child_has_one_part_for_the_family() -> None:
    alone = room(only=("ines", "tolly", "kit", "marla"))
    (part,) = record(given(alone).when("kit", point())).parts
    assert (part.child.name, only(part).about) == ("The family", "child")


def test_a_person_named_in_the_meeting_speaks_with_their_relationship() -> None:
    said = given(room()).when("tolly", AddPerson(new("aunt"), "Aunt Wren", "Marla's sister"))
    said = said.when("tolly", point(speaker=new("aunt")))
    who = only(record(said).parts[PIP]).who
    assert (who.name, who.relationship, who.side) == ("Aunt Wren", "Marla's sister", "family")


@pytest.mark.parametrize("audiences", [(), ("own",), ("own:" + new("attendee:kit"),), ("everyone", "nobody")])
def test_there_is_no_record_of_an_own_stream_or_for_a_made_up_audience(audiences: tuple[str, ...]) -> None:
    with pytest.raises(Refused) as refused:
        record_of(room(), audiences)
    assert refused.value.code == "unknown_audience"


def test_the_heading_speaks_of_several_children_as_the_children() -> None:
    meeting = room()
    meeting = replace(meeting, template=replace(meeting.template, heading="Thinking about {child}"))

    assert record_of(meeting, ("everyone",)).head.heading == "Thinking about the children"


def test_the_record_of_the_family_has_each_point_and_action_once_with_the_children_it_is_about():
    said = given(room()).when("ivo", point("a", "Odile fetched them.", children=(person("juniper"), person("pip"))))
    said = said.when("ivo", point("b", "All of them.", children=())).when(
        "ivo", point("c", "Pip.", children=(person("pip"),))
    )
    said = said.when("kit", point("d", "A walk.", "next", children=(person("pip"),)))
    said = said.when("kit", SetAction(new("d"), (person("kit"),), "2026-04-01", "He walks.", ""))
    whole = record(said)
    shared = [one for column in whole.shared for category in column.categories for one in category.points]
    assert [(one.text, one.children) for one in shared] == [
        ("Odile fetched them.", ("Juniper Quillfeather", "Pip Quillfeather")), ("All of them.", ()),
    ]  # fmt: skip
    assert [(one.text, one.children) for one in whole.plan] == [("A walk.", ("Pip Quillfeather",))]
    in_parts = {one.text: one.ref for part in whole.parts for one in points(part)}
    assert len(set(in_parts.values())) == len(in_parts)
    assert all(in_parts[one.text] == one.ref for one in shared)
    assert not any(one.children for part in whole.parts for one in points(part))
