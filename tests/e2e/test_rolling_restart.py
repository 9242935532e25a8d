"""Two servers are started anew, one after the other, while five people write: nobody loses a sentence or loads a page."""

import threading
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.hall import Hall, let_in
from tests.e2e.pages.people import PHONE, until
from tests.servers.clustered import street

pytestmark = pytest.mark.proof("tests/integration/test_stopping_at_once.py")

KEYS = ("worker", "nurse", "police", "mum", "gran")
PAUSE_SECONDS = 12.0
HOME_SECONDS = 110.0


@pytest.mark.timeout(240)
def test_a_rolling_restart_costs_five_people_seconds_and_no_sentence(tmp_path: Path, hall: Hall) -> None:
    with street(tmp_path) as (house, cluster):
        room = house.room()
        (chair,) = house.gather(room)
        people = [hall.guest(house, room, key, size=PHONE).arrives() for key in KEYS]
        for person in people:
            let_in(chair, person)
            # Every request that meets a server in its last moment is named in the console.
            person.network_is_gone = True
            person.page.evaluate("window.stayed = true")
        assert sorted(cluster.lines()) == [0, 6]
        restarting = threading.Thread(target=cluster.rolling_restart)
        restarting.start()
        said: list[str] = []
        longest = 0.0
        while restarting.is_alive() or len(said) < 25:
            for person in people:
                text = f"{person.name} says sentence {len(said)}."
                person.writes(text)
                said.append(text)
            people[0].page.wait_for_timeout(300)
        restarting.join()
        for person in people:
            began = time.monotonic()
            expect(person.page.get_by_text("Up to date")).to_be_visible(timeout=PAUSE_SECONDS * 1000)
            longest = max(longest, time.monotonic() - began)
        chair.goodbye = None  # It said that it restarts.
        chair.connect()
        texts = [one["text"] for one in sorted(chair.things("items").values(), key=lambda one: one["order"])]
        assert sorted(texts) == sorted(said), "each sentence once"
        for person in people:
            own = [text for text in said if text.startswith(f"{person.name} ")]
            assert [text for text in texts if text.startswith(f"{person.name} ")] == own, "in the order they were said"
            until(person.page, lambda person=person: len(person.dump()["everyone"]["things"]["items"]) == len(said))
            assert person.page.evaluate("window.stayed") is True, "nobody loaded the page again"
        # They came back to either of the two; a while later they are together again, and see so.
        chair.until(lambda: sorted(cluster.lines()) == [0, 6], HOME_SECONDS)
        for person in people:
            until(person.page, lambda person=person: len(person._module("store/store", "it.presence.value.here")) == 6)
        hall.close()
