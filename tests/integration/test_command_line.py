"""What each command of `python -m meeting_server` does, and the one clear sentence when it can't."""

import contextlib
import io
import json
import re
import socket
import sqlite3
import subprocess
import sys
import tomllib
import zipfile
from contextlib import closing

import pytest

from tests.people.on_the_wire import Wire, let_in
from tests.servers.served import ROOT, House, Room, Served, command, digest, environment, make_demo, make_rooms

NOBODY = "00000000-0000-4000-8000-000000000000"


def one_sentence(done, *words):
    """Exit code 1, nothing on standard output, and one line that says what is wrong."""
    assert done.returncode == 1, done.stdout
    assert done.stdout == ""
    (line,) = done.stderr.strip().splitlines()
    assert "Traceback" not in line
    assert line[-1] == "."
    for word in words:
        assert word in line, line


@pytest.fixture(scope="module")
def mid(tmp_path_factory):
    """A data folder with the demo in its middle state, and what the command printed."""
    data_dir = tmp_path_factory.mktemp("demo")
    return data_dir, make_demo(data_dir, "mid", PORT="8123")


def test_the_demo_prints_json_of_exactly_this_shape(mid):
    _, demo = mid
    assert set(demo) == {"url", "meetings"}
    assert demo["url"] == "http://127.0.0.1:8123"
    assert demo["meetings"]
    for meeting in demo["meetings"]:
        assert set(meeting) == {"id", "title", "template", "attendees"}
        assert len(meeting["attendees"]) >= 10
        for one in meeting["attendees"]:
            assert set(one) == {"id", "name", "role", "agency", "audiences", "link"}
            assert one["name"]
            assert one["agency"]
            assert "everyone" in one["audiences"]
            assert re.fullmatch(r"http://127\.0\.0\.1:8123/join#[A-Za-z0-9_-]{43}", one["link"])
        assert sum(one["role"] == "chair" for one in meeting["attendees"]) == 1
    links = [one["link"] for meeting in demo["meetings"] for one in meeting["attendees"]]
    assert len(set(links)) == len(links)


@pytest.mark.parametrize(
    "state",
    [
        "blank",
        pytest.param("mid", marks=pytest.mark.thorough("tests/unit/test_demo.py")),
        pytest.param("end", marks=pytest.mark.thorough("tests/unit/test_demo.py")),
    ],
)
def test_every_demo_was_made_by_commands_and_verifies(tmp_path, state):
    demo = make_demo(tmp_path, state)
    for meeting in demo["meetings"]:
        done = command("verify", meeting["id"], data_dir=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
        assert re.fullmatch(r"VALID: \d+ events(, \d+ redacted)?\n", done.stdout)
        out = tmp_path / f"{meeting['id']}.docx"
        made = command("export", meeting["id"], "--out", str(out), data_dir=tmp_path)
        assert made.returncode == 0, made.stderr
        assert out.stat().st_size > 1000


def test_a_demo_without_json_prints_links_for_people_to_start_with(tmp_path):
    done = command("demo", "--state", "blank", data_dir=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("Start here")
    assert done.stdout.count("/join#") >= 13


def demo_room(meeting):
    """A demo meeting as the tests hold one."""
    people = {one["id"]: one for one in meeting["attendees"]}
    tokens = {id: one["link"].partition("#")[2] for id, one in people.items()}
    return Room(meeting["id"], {}, {id: id for id in people}, {id: one["name"] for id, one in people.items()}, tokens)


def by_role(meeting, role):
    return next(one["id"] for one in meeting["attendees"] if one["role"] == role)


@pytest.mark.thorough("tests/integration/test_command_line.py")
def test_serve_honours_the_links_of_a_demo_made_before_and_a_second_start_keeps_the_data(tmp_path):
    demo = make_demo(tmp_path, "mid")
    meeting = demo["meetings"][0]
    served = Served(tmp_path, quick=False).start()
    house = House(served, [])
    room = demo_room(meeting)
    try:
        chair = house.joins(room, by_role(meeting, "chair"))
        assert chair.snapshots[-1]["state"] == "in"
        mum = house.joins(room, by_role(meeting, "parent"))
        let_in(chair, mum)
        assert mum.things("items")
        item = mum.add("Said before the second start.")
        house.close()
        assert served.stop() == 0
        served.start()
        again = mum.connect()
        assert again.things("items")[item]["text"] == "Said before the second start."
        mum.close()
    finally:
        house.close()
        assert served.stop() == 0


def test_a_second_demo_is_the_same_meeting_with_links_minted_anew(tmp_path):
    first = make_demo(tmp_path, "blank")
    second = make_demo(tmp_path, "blank")
    assert [one["id"] for one in first["meetings"]] == [one["id"] for one in second["meetings"]]
    old, new = ({one["link"] for one in demo["meetings"][0]["attendees"]} for demo in (first, second))
    assert not {one.partition("#")[2] for one in old} & {one.partition("#")[2] for one in new}
    served = Served(tmp_path, quick=False).start()
    try:
        token = old.pop().partition("#")[2]
        with pytest.raises(AssertionError, match="stopped"):
            Wire(served.url, f"{served.url}/join#{token}")
        Wire(served.url, f"{served.url}/join#{new.pop().partition('#')[2]}").close()
    finally:
        assert served.stop() == 0


def test_a_taken_port_is_one_clear_sentence(tmp_path):
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        one_sentence(command("serve", data_dir=tmp_path, PORT=port), port, "already in use")


@pytest.mark.sqlite
def test_a_second_server_on_the_same_data_is_one_clear_sentence_and_so_is_a_demo_beside_it(house):
    for words in (["serve"], ["demo"]):
        one_sentence(command(*words, data_dir=house.data_dir), "already using", str(house.data_dir))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "many"),
        ("ASYNC_MODE", "gevent"),
        ("RATE_PER_SECOND", "1.5"),
        ("TRUSTED_PROXIES", "-"),
        ("RATE_BURST", "x"),
    ],
)
def test_a_setting_that_can_not_be_used_is_named_in_one_sentence(tmp_path, name, value):
    done = command("serve", data_dir=tmp_path, **{name: value})
    assert done.returncode != 0
    (line,) = done.stderr.strip().splitlines()
    assert name in line


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "70000"), ("PORT", "-1"), ("HOST", "no.such.host.invalid"), ("TRUSTED_PROXIES", "-1"),
     ("RATE_PER_SECOND", "0"), ("RATE_BURST", "-5"), ("PUBLIC_URL", "board.example")],
)  # fmt: skip
def test_a_setting_out_of_bounds_is_named_in_one_sentence_too(tmp_path, name, value):
    # "templates" reads the settings too and would end by itself if they were taken; "serve" must find out what it can't.
    done = command("serve" if name == "HOST" else "templates", data_dir=tmp_path, **{name: value})
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.strip().splitlines()
    assert name in line or value in line


