"""What `make test` leaves out is marked thorough("a file of tests"), or proof: that file guards the same rule in `make test`.

What needs another service than Chromium is marked too, so that nothing but Chromium is needed for `make test`.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.servers.served import ROOT

SERVICES = {"tests.servers.several", "tests.servers.clustered", "tools.services", "tools.cluster"}
ON_POSTGRESQL = {"tests.servers.stores.database_for", "tests.servers.stores.server", "tests.servers.stores.share"}
KEPT_OUT = ("thorough", "alone", "proof")
NEEDS_NONE = {"tests/integration/test_room_key.py: test_a_single_server_needs_no_key"}
"""Tests beside others that need a service."""


def files() -> list[str]:
    """All files of tests, by their paths from the root."""
    return sorted(one.relative_to(ROOT).as_posix() for one in (ROOT / "tests").rglob("test_*.py"))


@cache
def tree(file: str) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse((ROOT / file).read_text("utf-8"))


def is_mark(node: ast.AST, name: str) -> bool:
    """True for `pytest.mark.<name>`."""
    return isinstance(node, ast.Attribute) and ast.unparse(node) == f"pytest.mark.{name}"


def uses(file: str) -> Iterator[str]:
    """What each use of the mark names; a use that names no one file is given as it is written."""
    calls = {node.func: node for node in ast.walk(tree(file)) if isinstance(node, ast.Call)}
    for node in ast.walk(tree(file)):
        if is_mark(node, "thorough") or is_mark(node, "proof"):
            match calls.get(node):
                case ast.Call(args=[ast.Constant(value=str(quick))], keywords=[]):
                    yield quick
                case call:
                    yield ast.unparse(call or node)


def marked(node: ast.AST) -> bool:
    """True if a mark in this part of the tree keeps a test out of `make test`."""
    return any(is_mark(one, name) for one in ast.walk(node) for name in KEPT_OUT)


def quick_tests(file: str) -> list[ast.FunctionDef]:
    """The tests of a file that `make test` runs, if not with every parameter."""
    for node in tree(file).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark" and marked(node):
            return []
    tests = [one for one in tree(file).body if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")]
    return [one for one in tests if not any(whole(mark) for mark in one.decorator_list)]


def whole(decorator: ast.expr) -> bool:
    """True for a mark on the test itself, not on one of its parameters."""
    node = decorator.func if isinstance(decorator, ast.Call) else decorator
    return any(is_mark(node, name) for name in KEPT_OUT)


THOROUGH = [(file, quick) for file in files() for quick in uses(file)]


@pytest.mark.parametrize(("file", "quick"), sorted(set(THOROUGH)))
def test_each_names_a_file_of_tests_that_make_test_runs(file: str, quick: str) -> None:
    assert quick in files(), f"{file}: name the file of tests that guards the same rule: thorough({quick!r})"
    assert quick_tests(quick), f"{file}: every test in {quick} is thorough or alone itself"


def needs_a_service(file: str) -> bool:
    """True if a file imports what starts PostgreSQL, Redis or nginx."""
    imports = [node for node in ast.walk(tree(file)) if isinstance(node, ast.ImportFrom)]
    names = {f"{node.module}.{one.name}" for node in imports for one in node.names}
    return bool(SERVICES & {node.module for node in imports} or ON_POSTGRESQL & names)


def test_make_test_needs_no_service_but_chromium() -> None:
    quick = {f"{file}: {one.name}" for file in files() if needs_a_service(file) for one in quick_tests(file)}
    assert quick == NEEDS_NONE, "They may need PostgreSQL, Redis or nginx: mark them thorough or alone"


def test_the_checks_catch_what_they_are_for() -> None:
    source = """
pytestmark = pytest.mark.timeout(9)
@pytest.mark.thorough("tests/a.py")
def test_a(): ...
@pytest.mark.proof
def test_b(): ...
@pytest.mark.parametrize("one", [1, pytest.param(2, marks=pytest.mark.thorough("tests/c.py", "tests/d.py"))])
def test_c(): ...
"""
    tree.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_text", lambda *_: source)
        assert set(uses("here")) == {
            "tests/a.py", "pytest.mark.proof", "pytest.mark.thorough('tests/c.py', 'tests/d.py')"}  # fmt: skip
        assert [one.name for one in quick_tests("here")] == ["test_c"]
    tree.cache_clear()
