"""Template files: ours are right, and one that is not says which file and which key."""

import re
import shutil
from pathlib import Path

import pytest

from meeting_server.storage.template_files import OURS, TemplateError, load_templates, read_template

FILES = sorted(OURS.glob("*.toml"))
NAMES = [path.name for path in FILES]

CHANGES = [
    pytest.param('title = "', 'titel = "', "titel: There is no such key here", id="a misspelt key"),
    pytest.param('\ntitle = "', '\n# title = "', "title: This is missing", id="a missing key"),
    pytest.param('\nadd = "Add a worry"', "", r"columns\.worries\.add: This is missing", id="a column without a text"),
    pytest.param('\ntitle = "', '\ntitle = 3 # "', "title: This must be text", id="a number for a text"),
    pytest.param('tint = "worry"', 'tint = "red"', r"columns\.\w+\.tint: This must be one of: well", id="a tint"),
    pytest.param(
        "actions = true",
        'actions = "yes"',
        r"columns\.(next|plan)\.actions: This must be true or false",
        id="a wrong tick",
    ),
    pytest.param(
        'key = "worries"', 'key = "Our worries"', r"columns\.Our worries\.key: .*small letters", id="a key with spaces"
    ),
    pytest.param("low = 2", "low = 11", r"scales\.[a-z-]+\.low: This must be a whole number from 0 to 10", id="low"),
    pytest.param("low = 2", "low = 2.5", r"scales\.[a-z-]+\.low: This must be a whole number", id="half a number"),
    pytest.param("\nleft = ", "\nleft = 5 # ", r"scales\.[a-z-]+\.left: This must be one of: 0, 10", id="left"),
    pytest.param("\nband = ", "\nband = 9 # ", r"scales\.[a-z-]+\.band: The layout has \d rows", id="the band"),
    pytest.param(
        '{ key = "view", label = "My view" }',
        '{ key = "view", label = "" }',
        r"basis\.view\.label: Please write",
        id="an empty label",
    ),
    pytest.param(
        'shows = ["', 'shows = ["@tea", "', r"stages\.\w+\.shows: There is no column or place @tea", id="a place"
    ),
    pytest.param(
        'shows = ["', 'column = "next"\nshows = ["', r"stages\.\w+\.column: Leave it out", id="a column beside places"
    ),
    pytest.param('key = "guess"', 'key = "hunch"', r"basis\.hunch: The key must be one of: proof", id="a basis"),
    pytest.param('key = "guess"', 'key = "view"', r"basis\.view: This key is used twice", id="a key twice"),
    pytest.param(
        'key = "harm",', 'key = "unknown",', r"categories\.unknown: This key is used twice", id="a category twice"
    ),
    pytest.param(
        '{ column = "worries"',
        '{ column = "worry"',
        r"layout\[\d\]\.blocks\[\d\]\.column: There is no column worry",
        id="a layout with a column that is not there",
    ),
    pytest.param(
        '{ column = "next"', '{ column = "well"', r"columns\.(next|well)", id="a column with no place in the layout"
    ),
    pytest.param(
        'key = "observer", label = "Watching only", side = "professional", audiences = ["everyone"]',
        'key = "observer", label = "Watching only", side = "professional", audiences = ["staff"]',
        r"roles\.observer\.audiences: There is no audience staff",
        id="an audience that is not there",
    ),
    pytest.param(', "steer", "finish"]', ', "steer"]', "roles: No role has the power finish", id="nobody to finish"),
    pytest.param(
        'composers = ["everyone"]', 'composers = ["staff"]', "composers: There is no audience", id="composers"
    ),
    pytest.param(
        'key = "contributors_missing"',
        'key = "tea_missing"',
        r"checks\.tea_missing\.key: This must be one of",
        id="a check that is not there",
    ),
    pytest.param(
        'answers = [{ column = "worries" }]',
        'answers = [{ column = "worriez" }]',
        r"columns\.(well|better)\.answers: There is no column worriez",
        id="answers nowhere",
    ),
    pytest.param(
        'answers = [{ column = "worries" }]',
        'answers = [{ column = "worries", categories = ["tea"] }]',
        r"columns\.(well|better)\.answers: Column worries has no category tea",
        id="answers no part",
    ),
    pytest.param('key = "amber", shape', 'key = "red", shape', r"rating\.colours", id="two reds"),
    pytest.param(
        'title = "', 'title = "{child}: ', r"title: \{child\} can't stand here", id="a child's name where none is meant"
    ),
    pytest.param(
        "today?", "today, {name}?", r"scales\.[a-z-]+\.question: \{name\} means nothing", id="another placeholder"
    ),
    pytest.param('{ key = "play"', '{ key = "play" # ', "This is not a template file .*line", id="not TOML at all"),
    pytest.param(
        'waits = false, screen = "chair"',
        'screen = "chair"',
        r"roles\.chair\.waits: The chair needs waits = false",
        id="a chair who waits",
    ),
    pytest.param(
        'audiences = ["everyone", "professionals", "chairs_desk"], powers = ["contribute", "detail", "type_for", "minute", "steer"',
        'audiences = ["everyone", "chairs_desk"], powers = ["contribute", "detail", "type_for", "minute", "steer"',
        r"roles\.chair\.audiences: A role with the power steer must be in the audience professionals",
        id="a chair who does not hear professionals",
    ),
    pytest.param(
        'screen = "chair"', 'screen = "board"', 'roles: No role has screen = "chair"', id="nobody in the chair"
    ),
]


