"""What is stated in pyproject.toml is what the lock files pin."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
STATED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = STATED["project"]["optional-dependencies"]
SERVER = STATED["project"]["dependencies"]
RUN = [*SERVER, *(one for extra in EXTRAS.values() for one in extra)]
DEV = STATED["dependency-groups"]["dev"]


def pinned(lock):
    """Each package that a lock file names, with its one version."""
    found = re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


@pytest.mark.parametrize(("lock", "stated"), [("requirements.txt", RUN), ("requirements-dev.txt", RUN + DEV)])
def test_a_lock_file_holds_all_that_is_stated(lock, stated):
    locked = pinned(lock)
    asked = [Requirement(one) for one in stated]
    loose = [str(one) for one in asked if not one.specifier.contains(locked.get(canonicalize_name(one.name), ""))]
    assert not loose, f"{lock} lacks them, or pins another version (make lock): {loose}"


def test_the_tests_run_with_the_versions_that_are_served():
    dev = pinned("requirements-dev.txt")
    other = {name: version for name, version in pinned("requirements.txt").items() if dev.get(name) != version}
    assert not other, f"requirements-dev.txt has another version (make lock): {other}"


def test_each_is_stated_once_and_in_order():
    for stated in (SERVER, *EXTRAS.values(), DEV):
        names = [canonicalize_name(Requirement(one).name) for one in stated]
        assert names == sorted(set(names))
    names = [Requirement(one).name for one in (*RUN, *DEV)]
    assert len(names) == len(set(names))
