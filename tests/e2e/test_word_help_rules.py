"""What the help with words finds in a text, and which sentences it finds long or hard: its own rules, in a browser."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from meeting_server.domain.template.language_help import LanguageHelp
from meeting_server.http.language_help import help_for_page
from meeting_server.storage.language_help_files import load_language_help
from tests.e2e.pages.bare_page import run

OURS = load_language_help()
WHOLE = "Mum rang the school on Monday. She came at ten."


def hints(page: Page, text: str, help_: LanguageHelp = OURS) -> list[dict[str, Any]]:
    """What is said about this text."""
    found: list[dict[str, Any]] = page.evaluate(
        "async ([text, help]) => (await import('/board/kit/loaded_words.js')).hintsFor(text, help)",
        [text, json.loads(help_for_page(help_))],
    )
    return found


def keys(page: Page, text: str) -> list[str]:
    """About which words or sentences something is said."""
    return [one["id"] for one in hints(page, text)]


def measured(page: Page, call: str) -> Any:
    """What the measure says."""
    return run(page, "const it = await import('/board/kit/readability.js');", f"return {call};")


def test_disguised_compliance_gets_a_question_and_other_words(page: Page) -> None:
    [hint] = hints(page, "There is disguised compliance at the visits.")
    assert hint["words"] == "disguised compliance"
    assert "What makes it hard for them?" in hint["helps"]
    assert hint["instead"]
    assert hint["reminder"] == "Say also what went well."


THEIRS = [
    'Marla says: "They call it disguised compliance."',
    "Marla says: “They call it disguised compliance.” She was in.",
    "Marla says ‘it’s not disguised compliance’.",
    "Marla says: «disguised compliance».",
    'Marla says: "They call it disguised compli',
    'Marla says: "They call it disguised compliance, and',
    "Marla says 'they call it disguised compliance, and",
]


def test_what_stands_in_quotation_marks_is_theirs_also_before_they_are_closed(page: Page) -> None:
    assert [(text, keys(page, text)) for text in THEIRS] == [(text, []) for text in THEIRS]


def test_the_same_words_outside_the_quotation_are_found(page: Page) -> None:
    assert keys(page, 'She says "I try". It is disguised compliance.') == ["disguised-compliance"]
    assert keys(page, "The children's mum isn't in. It is disguised compliance.") == ["disguised-compliance"]


FOUND: dict[str, list[str]] = {
    "Mum FAILED to\nengage.": ["failed-to-engage"],
    "Mum won’t engage.": ["refused-to-engage"],
    "He is non-compliant, and hard-to-reach.": ["non-compliant", "hard-to-reach"],
    "He failed. To engage him we rang.": [],
    "The unmanipulatived and the lacquer": [],
    "Contact on Saturday went well.": ["contact"],
    "Good eye contact. I will contact the GP. Contact details are below.": [],
    "Good eye contact at contact.": ["contact"],
    "LAC review on 3 May.": ["looked-after"],
    "Nana looked after Pip, with mash for tea.": [],
    "He attends Alcoholics Anonymous and bought alcoholic drinks.": [],
    "He is an alcoholic and in denial.": ["alcoholic", "in-denial"],
    "CAMHS and MASH know.": ["letters-health", "letters-social-care"],
    "CAMHS (the mental health team) knows. CAMHS will ring.": [],
    "The mental health team (CAMHS) knows.": [],
    "The mental health team (CAMHS) knows. So does SALT.": ["letters-health"],
}


def test_whole_words_are_found_in_any_case_and_only_as_they_are_meant(page: Page) -> None:
    assert {text: keys(page, text) for text in FOUND} == FOUND


def test_the_same_words_twice_are_said_once_and_the_reminder_stands_once(page: Page) -> None:
    found = hints(page, "Mum failed to engage. Dad fails to engage, and is manipulative. It is respite.")
    assert [(one["id"], one["words"]) for one in found] == [
        ("failed-to-engage", "failed to engage"),
        ("manipulative", "manipulative"),
        ("respite", "respite"),
    ]
    assert [bool(one["reminder"]) for one in found] == [True, False, False]


def test_nothing_we_would_write_instead_is_itself_a_trap_or_hard_to_read(page: Page) -> None:
    for one in OURS.hints:
        if not one.acronym:
            assert keys(page, one.instead) == [], one.key
        assert keys(page, one.helps) in ([], [one.key]), one.key


SYLLABLES = {
    "cat": 1, "home": 1, "school": 1, "rhythm": 1, "shouted": 2, "missed": 1, "table": 2, "little": 2,
    "mother": 2, "statement": 2, "social": 2, "nation": 2, "visited": 3, "services": 3, "hospital": 3,
    "family": 3, "lovely": 2, "reaction": 3, "inconsistencies": 5, "situation": 4, "identified": 4,
    "significant": 4, "multidisciplinary": 7, "Marla's": 2, "crèche": 1, "2026": 1,
}  # fmt: skip


def test_syllables_are_counted_as_they_are_said(page: Page) -> None:
    words = json.dumps(list(SYLLABLES))
    assert dict(zip(SYLLABLES, measured(page, f"{words}.map(it.syllables)"), strict=True)) == SYLLABLES


def test_the_grade_is_that_of_flesch_and_kincaid(page: Page) -> None:
    # 12 words of 14 syllables; 10 of 25.
    assert measured(page, "it.gradeOf(12, 14)") == pytest.approx(0.39 * 12 + 11.8 * 14 / 12 - 15.59)
    assert measured(page, "it.gradeOf(10, 25)") == pytest.approx(17.81)


def test_a_stop_inside_a_number_or_an_address_ends_no_sentence(page: Page) -> None:
    text = "He weighs 3.5 kg. Write to kit@work.example!\nShe is well"
    assert measured(page, f"it.sentences({json.dumps(text)})") == [
        "He weighs 3.5 kg",
        "Write to kit@work.example",
        "She is well",
    ]


def test_a_long_sentence_is_named_by_how_it_begins_and_a_short_one_is_not(page: Page) -> None:
    long = "On Monday he came in " + "and then he sat down " * 5 + "by her."
    [hint] = hints(page, f"{WHOLE} {long} {WHOLE}")
    assert (hint["kind"], hint["begins"], hint["words"]) == ("long", "On Monday he came", 32)
    assert hints(page, WHOLE) == []
    assert hints(page, "one " * 25) == []
    assert [one["kind"] for one in hints(page, "one " * 26)] == ["long"]


def test_a_hard_sentence_names_its_hard_words(page: Page) -> None:
    hard = "The assessment identified significant inconsistencies in parental engagement with universal services."
    [hint] = hints(page, f"{WHOLE} {hard}")
    assert (hint["kind"], hint["hard"]) == ("hard", ["identified", "significant", "inconsistencies", "universal"])


EVERY_DAY = [
    "Weight fell from 50th to 9th centile between 4 and 8 months",
    "Dorran broke the kitchen door and pushed Marla to the wall; Pip and Juniper were on the stairs",
    "Since 28 Feb Marla has not let Dorran in; 2 calls to police, changed locks 1 Mar",
    "Juniper has a supportive relationship with her grandmother and attends school regularly.",
    "Late 22 of 60 sessions; twice hungry, said no breakfast",
    "Miss Annabella Montgomery-Featherstonehaugh from Wolverhampton and Elizabeth rang on Saturday.",
    "",
    "!!! … \n\n",
]


def test_what_people_write_in_a_meeting_every_day_is_left_alone(page: Page) -> None:
    assert [(text, keys(page, text)) for text in EVERY_DAY] == [(text, []) for text in EVERY_DAY]


def test_what_is_long_is_not_judged_by_what_is_quoted_in_it(page: Page) -> None:
    assert keys(page, 'Pip says "' + "and then he came and " * 8 + '" and hid.') == []


@pytest.mark.alone
def test_a_full_box_is_read_in_a_moment(page: Page) -> None:
    text = "Mum failed to engage with CAMHS, in denial about contact. "
    took = page.evaluate(
        """async ([text, help]) => {
          const { hintsFor } = await import("/board/kit/loaded_words.js");
          const times = [0, 1, 2].map(() => {
            const start = performance.now(); hintsFor(text, help); return performance.now() - start;
          });
          return Math.min(...times);
        }""",
        [(text * 40)[:2000], json.loads(help_for_page(OURS))],
    )
    assert took < 100
