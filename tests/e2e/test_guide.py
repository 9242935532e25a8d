"""The guide's pages for those who come to a meeting, done as they say: a mother on a phone, a school on a laptop."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.pages.apart_page import private
from tests.e2e.pages.ending_page import asks_for_numbers, decided_about, decides, ends_with_reasons
from tests.e2e.pages.flow_page import asking, asks, sees_the_calm_page
from tests.e2e.pages.guide_town import Town, for_you, sees_waiting
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import PHONE, Person, opened
from tests.people.on_the_wire import Wire
from tests.tools.guide import Guide

TIRED = "“I'm not a bad mum, I'm tired and frightened.”"
LATE = "Pip was late for 22 of 60 sessions. Twice he was hungry and said he had no breakfast."
HIDES = "Pip hides under the table when a man raises his voice."
SONG = "Pip sings again when he walks to school."
MINE = "I do not sleep when I am alone."


@pytest.mark.thorough("tests/unit/test_guide.py")
@pytest.mark.timeout(240)
def test_a_mother_does_what_her_page_says(town: Town, hall: Hall) -> None:
    guide = Guide("parent.md")
    chair = hall.of_demo(town.demo, "Ines").arrives().is_in()
    marla = hall.of_demo(town.demo, "Marla", size=PHONE)
    she_comes_in(guide, marla, chair)
    she_says_it_her_way(guide, marla)
    she_goes_along_and_gives_her_number(guide, marla, chair)
    she_asks_for_what_she_needs(guide, marla, chair)
    she_is_asked_and_disagrees(guide, marla, chair)
    she_may_go_and_reads_the_record(guide, marla, chair)
    guide.ends()


def settles(person: Person) -> None:
    """Waits until the bar takes presses: for a moment after it asks something else it takes none."""
    person.page.wait_for_timeout(800)


def puts_off(person: Person) -> None:
    """Asks for the next thing that waits in the bar."""
    settles(person)
    person.for_me("Later").click()


def she_comes_in(guide: Guide, marla: Person, chair: Person) -> None:
    """From the link to the board."""
    page = marla.page
    with guide.step("Open your link.", marla) as step:
        page.goto(marla.link)
        step.sees()
    with guide.step("Look at the name.", marla) as step:
        expect(page.get_by_text(marla.full_name)).to_be_visible()
        guide.picture("parent-join.png", page, clip={"x": 0, "y": 0, "width": 390, "height": 370})
        step.presses()
    with guide.step("Now you wait.", marla) as step:
        step.sees()
        sees_waiting(chair)
        chair.lets_in("Marla")
    with guide.step("You are in.", marla) as step:
        expect(page.locator(".screen")).to_be_visible()
        step.sees()
        no, yes = step.button(), step.button()
        expect(yes).to_be_visible()
        no.click()
        expect(yes).to_have_count(0)
    with guide.step("Press the line with", marla):
        page.locator(".arrived").get_by_role("button", name="Now").click()
        expect(page.locator("#page-heading")).to_contain_text("The numbers")
        marla.looks_at("worries")
        page.locator("#page-heading").get_by_role("button").click()
        page.get_by_role("navigation", name="Parts of the board").get_by_role("button", name="The numbers").click()
        expect(page.locator("#page-heading")).to_contain_text("The numbers")
    with guide.step("A dark bar says", marla) as step:
        expect(marla.asked).to_contain_text("Is it right?")
        settles(marla)
        step.presses(marla.asked)
        expect(marla.asked).to_contain_text("Will you do this?")
        puts_off(marla)


def she_says_it_her_way(guide: Guide, marla: Person) -> None:
    """Her words, somebody else's, and what can be done with both."""
    with guide.step("Turn to a page with a box", marla) as step:
        expect(marla.box).to_have_count(0)
        marla.looks_at("well")
        marla.box.locator("#composer-text").fill(SONG)
        step.presses(marla.box)
        song = marla.sees(SONG, "well")
    with guide.step("Did someone type your words for you?", marla) as step:
        # What she put off waits until she is where the meeting is.
        settles(marla)
        marla.page.get_by_role("group", name="Where the meeting is").get_by_role("button", name="Go there").click()
        step.sees(marla.asked)
        expect(marla.asked).to_contain_text(TIRED)
        yes, no = step.button(marla.asked), step.button(marla.asked)
        guide.picture("parent-right.png", marla.asked)
        expect(no).to_be_enabled()
        settles(marla)
        yes.click()
        expect(yes).to_have_count(0)
        expect(marla.asked).to_contain_text("Will you do this?")
        settles(marla)
        # In the bar, or at the action itself where that is in sight.
        marla.page.get_by_role("button", name=re.compile("^I.ll do it")).first.click()
        expect(marla.asked).to_have_count(0)
    with guide.step("Do you see a thing in a different way?", marla) as step:
        late = marla.sees(LATE, "worries")
        marla.menu_button(LATE).click()
        step.presses(late)
        marla.editor.get_by_label("How do you see it?").fill("He had a coat and an apple each day.")
        step.presses(marla.editor)
        expect(late).to_contain_text("He had a coat and an apple each day.")
    with guide.step("Do you think the same?", marla) as step:
        hides = marla.sees(HIDES, "worries")
        marla.menu_button(HIDES).click()
        step.presses(hides)
        expect(hides).to_contain_text("Marla agrees")
    with guide.step("Do you want to put your own words right?", marla) as step:
        marla.looks_at("well")
        marla.menu_button(SONG).click()
        step.presses(song)
        marla.editor.get_by_role("textbox").first.fill("Pip sings again.")
        step.presses(marla.editor)
        song = marla.sees("Pip sings again.", "well")
    with guide.step("Should your words go?", marla) as step:
        marla.menu_button("Pip sings again.").click()
        step.presses(song)
        step.presses(marla.editor)
        expect(song).to_have_count(0)
    with guide.step("Do you want to write just for you?", marla) as step:
        marla.looks_at("worries")
        marla.box.locator("#composer-text").click()
        step.presses(marla.box)
        step.ticks(marla.box)
        marla.writes(MINE, "worries")
        own = private(marla, MINE)
        step.presses(own, of=MINE)
        expect(marla.point(MINE)).to_have_count(1)
        step.presses(marla.box)
        expect(marla.box).to_contain_text("Everyone here reads this.")


