"""`serve --demo`: the page that lists it, for this machine alone; a core group with the last plan; a sitting with staff."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from meeting_server.demo import CASE
from tests.people.on_the_wire import Wire
from tests.scenes.staffroom import Staff
from tests.servers.served import ROOT, environment

pytestmark = [pytest.mark.thorough("tests/integration/test_demo_team.py"), pytest.mark.timeout(120)]


@contextmanager
def serves(data_dir: Path, state: str = "mid", **settings: str) -> Iterator[tuple[str, str]]:
    """A server with the demo: its address, and what it printed."""
    with subprocess.Popen(
        [sys.executable, "-m", "meeting_server", "serve", *(["--demo", state] if state else [])],
        cwd=ROOT, env=environment(data_dir, **settings), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as process:  # fmt: skip
        said = []
        assert process.stdout
        for line in process.stdout:
            said.append(line)
            if line.startswith("Serving "):
                break
        try:
            yield said[-1].split()[1], "".join(said)
        finally:
            process.terminate()
        assert process.wait(timeout=15) == 0


def listed(page: str) -> dict[str, dict[str, str]]:
    """The links of the page, by meeting and by who it is."""
    found = {}
    for section in re.findall(r"<section.*?</section>", page, re.DOTALL):
        title = re.sub(r"<[^>]+>", "", re.findall(r"<h2.*?</h2>", section)[0])
        found[title] = {words: link for link, words in re.findall(r'href="([^"]+)"[^>]*>([^<]+)</a>', section)}
    return found


def test_the_whole_demo(tmp_path: Path) -> None:
    with serves(tmp_path) as (url, said):
        start = said.split("\n\n")[0].splitlines()
        assert (
            start[0] == f"Start here. The chair's screen lets the others in. Or open {url}/demo, which lists all of it."
        )
        assert len(start) == 6
        page = requests.get(f"{url}/demo", timeout=20).text
        links = listed(page)
        assert list(links)[:3] == ["First conference", "Review meeting", "Core group"]
        on_the_page = {link for one in list(links.values())[:3] for link in one.values()}
        assert on_the_page == set(re.findall(r"http\S+/join#\S+", said))
        the_core_group_has_the_plan_of_the_conference_before(url, links["Core group"])
        password = re.findall(r"<code>([^<@]+)</code>", page)[0]
        sitting = re.findall(r'href="(/sittings/[^"]+)"', page)[0]
        the_manager_has_the_sitting(url, password, sitting)
        its_page_is_for_this_machine_under_our_own_name(url)
    with serves(tmp_path) as (url, again):
        ids = re.compile(r"Everyone's link: .*\(([0-9a-f-]{36})\)")
        assert ids.findall(again) == ids.findall(said)
        assert password not in again
        assert Staff(url).sign_in("saffron@demo.example", password).status_code == 403
        assert sitting in requests.get(f"{url}/demo", timeout=20).text


def the_core_group_has_the_plan_of_the_conference_before(url: str, links: dict[str, str]) -> None:
    kit = Wire(url, links["Kit Farrowden, Chair"], "Kit Farrowden")
    kit.connect()
    brought = [one for one in kit.things("items").values() if one["came"]]
    assert len([one for one in brought if one["action"]]) == len(CASE.actions)
    assert {one["came"]["occasion"] for one in brought} == {"First child protection conference"}
    assert kit.things("visits")
    assert kit.things("updates")
    kit.close()


def the_manager_has_the_sitting(url: str, password: str, sitting: str) -> None:
    saffron = Staff(url)
    assert saffron.sign_in("saffron@demo.example", password).status_code == 303
    page = saffron.get(sitting).text
    for reference in ("DEMO-2", "DEMO-3", "DEMO-4"):
        assert reference in page
    bex = Staff(url)
    assert bex.sign_in("bex@demo.example", password).status_code == 303
    page = bex.get(sitting).text
    assert "DEMO-3" in page
    assert "DEMO-4" not in page, "she does not work with them"


def its_page_is_for_this_machine_under_our_own_name(url: str) -> None:
    for host in ("evil.example", f"evil.example:{url.rpartition(':')[2]}", "127.0.0.1:1"):
        answer = requests.get(f"{url}/demo", headers={"Host": host}, timeout=20)
        assert "/join#" not in answer.text, host
        assert answer.status_code in (400, 404), host


def test_behind_a_proxy_the_demo_has_no_page(tmp_path: Path) -> None:
    with serves(tmp_path, "blank", TRUSTED_PROXIES="1") as (url, said):
        assert "/demo" not in said.splitlines()[0]
        assert requests.get(f"{url}/demo", timeout=20).status_code == 404


def test_without_the_demo_there_is_no_such_page(tmp_path: Path) -> None:
    with serves(tmp_path, "") as (url, _):
        never = requests.get(f"{url}/never", timeout=20)
        answer = requests.get(f"{url}/demo", timeout=20)
        assert (answer.status_code, answer.text) == (404, never.text)
