"""Writes a page of pictures of each screen of the demo: `make demo-tour`. Needs Chromium, and a demo that runs.

It reads the demo's own list (`/demo` on PORT), comes in as the people there, and photographs what each of them sees.
Where no demo runs it starts one for the time it takes. In a running demo these people come in; nothing else changes.
"""

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import requests
from PIL import Image
from playwright.sync_api import sync_playwright

from tests.e2e.conftest import FLAGS
from tests.e2e.pages.big_screen_page import BigScreen
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import LAPTOP, PHONE, Person
from tests.people.on_the_wire import Wire, opens_the_door
from tools import chromium

ROOT = Path(__file__).parent.parent
TOUR = ROOT / "build" / "demo-tour"
FIRST, REVIEW, CORE = "First conference", "Review meeting", "Core group"
WHO_IS_SEEN = (
    (FIRST, "Ines", LAPTOP, "The chair’s desk, in the step of numbers"),
    (FIRST, "Marla", PHONE, "A parent’s phone, asked for a number"),
    (FIRST, "Nell", LAPTOP, "A health visitor’s laptop"),
    (FIRST, "Tolly", LAPTOP, "The minutes desk"),
    (REVIEW, "Ines", LAPTOP, "A review on the grid: the chair’s desk"),
    (REVIEW, "Odile", PHONE, "A review on the grid: a grandmother’s phone"),
    (CORE, "Kit", LAPTOP, "A core group with the last plan: the chair’s desk"),
    (CORE, "Marla", PHONE, "A core group with the last plan: a parent’s phone"),
)


class Listed:
    """The demo as its page lists it."""

    def __init__(self, url: str) -> None:
        self.url = url
        page = requests.get(f"{url}/demo", timeout=20).text
        self.links: dict[str, dict[str, str]] = {}
        for section in re.findall(r"<section.*?</section>", page, re.DOTALL):
            title, links = (
                re.findall(r"<h2[^>]*>([^<]+)</h2>", section)[0],
                re.findall(r'href="([^"]+)"[^>]*>([^<]+)</a>', section),
            )
            self.links[html.unescape(title)] = {html.unescape(who): html.unescape(link) for link, who in links}
        self.password, self.manager = re.findall(r"<code>([^<]+)</code>", page)[0], "saffron@demo.example"
        self.sitting = re.findall(r'href="(/sittings/[^"]+)"', page)[0]

    def person(self, meeting: str, name: str) -> tuple[str, str]:
        """Returns a person's link and whole name, by the beginning of it."""
        who, link = next((who, link) for who, link in self.links[meeting].items() if who.startswith(name))
        return link, who.partition(", ")[0]


