"""What happens in the room around the points: who came, what was noted, decided and read back, as the record says it."""

import json
from dataclasses import replace

from meeting_server.domain.agenda.pause import PauseMeeting, ResumeMeeting
from meeting_server.domain.audiences import DESK, ROOM, To
from meeting_server.domain.deciding.agency_views import GiveAgencyView
from meeting_server.domain.kinds import plain
from meeting_server.domain.people.add_person import PersonAdded
from meeting_server.domain.people.attendance import AttendanceStated, AttendeeInvited
from meeting_server.domain.people.chair_controls import NameDeputy
from meeting_server.domain.people.lobby import DeviceArrived
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.people.requests import AskToType, SayLeaving
from meeting_server.domain.people.take_controls import TakeControls
from meeting_server.domain.points.hold_points import HoldPoints
from meeting_server.domain.points.private_writing import StartPrivateWriting
from meeting_server.domain.points.read_back import ReadBack
from meeting_server.domain.points.write_privately import WritePrivately
from meeting_server.domain.reading import ChildPart, Point
from meeting_server.domain.record.record import Record, record_from_json, record_json, record_of
from tests.scenes.builders import after, attendee, device, given, new, person, room, templates, without_device
from tests.scenes.points import point
from tests.scenes.record import full

WHOLE_DESK = ("everyone", "professionals", "chairs_desk")
JUNIPER, PIP, SORREL = 0, 1, 2


def record(audiences: tuple[str, ...] = (ROOM,)) -> Record:
    return record_of(full(), audiences)


def part(child: int) -> ChildPart:
    return record().parts[child]


def named(text: str, child: int = PIP) -> Point:
    found = [one for column in part(child).columns for within in column.categories for one in within.points]
    return next(one for one in found if one.text == text)


def said(thing: object) -> str:
    return json.dumps(plain(thing), ensure_ascii=False)


def test_the_record_with_one_of_everything_survives_json() -> None:
    assert record_from_json(record_json(record())) == record()


def test_people_are_listed_agency_by_agency_and_those_without_a_device_say_so() -> None:
    agencies = [one.who.agency for one in record().head.attended]
    assert [agencies.count(one) for one in dict.fromkeys(agencies)] == [
        sum(1 for _ in group) for group in _runs(agencies)
    ]
    without = {one.who.name: one.device for one in record().head.attended if not one.device}
    assert without == {"Odile Quillfeather": False}


def _runs(agencies: list[str]) -> list[list[str]]:
    runs: list[list[str]] = []
    for one in agencies:
        if runs and runs[-1][0] == one:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def test_apologies_are_apart_from_those_who_did_not_come() -> None:
    head = record().head
    assert [one.name for one in head.apologies] == ["Bex Hollowell"]
    assert [one.name for one in head.did_not_come] == ["Caspian Underhollow"]
    assert {"Bex Hollowell", "Caspian Underhollow"}.isdisjoint(one.who.name for one in head.attended)


def test_reports_say_whether_they_came_and_whether_the_family_saw_them() -> None:
    reports = {one.who.name: (one.state, one.family_saw) for one in record().head.reports}
    assert reports == {"Nell Ashgrove": ("received", "yes"), "Ivo Stonewick": ("late", "no")}


def test_the_big_screen_is_nobody() -> None:
    meeting = after(room(), [To(ROOM, PersonAdded(new("s"), False, "Big screen", "", "", None))])
    screen = next(one for one in meeting.template.roles if one.screen == "projector")
    meeting = after(
        meeting,
        [
            To(ROOM, AttendeeInvited(new("screen"), new("s"), screen.key, meeting.template.agencies[0].key)),
            To(DESK, DeviceArrived(device("screen"), new("screen"), "computer", False, False)),
            To(ROOM, AttendanceStated(new("screen"), "here")),
        ],
    )
    assert find_attendee(meeting, new("screen"))
    assert record_json(record_of(meeting, (ROOM,))) == record_json(record_of(room(), (ROOM,)))


def test_pauses_are_times_and_nothing_else() -> None:
    pauses = record().head.pauses
    assert len(pauses) == 2
    assert all(one.to_at is not None and one.to_at > one.from_at for one in pauses)
    paused = [
        given(room()).when(who, PauseMeeting()).when("ines", ResumeMeeting()).ok().meeting
        for who in ("marla", "kit", "ines")
    ]
    assert len({record_json(record_of(one, WHOLE_DESK)) for one in paused}) == 1


def test_what_was_noted_stands_in_the_order_of_the_agenda_and_what_was_cleared_is_gone() -> None:
    notes = record().head.notes
    assert [(one.label, one.text) for one in notes] == [
        ("Welcome, and who is who", "Everyone said who they are."),
        ("What we are worried about", "The centiles were read out."),
    ]
    assert notes[0].by.name == "Tolly Merriweather"
    assert "To be cleared" not in record_json(record())