def she_goes_along_and_gives_her_number(guide: Guide, marla: Person, chair: Person) -> None:
    """She looks at a page of words while the meeting is at the numbers; then she is asked afresh, about one child."""
    meeting = marla.page.get_by_role("group", name="Where the meeting is")
    marla.looks_at("well")
    with guide.step("Did we go on?", marla) as step:
        expect(meeting).to_contain_text("Step 8: Numbers.")
        go, stay = step.starting(), step.word()
        expect(meeting.get_by_role("button", name=stay, exact=True)).to_be_visible()
        settles(marla)
        meeting.get_by_role("button", name=go).click()
        expect(marla.page.locator("#page-heading")).to_contain_text("The numbers")
    desk = chair.part("Numbers")
    desk.get_by_role("button", name="Show all the numbers").click()
    desk.get_by_role("button", name="Take these numbers off the screens").click()
    desk.get_by_role("button", name="Ask for numbers", exact=True).click()
    for name in ("Juniper", "Sorrel"):
        desk.get_by_role("checkbox", name=name).uncheck()
    marla.looks_at("well")
    desk.locator("form").get_by_role("button", name="Ask for numbers", exact=True).click()
    with guide.step("Now and then we all pick a number", marla) as step:
        settles(marla)
        step.presses(marla.asked, of="How safe is Pip today?")
        pip = marla.numbers_of("Pip").first
    with guide.step("Pick your number.", marla) as step:
        form = pip.locator("form")
        for _ in range(2):
            expect(step.field(form)).to_be_enabled()
        takes_the_form(guide, marla, form)
        form.get_by_role("radio", name="6", exact=True).check()
        form.get_by_role("button", name=step.starting()).click()
        expect(form).to_have_count(0)
        expect(pip).to_contain_text("Your number: 6")
    with guide.step("The chair shows all the numbers at once.", marla) as step:
        desk.get_by_role("button", name="Show all the numbers").click()
        expect(pip.get_by_role("img")).to_be_visible()
        step.presses(pip, of="for Pip")


