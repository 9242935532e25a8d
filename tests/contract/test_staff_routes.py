"""Every staff page asks who is signed in, and every form of theirs where it comes from, whoever adds the next one."""

import re

import pytest

from meeting_server.app import create_app
from meeting_server.settings import Settings
from tests.servers.stores import open_store

NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """The app in threads; nobody has signed in."""
    database = open_store(tmp_path_factory.mktemp("staff"))
    settings = Settings(async_mode="threading", data_dir=database.folder)
    running = create_app(settings, database)
    yield running.app, settings.url
    running.live.writer.stop()
    database.close()


def pages(app, method):
    """Every page for staff that takes this method, with an id in the place of each part."""
    found = [
        re.sub(r"<\w+>", NOBODY, rule.rule)
        for rule in app.url_map.iter_rules()
        if method in (rule.methods or ()) and app.view_functions[rule.endpoint].open_to == "staff"
    ]
    assert len(found) >= 3
    return found


def test_a_stranger_is_sent_to_sign_in_from_every_staff_page(app):
    for path in pages(app[0], "GET"):
        answer = app[0].test_client().get(path, base_url=app[1])
        assert answer.status_code == 303, path
        assert answer.headers["Location"].startswith("/sign-in"), path


def test_no_staff_page_takes_a_form_of_another_site_or_of_nobody(app):
    for path in pages(app[0], "POST"):
        client = app[0].test_client()
        for origin in ("https://evil.example", "null", None):
            headers = {"Origin": origin} if origin else {}
            assert client.post(path, data={"do": "x"}, headers=headers, base_url=app[1]).status_code == 400, path
        late = client.post(path, data={"do": "x", "name": "Kept"}, headers={"Origin": app[1]}, base_url=app[1])
        assert late.status_code == 403, path
        assert 'name="password"' in late.text
        assert 'name="kept.name" value="Kept"' in late.text


def test_staff_pages_name_their_origin_to_us_and_no_other_page_does(app):
    """Under no-referrer a browser sends Origin: null with every form, ours too."""
    client = app[0].test_client()
    assert '<meta name="referrer" content="same-origin">' in client.get("/sign-in", base_url=app[1]).text
    assert "referrer" not in client.get("/join", base_url=app[1]).text
