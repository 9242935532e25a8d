"""A guide that tells of what no screen has, or of more than is done, fails its walk."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import TimeoutError as NotThere

from tests.tools.guide import Doing, Step, steps_of

SCREEN = "<main><p>Up to date</p><label>Why? <input></label><button>I don\u2019t know</button></main>"


@pytest.fixture
def person(browser: Browser) -> Iterator[SimpleNamespace]:
    """Somebody who looks at a small screen."""
    page = browser.new_page()
    page.set_content(SCREEN)
    yield SimpleNamespace(page=page)
    page.close()


@pytest.fixture
def hasty(person: SimpleNamespace) -> Iterator[SimpleNamespace]:
    """Somebody who soon gives up."""
    person.page.set_default_timeout(300)
    expect.set_options(timeout=300)
    yield person
    expect.set_options(timeout=10_000)


def doing(person: SimpleNamespace, *bold: str) -> Doing:
    return Doing(Step("Do it.", bold), person)


def test_words_on_the_screen_are_pressed_filled_and_seen_with_either_apostrophe(person: SimpleNamespace) -> None:
    step = doing(person, "I don't know", "Why?", "Up to date")
    step.presses()
    step.fills("Because.")
    step.sees()
    step.done()


def test_a_button_of_another_name_fails(hasty: SimpleNamespace) -> None:
    with pytest.raises(NotThere):
        doing(hasty, "I know").presses()
    with pytest.raises(NotThere):
        doing(hasty, "I don't").presses()


def test_words_that_nobody_can_see_fail(hasty: SimpleNamespace) -> None:
    with pytest.raises(AssertionError):
        doing(hasty, "Up to dat").sees()


def test_a_word_that_is_left_over_fails(person: SimpleNamespace) -> None:
    step = doing(person, "Up to date", "Add")
    step.sees()
    with pytest.raises(AssertionError, match="nobody presses or reads"):
        step.done()


def test_steps_are_read_with_all_their_lines_and_bold_words() -> None:
    assert steps_of("Text.\n\n1. Press **Add**\n   or **Not\n   now**.\n2. Wait.\n\n10. Go.\n    **Now**.\n") == [
        Step("Press Add or Not now.", ("Add", "Not now")),
        Step("Wait.", ()),
        Step("Go. Now.", ("Now",)),
    ]
