"""What pages load: one script, one style sheet, compressed; and nothing else that is sent is ever compressed."""

import gzip
import re

import brotli
import pytest
from flask import Flask

from meeting_server.http import bundles, code_lines, static_files
from meeting_server.http.bundles import PAGES, tree_of
from meeting_server.http.static_files import Shelf
from tests.contract.test_routes import ask
from tests.unit.test_house_rules import PACKAGES, STATIC

LARGEST = 110_000
"""Of what a family loads for a conference; a desk is opened by staff."""
DESKS = {"pages/chair.js": 150_000, "pages/minutes.js": 140_000, "pages/whole_board.js": 118_000}


@pytest.fixture(scope="module")
def shelf():
    return Shelf(STATIC)


def test_no_pages_script_is_too_large_for_a_slow_line(shelf):
    for name in (f"pages/{page}.js" for page in PAGES):
        shelf.packed(name, "br")
        shelf.pack_finely()
    sizes = {name: len(shelf.packed(name, "br")) for name in (f"pages/{page}.js" for page in PAGES)}
    too_large = {name: size for name, size in sizes.items() if size > DESKS.get(name, LARGEST)}
    assert not too_large


def test_templates_load_only_what_is_made_for_their_page():
    for folder in PACKAGES:
        for file in folder.rglob("*.html"):
            text = file.read_text("utf-8")
            if (file.name == "base.html" and "staff" not in file.parts) or "documents" in file.parts:
                continue
            assert not re.search(r"<script\b|<link\b|block (?:styles|scripts)", text), f"Set `loads` in {file.name}"
            for loads in re.findall(r'{% set loads = (?:loads or )?"(\w+)"', text):
                assert loads in PAGES, file.name


def static_links(body):
    return re.findall(r'(?:src|href)="(/static/[^"#]+)"', body.decode())


def test_every_page_loads_one_script_and_one_style_sheet(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    release = static_links(ask(house.url, "GET", "/join")[2])[0].split("/")[2]
    pages = {"/join": "join", "/sign-in": "staff", "/account/begin": "begin_account", "/screen": "screen", "/never": "way_back",
             mum.page: "board", chair.page: "chair", f"{mum.page}/record": "record"}  # fmt: skip
    for path, page in pages.items():
        _, _, body = ask(house.url, "GET", path, cookie=(chair if page == "chair" else mum).cookie)
        links = static_links(body)
        scripts = [link for link in links if link.endswith(".js")]
        sheets = [link for link in links if link.endswith(".css")]
        assert scripts == [f"/static/{release}/pages/{page}.js"], path
        sheet = {"way_back": "pages/base", "record": "css/record"}.get(page, f"pages/{page}")
        assert sheets == [f"/static/{release}/{sheet}.css"], path
        for link in links:
            assert ask(house.url, "GET", link)[0] == 200, link


@pytest.mark.parametrize(
    ("accepted", "way"),
    [("gzip, deflate, br", "br"), ("gzip, deflate", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", None), (None, None)],
)  # fmt: skip
def test_a_file_comes_compressed_for_whoever_can_read_that(house, accepted, way):
    join = ask(house.url, "GET", "/join")[2]
    for link in [link for link in static_links(join) if not link.endswith(".woff2")]:
        headers = {"Accept-Encoding": accepted} if accepted else {"Accept-Encoding": "identity;q=1"}
        status, plain_headers, plain = ask(house.url, "GET", link, **{"Accept-Encoding": "identity"})
        assert status == 200
        status, said, body = ask(house.url, "GET", link, **headers)
        assert said.get("Content-Encoding") == way
        unpacked = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[way](body)
        assert unpacked == plain
        assert said["Vary"] == plain_headers["Vary"] == "Accept-Encoding"
        assert int(said["Content-Length"]) == len(body)
        assert said["Content-Type"] == plain_headers["Content-Type"]
        _, head, nothing = ask(house.url, "HEAD", link, **headers)
        assert (head["Content-Length"], head.get("Content-Encoding"), nothing) == (said["Content-Length"], way, b"")


def test_a_font_comes_as_it_is(house):
    [font] = [link for link in static_links(ask(house.url, "GET", "/join")[2]) if link.endswith(".woff2")]
    status, said, body = ask(house.url, "GET", font, **{"Accept-Encoding": "br, gzip"})
    assert (status, said["Content-Type"], body[:4]) == (200, "font/woff2", b"wOF2")
    assert "Content-Encoding" not in said


def test_nothing_that_differs_between_people_is_compressed(house):
    """Its length would tell what was secret, beside words that somebody else chose."""
    room = house.room()
    _, mum = house.gather(room, "mum")
    for path in ("/", "/join", mum.page, f"{mum.page}/record", f"{mum.page}/record.docx", "/never", "/goodbye/removed",
                 f"/socket.io/?EIO=4&transport=polling&seat={mum.seat}", "/sign-in"):  # fmt: skip
        _, said, _ = ask(house.url, "GET", path, cookie=mum.cookie, **{"Accept-Encoding": "br, gzip", "X-Board": "1"})
        assert "Content-Encoding" not in said, path


def test_packing_finely_changes_only_the_size(shelf):
    name = "pages/join.js"
    first = shelf.packed(name, "br")
    shelf.pack_finely()
    finest = shelf.packed(name, "br")
    assert brotli.decompress(first) == brotli.decompress(finest) == shelf.plain(name)
    assert len(finest) <= len(first)
    assert shelf.packed(name, "gzip") == shelf.packed(name, "gzip")


def test_the_pages_own_files_are_packed_finely_before_anybody_asks_for_them(shelf):
    waits = iter([None])

    def sleep(_seconds):
        if next(waits, "no more") == "no more":
            raise StopIteration

    with pytest.raises(StopIteration):
        shelf.watch(sleep, lambda work: work())
    assert len(shelf.packed("pages/record.js", "br")) == len(
        brotli.compress(shelf.plain("pages/record.js"), quality=11)
    )


def test_without_brotli_gzip_does(monkeypatch):
    monkeypatch.setattr(static_files, "brotli", None)
    app = Flask(__name__)
    app.register_blueprint(static_files.static_files("r", Shelf(STATIC)))
    answer = app.test_client().get("/static/r/icons.svg", headers={"Accept-Encoding": "br, gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("maker", [bundles, code_lines])
def test_a_release_is_another_where_pages_files_are_made_otherwise(monkeypatch, tmp_path, maker):
    before = static_files.release_of(STATIC)
    (tmp_path / "maker.py").write_text("# otherwise", "utf-8")
    monkeypatch.setattr(maker, "__file__", str(tmp_path / "maker.py"))
    assert static_files.release_of(STATIC) != before


def test_sources_are_served_beside_pages_files_under_the_same_release(house):
    release = static_links(ask(house.url, "GET", "/join")[2])[0].split("/")[2]
    for name in (*tree_of(STATIC), "pages/board.js.map", "vendor/VENDOR.md", "vendor/LICENCE-preact.txt"):
        assert ask(house.url, "GET", f"/static/{release}/{name}")[0] == 200, name