class Tour:
    """The pictures, and the page that shows them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shown: list[tuple[str, str]] = []
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    def shows(self, person: Person, words: str) -> None:
        """Photographs what a person sees now, with as many colours as a drawn screen needs."""
        name = f"{len(self.shown) + 1:02}-{re.sub(r'[^a-z]+', '-', words.lower()).strip('-')}.png"
        person.page.evaluate("document.fonts.ready")
        person.page.wait_for_timeout(500)
        person.page.screenshot(path=self.folder / name, animations="disabled")
        with Image.open(self.folder / name) as whole:
            small = whole.convert("RGB").quantize(128, dither=Image.Dither.NONE)
        small.save(self.folder / name, optimize=True)
        self.shown.append((name, words))

    def page(self) -> Path:
        """Writes the page, and returns where it is."""
        figures = "\n".join(
            f'<figure><img src="{name}" alt=""><figcaption>{html.escape(words)}</figcaption></figure>'
            for name, words in self.shown
        )
        style = (
            "body{font:18px/1.4 sans-serif;margin:1rem;background:#f5f3ee;color:#17242f}"
            "main{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start}"
            "figure{margin:0}img{max-width:100%;max-height:40rem;border:1px solid #465462}figcaption{max-width:40rem}"
        )
        whole = (
            f'<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>The demo in pictures</title>'
            f"<style>{style}</style></head>\n<body><h1>The demo in pictures</h1><p>All people here are invented.</p>"
            f"<main>\n{figures}\n</main></body></html>\n"
        )
        at = self.folder / "index.html"
        at.write_text(whole, "utf-8")
        return at


@contextmanager
def running() -> Iterator[str]:
    """Gives the address of the demo that runs on PORT, or of one that runs while this lasts."""
    url = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
    try:
        runs = requests.get(f"{url}/demo", timeout=5).status_code == 200
    except requests.RequestException:
        runs = False
    if runs:
        yield url
        return
    print(f"No demo runs at {url}. One is started for the tour.", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "DATA_DIR": folder, "PORT": "0"}
        serve = [sys.executable, "-m", "meeting_server", "serve", "--demo", os.environ.get("STATE", "mid")]
        with subprocess.Popen(
            serve, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as server:
            try:
                yield next(line.split()[1] for line in server.stdout or () if line.startswith("Serving "))
            finally:
                server.terminate()


def takes(tour: Tour, hall: Hall, demo: Listed) -> None:
    """Goes through the demo, one screen after the other."""
    _list_page(tour, hall, demo)
    chairs: dict[str, Wire] = {}
    for meeting, name, size, words in WHO_IS_SEEN:
        link, whole = demo.person(meeting, name)
        if meeting not in chairs:
            chair_link, chair = next(
                (link, who.partition(", ")[0]) for who, link in demo.links[meeting].items() if who.endswith(", Chair")
            )
            chairs[meeting] = Wire(demo.url, chair_link, chair).connect()
            hall.wires.append(chairs[meeting])
        person = hall.person(demo.url, link, whole, size=size).arrives()
        # The chair too: their own browser is the second device of their link.
        opens_the_door(chairs[meeting], whole)
        person.is_in()
        tour.shows(person, words)
        if (meeting, name) == (FIRST, "Nell"):
            person.page.goto(f"{person.page.url.partition('?')[0]}/record")
            tour.shows(person, "The draft record, as she may read it")
    screen = BigScreen(hall.browser, demo.url, size=LAPTOP)
    hall.people.append(screen)
    tour.shows(screen.is_paired_by(chairs[FIRST]), "The big screen of the first conference")
    _sitting(tour, hall, demo)


def _list_page(tour: Tour, hall: Hall, demo: Listed) -> None:
    one = hall.person(demo.url, "", "", size=LAPTOP)
    one.page.goto(f"{demo.url}/demo")
    tour.shows(one, "The list of the demo")


def _sitting(tour: Tour, hall: Hall, demo: Listed) -> None:
    saffron = hall.person(demo.url, "", "Saffron Pellwood", size=LAPTOP)
    saffron.page.goto(f"{demo.url}/sign-in")
    saffron.page.get_by_label("Email address").fill(demo.manager)
    saffron.page.get_by_label("Password").fill(demo.password)
    saffron.page.get_by_role("button", name="Sign in", exact=True).click()
    saffron.page.wait_for_url(lambda url: "/sign-in" not in url)
    saffron.page.goto(urljoin(demo.url, demo.sitting))
    tour.shows(saffron, "A sitting of case supervision, family after family")
    saffron.page.goto(f"{demo.url}/meetings")
    tour.shows(saffron, "A team manager’s meetings")


def main() -> int:
    """Takes all pictures, or says why not."""
    found = chromium.find()
    if found is None:
        print(chromium.SENTENCE, file=sys.stderr)
        return 1
    with running() as url, sync_playwright() as playwright:
        tour, hall = Tour(TOUR), Hall(playwright.chromium.launch(executable_path=found, args=FLAGS))
        takes(tour, hall, Listed(url))
        hall.close()
    print(f"{len(tour.shown)} pictures: {tour.page()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
