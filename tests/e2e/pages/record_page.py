"""Reading the record in a browser, beside the board."""

import re
import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import Locator

from tests.e2e.pages.people import Person


def reads_the_record(person: Person, link: Locator) -> Person:
    """Presses the link, and is on the record's page from now on; the board stays open behind it."""
    with person.context.expect_page() as coming:
        link.click()
    person.page = coming.value
    person._watch()
    person.page.wait_for_load_state()
    return person


def printed(person: Person, file: Path) -> tuple[int, str]:
    """The page as the browser prints it: how many sheets, and their words where pdftotext is there to read them."""
    person.page.pdf(path=file, prefer_css_page_size=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", file.read_bytes()))
    if not shutil.which("pdftotext"):
        return sheets, ""
    read = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
    return sheets, read.stdout
