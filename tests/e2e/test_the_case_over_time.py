"""The case over time in one database: after the conference of 19 March, the core group of 1 April and the
supervision of 5 May, at real browsers, each on its own day; and the last day of the record."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from meeting_server.services.prepare_meeting import invite
from tests.e2e.pages.ending_page import ends_with_reasons, opens_the_meeting
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import SMALL_PHONE, Person, called
from tests.e2e.pages.staff_page import signs_in
from tests.e2e.test_whole_conference import words_of
from tests.scenes.family_story import HELD, OTHER, PRIVATE, family_in
from tests.scenes.sitting_day import ends
from tests.servers.served_on import ServedOn

pytestmark = pytest.mark.thorough("tests/integration/test_the_family_meets_again.py")

KIT = ("kit@council.example", "four green otters")
WEIGH = "Weigh Sorrel every week and keep a feeding chart every day, Odile too."
GAIN, SLEEPS = "Two weigh-ins, 120 g and 140 g up.", "She sleeps through."


@dataclass
class Case:
    """The data folder, the core group in it, and the links to it by the keys of its people."""

    folder: Path
    links: dict[str, str]
    names: dict[str, str]
    sitting: str
    other: str
    theirs: str


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The conference is locked, and Kit has made the core group."""
    folder = tmp_path_factory.mktemp("case")
    with family_in(folder) as family:
        family.conference()
        core = family.core_group_made()
        guests = {key: family.attendee(core, family.cast[key]) for key in ("nell", "marla", "odile")}
        tokens = invite(family.live, core, list(guests.values()))
        links = {key: tokens[one] for key, one in guests.items()}
        return Case(folder, links, family.cast, *family.sitting())


def guest(hall: Hall, served: ServedOn, case: Case, key: str) -> Person:
    """Somebody with a link, on a small phone."""
    return hall.person(served.url, f"{served.url}/join#{case.links[key]}", case.names[key], size=SMALL_PHONE)


@contextmanager
def on(case: Case, moment: str) -> Iterator[ServedOn]:
    """The server at a moment; afterwards nobody's words are in what it logged."""
    served = ServedOn(case.folder, moment).start()
    yield served
    assert served.stop() == 0
    assert "Traceback" not in served.log
    assert not any(name in served.log for name in ("Quillfeather", OTHER, "Kit"))


@pytest.mark.timeout(240)
def test_a_core_group_a_supervision_and_the_last_day_of_its_record(case: Case, hall: Hall) -> None:
    with on(case, "2026-04-01T14:00") as served:
        the_core_group(served, case, hall)
        hall.goes()
    with on(case, "2026-05-05T09:00") as served:
        the_supervision(served, case, hall)
        hall.goes()
    with on(case, "2026-05-12T10:00") as served:
        the_last_day(served, case, hall)


# ---- 1 April ----


def the_core_group(served: ServedOn, case: Case, hall: Hall) -> None:
    """Kit chairs it and goes on from the conference."""
    kit = hall.person(served.url, "", "Kit Farrowden")
    signs_in(kit, *KIT)
    kit.page.get_by_role("button", name=re.compile("^Open as chair")).click()
    kit.page.wait_for_url(re.compile("/chair/"))
    kit.is_in()
    nell, marla = (guest(hall, served, case, key) for key in ("nell", "marla"))
    opens_the_meeting(kit, nell, marla)
    brings_forward(kit)
    weigh = nell.sees(WEIGH, "The plan, step by step")
    expect(weigh).to_contain_text("From: First conference, Thu 19 Mar 2026")
    says_how_it_comes_along(nell)
    marla.sees(WEIGH, "The plan, step by step")
    expect(marla.point(WEIGH)).to_contain_text(f"What difference for Sorrel: {SLEEPS}")
    rates(kit, "Sorrel", "Amber", "She gains each week.", "Four gains in a row.")
    marla.goes_to("Red, amber or green")
    for words in ("Red: big worries", "Amber: some better", "She gains each week."):
        marla.reads(words)
    for words in (HELD, PRIVATE):
        assert not any(one.told(words) for one in (kit, nell, marla))
    ends_with_reasons(kit)
    finishes(kit)
    lets_saffron_read(kit)


def lets_saffron_read(kit: Person) -> None:
    """The supervision to come asks for the family's meetings. Saffron had no place in any; Kit, who had, lets her read."""
    kit.page.get_by_role("link", name="Look at who asks").click()
    kit.reads("Saffron Pellwood asks, for family FAM 1")
    kit.page.get_by_role("button", name=re.compile("^Let them read Saffron Pellwood, FAM 1")).click()
    kit.reads("Nobody asks you now.")


