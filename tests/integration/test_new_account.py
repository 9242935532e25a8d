"""`new-account`: an account from the command line, asked for or by a script, or one sentence."""

import re
import subprocess
import sys

import pytest

from tests.served import ROOT, Served, command, environment
from tests.staffroom import EMAIL, NAME, PASSWORD, Staff


def new_account(data_dir, *words, typed=PASSWORD):
    """Runs the command with a password on standard input."""
    return command("new-account", *words, data_dir=data_dir, typed=typed + "\n")


WHO = ("--name", NAME, "--email", EMAIL, "--password-stdin")


def test_an_account_made_by_a_script_signs_in_and_a_demo_beside_it_has_its_own(tmp_path):
    done = new_account(tmp_path, *WHO)
    assert done.returncode == 0, done.stderr
    assert EMAIL in done.stdout
    assert PASSWORD not in done.stdout + done.stderr
    served = Served(tmp_path).start()
    try:
        staff = Staff(served.url)
        assert staff.sign_in().status_code == 303
        assert "You have no meetings yet." in staff.page
    finally:
        assert served.stop() == 0
    assert "Traceback" not in served.log, served.log


@pytest.mark.parametrize(
    ("words", "typed", "says"),
    [
        (WHO, "x7!kq", "too short"), (WHO, "password1234", "too common"), (WHO, "", "too short"),
        (("--name", NAME, "--email", "asha", "--password-stdin"), PASSWORD, "email address"),
        (("--name", "x" * 101, "--email", EMAIL, "--password-stdin"), PASSWORD, "name"),
        (("--password-stdin",), PASSWORD, "--name and --email"),
    ],
)  # fmt: skip
def test_what_can_not_be_is_one_sentence(tmp_path, words, typed, says):
    done = new_account(tmp_path, *words, typed=typed)
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.strip().splitlines()
    assert says in line
    assert line.endswith(".")
    assert not typed or typed not in line


def test_there_is_one_account_for_an_address(tmp_path):
    assert new_account(tmp_path, *WHO).returncode == 0
    done = new_account(tmp_path, *WHO)
    assert done.returncode == 1
    assert done.stderr.strip() == f"There is an account for {EMAIL} already."


AT_A_TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"


def asked(data_dir, *typed):
    """Runs the command at a terminal and types these lines as it asks: all that stood on the screen, and how it ended."""
    with subprocess.Popen(
        [sys.executable, "-c", AT_A_TERMINAL, sys.executable, "-m", "meeting_server", "new-account"],
        cwd=ROOT, env=environment(data_dir), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        bufsize=0,
    ) as process:  # fmt: skip
        screen = ""
        for line in typed:
            before = len(screen)
            while not screen[before:].endswith(": "):
                more = process.stdout.read(1000)
                assert more, screen
                screen += more.decode()
            process.stdin.write(line.encode() + b"\n")
        screen += process.stdout.read().decode()
        return screen, process.wait(timeout=30)


def test_at_a_terminal_the_password_is_asked_for_twice_and_never_shown(tmp_path):
    screen, code = asked(tmp_path, NAME, EMAIL, PASSWORD, PASSWORD)
    assert code == 0, screen
    assert f"There is an account for {EMAIL} now." in screen
    assert PASSWORD not in screen


def test_two_different_passwords_make_no_account(tmp_path):
    screen, code = asked(tmp_path, NAME, EMAIL, PASSWORD, PASSWORD + "!")
    assert code == 1
    assert "The two passwords are not the same." in screen
    assert PASSWORD not in screen


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
                assert passwords.index(password) == len(passwords) - 1
                if len(passwords) > 1:
                    assert Staff(url).sign_in(email, passwords[0]).status_code == 403
            finally:
                process.terminate()
            process.wait(timeout=20)
