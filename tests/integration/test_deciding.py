"""Deciding over the real wire: everyone hears it at once, and words taken back are nowhere any more, the log included."""

from tests.people.on_the_wire import let_in
from tests.servers.stores import kept

SECRET = "four-mill-lane-canary"


def test_words_taken_back_are_on_no_new_board_in_no_record_and_on_no_disk(house):
    room = house.room()
    chair, worker, mum = house.gather(room, "worker", "mum")
    pip = room.people["pip"]
    decision = {"outcome": "in_need_plan", "family_view": "It counted."}
    worker.ok("give_agency_view", child=pip, answer="no", why=f"The house is {SECRET}.")
    chair.ok("decide_for_child", child=pip, reasons=f"Because of {SECRET}.", **decision)
    worker.ok("dissent_from", child=pip, formal=True, why=f"Not {SECRET}.")
    assert mum.until(lambda: mum.told(SECRET)), "everyone hears it as it is said"
    assert SECRET.encode() in kept(house.data_dir)

    worker.ok("clear_agency_view", child=pip)
    chair.ok("clear_decision", child=pip)
    worker.ok("withdraw_dissent", child=pip)
    assert SECRET.encode() not in kept(house.data_dir)
    gran = house.joins(room, "gran")
    let_in(chair, gran)
    for one in (chair, worker, mum):
        assert one.fresh() == one.boards
    assert not gran.told(SECRET)
    assert gran.things("decisions")[pip]["outcome"] == "in_need_plan"
    (left,) = gran.things("dissents").values()
    assert (left["why"], left["withdrawn_at"] is not None) == ("", True)
    for path in ("record", "record.docx"):
        answer = gran.get(f"/board/{gran.seat}/{path}")
        assert answer.status_code == 200
        assert SECRET.encode() not in answer.content


def test_each_decision_reaches_everybody_with_the_same_number(house):
    room = house.room()
    chair, worker, mum = house.gather(room, "worker", "mum")
    for key in ("pip", "juno"):
        answer = chair.ok("decide_for_child", child=room.people[key], outcome="universal", reasons="All is well.",
                          family_view="It counted.")  # fmt: skip
        for one in (worker, mum):
            one.until(lambda one=one, n=answer["n"]: one.boards["everyone"]["n"] >= n)
            assert room.people[key] in one.things("decisions")
    assert mum.refused("decide_for_child", child=room.people["pip"], outcome="universal", reasons="No.",
                       family_view="No.") == "may_not"  # fmt: skip
