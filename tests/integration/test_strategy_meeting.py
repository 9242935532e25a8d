"""A strategy meeting on its own template: agencies alone, decided for each child, with how the family will hear."""

import io
from pathlib import Path
from uuid import uuid4

import docx
import pytest

from meeting_server.services.prepare_meeting import PlannedPerson
from meeting_server.storage.template_files import load_templates
from tests.servers.served import House, Served, make_rooms

AGENCIES = (
    PlannedPerson("pip", "Pip Canarybird", called="Pip", child=True, age="5"),
    PlannedPerson("juno", "Juno Canarybird", called="Juno", child=True, age="11"),
    PlannedPerson("chair", "Asha Chairperson", role="chair", agency="social_care"),
    PlannedPerson("worker", "Bel Worker", role="lead_social_worker", agency="social_care"),
    PlannedPerson("nurse", "Cal Nurse", role="health", agency="health"),
    PlannedPerson("police", "Dee Constable", role="police", agency="police"),
    PlannedPerson("mum", "Esme Canarybird", relationship="Mum, not here", agency="family"),
)


@pytest.fixture
def house(tmp_path: Path):
    """A server with one strategy meeting."""
    rooms = make_rooms(tmp_path, 1, AGENCIES, load_templates()["strategy-meeting"])
    served = Served(tmp_path).start()
    found = House(served, rooms)
    yield found
    found.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log


def test_agencies_decide_for_each_child_whether_an_enquiry_begins_and_plan_how_the_family_will_hear(
    house: House,
) -> None:
    room = house.room()
    chair, worker, nurse, police = house.gather(room, "worker", "nurse", "police")
    pip, juno = room.people["pip"], room.people["juno"]
    police.add("The door was broken at 23:10.", "known", category="happened", basis="proof", source="Incident log")
    danger = worker.add("If he comes back drunk, Pip may be hurt.", "worries", category="danger", children=[pip])
    nurse.add("Her mum took both children to her own house.", "well", category="safety", answers=danger)
    tells = worker.add("I tell their mum today at four, with an interpreter.", "family_told")

    round = str(uuid4())
    chair.ok("ask_numbers", round=round, scale="safety", children=[pip])
    for who, value in ((worker, 4), (nurse, 5), (police, 2)):
        who.ok("save_number", round=round, child=pip, answer="number", value=value, reason="As I see it.")
    chair.ok("show_numbers", round=round)

    step = worker.add("See both children at their gran's.", "next", category="step")
    plan = {"by": "2026-11-20", "measure": "Both seen alone", "if_not": "Police go along tonight"}
    worker.ok("set_action", item=step, owners=[room.people["worker"]], **plan)
    worker.ok("accept_action", item=step)
    police.ok("give_agency_view", child=pip, answer="yes", why="It is the third time.")
    for child, outcome in ((pip, "enquiry_joint"), (juno, "assessment")):
        chair.ok("decide_for_child", child=child, outcome=outcome, reasons="What police and health know.",
                 family_view="They were not here; their mum hears today.")  # fmt: skip

    assert "hearing_missing" in chair.send("end_meeting")["error"]["fields"], "nobody tells the family yet"
    worker.ok("set_action", item=tells, owners=[room.people["worker"]], by="2026-11-19")
    gaps = chair.send("end_meeting")
    reasons = [{"check": one, "reason": "Not today."} for one in gaps["error"]["fields"]] if not gaps["ok"] else []
    if reasons:
        chair.ok("end_meeting", reasons=reasons)
    record = docx.Document(io.BytesIO(worker.get(f"/board/{worker.seat}/record.docx").content))
    words = " ".join(node.text for node in record.element.iter() if node.tag.endswith("}t") and node.text)
    for said in ("The door was broken at 23:10.", "If he comes back drunk, Pip may be hurt.", "with an interpreter",
                 "An enquiry, social care and police together", "An assessment, without an enquiry",
                 "Police go along tonight", "First conference, if the enquiry leads to one"):  # fmt: skip
        assert said in words, said
    chair.ok("finish_meeting", typed="FINISH")