BROKEN = [
    pytest.param(path, *change.values, id=f"{change.id}-{path.name}")
    for change in CHANGES
    for path in FILES
    if str(change.values[0]) in path.read_text("utf-8")
]
"""Each change to each template that has what it changes."""


WITH_FAMILY = [
    pytest.param(
        'side = "family", audiences = ["everyone"]',
        'side = "family", audiences = ["everyone", "professionals"]',
        r"roles\.\w+\.audiences: Family and children hear",
        id="family among the professionals",
    ),
    pytest.param(
        'powers = ["contribute", "place"] }',
        'powers = ["contribute", "place"], waits = false }',
        r"roles\.parent\.waits: Only a role with the power steer",
        id="family that need not wait",
    ),
    pytest.param(
        'powers = ["contribute", "place"] }',
        'powers = ["contribute", "place"], screen = "chair" }',
        r"roles\.parent\.screen: Only a role with the power steer",
        id="family at the chair's screen",
    ),
    pytest.param(
        'powers = ["contribute", "place"] }',
        'powers = ["contribute", "fly"] }',
        r"roles\.parent\.powers\[1\]: This must be one of",
        id="a power that is not there",
    ),
]
"""Changes to the roles of family, for those of our templates that have any."""
FAMILY = [path for path in FILES if 'side = "family"' in path.read_text("utf-8")]
IN_DECISIONS = [
    pytest.param(
        'outcomes_with_kind = ["protection_plan"]',
        'outcomes_with_kind = ["protection"]',
        "decision.outcomes_with_kind: There is no outcome protection",
        id="an outcome that is not there",
    ),
    pytest.param(
        'family_answers = ["yes"',
        'family_answers = ["perhaps"',
        "decision.family_answers: There is no answer perhaps",
        id="an answer that is not there",
    ),
]
"""Changes to what is decided, for those of our templates that name kinds of harm and ask the family."""
DECIDING = [path for path in FILES if "outcomes_with_kind" in path.read_text("utf-8")]
WITH_ACTIONS = [path for path in FILES if "actions = true" in path.read_text("utf-8")]
"""All but those that take their columns from the template they are like."""


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_our_own_template_can_be_used(path: Path) -> None:
    assert read_template(path).key == path.stem


def test_every_change_breaks_several_of_our_templates() -> None:
    for change in CHANGES:
        before = str(change.values[0])
        assert sum(before in path.read_text("utf-8") for path in FILES) >= 3, change.id


@pytest.mark.parametrize(("path", "before", "now", "says"), BROKEN)
def test_a_broken_copy_names_its_file_and_the_key(path: Path, before: str, now: str, says: str, tmp_path: Path) -> None:
    breaks(path, before, now, says, tmp_path)


@pytest.mark.parametrize("path", FAMILY, ids=[path.name for path in FAMILY])
@pytest.mark.parametrize(("before", "now", "says"), WITH_FAMILY)
def test_family_is_given_nothing_that_is_not_theirs(
    path: Path, before: str, now: str, says: str, tmp_path: Path
) -> None:
    breaks(path, before, now, says, tmp_path)


@pytest.mark.parametrize("path", DECIDING, ids=[path.name for path in DECIDING])
@pytest.mark.parametrize(("before", "now", "says"), IN_DECISIONS)
def test_a_decision_that_leads_nowhere_is_found(path: Path, before: str, now: str, says: str, tmp_path: Path) -> None:
    breaks(path, before, now, says, tmp_path)


