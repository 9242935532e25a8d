"""The guide's page for the chair, done as it says: from the door to the lock."""

import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.apart_page import private
from tests.e2e.pages.ending_page import answers_for, decided_about, the_end
from tests.e2e.pages.flow_page import asking, asks, header, sees_the_calm_page
from tests.e2e.pages.guide_town import Town, for_you, sees_waiting
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import Person, called
from tests.tools.guide import Guide

GOOD = "Odile fetched Pip from school on six of nine days."
QUIET = "I like it when everybody talks quietly."
ALONE = "Nobody asked me what I want."
HEATED = "They never listen to us."
OUT = "He was out on Monday."
STEP = "Weigh Sorrel every week."


@pytest.mark.thorough("tests/unit/test_guide.py")
@pytest.mark.timeout(300)
def test_a_chair_does_what_the_page_says(town: Town, hall: Hall) -> None:
    guide = Guide("chair.md")
    room = SimpleNamespace(
        chair=town.guest(hall, "ines"), kit=town.guest(hall, "kit"), town=town, ids=town.room.people, hall=hall
    )
    the_door(guide, room)
    a_deputy(guide, room)
    the_agenda(guide, room)
    asking_and_a_pause(guide, room)
    while_people_talk(guide, room)
    writing_apart(guide, room)
    numbers(guide, room)
    deciding(guide, room)
    an_action_and_a_colour(guide, room)
    before_the_end(guide, room)
    the_lock(guide, room)
    guide.ends()


def the_door(guide: Guide, room: SimpleNamespace) -> None:
    """Who comes, who is not let in, who is sent away."""
    chair: Person = room.chair
    with guide.step("Open your own link", chair) as step:
        chair.opens_link()
        step.presses()
        chair.is_in()
    with guide.step("When people open their link", chair) as step:
        room.kit.arrives().waits()
        room.nell, room.marla = (room.town.wire(room.hall, key) for key in ("nell", "marla"))
        row = sees_waiting(chair, 3)
        step.sees(chair.desk)
        step.presses(row, of="3 people are at the door.")
        door = step.part()
        for box in door.get_by_role("checkbox").all():
            box.check()
        guide.picture("chair-door.png", door)
        step.presses(door)
        room.kit.is_in()
        step.presses(door)
        room.marla.until(lambda: room.marla.snapshots[-1]["state"] == "in")
        room.bex = room.town.wire(room.hall, "bex")
        sees_waiting(chair)
        door.get_by_role("button", name="More about Bex at the door").click()
        step.presses(door, of="for Bex")
        door.get_by_role("button", name="Yes, turn Bex away").click()
        room.bex.until(lambda: room.bex.goodbye)
    with guide.step("Before the start people can write", chair) as step:
        room.rowan = room.town.wire(room.hall, "rowan")
        sees_waiting(chair)
        chair.lets_in("PC Rowan")
        room.marla.ok("finish_preparing", finished=True)
        finished = step.word()
        chair.closes_tools()
        step.presses(chair.desk)
        apart = step.part()
        expect(apart.get_by_text(finished, exact=True)).to_be_visible()
        expect(apart).to_contain_text("Marla")
    with guide.step("Press Start the meeting", chair) as step:
        step.presses()
    with guide.step("To remove somebody", chair) as step:
        juno = room.town.wire(room.hall, "juno")
        sees_waiting(chair)
        chair.lets_in("Juno")
        juno.until(lambda: juno.snapshots[-1]["state"] == "in")
        door = chair.part("Who is at the door")
        door.get_by_role("button", name=step.starting()).click()
        step.presses(door, of="Juno")
        door.get_by_label("Why?").fill("In the wrong meeting.")
        door.get_by_role("button", name="Remove Juno", exact=True).click()
        juno.until(lambda: juno.goodbye)


def a_deputy(guide: Guide, room: SimpleNamespace) -> None:
    """Named, taking over, and giving back."""
    chair, kit = room.chair, room.kit
    with guide.step("Press All tools. Under Deputy choose", chair) as step:
        chair.closes_tools()
        step.presses(chair.desk)
        desk = step.part()
        desk.get_by_label("Who is deputy?").select_option(label="Kit, Lead social worker")
        step.presses(desk)
        expect(step.button(desk)).to_be_visible()
    with guide.step("When your computer fails", kit) as step:
        step.presses()
        step.presses()
        kit.page.wait_for_url("**/chair/*")
        kit.is_in()
    with guide.step("Open the meeting again", chair) as step:
        step.sees()
        step.presses()
        kit.reads("Ines has the chair’s controls again.")
    kit.page.get_by_role("link", name="Go to my page").click()
    kit.page.wait_for_url("**/board/*")
    kit.is_in()


