"""Words that come back into the box are whose they were, stand where they stood, and are known as they were known; and words
in the box go where it said when they were begun. The box's own rules, in a browser."""

from dataclasses import fields
from typing import Any

from playwright.sync_api import Page, expect

from meeting_server.domain.kinds import plain
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.points.said import FIELDS
from tests.e2e.pages.hall import Hall, gathered, let_in
from tests.e2e.pages.people import SMALL_PHONE
from tests.scenes.builders import actor, given, new, person, room
from tests.scenes.points import boards, point
from tests.servers.served import House

DANGER = new("danger")
ADDED_AGAIN = """async ([snapshot, data]) => {
  const [store, compose, outbox, back] = await Promise.all(["store/store", "writing/draft", "store/outbox", "writing/words_back"].map(name => import(`/board/${name}.js`)));
  store.replaceAll(snapshot);
  compose.keepChoices.value = true;
  const there = back.putBack(data);
  compose.add();
  return [there, outbox.queue.peek().name, outbox.queue.peek().data];
}"""
TWICE = """async ([snapshot, data]) => {
  const [store, compose, back] = await Promise.all(["store/store", "writing/draft", "writing/words_back"].map(name => import(`/board/${name}.js`)));
  store.replaceAll(snapshot);
  compose.wrote("Somebody else's words.");
  return [back.putBack(data), compose.text.value, compose.more.value.speaker];
}"""

KNOWN = """async ([snapshot, data]) => {
  const [store, how] = await Promise.all(["store/store", "points/how_we_know"].map(name => import(`/board/${name}.js`)));
  store.replaceAll(snapshot);
  return how.knownInWords(data);
}"""


def at_the_minutes_desk() -> dict[str, Any]:
    """What the minute-taker's browser holds, with a danger on the board."""
    said = given(room("two-row-map")).when("kit", point("danger", column="worries", category="danger")).ok()
    tolly = actor(said.meeting, "tolly")
    you = {"attendee": tolly.id, "person": tolly.person, "powers": list(tolly.role.powers), "side": "professional"}
    return {
        "state": "in",
        "time": 0,
        "you": you,
        "template": plain(said.meeting.template),
        "boards": boards(said.meeting, "tolly"),
    }


MARLAS = AddItem(
    new("marlas"), "next", "He sleeps at Gran's when it is loud.", (person("pip"),), "goal", person("marla"), "said", "A call",
    "On Monday", exact=True, obtained=None, answers=DANGER, lang="pl",
)  # fmt: skip


def test_every_field_of_a_point_comes_back_with_its_words(page: Page) -> None:
    data = plain(MARLAS)
    there, name, again = page.evaluate(ADDED_AGAIN, [at_the_minutes_desk(), data])
    assert there
    assert name == "add_item"
    for field in fields(AddItem):
        if field.name not in ("item", "audience"):
            assert again[field.name] == data[field.name], field.name


def test_every_field_of_a_point_is_handed_on_by_what_undoes_it(page: Page) -> None:
    data = plain(MARLAS)
    said = page.evaluate("async data => (await import('/board/store/said.js')).saidOf(data)", data)
    assert said == {name: data[name] for name in FIELDS}


def test_the_board_the_desk_and_the_big_screen_say_alike_how_we_know(page: Page) -> None:
    data = {**plain(MARLAS), "obtained": "drawing"}
    assert page.evaluate(KNOWN, [at_the_minutes_desk(), data]) == (
        "Exact words · Someone says so, not proved · By drawing, or the Three Houses · A call · On Monday · Polish"
    )


def test_a_childs_words_come_back_with_how_they_were_said(page: Page) -> None:
    data = {**plain(MARLAS), "speaker": person("pip"), "obtained": "drawing", "exact": False}
    _, _, again = page.evaluate(ADDED_AGAIN, [at_the_minutes_desk(), data])
    assert (again["speaker"], again["obtained"]) == (person("pip"), "drawing")


def test_words_of_two_people_are_not_mixed_in_one_box(page: Page) -> None:
    there, text, speaker = page.evaluate(TWICE, [at_the_minutes_desk(), plain(MARLAS)])
    assert (there, text, speaker) == (False, "Somebody else's words.", "")


def test_what_is_written_goes_where_the_box_said_when_it_was_begun(house: House, hall: Hall) -> None:
    room_, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room_, "mum", size=SMALL_PHONE).arrives()
    let_in(chair, mum)
    box = mum.box.locator("#composer-text")
    mum.looks_at("worries")
    box.fill("He was cold.")
    mum.looks_at("well")
    mum.reads("What you are writing goes to “What are we worried about?”.")
    mum.is_accessible()
    mum.fits()
    mum.box.get_by_role("button", name="Add", exact=True).click()
    expect(box).to_have_value("")
    mum.looks_at("worries")
    box.fill("Gran came.")
    mum.looks_at("well")
    mum.page.get_by_role("button", name="Move it to what I am looking at").click()
    mum.box.get_by_role("button", name="Add", exact=True).click()
    worker.until(lambda: len(worker.things("items")) == 3)
    where = {item["text"]: item["column"] for item in worker.things("items").values()}
    assert (where["He was cold."], where["Gran came."]) == ("worries", "well")
