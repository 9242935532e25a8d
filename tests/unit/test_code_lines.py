"""What a page's file keeps of a module: all of its code, and the text of its template literals letter by letter."""

import re

import pytest

from meeting_server.http.code_lines import CannotRead, code_lines
from tests.unit.test_house_rules import STATIC, ours


def left(text: str) -> list[str]:
    return [line for _, line in code_lines(text)]


def test_comments_blank_lines_and_indentation_go_and_code_beside_a_comment_stays():
    text = "/** One. */\n\n/**\n * Two.\n */\n  // three\n  /** @type {A} */ (b).c();\nd(); // four\n/* of\n two */ e();\n/*! kept */"
    assert list(code_lines(text)) == [(7, "(b).c();"), (8, "d();"), (10, "e();"), (11, "/*! kept */")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("const a = /** @type {A} */ (b);", ["const a=(b);"]),
        ("return/* one */a;", ["return a;"]),
        ("a = b /* one\ntwo */ + c;", ["a=b", "+ c;"]),
        ("if (a) {\n    b(); // one\n}", ["if(a){", "b();", "}"]),
    ],
)
def test_a_comment_within_a_line_leaves_the_code_around_it(text, lines):
    assert left(text) == lines


@pytest.mark.parametrize(
    "line",
    [
        'a="// no comment";',
        "a='/* none */';",
        "a=`// none`;",
        "a=/[/*]`/;",
        "return /['\"]/.test(a)?b:c;",
        "a=b / c;d=`e`;",
        "a=`${b?`// ${c}`:{d}} /* none */`;",
        r"a=`\`// none`;",
    ],
)
def test_what_only_looks_like_a_comment_stays(line):
    assert left(line) == [line]


def test_the_text_of_a_template_literal_stays_as_it_is():
    text = "  const a = `x  \n  // y\n\n    ${b(`\n      z`,\n        { c: 1 })} w\n  `;\n  // d\n  e();"
    assert left(text) == ["const a=`x  ", "  // y", "", "    ${b(`", "      z`,", "{c:1})} w", "  `;", "e();"]


def test_what_is_drawn_loses_its_indentation_and_keeps_its_lines():
    text = "  a = html`<p>\n    ${b && html`\n      <i>c  d</i>`}\n    ${`e\n  f`}\n  </p>`;\n  g.html`\n  h`;"
    assert left(text) == [
        "a=html`<p>",
        "${b&&html`",
        "<i>c  d</i>`}",
        "${`e",
        "  f`}",
        "</p>`;",
        "g.html`",
        "  h`;",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("const { a, b } = c ? [d, e] : f;", "const{a,b}=c?[d,e]:f;"),
        ("a = async (b) => { return { c: d && (e || f) }; };", "a=async(b)=>{return{c:d&&(e||f)};};"),
        ("} else if (a) { b = c + +d - -e; }", None),
        ('a("b , c", `d = ${e ? "f : g" : h} = i`);', 'a("b , c",`d = ${e?"f : g":h} = i`);'),
        ("a = b < !--c, d = e / f / g, h = /i = j/;", "a=b < !--c,d=e / f / g,h= /i = j/;"),
        ("for (const [a] of b) if (c in d) throw new E(a);", "for(const[a]of b)if(c in d)throw new E(a);"),
    ],
)
def test_spaces_beside_punctuation_go_where_they_mean_nothing(text, line):
    if line is not None:
        assert left(text) == [line]
    else:
        assert left("if (z) {" + text) == ["if(z){}else if(a){b=c + +d - -e;}"]


@pytest.mark.parametrize("text", ["a = `b", "a = `${b`", "if (a) {", "a }"])
def test_what_does_not_end_as_it_begins_is_refused(text):
    with pytest.raises(CannotRead):
        left(text)


_TEXTS = re.compile(r"'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"")
_PARTS = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/)|'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"|(?P<tick>`)|(?P<into>\$\{)|(?P<open>\{)"
    r"|(?P<close>\})|(?:(?<=[(,=:\[!&|?{};])|(?<=return))\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/|(?P<escaped>\\.)",
    re.DOTALL,
)


def inside_templates(text: str) -> list[int]:
    """The lines that begin inside the text of a template literal."""
    stack, at, found = [], 0, []
    while at < len(text):
        if stack and stack[-1] == "`":
            part = re.compile(r"`|\$\{|\\.", re.DOTALL).search(text, at)
            end = part.start() if part else len(text)
            found += [text.count("\n", 0, at) + 2 + n for n in range(text.count("\n", at, end))]
            if part and part[0] == "`":
                stack.pop()
            elif part and part[0] == "${":
                stack.append("$")
        else:
            part = _PARTS.search(text, at)
            kind = part.lastgroup if part else None
            if kind in ("tick", "into", "open"):
                stack.append({"tick": "`", "into": "$", "open": "{"}[str(kind)])
            elif kind == "close":
                stack.pop()
        at = part.end() if part else len(text)
    assert not stack
    return found


def test_of_our_modules_nothing_else_goes_by_another_reader():
    """A second way to tell code from text, which takes no part in making pages."""
    many = 0
    for name, text in ours(STATIC, ".js"):
        lines, kept, within = text.split("\n"), dict(code_lines(text)), set(inside_templates(text))
        many += len(within)
        for number, line in enumerate(lines, 1):
            if number in within:
                until = re.split(r"`|\$\{", line)[0]
                assert kept[number].startswith((until, until.lstrip())), (name, number)
            elif not re.search(r"//|/\*|\*/|^\s*\*", line):
                left = kept.get(number, "")
                assert left.replace(" ", "") == line.replace(" ", ""), (name, number)
                assert re.search("[`/]", line) or _TEXTS.findall(left) == _TEXTS.findall(line), (name, number)
    assert many > 1000


def test_the_other_reader_knows_where_it_is():
    text = "const a = `x\n// y\n${b(`z\n`, { c: 1 })} w\n`;\n// d\nconst e = /`/, f = '`';\n"
    assert inside_templates(text) == [2, 3, 4, 5]
