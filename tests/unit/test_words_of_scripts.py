"""Every word that browser code says can be translated: none stands bare in our markup or in a text beside `_`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.servers.served import ROOT
from tests.unit.test_translation import READ_ALOUD
from tools.js_strings import CALL

FOLDERS = (ROOT / "meeting_server" / "static", ROOT / "facilitator_ui" / "static")
SCRIPTS = [file for folder in FOLDERS for file in sorted(folder.rglob("*.js")) if "vendor" not in file.parts]
HOLE = "\0"
TURN = re.compile("[{}`\"'/]")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')
REGEX = re.compile(r"/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/")
TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
ATTRIBUTE = re.compile(r"([\w:-]+)=(?:\"([^\"]*)\"|'([^']*)')")
WORD = re.compile("[A-Za-z]{2}")
SENTENCE = re.compile(
    r"^\s*[A-Z](?:.*\b)?[a-z]|[A-Za-z,;:.] +\S*[A-Za-z]|^ +[A-Za-z]{2}|[A-Za-z]{2}[,:;.]? +$", re.DOTALL
)
NOT_SAID = re.compile(r"(?:[=!]==|\b(?:closest|matches|querySelector|querySelectorAll|getElementById)\()\s*$")
CLASSES = re.compile(r"\bclass=\$\{[^}`]*$|\bclasses\.push\([^;]*$")
NO_WORDS = {
    "Content-Type": "a header of HTTP",
    "/screen": "an address to type",
    "(min-width: 60rem)": "a question to the browser about its width",
    "0px 0px -15% 0px": "lengths of style sheets",
    "war part stage type level phase class grade section step tier band schedule ": "a rule about English (childs_voice.js)",
    "Undone by whoever typed it": "a reason that is kept in the record, which is in English",
    **dict.fromkeys(("Ctrl Enter", "Ctrl /", "Ctrl .", "Ctrl ,"), "what stands on the keys themselves"),
    "Europe/London": "a zone of time, as browsers name it",
    "article elizabeth charles mr mrs ms miss dr pc dc": "the same rule",
}
"""What looks like words and is not: each with its reason."""


@dataclass
class Script:
    """What stands in a script: its templates of markup, code as holes in them, and its strings with what is before each."""

    source: str
    templates: list[str] = field(default_factory=list)
    strings: list[tuple[int, str]] = field(default_factory=list)

    def code(self, at: int) -> int:
        """Reads code from here to the brace that ends it, or to the end; where it ends."""
        depth = 0
        while found := TURN.search(self.source, at):
            at = found.start()
            if found[0] == "}" and not depth:
                return at
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            at = self.template(at + 1) if found[0] == "`" else self.token(at)
        return len(self.source)

    def token(self, at: int) -> int:
        """Reads past one character, or past the comment, string or regular expression that begins with it."""
        source = self.source
        if passed := COMMENT.match(source, at):
            return passed.end()
        if passed := STRING.match(source, at):
            self.strings.append((at, passed[0]))
            return passed.end()
        before = source[max(0, at - 40) : at].rstrip()
        if source[at] == "/" and (not before or before[-1] in "(,=:[!&|?{};>" or before.endswith("return")):
            passed = REGEX.match(source, at)
        return passed.end() if passed else at + 1

    def template(self, at: int) -> int:
        """Reads a template from behind its opening mark; where the code goes on."""
        text, begin = "", at
        while (one := self.source[at]) != "`":
            if self.source.startswith("${", at):
                at, text = self.code(at + 2) + 1, text + HOLE
            else:
                at, text = at + 1, text + one
        if self.source.endswith("html", 0, begin - 1):
            self.templates.append(text)
        else:
            self.strings.append((begin - 1, f"`{text}`"))
        return at + 1


def in_markup(markup: str) -> Iterator[str]:
    """The words that stand bare in a template: in its texts, and in attributes that are read aloud."""
    for said in TAG.split(markup):
        yield from (re.sub(r"\s+", " ", one).strip() for one in said.split(HOLE))
    for tag in TAG.findall(markup):
        yield from (one or other for name, one, other in ATTRIBUTE.findall(tag) if name in READ_ALOUD)


def in_code(script: Script) -> Iterator[str]:
    """The strings in code that read like a label or a sentence, or like a piece of one, and are not taken through `_`."""
    source = script.source
    # What is collected for translators; a text that is put together inside the call is not.
    asked = [found.span() for found in CALL.finditer(source) if re.match(r"\s*[,)]", source[found.end() :])]
    for at, literal in script.strings:
        before = source[max(0, at - 200) : at]
        said = literal[1:-1]
        if any(start < at < end for start, end in asked) or NOT_SAID.search(before) or CLASSES.search(before):
            continue
        if SENTENCE.search(said) and not said.endswith("-"):
            yield said


def bare_words(source: str) -> list[str]:
    """What a script says without asking for its translation."""
    script = Script(source)
    assert script.code(0) == len(source), "The finder lost its way"
    found = [one for markup in script.templates for one in in_markup(markup) if WORD.search(one)]
    found += in_code(script)
    return [one for one in found if one not in NO_WORDS]


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_word_of_a_script_can_be_translated(file: Path) -> None:
    assert not bare_words(file.read_text("utf-8")), 'Wrap it: _("...")'


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        ("html`<p>Hello</p>`", ["Hello"]),
        ('html`<p>${_("Hello")}</p>`', []),
        ("html`<p>${name} says yes</p>`", ["says yes"]),
        ('html`<p>${_("%(name)s says yes", { name })}</p>`', []),
        ('html`<a title="Go on" aria-label="Back" class="big red">${name}</a>`', ["Go on", "Back"]),
        ('html`<b onClick=${() => a > b} placeholder=${"Say it"}>${_("Add")}</b>`', ["Say it"]),
        ("html`${open && html`<i>${all.map((one) => html`<b key=${one.id}>Inside</b>`)}</i>`} outside`", ["outside", "Inside"]),
        ('html`<p class=${mine ? "mine big" : "Other one"}>${one}</p>`', []),
        ('say("Saved."); say(_("Saved."))', ["Saved."]),
        ('name + " is here, " + (late ? "late" : "")', [" is here, "]),
        ('_("One " + "two")', ["One "]),
        ('ngettext("%(n)s point", "%(n)s points", n)', []),
        ('event.key === "Enter" && at.closest("button, a")', []),
        ("say(`Hello ${name}`)", ["Hello \0"]),
        ("// It's a comment\n/* and \"This one\" */ a.replace(/[\"/]`/g, b)", []),
        ('const label = "Who is here"', ["Who is here"]),
        ('const key = "need-pause"; tone + " tint-" + tint', []),
    ],
)  # fmt: skip
def test_the_search_for_bare_words_finds_them(source: str, bare: list[str]) -> None:
    assert sorted(bare_words(source)) == sorted(bare)


def test_an_exception_is_there_for_something() -> None:
    everything = "".join(file.read_text("utf-8") for file in SCRIPTS)
    assert not [one for one in NO_WORDS if one not in everything]
