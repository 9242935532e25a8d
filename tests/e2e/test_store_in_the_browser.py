"""The page's own rules, in the browser that runs them: when it speaks, what it applies, in what order it sends."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import given as for_any
from playwright.sync_api import Page

from tests.e2e.pages.bare_page import run
from tests.scenes.builders import given
from tests.scenes.made_up_runs import PEOPLE, furnished, runs
from tests.unit.domain.test_patches_equal_snapshots import ENDING, fresh, streams

# A clock the test turns, and a voice it reads.
ANNOUNCER = """
const { makeAnnouncer } = await import("/board/kit/announcer.js");
let time = 0, said = [], alarms = [];
const voice = makeAnnouncer({
  now: () => time, later: (what, ms) => alarms.push({ at: time + ms, what }), speak: words => said.push([time, words]),
});
const until = end => {
  for (;;) {
    alarms.sort((a, b) => a.at - b.at);
    if (!alarms.length || alarms[0].at > end) break;
    const next = alarms.shift(); time = Math.max(time, next.at); next.what();
  }
  time = end;
};
const hear = (column = "Worries", isNew = true) => voice.hear({ column, words: column + ": x.", isNew });
"""
STORE = """
const boards = await import("/board/store/boards.js");
let asked = 0;
boards.whenMissed(() => { asked += 1; });
const put = (n, id, audience = "everyone") => ({ audience, n, put: { items: { [id]: { id } } }, gone: {} });
const ids = () => boards.each("items").map(one => one.thing.id).sort();
boards.setBoards({ everyone: { n: 3, things: {} } });
"""
LINK = """
// The page says whose it is before its script runs: the first request leaves with that.
document.body.dataset.seat = "seat";
document.body.dataset.release = "r";
const fake = await import("/vendor/socket.io.js");
const link = await import("/board/line/connection.js");
const store = await import("/board/store/store.js");
const wait = ms => new Promise(done => setTimeout(done, ms));
const commands = () => fake.sent.filter(one => one.name === "command");
link.connect();
fake.down("connect");
fake.down("snapshot", { release: "r", state: "in", time: Date.now(), you: { powers: [] }, template: null,
                        boards: { everyone: { n: 0, things: {} } } });
