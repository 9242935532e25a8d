"""What the record of a case supervision says of the adults of the family: in a part of its own, nobody's view merged."""

import html
from functools import cache

import pytest

from meeting_server.documents import docx_of, html_of, pdf_of
from meeting_server.domain.deciding.ratings import RateDifferently
from meeting_server.domain.earlier.bring_forward import BringForward
from meeting_server.domain.reading import AdultPart
from meeting_server.domain.record.record import Record, record_from_json, record_json, record_of
from meeting_server.domain.supervision.adult_views import ClearAdultView, ViewAdult
from meeting_server.domain.supervision.behaviours import TakeBackBehaviour
from tests.scenes.builders import Given, Outcome, new, person, room, without_device
from tests.scenes.earlier import then
from tests.scenes.points import point
from tests.scenes.supervision import DORRAN, DRINK, MARLA, OFF, RANG, busy, drink, next_one, rated, supervision


def record(said: Outcome) -> Record:
    return record_of(said.ok().meeting, ("everyone",))


@cache
def told() -> Outcome:
    said = busy().when("bex", drink("relapse", why="Back to every night.")).ok()
    said = Given(without_device(said.meeting, "zara"), said.time)
    typed = said.when("tolly", ViewAdult("agreed", DORRAN, "no", quote=OFF, person=person("zara"))).ok()
    return typed.when("kit", ViewAdult("engaged", MARLA, "partly")).ok()


def adult(name: str, said: Outcome | None = None) -> AdultPart:
    return next(one for one in record(said or told()).adults if one.adult.name.startswith(name))


def test_differing_views_of_one_behaviour_stand_side_by_side_with_the_models_words() -> None:
    (ready,) = [one for one in adult("Marla").asked if one.behaviour == "Alcohol"]
    assert [(one.who.name, one.answer) for one in ready.views] == [
        ("Bex Hollowell", "Back to the old way (relapse)"), ("Kit Farrowden", "In two minds (contemplation)"),
    ]  # fmt: skip


def test_a_lapse_is_told_apart_from_the_old_way_again_and_what_was_seen_before_stays() -> None:
    bex = adult("Marla").asked[0].views[0]
    (was,) = bex.earlier
    assert (bex.lapse, was.lapse) == ("", "A lapse: one step back, not the old way")
    assert (was.answer, was.quote, was.talk) == ("Doing it (action)", RANG, "Taking steps: I did")


def test_a_question_of_every_time_that_nobody_answered_stands_there_unanswered() -> None:
    asked = {one.question: [view.answer for view in one.views] for one in adult("Dorran").asked}
    assert len(asked) == 2
    assert asked["Does Dorran Thistlewick agree with the plan?"] == ["No"]
    assert asked["Is Dorran Thistlewick engaged?"] == []


def test_who_typed_a_view_and_whose_words_it_quotes_are_named() -> None:
    agreed = next(one for one in adult("Dorran").asked if one.views)
    typist = agreed.views[0].recorded_by
    assert typist is not None
    assert typist.name.startswith("Tolly")
    assert {one.name.split()[0] for one in record(told()).head.others} == {"Marla", "Dorran"}


def test_nothing_of_it_is_in_a_childs_part() -> None:
    page = html_of(record(told())).decode()
    assert page.index("The family as a whole") < page.index(RANG)
    assert page.count(RANG) == 1


@pytest.mark.parametrize("make", [html_of, docx_of, pdf_of])
def test_every_paper_is_made(make) -> None:
    assert record_from_json(record_json(record(told()))) == record(told())
    assert len(make(record(told()))) > 1000


def test_the_page_quotes_exact_words_and_says_that_nobody_has_said() -> None:
    page = html_of(record(told())).decode()
    for words in (
        f"“{OFF}”",
        "Exact words:",
        "Nobody has said.",
        "Back to the old way (relapse)",
        "Ready to change? Alcohol",
    ):
        assert words in page, words


def test_words_taken_back_are_in_neither_paper() -> None:
    said = told().when("bex", ClearAdultView("ready", MARLA, DRINK)).ok()
    said = said.when("kit", TakeBackBehaviour(DRINK)).ok()
    text = record_json(record(said))
    for words in (RANG, "Back to every night.", "9 of 10 sessions.", "Ready to change? Alcohol"):
        assert words not in text
    assert "Alcohol" not in repr(record(said).adults)
    assert "Back to the old way (relapse)" in text, "who chose which answer stays"


def test_a_meeting_that_does_not_ask_has_no_such_part() -> None:
    assert record_of(room(), ("everyone",)).adults == ()
    assert len(record_of(supervision(), ("everyone",)).adults) > 1


@cache
def rated_again() -> Record:
    """The family was red before and is amber now; Zara sees it differently; the manager gave advice."""
    said = next_one().when("ines", BringForward(then(new("meeting")), family_rating=True)).ok()
    said = rated(said).when("zara", RateDifferently(new("view"), new("rating"), "A breach on Sunday.", "red")).ok()
    said = said.when("ines", point("advice", "Hold a strategy discussion.", "advice", children=(person("pip"),))).ok()
    return record(said.when("kit", point("next", "Weigh Sorrel.", "next")).ok())


def test_the_familys_rating_stands_once_with_what_it_was_before_and_in_no_childs_part() -> None:
    page = html.unescape(html_of(rated_again()).decode())
    was = "was ▲ Red (19 March 2026, First conference), now ◆ Amber"
    assert page.count(was) == 1
    assert page.rindex("What was decided") < page.index(was) < page.rindex("Who does what, by when")
    assert "No rating was shown" not in page
    assert "A breach on Sunday." in page
    assert all(part.rating is None and not part.rated_before for part in rated_again().parts)
    assert record_from_json(record_json(rated_again())) == rated_again()
    assert len(docx_of(rated_again())) > 1000


def test_a_supervision_that_rated_nobody_says_so_once_of_the_family() -> None:
    page = html_of(record_of(supervision(), ("everyone",))).decode()
    assert page.count("No rating was shown.") == 1


def test_the_managers_advice_is_marked_as_hers_and_no_other_point_is() -> None:
    page = html.unescape(html_of(rated_again()).decode())
    assert page.count("Manager's advice:") == 1
    assert page.index("Manager's advice:") < page.index("Hold a strategy discussion.")
    marks = {point.text: point.mark for part in rated_again().parts for column in part.columns
             for category in column.categories for point in category.points}  # fmt: skip
    assert marks == {"Hold a strategy discussion.": "Manager's advice", "Weigh Sorrel.": ""}
