"""A page that closes while it is being made."""

import pytest
from flask import Flask

from meeting_server.http.access import close_while, hold_back


@pytest.fixture
def page():
    """A page of one family, in whose making another is opened; and how often it was made."""
    app, made, reasons = Flask(__name__), [], []
    app.after_request(hold_back)

    @app.route("/page", methods=["GET", "POST"])
    def alder():
        close_while(lambda: reasons[0] if reasons else None)
        made.append("once")
        reasons.append("next_family")
        return "What was said of the Alders."

    return app.test_client(), made


def test_what_was_made_while_another_family_was_opened_is_held_back(page):
    browser, made = page
    for _ in range(2):
        answer = browser.get("/page")
        assert (answer.status_code, answer.headers["Location"]) == (303, "/goodbye/next_family")
        assert b"Alder" not in answer.data
    assert made == ["once"], "the second time it is not even made"


def test_what_is_not_asked_for_by_get_is_simply_not_there(page):
    assert page[0].post("/page").status_code == 404
