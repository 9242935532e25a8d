"""`/metrics` of a served process: what it counts, who may read it, and that it names nobody; in both async modes."""

import re
from uuid import uuid4

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from tests.servers.served import House, Served, make_rooms

TOKEN = "token-for-a-watcher-of-tests"
CANARY = "metric-canary"


@pytest.fixture(scope="module", params=["eventlet", "threading"])
def watched(request, tmp_path_factory):
    """A server whose metrics may be read, with meetings."""
    data_dir = tmp_path_factory.mktemp("metrics")
    rooms = make_rooms(data_dir, 6)
    served = Served(data_dir, METRICS_TOKEN=TOKEN, ASYNC_MODE=request.param).start()
    house = House(served, rooms)
    yield house
    house.close()
    assert served.stop() == 0
    assert TOKEN not in served.log


def page(house, token=TOKEN):
    """The page, as a watcher who brings this token gets it."""
    return requests.get(f"{house.url}/metrics", headers={"Authorization": f"Bearer {token}"}, timeout=10)


def read(house):
    """Every sample by name, or by name and its one label's value."""
    answer = page(house)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    families = text_string_to_metric_families(answer.text)
    return {(one.name, *one.labels.values()): one.value for family in families for one in family.samples}


def grown(before, after, *name):
    """By how much a number has gone up."""
    return after.get(name, 0) - before.get(name, 0)


def test_a_meeting_can_be_followed_in_the_numbers(watched):
    before = read(watched)
    chair, worker = watched.gather(watched.room(), "worker")
    worker.add("A point.")
    assert worker.refused("add_item", item="x", column="worries", text="A point.") == "bad_data"
    worker.fresh()
    after = read(watched)
    # The chair opens the meeting and lets the worker in, the worker adds a point.
    assert grown(before, after, "board_commands_total", "ok") == 3
    assert grown(before, after, "board_commands_total", "bad_data") == 1
    assert grown(before, after, "board_command_seconds_count") == 4
    # Two arrivals besides; what is refused before it reaches the writer is in no transaction.
    assert grown(before, after, "board_commit_seconds_count") == 5
    assert grown(before, after, "board_commit_commands_sum") == 5
    assert grown(before, after, "board_events_total") == grown(before, after, "board_patches_total") >= 5
    assert grown(before, after, "board_resyncs_total") == 1
    assert grown(before, after, "board_lines", "websocket") == 2
    assert grown(before, after, "board_meetings_running") == 1
    assert after["board_meetings_in_memory",] >= 1
    assert after["board_rooms",] > before["board_rooms",]
    assert grown(before, after, "board_tasks") >= 2
    chair.close()
    worker.close()


def test_what_is_sent_twice_is_answered_twice_and_added_once(watched):
    (chair,) = watched.gather(watched.room())
    point, command = {"item": str(uuid4()), "column": "worries", "text": "A point."}, str(uuid4())
    before = read(watched)
    assert chair.send("add_item", point, command) == chair.send("add_item", point, command)
    after = read(watched)
    assert grown(before, after, "board_commands_total", "ok") == 2
    assert grown(before, after, "board_events_total") == grown(before, after, "board_patches_total") == 1
    chair.close()


def test_how_the_process_stands_is_told_too(watched):
    found = read(watched)
    assert 0 <= found["board_last_commit_age_seconds",] < 5
    for name in ("board_disk_free_bytes", "process_resident_memory_bytes", "process_open_fds", "board_tasks"):
        assert found[name,] > 0, name
    assert found["board_commit_failures_total",] == 0


def test_lines_are_counted_by_how_they_come_and_not_once_they_are_gone(watched):
    room = watched.room()
    before = read(watched)
    (chair,) = watched.gather(room)
    polling = watched.joins(room, "mum", "polling")
    during = read(watched)
    assert grown(before, during, "board_lines", "polling") == 1
    assert grown(before, during, "board_lines", "websocket") == 1
    chair.close()
    polling.close()
    chair.until(lambda: read(watched)["board_lines", "websocket"] == before["board_lines", "websocket"])


def test_why_the_server_ended_a_line_is_counted(watched):
    room = watched.room()
    chair, worker, mum = watched.gather(room, "worker", "mum")
    before = read(watched)
    chair.ok("remove_attendee", attendee=room.attendees["mum"], reason="")
    mum.until(lambda: mum.goodbye == "removed")
    for _ in range(30):
        worker.line.send('42["nonsense",{}]')
    assert worker.closed.wait(10)
    after = read(watched)
    assert grown(before, after, "board_lines_cut_total", "removed") == 1
    assert grown(before, after, "board_lines_cut_total", "strikes") == 1
    assert grown(before, after, "board_malformed_packets_total") == 20


def test_a_document_is_counted_by_its_kind_with_the_seconds_it_took(watched):
    (chair,) = watched.gather(watched.room())
    before = read(watched)
    assert chair.get(f"/board/{chair.seat}/record.docx").status_code == 200
    assert chair.get(f"/board/{chair.seat}/record").status_code == 200
    after = read(watched)
    for kind in ("docx", "html"):
        assert grown(before, after, "board_document_seconds_count", kind) == 1
        assert grown(before, after, "board_document_seconds_sum", kind) > 0
        assert after["board_document_failures_total", kind] == 0
    chair.close()


def test_to_whoever_does_not_bring_the_token_the_page_is_not_there(watched):
    never = requests.get(f"{watched.url}/never", timeout=10)
    without = {"Authorization": f"bearer {TOKEN}x"}, {"Authorization": TOKEN}, {"Authorization": "Bearer "}, {}, {
        "Authorization": "Bearer é"
    }, {"Cookie": f"token={TOKEN}", "X-Forwarded-For": "127.0.0.1"}  # fmt: skip
    for headers in without:
        sent = {name: value.encode() for name, value in headers.items()}
        answer = requests.get(f"{watched.url}/metrics?token={TOKEN}", headers=sent, timeout=10)
        for one in (answer, never):
            one.headers.pop("Date", None)
        assert (answer.status_code, answer.headers, answer.content) == (404, never.headers, never.content), headers


def test_while_no_token_is_set_the_page_is_there_for_nobody(house):
    never = requests.get(f"{house.url}/never", timeout=10)
    for token in ("", TOKEN):
        answer = page(house, token)
        assert (answer.status_code, answer.content) == (404, never.content)


def test_no_number_comes_with_a_name_an_id_or_a_word_of_anybody(watched):
    room = watched.room()
    chair, worker, mum = watched.gather(room, "worker", "mum")
    point = worker.add(f"{CANARY} is worried.")
    mum.send(CANARY, {CANARY: CANARY}, id=CANARY)
    mum.raw_ask(f'["{CANARY}",{{}}]')
    mum.send("add_item", {"item": point, "column": CANARY, "text": CANARY})
    chair.get(f"/board/{chair.seat}/record?audiences={CANARY}")
    chair.get(f"/board/{CANARY}")
    said = page(watched).text
    hidden = [CANARY, room.id, point, *room.people.values(), *room.attendees.values(), *room.tokens.values(),
              *(one for name in room.names.values() for one in name.split()), chair.seat, mum.seat, TOKEN]  # fmt: skip
    for one in hidden:
        assert one not in said
    labels = set(re.findall(r'(\w+)="([^"]*)"', said))
    assert {name for name, _ in labels} <= {"outcome", "cause", "transport", "kind", "le"}
    assert all(re.fullmatch(r"[a-z_]+", value) for name, value in labels if name != "le"), labels
