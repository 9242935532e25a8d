"""How often somebody may try to sign in, and where the cookie goes: the app's own pages without a socket."""

from dataclasses import replace

import pytest

from meeting_server.app import create_app
from meeting_server.services.accounts import Account
from meeting_server.settings import Settings
from tests.stores import open_store

ASHA = Account("00000000-0000-4000-8000-00000000a5a0", "Asha", "asha@council.example")
TOO_MANY = "There were too many tries to sign in."


class Known:
    """Accounts without hashing: one opens with the word `right`. Counts how often it is asked."""

    def __init__(self):
        self.asked = 0

    def whose(self, email, password):
        self.asked += 1
        return ASHA if (email, password) == (ASHA.email, "right") else None


@pytest.fixture(params=["", "https://board.example"])
def app(tmp_path, request):
    database = open_store(tmp_path)
    settings = Settings(async_mode="threading", data_dir=tmp_path, public_url=request.param)
    running = create_app(settings, database)
    door = running.app.extensions["staff"]
    running.app.extensions["staff"] = replace(door, accounts=Known())
    running.live.writer.run(
        lambda connection: connection.exec_driver_sql(
            "INSERT INTO accounts VALUES (?, 'Asha', 'asha@council.example', '-', 1, NULL)", (ASHA.id,)
        ).close()
    )
    yield running.app, settings.url
    running.live.writer.stop()
    database.close()


def tries(app, email, password="wrong", address="10.0.0.1"):
    """One try from an address: the answer."""
    found, url = app
    return found.test_client(use_cookies=False).post(
        "/sign-in", data={"email": email, "password": password}, headers={"Origin": url}, base_url=url,
        environ_base={"REMOTE_ADDR": address},
    )  # fmt: skip


@pytest.mark.parametrize("email", [ASHA.email, "nobody@council.example"])
def test_after_ten_tries_an_account_waits_whether_or_not_it_exists(app, email):
    answers = [tries(app, email, address=f"10.0.1.{n}") for n in range(14)]
    assert [answer.status_code for answer in answers[:10]] == [403] * 10
    assert [answer.status_code for answer in answers[11:]] == [429] * 3
    assert TOO_MANY in answers[-1].text
    assert app[0].extensions["staff"].accounts.asked <= 11
    assert tries(app, email, "right", address="10.0.2.1").status_code == 429
    assert tries(app, "other@council.example", address="10.0.1.1").status_code == 403


def test_after_thirty_tries_with_any_names_an_address_waits_and_others_do_not(app):
    answers = [tries(app, f"{n}@council.example") for n in range(36)]
    assert [answer.status_code for answer in answers[:30]] == [403] * 30
    assert answers[-1].status_code == 429
    assert TOO_MANY in answers[-1].text
    assert tries(app, "0@council.example", address="10.0.0.2").status_code == 403


def test_behind_https_the_cookie_is_secure_and_bound_to_the_host(app):
    answer = tries(app, ASHA.email, "right")
    assert answer.status_code == 303
    name, _, rest = answer.headers["Set-Cookie"].partition("=")
    https = app[1].startswith("https")
    assert name == ("__Host-staff" if https else "staff")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(rest.split("; "))
    assert ("Secure" in rest.split("; ")) == https


def test_a_form_that_is_not_filled_in_is_not_counted_and_asks_nobody(app):
    for _ in range(40):
        answer = tries(app, "", "")
    assert "Give your email address." in answer.text
    assert "Give your password." in answer.text
    assert app[0].extensions["staff"].accounts.asked == 0
