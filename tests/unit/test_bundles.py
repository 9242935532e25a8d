"""A page's one file: each form of import and export, what is refused, and that nothing of ours is of the refused kind."""

import json
import re
from pathlib import Path

import pytest

from meeting_server.http import bundles
from meeting_server.http.bundles import PAGES, STYLES, CannotBundle, bundle, modules_of, script, tree_of
from tests.unit.test_house_rules import STATIC

TREE = tree_of(STATIC)
UNUSED = {"board/wire.js": "types alone: nobody imports it"}
NOT_IN_A_PAGE = {"css/record.css": "the record is also kept as one file, and stands alone"}


def made(**tree: str) -> str:
    """The file of a page whose first module is main.js; `x` stands for x.js."""
    files = {f"{name}.js": text for name, text in tree.items()}
    return script("page", modules_of("main.js", files))[0]


@pytest.mark.parametrize(
    ("statement", "becomes"),
    [
        ('import { a } from "./x.js";', "const{a}=Z[0];"),
        ('import { a, b as c } from "./x.js";', "const{a,b:c}=Z[0];"),
        ('import {\n  a,\n  b,\n} from "./x.js";', "const{a,b}=Z[0];"),
        ('import * as all from "./x.js";', "const all=Z[0];"),
        ('import{a as b,b as a}from"./x.js";var c=1', "const{a:b,b:a}=Z[0];var c=1"),
        ('var z=1;import{a}from"./x.js";', "var z=1;const{a}=Z[0];"),
    ],
)
def test_each_form_of_import(statement, becomes):
    assert becomes in made(main=statement, x="export const a = 1;\nexport const b = 2;")


@pytest.mark.parametrize(
    ("module", "returns"),
    [
        ("export const a = 1;", "{a}"),
        ("export function a() {}\nexport async function b() {}\nexport function* c() {}", "{a,b,c}"),
        ("export class A {}", "{A}"),
        ("const a = 1;\nexport { a };", "{a}"),
        ("const a = 1, b = 2;\nexport { a as c, b as default };", "{c:a,default:b}"),
        ("const a=1;function b(){}export{a as c,b};", "{b,c:a}"),
        ('export { a, b as c } from "./x.js";', "{a:Z[0].a,c:Z[0].b}"),
        ('import { a } from "./x.js";\nexport { a as d };', "{d:a}"),
        ("export {};", "{}"),
    ],
)
def test_each_form_of_export(module, returns):
    text = made(main=module, x="export const a = 1;\nexport const b = 2;")
    assert f"return {returns};\n}})());\nexport {{ Z as modules }}" in text


def test_a_module_gives_only_what_others_import_of_it_or_all_to_whoever_imports_the_whole():
    x = "export const a = 1;\nexport const b = 2;"
    assert "return {b};" in made(main='import { b } from "./x.js";', x=x)
    assert "return {a,b};" in made(main='import * as all from "./x.js";', x=x)
    assert "return {};" in made(main='import "./x.js";', x=x)


def test_a_module_that_is_only_run_stands_before_whoever_runs_it():
    text = made(main='import "./x.js";\nlater();', x="sooner();")
    assert text.index("sooner()") < text.index("later()")
    assert text.count("import") == 1, "in the first line's words"


def test_a_module_is_called_by_its_place_and_no_word_of_another_is():
    text = made(main='import { a } from "./x.js";\nconst b = "x$y", c = x$y;', x="export const a = 1;")
    assert "const{a}=Z[0];" in text
    assert 'const b="x$y",c=x$y;' in text


def test_the_one_default_export():
    tree = {"main.js": 'import htm from "./vendor/htm.js";', "vendor/htm.js": "var n=1;export default function(s){}"}
    text, _ = script("page", modules_of("main.js", tree))
    assert "const by$default = function(s){}" in text
    assert "return {default:by$default};" in text
    assert "const{default:htm}=Z[0];" in text


def test_modules_stand_once_and_in_the_order_in_which_a_browser_runs_them():
    tree = {
        "main.js": 'import "./a/b.js";\nimport "./c.js";\nfour();', "a/b.js": 'import "../d.js";\ntwo();',
        "c.js": 'import "./d.js";\nthree();', "d.js": "one();",
    }  # fmt: skip
    assert [one.name for one in modules_of("main.js", tree)] == ["d.js", "a/b.js", "c.js", "main.js"]
    text, _ = script("page", modules_of("main.js", tree))
    runs = [line for line in text.splitlines() if line.startswith("Z.push(") or line.endswith("();")]
    assert runs == [given for run in ("one", "two", "three", "four") for given in ("Z.push((()=>{", f"{run}();")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one();\nexport let a = 1;", 2),
        ("export var a = 1;", 1),
        ('export * from "./x.js";', 1),
        ("/* of two\nlines */\nexport default 1;", 3),
        ("export const { a } = b;", 1),
        ('one();\n\nconst a = () => import("./x.js");', 3),
        ("const here = import.meta.url;", 1),
        ("await one();", 1),
        ("const a = await one();", 1),
        ("for await (const a of b) one();", 1),
        ("import { a } from './x.js';", 1),
        ('import a, { b } from "./x.js";', 1),
    ],
)
def test_what_can_not_be_put_into_one_file_is_refused_with_its_line(text, line):
    with pytest.raises(CannotBundle, match=rf"^main\.js:{line}: "):
        made(main=text, x="export const a = 1;")


