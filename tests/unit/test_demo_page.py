"""Who may have the demo's page: somebody at the machine that serves it, where it serves nobody else."""

import pytest
from flask import Flask

from meeting_server.http.demo_page import demo_page, shows_demo
from meeting_server.settings import Settings

HERE = Settings(port=8000)


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        (HERE, True),
        (Settings(port=8000, host="localhost"), True),
        (Settings(port=8000, public_url="http://127.0.0.1:9000"), True),
        (Settings(port=8000, host="0.0.0.0"), True),
        (Settings(port=8000, host="192.168.1.4"), False),
        (Settings(port=8000, public_url="http://board.example"), False),
        (Settings(port=8000, public_url="https://127.0.0.1", trusted_proxies=0), False),
        (Settings(port=8000, trusted_proxies=1), False),
    ],
)
def test_a_demo_has_its_page_where_it_is_for_this_machine(settings: Settings, shown: bool) -> None:
    assert shows_demo(settings) is shown


@pytest.mark.parametrize("asks_from", ["192.168.1.9", "::ffff:192.168.1.9", ""])
def test_whoever_asks_from_elsewhere_is_told_that_there_is_no_such_page(asks_from: str) -> None:
    app = Flask("meeting_server", template_folder="templates")
    app.extensions["board"] = type("Site", (), {"settings": HERE})
    app.extensions["demo"] = object()
    app.register_blueprint(demo_page)
    asked = app.test_client().get("/demo", base_url="http://127.0.0.1:8000", environ_base={"REMOTE_ADDR": asks_from})
    assert asked.status_code == 404
