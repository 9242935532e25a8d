"""The staff's pages over real HTTP, with forms alone: signing in, making a meeting, links, and who may see what."""

import io
import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
import requests
from icalendar import Calendar

from tests.served import Served, digest, make_rooms
from tests.staffroom import EMAIL, NAME, PASSWORD, Staff, forms_of, make_account, on_the_board
from tests.stores import dump, rows
from tests.wire import Wire, let_in

OTHER = "bel@council.example"
NAMES = ("Wren", "Marla Quillfeather", "Tolly Merriweather", "Dorran Quillfeather", "Mum of Wren")
TOMORROW = date.today() + timedelta(days=1)
FORM = {
    "reference": "fam  20741", "occasion": "First conference", "day": str(TOMORROW.day), "month": str(TOMORROW.month),
    "year": str(TOMORROW.year), "starts": "2.30pm", "place": "Room 4, Station Road", "setting": "both", "family": "yes",
    "chair_agency": "social_care", "child-0-name": "Wren", "child-0-age": "11",
    "person-0-name": "Marla Quillfeather", "person-0-relationship": "Mum of Wren", "person-0-role": "parent",
    "person-0-agency": "family", "person-1-name": "Tolly Merriweather", "person-1-role": "minute_taker",
    "person-1-agency": "social_care",
}  # fmt: skip


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    """A server with two accounts and a meeting that neither made."""
    data_dir = tmp_path_factory.mktemp("council")
    make_account(data_dir)
    make_account(data_dir, "Bel Otherside", OTHER, PASSWORD)
    served = Served(data_dir)
    served.rooms = make_rooms(data_dir, 1)
    served.start()
    yield served
    assert served.stop() == 0
    assert "Traceback" not in served.log, served.log
    for word in (*NAMES, PASSWORD, EMAIL, "FAM 20741"):
        assert word not in served.log


@pytest.fixture(scope="module")
def both(council):
    """The two of them, signed in once for all tests: each sign-in costs a tenth of a second and a try."""
    asha, bel = Staff(council.url), Staff(council.url)
    asha.sign_in()
    bel.sign_in(OTHER)
    return asha, bel


@pytest.fixture
def asha(both):
    return both[0]


@pytest.fixture
def bel(both):
    return both[1]


def makes(staff, **more):
    """A meeting, made by the form: its path."""
    staff.get("/meetings/new?template=three-column-map")
    answer = staff.press("make", "/meetings/new", **{**FORM, **more})
    assert re.fullmatch(r"/meetings/[0-9a-f-]{36}", answer.url.removeprefix(staff.url)), answer.text
    return answer.url.removeprefix(staff.url)


def links(page):
    """The links a page shows, by attendee."""
    return dict(re.findall(r'<code id="link-([0-9a-f-]{36})">([^<]+)</code>', page))


