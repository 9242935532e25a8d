"""What somebody gets whose page can't be made: our own words, and nothing of the error."""

from html import unescape

import pytest
import sqlalchemy as sa

from meeting_server.app import create_app
from meeting_server.settings import Settings
from tests.servers.stores import open_store

CANARY = "error-canary"
BROKEN = sa.exc.OperationalError("SELECT", {}, Exception(CANARY))
READ_ONLY = sa.exc.InternalError("INSERT", {}, Exception(CANARY))
BUSY = sa.exc.TimeoutError(CANARY)


@pytest.fixture
def app(tmp_path):
    running = create_app(Settings(async_mode="threading", data_dir=tmp_path), open_store(tmp_path))
    yield running.app
    running.stop()


def failing(app, error):
    def fail():
        raise error

    app.add_url_rule("/fails", view_func=fail, methods=["GET", "POST"])
    return app.test_client()


@pytest.mark.parametrize(
    ("error", "status"), [(BROKEN, 503), (READ_ONLY, 503), (BUSY, 503), (ValueError(CANARY), 500)]
)  # fmt: skip
def test_a_page_that_fails_says_so_in_our_words(app, error, status):
    browser = failing(app, error)
    page = browser.get("/fails")
    assert page.status_code == status
    assert "The board can't be opened just now." in unescape(page.text)
    assert "Nothing that was saved is lost." in page.text
    asked = browser.post("/fails", json={})
    assert asked.status_code == status
    assert asked.json["error"]["code"] == "not_now"
    assert CANARY not in page.text + asked.text


def test_what_would_close_the_page_is_not_asked_again_of_a_database_that_is_away(app):
    from meeting_server.http.access import close_while

    asked = []

    def reason():
        asked.append(1)
        raise BROKEN

    def view():
        close_while(reason)

    app.add_url_rule("/fails", view_func=view)
    page = app.test_client().get("/fails")
    assert page.status_code == 503
    assert "just now" in page.text
    assert len(asked) == 1


def test_a_page_whose_answer_is_held_back_in_vain_is_not_shown(app):
    """The database went away while the page was made: nobody knows whether it may still be seen."""
    from meeting_server.http.access import close_while

    answers = iter([None])

    def reason():
        found = next(answers, BROKEN)
        if found:
            raise found

    def view():
        close_while(reason)
        return "what only some may see"

    app.add_url_rule("/fails", view_func=view)
    page = app.test_client().get("/fails")
    assert page.status_code == 503
    assert "what only some" not in page.text
