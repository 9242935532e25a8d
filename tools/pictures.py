"""Takes the pictures of the README and the guide from the running product: `python -m tools.pictures`. Needs Chromium.

The guide's are taken by the tests that walk through it (tests/guide.py), so each shows what its page tells just there.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.e2e.conftest import FLAGS
from tests.guide import GUIDE, PICTURE, WRITE_TO
from tests.served import Served, make_demo
from tools import chromium

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
WALKS = sorted((ROOT / "tests" / "e2e").glob("test_guide*.py"))


def main() -> int:
    """All of them, or a sentence saying why not. Those of a guide that does not walk stay as they were."""
    found = chromium.find()
    if found is None:
        print(chromium.SENTENCE, file=sys.stderr)
        return 1
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made"
        made.mkdir()
        _board(found, Path(folder), made / "board.png")
        walk = [sys.executable, "-m", "pytest", "-q", *map(str, WALKS)]
        walked = subprocess.run(walk, cwd=ROOT, env={**os.environ, WRITE_TO: str(made)}, check=False)
        if walked.returncode:
            return walked.returncode
        named = {name for page in GUIDE.glob("*.md") for _, name in PICTURE.findall(page.read_text("utf-8"))}
        missing = named - {one.name for one in made.iterdir()}
        if missing:
            print(f"Named in the guide, and taken by no walk: {sorted(missing)}", file=sys.stderr)
            return 1
        for one in made.iterdir():
            _keep(one)
    return 0


def _keep(picture: Path) -> None:
    """With as many colours as a drawn screen needs, which makes it a third as large."""
    with Image.open(picture) as whole:
        whole.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(PICTURES / picture.name, optimize=True)


def _board(found: str, data_dir: Path, picture: Path) -> None:
    """Serves the demo just before its end, lets a health visitor in, and photographs her board."""
    with sync_playwright() as playwright:
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
            _photograph(health, picture)
            browser.close()
        finally:
            served.stop()


def _photograph(page: Page, path: Path) -> None:
    page.get_by_role("button", name="Juniper", exact=True).click()
    page.get_by_role("heading", name="What's working well?").wait_for()
    page.wait_for_timeout(500)
    page.screenshot(path=path)


if __name__ == "__main__":
    sys.exit(main())
