"""Meetings that staff make and keep on their pages, with forms alone, and who may see what of them."""

import io
import re
import zipfile
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from icalendar import Calendar

from tests.scenes.door import ends
from tests.scenes.staff_pages import FORM, NAMES, TOMORROW, links, look, makes, words
from tests.scenes.staffroom import NAME, Staff, forms_of, on_the_board


def test_a_meeting_made_by_the_form_has_everything_that_was_typed(asha):
    path = makes(asha, **{"person-2-name": "Dorran Quillfeather", "person-2-relationship": "Dad",
                          "person-2-role": "spoken-of", "person-2-agency": ""})  # fmt: skip
    says = words(asha.page)
    for expected in ("First conference", "2:30pm", "Room 4, Station Road", "Family FAM 20741", "Wren, 11", NAME,
                     "Marla Quillfeather Mum of Wren, Parent or carer, Family", "Only spoken of Dorran Quillfeather, Dad",
                     "Tolly Merriweather Minute-taker, Social care", "Not started"):  # fmt: skip
        assert expected in says, expected
    assert path in asha.get("/meetings").text
    title = re.search("<title>(.*?)</title>", asha.get(path).text)[1]
    assert not any(name in title for name in NAMES)


def test_the_same_form_sent_twice_makes_one_meeting(asha):
    asha.get("/meetings/new?template=three-column-map")
    fields = {**next(fields for at, fields in forms_of(asha.page) if at == "/meetings/new"), **FORM, "do": "make"}
    first, second = asha.post("/meetings/new", fields), asha.post("/meetings/new", fields)
    assert first.headers["Location"] == second.headers["Location"]


def test_another_persons_form_id_gives_nothing(asha, bel):
    path = makes(asha)
    bel.get("/meetings/new?template=three-column-map")
    fields = next(fields for at, fields in forms_of(bel.page) if at == "/meetings/new")
    answer = bel.post("/meetings/new", {**fields, **FORM, "chair": "", "id": path.rpartition("/")[2], "do": "make"})
    assert "Choose who chairs the meeting." in answer.text
    answer = bel.post("/meetings/new", {**fields, **FORM, "id": path.rpartition("/")[2], "do": "make"})
    assert answer.status_code == 404


def test_a_chair_chosen_by_somebody_else_finds_the_meeting_and_alone_may_open_it(asha, bel):
    asha.get("/meetings/new?template=three-column-map")
    chair = re.search(r'<option value="([0-9a-f-]{36})">Bel Otherside</option>', asha.page)[1]
    path = makes(asha, chair=chair)
    assert "Open as chair" not in asha.page
    token = {"form": forms_of(asha.page)[0][1]["form"]}
    assert asha.post(path, {**token, "do": "open"}).status_code == 404
    assert "Open as chair" in bel.get(path).text
    opened = bel.press("open", path)
    assert "/chair/" in opened.url


def test_a_meeting_of_somebody_else_is_the_same_404_as_none(council, asha, bel):
    path = makes(asha)
    room = council.rooms[0]
    token = {"form": forms_of(bel.get("/meetings").text)[0][1]["form"]}
    for tail in ("", "/meeting.ics", "/record.docx", "/workbook.docx"):
        answers = {
            (answer.status_code, answer.text)
            for where in (path, f"/meetings/{room.id}", "/meetings/00000000-0000-4000-8000-000000000000", "/meetings/x")
            for answer in [bel.get(where + tail)]
        }
        assert len(answers) == 1
        assert answers.pop()[0] == 404
    for do in ("open", "links", "add", "link-x", "stop-x", "x"):
        assert bel.post(path, {**token, "do": do}).status_code == 404


def test_somebody_added_later_is_invited_once_and_those_in_the_room_hear_of_it(council, asha):
    path = makes(asha)
    chair = on_the_board(asha, asha.press("open", path).url)
    asha.get(path)
    later = {"person-name": "Odile Quillfeather", "person-relationship": "Gran", "person-role": "network",
             "person-agency": "family"}  # fmt: skip
    fields = {**next(fields for at, fields in forms_of(asha.page) if "once" in fields), **later, "do": "add"}
    for _ in range(2):
        assert asha.post(path, fields).status_code == 303
    assert asha.get(path).text.count("<h3>Odile Quillfeather</h3>") == 1
    chair.until(lambda: any(one["name"] == "Odile Quillfeather" for one in chair.things("people").values()))
    chair.close()
    wrong = asha.press("add", path, **{**later, "person-role": "", "person-name": "Kept <b>"})
    assert "Choose a role" in wrong.text
    assert 'value="Kept &lt;b&gt;"' in wrong.text


@pytest.mark.parametrize("role", ["chair", "big_screen", "child_attending", "no_such_role"])
def test_nobody_is_invited_as_chair_screen_or_child(asha, role):
    path = makes(asha)
    later = {"person-name": "Somebody", "person-role": role, "person-agency": "family"}
    assert "Choose a role" in asha.press("add", path, **later).text
    assert "<h3>Somebody</h3>" not in asha.get(path).text


def test_the_calendar_file_says_when_and_where_and_nothing_about_whom(asha):
    path = makes(asha)
    answer = asha.get(f"{path}/meeting.ics")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="meeting.ics"'
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert str(event["summary"]) == "Meeting"
    assert str(event["location"]) == "Room 4, Station Road"
    starts = event.decoded("dtstart")
    assert starts.astimezone(UTC) == starts
    assert path.rpartition("/")[2] not in answer.text
    for word in (*NAMES, NAME, "20741", "conference", "child", "map"):
        assert word.lower() not in answer.text.lower()
    assert answer.content == asha.get(f"{path}/meeting.ics").content
    assert datetime.fromisoformat(TOMORROW.isoformat()).date() == starts.date()


def test_once_the_meeting_has_ended_its_links_are_dead_and_the_chair_comes_back_to_the_draft_and_the_locked_record(
    council, asha
):
    path = makes(asha)
    assert asha.get(f"{path}/record.docx").status_code == 404
    shown = asha.get(path) and asha.press("links", path).text
    link = next(iter(links(shown).values()))
    fields = next(fields for at, fields in forms_of(shown) if any(name.startswith("since-") for name in fields))
    asha.get(path)
    first = on_the_board(asha, asha.press("open", path).url)
    first.ok("open_meeting")
    ends(first)
    first.close()
    assert look(council, link) == 410
    assert asha.post(path, {**fields, "do": "links"}).status_code == 409
    assert (
        asha.post(
            path, {**fields, "do": next(name.replace("since", "link") for name in fields if "since" in name)}
        ).status_code
        == 409
    )
    assert "Make a new link" not in asha.get(path).text
    assert "Add somebody" not in asha.page
    # Another browser of hers, the next morning.
    again = Staff(council.url)
    again.sign_in()
    again.get(path)
    draft = on_the_board(again, again.press("open", path).url)
    assert draft.snapshots[-1]["state"] == "in"
    draft.ok("finish_meeting", typed="FINISH")
    draft.close()
    # And a week later, with something to add.
    week = Staff(council.url)
    week.sign_in()
    assert "Open as chair" in week.get("/meetings").text
    week.get(path)
    locked = on_the_board(week, week.press("open", path).url)
    locked.ok("add_addendum", addendum=str(uuid4()), text="The clinic was on Tuesday.", reason="A date was wrong.")
    assert not locked.send("add_item", {"item": str(uuid4()), "text": "More.", "column": "worries"})["ok"]
    locked.close()
    with zipfile.ZipFile(io.BytesIO(asha.get(f"{path}/record.docx").content)) as parts:
        assert "word/document.xml" in parts.namelist()
