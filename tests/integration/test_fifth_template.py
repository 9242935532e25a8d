"""A template nobody in the product knows runs a whole meeting, from the lobby to the finished record (acceptance f)."""

import io
import json
import shutil
from pathlib import Path
from uuid import uuid4

import docx
import pytest

from meeting_server.services.prepare_meeting import PlannedPerson
from meeting_server.storage.template_files import load_templates
from tests.people.on_the_wire import lobby
from tests.servers.served import House, Served, command, make_rooms

TEMPLATE = Path(__file__).parents[1] / "scenes" / "fifth_template.toml"
GARDEN = (
    PlannedPerson("tam", "Tam", child=True),
    PlannedPerson("bee", "Bee", child=True),
    PlannedPerson("ines", "Ines Spade", role="gardener", agency="shed"),
    PlannedPerson("otto", "Otto Rake", role="helper", agency="shed"),
    PlannedPerson("marla", "Marla Hedge", relationship="Next door", role="neighbour", agency="home"),
    PlannedPerson("nell", "Nell Fence", role="neighbour", agency="home"),
)


@pytest.fixture(scope="module")
def garden(tmp_path_factory):
    """A server whose TEMPLATES_DIR holds the fifth template, and a meeting made of it."""
    folder, data_dir = tmp_path_factory.mktemp("templates"), tmp_path_factory.mktemp("garden")
    shutil.copy(TEMPLATE, folder)
    listed = command("templates", data_dir=data_dir, TEMPLATES_DIR=str(folder))
    assert listed.returncode == 0, listed.stderr
    assert "garden-round: Garden round (made up)\n" in listed.stdout
    (room,) = make_rooms(data_dir, 1, GARDEN, load_templates(folder)["garden-round"])
    served = Served(data_dir, TEMPLATES_DIR=str(folder)).start()
    house = House(served, [room])
    yield house
    house.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log


