"""The version is written down once, and the command line goes by the name it was called by."""

import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from meeting_server import command_line, version
from meeting_server.settings import Settings

ROOT = Path(__file__).parents[2]
STATED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


def test_a_checkout_says_what_its_file_says(capsys):
    assert version.version() == STATED
    with pytest.raises(SystemExit) as ended:
        command_line.run(["--version"], Settings())
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"Common Ground {STATED}\n"


@pytest.mark.parametrize("beside", [None, "", '[project]\nname = "another"\nversion = "9"\n'])
def test_without_a_checkout_it_is_what_was_installed(tmp_path, monkeypatch, beside):
    file = tmp_path / "pyproject.toml"
    if beside is not None:
        file.write_text(beside, "utf-8")
    monkeypatch.setattr(version, "_CHECKOUT", file)
    monkeypatch.setattr(metadata, "version", {"common-ground": "2.5"}.__getitem__)
    assert version.version() == "2.5"


@pytest.mark.parametrize(
    ("called", "name"),
    [("/srv/board/bin/common-ground", "common-ground"), ("meeting_server/__main__.py", "python -m meeting_server")],
)
def test_the_command_line_goes_by_the_name_it_was_called_by(monkeypatch, capsys, called, name):
    monkeypatch.setattr(sys, "argv", [called])
    with pytest.raises(SystemExit):
        command_line.run(["--help"], Settings())
    assert capsys.readouterr().out.startswith(f"usage: {name} ")
