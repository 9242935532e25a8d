"""The case over time: the conference of Thursday 19 March, locked; then the core group of Wednesday 1 April in
the same database, from what was agreed to the Word file, read back."""

import io
from collections.abc import Iterator
from uuid import uuid4

import docx
import pytest

from meeting_server.documents import docx_of
from meeting_server.domain.agenda.stage_notes import NoteStage
from meeting_server.domain.audiences import ROOM
from meeting_server.domain.core_group.agency_updates import GiveUpdate
from meeting_server.domain.core_group.triggers import AnswerTrigger
from meeting_server.domain.core_group.visits import NoteVisit
from meeting_server.domain.deciding.ratings import SetRating, ShowRating
from meeting_server.domain.earlier.bring_forward import BringAsking, BringForward, BringPoint
from meeting_server.domain.ending.checks import gaps
from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.minute_taking import HandMinutes
from meeting_server.domain.points.items import Item
from meeting_server.domain.points.progress import NoteProgress
from meeting_server.domain.points.provenance import Difference
from meeting_server.domain.reading import ChildPart
from meeting_server.domain.record.record import Record, record_of
from meeting_server.services.staff_meetings import CHAIR
from meeting_server.storage.verify import verify
from tests.scenes.family_story import HELD, PRIVATE, Family, family_in

GAIN, STRENGTH = "Two weigh-ins, 120 g and 140 g up.", "She has the strength to cry for food."
ROTA, SEEN, SCHOOL = "The list was there at both visits.", "Held and fed by Odile.", "Pip was late once in eight days."


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Family, str, str]]:
    """The family after both meetings: the conference's id and the core group's, which is over and locked."""
    with family_in(tmp_path_factory.mktemp("family")) as family:
        conference = family.conference()
        core = family.core_group()
        the_core_group(family, core)
        yield family, conference, core


def the_core_group(family: Family, id: str) -> None:
    """Practice 4.4 in its order; Kit chairs, and hands the minutes to Saffron."""
    sorrel = family.person(id, "Sorrel")
    brings_forward(family, id)
    family.do(id, CHAIR, OpenMeeting(), HandMinutes(family.attendee(id, "Saffron")))
    family.do(id, "saffron", NoteStage("seen", 0, "Each child was seen."))
    family.do(id, CHAIR, NoteVisit(str(uuid4()), sorrel, "2026-03-27", "no", "yes", "At home", SEEN))
    weigh, rota = action(family, id, "Weigh Sorrel"), action(family, id, "A list on the fridge")
    family.do(id, "marla", NoteProgress(weigh, "partly", "I went both times."))
    odile = family.person(id, "Odile")
    family.do(id, "nell", NoteProgress(weigh, "partly", GAIN, (Difference(sorrel, STRENGTH),), (odile,)))
    family.do(id, "odile", NoteProgress(rota, "done", ROTA))
    family.do(id, "ivo", GiveUpdate(SCHOOL, family.person(id, "Pip")))
    family.do(id, "nell", GiveUpdate("Between the 9th and the 25th line.", sorrel))
    numbers_again(family, id, sorrel)
    family.do(id, CHAIR, AnswerTrigger("earlier_review", "no", "The plan is in use."))
    family.do(id, CHAIR, AnswerTrigger("legal_advice", "yes", "Bail ends on 30 April. Kit asks this week."))
    rating = str(uuid4())
    family.do(id, CHAIR, SetRating(rating, sorrel, "amber", "She gains each week.", "Four gains in a row."))
    family.do(id, CHAIR, ShowRating(rating))
    family.locked(id, CHAIR)


def brings_forward(family: Family, id: str) -> None:
    """Everything open, the numbers, and the ratings that were shown."""
    family.says_who_is_who(id)
    earlier = family.earlier(id)
    abouts = {one.about for one in earlier.askings}
    wanted = (one for one in earlier.points if one.what != "worry" or one.id in abouts)
    points = tuple(BringPoint(one.id, str(uuid4())) for one in wanted)
    askings = tuple(BringAsking(one.id, one.child) for one in earlier.askings)
    ratings = tuple(one.child for one in earlier.ratings if one.child)
    family.do(id, CHAIR, BringForward(earlier.id, points, askings, ratings))


