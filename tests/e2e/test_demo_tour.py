"""The tour of the demo: a page of pictures, one of each screen, taken from a demo that runs."""

from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.pages.hall import Hall
from tests.servers.served import free_port
from tools.demo_tour import WHO_IS_SEEN, Listed, Tour, running, takes


@pytest.mark.thorough("tests/integration/test_demo_team.py")
@pytest.mark.timeout(240)
def test_each_screen_of_the_demo_is_photographed(
    hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", free_port())
    tour = Tour(tmp_path / "tour")
    with running() as url:
        assert "No demo runs at" in capsys.readouterr().out
        takes(tour, hall, Listed(url))
        hall.goes()
        # One that runs is taken as it is.
        monkeypatch.setenv("PORT", url.rpartition(":")[2])
        with running() as again:
            assert again == url
    page = tour.page().read_text("utf-8")
    pictures = sorted((tmp_path / "tour").glob("*.png"))
    assert len(pictures) == len(WHO_IS_SEEN) + 5
    assert len({one.read_bytes() for one in pictures}) == len(pictures)
    for one in pictures:
        assert f'<img src="{one.name}"' in page
        with Image.open(one) as picture:
            assert picture.width in (390, 1366)
