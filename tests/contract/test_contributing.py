"""CONTRIBUTING.md says how a command is added: its own six files, put into a copy of the product, are a command."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).parents[2]
PARTS = (
    "meeting_server",
    "facilitator_ui",
    "tests",
    "tools",
    "docs",
    "pyproject.toml",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
)
GUARDS = (
    "tests/contract/test_commands_and_events.py",
    "tests/contract/test_protocol_is_current.py",
    "tests/contract/test_every_module_has_a_test.py",
    "tests/unit/domain/points/test_pin.py",
    "tests/unit/domain/test_permissions.py",
    "tests/unit/domain/test_streams.py",
)
THOSE_OF_IT = "pin or registered or room_lists or table or test_of_its_name or current"


def steps() -> dict[str, list[str]]:
    """Each file of the list, with the blocks that stand below it."""
    section = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Adding a command")[2].partition("\n## ")[0]
    found = re.split(r"\n\d\. `([^`]+)`", section)
    blocks = [re.findall(r"^ *```\w+\n(.*?)^ *```$", text, re.DOTALL | re.MULTILINE) for text in found[2::2]]
    return {file: [dedent(one) for one in of_file] for file, of_file in zip(found[1::2], blocks, strict=True)}


def add(place: Path, block: str) -> None:
    """Writes a new file, or adds the lines of a block below its first line, which stands in the file once."""
    if not place.exists():
        place.write_text(block, "utf-8")
        return
    first, *more = block.rstrip().split("\n")
    lines = place.read_text("utf-8").split("\n")
    (at,) = [n for n, line in enumerate(lines) if line.strip() == first.strip()]
    margin = " " * (len(lines[at]) - len(lines[at].lstrip()))
    place.write_text("\n".join([*lines[: at + 1], *(margin + line for line in more), *lines[at + 1 :]]), "utf-8")


def run(where: Path, *words: str) -> None:
    """Runs Python there, and says what it said where it fails."""
    done = subprocess.run([sys.executable, *words], cwd=where, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]


@pytest.mark.thorough("tests/contract/test_commands_and_events.py")
def test_the_six_files_of_contributing_add_a_command(tmp_path: Path) -> None:
    files = steps()
    assert len(files) == 6
    assert all(blocks for blocks in files.values())
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, tmp_path / part)
    for file, blocks in files.items():
        for block in blocks:
            add(tmp_path / file, block)
    run(tmp_path, "tools/protocol.py")
    run(tmp_path, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", THOSE_OF_IT, *GUARDS)
    for page in ("docs/protocol.md", "meeting_server/static/board/wire.js"):
        assert "pinned" in (tmp_path / page).read_text("utf-8"), page
    assert "pin_item" in (tmp_path / "meeting_server/static/board/points/point_menu.js").read_text("utf-8")


def test_a_block_stands_below_its_first_line_and_as_far_in_as_that(tmp_path: Path) -> None:
    place = tmp_path / "by_hand.txt"
    place.write_text("one\n  two\nthree", "utf-8")
    add(place, "two\n  four\n")
    assert place.read_text("utf-8") == "one\n  two\n    four\nthree"