def takes_the_form(guide: Guide, marla: Person, form: Locator) -> None:
    """The lower part of the form, without the box that lies over it on a phone."""
    dock, height = marla.page.locator(".dock"), 600
    dock.evaluate("dock => { dock.style.visibility = 'hidden'; }")
    form.evaluate("form => form.scrollIntoView({ block: 'end' })")
    box = form.bounding_box()
    assert box
    below = box["y"] + box["height"] + 8
    guide.picture("parent-number.png", marla.page, clip={"x": 0, "y": below - height, "width": 390, "height": height})
    dock.evaluate("dock => { dock.style.visibility = ''; }")


def she_asks_for_what_she_needs(guide: Guide, marla: Person, chair: Person) -> None:
    """The row under the box, and a phone without a network."""
    row, page = marla.page.get_by_role("group", name="Ask for something"), marla.page
    chair.closes_tools()
    with guide.step("Is it too much?", marla) as step:
        step.presses(row, of="I need a pause")
        step.presses(asking(marla, "I need a pause"), of="I need a pause")
        sees_the_calm_page(marla)
        guide.picture("parent-pause.png", page, clip={"x": 0, "y": 280, "width": 390, "height": 300})
        chair.page.get_by_role("button", name="Go on", exact=True).click()
        expect(row).to_be_visible()
    with guide.step("Do you want to speak?", marla) as step:
        step.presses(asks(marla), of="Raise my hand")
        heard = for_you(chair, "Marla’s hand is up.")
        heard.get_by_role("button", name=re.compile("^Heard")).click()
    with guide.step("Would you like someone to type for you?", marla) as step:
        step.presses(asks(marla))
        expect(for_you(chair, "Marla would like you to type for them.")).to_be_visible()
        step.presses(asks(marla))
    with guide.step("Does it say Not connected?", marla) as step:
        with marla.without_network():
            marla.writes("I rang Nana on the way.")
            expect(marla.point("I rang Nana on the way.")).to_contain_text("Kept on this device")
            step.sees()
        expect(page.get_by_text("Not connected").filter(visible=True)).to_have_count(0)
    with guide.step("Does someone come near?", marla) as step:
        step.presses(page)
        expect(page.get_by_text("Up to date")).to_have_count(0)
        page.locator(".cover-time").click()
        step.presses(page)
        expect(row).to_be_visible()
    with guide.step("Do you want a call later?", marla) as step:
        page.get_by_role("button", name="More: this screen, and leaving").click()
        step.presses(page)
        expect(for_you(chair, "Marla may not be alone.")).to_be_visible()
        page.get_by_role("button", name="More: this screen, and leaving").click()


def she_is_asked_and_disagrees(guide: Guide, marla: Person, chair: Person) -> None:
    """For one child; the others are asked about in the same way."""
    chair.closes_tools()
    chair.desk.get_by_role("button", name="On to: What we decide for each child").click()
    marla.looks_at_child("Pip")
    with guide.step("You are asked about each child.", marla) as step:
        asked = marla.asked.get_by_role("button", name=step.starting())
        expect(asked).to_be_visible()
        settles(marla)
        asked.click()
        pip = decided_about(marla, "Pip")
        pip.locator("form").get_by_label("Yes", exact=True).check()
        step.presses(pip, of="The view for Pip")
        expect(pip.locator("form")).to_have_count(0)
    marla.looks_at("worries")
    decides(
        chair, "Pip", "Child protection plan", "Emotional harm", "He hides.", "Marla asks for help in the evenings."
    )
    with guide.step("Has the chair decided?", marla) as step:
        told = marla.asked.filter(has_text="The chair has something to tell you about Pip.")
        while not told.count():
            puts_off(marla)
        settles(marla)
        step.presses(told, of="The chair has something to tell you about Pip.")
        step.presses(pip, of="with the decision for Pip")
        pip.locator("form").get_by_label("Why").fill("Help at school would be enough.")
        step.presses(pip, of="The decision for Pip")
        expect(pip).to_contain_text("Help at school would be enough.")


