"""What we serve from others is what VENDOR.md says it is, and brings its licence."""

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "meeting_server" / "static"
FOLDERS = {"served": STATIC / "vendor", "test only": ROOT / "tests" / "vendor"}
ROW = re.compile(r"^\| (\S+\.\w+) \| (\S+) \| (\S+) \| (\S+) \| (\S{64}) \|$", re.MULTILINE)
ROWS = [(folder, *row) for folder in FOLDERS.values() for row in ROW.findall((folder / "VENDOR.md").read_text("utf-8"))]


@pytest.mark.parametrize(
    ("folder", "name", "package", "version", "licence", "sha384"), ROWS, ids=[row[1] for row in ROWS]
)
def test_a_vendored_file_has_the_hash_version_and_licence_written_down(folder, name, package, version, licence, sha384):
    content = (folder / name).read_bytes()
    assert base64.b64encode(hashlib.sha384(content).digest()).decode() == sha384, f"run make vendor: {name} was changed"
    locked = json.loads((ROOT / "js" / "package-lock.json").read_text("utf-8"))["packages"]
    assert locked[f"node_modules/{package}"]["version"] == version
    assert (folder / f"LICENCE-{package.strip('@').replace('/', '-')}.txt").read_text("utf-8").strip()
    assert licence in {"MIT", "Apache-2.0", "ISC"} or folder != FOLDERS["served"]


def test_every_vendored_file_is_written_down():
    for folder in FOLDERS.values():
        named = {name for row_folder, name, *_ in ROWS if row_folder == folder}
        assert {file.name for file in folder.glob("*.js")} <= named
    assert "../icons.svg" in {name for _, name, *_ in ROWS}


def test_vendored_modules_import_only_each_other_and_point_at_no_source_map():
    for file in FOLDERS["served"].glob("*.js"):
        text = file.read_text("utf-8")
        for imported in re.findall(r'\b(?:from|import)"([^"]+)"', text):
            assert (file.parent / imported).is_file(), f"{file.name} imports {imported}"
        assert "sourceMappingURL" not in text


def test_every_icon_is_a_symbol_drawn_in_the_colour_of_the_text_around_it():
    symbols = re.findall(r"<symbol [^>]*>.+?</symbol>", (STATIC / "icons.svg").read_text("utf-8"))
    assert len(symbols) >= 25
    assert all('id="' in symbol and 'stroke="currentColor"' in symbol for symbol in symbols)


def test_the_font_brings_its_licence():
    fonts = STATIC / "fonts"
    assert list(fonts.glob("*.woff2"))
    assert "SIL OPEN FONT LICENSE" in (fonts / "FONT-LICENCE-OFL.txt").read_text("utf-8").upper()


def test_each_letter_comes_from_one_file_of_the_font_and_the_zero_from_that_of_the_plain_one():
    faces = re.findall(r"@font-face \{(.*?)\}", (STATIC / "css" / "tokens.css").read_text("utf-8"), re.DOTALL)
    found = {}
    for face in faces:
        file, letters = re.search(r'url\("[.][.]/(fonts/[^"]+)"\)', face), re.search(r"unicode-range: (.+);", face)
        assert file
        assert letters
        assert (STATIC / file[1]).is_file()
        found[letters[1]] = Path(file[1]).name
    assert len(set(re.findall("font-weight: .+;", "".join(faces)))) == 1, (
        "browsers put together only faces of the same weights"
    )
    plain = "atkinson-hyperlegible-next-plain-zero.woff2"
    assert found == {"U+0-2F, U+31-10FFFF": "atkinson-hyperlegible-next-latin-450-700.woff2", "U+30": plain}
    hashed = base64.b64encode(hashlib.sha384((STATIC / "fonts" / plain).read_bytes()).digest()).decode()
    assert hashed in (STATIC / "fonts" / "README.md").read_text("utf-8")