def test_a_whole_meeting_of_a_made_up_template_from_the_lobby_to_the_locked_record(garden):
    house, room = garden, garden.room()
    people = room.people
    ines, otto, marla = house.gather(room, "otto", "marla", chair_is="ines")
    template = ines.snapshots[-1]["template"]
    assert [column["label"] for column in template["columns"]] == [
        "What is in the way?",
        "What grows?",
        "Who digs where?",
    ]
    assert (template["scales"][0]["left"], template["rating"]["scope"]) == (10, "family")
    assert "Danger" not in json.dumps(ines.snapshots[-1])
    nell = house.joins(room, "nell")
    ines.ok("turn_away", device=ines.until(lambda: lobby(ines, nell.name))[0]["id"])

    weed = otto.add(
        "Thorns by the gate.", "weeds", category="thorn", children=[people["tam"]], basis="seen", source="My walk"
    )
    flower = marla.add("Roses.", "flowers", category="bud")
    for_marla = otto.add("She waters every day.", "flowers", speaker=people["marla"])
    marla.until(lambda: for_marla in marla.things("items"))
    marla.ok("confirm_words", item=for_marla, right=True)
    marla.ok("move_item", item=flower, column="flowers", category="bloom")
    marla.ok("see_differently", view=str(uuid4()), item=weed, text="I like thorns.")
    otto.ok("agree_item", item=flower)
    marla.ok("answer_item", item=flower, answers=weed)
    assert otto.until(lambda: otto.things("items")[flower]["answers"]) == weed
    tam = {"child": people["tam"]}
    assert otto.refused("write_impact", **tam, version=0, text="I have shade all day.") == "childs_voice"
    otto.ok("write_impact", **tam, version=0, text="Tam has shade all day.")
    assert marla.refused("write_impact", **tam, version=0, text="Tam has a swing.") == "changed"
    marla.ok("write_impact", **tam, version=1, text="Tam has shade all day, and a swing.")
    assert otto.until(lambda: otto.things("impacts")[people["tam"]]["earlier"])[0]["text"] == "Tam has shade all day."
    held = otto.add("I want a tree house.", "flowers", speaker=people["bee"], obtained="talk", children=[people["bee"]])
    ines.until(lambda: held in ines.things("items", "chairs_desk"))
    ines.ok("release_item", item=held, shown_as=str(uuid4()))

    round = str(uuid4())
    ines.ok("ask_numbers", round=round, scale="sun", children=[people["tam"], people["bee"]])
    marla.ok("save_number", round=round, child=people["tam"], answer="number", value=1, reason="Shade.")
    otto.ok("save_number", round=round, child=people["tam"], answer="number", value=8, reason="Noon.")
    otto.ok("save_number", round=round, child=people["bee"], answer="dont_know")
    ines.ok("show_numbers", round=round)
    assert marla.until(lambda: sorted(one["value"] for one in marla.things("numbers").values())) == [1, 8]
    assert [one["value"] for one in ines.until(lambda: ines.things("low_numbers", "chairs_desk")).values()] == [1]
    otto.ok("save_number", round=round, child=people["tam"], answer="number", value=6, reason="Less.")
    ines.ok("agree_number", round=round, child=people["tam"], agrees=True, value=5)

    job = otto.add("Dig by the gate.", "tools", answers=weed)
    otto.ok("set_action", item=job, owners=[people["marla"]], by="2026-12-01", measure="A hole", if_not="Ask Nell")
    assert ines.send("end_meeting")["error"]["fields"] == {"rating_missing": ["Nobody has said how dry it is."]}
    rating = str(uuid4())
    assert (
        ines.refused("set_rating", rating=rating, child=people["tam"], colour="amber", reason="x", better="y")
        == "unknown_child"
    )
    ines.ok("set_rating", rating=rating, child=None, colour="amber", reason="Dust for Tam and Bee.", better="Rain.")
    ines.ok("show_rating", rating=rating)
    marla.until(lambda: rating in marla.things("ratings"))
    marla.ok("rate_differently", view=str(uuid4()), rating=rating, colour="red", reason="Cracks.")
    assert "actions_unaccepted" in ines.send("end_meeting")["error"]["fields"]
    marla.ok("accept_action", item=job)
    ines.ok("end_meeting")
    assert marla.refused("add_item", item=str(uuid4()), column="weeds", text="Late.") == "wrong_state"
    draft = otto.get(f"/board/{otto.seat}/record.docx")
    assert draft.status_code == 200
    assert ines.refused("finish_meeting", typed="yes") == "not_confirmed"
    ines.ok("finish_meeting", typed="finish")
    marla.until(lambda: marla.goodbye)
    assert marla.goodbye == "ended"
    ines.until(lambda: ines.things("meeting")["meeting"]["state"] == "finished")
    ines.ok("add_addendum", addendum=str(uuid4()), text="It rained.", reason="Asked for by Marla.")
    check_records(house, room, draft.content)


def words_of(content):
    """Every word of a Word file, its headers and pictures' descriptions too."""
    document = docx.Document(io.BytesIO(content))
    parts = [section.header._element for section in document.sections] + [document.element]
    found = []
    for part in parts:
        for node in part.iter():
            if node.text and node.tag.endswith("}t"):
                found.append(node.text)
            found.append(node.get("descr") or "")
    return " ".join(found)


def check_records(house, room, draft):
    """Every word of the meeting is in each record, and the draft says that it is one."""
    assert house.served.stop() == 0
    said = ["Thorns by the gate.", "Roses.", "She waters every day.", "I like thorns.", "I want a tree house.", "Shade.",
            "Noon.", "Less.", "Tam has shade all day, and a swing.", "The garden for Tam", "Dig by the gate.", "A hole", "Ask Nell", "Dust for Tam and Bee.", "Rain.", "Cracks.", "My walk",
            "What is in the way?", "How much sun has Tam today?", "Marla Hedge", "Next door"]  # fmt: skip
    word = house.data_dir / "record.docx"
    for format, out in (("docx", word), ("json", house.data_dir / "record.json")):
        made = command("export", room.id, "--format", format, "--out", str(out), data_dir=house.data_dir)
        assert made.returncode == 0, made.stderr
    final, data = words_of(word.read_bytes()), (house.data_dir / "record.json").read_text()
    for words in said:
        assert words in words_of(draft), words
        assert words in final, words
        if not words.startswith("How much sun"):
            assert words in data, words
    assert "It rained." in final
    assert "It rained." in data
    assert "draft" in words_of(draft).lower()
    assert "draft" not in final.lower()
    verdict = command("verify", room.id, data_dir=house.data_dir)
    assert verdict.stdout.startswith("VALID")
