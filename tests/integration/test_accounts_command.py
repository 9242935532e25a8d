"""`accounts` and `families give`: beside a running server and without one; a leaver's lines end within a second."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from meeting_server.control.door import address
from meeting_server.domain.earlier.desk import EarlierMeeting
from tests.scenes.council import council_in
from tests.scenes.staff_pages import OTHER, makes
from tests.scenes.staffroom import EMAIL, NAME, PASSWORD, Staff, forms_of, make_account, on_the_board
from tests.servers.served import ROOT, Served, command, environment, opened
from tests.servers.stores import ON_POSTGRESQL

FRESH = "seven blue herons"


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    """A server with two accounts; everything here is done beside it."""
    data_dir = tmp_path_factory.mktemp("council")
    make_account(data_dir)
    make_account(data_dir, "Bel Otherside", OTHER, PASSWORD)
    served = Served(data_dir).start()
    yield served
    assert served.stop() == 0
    assert "Traceback" not in served.log
    assert "/account/begin#" not in served.log


def accounts(data_dir, *words):
    """What the command says; it must not fail."""
    done = command("accounts", *words, data_dir=data_dir)
    assert done.returncode == 0, done.stderr
    return done.stdout


def refused(data_dir, *words):
    """The one sentence of a command that can't be done."""
    done = command(*words, data_dir=data_dir)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.strip().splitlines()
    assert line.endswith(".")
    return line


def token_in(said):
    return re.search(r"/account/begin#([\w-]{43})$", said, re.MULTILINE)[1]


def sets(url, token, password=FRESH, again=""):
    """Opens the link and sends its form."""
    staff = Staff(url)
    staff.get("/account/begin")
    (form,) = [fields for at, fields in forms_of(staff.page) if at == "/account/begin"]
    return staff.post("/account/begin", {**form, "token": token, "password": password, "again": again or password})


def test_an_account_is_made_beside_the_server_and_its_owner_alone_sets_the_password_once(council):
    said = accounts(council.data_dir, "invite", "--name", "Cal Third", "--email", "Cal@council.example")
    token = token_in(said)
    assert ON_POSTGRESQL or council.url in said, "the server that answers knows its address"
    assert "cal@council.example  has not set a password yet" in accounts(council.data_dir, "list")
    assert Staff(council.url).sign_in("cal@council.example", "").status_code == 403
    assert "not the same" in sets(council.url, token, again="another").text
    assert "too common" in sets(council.url, token, "password1234").text
    assert sets(council.url, token).headers["Location"] == "/sign-in?ready"
    assert sets(council.url, token).status_code == 403, "once"
    assert Staff(council.url).sign_in("cal@council.example", FRESH).status_code == 303


def test_whoever_lost_the_link_gets_another_and_the_first_works_no_more(council):
    first, second = (
        token_in(accounts(council.data_dir, "invite", "--name", "Dee Fourth", "--email", "dee@council.example"))
        for _ in range(2)
    )
    assert "does not work any more" in sets(council.url, first).text
    assert sets(council.url, second).status_code == 303
    assert "is an account" in refused(
        council.data_dir, "accounts", "invite", "--name", "D", "--email", "dee@council.example"
    )


def test_a_leavers_lines_end_within_a_second_and_nothing_opens_any_more(council):
    accounts(council.data_dir, "reopen", EMAIL)
    staff = Staff(council.url)
    staff.sign_in()
    path = makes(staff)
    chair = on_the_board(staff, staff.press("open", path).url)
    began = time.monotonic()
    done = command("accounts", "close", EMAIL, data_dir=council.data_dir)
    closed = time.monotonic()
    chair.until(lambda: chair.goodbye, 5)
    assert chair.goodbye == "signed_out"
    assert time.monotonic() - closed < 1, f"and the command took {closed - began:.1f} s"
    chair.close()
    assert "Still to be chaired by somebody else:" in done.stdout
    assert "FAM 20741" in done.stdout
    assert "Staff sign-in" in staff.get(path).text
    assert Staff(council.url).sign_in().status_code == 403
    assert f"{NAME}  {EMAIL}  closed" in accounts(council.data_dir, "list", "--closed")
    assert EMAIL not in accounts(council.data_dir, "list")
    assert "is closed" in refused(council.data_dir, "accounts", "reset", EMAIL)
    accounts(council.data_dir, "reopen", EMAIL)
    assert Staff(council.url).sign_in().status_code == 303