@pytest.mark.parametrize("path", WITH_ACTIONS, ids=[path.name for path in WITH_ACTIONS])
def test_a_template_without_a_column_of_actions_is_none(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "our-own.toml"
    copy.write_text(path.read_text("utf-8").replace("actions = true", ""), encoding="utf-8")
    with pytest.raises(TemplateError, match="columns: A column must have actions"):
        read_template(copy)


def test_the_same_question_twice_in_the_trigger_check_is_found(tmp_path: Path) -> None:
    breaks(
        OURS / "core-group.toml",
        'key = "legal_advice"',
        'key = "earlier_review"',
        r"triggers\.earlier_review",
        tmp_path,
    )


@pytest.mark.parametrize(
    ("before", "now", "says"),
    [
        ('roles = ["psychologist"]', 'roles = ["psychic"]', r"mental_health\.roles: There is no role psychic"),
        (
            'roles = ["psychologist"]',
            'roles = ["victim_worker"]',
            r"mental_health\.roles: .* stands in two disciplines",
        ),
        ('roles = ["psychologist"]', 'roles = ["observer"]', r"mental_health\.roles: The role observer can't write"),
        ('roles = ["psychologist"]', "roles = []", r"mental_health\.roles: Name the roles"),
        ('key = "mental_health"', 'key = "substances"', r"summaries\.disciplines\.substances: This key is used twice"),
    ],
)
def test_a_discipline_that_is_nobodys_or_twice_somebodys_is_found(
    before: str, now: str, says: str, tmp_path: Path
) -> None:
    breaks(OURS / "supervision.toml", before, now, says, tmp_path)


def test_a_file_that_a_windows_editor_marked_as_utf_8_is_read(tmp_path: Path) -> None:
    copy = tmp_path / "our-own.toml"
    copy.write_bytes(b"\xef\xbb\xbf" + FILES[0].read_bytes())
    assert read_template(copy).key == FILES[0].stem


@pytest.mark.parametrize("name", ["our-own.toml.txt", "OUR-OWN.TOML", "our-own.toml.TXT"])
def test_a_file_whose_name_keeps_it_from_being_read_is_named(name: str, tmp_path: Path) -> None:
    shutil.copy(FILES[0], tmp_path / name)
    with pytest.raises(TemplateError, match=rf"^{re.escape(name)}: The name must end in \.toml\."):
        load_templates(tmp_path)


def breaks(path: Path, before: str, now: str, says: str, tmp_path: Path) -> None:
    """The template with this change is refused, with the key that is wrong."""
    text = path.read_text(encoding="utf-8")
    assert before in text, "the test breaks something that is not in this template"
    copy = tmp_path / "our-own.toml"
    copy.write_text(text.replace(before, now, 1), encoding="utf-8")
    with pytest.raises(TemplateError) as error:
        read_template(copy)
    lines = str(error.value).split("\n")
    assert all(line.startswith("our-own.toml: ") for line in lines)
    assert any(re.search(says, line) for line in lines), str(error.value)


@pytest.mark.parametrize(
    ("before", "now", "says"),
    [
        pytest.param(
            'unit = "working_days"', 'unit = "nights"', r"unit: This must be one of: working_days", id="a unit"
        ),
        pytest.param("amount = 1\n", "amount = 0\n", r"amount: This must be a whole number from 1", id="no amount"),
        pytest.param("amount = 1\n", "amount = 501\n", "amount: Two years at most: 500 working days", id="too far"),
        pytest.param(
            'after = "meeting"', 'after = "birth"', r"after: This must be one of: meeting", id="another event"
        ),
        pytest.param('label = "Decision letter to the family"\n', "", "label: This is missing", id="no label"),
        pytest.param('\nsource = "A local rule, as in North', '\n# "', "source: This is missing", id="no source"),
    ],
)
def test_a_clock_that_is_not_right_names_its_file_and_key(before: str, now: str, says: str, tmp_path: Path) -> None:
    head, _, clocks = (OURS / "three-column-map.toml").read_text(encoding="utf-8").partition("[[clocks]]")
    assert before in clocks
    copy = tmp_path / "our-own.toml"
    copy.write_text(f"{head}[[clocks]]{clocks.replace(before, now, 1)}", encoding="utf-8")
    with pytest.raises(TemplateError, match=rf"our-own\.toml: clocks\.decision_letter\.{says}"):
        read_template(copy)


def test_a_split_column_must_place_each_category_once(tmp_path: Path) -> None:
    text = (OURS / "two-row-map.toml").read_text(encoding="utf-8")
    copy = tmp_path / "split.toml"
    copy.write_text(
        text.replace('categories = ["harm", "unknown"]', 'categories = ["harm", "danger"]'), encoding="utf-8"
    )
    with pytest.raises(TemplateError) as error:
        read_template(copy)
    assert str(error.value).split("\n") == [
        "split.toml: columns.worries.categories.danger: This category has more than one place in the layout.",
        "split.toml: columns.worries.categories.unknown: This category has no place in the layout.",
    ]


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    text = FILES[0].read_text(encoding="utf-8")
    (tmp_path / "a.toml").write_text(text.replace("low = 2", "low = 12").replace('tint = "worry"', 'tint = "x"'))
    (tmp_path / "b.toml").write_text("key = ")
    with pytest.raises(TemplateError) as error:
        load_templates(tmp_path)
    found = [line.split(":")[0] for line in str(error.value).split("\n")]
    assert sorted(found) == ["a.toml", "a.toml", "b.toml"]


def test_a_councils_own_file_wins_by_key_and_adds_others(tmp_path: Path) -> None:
    text = (OURS / "safety-grid.toml").read_text(encoding="utf-8")
    ours = text.replace('"Safety and wellbeing grid"', '"Our grid"')
    (tmp_path / "grid.toml").write_text(ours, encoding="utf-8")
    (tmp_path / "more.toml").write_text(ours.replace('key = "safety-grid"', 'key = "more"'), encoding="utf-8")
    found = load_templates(tmp_path)
    assert found["safety-grid"].title == "Our grid"
    assert sorted(found) == sorted(["more", *(path.stem for path in FILES)])


def test_two_files_with_one_key_in_one_folder_are_a_mistake(tmp_path: Path) -> None:
    for name in ("first.toml", "second.toml"):
        shutil.copy(FILES[0], tmp_path / name)
    with pytest.raises(TemplateError, match=r"second\.toml: key: first\.toml has this key already"):
        load_templates(tmp_path)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="There is no such folder"):
        load_templates(tmp_path / "nowhere")