def brings_forward(kit: Person) -> None:
    """Everybody is who they were; all open actions come, and the ratings."""
    desk = kit.part("From earlier meetings")
    desk.get_by_role("button", name="That is right").click()
    expect(desk.get_by_role("heading", name="Who is who?")).to_have_count(0)
    for group in ("Last ratings", "Open actions"):
        for box in desk.get_by_role("group", name=group).get_by_role("checkbox").all():
            box.check()
    desk.get_by_role("button", name=re.compile("^Bring forward")).click()
    desk.get_by_role("button", name="Yes, show everyone").click()
    expect(kit.point(WEIGH)).to_have_count(1)


def says_how_it_comes_along(nell: Person) -> None:
    """Partly, with how we know and what it is for Sorrel."""
    nell.point(WEIGH).get_by_role("button", name=re.compile("^How is it coming along")).click()
    nell.editor.get_by_label("Partly").check()
    nell.editor.get_by_label("How do we know?").fill(GAIN)
    nell.editor.get_by_label("What difference does it make for Sorrel?").fill(SLEEPS)
    nell.editor.get_by_role("button", name="Save").click()
    expect(nell.editor).to_have_count(0)


def rates(chair: Person, child: str, colour: str, reason: str, better: str) -> None:
    """Sets the rating for a child (or, without one, for the family) and shows it."""
    desk = chair.part("Red, amber, green")
    if child:
        desk.get_by_role("button", name=called(child, "the colour")).click()
    desk.get_by_role("radio", name=re.compile(colour)).check()
    desk.get_by_label("The reason").fill(reason)
    desk.get_by_label("What would move it one step better?").fill(better)
    desk.get_by_role("button", name="Save on my desk").click()
    desk.get_by_label("I have said it aloud").check()
    desk.get_by_role("button", name=re.compile("^Show .* rating$")).click()
    chair.looks_at_everything()
    expect(chair.page.get_by_role("main").get_by_text(reason).first).to_be_visible()


def finishes(chair: Person) -> None:
    """Types the word, and the record is locked."""
    draft = chair.part("The draft record")
    draft.get_by_label("Type FINISH to lock the record").fill("FINISH")
    draft.get_by_role("button", name="Finish and lock").click()
    expect(draft).to_have_count(0)
    chair.page.goto(f"{chair.url}/meetings")
    expect(chair.page.get_by_text("Finished and locked").first).to_be_visible()


# ---- 5 May ----

MOOD = "Low mood. We have a sleep plan, and go at her pace."
SEEN_ALONE = "Each child was seen alone at five of six visits."
WILF = "Wilf sleeps with his boots on."
REASON = "Juniper sings, Pip sleeps, Sorrel gains weight; but there was a breach of bail."
BREACH = "The breach was on Sunday, and he takes nothing back."


def staff(hall: Hall, served: ServedOn, key: str, name: str) -> Person:
    """Somebody of the team at a browser, signed in."""
    found = hall.person(served.url, "", name)
    signs_in(found, f"{key}@council.example", "four green otters" if key == "kit" else "five green otters")
    return found


def goes_in(person: Person, case: Case, number: int, words: str) -> None:
    """From the list to one of one's own families."""
    person.page.goto(f"{person.url}/sittings/{case.sitting}")
    person.page.get_by_role("button", name=re.compile(f"^{words} number {number},")).click()
    person.page.wait_for_url(re.compile("/(board|chair|minutes)/"))


def the_supervision(served: ServedOn, case: Case, hall: Hall) -> None:
    """The second family of the sitting, and what each of the team may see and do."""
    orla = staff(hall, served, "orla", "Orla Windsedge")
    goes_in(orla, case, 2, "Write your summary")
    orla.page.get_by_role("textbox", name="My summary").fill(MOOD)
    orla.page.get_by_role("button", name="Finish my summary").click()
    orla.reads("Your summary is finished.")
    orla.close()
    saffron = staff(hall, served, "saffron", "Saffron Pellwood")
    day = f"{served.url}/sittings/{case.sitting}"
    saffron.page.goto(day)
    theirs = saffron.page.locator("#family-2")
    expect(theirs).to_contain_text("FAM 1")
    for words in ("FinishedOrla Windsedge", "Not begunKit Farrowden", "◆ Amber", "Wednesday 1 April 2026, Core group"):
        expect(theirs).to_contain_text(words)
    goes_in(saffron, case, 2, "Go to its board")
    saffron.is_in()
    expect(saffron.desk.get_by_role("link", name="To the list of the day")).to_be_visible()
    expect(saffron.desk.get_by_role("button", name="Start the meeting")).to_have_count(0)
    zephyr = the_family_before(saffron, case, hall, served)
    opens(saffron, day, 2, "Juniper Quillfeather, 11", "Pip Quillfeather, 5", "Sorrel Quillfeather, 8 months")
    old_page, mark = zephyr.page.url, len(zephyr.frames)
    kit, morrow = staff(hall, served, "kit", "Kit Farrowden"), staff(hall, served, "morrow", "Morrow Kestwick")
    for one in (zephyr, kit, morrow):
        goes_in(one, case, 2, "Go in")
        one.is_in()
        expect(one.page.locator(".slot-banner")).to_contain_text(
            "Family 2 of 2: Juniper Quillfeather, Pip Quillfeather"
        )
    nothing_of_the_other_family(zephyr, kit, old_page, mark)
    what_stands_in(saffron, kit)
    ready_to_change(kit, zephyr, morrow)
    rated_and_dissented(saffron, zephyr, kit)
    the_manager_alone(saffron, kit)
    record_of_the_draft(saffron, day)