def the_agenda(guide: Guide, room: SimpleNamespace) -> None:
    """On, back, undo; the time; the turns."""
    chair, desk = room.chair, room.chair.desk
    kit = header(room.kit)
    with guide.step("On to: opens the next step.", chair) as step:
        chair.closes_tools()
        step.presses(desk, of="Welcome, and who is who")
        expect(kit).to_contain_text("Step 1 of 11")
        for name in ("Family and friends", "Why we are here"):
            desk.get_by_role("button", name=f"On to: {name}").click()
            expect(desk.get_by_role("heading", name=name, exact=True)).to_be_visible()
        expect(kit).to_contain_text("Step 3 of 11. Now: Worried. Next: Working well")
        step.presses(desk, of="to: Family and friends")
        expect(kit).to_contain_text("Step 2 of 11")
        step.presses(desk)
        step.presses(desk, of="Why we are here")
        expect(kit).to_contain_text("Step 3 of 11")
        desk.get_by_role("button", name="Go to What is working well").click()
        expect(kit).to_contain_text("Step 4 of 11")
    with guide.step("Whoever has nothing in hand", chair) as step:
        room.kit.looks_at_everything()
        step.presses(desk)
        expect(room.kit.page.get_by_role("group", name="Where the meeting is")).to_contain_text("asks everyone to come")
    with guide.step("What case reviews teach", chair) as step:
        agenda = desk.get_by_role("heading", name=step.starting())
        step.part()
        expect(agenda).to_be_visible()
    with guide.step("Start 2 minutes", chair) as step:
        step.presses(desk)
        expect(desk.locator(".flow-time")).to_contain_text("left")
        expect(room.kit.page.locator(".flow-time")).to_have_count(0)
        step.presses(desk, of="the timer")
    chair.closes_tools()
    guide.picture("chair-agenda.png", desk)
    with guide.step("Press Turns to say", chair) as step:
        step.presses(desk.locator(".tool-row"), of="who speaks")
        up, down = step.button(desk, of="Marla"), step.button(desk, of="Marla")
        expect(up).to_be_visible()
        down.click()
        step.presses(desk)
        expect(kit).to_contain_text("turn.")
        desk.get_by_role("button", name=step.starting()).click()
        step.presses(desk)
        expect(kit).not_to_contain_text("turn.")


def asking_and_a_pause(guide: Guide, room: SimpleNamespace) -> None:
    """What Marla asks for; a pause that everybody sees."""
    chair = room.chair
    chair.closes_tools()
    with guide.step("For you says when somebody asks", chair) as step:
        step.sees(chair.desk)
        room.marla.ok("raise_hand", up=True)
        room.marla.ok("ask_to_type", wanted=True)
        step.presses(for_you(chair, "Marla’s hand is up."), of="Marla’s hand is up.")
        typing = for_you(chair, "Marla would like you to type for them.")
        step.presses(typing, of="Marla would like you to type for them.")
        expect(typing).to_have_count(0)
        room.marla.ok("say_leaving", at="now")
        going = for_you(chair, "Marla has to go")
        going.get_by_role("button", name=step.starting()).click()
        expect(chair.part("Deciding for each child")).to_be_visible()
        chair.closes_tools()
        expect(going).to_have_count(0)
        turns_to(chair, "Working well")
    with guide.step("You can ask for one too", chair) as step:
        step.presses(asks(chair))
        step.presses(asking(chair, "I need a pause"), of="I need a pause")
        sees_the_calm_page(chair)
        sees_the_calm_page(room.kit)
        step.presses()
        chair.is_in()


def while_people_talk(guide: Guide, room: SimpleNamespace) -> None:
    """A good thing re-filed as safety; a child's words found safe to show."""
    chair = room.chair
    room.nell.add(GOOD, "well", category="strength")
    with guide.step("A good thing that has been shown", chair) as step:
        point = chair.sees(GOOD)
        chair.menu_button(GOOD).click()
        step.presses(point)
        chair.editor.get_by_role("group", name="Part").get_by_label("Safety", exact=True).check()
        step.presses(chair.editor)
        expect(point).to_contain_text("Was under: Good things")
    with guide.step("A child's words come", chair) as step:
        room.nell.add(QUIET, "next", speaker=room.ids["pip"], obtained="talk")
        chair.closes_tools()
        step.sees(chair.desk)
        waits = "1 point of a child’s words waits."
        step.presses(for_you(chair, waits), of=waits)
        held = chair.part("A child's words")
        step.presses(held, of=f"for words of Pip, {QUIET}")
        step.presses(held, of=f"for words of Pip, {QUIET}")
        chair.looks_at_everything().sees(QUIET)


