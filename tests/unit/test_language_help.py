"""The help with words: our file is right, a council's is laid over it, and one that is not right says where."""

from dataclasses import replace
from pathlib import Path

import pytest

from meeting_server.domain.template.language_help import Hint, LanguageHelp, Readability
from meeting_server.http.language_help import help_for_page, is_helped
from meeting_server.settings import settings_from
from meeting_server.storage.language_help_files import OURS, load_language_help, read_language_help
from meeting_server.storage.template_files import TemplateError
from tests.scenes.builders import templates

LIMITS = Readability(25, 10, 4, 3)
S12 = [
    "disguised compliance", "failed to engage", "refused to engage", "non compliant", "manipulative", "contact", "respite",
    "lac", "hard to reach", "in denial", "controlling", "alcoholic",
]  # fmt: skip


def written(folder: Path, text: str) -> Path:
    """A council's file with this in it."""
    file = folder / "ours.toml"
    file.write_text(text, encoding="utf-8")
    return file


def wrong(folder: Path, text: str) -> str:
    """What is said about a council's file with this in it."""
    with pytest.raises(TemplateError) as error:
        load_language_help(written(folder, text))
    return str(error.value)


def test_our_own_file_holds_every_trap_that_practice_names():
    words = {word for one in load_language_help().hints for word in one.words}
    assert [one for one in S12 if one not in words] == []


def test_each_of_our_hints_helps_and_says_what_could_be_written():
    assert [one.key for one in read_language_help(OURS).hints if not (one.words and one.helps and one.instead)] == []


def test_with_what_judges_a_parent_goes_the_reminder_of_what_went_well():
    help_ = load_language_help()
    assert help_.reminder == "Say also what went well."
    critical = {word for one in help_.hints if one.critical for word in one.words}
    assert {"disguised compliance", "failed to engage", "manipulative", "in denial", "alcoholic"} <= critical
    assert not {"respite", "contact", "lac", "CAMHS"} & critical


def test_a_councils_hint_wins_by_its_key_one_without_words_takes_ours_away_and_new_ones_are_added():
    ours = LanguageHelp((Hint("a", ("aa",), "A?"), Hint("b", ("bb",), "B?"), Hint("c", ("cc",), "C?")), LIMITS, "Well.")
    own = LanguageHelp((Hint("a", ("ax",), "Ours?"), Hint("b"), Hint("d", ("dd",), "D?")))
    together = ours.with_own(own)
    assert [(one.key, one.helps) for one in together.hints] == [("a", "Ours?"), ("c", "C?"), ("d", "D?")]
    assert (together.readability, together.reminder) == (LIMITS, "Well.")


def test_a_council_can_set_its_own_limits_and_reminder_or_put_nothing_of_ours():
    ours = LanguageHelp((Hint("a", ("aa",), "A?"),), LIMITS, "Well.")
    own = LanguageHelp((Hint("d", ("dd",), "D?"),), Readability(20, 8, 3, 2), "And what helps?", replaces=True)
    assert ours.with_own(own) == LanguageHelp(own.hints, own.readability, own.reminder)


def test_a_councils_file_is_found_where_the_setting_says(tmp_path):
    file = written(tmp_path, '[[hints]]\nkey = "contact"\n\n[[hints]]\nkey = "tea"\nwords = ["tea"]\nhelps = "Milk?"\n')
    settings = settings_from({"LANGUAGE_HELP": str(file)})
    found = [one.key for one in load_language_help(settings.language_help).hints]
    assert "contact" not in found
    assert found[-1] == "tea"
    assert "respite" in found


HINT = '[[hints]]\nkey = "tea"\nwords = ["tea"]\nhelps = "Milk?"\n'
LEVEL = "[readability]\nsentence_words = 20\ngrade = 9\nword_syllables = 4\nhard_words = 3\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HINT.replace("helps", "help"), "ours.toml: hints.tea.help: There is no such key here."),
        (HINT.replace('"Milk?"', '"' + "x" * 121 + '"'), "ours.toml: hints.tea.helps: This is too long"),
        (HINT.replace('["tea"]', '"tea"'), "ours.toml: hints.tea.words: This must be a list in square brackets."),
        (HINT.replace('["tea"]', '["“tea”"]'), "ours.toml: hints.tea.words[0]: This must be a word, or a few with"),
        (HINT.replace('["tea"]', '["tea", " "]'), "ours.toml: hints.tea.words[1]: This must be a word, or a few with"),
        (HINT.replace('helps = "Milk?"\n', ""), "ours.toml: hints.tea.helps: Say what these words may sound like"),
        (HINT + HINT, "ours.toml: hints.tea: This key is used twice."),
        (HINT + HINT.replace('key = "tea"', 'key = "hot"'), "ours.toml: hints.hot.words: “tea” stands under tea already."),
        (LEVEL.replace("= 20", "= 0"), "ours.toml: readability.sentence_words: This must be a whole number from 1 to 100."),
        (LEVEL.replace("grade = 9\n", ""), "ours.toml: readability.grade: This is missing."),
        (HINT + "[[hints", "ours.toml: This is not a file of help with words (TOML): "),
    ],
)  # fmt: skip
def test_a_file_that_is_not_right_names_itself_and_the_key(tmp_path, text, says):
    assert wrong(tmp_path, text).startswith(says)


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(TemplateError, match="There is no such file for the help with words"):
        load_language_help(tmp_path / "none.toml")


def test_what_a_page_brings_leaves_out_what_is_empty():
    assert help_for_page(LanguageHelp((Hint("a", ("b",), "C?"),), LIMITS, "Well.")) == (
        '{"hints":[{"key":"a","words":["b"],"helps":"C?"}],'
        '"readability":{"sentence_words":25,"grade":10,"word_syllables":4,"hard_words":3},"reminder":"Well."}'
    )


@pytest.mark.parametrize("key", sorted(templates()))
def test_only_those_who_come_with_their_work_and_say_how_we_know_are_helped(key):
    roles = {one.key: one for one in templates()[key].roles}
    helped = {one for one, role in roles.items() if is_helped(role)}
    assert {"chair", "minute_taker", "health", "advocate"} & set(roles) <= helped
    assert {"chair", "minute_taker", "professional"} <= helped
    assert not helped & {"parent", "network", "child_attending", "supporter", "observer", "big_screen"}
    family = replace(roles["professional"], side="family", powers=("contribute", "detail"))
    assert not is_helped(family)