@pytest.mark.parametrize("words", [["verify"], ["export"], ["export", "--format", "json"]])
def test_an_unknown_meeting_is_one_sentence(mid, words):
    data_dir, _ = mid
    one_sentence(command(words[0], NOBODY, *words[1:], data_dir=data_dir), "There is no meeting", NOBODY)


def test_unknown_audiences_are_one_sentence_that_names_those_there_are(mid):
    data_dir, demo = mid
    id = demo["meetings"][0]["id"]
    for wrong in ("nobody", "everyone,nobody", "own", f"own:{demo['meetings'][0]['attendees'][0]['id']}"):
        one_sentence(
            command("export", id, "--audiences", wrong, data_dir=data_dir), "everyone, professionals, chairs_desk"
        )


def test_the_export_goes_to_a_file_or_to_standard_output_and_changes_nothing(mid, tmp_path):
    data_dir, demo = mid
    id = demo["meetings"][0]["id"]
    before = digest(data_dir)
    said = command("export", id, "--format", "json", data_dir=data_dir)
    assert said.returncode == 0
    out = tmp_path / "record.json"
    assert command("export", id, "--format", "json", "--out", str(out), data_dir=data_dir).stdout == ""
    assert json.loads(out.read_text()) == json.loads(said.stdout)
    word = tmp_path / "record.docx"
    assert command("export", id, "--out", str(word), data_dir=data_dir).returncode == 0
    with zipfile.ZipFile(io.BytesIO(word.read_bytes())) as parts:
        assert "word/document.xml" in parts.namelist()
    page = tmp_path / "record.html"
    assert command("export", id, "--format", "html", "--out", str(page), data_dir=data_dir).returncode == 0
    assert '<link rel="stylesheet" href="data:text/css;base64,' in page.read_text("utf-8")
    sheet = tmp_path / "record.pdf"
    assert command("export", id, "--format", "pdf", "--out", str(sheet), data_dir=data_dir).returncode == 0
    assert sheet.read_bytes().startswith(b"%PDF-1.7")
    assert digest(data_dir) == before


def test_an_export_that_can_not_be_written_is_one_sentence(mid, tmp_path):
    data_dir, demo = mid
    out = tmp_path / "no" / "such" / "folder" / "record.docx"
    one_sentence(command("export", demo["meetings"][0]["id"], "--out", str(out), data_dir=data_dir), str(out))