def writing_apart(guide: Guide, room: SimpleNamespace) -> None:
    """Everybody for themselves and then together; new points held, shown, sent back."""
    chair, kit = room.chair, room.kit
    chair.closes_tools()
    with guide.step("Press All tools. Under Writing apart choose", chair) as step:
        step.presses(chair.desk)
        apart = step.part()
        step.presses(apart)
        kit.reads("Private writing is on")
        kit.writes(ALONE)
        expect(private(kit, ALONE)).to_have_count(1)
    with guide.step("Show all the points together", chair) as step:
        step.presses(apart)
        step.presses(apart)
        chair.sees(ALONE)
        apart.get_by_role("button", name="Start private writing").click()
        step.presses(apart)
    with guide.step("Press Hold new points", chair) as step:
        step.presses(apart)
        kit.reads("New points go to the chair first.")
        for words in (HEATED, OUT):
            kit.writes(words)
            expect(apart.locator("li.held-words").filter(has_text=words)).to_be_visible()
        step.sees(apart)
        held = apart.locator("li.held-words")
        step.presses(held.filter(has_text=OUT), of=f"the point of Kit to everyone: {OUT}")
        chair.sees(OUT)
        step.presses(held, of=f"the point of Kit: {HEATED}")
        held.get_by_label("Why?").fill("Please say what you saw.")
        step.presses(held, of=f"the point of Kit: {HEATED}")
        expect(private(kit, HEATED)).to_contain_text("Please say what you saw.")
    with guide.step("*For you* says while you hold", chair) as step:
        step.presses(apart)
        expect(apart.get_by_role("button", name="Hold new points")).to_be_visible()


def numbers(guide: Guide, room: SimpleNamespace) -> None:
    """For Pip: asked, given, shown, talked about."""
    chair = room.chair
    with guide.step("Press Numbers, then", chair) as step:
        step.presses(chair.desk.locator(".tool-row"), of="ask and show")
        desk = chair.part("Numbers")
        step.presses(desk)
        form = desk.locator("form")
        for name in ("Juniper", "Sorrel"):
            form.get_by_role("checkbox", name=name).uncheck()
        step.presses(form)
        form.get_by_role("button", name="Use the usual words").click()
        step.presses(form)
        expect(form).to_have_count(0)
    with guide.step("Say the ends aloud", chair):
        room.kit.saves_number("Pip", "5", "He sleeps at Nana's.")
        round = room.marla.until(lambda: list(room.marla.things("rounds")))[0]
        for wire, value in ((room.marla, 7), (room.nell, 2)):
            given = {"child": room.ids["pip"], "answer": "number", "value": value, "reason": "I see it at home."}
            wire.ok("save_number", round=round, **given)
    with guide.step("Show all the numbers.", chair) as step:
        expect(desk).to_contain_text("Kit, Marla and Nell have answered.")
        guide.picture("chair-numbers.png", desk)
        step.presses(desk, of="for Pip")
        expect(desk).to_contain_text("Nell put Pip at 2.")
    with guide.step("Talk.", chair) as step:
        step.presses(desk, of="for Pip")
        desk.get_by_label("What did the room say for Pip?").select_option(label=step.word())
        desk.get_by_role("button", name=called("Save", "What did the room say for Pip?")).click()
        expect(chair.numbers_of("Pip")).to_contain_text("We see it differently")


