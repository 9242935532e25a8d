"""Takes the pictures of the README and the guide from the running product: `python -m tools.pictures`. Needs Chromium.

The tests that walk through the guide take its pictures (tests/tools/guide.py), so each shows what its page tells at
that place.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.e2e.conftest import FLAGS
from tests.e2e.pages.guide_town import sees_waiting
from tests.e2e.pages.hall import Demo, Hall
from tests.servers.served import Served, make_demo
from tests.tools.guide import GUIDE, PICTURE, WRITE_TO
from tools import chromium

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
WALKS = sorted((ROOT / "tests" / "e2e").glob("test_guide*.py"))


def main() -> int:
    """Takes all of them, or says why not. The pictures of a guide that does not walk stay as they were."""
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
    """Saves it with as many colours as a drawn screen needs, which makes it a third as large."""
    with Image.open(picture) as whole:
        whole.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(PICTURES / picture.name, optimize=True)


def _board(found: str, data_dir: Path, picture: Path) -> None:
    """Serves the demo just before its end, lets a health visitor in, and photographs what is agreed for each child."""
    made = make_demo(data_dir, "end")
    served = Served(data_dir).start()
    try:
        with sync_playwright() as playwright:
            hall = Hall(playwright.chromium.launch(executable_path=found, args=FLAGS))
            demo = Demo(served, made)
            chair = hall.of_demo(demo, "Ines").arrives().is_in()
            nell = hall.of_demo(demo, "Nell", size=(1366, 900)).arrives()
            sees_waiting(chair)
            chair.lets_in("Nell")
            nell.is_in().reads("What follows, and when")
            nell.page.evaluate("document.fonts.ready")
            nell.page.screenshot(path=picture, animations="disabled")
            hall.close()
    finally:
        served.stop()


if __name__ == "__main__":
    sys.exit(main())