def nothing_of_the_other_family(zephyr: Person, kit: Person, old_page: str, mark: int) -> None:
    """Zephyr was at the first family and is at this one: its page is closed to her, and not a byte of it comes."""
    before = len(zephyr.bodies)
    tab = zephyr.context.new_page()
    tab.goto(old_page)
    expect(tab.get_by_role("heading", name="You are with another family now.")).to_be_visible()
    assert not any(words in tab.content() for words in (WILF, OTHER, "FAM 7"))
    tab.close()
    zephyr.page.wait_for_timeout(200)
    since = "".join(zephyr.frames[mark:]) + b"".join(zephyr.bodies[before:]).decode()
    for words in (WILF, OTHER, "Wilf", "FAM 7"):
        assert words not in since, words
        assert not kit.told(words), words


def what_stands_in(saffron: Person, kit: Person) -> None:
    """Orla is not here; what she finished is. Kit's own is finished on the spot; Bex has none."""
    gone = {"attendee": attendee_of(saffron, "Orla"), "attendance": "apologies"}
    assert saffron.sends("state_attendance", gone)["ok"]
    assert kit.sends("finish_summary", {"text": SEEN_ALONE})["ok"]
    mental_health = saffron.page.get_by_role("region", name="Mental health")
    expect(mental_health).to_contain_text(MOOD)
    expect(mental_health).to_contain_text("Orla is not here. This finished summary stands in for them.")
    expect(saffron.page.get_by_role("region", name="Alcohol and drugs")).to_contain_text("Summary not received")
    expect(saffron.page.get_by_role("region", name="Social work")).to_contain_text(SEEN_ALONE)


def ready_to_change(kit: Person, zephyr: Person, morrow: Person) -> None:
    """Dorran and violence: two views, kept as two."""
    violence = {"behaviour": str(uuid4()), "adult": person_of(kit, "Dorran"), "label": "Violence"}
    assert kit.sends("add_behaviour", violence)["ok"]
    about = {"question": "ready", "adult": violence["adult"], "behaviour": violence["behaviour"]}
    scared = {"quote": "I don't want Pip scared of me.", "talk": "reason", "why": "One of two sessions."}
    assert morrow.sends("view_adult", {**about, "answer": "contemplation", **scared})["ok"]
    assert zephyr.sends("view_adult", {**about, "answer": "pre_contemplation", "why": "He says: one time."})["ok"]
    for adult, answers in (("Marla", ("yes", "yes")), ("Dorran", ("partly", "no"))):
        for question, answer in zip(("engaged", "agreed"), answers, strict=True):
            said = {"question": question, "adult": person_of(kit, adult), "answer": answer}
            assert kit.sends("view_adult", said)["ok"]
    dorran = kit.page.get_by_role("region", name=re.compile("^Dorran"))
    for words in (
        "In two minds (contemplation)",
        "Doesn't see a problem (pre-contemplation)",
        "“I don't want Pip scared of me.”",
    ):
        expect(dorran).to_contain_text(words)


def rated_and_dissented(saffron: Person, zephyr: Person, kit: Person) -> None:
    """Amber for the family, with every child in the reason; Zephyr says Red beside it."""
    desk = saffron.part("Red, amber, green")
    form = desk.locator("form")
    form.get_by_role("radio", name="Amber").check()
    form.get_by_label("The reason").fill("Some better.")
    form.get_by_label("What would move it one step better?").fill("No breach for a month.")
    form.get_by_role("button", name="Save on my desk").click()
    expect(form).to_contain_text("Name every child in the reason. Missing: Juniper, Pip, Sorrel.")
    form.get_by_label("The reason").fill(REASON)
    form.get_by_role("button", name="Save on my desk").click()
    desk.get_by_label("I have said it aloud").check()
    desk.get_by_role("button", name="Show the family’s rating").click()
    kit.reads(REASON)
    (rating,) = [id for id, one in kit.dump()["everyone"]["things"]["ratings"].items() if one["shown"]]
    red = {"view": str(uuid4()), "rating": rating, "colour": "red", "reason": BREACH}
    assert zephyr.sends("rate_differently", red)["ok"]
    saffron.reads(BREACH)
    for child in ("Juniper", "Pip", "Sorrel"):
        decided = {"child": person_of(saffron, child), "outcome": "change", "reasons": "Weight is up; bail was broken.",
                   "family_view": "Marla feels listened to, Dorran feels judged."}  # fmt: skip
        assert saffron.sends("decide_for_child", decided)["ok"]