const add = text => link.send("add_item", { item: text, column: "worries", text });
"""


def test_sixty_arrivals_while_typing_are_said_once_as_counts_by_column(page: Page) -> None:
    said = run(
        page,
        ANNOUNCER,
        """
      for (let n = 0; n < 60; n += 1) {
        until(n * 217); hear(n % 3 ? "Worries" : "Working well");
        if (n > 20 && n < 50) voice.typing();
      }
      until(60000); return said;
    """,
    )
    assert len(said) == 1
    assert said[0][1] == "60 new points: 20 in Working well, 40 in Worries."


def test_ambient_news_waits_for_three_seconds_of_quiet_and_comes_twelve_seconds_apart(page: Page) -> None:
    said = run(
        page,
        ANNOUNCER,
        """
      hear(); until(2999); const early = said.length;
      until(3000); const first = said.length;
      hear(); until(14999); const second = said.length;
      until(15000); return [early, first, second, said.length];
    """,
    )
    assert said == [0, 1, 1, 2]


def test_nothing_ambient_is_said_until_two_and_a_half_seconds_after_the_last_key(page: Page) -> None:
    said = run(
        page,
        ANNOUNCER,
        """
      hear(); until(2900); voice.typing(); until(5399); const before = said.length; until(5400); return [before, said.length];
    """,
    )
    assert said == [0, 1]


def test_a_pause_is_silent_and_what_happened_in_it_is_said_after_it(page: Page) -> None:
    said = run(
        page,
        ANNOUNCER,
        """
      hear(); voice.hold(true); voice.say("Marla sees your point differently."); hear(); until(60000);
      const inside = said.length;
      voice.hold(false); const after = said.map(one => one[1]); until(120000); return [inside, after, said.map(one => one[1])];
    """,
    )
    assert said == [
        0,
        ["Marla sees your point differently."],
        ["Marla sees your point differently.", "2 new points: 2 in Worries."],
    ]


def test_what_is_mine_is_said_at_once_even_while_typing(page: Page) -> None:
    said = run(page, ANNOUNCER, 'voice.typing(); voice.say("Added to Worries"); return said;')
    assert said == [[0, "Added to Worries"]]


def test_changes_are_counted_apart_from_new_points(page: Page) -> None:
    said = run(
        page, ANNOUNCER, 'hear(); hear("Worries", false); hear("Worries", false); until(9000); return said[0][1];'
    )
    assert said == "1 new point: 1 in Worries. 2 points changed."


def test_who_wants_only_what_is_for_them_hears_nothing_of_others(page: Page) -> None:
    said = run(
        page,
        ANNOUNCER,
        'voice.set("mine"); hear(); until(60000); voice.say("For you"); return said.map(one => one[1]);',
    )
    assert said == ["For you"]


def test_who_wants_everything_hears_the_words(page: Page) -> None:
    said = run(page, ANNOUNCER, 'voice.set("everything"); hear("A"); hear("B"); until(3000); return said[0][1];')
    assert said == "A: x. B: x."


def test_the_next_patch_is_applied_and_an_older_one_ignored(page: Page) -> None:
    found = run(
        page,
        STORE,
        """
      boards.apply(put(4, "a")); boards.apply(put(4, "again")); boards.apply(put(2, "old")); boards.flush();
      return [ids(), boards.lastOf("everyone"), asked];
    """,
    )
    assert found == [["a"], 4, 0]


def test_a_gap_asks_once_for_everything_and_a_snapshot_cures_it(page: Page) -> None:
    found = run(
        page,
        STORE,
        """
      boards.apply(put(6, "late")); boards.apply(put(7, "later")); boards.flush();
      const missed = [ids(), asked];
      boards.setBoards({ everyone: { n: 7, things: { items: { late: { id: "late" }, later: { id: "later" } } } } });
      boards.apply(put(8, "next")); boards.flush();
      return [...missed, ids(), asked];
    """,
    )
    assert found == [[], 1, ["late", "later", "next"], 1]


def test_a_patch_for_a_board_that_is_not_here_asks_for_everything(page: Page) -> None:
    found = run(page, STORE, 'boards.apply(put(1, "x", "professionals")); boards.flush(); return [ids(), asked];')
    assert found == [[], 1]


def test_patches_that_come_together_are_shown_together(page: Page) -> None:
    found = run(
        page,
        STORE,
        """
      const { effect } = await import("/vendor/signals.js");
      let drawn = 0; effect(() => { boards.each("items"); drawn += 1; });
      for (let n = 4; n < 24; n += 1) boards.apply(put(n, "p" + n));
      const before = ids().length;
      await new Promise(done => setTimeout(done, 200));
      return [before, ids().length, drawn];
    """,
    )
    assert found == [0, 20, 2]


def test_a_thing_that_is_gone_leaves_no_trace_in_the_board(page: Page) -> None:
    found = run(
        page,
        STORE,
        """
      boards.apply(put(4, "a")); boards.apply({ audience: "everyone", n: 5, put: {}, gone: { items: ["a"] } }); boards.flush();
      return boards.dump();
    """,
    )
    assert found == {"everyone": {"n": 5, "things": {}}}


REPLAY = """async lives => {
  const boards = await import("/board/store/boards.js");
  let asked = 0;
  boards.whenMissed(() => { asked += 1; });
  return lives.map(life => {
    life.forEach(([before, patches]) => {
      boards.setBoards(before);
      patches.forEach(patch => { boards.apply(patch); boards.apply(patch); });
      boards.flush();
    });
    return [boards.dump(), asked];
  });
}"""


@pytest.mark.thorough("tests/e2e/test_store_is_a_snapshot.py")
@for_any(run=runs)
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    # Not shrunk: through a browser that takes minutes, and the Python property shrinks the same runs.
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_for_everybody_the_pages_old_board_and_patches_make_the_new_board(page: Page, run: Any) -> None:
    outcome = given(furnished())
    lives: dict[str, list[Any]] = {who: [[fresh(outcome.meeting, who), []]] for who in PEOPLE}
    for who, command in [*run, *ENDING]:
        held = {one: streams(outcome.meeting, one) for one in PEOPLE}
        outcome = outcome.when(who, command)
        for one in PEOPLE:
            holds = streams(outcome.meeting, one)
            if holds != held[one]:
                # Who hears something else from now on (let in, the chair's controls moved) is sent a snapshot.
                lives[one].append([fresh(outcome.meeting, one), []])
            else:
                lives[one][-1][1].extend(patch for stream, patch in outcome.patches if stream in holds)
    found = page.evaluate(REPLAY, [lives[who] for who in PEOPLE])
    assert found == [[fresh(outcome.meeting, who), 0] for who in PEOPLE]


def test_points_stand_in_their_order_a_shorter_one_first(page: Page) -> None:
    found = run(
        page,
        "const store = await import('/board/store/store.js');",
        """
      return [[3], [2, -9], [-7], [2], [2, -8], [10]].sort(store.compareOrder);
    """,
    )
    assert found == [[-7], [2], [2, -9], [2, -8], [3], [10]]


def test_held_words_are_shown_once_to_their_writer_and_not_twice_after_the_room_has_them(page: Page) -> None:
    found = run(
        page,
        "const store = await import('/board/store/store.js');",
        """
      const item = (id, more) => Object.assign({ id, column: "worries", children: [], order: [1], at: 5, shown_as: null }, more);
      const told = own => store.replaceAll({ state: "in", time: 0, you: { powers: [] }, template: null, boards: {
        everyone: { n: 1, things: { items: { room: item("room", { at: 9 }) } } },
        chairs_desk: { n: 1, things: { items: { held: item("held", {}) } } },
        own: { n: 1, things: { items: { held: own } } } } });
      const ids = () => store.columnItems("worries", null).map(one => one.id);
      told(item("held", { held: true })); const before = ids();
      told(item("held", { shown_as: "room" }));
      return [before, ids()];
    """,
    )
    assert found == [["held", "room"], ["room"]]


def test_under_a_persons_hands_only_what_comes_last_is_added(page: Page) -> None:
    found = run(
        page,
        "const { steady } = await import('/board/kit/pointer_held.js');",
        """
      return [steady(["a", "b"], ["x", "b", "a", "y", "z"]), steady(["a", "b"], ["a", "x", "b"]), steady(["a", "gone"], ["a"])];
    """,
    )
    assert found == [["a", "b", "y", "z"], ["a", "b"], ["a", "gone"]]


def test_one_command_is_on_its_way_and_the_others_follow_in_order(page: Page) -> None:
    found = run(
        page,
        LINK,
        """
      const answers = Promise.all(["one", "two", "three"].map(add));
      const seen = [commands().length];
      for (let at = 0; at < 3; at += 1) { commands()[at].answer({ ok: true, audience: "everyone", n: at + 1 }); await wait(0); seen.push(commands().length); }
      return [seen, commands().map(one => one.data.data.text), (await answers).map(one => one.n)];
    """,
    )
    assert found == [[1, 2, 3, 3], ["one", "two", "three"], [1, 2, 3]]


def test_an_unanswered_command_is_repeated_under_its_id_and_settled_once(page: Page) -> None:
    found = run(
        page,
        LINK,
        """
      let settled = 0;
      add("kept").then(() => { settled += 1; });
      add("behind");
      await wait(4500);
      const all = commands(), ids = new Set(all.map(one => one.data.id));
      const status = store.status.value;
      all.forEach(one => one.answer({ ok: true, audience: "everyone", n: 1 })); await wait(0);
      return [all.length > 1, ids.size, status !== "connected", settled, commands().pop().data.data.text, store.status.value];
    """,
    )
    assert found == [True, 1, True, 1, "behind", "connected"]


def test_too_fast_is_waited_out_and_a_refusal_is_an_answer(page: Page) -> None:
    found = run(
        page,
        LINK,
        """
      const first = add("hasty"), second = add("wrong");
      commands()[0].answer({ ok: false, error: { code: "too_fast", message: "", wait_ms: 150 } });
      await wait(50); const early = commands().length;
      await wait(250); const again = commands();
      again[1].answer({ ok: true, audience: "everyone", n: 1 }); await wait(0);
      commands()[2].answer({ ok: false, error: { code: "may_not", message: "No." } });
      return [early, again.length, again[0].data.id === again[1].data.id, (await first).ok, (await second).error.code];
    """,
    )
    assert found == [1, 2, True, True, "may_not"]


def test_what_is_too_long_is_refused_before_it_is_sent(page: Page) -> None:
    found = run(
        page,
        LINK,
        """
      const answer = await add("\u00e9".repeat(17000)); return [answer.ok, answer.error.code, commands().length];
    """,
    )
    assert found == [False, "bad_data", 0]