def she_may_go_and_reads_the_record(guide: Guide, marla: Person, chair: Person) -> None:
    """She says when she has to go, and stays after all; once the chair has ended it, the record is hers to read."""
    page = marla.page
    with guide.step("Must you go soon?", marla) as step:
        step.presses(asks(marla))
        panel = asking(marla, "I have to go")
        now, soon, exact = (step.button(panel) for _ in range(3))
        expect(now).to_be_visible()
        expect(exact).to_be_visible()
        soon.click()
        expect(for_you(chair, "Marla has to go at")).to_be_visible()
        step.presses(panel)
        expect(step.button(panel)).to_be_visible()
        step.presses(panel)
    ends_with_reasons(chair)
    with guide.step("Has the meeting ended?", marla) as step:
        page.get_by_role("button", name="More: this screen, and leaving").click()
        with marla.context.expect_page() as coming:
            step.presses(of="(opens in a new tab)")
        expect(coming.value.get_by_role("heading", level=1)).to_be_visible()


ALONE = "On 22 of 60 days Pip came late and alone."
WORRIED = "I am worried that he is hungry."
DROPPED = "This I must look up first."
BREAKFAST = "Pip eats breakfast at school now."
RANG = "I rang the school each time."
SAYS = "It is nice and quiet at Nana's."
SMALL_LAPTOP = (1024, 768)
STEP = "A place at breakfast club for Pip."


@pytest.mark.thorough("tests/unit/test_guide.py")
@pytest.mark.timeout(240)
def test_a_school_does_what_its_page_says(town: Town, hall: Hall) -> None:
    guide = Guide("partner.md")
    chair = town.guest(hall, "ines")
    ivo = town.guest(hall, "ivo", size=SMALL_LAPTOP)
    he_prepares(guide, ivo, chair)
    nell, marla = town.wire(hall, "nell"), town.wire(hall, "marla")
    sees_waiting(chair, 2)
    chair.lets_in("Nell", "Marla")
    for wire in (nell, marla):
        wire.until(lambda wire=wire: wire.snapshots[-1]["state"] == "in")
    he_says_how_he_knows(guide, ivo)
    nell.add("Pip does not hear well.")
    he_answers_the_others(guide, ivo)
    he_gives_numbers(guide, ivo, chair, [nell, marla])
    he_says_what_his_agency_thinks(guide, ivo, chair)
    he_loses_the_network_and_goes(guide, ivo)
    guide.ends()


def he_prepares(guide: Guide, ivo: Person, chair: Person) -> None:
    """Points of his own in the waiting room, with nobody there; shown once the meeting is open."""
    page = ivo.page
    with guide.step("Open your link.", ivo) as step:
        page.goto(ivo.link)
        step.presses()
        step.sees()
    with guide.step("You can write there before the meeting.", ivo) as step:
        form = page.get_by_role("form", name="Prepare a point")
        step.chooses("What are we worried about?", form)
        words, keep = step.field(form), step.button(form)
        for text in (ALONE, WORRIED, DROPPED):
            words.fill(text)
            keep.click()
            expect(private(ivo, text)).to_have_count(1)
            expect(words).to_have_value("")
        step.sees()
    with guide.step("Your points have a dashed line", ivo) as step:
        guide.picture("partner-prepare.png", private(ivo, ALONE))
        step.presses(private(ivo, WORRIED), of=WORRIED)
        page.locator(".private-change").get_by_role("button", name="Leave it as it was").click()
        step.presses(private(ivo, DROPPED), of=DROPPED)
        private(ivo, DROPPED).get_by_role("button", name="Drop it").click()
        expect(private(ivo, DROPPED)).to_have_count(0)
    with guide.step("Press I have finished preparing", ivo) as step:
        step.presses()
        expect(page.locator(".my-points")).to_contain_text("that you have finished.")
    with guide.step("When the chair has started the meeting", ivo) as step:
        chair.arrives().is_in()
        expect(chair.part("Writing apart")).to_contain_text("Ivo")
        chair.desk.get_by_role("button", name="Start the meeting").click()
        sees_waiting(chair)
        chair.lets_in("Ivo")
        ivo.is_in()
        expect(step.button(private(ivo, ALONE), of=ALONE)).to_be_visible()
        step.presses()
        chair.sees(ALONE)
        chair.sees(WORRIED)


