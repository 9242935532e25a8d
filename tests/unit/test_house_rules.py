"""House rules that no linter knows, each failing with what to do instead."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = (ROOT / "meeting_server", ROOT / "facilitator_ui")
STATIC = tuple(package / "static" for package in PACKAGES)
VENDOR = ROOT / "meeting_server" / "static" / "vendor"
LOCKS = ("requirements.txt", "requirements-dev.txt", "js/package-lock.json", "benchmarks/peers/package-lock.json")

# A tag inside html`...`: the first letter of a component's name, or the component itself.
COMPONENT_TAG = re.compile(r"</?\$\{|</?[A-Z]\w*[\s/>](?=[^`]*`)")
NEWER_THAN_ES2018 = re.compile(
    r"\?\.(?!\d)|\?\?|catch\s*\{|\|\|=|&&=|^\s*#\w+\s*[=(;]|^await\s|^(const|let)\s.*=\s*await\s",
    re.MULTILINE,
)
WHAT_WAS_SAID = r"(?:text|texts|body|bodies|reason|words|payload|sentence|content|message_text|data)"
LOGGED_SPEECH = re.compile(
    rf"\b(?:log|logger|logging|_log|_logger)\.(?:debug|info|warning|error|exception|critical|log)\("
    rf"[^)]*?(?:[,{{(]\s*|\.){WHAT_WAS_SAID}\b(?!\s*=)",
    re.DOTALL,
)


def ours(folders: tuple[Path, ...], *endings: str) -> Iterator[tuple[str, str]]:
    """Name and text of each of our own files with one of these endings."""
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in endings and VENDOR not in file.parents:
                yield file.relative_to(ROOT).as_posix(), file.read_text("utf-8")


def places(files: Iterator[tuple[str, str]], forbidden: re.Pattern[str]) -> list[str]:
    """Where the pattern occurs, as file:line: what stands there."""
    return [
        f"{name}:{text.count(chr(10), 0, found.start()) + 1}: {found[0].strip()!r}"
        for name, text in files
        for found in forbidden.finditer(text)
    ]


def code_only(files: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """JavaScript without comments and quoted strings, on the same lines."""
    hidden = re.compile(r"/\*.*?\*/|(?<![:\\])//[^\n]*|'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"", re.DOTALL)
    for name, text in files:
        yield name, hidden.sub(lambda found: "\n" * found[0].count("\n"), text)


def test_no_text_becomes_markup():
    forbidden = re.compile(
        r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc)\b|"
        r"\bdocument\.write|\beval\(|\bnew Function|"
        r"\|\s*safe\b|\bMarkup\(|autoescape\s+false"
    )
    found = places(ours(PACKAGES, ".js", ".html", ".py", ".jinja"), forbidden)
    assert not found, f"Render it as text (Preact and Jinja escape by construction): {found}"


def test_no_field_cuts_what_is_pasted_into_it():
    found = places(ours(PACKAGES, ".js", ".html", ".jinja"), re.compile(r"\bmax_?length\b", re.IGNORECASE))
    assert not found, (
        f"Words cut by a browser are lost unseen: say how many fit (room_left.js) and refuse when sent: {found}"
    )


def test_no_script_or_style_stands_in_a_page():
    forbidden = re.compile(
        r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE
    )
    found = places(ours(PACKAGES, ".html", ".jinja"), forbidden)
    assert not found, f"The content security policy blocks it: move it to a file under static/: {found}"


def test_no_style_attribute_is_rendered_by_our_components():
    found = places(code_only(ours(STATIC, ".js")), re.compile(r"<[a-z][^<>]*\sstyle=|setAttribute\(\s*,"))
    assert not found, f"Give it a class: style attributes are blocked in pages and untidy in components: {found}"


def test_components_are_called_with_h():
    found = places(code_only(ours(STATIC, ".js")), COMPONENT_TAG)
    assert not found, f"tsc cannot check props in a template: write h(Component, {{...}}) inside html: {found}"


def test_our_browser_code_is_es2018():
    found = places(code_only(ours(STATIC, ".js")), NEWER_THAN_ES2018)
    assert not found, f"Families bring old phones: write it in ES2018, and boot in an async function: {found}"


def test_every_browser_import_is_relative():
    forbidden = re.compile(
        r"(?:^\s*import\b[^;\"']*|^\s*export\b[^;\"'=()]*\bfrom\s*|\bimport\()[\"'](?!\.{1,2}/)[^\"']+[\"']",
        re.MULTILINE,
    )
    found = places(ours(STATIC, ".js"), forbidden)
    assert not found, f"There is no import map: import by a path that starts with ./ or ../: {found}"


def test_nothing_in_a_page_comes_from_elsewhere():
    forbidden = re.compile(
        r"(?:src|href|action|url|import|fetch)\s*[=(]\s*[\"']?(?:https?:)?//[^\"'\s)]+", re.IGNORECASE
    )
    found = places(ours(PACKAGES, ".html", ".jinja", ".css", ".js"), forbidden)
    assert not found, f"No request leaves for a third party: serve it ourselves: {found}"


def test_every_colour_and_size_used_has_been_named():
    files = list(ours(STATIC, ".css"))
    defined = {name for _, text in files for name in re.findall(r"(--[\w-]+)\s*:", text)}
    used = {(file, name) for file, text in files for name in re.findall(r"var\(\s*(--[\w-]+)", text)}
    missing = sorted(f"{file}: {name}" for file, name in used if name not in defined)
    assert not missing, f"Use a name from css/tokens.css, or define it: {missing}"


def test_only_the_socket_door_sends():
    files = ((name, text) for name, text in ours(PACKAGES, ".py") if not name.startswith("meeting_server/sockets/"))
    found = places(files, re.compile(r"\.emit\(|(?<![\w.])emit\("))
    assert not found, f"Patches leave by meeting_server/sockets only, where audiences are kept apart: {found}"


def test_nothing_people_wrote_is_logged():
    found = places(ours(PACKAGES, ".py"), LOGGED_SPEECH)
    assert not found, f"Log the command's name and id, never what was said: {found}"


def test_code_varies_by_template_data_and_not_by_template():
    found = places(ours(PACKAGES, ".py"), re.compile(r"\btemplate(?:_id|_name|\.id|\.name|\.key)?\s*[!=]=\s*[\"']"))
    found += places(ours(STATIC, ".js"), re.compile(r"\btemplate(?:\.id|\.name|\.key)?\s*[!=]==?\s*[\"']"))
    assert not found, f"Say it as data in meeting_templates/*.toml and read that: {found}"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_pins_hashes_and_carries_no_address(lock):
    text = (ROOT / lock).read_text("utf-8")
    found = re.findall(
        r"\"resolved\"|--(?:extra-)?index-url\S*|--find-links\S*|file:|https?://\S+\.(?:whl|tgz|zip|gz)\S*",
        text,
    )
    assert not found, f"Lock with versions and hashes only (make lock; omit-lockfile-registry-resolved): {found}"
    assert "sha256:" in text or "sha512-" in text


def test_every_python_pin_has_a_hash():
    for lock in LOCKS[:2]:
        entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8").strip())
        loose = [
            entry.splitlines()[0]
            for entry in entries
            if not re.match(r"[\w.-]+==\S+.*--hash=sha256:", entry, re.DOTALL)
        ]
        assert not loose, f"{lock} leaves open: {loose}"


def repository_texts() -> Iterator[tuple[Path, str]]:
    """Every text file but those of others, of tools and of running servers."""
    endings = {".py", ".js", ".ts", ".md", ".toml", ".txt", ".in", ".json", ".html", ".css", ".sh", ""}
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [n for n in folders if n == ".ci" or not n.startswith(".")]
        folders[:] = [n for n in folders if n not in {"node_modules", "vendor", "data"}]
        for file in (Path(folder, n) for n in names if n != ".git" and Path(n).suffix in endings):
            yield file, file.read_text("utf-8", errors="replace")


def test_the_repository_names_no_registry_and_no_machine():
    hosts = ("pypi" + ".org", "python" + "hosted", "registry.npm" + "js", "jsdelivr" + ".net")
    machines = ("/ro" + "ot/", "/wo" + "rk/", "/ho" + "me/", "/Us" + "ers/")
    words = (*hosts, *machines)
    found = [f"{file.relative_to(ROOT)}: {w}" for file, text in repository_texts() for w in words if w in text]
    assert not found, f"Leave out where it came from and whose machine it was: {found}"


def test_no_test_is_put_aside():
    aside = [
        file.name for file in (ROOT / "tests").rglob("*") if file.suffix in {".skip", ".disabled", ".bak", ".orig"}
    ]
    assert not aside, f"A test runs or is removed: {aside}"


def test_a_decision_has_a_number_of_its_own():
    names = sorted(file.name for file in (ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [name[:4] for name in names]
    taken_twice = [name for name in names if numbers.count(name[:4]) > 1]
    assert not taken_twice, f"Take the next free number for the newer one: {taken_twice}"
    for name in names:
        heading = (ROOT / "docs" / "decisions" / name).read_text("utf-8").splitlines()[0]
        assert heading.startswith(f"# {name[:4]}"), f"Its heading begins with its number: {name}"


@pytest.mark.parametrize(
    ("pattern", "caught", "let_through"),
    [
        (COMPONENT_TAG, "html`<${Card} item=${item}/>`", "html`<p>${h(Card, { item })}</p>`"),
        (COMPONENT_TAG, "html`<Card item=${item}/>`", "html`<p class=${name}>${text}</p>`"),
        (NEWER_THAN_ES2018, "item?.text", "open ?.5 : 1"),
        (NEWER_THAN_ES2018, "try { go(); } catch { stop(); }", "try { go(); } catch (_) { stop(); }"),
        (LOGGED_SPEECH, 'logger.info("added %s", item.text)', 'logger.info("added %s", command.id)'),
        (LOGGED_SPEECH, 'log.warning(f"refused {body}")', 'log.warning("refused", extra={"code": code})'),
    ],
)
def test_a_rule_catches_what_it_is_for(pattern, caught, let_through):
    assert pattern.search(caught)
    assert not pattern.search(let_through)


OLD_NAMES = {
    "Patience", "Hanging", "Often", "Pace", "QuietLog", "Outbox", "BoardLine", "Memory", "Known", "Spent", "Following",
    "Reads", "Measures", "Spread", "Booking", "Booked", "Asked", "Happened", "Folded", "Leaving", "AWAY", "awaited", "in_all",
    "patience", "often", "cutting", "quiet_log", "away", "leaving", "memory", "following", "reads", "measures", "making",
    "scheduling", "inviting", "gathered",
}  # fmt: skip
"""What the machinery was called before it had the field's words (docs/glossary.md)."""
STAY = {"meeting_server/documents/web_paper.py:Following"}
"""What is another thing under such a name."""