def the_manager_alone(saffron: Person, kit: Person) -> None:
    """Kit runs the agenda as her deputy, and can neither decide nor lock."""
    assert saffron.sends("name_deputy", {"attendee": attendee_of(saffron, "Kit")})["ok"]
    assert kit.sends("take_controls", {})["ok"]
    refused = kit.sends("set_rating", {"rating": str(uuid4()), "child": None, "colour": "green", "reason": REASON})
    assert refused["error"]["code"] == "may_not"
    ends(kit.sends, person_of(kit, "Kit"))
    assert kit.sends("finish_meeting", {"typed": "FINISH"})["error"]["code"] == "may_not"
    expect(saffron.part("The draft record").get_by_label("Type FINISH to lock the record")).to_be_visible()


def record_of_the_draft(saffron: Person, day: str) -> None:
    """The list counts the days of the draft from the day of the sitting."""
    saffron.page.goto(day)
    theirs = saffron.page.locator("#family-2")
    for words in ("Draft since today.", "Finish by Tuesday 12 May 2026."):
        expect(theirs).to_contain_text(words)


def attendee_of(who: Person, name: str) -> str:
    """The id of somebody invited, as this page knows it."""
    person = person_of(who, name)
    invited = who.dump()["everyone"]["things"]["attendees"].values()
    return next(one["id"] for one in invited if one["person"] == person)


def opens(saffron: Person, day: str, number: int, *children: str) -> None:
    """The team manager opens a family once she has seen that it is the right one."""
    saffron.page.goto(day)
    saffron.page.get_by_role("link", name=re.compile(f"^Open this family number {number},")).click()
    for child in children:
        expect(saffron.page.get_by_role("main")).to_contain_text(child)
    saffron.page.get_by_role("button", name="Yes, open this family").click()
    saffron.page.wait_for_url(re.compile("/chair/"))
    saffron.is_in()


def the_family_before(saffron: Person, case: Case, hall: Hall, served: ServedOn) -> Person:
    """The first family of the day: Zephyr is there, Kit is not. Her page of it closes when the next one is opened."""
    day = f"{served.url}/sittings/{case.sitting}"
    opens(saffron, day, 1, "Wilf Amberley, 4")
    zephyr = staff(hall, served, "zephyr", "Zephyr Tolland")
    goes_in(zephyr, case, 1, "Go in")
    zephyr.is_in()
    zephyr.writes(WILF, "What parents say")
    ends(saffron.sends, person_of(saffron, "Saffron"))
    return zephyr


def person_of(who: Person, name: str) -> str:
    """The id of somebody of the meeting, as this page knows it."""
    people = who.dump()["everyone"]["things"]["people"].values()
    return next(one["id"] for one in people if one["name"].startswith(name))


# ---- 12 May ----


def the_last_day(served: ServedOn, case: Case, hall: Hall) -> None:
    """Day five: the list says so, and Saffron locks the record. It holds who stood in and who saw it otherwise."""
    saffron = staff(hall, served, "saffron", "Saffron Pellwood")
    saffron.page.goto(f"{served.url}/sittings/{case.sitting}")
    for words in ("Draft, day 5 of 5.", "This is the last day."):
        expect(saffron.page.locator("#family-2")).to_contain_text(words)
    goes_in(saffron, case, 2, "Go to its draft")
    saffron.is_in()
    draft = saffron.part("The draft record")
    draft.get_by_label("Type FINISH to lock the record").fill("FINISH")
    draft.get_by_role("button", name="Finish and lock").click()
    expect(draft).to_have_count(0)
    record = words_of(saffron, case.folder)
    for words in (MOOD, SEEN_ALONE, "stands in", "In two minds (contemplation)", "Doesn't see a problem", REASON, BREACH,
                  "Zephyr Tolland", "Summary not received", "The family as a whole"):  # fmt: skip
        assert words in record, words
    for words in (WILF, OTHER, HELD, PRIVATE):
        assert words not in record, words
    saffron.page.goto(f"{served.url}/sittings/{case.sitting}")
    expect(saffron.page.locator("#family-2")).to_contain_text("Locked on Tuesday 12 May 2026.")