def test_a_reset_throws_nobody_out_before_the_link_is_used_unless_it_is_to(council):
    staff = Staff(council.url)
    staff.sign_in(OTHER)
    token = token_in(accounts(council.data_dir, "reset", OTHER))
    assert "My meetings" in staff.get("/meetings").text
    assert sets(council.url, token).status_code == 303
    assert "Staff sign-in" in staff.get("/meetings").text
    assert staff.sign_in(OTHER).status_code == 403
    assert staff.sign_in(OTHER, FRESH).status_code == 303
    now = token_in(accounts(council.data_dir, "reset", OTHER, "--now"))
    assert "Staff sign-in" in staff.get("/meetings").text
    assert staff.sign_in(OTHER, FRESH).status_code == 403, "the old password opens nothing any more"
    assert sets(council.url, now, PASSWORD).status_code == 303


def test_what_can_not_be_is_one_sentence_and_a_code(council):
    folder = council.data_dir
    assert "no account" in refused(folder, "accounts", "close", "nobody@council.example")
    assert "email address" in refused(folder, "accounts", "invite", "--name", "X", "--email", "asha")
    assert "no family" in refused(folder, "families", "give", "FAM 999", OTHER, "--why", "Nobody is left.")
    done = command("accounts", "reopen", "nobody@council.example", "--json", data_dir=folder)
    assert done.returncode == 1
    assert json.loads(done.stdout)["code"] == "no_account"


@pytest.mark.sqlite
def test_the_socket_is_our_own_and_takes_no_nonsense(council):
    there = council.data_dir / "control"
    assert there.stat().st_mode & 0o777 == 0o600
    folder = os.open(council.data_dir, os.O_RDONLY)
    for nonsense in (
        b"{}\n",
        b"nonsense\n",
        b'{"act": "CloseAccount", "data": {}}\n',
        b"[" * 5000 + b"\n",
        b"x" * 70_000 + b"\n",
    ):
        answer = b""
        with closing(socket.socket(socket.AF_UNIX)) as line, suppress(ConnectionError):
            line.settimeout(10)
            line.connect(address(folder))
            line.sendall(nonsense)
            answer = b"".join(iter(lambda line=line: line.recv(4096), b""))
        assert not answer or json.loads(answer)["refused"] == "bad_data"
    os.close(folder)
    assert OTHER in accounts(council.data_dir, "list")


def test_without_a_server_the_command_does_it_itself_and_makes_no_data(tmp_path):
    if not ON_POSTGRESQL:
        assert "There is no data in" in refused(tmp_path / "none", "accounts", "list")
        assert not (tmp_path / "none").exists()
    with council_in(tmp_path) as council:
        first = council.held()
        second = council.made(chair=council.bel, date="2026-04-01")
    assert (
        "are given" in command("families", "give", "fam 1", OTHER, "--why", "Asha has left.", data_dir=tmp_path).stdout
    )
    accounts(tmp_path, "close", EMAIL)
    with opened(tmp_path) as live:
        assert [one.id for one in live.meeting(second).desk.each(EarlierMeeting)] == [first]


def test_a_server_that_was_killed_leaves_a_socket_that_holds_up_nobody(tmp_path):
    make_account(tmp_path)
    served = Served(tmp_path).start()
    served.kill()
    assert EMAIL in accounts(tmp_path, "list")
    served.start()
    assert EMAIL in accounts(tmp_path, "list")
    assert served.stop() == 0
    assert not Path(tmp_path / "control").exists()


@pytest.mark.thorough("tests/integration/test_accounts_command.py")
def test_the_demos_account_is_printed_at_each_start_and_signs_in_as_its_chair(tmp_path):
    passwords = []
    for _ in range(2):
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
                email, password = next(line for line in said if line.startswith("Staff sign-in:")).split()[-2:]
                passwords.append(password)
                staff = Staff(url)
                assert staff.sign_in(email, password).status_code == 303
                assert staff.page.count('value="open"') >= 2
                path = re.search(r'action="(/meetings/[0-9a-f-]{36})"', staff.page)[1]
                assert "/chair/" in staff.press("open", path).url
                if len(passwords) > 1:
                    assert Staff(url).sign_in(email, passwords[0]).status_code == 403
            finally:
                process.terminate()
            process.wait(timeout=20)
