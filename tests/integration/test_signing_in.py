"""Staff sign in over real HTTP, with forms alone; what comes from elsewhere, or too late, does nothing."""

import pytest
import requests

from tests.scenes.staff_pages import FORM, NAMES, OTHER, makes, words
from tests.scenes.staffroom import EMAIL, PASSWORD, Staff, forms_of, on_the_board
from tests.servers.served import digest


def test_who_signs_in_comes_to_their_meetings_with_a_cookie_no_script_or_other_site_can_use(council):
    staff = Staff(council.url)
    answer = staff.sign_in()
    assert answer.status_code == 303
    assert "My meetings" in staff.page
    cookie, known = answer.raw.headers.getlist("Set-Cookie")
    assert known.startswith("known=")
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
    mine = forms_of(asha.page)[0][1]["form"].partition(".")[0]
    for token, kept in (({"form": f"{mine}.{'0' * 64}"}, True), ({"form": "0" * 64}, False), ({}, False)):
        answer = asha.post(path, {**token, "do": "add", "person-name": "Kept Person"})
        assert answer.status_code == 403
        assert ('value="Kept Person"' in answer.text) == kept
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


def test_what_one_account_typed_is_not_carried_to_another(council, asha, bel):
    """One computer in a team room: the page to sign in again waits with Asha's form, and Bel signs in on it."""
    asha.get("/meetings/new?template=three-column-map")
    fields = {**next(fields for at, fields in forms_of(asha.page) if at == "/meetings/new"), **FORM, "do": "make"}
    computer = Staff(council.url)
    late = computer.post("/meetings/new", fields)
    (form,) = [fields for at, fields in forms_of(late.text) if at == "/sign-in"]
    signed_in = computer.post("/sign-in", {**form, "email": OTHER, "password": PASSWORD})
    assert "It belongs to their account, so it is not shown to you." in words(signed_in.text)
    old_tab = bel.post("/meetings/new", fields)
    assert old_tab.status_code == 403
    for page in (signed_in.text, old_tab.text):
        assert "Marla" not in page
        assert "Wren" not in page
        assert not [fields for at, fields in forms_of(page) if at == "/meetings/new"]


def test_no_get_of_a_staff_page_changes_anything(council, asha):
    path = makes(asha)
    before = digest(council.data_dir, without=("read_log", "staff_sessions"))
    for where in ("/sign-in", "/meetings", "/meetings/new", "/meetings/new?template=safety-grid", path,
                  f"{path}/meeting.ics", f"{path}/record.docx", f"{path}/workbook.docx", "/sign-out"):  # fmt: skip
        assert asha.get(where).status_code in (200, 404, 405), where
    assert digest(council.data_dir, without=("read_log", "staff_sessions")) == before
