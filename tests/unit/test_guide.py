"""The guide as text: short words for families, every picture there and named, every link leading somewhere, and no bold
word that the product doesn't have."""

import re
from pathlib import Path

import pytest

from tests.tools.guide import BOLD, GUIDE, PICTURES, steps_of

ROOT = GUIDE.parents[1]
PAGES = sorted(GUIDE.glob("*.md"))
READABLE_GRADE, LONGEST_SENTENCE, LONGEST_PAGE = 3.0, 20, 800
"""Flesch and Kincaid count school years from the one at age 6, so what grade 3.0 reads, a child of nine reads well."""


def sentences_of(markdown: str) -> list[list[str]]:
    """The words of each sentence, as somebody reads them; headings and list items are sentences too."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", markdown)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
    text = re.sub(r"\n+(#+|\d+\.|-) ", ". ", text)
    text = re.sub(r"\n\n+", ". ", text)
    found = [re.findall(r"[A-Za-z][A-Za-z'\u2019]*|\d+", one) for one in re.split(r"[.!?]+(?:\s|$)", text)]
    return [words for words in found if words]


def syllables(word: str) -> int:
    """How many syllables a word has, by its groups of vowels."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    plain = re.sub(r"(?<=[^aeiouyl])es?$|(?<=[^aeiouydt])ed$", "", plain) if len(plain) > 3 else plain
    return max(1, len(re.findall(r"[aeiouy]+", plain)))


def grade(sentences: list[list[str]]) -> float:
    """The school year that reads it, by Flesch and Kincaid."""
    words = [word for sentence in sentences for word in sentence]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@pytest.mark.parametrize(("word", "count"), [("board", 1), ("asked", 1), ("picture", 2), ("family", 3), ("wanted", 2)])
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_text_for_grown_ups_is_told_from_one_for_children() -> None:
    assert grade(sentences_of("The cat sat on the mat. It was a good cat.")) < READABLE_GRADE
    assert grade(sentences_of((GUIDE / "chair.md").read_text(encoding="utf-8"))) > READABLE_GRADE + 1


def test_a_parents_page_is_read_by_a_child_of_nine() -> None:
    page = (GUIDE / "parent.md").read_text(encoding="utf-8")
    sentences = sentences_of(page)
    assert grade(sentences) <= READABLE_GRADE
    longest = max(sentences, key=len)
    assert len(longest) <= LONGEST_SENTENCE, " ".join(longest)
    assert sum(map(len, sentences)) <= LONGEST_PAGE, "one page"


def test_every_picture_is_there_and_every_one_is_named_and_described() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    named = set()
    for page in pages:
        for words, place in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            picture = (page.parent / place).resolve()
            assert picture.is_file(), f"{page.name} shows {place}: python -m tools.pictures makes it"
            assert len(words) > 20, f"{page.name}: say what {place} shows, for those who can't see it"
            named.add(picture)
    assert {one for one in named if one.parent == PICTURES} == set(PICTURES.iterdir())
    assert sum(one.stat().st_size for one in named) < 1_500_000


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.stem)
def test_every_link_of_the_guide_leads_somewhere(page: Path) -> None:
    for place in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / place).exists(), f"{page.name} links to {place}"


def test_every_page_of_the_guide_is_in_its_index() -> None:
    index = (GUIDE / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if page.name != "README.md" and f"({page.name})" not in index] == []


ABOUT_FILES = ("README.md", "templates.md", "translating.md")
"""These show the words of files and commands, not of screens."""


def words_of_the_product() -> str:
    """All that our own files say, with plain apostrophes and dots and single spaces."""
    files = (file for package in ("meeting_server", "facilitator_ui") for file in (ROOT / package).rglob("*"))
    ours = (file for file in files if file.suffix in (".js", ".py", ".toml", ".html") and "vendor" not in file.parts)
    return plain("\n".join(file.read_text(encoding="utf-8") for file in ours))


def plain(text: str) -> str:
    """As somebody would type it."""
    spelt = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
    return re.sub(r"\s+", " ", spelt.replace("\u2019", "'").replace("\u2026", "..."))


def test_every_bold_word_between_the_steps_is_a_word_of_the_product() -> None:
    said = words_of_the_product()
    unknown = []
    for page in PAGES:
        if page.name not in ABOUT_FILES:
            between = re.sub(r"(?m)^\d+\. .*(?:\n   .*)*", "", page.read_text(encoding="utf-8"))
            unknown += [f"{page.name}: {words}" for words in map(plain, BOLD.findall(between)) if words not in said]
    assert not unknown, f"Bold words are those on a screen; make other words italic: {unknown}"


def test_every_page_with_steps_to_do_is_walked() -> None:
    walks = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests" / "e2e").glob("test_guide*.py"))
    to_do = {page.name for page in PAGES if any(step.bold for step in steps_of(page.read_text(encoding="utf-8")))}
    assert {name for name in to_do - set(ABOUT_FILES) if f'Guide("{name}")' not in walks} == set()