def test_no_old_name_of_the_machinery_is_a_module_a_class_or_a_function() -> None:
    found = set()
    for name, text in ours(PACKAGES, ".py"):
        if Path(name).stem in OLD_NAMES and "/domain/" not in name:
            found.add(name)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name in OLD_NAMES:
                found.add(f"{name}:{node.name}")
    assert found == STAY


OLD_NAMES_IN_THE_BROWSER = {
    "judgeWay", "watchWay", "goHome", "heard", "fail", "well", "pump", "howNow", "aside", "keeps", "Do", "useAsk", "leadsOf",
    "Leads", "pointLeads", "useRoom", "cameWords",
}  # fmt: skip
OLD_MODULES = {
    "came", "compose", "core", "flow", "fresh", "hands", "home", "how", "keep", "kept", "leads", "link", "voice", "way",
}  # fmt: skip
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)


def test_no_old_name_of_the_browser_is_a_module_or_is_declared_in_one() -> None:
    files = list(ours(STATIC, ".js"))
    assert not [name for name, _ in files if Path(name).stem in OLD_MODULES]
    found = {f"{name}:{one}" for name, text in files for one in OLD_NAMES_IN_THE_BROWSER & set(DECLARED.findall(text))}
    assert found == {"meeting_server/static/board/kit/sealed_storage.js:keeps"}


def test_no_test_lets_a_page_with_our_policy_wait_for_a_sentence_of_script():
    tests = ours((ROOT / "tests",), ".py")
    found = places(tests, re.compile(r"\.wait_for" + r"_function\("))
    assert not found, (
        f"our policy forbids eval, and the wait fails once its first look is not true; use until(): {found}"
    )
