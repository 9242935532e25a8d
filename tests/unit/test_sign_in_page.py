"""Who has to wait for failures to sign in, and where the cookies go: the app's own pages without a socket."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import sleep

import pytest

from meeting_server.app import create_app
from meeting_server.services.accounts import Account, Found
from meeting_server.services.failures import Bucket, Buckets, neighbourhood
from meeting_server.services.known_browsers import MOST_ACCOUNTS, KnownBrowsers
from meeting_server.services.sign_in_tries import SignInTries
from meeting_server.settings import SettingError, Settings, settings_from
from tests.servers.stores import hurry, open_store, rows

ASHA = Account("00000000-0000-4000-8000-00000000a5a0", "Asha", "asha@council.example")
TOO_MANY = "There were too many tries to sign in."
SMALL = Buckets(account=Bucket("account", 15, 24 * 3600), address=Bucket("address", 12, 3600))
ROW = (
    "INSERT INTO accounts (id, name, email, password, made_at) "
    f"VALUES ('{ASHA.id}', 'Asha', 'asha@council.example', '-', 1)"
)


class Known:
    """Accounts without hashing: one opens with the word `right`. Counts how many passwords are looked at."""

    def __init__(self):
        self.asked = 0
        self.takes = 0.0
        self.version = 0

    def found(self, email):
        there = email == ASHA.email
        return Found(ASHA if there else Account("nobody", "", ""), self.version, "right", there)

    def opens(self, found, password):
        self.asked += 1
        sleep(self.takes)
        return found.is_there and password == found.hashed


class Town:
    """The app of one server; `clock` in ms goes as it is told."""

    def __init__(self, folder, public_url=""):
        self.database = open_store(folder)
        self.settings = Settings(async_mode="threading", data_dir=folder, public_url=public_url)
        self.running = create_app(self.settings, self.database)
        self.live, self.url = self.running.live, self.settings.url
        hurry(self.live)
        self.now = self.live.clock()
        self.live.clock = lambda: self.now
        self.accounts = Known()
        self.serve(SignInTries(self.live, self.accounts, SMALL))
        self.live.writer.run(lambda connection: connection.exec_driver_sql(ROW).close())

    def serve(self, tries):
        door = self.running.app.extensions["staff"]
        self.running.app.extensions["staff"] = replace(door, tries=tries)

    def browser(self):
        """One that keeps its cookies."""
        return self.running.app.test_client()

    def tries(self, email=ASHA.email, password="wrong", address="10.0.0.1", browser=None):
        """One try from an address: the answer."""
        return (browser or self.running.app.test_client(use_cookies=False)).post(
            "/sign-in", data={"email": email, "password": password}, headers={"Origin": self.url}, base_url=self.url,
            environ_base={"REMOTE_ADDR": address},
        )  # fmt: skip

    def fails(self, times, email=ASHA.email, address="10.0.0.1", browser=None):
        """So many tries with a wrong password: their statuses."""
        return [self.tries(email, address=address, browser=browser).status_code for _ in range(times)]


@pytest.fixture(params=["", "https://board.example"])
def town(tmp_path, request):
    town = Town(tmp_path, request.param)
    yield town
    town.live.writer.stop()
    town.database.close()


@pytest.mark.parametrize("email", [ASHA.email, "nobody@council.example"])
def test_ten_failures_of_an_account_from_an_address_make_that_pair_wait_and_nobody_else(town, email):
    assert town.fails(12, email) == [403] * 10 + [429] * 2
    assert TOO_MANY in town.tries(email, "right").text
    assert town.accounts.asked == 10, "whoever waits is not looked at"
    assert town.tries(address="10.0.0.2", password="right").status_code == 303
    assert town.tries("else@council.example").status_code == 403


def test_who_waits_may_try_again_a_quarter_of_an_hour_later(town):
    town.fails(10)
    town.now += 13 * 60 * 1000
    assert town.tries(password="right").status_code == 429
    town.now += 3 * 60 * 1000
    assert town.tries(password="right").status_code == 303


def test_a_right_password_never_counts(town):
    assert [town.tries(password="right").status_code for _ in range(40)] == [303] * 40


def test_a_browser_in_which_somebody_signed_in_waits_for_its_own_failures_alone(town):
    chair, others = town.browser(), town.browser()
    assert town.tries(password="right", browser=chair).status_code == 303
    for n in range(9):
        town.fails(9, address=f"10.0.1.{n}")
    town.fails(15, "nobody@council.example", address="10.0.9.9")
    assert town.tries(password="right", address="10.0.3.3", browser=others).status_code == 429, "the account waits"
    assert town.tries(password="right", address="10.0.9.9", browser=chair).status_code == 303
    assert town.fails(12, browser=chair) == [403] * 10 + [429] * 2
    town.now += 16 * 60 * 1000
    assert town.tries(password="right", browser=chair).status_code == 303


def test_a_stranger_at_the_councils_address_keeps_out_nobody_who_is_known_there(town):
    chair = town.browser()
    town.tries(password="right", browser=chair)
    assert [town.tries(f"{n}@council.example").status_code for n in range(14)] == [403] * 12 + [429] * 2
    assert town.tries("else@council.example").status_code == 429
    assert town.tries(password="right", browser=chair).status_code == 303
    assert town.tries("0@council.example", address="10.0.0.2").status_code == 403


def test_a_cookie_is_worth_nothing_for_another_account_or_after_another_password(town):
    chair = town.browser()
    town.tries(password="right", browser=chair)
    town.fails(15, address="10.0.4.4")
    town.fails(15, address="10.0.4.5")
    assert town.tries(password="right", browser=chair).status_code == 303
    town.accounts.version += 1
    assert town.tries(password="right", browser=chair).status_code == 429
    made = KnownBrowsers(b"secret")
    cookie = made.remember("", ASHA.id, 0)
    assert made.which(cookie, ASHA.id, 0)
    assert not made.which(cookie, "other", 0)
    assert not KnownBrowsers(b"another").which(cookie, ASHA.id, 0)
    for n in range(9):
        cookie = made.remember(cookie, f"colleague {n}", 0)
    assert len(cookie.split("~")) == MOST_ACCOUNTS
    assert not made.which(cookie, ASHA.id, 0)
    assert ASHA.id not in cookie


def test_of_many_guesses_sent_together_hardly_more_are_looked_at_than_may_fail(town):
    town.accounts.takes = 0.01
    with ThreadPoolExecutor(12) as threads:
        found = list(threads.map(lambda _: town.tries().status_code, range(60)))
    assert found.count(403) == town.accounts.asked <= 11
    assert found.count(429) == 60 - town.accounts.asked


def test_failures_are_those_of_all_servers_and_nobodys_address_is_in_the_table(town, tmp_path):
    town.fails(10)
    town.serve(SignInTries(town.live, town.accounts, SMALL))
    assert town.tries(password="right").status_code == 429
    kept = rows(tmp_path, "SELECT * FROM failures")
    assert len(kept) == 3
    assert b"asha" not in repr(kept).encode()
    assert "10.0.0.1" not in repr(kept)


def test_an_ipv6_household_is_one_address():
    one, other, far = "2001:db8:1:2::7", "2001:db8:1:2:ffff::1", "2001:db8:1:3::7"
    assert neighbourhood(one) == neighbourhood(other) != neighbourhood(far)
    assert neighbourhood("::ffff:10.0.0.1") == neighbourhood("10.0.0.1")
    assert neighbourhood("somewhere") == "somewhere"


def test_behind_https_the_cookies_are_secure_and_bound_to_the_host(town):
    answer = town.tries(password="right")
    assert answer.status_code == 303
    https = town.url.startswith("https")
    cookies = dict(one.split("=", 1) for one in answer.headers.getlist("Set-Cookie"))
    assert set(cookies) == ({"__Host-staff", "__Host-known"} if https else {"staff", "known"})
    for name, rest in cookies.items():
        assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(rest.split("; "))
        assert ("Secure" in rest.split("; ")) == https
        assert ("Max-Age=15552000" in rest) == name.endswith("known")


def test_a_form_that_is_not_filled_in_is_not_counted_and_asks_nobody(town):
    for _ in range(40):
        answer = town.tries("", "")
    assert "Give your email address." in answer.text
    assert "Give your password." in answer.text
    assert town.accounts.asked == 0


def test_with_https_the_proxies_in_front_must_be_said(tmp_path):
    https = {"PUBLIC_URL": "https://board.example"}
    for said in ({}, {"TRUSTED_PROXIES": ""}):
        with pytest.raises(SettingError, match="TRUSTED_PROXIES"):
            settings_from(https | said)
    assert settings_from(https | {"TRUSTED_PROXIES": "0"}).trusted_proxies == 0
    assert settings_from(https | {"TRUSTED_PROXIES": "1"}).trusted_proxies == 1
    assert settings_from({"PUBLIC_URL": "http://board.example"}).trusted_proxies == 0