def deciding(guide: Guide, room: SimpleNamespace) -> None:
    """For Pip: what Odile sent, what is decided."""
    chair = room.chair
    with guide.step("Turn to Decided.", chair) as step:
        turns_to(chair, step.word())
        desk = step.part()
        desk.get_by_role("group", name="Which child").get_by_role("button", name=called("Pip", "the decision")).click()
        board = decided_about(chair, "Pip")
        step.presses(board, of="for Pip")
        answers_for(board, "Odile, Nana, Marla's mum", source="E-mail of this morning")
        expect(desk).to_contain_text("Odile, Nana, Marla's mum")
    with guide.step("Choose what is decided", chair) as step:
        form = desk.get_by_role("form", name="Decide for Pip")
        form.get_by_label("Child protection plan", exact=True).check()
        form.get_by_role("group", name=step.word()).get_by_label("Emotional harm", exact=True).check()
        for words in ("He hides when it is loud.", "Marla asks for help.", "No visits. Somebody must see Pip."):
            step.fills(words, form)
    with guide.step("Say it aloud first.", chair) as step:
        step.sees(form)
        form.get_by_label(step.word()).check()
        step.presses(form)
        expect(board).to_contain_text("He hides when it is loud.")
        step.sees()
    with guide.step("Decide again puts", chair) as step:
        expect(step.button(desk, of="for Pip")).to_be_visible()
        step.sees(desk)


def an_action_and_a_colour(guide: Guide, room: SimpleNamespace) -> None:
    """Nell's step becomes an action; Pip is amber."""
    chair = room.chair
    with guide.step("A point under", chair) as step:
        room.nell.add(STEP, "next")
        point = chair.looks_at_everything().sees(STEP)
        chair.menu_button(STEP).click()
        step.presses(point)
        chair.editor.get_by_label("Nell Ashgrove, Health visitor").check()
        chair.editor.get_by_label("By when?").fill("2027-01-11")
        chair.editor.get_by_label("How will we know?").fill("She gains weight.")
        chair.editor.get_by_label("What if not?").fill("The doctor sees her the same day.")
        step.presses(chair.editor)
        expect(point).to_contain_text("Nell")
    with guide.step("Turn to Rating.", chair) as step:
        turns_to(chair, step.word())
        desk = step.part()
        desk.get_by_role("button", name=called("Pip", "the colour")).click()
        desk.get_by_role("radio", name="Amber").check()
        step.fills("Nana and school feel safe, and he still hides.", desk)
        step.fills("Breakfast every day.", desk)
        step.presses(desk)
    with guide.step("Say it aloud and tick", chair) as step:
        desk.get_by_label(step.word()).check()
        step.presses(desk)
        expect(desk).to_contain_text("Everyone can see this")


def turns_to(person: Person, place: str) -> None:
    """Presses the tab of a place, wherever the line of tabs has it."""
    tabs = person.page.get_by_role("navigation", name="Parts of the board")
    tab = tabs.get_by_role("button", name=re.compile(f"^{re.escape(place)}"))
    if not tab.count():
        tabs.get_by_role("button", name="More parts of the board").click()
    tab.click()


def before_the_end(guide: Guide, room: SimpleNamespace) -> None:
    """Read back; what is missing, with a reason."""
    chair, page = room.chair, room.chair.page
    with guide.step("Press All tools and open End the meeting.", chair) as step:
        chair.closes_tools()
        step.presses(chair.desk)
        end = the_end(chair)
        expect(end).to_have_accessible_name(step.starting())
        step.presses(end)
        on, last = step.word(), step.word()
        expect(page.locator("#read-back-heading")).to_be_visible()
        while page.get_by_role("button", name=on, exact=True).count():
            page.get_by_role("button", name=on, exact=True).click()
        page.get_by_role("button", name=last, exact=True).click()
        expect(page.locator("#read-back-heading")).to_have_count(0)
    with guide.step("Below stands What is missing.", chair) as step:
        step.sees(end)
        undecided = end.get_by_role("listitem").filter(has_text="Nothing is decided yet for a child.").first
        guide.picture("chair-end.png", undecided)
        reason = step.word()
        for field in end.get_by_label(reason).all():
            field.fill("We said so aloud.")
    with guide.step("Press End the meeting below", chair) as step:
        step.presses(end, of="now")
        room.kit.reads("The meeting has ended.")


def the_lock(guide: Guide, room: SimpleNamespace) -> None:
    """The draft, the lock, and an addition."""
    chair = room.chair
    with guide.step("The draft record is open", chair) as step:
        draft = step.part()
        step.sees(draft)
        step.fills("FINISH", draft)
        step.presses(draft)
        room.kit.page.wait_for_url("**/goodbye/ended")
    with guide.step("From then on there are only additions.", chair) as step:
        finished = chair.part("The finished record")
        step.fills("The letter went on Friday.", finished)
        finished.get_by_label(step.word(), exact=True).fill("It was not written yet.")
        step.presses(finished)
        expect(finished).to_contain_text("The letter went on Friday.")
