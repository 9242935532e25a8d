"""What is sealed or held reaches nobody before its time: not in a frame, a page, a record or on a second device."""

import io
import zipfile
from uuid import uuid4

import pytest

from tests.people.on_the_wire import caught_up, let_in
from tests.servers.served import House, Served, command, make_rooms

EVERYBODY = ("worker", "nurse", "police", "mum", "gran", "juno")
GIVERS = ("worker", "nurse", "police", "mum", "gran")


def words_of(content):
    """The parts of a Word file as one text."""
    with zipfile.ZipFile(io.BytesIO(content)) as word:
        return "".join(word.read(name).decode(errors="replace") for name in word.namelist())


def everything(wire):
    """All that reached a browser: frames, the page as a reload gets it, the record as a Word file, a fresh snapshot."""
    wire.fresh()
    page = wire.get(wire.page)
    assert page.status_code == 200
    word = wire.get(f"/board/{wire.seat}/record.docx")
    assert word.status_code == 200
    return "\n".join([*wire.raw, page.text, words_of(word.content)])


def with_second_devices(house, room, wires):
    """Each person's second device, let in."""
    chair = wires[0]
    phones = [house.joins(room, _key(room, one)) for one in wires[1:3]]
    let_in(chair, *phones)
    return phones


def _key(room, wire):
    return next(key for key, name in room.names.items() if name == wire.name)


def ask(chair, room, *children):
    round = str(uuid4())
    chair.ok("ask_numbers", round=round, scale="safety", children=[room.people[one] for one in children])
    return round


def canary(key):
    return f"because-{key}-{uuid4().hex}"


@pytest.fixture
def asked(house):
    """A room of seven with two second devices, a number asked for, and everyone's number and reason saved."""
    room = house.room()
    wires = house.gather(room, *EVERYBODY)
    by_key = dict(zip(("chair", *EVERYBODY), wires, strict=True))
    phones = with_second_devices(house, room, wires)
    round = ask(by_key["chair"], room, "pip")
    reasons = {key: canary(key) for key in GIVERS}
    for value, key in enumerate(GIVERS, start=4):
        by_key[key].ok(
            "save_number", round=round, child=room.people["pip"], answer="number", value=value, reason=reasons[key]
        )
    return room, by_key, phones, round, reasons


def test_numbers_and_reasons_stay_sealed_until_the_chair_shows_them_and_then_everybody_has_them(asked):
    room, wires, phones, round, reasons = asked
    everybody = [*wires.items(), *((f"second {n}", phone) for n, phone in enumerate(phones))]
    held = {key: everything(wire) for key, wire in everybody}
    owners = {f"second {n}": _key(room, phone) for n, phone in enumerate(phones)}
    for key, words in held.items():
        for giver, reason in reasons.items():
            assert (reason in words) == (owners.get(key, key) == giver), (key, giver)
        seen = owners.get(key, key)
        for giver in GIVERS:
            assert giver == seen or f'"person":"{room.people[giver]}","answer":"number"' not in words
        assert '"numbers":{' not in words
    wires["chair"].ok("show_numbers", round=round)
    for key, wire in everybody:
        wire.until(lambda wire=wire: len(wire.things("numbers")) == len(GIVERS))
        assert {one["reason"] for one in wire.things("numbers").values()} == set(reasons.values()), key
        words = everything(wire)
        assert all(reason in words for reason in reasons.values()), key