def test_the_statement_about_a_child_says_who_wrote_it_and_who_before() -> None:
    impact = part(PIP).impact
    assert impact is not None
    assert impact.by is not None
    assert (impact.text, impact.by.name) == ("For Pip, loud voices mean hiding. School feels safe.", "Ivo Stonewick")
    assert [(one.by.name, bool(one.taken_back)) for one in impact.earlier] == [
        ("Kit Farrowden", True), ("Nell Ashgrove", False),
    ]  # fmt: skip
    assert "secret" not in record_json(record())
    juniper = part(JUNIPER).impact
    assert juniper is not None
    assert (juniper.text, juniper.by) == ("", None)


def test_the_column_a_statement_heads_is_there_once_it_has_points_of_its_own() -> None:
    grid = room("safety-grid")
    heads = [column.key for column in grid.template.columns]
    impact = heads.index("impact")
    (first, *_) = record_of(grid, (ROOM,)).parts
    assert len(first.columns) == len(heads) - 1
    written = given(grid).when("kit", point(column="impact", text="She listens at night.")).ok().meeting
    (first, *_) = record_of(written, (ROOM,)).parts
    assert first.columns[impact].categories[0].points[0].text == "She listens at night."


def test_a_danger_names_its_goals_and_one_without_says_so() -> None:
    answered = {one.danger.text: [goal.text for goal in one.goals] for one in part(PIP).dangers}
    assert answered["Pip could be hurt."] == ["Nobody is frightened at home."]
    # Only a good thing helps with this one, and a good thing is no goal.
    assert answered["Pip could lose school."] == []


def test_a_goal_about_another_child_answers_without_a_word_of_it() -> None:
    (shared,) = [one for one in part(PIP).dangers if one.danger.text == "The children could go hungry."]
    assert [(one.text, one.label, one.missing) for one in shared.goals] == [("", "", "elsewhere")]
    (own,) = part(SORREL).dangers
    assert [one.text for one in own.goals] == ["Sorrel is fed on the chart."]
    assert "chart" not in said([part(JUNIPER), part(PIP)])
    assert "could be hurt" not in said([part(JUNIPER), part(SORREL)])


def test_good_things_say_which_worry_they_help_with_once_anybody_linked_one() -> None:
    helps = {one.good.text: one.worry.text if one.worry else None for one in part(PIP).good}
    assert helps == {"Nana fetches Pip.": "Pip could lose school.", "Pip sings.": None}
    assert part(SORREL).good == ()


def test_words_read_back_carry_the_answer_and_when_it_was_given() -> None:
    nana, nights = named("I cannot do every night."), named("I can do four nights.")
    assert (nana.confirmed, nights.confirmed) == ("yes", "no")
    assert nana.read_back_at
    assert nights.read_back_at
    assert nights.read_back_at > nana.read_back_at
    assert named("Pip hides.").read_back_at is None


def test_a_point_in_another_language_says_which() -> None:
    welsh = named("Mae Pip yn hapus yn yr ysgol.")
    assert (welsh.lang, welsh.language) == ("cy", "Welsh")
    assert (named("Pip hides.").lang, named("Pip hides.").language) == ("", "")


def test_every_answer_to_the_question_stands_with_why_and_what_stood_before() -> None:
    deciding = part(PIP).deciding
    assert deciding is not None
    assert deciding.question.startswith("Is Pip Quillfeather suffering")
    (ivo,) = deciding.answers
    (dorran,) = deciding.family_answers
    assert deciding.family_question == "Do you agree that Pip Quillfeather needs a plan by several agencies?"
    assert (ivo.who.name, dorran.who.name) == ("Ivo Stonewick", "Dorran Thistlewick")
    assert (ivo.answer, ivo.why, ivo.recorded_by) == ("No", "School can hold this.", None)
    assert [(one.answer, one.why) for one in ivo.earlier] == [("Yes", "He is frightened.")]
    assert dorran.recorded_by is not None
    assert dorran.recorded_by.name == "Tolly Merriweather"
    assert "Dorran Thistlewick" in [one.name for one in record().head.others]


def test_where_the_family_is_asked_in_the_same_words_all_answers_stand_together_the_agencies_first() -> None:
    template = templates()["three-column-map"]
    assert template.decision
    same = room(replace(template, decision=replace(template.decision, family_question="", family_answers=())))
    asked = (
        given(same)
        .when("marla", GiveAgencyView(person("pip"), "no"))
        .when("rowan", GiveAgencyView(person("pip"), "yes"))
    )
    deciding = (
        record_of(asked.when("nell", GiveAgencyView(person("pip"), "yes")).ok().meeting, (ROOM,)).parts[PIP].deciding
    )
    assert deciding is not None
    assert [one.who.name for one in deciding.answers] == ["Nell Ashgrove", "PC Rowan Glasspool", "Marla Quillfeather"]
    assert (deciding.family_question, deciding.family_answers) == ("", ())