def he_says_how_he_knows(guide: Guide, ivo: Person) -> None:
    """What belongs to a point, somebody else's words, and a child's."""
    box, words = ivo.box, ivo.box.locator("#composer-text")
    with guide.step("Press the box, and it opens.", ivo) as step:
        words.click()
        step.chooses("Proof or record", box)
        step.fills("School register", box)
        step.presses(box)
        step.fills("Since September", box)
    with guide.step("The list before the box", ivo) as step:
        box.get_by_label("Column").select_option(label="Working well: Good things")
        expect(step.field(box)).to_be_enabled()
        step.sees(box)
        box.get_by_label("Pip", exact=True).check()
        words.fill(BREAKFAST)
        step.sees(box)
        guide.picture("partner-more.png", ivo.page.locator(".dock"))
        step.presses(box)
        expect(ivo.point(BREAKFAST)).to_contain_text("School register")
    with guide.step("In the list that says Mine", ivo) as step:
        whose = box.get_by_label("Whose words?")
        words.click()
        step.offers(whose)
        whose.select_option(label="Marla Quillfeather, Mum")
        words.fill(RANG)
        box.get_by_role("button", name="Add", exact=True).click()
        expect(ivo.point(RANG)).to_contain_text("Waiting for Marla")
    with guide.step("For a child's words", ivo) as step:
        whose.select_option(label="Pip Quillfeather, child")
        words.fill(SAYS)
        step.sees(box)
        box.get_by_role("radio", name="In a talk").check()
        step.presses(box)
        step.sees(ivo.point(SAYS))


def he_answers_the_others(guide: Guide, ivo: Person) -> None:
    """A point of Nell's, his own, and something to do."""
    hears, breakfast = ivo.sees("Pip does not hear well."), ivo.point(BREAKFAST)
    with guide.step("Press the three dots of a point", ivo) as step:
        ivo.menu_button("Pip does not hear well.").click()
        step.presses(hears)
        ivo.editor.get_by_label("How do you see it?").fill("In class he hears every word.")
        step.presses(ivo.editor)
        expect(hears).to_contain_text("In class he hears every word.")
    with guide.step("Or press I agree.", ivo) as step:
        ivo.menu_button(RANG).click()
        step.presses(ivo.point(RANG))
        expect(ivo.point(RANG)).to_contain_text("Ivo agrees")
    with guide.step("Your own points you can", ivo) as step:
        ivo.menu_button(BREAKFAST).click()
        for _ in range(3):
            expect(step.button(breakfast)).to_be_visible()
        ivo.menu_button(BREAKFAST).click()
    with guide.step("What you will do goes under", ivo) as step:
        ivo.adds(STEP, "next")
        ivo.menu_button(STEP).click()
        step.presses(ivo.point(STEP))
        step.sees(ivo.editor)
        ivo.editor.get_by_label("Ivo Stonewick").check()
        step.fills("2027-01-11", ivo.editor)
        step.fills("He eats there every day.", ivo.editor)
        step.fills("Ivo rings Kit the same day.", ivo.editor)
        step.presses(ivo.editor)
        step.presses(ivo.point(STEP))
        expect(ivo.point(STEP)).to_contain_text("Ivo said yes")


