"""The package that `make wheel` builds: whole, the same each time, and all that a server needs besides others' packages."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
import requests

from tests.servers.served import ROOT, Served, environment

PACKAGES = ("meeting_server", "facilitator_ui")
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


def built(folder, out):
    """The wheel of a checkout."""
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(out)]
    clean = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(words, cwd=folder, env=clean, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = out.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Built where we are."""
    return built(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The program `common-ground` of a new environment that holds the wheel, and others' packages from this one's."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False)
    bin = folder / "bin"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(bin / "python"), "--disable-pip-version-check", "install", "--quiet",
         "--no-deps", "--no-index", str(wheel)],
        cwd=folder, timeout=60, check=True,
    )  # fmt: skip
    # A .pth file is not read in a folder that another one names: our checkout's stays out.
    others = "\n".join(sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}))
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "others.pth").write_text(others + "\n", "utf-8")
    return bin / "common-ground"


def alone(data_dir):
    """What the installed product is told: nothing of where the checkout is."""
    return {name: value for name, value in environment(data_dir).items() if name != "PYTHONPATH"}


def run(program, *words, data_dir):
    """One command of the installed product, out of sight of the checkout."""
    return subprocess.run(
        [program, *words],
        cwd=program.parent, env=alone(data_dir), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


class Installed(Served):
    """A server started by the program `common-ground`, out of sight of the checkout."""

    def __init__(self, program, data_dir):
        super().__init__(data_dir, quick=False)
        self._program = program

    def _process(self):
        return subprocess.Popen(
            [self._program, "serve"],
            cwd=self._program.parent, env=alone(self.data_dir), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip


def test_every_file_of_both_packages_is_in_it(wheel):
    ours = {
        file.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for file in (ROOT / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == ours


def test_the_same_files_elsewhere_make_the_same_bytes(wheel, tmp_path):
    other = tmp_path / "elsewhere"
    for package in PACKAGES:
        shutil.copytree(ROOT / package, other / package, copy_function=shutil.copyfile)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copyfile(ROOT / name, other / name)
    for file in (one for one in other.rglob("*") if one.is_file()):
        file.chmod(0o600)
        os.utime(file, (1_000_000_000, 1_000_000_000))
    again = built(other, tmp_path / "out")
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_it_says_its_version(installed, tmp_path):
    assert run(installed, "--version", data_dir=tmp_path).stdout == f"Common Ground {VERSION}\n"


def test_it_fills_every_workbook_that_it_brings(installed, tmp_path):
    done = run(installed, "workbooks", data_dir=tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.thorough("tests/integration/test_wheel.py")
def test_it_makes_a_record(installed, tmp_path):
    made = run(installed, "demo", "--json", "--state", "end", data_dir=tmp_path)
    assert made.returncode == 0, made.stderr
    meeting = json.loads(made.stdout)["meetings"][0]["id"]
    out = tmp_path / "record.docx"
    done = run(installed, "export", meeting, "--out", str(out), data_dir=tmp_path)
    assert done.returncode == 0, done.stderr
    assert zipfile.is_zipfile(out)


def test_it_serves_a_page_with_all_that_the_page_loads(installed, tmp_path):
    served = Installed(installed, tmp_path).start()
    page = requests.get(f"{served.url}/join", timeout=10)
    assert page.status_code == 200
    loads = re.findall(r"(?:src|href)=\"(/static/[^\"]+\.(?:js|css))\"", page.text)
    assert {Path(one).suffix for one in loads} == {".js", ".css"}
    for one in loads:
        assert requests.get(served.url + one, timeout=20).status_code == 200, one
    assert served.stop() == 0
    assert "Traceback" not in served.log