def test_a_record_names_its_audiences_and_holds_no_others(mid):
    data_dir, demo = mid
    id = demo["meetings"][0]["id"]
    everyone = command("export", id, "--format", "json", data_dir=data_dir)
    desk = command("export", id, "--format", "json", "--audiences", "everyone,chairs_desk", data_dir=data_dir)
    assert len(json.loads(everyone.stdout)["head"]["audiences"]) == 1
    assert len(json.loads(desk.stdout)["head"]["audiences"]) == 2


@pytest.mark.sqlite
def test_one_byte_changed_in_the_log_is_found(tmp_path):
    (room,) = make_rooms(tmp_path, 1)
    assert command("verify", room.id, data_dir=tmp_path).stdout.startswith("VALID: ")
    with closing(sqlite3.connect(tmp_path / "common-ground.sqlite3")) as stranger:
        with pytest.raises(sqlite3.IntegrityError):
            stranger.execute("UPDATE events SET body = x'00'")
        stranger.execute("DROP TRIGGER events_are_not_changed")
        id, body = stranger.execute("SELECT id, body FROM events ORDER BY id LIMIT 1 OFFSET 4").fetchone()
        changed = body[:-3] + bytes([body[-3] ^ 1]) + body[-2:]
        stranger.execute("UPDATE events SET body = ? WHERE id = ?", (changed, id))
        stranger.commit()
    done = command("verify", room.id, data_dir=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "INVALID"
    assert "everyone 5: its text is not what was written" in done.stdout


def test_a_template_that_is_wrong_is_named_with_its_file_and_key(tmp_path):
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "bad.toml").write_text('key = "bad"\ntitle = 7\n')
    for words in (["templates"], ["serve"], ["demo"]):
        done = command(*words, data_dir=tmp_path / "data", TEMPLATES_DIR=str(folder))
        assert done.returncode == 1
        assert "bad.toml: title: " in done.stderr
        assert "Traceback" not in done.stderr


def test_a_template_that_is_like_another_is_printed_whole(tmp_path):
    done = command("templates", "--whole", "two-row-map", data_dir=tmp_path / "data")
    assert done.returncode == 0
    printed = tomllib.loads(done.stdout)
    assert (printed["key"], "like" in printed, len(printed["columns"])) == ("two-row-map", False, 3)
    done = command("templates", "--whole", "tea", data_dir=tmp_path / "data")
    assert (done.returncode, done.stderr) == (1, "There is no template tea.\n")


def test_a_file_of_help_with_words_that_is_wrong_is_named_with_its_key_and_one_that_is_right_is_listed(tmp_path):
    file = tmp_path / "words.toml"
    file.write_text('[[hints]]\nkey = "tea"\nwords = ["tea"]\n')
    for words in (["language-help"], ["serve"]):
        done = command(*words, data_dir=tmp_path / "data", LANGUAGE_HELP=str(file))
        assert done.returncode == 1
        assert "words.toml: hints.tea.helps: " in done.stderr
        assert "Traceback" not in done.stderr
    file.write_text('replaces = true\n[[hints]]\nkey = "tea"\nwords = ["tea", "tea cosy"]\nhelps = "Milk?"\n')
    done = command("language-help", data_dir=tmp_path / "data", LANGUAGE_HELP=str(file))
    assert (done.returncode, done.stdout) == (0, "tea: tea, tea cosy\n")


def test_a_server_that_is_stopped_says_goodbye_and_ends_with_0(tmp_path):
    rooms = make_rooms(tmp_path, 1)
    served = Served(tmp_path, quick=False).start()
    house = House(served, rooms)
    try:
        room = house.room()
        chair, mum = house.gather(room, "mum")
        gran = house.joins(room, "gran", "polling")
        mum.add("the last thing said")
        assert served.stop() == 0
        for one in (chair, mum, gran):
            assert one.goodbye == "restarting"
        assert "Traceback" not in served.log
        served.start()
        mum.goodbye = None
        assert mum.connect().told("the last thing said")
    finally:
        house.close()
        with contextlib.suppress(AssertionError):
            served.stop()


@pytest.mark.thorough("tests/integration/test_command_line.py")
def test_serve_with_a_demo_prints_the_links_of_the_port_it_serves_on(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-m", "meeting_server", "serve", "--demo", "blank"],
        cwd=ROOT, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as process:  # fmt: skip
        said = []
        for line in process.stdout:
            said.append(line)
            if line.startswith("Serving "):
                break
        try:
            url = said[-1].split()[1]
            links = re.findall(r"http\S+/join#\S+", "".join(said))
            assert len(links) > 13
            assert {link.partition("/join")[0] for link in links} == {url}
            Wire(url, links[0]).close()
        finally:
            process.terminate()
        process.wait(timeout=15)
        assert process.returncode == 0
