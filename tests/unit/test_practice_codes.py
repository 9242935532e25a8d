"""A code in a comment stands for a sentence of docs/practice.md, and no comment leads to a page that is not here."""

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.servers.served import ROOT

PAGE = ROOT / "docs" / "practice.md"
CODE = re.compile(r"\b[DLUWSTF][0-9]{1,2}\b")
ROW = re.compile(r"^\| ([A-Z][0-9]{1,2}) \| ([A-Z].+\.) \| (\S*) ?\|$", re.MULTILINE)
ELSEWHERE = "design|interface|safety|speed|models|wording|record|focus|house|seeds|settled|audiences|council|peers"
POINTER = re.compile(rf"(?<![\w/-])(?:(?:practice|{ELSEWHERE})(?:\.md`?)? [0-9]|(?:{ELSEWHERE})\.md\b)")
OUR_PYTHON = ("meeting_server", "facilitator_ui", "tests", "tools", "benchmarks")
OUR_PACKAGES = ("meeting_server", "facilitator_ui")
COMMENTS = {
    ".js": re.compile(r"/\*.*?\*/|(?<![:\\])//[^\n]*", re.DOTALL),
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
    ".html": re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL),
    ".toml": re.compile(r"(?s:.+)"),  # Values too: people read them in a meeting.
}


def files(folders: tuple[str, ...], ending: str) -> Iterator[Path]:
    for folder in folders:
        yield from (one for one in sorted((ROOT / folder).rglob(f"*{ending}")) if "vendor" not in one.parts)


def remarks_of_python(text: str) -> Iterator[tuple[int, str]]:
    """Line and text of every comment and docstring, also of those that stand below a value."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Expr(value=ast.Constant(value=str(said))):
                yield node.lineno, said


def remarks(file: Path) -> Iterator[tuple[int, str]]:
    text = file.read_text("utf-8")
    if file.suffix == ".py":
        yield from remarks_of_python(text)
    else:
        for found in COMMENTS[file.suffix].finditer(text):
            yield text.count("\n", 0, found.start()) + 1, found[0]


@cache
def every_remark() -> tuple[tuple[str, int, str], ...]:
    """File, line and text. Read once: to look through every file takes seconds."""
    return tuple(_each_remark())


def _each_remark() -> Iterator[tuple[str, int, str]]:
    named = [(OUR_PYTHON, ".py"), *((OUR_PACKAGES, ending) for ending in COMMENTS)]
    for folders, ending in named:
        for file in files(folders, ending):
            for line, text in remarks(file):
                yield file.relative_to(ROOT).as_posix(), line, text


def every_page() -> Iterator[tuple[str, int, str]]:
    pages = [*ROOT.glob("*.md"), *files(("docs", "tools", *OUR_PACKAGES), ".md")]
    for page in pages:
        yield page.relative_to(ROOT).as_posix(), 1, page.read_text("utf-8")


def places(pattern: re.Pattern[str], texts: Iterable[tuple[str, int, str]]) -> Iterator[tuple[str, str]]:
    """What a text says, and where it stands."""
    for name, line, text in texts:
        for found in pattern.finditer(text):
            yield found[0], f"{name}:{line + text.count(chr(10), 0, found.start())}: {found[0]}"


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, str, str]]:
    return ROW.findall(PAGE.read_text("utf-8"))


def test_every_line_of_the_table_is_a_code_a_sentence_and_a_test_or_none(rows):
    below_the_head = PAGE.read_text("utf-8").partition("|---|---|---|\n")[2].splitlines()
    assert len(rows) == len(below_the_head)
    assert [code for code, sentence, _ in rows if re.search(r"\. [A-Z]", sentence)] == [], "one sentence each"


def test_no_code_has_two_rows(rows):
    codes = [code for code, _, _ in rows]
    assert sorted(codes) == sorted(set(codes))


def test_the_codes_of_each_source_are_all_there(rows):
    known = {code for code, _, _ in rows}
    lists = {"D": 19, "L": 13, "U": 8, "W": 12, "S": 14}
    assert {f"{letter}{number}" for letter, last in lists.items() for number in range(1, last + 1)} <= known


def test_every_test_that_the_table_names_exists(rows):
    assert [test for _, _, test in rows if test and not (test.startswith("tests/") and (ROOT / test).is_file())] == []


def test_what_keeps_the_people_in_the_room_safe_names_the_test_that_holds_it(rows):
    safety = {"D10", "S4", "S9", "S12", "S14", "W3"}
    assert [code for code, _, test in rows if (code in safety or code[0] == "T") and not test] == []


def test_every_code_in_a_comment_has_a_row(rows):
    known = {code for code, _, _ in rows}
    unknown = [where for code, where in places(CODE, every_remark()) if code not in known]
    assert not unknown, f"Give it a row in docs/practice.md, or say what is meant: {unknown}"


def test_no_comment_and_no_page_leads_to_a_page_that_is_not_here():
    found = [where for texts in (every_remark(), every_page()) for _, where in places(POINTER, texts)]
    assert not found, f"Say the reason itself, or name a decision or a code of docs/practice.md: {found}"
