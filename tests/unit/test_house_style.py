"""How the house is written, with numbers that may only fall: whoever lowers one lowers it here too."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from meeting_server.http.bundles import STYLES

ROOT = Path(__file__).parents[2]
SERVER, CHAIR = ROOT / "meeting_server", ROOT / "facilitator_ui"
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 250, 40

LONG_FILES = {
    "meeting_server/command_line.py": 294, "meeting_server/demo/people.py": 295, "meeting_server/demo/script.py": 269,
    "meeting_server/domain/deciding/decisions.py": 259, "meeting_server/domain/points/items.py": 272,
    "meeting_server/domain/template/template.py": 260, "meeting_server/http/gate.py": 272,
    "meeting_server/sockets/board.py": 312, "meeting_server/sockets/strict_packets.py": 270,
    "meeting_server/storage/tables.py": 316, "meeting_server/storage/template_checks.py": 262,
}  # fmt: skip
LONG_FUNCTIONS = {
    "meeting_server/app.py:create_app": 50, "meeting_server/command_line.py:_serve_on": 45,
    "meeting_server/eventlet_server.py:serve": 55, "meeting_server/http/gate.py:__init__": 43,
    "meeting_server/services/sittings.py:add_family": 44,
}  # fmt: skip
FORMATTED_BY_HAND = 37
VAGUE_WORDS = 305
FIRST_WORDS = {"Who", "Whom", "Whose", "Whoever", "Whatever", "Nobody", "Somebody", "Behind", "Whether"}


def sources(*folders: Path) -> Iterator[tuple[Path, str]]:
    """Each of our own Python files, but for migrations, which are never edited."""
    for folder in folders:
        for file in sorted(folder.rglob("*.py")):
            if "migrations" not in file.parts:
                yield file.relative_to(ROOT), file.read_text("utf-8")


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Each function with the file it stands in."""
    for file, text in sources(SERVER, CHAIR):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                yield f"{file}:{node.name}", node


def docstrings() -> Iterator[tuple[str, str]]:
    """Each docstring with the file it stands in."""
    for file, text in sources(SERVER, CHAIR, ROOT / "tools", ROOT / "benchmarks"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (said := ast.get_docstring(node)):
                yield str(file), said


def test_a_file_can_be_read_in_one_go() -> None:
    long = {str(file): n for file, text in sources(SERVER, CHAIR) if (n := text.count("\n")) > MOST_LINES}
    assert set(long) == set(LONG_FILES), f"At most {MOST_LINES} lines; take a file that is short now off the list."
    assert all(n <= LONG_FILES[file] for file, n in long.items()), f"A long file may only become shorter: {long}"


def test_a_function_can_be_seen_whole() -> None:
    long = {
        name: lines
        for name, one in functions()
        if (lines := (one.end_lineno or 0) - one.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    }
    assert set(long) == set(LONG_FUNCTIONS), f"At most {MOST_LINES_OF_A_FUNCTION} lines; take a short one off the list."
    assert all(n <= LONG_FUNCTIONS[name] for name, n in long.items()), f"It may only become shorter: {long}"


def test_imports_inside_the_server_are_relative_and_those_of_the_chairs_pages_are_not() -> None:
    apart = {Path("meeting_server/__main__.py")}
    absolute = re.compile(r"^\s*(?:from|import) meeting_server\b", re.MULTILINE)
    assert not [str(file) for file, text in sources(SERVER) if file not in apart and absolute.search(text)]
    assert not [str(file) for file, text in sources(CHAIR) if re.search(r"^\s*from \.\.", text, re.MULTILINE)]


def test_the_formatter_lays_out_what_it_can() -> None:
    by_hand = sum(text.count("# fmt: " + "skip") for _, text in sources(SERVER, CHAIR))
    assert by_hand <= FORMATTED_BY_HAND, "Only a table that is read as a table is laid out by hand."


@pytest.mark.parametrize("forbidden", [r"\bFinal\b", "``"])
def test_some_things_are_not_written_at_all(forbidden: str) -> None:
    assert not [str(file) for file, text in sources(SERVER, CHAIR) if re.search(forbidden, text)], forbidden


def test_every_module_class_command_and_thing_says_what_it_is() -> None:
    silent = [
        f"{file}: {getattr(node, 'name', 'the module')}"
        for file, text in sources(SERVER, CHAIR)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Module | ast.ClassDef) and text and not ast.get_docstring(node)
        if not getattr(node, "name", "").startswith("_")
    ]
    assert not silent, "Say in one sentence what it is."


def test_nothing_is_said_twice_of_how_an_event_changes_a_board() -> None:
    told = {
        f"{file}: {cls.name}.{one.name}"
        for file, text in sources(SERVER / "domain")
        for cls in ast.walk(ast.parse(text))
        if isinstance(cls, ast.ClassDef)
        for one in cls.body
        if isinstance(one, ast.FunctionDef) and one.name in ("changes", "__init__") and ast.get_docstring(one)
    }
    assert told == {"meeting_server/domain/board.py: Event.changes"}, "The event's docstring says what happened."


def test_a_docstring_begins_with_what_is_done_or_what_it_is() -> None:
    late = [f"{file}: {said[:60]}" for file, said in docstrings() if re.split(r"\W", said)[0] in FIRST_WORDS]
    assert not late, "Begin with a verb, with what is returned, or with what it is (CONTRIBUTING.md)."


def test_people_are_named_by_what_they_are() -> None:
    vague = sum(len(re.findall(r"(?i)\b(?:somebody|nobody|whoever|whose)\b", said)) for _, said in docstrings())
    assert vague <= VAGUE_WORDS, "Say the chair, the sender, a person, no one."


ONE_MEANING = {".chip", ".sure", ".who-sees"}
"""Two sheets add to what one class looks like; it means the same in both."""


def test_a_class_means_one_thing_on_a_page() -> None:
    """A mark for what is new was called as the dots of the number line: their names broke letter by letter."""
    bare = re.compile(r"(?:^|[{};,])\s*(\.[\w-]+)(?=\s*[,{])")
    for page, sheets in STYLES.items():
        where: dict[str, set[str]] = {}
        for sheet in sheets:
            text = re.sub(
                r"/\*.*?\*/", "", (ROOT / "meeting_server" / "static" / sheet).read_text("utf-8"), flags=re.DOTALL
            )
            for name in bare.findall(text):
                where.setdefault(name, set()).add(sheet)
        twice = {name: sorted(found) for name, found in where.items() if len(found) > 1 and name not in ONE_MEANING}
        assert not twice, f"{page}: a class of two sheets; give one of them another name: {twice}"
