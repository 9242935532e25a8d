"""No script asks the device what time it is where it stands: the record's time is London's, and so is every screen's."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = [
    one
    for folder in ("meeting_server/static", "facilitator_ui/static")
    for one in (ROOT / folder).rglob("*.js")
    if "vendor" not in one.parts
]
OF_THE_DEVICE = re.compile(
    r"\.(get|set)(Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)\(|\.to(LocaleDate|LocaleTime|Date|Time)String\(|\bDate\([^()]*\)\.to\w*String\(|\bIntl\.DateTimeFormat"
)
ONE_DOOR = "london.js"
"""The one module that turns a stamp into a day and an hour, and names the zone as it does."""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda one: one.name)
def test_no_script_formats_a_time_in_the_devices_zone(script: Path) -> None:
    found = OF_THE_DEVICE.findall(script.read_text(encoding="utf-8"))
    assert not found or script.name == ONE_DOOR, found


def test_the_one_door_names_the_zone() -> None:
    text = next(one for one in SCRIPTS if one.name == ONE_DOOR).read_text(encoding="utf-8")
    assert text.count("Intl.DateTimeFormat") == text.count('timeZone: "Europe/London"') == 1


def test_no_page_of_ours_asks_the_servers_zone() -> None:
    """Python's ways to ask for the zone of the machine it runs on."""
    local = re.compile(
        r"datetime\.(now|today)\(\)|date\.today\(|fromtimestamp\([^,()]*\)|\.astimezone\(\)|localtime\(|strftime\('%[^']*', *time\.local"
    )
    for folder in ("meeting_server", "facilitator_ui"):
        for one in (ROOT / folder).rglob("*.py"):
            assert not local.findall(one.read_text(encoding="utf-8")), one