def test_who_gave_no_number_reaches_nobody_but_the_desk(house):
    room = house.room()
    by_key = dict(zip(("chair", *EVERYBODY), house.gather(room, *EVERYBODY), strict=True))
    chair, pip = by_key["chair"], room.people["pip"]
    round, reason = ask(chair, room, "pip"), canary("mum")
    by_key["mum"].ok("save_number", round=round, child=pip, answer="rather_not", reason=reason)
    by_key["nurse"].ok("save_number", round=round, child=pip, answer="number", value=7)
    chair.ok("show_numbers", round=round)
    late = canary("gran")
    by_key["gran"].ok("save_number", round=round, child=pip, answer="dont_know", reason=late)
    for key, wire in by_key.items():
        wire.until(lambda wire=wire: wire.things("numbers") and wire.things("rounds")[round]["some_gave_none"] == [pip])
        wire.fresh()
        told = "\n".join([*wire.raw, wire.get(wire.page).text])
        assert {one["person"] for one in wire.things("numbers").values()} == {room.people["nurse"]}, key
        assert (reason in told) == (key in ("chair", "mum")), key
        assert (late in told) == (key == "chair"), key
        # Neither the answer nor who had answered says it: only she herself, in her own stream, and the desk.
        assert ("rather_not" in told) == (key in ("chair", "mum")), key
        assert ("dont_know" in told) == (key == "chair"), key
        for person in ("mum", "gran"):
            assert (f"{round}:{pip}:{room.people[person]}" in told) == (
                key == "chair" or (key, person) == ("mum", "mum")
            )
        for one in wire.things("rounds")[round]["answered"]:
            assert one["person"] not in room.people.values()


def test_who_has_answered_is_shown_and_never_what(asked):
    room, wires, _, round, _ = asked
    gran = wires["gran"]
    answered = gran.until(lambda: len(gran.things("rounds")[round]["answered"]) == 5 and gran.things("rounds")[round])
    assert {one["child"] for one in answered["answered"]} == {room.people["pip"]}
    assert {one["person"] for one in answered["answered"]} == {"1", "2", "3", "4", "5"}
    named = {room.people[key] for key in GIVERS}
    wires["chair"].until(
        lambda: (
            {one["person"] for one in wires["chair"].things("round_answers", "chairs_desk")[round]["answered"]} == named
        )
    )
    assert set(answered) == {
        "id",
        "scale",
        "children",
        "about",
        "ten",
        "zero",
        "state",
        "asked_at",
        "shown_at",
        "answered",
        "some_gave_none",
    }


def test_the_order_in_which_numbers_are_shown_tells_nothing_of_the_order_in_which_they_came(house):
    orders = []
    for _ in range(6):
        room = house.room()
        chair, *people = house.gather(room, "worker", "nurse", "police", "mum")
        round = ask(chair, room, "pip")
        for one in people:
            one.ok("save_number", round=round, child=room.people["pip"], answer="number", value=5)
        chair.ok("show_numbers", round=round)
        chair.until(lambda chair=chair: len(chair.things("numbers")) == 4)
        shown = [one["person"] for one in chair.things("numbers").values()]
        came = [room.people[key] for key in ("worker", "nurse", "police", "mum")]
        assert shown == sorted(came)
        orders.append(shown == came)
        house.close()
    assert not all(orders)


def test_a_number_typed_for_somebody_hides_even_from_its_typist(house):
    room = house.room()
    chair, worker, mum = house.gather(room, "worker", "mum")
    chair.ok("state_attendance", attendee=room.attendees["gran"], attendance="here", device=False)
    round = ask(chair, room, "pip")
    reason = canary("gran")
    chair.ok("save_number", round=round, child=room.people["pip"], answer="number", value=3, reason=reason,
             person=room.people["gran"])  # fmt: skip
    for one in (chair, worker, mum):
        assert reason not in everything(one)
    sealed = list(chair.things("sealed", "own").values())
    assert [(one["answer"], one["value"]) for one in sealed] == [("sent", None)]
    chair.ok("show_numbers", round=round)
    mum.until(lambda: mum.told(reason))


def test_a_childs_own_number_waits_on_the_chairs_desk_after_the_showing(house):
    room = house.room()
    chair, worker, juno = house.gather(room, "worker", "juno")
    round = ask(chair, room, "juno")
    reason = canary("juno")
    juno.ok("save_number", round=round, child=room.people["juno"], answer="number", value=9, reason=reason)
    chair.ok("show_numbers", round=round)
    chair.until(lambda: chair.things("held_numbers", "chairs_desk"))
    assert reason not in everything(worker)
    (held,) = chair.things("held_numbers", "chairs_desk")
    chair.ok("release_number", number=held)
    worker.until(lambda: worker.told(reason))


