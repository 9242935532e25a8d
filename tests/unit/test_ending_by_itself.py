"""A server that nobody stopped and that ends all the same says so, and its exit code does too."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from meeting_server import threaded_server
from meeting_server.command_line import run
from meeting_server.settings import Settings


@pytest.mark.parametrize(("in_order", "code"), [(True, 0), (False, 1)])
def test_its_exit_code_says_whether_somebody_stopped_it(
    in_order: bool, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def serve(listener: Any, _: object, *, on_stop: Callable[[], None], **__: object) -> bool:
        on_stop()
        listener.close()
        return in_order

    monkeypatch.setattr(threaded_server, "serve", serve)
    monkeypatch.setattr("meeting_server.logs.set_up", lambda *_: None)
    assert run(["serve"], Settings(port=0, data_dir=tmp_path, async_mode="threading")) == code
    assert ("ended by itself" in capsys.readouterr().err) is not in_order