def test_a_file_in_another_encoding_is_said(tmp_path: Path) -> None:
    path = tmp_path / "old.toml"
    path.write_bytes('title = "caf\u00e9"'.encode("latin-1"))
    with pytest.raises(TemplateError, match=r"old\.toml: Save this file as UTF-8"):
        read_template(path)


@pytest.mark.parametrize(
    ("before", "now", "says"),
    [
        pytest.param('lapse = "A lapse', 'lapse = "{adult}: a lapse', r"ready\.lapse: \{adult\} can only", id="a name"),
        pytest.param('"Ready to change?"\nq', '"{adult}?"\nq', r"ready\.label: \{adult\} can only", id="in the label"),
        pytest.param('"Is {adult} engaged?"', '"Is {child} engaged?"', r"engaged\.question: \{child\}", id="a child"),
        pytest.param("actions = true\nhearing", "hearing", r"hearing\.hearing: .*actions = true", id="nobody tells"),
        pytest.param('key = "agreed"', 'key = "engaged"', r"adult_questions\.engaged: .*twice", id="a question twice"),
        pytest.param('key = "need", label', 'key = "desire", label', r"talk\.desire: .*twice", id="kinds of talk"),
        pytest.param(
            'deputy = "agenda"', 'deputy = "all"', "deputy: This must be one of: chair, agenda", id="a deputy"
        ),
        pytest.param('writers = "finish"', 'writers = "boss"', r"columns\.advice\.writers: .*one of", id="a power"),
    ],
)
def test_what_is_wrong_with_a_supervision_names_its_key(before: str, now: str, says: str, tmp_path: Path) -> None:
    breaks(OURS / "supervision.toml", before, now, says, tmp_path)


def test_what_was_agreed_before_can_always_be_brought_somewhere(tmp_path: Path) -> None:
    text = (OURS / "supervision.toml").read_text("utf-8")
    (tmp_path / "kept.toml").write_text(text.replace("actions = true", 'actions = true\nwriters = "finish"'), "utf-8")
    with pytest.raises(TemplateError, match="must be open to everybody"):
        read_template(tmp_path / "kept.toml")
