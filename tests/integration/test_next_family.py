"""From one family of a sitting to the next: whose board says that it is ready or open, and that nothing else is said of it."""

from datetime import date

import pytest

from tests.integration.test_sitting_pages import anything_of, ended, meetings_on, opens
from tests.scenes.sitting import Sitting
from tests.scenes.sitting_day import team_of, two_families
from tests.scenes.staffroom import Staff
from tests.servers.served import Served, opened

NOTHING = {"number": 0, "state": "", "form": ""}


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    """A server and its team: Kit and Bex are in the first family, Bex and Zephyr in the second."""
    found = team_of(tmp_path_factory.mktemp("next"))
    yield found
    assert found.served.stop() == 0
    assert "Traceback" not in found.served.log


@pytest.fixture
def day(team):
    """A sitting of today with two families. Its path."""
    return two_families(team)


def goes(staff, day, meeting):
    """Somebody goes to their board of a family; gives the address of what comes after it."""
    staff.get(day)
    return "/sittings/after/" + staff.press(f"go-{meeting}", day).url.rsplit("/", 1)[1]


def says(staff, after):
    """What the board of the one that has ended is told."""
    return staff.get(f"{after}/next").json()


def test_the_team_manager_hears_that_the_next_is_ready_and_workers_only_once_it_is_open_and_they_are_invited(team, day):
    first, second = meetings_on(team.saffron.get(day).text)
    opens(team, day, first)
    after = {name: goes(getattr(team, name), day, first) for name in ("saffron", "tolly", "kit", "bex")}
    for name, path in after.items():
        assert says(getattr(team, name), path) == NOTHING, "while the family is open nothing is said of another"
    ended(team, day, first)

    assert says(team.saffron, after["saffron"]) == {"number": 2, "state": "ready", "form": ""}
    for name in ("tolly", "kit", "bex"):
        assert says(getattr(team, name), after[name]) == NOTHING
    confirm = team.saffron.get(f"{after['saffron']}/open")
    assert confirm.url.endswith(f"{day}/open/{second}")
    assert "Is this the right family?" in confirm.text
    assert team.bex.get(f"{after['bex']}/open").url.endswith(day), "only who opens families is asked which it is"

    team.saffron.press("open", f"{day}/open/{second}")
    told = says(team.bex, after["bex"])
    assert (told["number"], told["state"]) == (2, "open")
    assert says(team.tolly, after["tolly"])["state"] == "open"
    assert says(team.kit, after["kit"]) == NOTHING, "Kit is not invited to it"
    for name in ("tolly", "kit", "bex"):
        answer = getattr(team, name).get(f"{after[name]}/next")
        assert second not in answer.text
        assert not anything_of(1, answer.text)
    in_it = team.bex.post(after["bex"], {"form": told["form"], "do": "go"})
    assert in_it.headers["Location"].startswith("/board/")
    kits = team.kit.post(after["kit"], {"form": team.token(team.kit), "do": "go"})
    assert kits.headers["Location"] == after["kit"]
    ended(team, day, second)


def test_the_way_on_is_theirs_alone_whose_seat_it_is(team, day):
    first, _ = meetings_on(team.saffron.get(day).text)
    opens(team, day, first)
    kits = goes(team.kit, day, first)
    ended(team, day, first)
    assert team.kit.get(kits).url.endswith(day), "the list of the day"
    for path in (kits, f"{kits}/next", f"{kits}/open"):
        assert team.bex.get(path).status_code == 404, path
        assert team.odd.get(path).status_code == 404, path
    assert team.odd.post(kits, {"form": team.token(team.odd), "do": "go"}).status_code == 404


def test_after_the_last_family_nothing_comes(team, day):
    both = meetings_on(team.saffron.get(day).text)
    after = ""
    for meeting in both:
        opens(team, day, meeting)
        after = goes(team.saffron, day, meeting)
        ended(team, day, meeting)
    assert says(team.saffron, after) == NOTHING
    assert team.saffron.get(f"{after}/open").url.endswith(day)


def test_after_the_lock_everybody_of_that_family_reads_its_record_with_one_press(tmp_path):
    with opened(tmp_path) as live:
        sitting = Sitting(live, day=date.today().isoformat())
        alder = sitting.add("Alder", {"lead_social_worker": sitting.nell})
        chair = sitting.opens(alder)
        for account in (sitting.minutes, sitting.nell):
            assert sitting.is_in(sitting.waits(alder, account)), account.name
        sitting.ends(chair, lock=True)
    served = Served(tmp_path).start()
    for name, can_add in (("asha", True), ("tolly", True), ("nell", False)):
        staff = Staff(served.url)
        staff.sign_in(f"{name}@council.example")
        page = staff.get(f"/sittings/{sitting.id}").text
        assert "Go to its record" in page
        assert ("Add to its record" in page) is can_add, "who takes the minutes or chairs can add to it, on its board"
        read = staff.press(f"go-{alder}", f"/sittings/{sitting.id}")
        assert read.url.endswith(f"/meetings/{alder}/record"), name
        assert read.status_code == 200
    assert served.stop() == 0
