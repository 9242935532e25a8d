"""Meetings that staff make and keep on their pages, with forms alone, and who may see what of them."""

import io
import re
import zipfile
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from icalendar import Calendar

from tests.scenes.door import ends
from tests.scenes.staff_pages import FORM, NAMES, TOMORROW, links, look, makes, said_by, token, words
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


def test_a_meeting_is_changed_by_its_form_and_its_page_says_whom_to_tell(council, asha):
    path = makes(asha)
    link = next(iter(links(asha.get(path) and asha.press("links", path).text).values()))
    asha.get(f"{path}/change")
    says = words(asha.press("make", f"{path}/change", starts="4pm", **{"person-0-name": "Marla Reed"}).text)
    for expected in ("4:00pm", "Marla Reed", "Whom to tell", "The meeting is now on", "Questions? Ring"):
        assert expected in says, expected
    assert "Marla Quillfeather" not in says
    told = re.findall(r'value="(told-[^"]+)"', asha.page)
    assert len(told) == 2
    for do in told:
        asha.press(do, path)
    assert "Whom to tell" not in asha.get(path).text
    assert look(council, link) == 200


def test_of_two_who_change_a_meeting_the_second_is_told_and_loses_nothing(asha):
    path = makes(asha)
    asha.get(f"{path}/change")
    fields = {**next(fields for at, fields in forms_of(asha.page) if at.endswith("/change")), "do": "make"}
    assert asha.post(f"{path}/change", {**fields, "starts": "4pm"}).status_code == 303
    again = asha.post(f"{path}/change", {**fields, "id": str(uuid4()), "place": "The annexe"})
    assert again.status_code == 409
    assert "Somebody else has changed this meeting" in again.text
    assert 'value="The annexe"' in again.text


def test_a_cancelled_meeting_answers_410_with_whom_to_ring_and_can_be_put_back(council, asha):
    path = makes(asha, contact="Asha", number="01632 960001")
    link = next(iter(links(asha.get(path) and asha.press("links", path).text).values()))
    board = on_the_board(asha, asha.get(path) and asha.press("open", path).url)
    assert "Say why the meeting is cancelled." in (asha.get(path) and asha.press("cancel", path).text)
    says = words(asha.press("cancel", path, because="not_needed").text)
    assert "Will not take place" in says
    assert "Your link does not work any more" in says
    board.until(lambda: board.goodbye == "cancelled")
    assert look(council, link) == 410
    assert "Ring Asha, 01632 960001." in said_by(council, link)
    assert asha.post(path, {**token(asha), "do": "links"}).status_code == 409
    assert asha.get(f"{path}/change").url.endswith(path)
    assert "Open as chair" not in asha.page
    asha.press("back", path)
    assert look(council, link) == 200
    assert "takes place after all" in words(asha.get(path).text)


def test_a_letter_has_no_link_and_names_nobody_but_its_reader(asha):
    path = makes(asha)
    asha.get(path)
    link = next(iter(links(asha.press("links", path).text).values()))
    page = asha.get(f"{path}/letters").text
    papers = re.findall(r'<article class="paper".*?</article>', page, re.DOTALL)
    assert len(papers) == 2
    for paper in papers:
        reader = re.search("Dear ([^<]+),", paper)[1]
        assert not any(name in paper for name in (*NAMES, "Minute-taker", "Parent or carer") if name != reader)
        assert "/join" not in paper
    assert link not in page


def test_the_people_of_a_meeting_of_mine_are_taken_over_and_of_anothers_nothing_is_told(asha, bel):
    makes(asha, reference="FAM 777")
    asha.get("/meetings/new?template=three-column-map")
    page = asha.press("known", "/meetings/new", reference="fam 777").text
    assert 'value="Marla Quillfeather"' in page
    assert "3 people are taken over from your meeting of" in page
    says = set()
    for reference in ("fam 777", "fam 778", ""):
        bel.get("/meetings/new?template=three-column-map")
        page = bel.press("known", "/meetings/new", reference=reference).text
        assert "Marla" not in page
        says.add(re.search(r'<p class="notice"[^>]*>(.*?)</p>', page)[1])
    assert len(says) == 1


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
    name = f"FAM-20741_{TOMORROW.isoformat()}_three-column-map_meeting.ics"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
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
    file = asha.get(f"{path}/record.docx")
    name = f"FAM-20741_{TOMORROW.isoformat()}_three-column-map_record.docx"
    assert file.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    with zipfile.ZipFile(io.BytesIO(file.content)) as parts:
        said = parts.read("word/document.xml").decode()
    assert "FAM 20741" in said
    assert "Room 4, Station Road" in said
