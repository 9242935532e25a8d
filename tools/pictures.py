"""Takes the pictures of the README from the running product: `python -m tools.pictures`. Needs Chromium."""

import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.e2e.conftest import FLAGS
from tests.served import Served, make_demo
from tools import chromium

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"


def main() -> int:
    """Serves the demo just before its end, lets a health visitor in, and photographs her board."""
    found = chromium.find()
    if found is None:
        print(chromium.SENTENCE, file=sys.stderr)
        return 1
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        data_dir = Path(folder)
        served = Served(data_dir).start()
        served.stop()
        made = make_demo(data_dir, "end", PORT=served.settings["PORT"])
        served.start()
        try:
            browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
            links = {one["role"]: one["link"] for one in made["meetings"][0]["attendees"]}
            pages = []
            for role in ("chair", "health"):
                page = browser.new_context(viewport={"width": 1366, "height": 1000}).new_page()
                page.goto(links[role])
                page.get_by_role("button", name="Ask to join").click()
                pages.append(page)
            chair, health = pages
            chair.get_by_role("button", name=re.compile("^Let in")).first.click()
            _photograph(health, PICTURES / "board.png")
            browser.close()
        finally:
            served.stop()
    return 0


def _photograph(page: Page, path: Path) -> None:
    page.get_by_role("button", name="Juniper", exact=True).click()
    page.get_by_role("heading", name="What's working well?").wait_for()
    page.wait_for_timeout(500)
    page.screenshot(path=path)


if __name__ == "__main__":
    sys.exit(main())