def numbers_again(family: Family, id: str, child: str) -> None:
    """The conference's question about who feeds Sorrel, asked again about the same danger with the same ends."""
    asked = str(uuid4())
    before = next(one for one in family.earlier(id).askings if "feeds Sorrel" in one.zero)
    everyone = family.meeting(id).room
    danger = next(one.id for one in everyone.each(Item) if one.came and one.came.thing == before.about)
    family.do(id, CHAIR, AskNumbers(asked, "safety", (child,), danger, before.ten, before.zero))
    for who, value in (("nell", 4), ("marla", 6)):
        family.do(id, who, SaveNumber(asked, child, "number", value))
    family.do(id, CHAIR, ShowNumbers(asked))


def action(family: Family, id: str, begins: str) -> str:
    """The id of an action on this board by how it begins."""
    return next(one.id for one in family.meeting(id).room.each(Item) if one.action and one.text.startswith(begins))


def record(told: tuple[Family, str, str]) -> Record:
    family, _, core = told
    return record_of(family.meeting(core), (ROOM,))


def part(told: tuple[Family, str, str], name: str) -> ChildPart:
    return next(one for one in record(told).parts if one.child.name.startswith(name))


def words(told: tuple[Family, str, str]) -> str:
    """All that the Word file says, its tables too."""
    document = docx.Document(io.BytesIO(docx_of(record(told))))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_all_ten_actions_of_the_conference_come_with_their_days_and_owners(told):
    family, _, core = told
    brought = [one for one in family.meeting(core).room.each(Item) if one.came and one.action]
    assert len(brought) == 10
    assert all(one.column == "plan" and one.action and one.action.by for one in brought)
    weigh = family.meeting(core).room.get(Item, action(family, core, "Weigh Sorrel"))
    assert weigh is not None
    assert weigh.came is not None
    assert (weigh.came.occasion, weigh.came.date) == ("First conference", "2026-03-19")


def test_the_word_file_says_how_the_plan_is_coming_along(told):
    said = words(told)
    for one in (
        "Core group", "From the First conference of 19 March 2026 (Three-column map)", "◐ Partly", "● Done", GAIN,
        STRENGTH, ROTA, "Who looks after it:", "Odile Quillfeather",
    ):  # fmt: skip
        assert one in said, one


def test_the_word_file_says_who_saw_the_children_and_which_update_did_not_come(told):
    said = words(told)
    for one in (
        "Who has seen Sorrel",
        "27 March 2026",
        "Not announced",
        "Seen alone",
        SEEN,
        SCHOOL,
        "Update not received.",
    ):
        assert one in said, one
    assert "no concerns" not in said.casefold()
    assert "Nobody has said that they saw this child since the last meeting." in said


def test_the_word_file_has_the_trigger_check_and_the_minutes(told):
    said = words(told)
    for one in ("Is legal advice needed?", "Bail ends on 30 April. Kit asks this week.", "The plan is in use.",
                "Saffron Pellwood", "took the minutes"):  # fmt: skip
        assert one in said, one


def test_the_numbers_of_both_meetings_are_one_line_with_gaps(told):
    trends = part(told, "Sorrel").trends
    (trend,) = [one for one in trends if any(day.today for day in one.days)]
    assert len(trends) == 2, "each danger has ends of its own, and so a line of its own"
    table = {one.who.name: [answer and answer.value for answer in one.answers] for one in trend.strands}
    assert [day.date for day in trend.days] == ["2026-03-19", "2026-04-01"]
    assert table["Nell Ashgrove"][1] == 4
    assert table["Nell Ashgrove"][0] is not None
    assert table["Kit Farrowden"][1] is None, "whoever gave no number today has a gap"


def test_the_conferences_rating_stands_beside_the_core_groups(told):
    sorrel = part(told, "Sorrel")
    assert sorrel.rating is not None
    assert sorrel.rating.tries[-1].colour == "amber"
    assert [one.came.date for one in sorrel.rated_before] == ["2026-03-19"]


def test_nothing_about_sorrel_is_in_the_others_parts(told):
    for name in ("Juniper", "Pip"):
        text = repr(part(told, name))
        for one in (GAIN, STRENGTH, SEEN, ROTA, "Between the 9th"):
            assert one not in text


def test_what_the_room_of_the_conference_was_not_told_is_nowhere_in_the_core_groups_log(told):
    family, conference, core = told
    assert HELD in repr(family.meeting(conference).desk)
    for words in (HELD, PRIVATE):
        assert words not in repr(family.meeting(core).boards)


def test_the_two_logs_verify_and_neither_meeting_is_open(told):
    family, conference, core = told
    for id in (conference, core):
        assert family.meeting(id).state == "finished"
        with family.live.database.reading() as connection:
            assert verify(connection, id).wrong == ()
    assert any(gap.check == "updates_missing" for gap in gaps(family.meeting(core)))