def he_gives_numbers(guide: Guide, ivo: Person, chair: Person, others: list[Wire]) -> None:
    """One of his own; all of them shown together."""
    asks_for_numbers(chair)
    pip = ivo.numbers_of("Pip")
    with guide.step("When the chair asks for numbers", ivo) as step:
        settles(ivo)
        step.presses(ivo.asked, of="How safe is Juniper today?")
        form = ivo.numbers_of("Juniper").locator("form")
        for _ in range(2):
            expect(step.field(form)).to_be_enabled()
        form.get_by_role("radio", name="6", exact=True).check()
        step.fills("She sings in the choir.", form)
        form.get_by_role("button", name=step.starting()).click()
        expect(form).to_have_count(0)
        ivo.saves_number("Pip", "4", "He hides when it is loud.")
    ids = {one["name"].split()[0]: one["id"] for one in others[0].things("people").values()}
    for wire, value in zip(others, (3, 7), strict=True):
        round = wire.until(lambda wire=wire: list(wire.things("rounds")))[0]
        said = {"child": ids["Pip"], "answer": "number", "value": value, "reason": "I see it at home."}
        wire.ok("save_number", round=round, **said)
    with guide.step("Below the line, Names", ivo) as step:
        chair.part("Numbers").get_by_role("button", name="Show all the numbers").click()
        ivo.turns_to_number_of("Pip")
        expect(pip.get_by_role("img")).to_be_visible()
        opened(pip.get_by_role("button", name=step.starting()))
        expect(pip.get_by_role("table")).to_contain_text("I see it at home.")
        guide.picture("partner-numbers.png", pip)
        expect(step.button(pip, of="for Pip")).to_be_enabled()


def he_says_what_his_agency_thinks(guide: Guide, ivo: Person, chair: Person) -> None:
    """The school's view of Pip, and what it says of the decision."""
    chair.desk.get_by_role("button", name="All steps").click()
    chair.desk.get_by_role("button", name="Go to What we decide for each child").click()
    ivo.looks_at_child("Pip")
    with guide.step("At the step where it is decided", ivo) as step:
        asked = ivo.asked.get_by_role("button", name=step.starting())
        expect(asked).to_be_visible()
        settles(ivo)
        asked.click()
        pip = decided_about(ivo, "Pip")
        form = pip.locator("form")
        form.get_by_label("No", exact=True).check()
        step.fills("He is well at school.", form)
        step.presses(form, of="The view for Pip")
        expect(pip).to_contain_text("He is well at school.")
    decides(chair, "Pip", "Child protection plan", "Emotional harm", "He hides.", "Marla asks for help.")
    with guide.step("When the chair has shown the decision", ivo) as step:
        step.presses(pip, of="with the decision for Pip")
        expect(step.field(form)).to_be_enabled()
        step.ticks(form)
        step.fills("Help at school would be enough.", form)
        step.presses(form, of="The decision for Pip")
        expect(pip).to_contain_text("formally disagree")


def he_loses_the_network_and_goes(guide: Guide, ivo: Person) -> None:
    """What he writes meanwhile is sent; then he leaves early."""
    ivo.looks_at_everything()
    with guide.step("Keep writing when the connection goes.", ivo) as step:
        with ivo.without_network():
            ivo.writes("Kit and I talk on Friday.", "next")
            step.sees(ivo.point("Kit and I talk on Friday."))
            step.sees()
        # It may have noticed only now that it was without a network.
        expect(ivo.page.get_by_text("Not connected").filter(visible=True)).to_have_count(0, timeout=30_000)
    with guide.step("If you must leave early", ivo) as step:
        step.presses(asks(ivo))
        panel = asking(ivo, "I have to go")
        panel.get_by_role("button", name="In 10 minutes").click()
        step.presses(panel)
        step.presses(panel)
        ivo.page.wait_for_url("**/goodbye/left")