def test_somebody_elsewhere_who_only_answered_is_named_among_those_elsewhere() -> None:
    sent = GiveAgencyView(person("pip"), "no", "It was once.", person("dorran"), "Letter")
    asked = given(room()).when("tolly", sent).ok()
    assert [one.name for one in record_of(asked.meeting, (ROOM,)).head.others] == ["Dorran Thistlewick"]


def test_a_decision_stands_with_its_reasons_and_the_earlier_one_is_kept() -> None:
    deciding = part(PIP).deciding
    assert deciding is not None
    assert deciding.decided is not None
    now = deciding.decided
    assert (now.outcome, now.kind, now.by.name) == ("Child protection plan", "Emotional harm", "Ines Brackenshaw")
    assert (now.reasons, now.family_view) == ("Three agencies saw him hide.", "Marla accepts it for Pip.")
    assert now.wishes == "Marla wished to wait. There was no time."
    assert [(one.outcome, one.kind, one.reasons) for one in deciding.earlier] == [
        ("Child in need plan or family help", "", "First thoughts.")
    ]
    juniper = part(JUNIPER).deciding
    assert juniper is not None
    assert juniper.decided is None


def test_dissent_is_formal_or_noted_and_named() -> None:
    deciding = part(PIP).deciding
    assert deciding is not None
    found = {one.who.name: (one.formal, one.why) for one in deciding.dissents}
    assert found == {
        "Ivo Stonewick": (True, "A plan in need would do."), "Marla Quillfeather": (False, "He is fine with me."),
    }  # fmt: skip


def test_a_childs_part_holds_nothing_decided_or_written_for_another_child() -> None:
    pips = ("Three agencies", "First thoughts", "School can hold", "plan in need", "loud voices", "frightened at home")
    for child in (JUNIPER, SORREL):
        assert not any(words in said(part(child)) for words in pips)
    assert "not growing" not in said([part(JUNIPER), part(PIP)])


def test_who_chaired_and_when_a_deputy_had_the_controls() -> None:
    begun = given(room()).when("ines", NameDeputy(attendee("saffron"))).when("saffron", TakeControls()).ok()
    begun = begun.when("ines", TakeControls()).ok()
    head = record_of(begun.meeting, (ROOM,)).head
    assert [one.name for one in head.chairs] == ["Ines Brackenshaw"]
    (deputy,) = head.deputies
    assert deputy.who.name == "Saffron Pellwood"
    assert deputy.to_at == deputy.from_at + 60_000
    again = begun.when("saffron", TakeControls()).ok()
    (_, now) = record_of(again.meeting, (ROOM,)).head.deputies
    assert now.to_at is None


def test_requests_private_writing_and_points_that_wait_change_no_letter_of_everyones_record() -> None:
    started = given(full()).when("ines", HoldPoints(True)).ok()
    before = record_json(record_of(started.meeting, (ROOM,)))
    quiet = started.when("marla", AskToType()).when("ivo", SayLeaving("11:00")).ok()
    quiet = quiet.when("marla", WritePrivately(new("mine"), "worries", "Nobody may read this.")).ok()
    quiet = quiet.when("nell", point("held", "Not yet for the room.")).ok()
    assert record_json(record_of(quiet.meeting, (ROOM,))) == before
    desk = record_json(record_of(quiet.meeting, WHOLE_DESK))
    assert "Not yet for the room." in desk
    assert "Nobody may read this." not in desk
    assert "11:00" not in desk


def test_what_is_written_in_a_private_writing_is_in_no_record() -> None:
    started = given(full()).when("ines", StartPrivateWriting(new("round"), None)).ok()
    before = record_json(record_of(started.meeting, WHOLE_DESK))
    quiet = started.when("nell", point("apart", "Only mine for now.")).ok()
    assert record_json(record_of(quiet.meeting, WHOLE_DESK)) == before


def test_words_of_somebody_without_a_device_are_read_back_on_the_chairs_desk_too() -> None:
    aloud = given(without_device(room(), "marla"))
    typed = aloud.when("tolly", point("one", "I lose it.", speaker=person("marla"))).ok()
    back = typed.when("tolly", ReadBack(new("one"), right=True)).ok()
    for audiences in ((ROOM,), WHOLE_DESK):
        found = record_of(back.meeting, audiences).parts[PIP].columns
        (one,) = [one for column in found for within in column.categories for one in within.points]
        assert one.read_back_at is not None