@pytest.mark.parametrize(
    ("tree", "says"),
    [
        ({"main": 'import "./x.js";', "x": 'import "./y.js";', "y": 'import "./x.js";'}, r"x\.js: imports itself .* y\.js"),
        ({"main": 'import "./main.js";'}, r"main\.js: imports itself"),
        ({"main": 'import "./y.js";'}, r"main\.js: imports y\.js, which is not there"),
        ({"main": 'import { b } from "./x.js";', "x": "export const a = 1, b = 2;"}, r"main\.js: imports b, which x\.js does"),
        ({"main": 'export { b } from "./x.js";', "x": "export const a = 1;"}, r"main\.js: imports b, which x\.js does not"),
    ],
)  # fmt: skip
def test_circles_and_what_is_not_there_are_refused(tree, says):
    with pytest.raises(CannotBundle, match=says):
        made(**tree)


def test_what_only_looks_like_it_is_let_through():
    text = made(
        main="/** @type {import('./x.js').A} */\nconst a = /** @type {import('./x.js').B} */ (b);\n"
        "// export let c\nconst wait = async () => await a;\nasync function d() {\n  await a;\n}\n"
    )
    assert "const wait" in text


def _decoded(mappings: str) -> list[tuple[int, int] | None]:
    """The source and the line that each line comes from, as a browser reads it."""
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    source = line = 0
    found: list[tuple[int, int] | None] = []
    for part in mappings.split(";"):
        numbers, value, shift = [], 0, 0
        for digit in map(digits.index, part):
            value |= (digit & 31) << shift
            shift += 5
            if not digit & 32:
                numbers.append(-(value >> 1) if value & 1 else value >> 1)
                value = shift = 0
        if numbers:
            assert numbers[0] == numbers[3] == 0
            source, line = source + numbers[1], line + numbers[2]
        found.append((source, line) if numbers else None)
    return found


def test_the_source_map_leads_from_each_line_to_the_same_line_of_its_module():
    text, table = bundle("pages/board.js", TREE), json.loads(bundle("pages/board.js.map", TREE))
    lines, places = text.splitlines(), _decoded(table["mappings"])
    assert text.endswith("//# sourceMappingURL=board.js.map\n")
    assert len(places) <= len(lines)
    followed = 0
    for made_line, place in zip(lines, places, strict=False):
        if place and not re.match(r"\s*(const \{|import|export|/\*)|.*\bcopied", made_line):
            name = table["sources"][place[0]].removeprefix("../")
            there = TREE[name].split("\n")[place[1]]
            if "vendor/" not in name and not re.match(r"\s*(import|export)|.*(/\*|\*/|//)", there):
                assert made_line.replace(" ", "") == there.replace(" ", ""), (name, place)
                followed += 1
    assert followed > 5000


def test_every_page_of_ours_can_be_made():
    for name in bundles.names(TREE):
        assert bundle(name, TREE).strip(), name
    assert {f"pages/{page}.js" for page in PAGES} | {f"pages/{page}.css" for page in STYLES} <= set(bundles.names(TREE))


def test_every_module_and_style_sheet_of_ours_is_in_some_page():
    used = {module.name for entry in PAGES.values() for module in modules_of(entry, TREE)}
    sheets = {sheet for names in STYLES.values() for sheet in names}
    assert {name for name in TREE if name.endswith(".js")} - used == set(UNUSED)
    assert {name for name in TREE if name.endswith(".css")} - sheets == set(NOT_IN_A_PAGE)


@pytest.mark.parametrize("page", ["board", "whole_board", "chair", "minutes", "projector", "record"])
def test_the_first_request_of_a_connection_leaves_before_anything_else_of_a_page_runs(page):
    first = [module.name for module in modules_of(PAGES[page], TREE)][:3]
    assert first == ["vendor/socket.io.js", "board/line/transport.js", "board/line/first_request.js"]


def test_a_conference_loads_nothing_that_only_other_kinds_of_meeting_have():
    only_whole = {one.name for one in modules_of(PAGES["whole_board"], TREE)} - {
        one.name for one in modules_of(PAGES["board"], TREE)
    }
    of_points = "board/points/earlier_page.js"
    assert {name.split("/")[1] for name in only_whole - {of_points}} == {
        "all_kinds.js",
        "whole.js",
        "supervision",
        "core_group",
    }
    assert of_points in only_whole


def test_a_module_whose_end_cannot_be_found_is_refused():
    with pytest.raises(CannotBundle, match=r"^main\.js: its braces"):
        made(main="const a = `b;")


def test_modules_have_names_of_their_own_in_a_pages_file():
    for page, entry in PAGES.items():
        names = [bundles._variable(module.name) for module in modules_of(entry, TREE)]
        assert len(set(names)) == len(names), page


def test_style_sheets_become_one_without_comments():
    tree = {"a.css": "/* of\ntwo */\na { color: red; } /* b */\n\n", "b.css": 'b::after { content: "c"; }\n'}
    assert bundles.style(("a.css", "b.css"), tree) == 'a { color: red; }\nb::after { content: "c"; }\n'
    with pytest.raises(CannotBundle, match=r"^c\.css: "):
        bundles.style(("c.css",), {"c.css": '@import "a.css";'})


def test_of_two_folders_the_first_that_has_a_file_counts(tmp_path: Path):
    for folder, words in (("first", "1"), ("second", "2")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.js").write_text(words, "utf-8")
    assert tree_of([tmp_path / "first", tmp_path / "second"]) == {"a.js": "1"}
