"""The pages of a sitting over real HTTP: made by forms, each account sees its own, and one family at a time."""

import re
from datetime import date, timedelta

import pytest

from tests.scenes.sitting_day import CHILDREN, FAMILIES, REFERENCES, ends, team_of, two_families
from tests.scenes.staffroom import PASSWORD, Staff, forms_of, on_the_board
from tests.servers.served import digest

TODAY = date.today()
NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    """A server, and a team of five who are signed in. Saffron manages it, Tolly takes the minutes, three are workers."""
    data_dir = tmp_path_factory.mktemp("team")
    found = team_of(data_dir)
    yield found
    assert found.served.stop() == 0
    log = found.served.log
    assert "Traceback" not in log, log
    for word in (*REFERENCES, *CHILDREN):
        assert word not in log


@pytest.fixture
def day(team):
    """A sitting of today with two families: Kit and Bex are in the first, Bex and Zephyr in the second. Its path."""
    return two_families(team)


def words(page):
    """What a page says."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).replace("&#39;", "'")


def meetings_on(page):
    """The families of a page, in its order."""
    return list(dict.fromkeys(re.findall(r'value="go-([0-9a-f-]{36})"', page)))


def anything_of(family, page):
    """Words of this family that stand in the bytes of a page."""
    reference, children, people, _, _ = FAMILIES[family]
    return [word for word in (reference, *children, *people) if word in page]


def opens(team, path, meeting):
    """The team manager opens a family by its confirm page: the page after."""
    team.saffron.get(f"{path}/open/{meeting}")
    return team.saffron.press("open", f"{path}/open/{meeting}")


# ---- Making one ----


def test_a_sitting_made_by_the_form_is_listed_with_its_day_and_nobodys_family(team, day):
    says = words(team.saffron.get("/sittings").text)
    for expected in ("Today", "9:30am, Room 4", "Team manager: Saffron Pellwood", "2 families"):
        assert expected in says, expected
    assert not any(reference in says for reference in REFERENCES)
    assert day in team.kit.get("/sittings").text


def test_the_same_form_sent_twice_makes_one_sitting(team):
    team.saffron.get("/sittings/new")
    (fields,) = [fields for at, fields in forms_of(team.saffron.page) if at == "/sittings/new"]
    typed = {**fields, **team.sitting(), "do": "make"}
    answers = [team.saffron.post("/sittings/new", typed).headers["Location"] for _ in range(2)]
    assert answers[0] == answers[1]
    stolen = team.kit.post("/sittings/new", {**typed, "form": team.token(team.kit)})
    assert stolen.status_code == 404


def test_a_form_with_something_wrong_comes_back_with_everything_that_was_typed(team, day):
    team.saffron.get("/sittings/new")
    answer = team.saffron.press("make", "/sittings/new", **{**team.sitting(), "minutes": "4"})
    assert "Give the minutes for each family as a number from 5 to 90." in words(answer.text)
    assert 'value="Room 4"' in answer.text
    team.saffron.get(f"{day}/add")
    answer = team.saffron.press("make", f"{day}/add", **{"reference": "KEPT 1", "child-0-name": "Wren", "setting": ""})
    assert "Say whether people meet in the room, online, or both." in words(answer.text)
    assert 'value="KEPT 1"' in answer.text
    assert 'value="Wren"' in answer.text


def test_rows_are_added_and_removed_by_the_forms_own_buttons(team, day):
    team.saffron.get(f"{day}/add")
    for what, first in (("child", "name"), ("worker", "account"), ("person", "name")):
        answer = team.saffron.press(f"add-{what}", f"{day}/add")
        assert re.search(rf'id="{what}-1-{first}"[^>]* autofocus', answer.text), what
        answer = team.saffron.press(f"remove-{what}-1", f"{day}/add")
        assert f'id="{what}-1-{first}"' not in answer.text
        assert re.search(rf'id="add-{what}"[^>]* autofocus', answer.text), what


def test_workers_of_the_sitting_so_far_are_there_to_be_ticked(team, day):
    page = team.saffron.get(f"{day}/add").text
    for name in ("Kit Farrowden, Social worker", "Bex Hollowell, Recovery worker"):
        assert name in words(page)
    answer = team.saffron.press(
        "make", f"{day}/add", **{"reference": "FAM 9", "setting": "room", "child-0-name": "Wren",
                                 f"known-{team.ids['kit']}": "yes", f"known-{team.ids['bex']}": "yes"}
    )  # fmt: skip
    assert answer.url.endswith(day)
    assert "FAM 9" in answer.text


def test_one_discipline_is_asked_about_once_and_never_forbidden(team, day):
    team.saffron.get(f"{day}/add")
    alone = {"reference": "FAM 7", "setting": "room", "child-0-name": "Wren", f"known-{team.ids['kit']}": "yes"}
    asked = team.saffron.press("make", f"{day}/add", **alone)
    assert "One discipline only. Is this supervision, or one-to-one?" in words(asked.text)
    assert 'value="FAM 7"' in asked.text
    assert asked.url.endswith("/add")
    added = team.saffron.press("make", f"{day}/add")
    assert added.url.endswith(day)
    assert "One discipline only." in words(added.text)


# ---- The list ----


def test_the_list_says_when_each_family_comes_where_it_stands_and_who_is_ready(team, day):
    page = team.saffron.get(day).text
    says = words(page)
    for expected in (
        "FAM 101 9:30am",
        "FAM 202 9:55am",
        "Not started",
        "Kit Farrowden",
        "Not begun",
        "Not rated before",
    ):
        assert expected in says, expected
    assert page.count('scope="col"') == page.count('<th scope="col"') >= 5
    assert not any(child in page for child in CHILDREN), "the list may stand on a wall: it has references and no names"
    title = re.search("<title>(.*?)</title>", page)[1]
    assert not any(reference in title for reference in REFERENCES)


def test_families_that_are_still_to_come_change_places_and_the_button_keeps_the_focus(team, day):
    first, second = meetings_on(team.saffron.get(day).text)
    moved = team.saffron.press(f"up-{second}", day)
    assert meetings_on(moved.text) == [second, first]
    assert re.search(rf'value="down-{second}"[^>]* autofocus', moved.text), "at the top there is no way up any more"
    back = team.saffron.press(f"down-{second}", day)
    assert meetings_on(back.text) == [first, second]


def test_who_is_called_reads_so_on_their_own_page_and_in_its_news(team, day):
    first, _ = meetings_on(team.saffron.get(day).text)
    before = team.kit.get(day)
    mark = re.search(r'data-mark="(\w+)"', before.text)[1]
    news = team.kit.get(f"{day}/news").json()
    assert (news["says"], news["mark"]) == ("", mark)
    assert news["clock"]["day-line"].startswith("It is ")
    called = team.saffron.press(f"call-{first}", day) if team.saffron.get(day) else None
    assert "Called: next" in words(called.text)
    news = team.kit.get(f"{day}/news").json()
    assert news["says"] == "Your family is next. Please come."
    assert news["mark"] != mark
    assert "Your family is next. Please come." in words(team.kit.get(day).text)
    assert "Your family is next" not in words(team.zephyr.get(day).text)


# ---- Who sees what ----


def test_a_worker_sees_their_own_families_and_nothing_of_another(team, day):
    for path in (day, f"{day}/news", "/sittings", "/meetings"):
        assert not anything_of(1, team.kit.get(path).text), path
    assert "FAM 101" in team.kit.get(day).text
    assert "FAM 202" in team.bex.get(day).text
    for tail in ("/add", "/roll"):
        assert team.kit.get(day + tail).status_code == 404
    first, second = meetings_on(team.saffron.get(day).text)
    token = {"form": team.token(team.kit)}
    for do in (f"up-{first}", f"call-{first}", f"go-{second}", f"call-{second}", "call-next"):
        assert team.kit.post(day, {**token, "do": do}).status_code == 404, do
    for meeting in (first, second, NOBODY):
        assert team.kit.get(f"{day}/open/{meeting}").status_code == 404
        assert team.kit.post(f"{day}/open/{meeting}", {**token, "do": "open"}).status_code == 404


def test_a_sitting_of_somebody_else_is_the_same_404_as_none(team, day):
    (first, _) = meetings_on(team.saffron.get(day).text)
    token = {"form": team.token(team.odd)}
    answers = set()
    for where in (day, f"/sittings/{NOBODY}", "/sittings/x"):
        for tail in ("", "/news", "/add", "/roll", f"/open/{first}"):
            answer = team.odd.get(where + tail)
            answers.add((answer.status_code, answer.text))
        for tail in ("", "/add", "/roll", f"/open/{first}"):
            answers.add((team.odd.post(where + tail, {**token, "do": f"go-{first}"}).status_code, answer.text))
    assert len(answers) == 1
    assert answers.pop()[0] == 404


def test_no_get_of_these_pages_changes_anything(team, day):
    (first, _) = meetings_on(team.saffron.get(day).text)
    before = digest(team.served.data_dir, without=("read_log", "staff_sessions"))
    for tail in ("", "/news", "/add", "/roll", f"/open/{first}", "?at=up-x"):
        assert team.saffron.get(day + tail).status_code == 200, tail
    assert digest(team.served.data_dir, without=("read_log", "staff_sessions")) == before


def test_whoever_is_not_signed_in_signs_in_and_comes_back_to_the_page_they_asked_for(team, day):
    (first, _) = meetings_on(team.saffron.get(day).text)
    stranger = Staff(team.served.url)
    for tail in ("", "/add", "/roll", f"/open/{first}"):
        answer = stranger.http.get(stranger.url + day + tail, allow_redirects=False)
        assert answer.headers["Location"] == f"/sign-in?next={day}{tail}"
        assert forms_of(stranger.get(answer.headers["Location"]).text)[0][1]["next"] == day + tail
        assert not anything_of(0, stranger.page)


# ---- The day ----


def test_on_the_day_the_list_is_the_first_thing_after_signing_in_for_all_who_come_and_for_nobody_else(team, day):
    for who, first in (
        ("kit", f"{team.served.url}{day}"),
        ("saffron", f"{team.served.url}{day}"),
        ("odd", "/meetings"),
    ):
        again = Staff(team.served.url)
        token = forms_of(again.get("/sign-in").text)
        assert token
        fields = {"email": f"{who}@council.example", "password": PASSWORD, "next": "/meetings"}
        answer = again.post("/sign-in", fields)
        assert answer.headers["Location"].startswith("/sittings/" if who != "odd" else first), who
    asked = Staff(team.served.url).post("/sign-in", {**fields, "email": "kit@council.example", "next": "/families"})
    assert asked.headers["Location"] == "/families"


def test_the_day_has_a_clock_and_only_the_team_manager_reads_how_late_it_is(team, day):
    first, _ = meetings_on(team.saffron.get(day).text)
    says = words(team.saffron.page)
    assert re.search(r"2 families, 9:30am to \d+:\d\d[ap]m\. It is \d+:\d\d[ap]m", says)
    assert "2 summaries not begun. Needed: Bex, Kit." in says
    opens(team, day, first)
    says = words(team.tolly.get(day).text)
    assert re.search(r"Open since \d+:\d\d[ap]m\. \d+ of 25 min\.", says)
    assert "behind" not in says
    assert "planned " not in says
    kit = words(team.kit.get(day).text)
    assert "It is " in kit
    assert not re.search("behind|planned|families,", kit)
    clock = team.tolly.get(f"{day}/news").json()["clock"]
    assert f"stands-{first}" in clock
    ended(team, day, first)
    assert re.search(r"Done \d+:\d\d[ap]m\. Draft\.", words(team.saffron.get(day).text))


# ---- One family at a time ----


def test_opening_asks_whether_it_is_the_right_family_and_leads_to_the_board(team, day):
    first, _ = meetings_on(team.saffron.get(day).text)
    page = team.saffron.get(f"{day}/open/{first}").text
    says = words(page)
    for expected in ("Is this the right family?", "FAM 101", "Juniper , 11", "Kit Farrowden, Social worker",
                     "Bex Hollowell, Recovery worker", "Saffron Pellwood, Team manager"):  # fmt: skip
        assert expected in says, expected
    assert not anything_of(1, page)
    assert "Juniper" not in re.search("<title>(.*?)</title>", page)[1]
    opened = team.saffron.press("open", f"{day}/open/{first}")
    assert "/chair/" in opened.url
    assert opened.status_code == 200
    again = team.saffron.post(f"{day}/open/{first}", {"form": team.token(team.saffron), "do": "open"})
    assert again.headers["Location"] == day
    ended(team, day, first)


def test_while_one_family_is_open_whoever_is_in_it_reads_nothing_of_another_in_any_byte(team, day):
    first, second = meetings_on(team.saffron.get(day).text)
    opens(team, day, first)
    team.bex.get(day)
    going_in = team.bex.press(f"go-{first}", day)
    worker = on_the_board(team.bex, going_in.url)
    worker.until(lambda: worker.snapshots, 5)
    for staff in (team.saffron, team.bex):
        page = staff.get(day)
        assert "Family 1 of 2 is open now" in words(page.text)
        for path in (day, f"{day}/news", f"{day}/add", f"{day}/roll", f"{day}/open/{second}", "/meetings", "/sittings",
                     f"/meetings/{second}", f"/meetings/{second}/record.docx"):  # fmt: skip
            answer = staff.get(path)
            assert not anything_of(1, answer.text), path
            assert second not in answer.text.replace(path, ""), path
        token = {"form": team.token(staff)}
        assert staff.post(day, {**token, "do": f"go-{second}"}).status_code in (404, 409)
        assert not anything_of(1, staff.page)
    # Who is not in it is not held up, and the one that waits can't be opened meanwhile.
    assert "FAM 202" in team.zephyr.get(day).text
    assert "FAM 202" in team.tolly.get(day).text
    called = team.saffron.press("call-next", day) if team.saffron.get(day) else None
    assert "The next family is called." in words(called.text)
    assert not anything_of(1, called.text)
    assert "Your family is next. Please come." in words(team.zephyr.get(day).text)
    worker.close()
    ended(team, day, first)
    assert "FAM 202" in team.saffron.get(day).text
    assert "Draft since today." in words(team.saffron.page)


def ended(team, path, meeting):
    """The team manager ends a family's meeting on its board."""
    team.saffron.get(path)
    board = team.saffron.press(f"go-{meeting}", path)
    chair = on_the_board(team.saffron, board.url)
    chair.until(lambda: chair.snapshots, 5)
    ends(chair.send, chair.snapshots[-1]["you"]["person"])
    chair.close()


# ---- The rest to another day ----


def test_the_rest_moves_to_another_day_in_the_order_that_was_said_before(team, day):
    first, second = meetings_on(team.saffron.get(day).text)
    opens(team, day, first)
    ended(team, day, first)
    team.saffron.get(f"{day}/roll")
    assert "FAM 202" in team.saffron.page
    assert "FAM 101" not in team.saffron.page
    early = team.saffron.press("roll", f"{day}/roll", day="1", month="1", year="2020", starts="9:00")
    assert "That day is over. Give a day from today on." in words(early.text)
    later = TODAY + timedelta(days=7)
    typed = {"day": str(later.day), "month": str(later.month), "year": str(later.year), "starts": "10:00"}
    moved = team.saffron.press("roll", f"{day}/roll", **typed)
    assert moved.url != team.saffron.url + day
    assert meetings_on(moved.text) == [second]
    assert "10:00am" in words(moved.text)
    assert meetings_on(team.saffron.get(day).text) == [first]
    assert "FAM 202" in team.zephyr.get(moved.url.removeprefix(team.saffron.url)).text