def words(page):
    """What a page says."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


# ---- Signing in ----


def test_who_signs_in_comes_to_their_meetings_with_a_cookie_no_script_or_other_site_can_use(council):
    staff = Staff(council.url)
    answer = staff.sign_in()
    assert answer.status_code == 303
    assert "My meetings" in staff.page
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("staff=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert "Max-Age" not in cookie


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(council):
    staff = Staff(council.url)
    answers = {
        (answer.status_code, answer.text.replace(email, ""))
        for email in (EMAIL, "nobody@council.example")
        for answer in [staff.sign_in(email, "not the password")]
    }
    assert len(answers) == 1
    assert "The email address or the password is not right." in answers.pop()[1]
    assert not staff.http.cookies


def test_whoever_is_not_signed_in_is_sent_to_sign_in_and_comes_back(council, asha):
    path = makes(asha)
    stranger = Staff(council.url)
    answer = stranger.get(path)
    assert "Staff sign-in" in answer.text
    assert not any(name in answer.text for name in NAMES)
    assert stranger.http.get(council.url + path, allow_redirects=False).headers["Location"] == f"/sign-in?next={path}"
    (form,) = [fields for at, fields in forms_of(stranger.page) if at == "/sign-in"]
    sent = stranger.post("/sign-in", {**form, "email": EMAIL, "password": PASSWORD})
    assert sent.headers["Location"] == path
    assert "Marla Quillfeather" in stranger.get(path).text


@pytest.mark.parametrize(
    "path", ["https://evil.example/", "//evil.example", "/board/x", "/meetings/../x", "", "/meetings/new?x"]
)
def test_signing_in_leads_to_no_place_but_ours(both, council, path):
    stranger = Staff(council.url)
    page = stranger.get("/sign-in?next=" + requests.utils.quote(path, safe="")).text
    assert forms_of(page)[0][1]["next"] == "/meetings"


def test_signing_out_ends_the_session_and_the_board_that_was_opened_by_it(council):
    staff = Staff(council.url)
    staff.sign_in()
    path = makes(staff)
    board = staff.press("open", path)
    assert "/chair/" in board.url
    chair = on_the_board(staff, board.url)
    cookie = staff.http.cookies.get("staff")
    staff.get("/meetings")
    token = next(fields for at, fields in forms_of(staff.page) if at == "/sign-out")
    out = staff.post("/sign-out", token)
    assert out.headers["Location"] == "/sign-in?out"
    chair.until(lambda: chair.goodbye, 5)
    assert chair.goodbye == "signed_out"
    chair.close()
    staff.http.cookies.set("staff", cookie)
    assert "Staff sign-in" in staff.get("/meetings").text
    assert staff.http.get(board.url).status_code == 404


# ---- Forms from elsewhere, and forms that come too late ----


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": ""}, {"Content-Type": "application/json"},
     {"Content-Type": "text/plain"}],
)  # fmt: skip
def test_a_form_of_another_site_does_nothing(council, asha, headers):
    path = makes(asha)
    token = {"form": forms_of(asha.page)[0][1]["form"]}
    before = digest(council.data_dir, without=("read_log", "staff_sessions"))
    for where, fields in (
        ("/sign-in", {"email": EMAIL, "password": PASSWORD}), ("/meetings/new", {**FORM, "template": "three-column-map"}),
        (path, {"do": "links"}), ("/sign-out", {}),
    ):  # fmt: skip
        answer = asha.post(where, {**token, **fields}, **headers)
        assert answer.status_code == 400
        assert "Set-Cookie" not in answer.headers
    assert digest(council.data_dir, without=("read_log", "staff_sessions")) == before
    assert "My meetings" in asha.get("/meetings").text


def test_a_form_without_its_token_is_kept_and_does_nothing(council, asha):
    path = makes(asha)
    before = digest(council.data_dir, without=("read_log", "staff_sessions"))
    for token in ({}, {"form": "0" * 64}):
        answer = asha.post(path, {**token, "do": "add", "person-name": "Kept Person"})
        assert answer.status_code == 403
        assert 'value="Kept Person"' in answer.text
    assert digest(council.data_dir, without=("read_log", "staff_sessions")) == before


def test_what_was_typed_outlasts_the_session_and_is_sent_after_signing_in(council):
    staff = Staff(council.url)
    staff.sign_in()
    staff.get("/meetings/new?template=three-column-map")
    fields = {**next(fields for at, fields in forms_of(staff.page) if at == "/meetings/new"), **FORM, "do": "make"}
    del staff.http.cookies["staff"]
    late = staff.post("/meetings/new", fields)
    assert late.status_code == 403
    assert "What you typed is kept." in late.text
    (form,) = [fields for at, fields in forms_of(late.text) if at == "/sign-in"]
    wrong = staff.post("/sign-in", {**form, "email": EMAIL, "password": "wrong"})
    (form,) = [fields for at, fields in forms_of(wrong.text) if at == "/sign-in"]
    again = staff.post("/sign-in", {**form, "email": EMAIL, "password": PASSWORD})
    assert "It has not been sent yet." in again.text
    (sent,) = [fields for at, fields in forms_of(again.text) if at == "/meetings/new"]
    made = staff.post("/meetings/new", sent)
    assert made.status_code == 303
    assert "Marla Quillfeather" in staff.get(made.headers["Location"]).text


def test_no_get_of_a_staff_page_changes_anything(council, asha):
    path = makes(asha)
    before = digest(council.data_dir, without=("read_log", "staff_sessions"))
    for where in ("/sign-in", "/meetings", "/meetings/new", "/meetings/new?template=safety-grid", path,
                  f"{path}/meeting.ics", f"{path}/record.docx", f"{path}/workbook.docx", "/sign-out"):  # fmt: skip
        assert asha.get(where).status_code in (200, 404, 405), where
    assert digest(council.data_dir, without=("read_log", "staff_sessions")) == before


# ---- Making a meeting ----


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


# ---- Links ----


def test_links_are_made_for_those_who_have_none_and_shown_once(council, asha):
    path = makes(asha)
    made = asha.press("links", path)
    shown = links(made.text)
    assert len(shown) == 2
    assert "Send each to its person now" in words(made.text)
    assert made.text.count('class="qr"') == 2
    assert not links(asha.get(path).text)
    assert "Link made at" in words(asha.page)
    for link in shown.values():
        assert link.startswith(council.url + "/join#")
        assert link.partition("#")[2] not in dump(council.data_dir)
    again = asha.press("links", path)
    assert not links(again.text)


def test_a_page_loaded_again_makes_no_second_links_of_those_just_sent_round(council, asha):
    path = makes(asha)
    fields = next(fields for at, fields in forms_of(asha.page) if "since-" in str(fields))
    marla = next(name.removeprefix("since-") for name in fields if name.startswith("since-"))
    first = asha.post(path, {**fields, "do": f"link-{marla}"})
    link = links(first.text)[marla]
    reloaded = asha.post(path, {**fields, "do": f"link-{marla}"})
    assert reloaded.status_code == 409
    assert "These links were made before" in reloaded.text
    assert look(council, link) == 200
    asha.get(path)
    newer = links(asha.press(f"link-{marla}", path).text)[marla]
    assert look(council, link) == 403
    assert look(council, newer) == 200
    asha.get(path)
    asha.press(f"stop-{marla}", path)
    assert look(council, newer) == 403
    assert "No link yet." in words(asha.page)


def look(council, link):
    """What opening a link answers."""
    return requests.post(f"{council.url}/join/look", json={"token": link.partition("#")[2]},
                         headers={"Origin": council.url}, timeout=10).status_code  # fmt: skip


def test_the_chair_has_no_link_and_none_can_be_made(council, asha):
    path = makes(asha)
    asha.press("links", path)
    meeting = path.rpartition("/")[2]
    ((chair,),) = rows(council.data_dir, "SELECT attendee FROM meeting_accounts WHERE meeting = :id", id=meeting)
    made = {
        one for (one,) in rows(council.data_dir, "SELECT attendee FROM invitations WHERE meeting = :id", id=meeting)
    }
    assert chair not in made
    assert len(made) == 2
    token = {"form": forms_of(asha.page)[0][1]["form"]}
    for do in (f"link-{chair}", f"stop-{chair}", "link-00000000-0000-4000-8000-000000000000"):
        assert asha.post(path, {**token, "do": do}).status_code == 404


def test_a_guest_comes_by_their_link_and_the_chair_who_signed_in_lets_them_in(council, asha):
    path = makes(asha)
    shown = asha.press("links", path).text
    marla = next(link for id, link in links(shown).items() if "for Marla Quillfeather" in shown.split(id)[1][:200])
    asha.get(path)
    chair = on_the_board(asha, asha.press("open", path).url)
    assert chair.snapshots[-1]["you"]["role"] == "chair"
    guest = Wire(council.url, marla, "Marla Quillfeather")
    guest.connect()
    chair.ok("open_meeting")
    let_in(chair, guest)
    assert guest.snapshots[-1]["state"] == "in"
    assert "Open now" in words(asha.get("/meetings").text)
    guest.close()
    chair.close()


def test_who_has_finished_preparing_is_on_the_chairs_page_and_on_no_one_elses(council, asha, bel):
    bel.get("/meetings/new?template=three-column-map")
    chair = re.search(r'<option value="([0-9a-f-]{36})">Asha Chairperson</option>', bel.page)[1]
    path = makes(bel, chair=chair)
    shown = bel.press("links", path).text
    link = next(link for id, link in links(shown).items() if "for Marla Quillfeather" in shown.split(id)[1][:200])
    asha.get(path)
    assert "Has finished preparing." not in words(asha.page)
    at_desk = on_the_board(asha, asha.press("open", path).url)
    marla = Wire(council.url, link, "Marla Quillfeather")
    marla.connect()
    let_in(at_desk, marla)
    marla.ok("finish_preparing", finished=True)
    assert "Has finished preparing." in words(asha.get(path).text)
    assert "finished preparing" not in words(bel.get(path).text)
    marla.close()
    at_desk.close()


# ---- Somebody more, and the calendar ----


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
    gaps = first.send("end_meeting")["error"]["fields"]
    first.ok("end_meeting", reasons=[{"check": check, "reason": "Not today."} for check in gaps])
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
