"""What was written about a child and should not have been: taken back, it leaves no byte, and nothing else is lost."""

import json

import pytest

from meeting_server.domain.deciding.impact import ClearImpactVersion, ImpactStatement, WriteImpact
from meeting_server.storage.template_files import load_templates
from tests.scenes.table import CANARY, Table
from tests.servers.stores import kept

SECRET = f"Pip told the worker where he hides, {CANARY}."
PLAIN = ["For Pip, loud voices mean hiding.", "For Pip, loud voices mean hiding. Nana feels safe."]


@pytest.fixture
def grid(tmp_path):
    made = Table(tmp_path, template=load_templates()["safety-grid"])
    yield made
    made.close()


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_secret_taken_back_from_a_statement_leaves_no_byte_and_the_log_folds_to_the_same_boards(grid, tmp_path, at):
    pip = grid.room.people["pip"]
    texts = [*PLAIN[:at], SECRET, *PLAIN[at:]]
    writers = ("worker", "mum", "nurse")
    for version, (who, text) in enumerate(zip(writers, texts, strict=True)):
        grid.do(who, WriteImpact(pip, version, text))
    assert CANARY.encode() in kept(tmp_path)
    grid.do(writers[at], ClearImpactVersion(pip, at + 1, "It was told in confidence."))
    assert CANARY.encode() not in kept(tmp_path)
    assert CANARY not in json.dumps({key: grid.boards(key) for key in grid.seats})
    assert grid.replayed() == {key: grid.boards(key) for key in grid.seats}
    said = grid.meeting.room.get(ImpactStatement, pip)
    assert [one.text for one in (*said.earlier, said)] == [*PLAIN[:at], "", *PLAIN[at:]]
    verdict = grid.verdict()
    assert (verdict.wrong, verdict.redacted) == ((), 1)
