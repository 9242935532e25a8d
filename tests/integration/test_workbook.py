"""The workbook over real lines: for staff who are in, of the family or of one child, and for nobody else."""

import io
from pathlib import Path

import docx
import pytest

from meeting_server.services.prepare_meeting import PlannedPerson
from meeting_server.storage.template_files import load_templates
from tests.servers.served import House, Served, command, make_rooms
from tests.servers.stores import rows

TEAM = (
    PlannedPerson("pip", "Pip Canarybird", called="Pip", child=True, age="5"),
    PlannedPerson("juno", "Juno Canarybird", called="Juno", child=True, age="11"),
    PlannedPerson("chair", "Asha Manager", role="chair", agency="social_care"),
    PlannedPerson("worker", "Bel Worker", role="lead_social_worker", agency="social_care"),
    PlannedPerson("recovery", "Cal Recovery", role="recovery_worker", agency="recovery"),
)


def read(answer) -> str:
    """All words of a Word file."""
    assert answer.status_code == 200
    body = docx.Document(io.BytesIO(answer.content)).element.body
    return "\n".join("".join(one.itertext("{*}t")) for one in body.iter("{*}p"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A council's folder of Word files, empty."""
    folder = tmp_path / "workbooks"
    folder.mkdir()
    return folder


@pytest.fixture
def house(tmp_path: Path, own: Path):
    """A server with a supervision and a conference."""
    data, templates = tmp_path / "data", load_templates()
    rooms = make_rooms(data, 1, TEAM, templates["supervision"])
    served = Served(data, WORKBOOKS_DIR=str(own)).start()
    found = House(served, rooms)
    yield found
    found.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log


def test_staff_who_are_in_fetch_the_familys_workbook_and_each_childs_and_that_is_noted(house: House, own: Path) -> None:
    room = house.room()
    _, worker = house.gather(room, "worker")
    pip, juno = room.people["pip"], room.people["juno"]
    worker.add("Pip sleeps through.", "child_says", children=[pip])
    worker.add("Juno says it is quiet at home.", "child_says", children=[juno])
    at = f"/board/{worker.seat}"
    assert {"Pip sleeps through.", "Juno says it is quiet at home."} <= set(
        read(worker.get(f"{at}/workbook.docx")).splitlines()
    )
    of_pip = read(worker.get(f"{at}/workbook.docx?child={pip}"))
    assert "Pip sleeps through." in of_pip
    assert "Juno" not in of_pip
    page = worker.get(f"{at}/record").text
    assert f'href="{at}/workbook.docx">The workbook of the whole family (Word)' in page
    assert f'href="{at}/workbook.docx?child={juno}">Juno' in page
    waits = house.joins(room, "recovery")
    for path in (
        f"/board/{waits.seat}/workbook.docx",
        f"{at}/workbook.docx?child={room.people['worker']}",
        f"{at}/workbook.docx?child=x",
    ):
        assert (waits if waits.seat in path else worker).get(path).status_code == 404, path
    assert rows(house.data_dir, "SELECT count(*) FROM read_log WHERE action = 'workbook'") == [(2,)]

    # A council's own file, and what is said where it is not right: no word of the meeting.
    made = docx.Document()
    made.add_paragraph("Ours, for {{ about }}")
    made.save(str(own / "family-safeguarding.docx"))
    assert read(worker.get(f"{at}/workbook.docx")) == "Ours, for The whole family"
    made.add_paragraph("{{ colums }}")
    made.save(str(own / "family-safeguarding.docx"))
    broken = worker.get(f"{at}/workbook.docx")
    assert broken.status_code == 503
    assert "family-safeguarding.docx: A tag names something a workbook does not have" in broken.text
    assert "Traceback" not in broken.text
    done = command("workbooks", data_dir=house.data_dir, WORKBOOKS_DIR=str(own))
    assert done.returncode == 1
    assert "supervision: family-safeguarding.docx: A tag names something a workbook does not have" in done.stderr
    assert command("workbooks", data_dir=house.data_dir).stdout == "supervision: family-safeguarding.docx\n"