@pytest.mark.parametrize(
    "typed_by", [pytest.param("worker", marks=pytest.mark.thorough("tests/integration/test_sealed_numbers.py")), "juno"]
)
def test_a_childs_words_reach_nobody_but_writer_and_chair_until_they_are_found_safe(house, typed_by):
    room = house.room()
    chair, *others = house.gather(room, "worker", "nurse", "mum", "juno")
    by_key = dict(zip(("worker", "nurse", "mum", "juno"), others, strict=True))
    words, source = canary("words"), canary("source")
    writer = by_key[typed_by]
    more = {"speaker": room.people["juno"], "obtained": "talk", "source": source} if typed_by == "worker" else {}
    item = writer.add(words, **more)
    chair.until(lambda: item in chair.things("items", "chairs_desk"))
    for key, wire in by_key.items():
        told = everything(wire)
        assert (words in told) == (key == typed_by), key
        assert (item in told) == (key == typed_by), key
    caught_up(*by_key.values())
    assert len({wire.boards["everyone"]["n"] for wire in by_key.values()}) == 1
    shown = str(uuid4())
    chair.ok("release_item", item=item, shown_as=shown)
    for wire in by_key.values():
        wire.until(lambda wire=wire: shown in wire.things("items"))
        assert words in everything(wire)
    for key, wire in by_key.items():
        assert wire.told(item) == (key == typed_by), key


def test_a_rating_stays_on_the_chairs_desk_until_it_is_shown(house):
    room = house.room()
    chair, worker, mum = house.gather(room, "worker", "mum")
    rating, reason = str(uuid4()), canary("rating")
    chair.ok(
        "set_rating", rating=rating, child=room.people["pip"], colour="amber", reason=reason, better="A full month."
    )
    for one in (worker, mum):
        told = everything(one)
        assert reason not in told
        assert rating not in told
    chair.ok("show_rating", rating=rating)
    for one in (worker, mum):
        one.until(lambda one=one: rating in one.things("ratings"))
        assert reason in everything(one)


def test_hidden_numbers_leave_every_browser_and_come_back_with_the_next_showing(asked):
    _, wires, phones, round, reasons = asked
    chair, mum = wires["chair"], wires["mum"]
    chair.ok("show_numbers", round=round)
    mum.until(lambda: len(mum.things("numbers")) == len(GIVERS))
    chair.ok("hide_numbers", round=round)
    for one in (mum, wires["worker"], *phones):
        one.until(lambda one=one: not one.things("numbers"))
        assert "numbers" not in one.fresh()["everyone"]["things"]
    for key in ("mum", "worker"):
        page = wires[key].get(wires[key].page).text
        assert not any(reason in page for giver, reason in reasons.items() if giver != key)
    chair.ok("show_numbers", round=round)
    mum.until(lambda: len(mum.things("numbers")) == len(GIVERS))


def test_the_export_of_the_command_line_holds_no_sealed_number_whatever_audiences_are_named(tmp_path):
    (room,) = make_rooms(tmp_path, 1)
    served = Served(tmp_path).start()
    house = House(served, [room])
    try:
        chair, mum = house.gather(house.room(), "mum")
        round = ask(chair, room, "pip")
        sealed, held = canary("mum"), canary("held")
        mum.ok("save_number", round=round, child=room.people["pip"], answer="number", value=4, reason=sealed)
        chair.add(held, speaker=room.people["pip"], obtained="play")
    finally:
        house.close()
        assert served.stop() == 0
    for audiences in ("everyone", "everyone,professionals", "everyone,professionals,chairs_desk"):
        made = command("export", room.id, "--format", "json", "--audiences", audiences, data_dir=tmp_path)
        assert made.returncode == 0, made.stderr
        assert sealed not in made.stdout
        assert (held in made.stdout) == ("chairs_desk" in audiences)
        word = tmp_path / f"{audiences}.docx"
        made = command("export", room.id, "--audiences", audiences, "--out", str(word), data_dir=tmp_path)
        assert made.returncode == 0, made.stderr
        assert sealed not in words_of(word.read_bytes())
        assert (held in words_of(word.read_bytes())) == ("chairs_desk" in audiences)
