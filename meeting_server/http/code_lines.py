"""What a page's file keeps of a module's lines: no comments, no blank lines, no needless spaces.

The text of a template literal stays as it is, but for the indentation in one that is tagged `html`: htm leaves it out
when it draws. A comment that begins with `/*!` stays: it is a licence. Nothing is renamed or joined: what is left of a
line stands on a line of its own.
"""

import re
from collections.abc import Iterator

_CODE = re.compile(
    r"""(?P<comment>//[^\n]*|/\*(?!!).*?\*/[ ]*)
    | (?P<tick>`) | (?P<open>\{) | (?P<close>\})
    | /\*!.*?\*/ | '(?:\\.|[^'\\\n])*' | "(?:\\.|[^"\\\n])*"
    | (?:(?<=[(,=:\[!&|?{};>])|(?<=return))\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/
    """,
    re.DOTALL | re.VERBOSE,
)
"""What code can't be read past without knowing what it is. The last is a regular expression."""
_BESIDE = re.compile(r" *(=>|[=,:;?()\[\]{}&|]) *")
"""Punctuation that needs no space on either side. `+`, `-`, `<`, `>`, `!` and `/` mean something else in a row."""
_HTML = re.compile(r"(?<![\w$.])html$")
_TEMPLATE = re.compile(r"(?P<tick>`)|(?P<open>\$\{)|\\.", re.DOTALL)


class CannotRead(Exception):
    """A module's braces and template literals do not end."""


def code_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yields what is left of the lines, each with its number. Raises CannotRead."""
    number, line, from_template = 1, "", False
    for part, in_template, in_html in _parts(text.lstrip(" ")):
        first, *others = part.split("\n")
        line += first
        for other in others:
            line = line if in_template else line.rstrip()
            if line or from_template:
                yield number, line
            number, line, from_template = (
                number + 1,
                other if in_template and not in_html else other.lstrip(),
                in_template,
            )
    if line:
        yield number, line


def _parts(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yields the text in parts without its comments; for each whether it is text of a template literal, and of html."""
    stack: list[str] = []
    at, after_brace = 0, False
    while at < len(text):
        in_template, in_html = stack[-1:] in (["`"], ["html`"]), stack[-1:] == ["html`"]
        found = (_TEMPLATE if in_template else _CODE).search(text, at)
        if not found:
            rest = text[at:]
            yield (rest if in_template else _tight(rest, after_brace, False)), in_template, in_html
            break
        kind, end = found.lastgroup, found.end()
        code, token = text[at : found.start()], found[0]
        if not in_template:
            code = _tight(code, after_brace, kind in ("open", "close"))
        after_brace = kind in ("open", "close")
        if kind == "comment":
            yield code, False, False
            between = text[found.start() - 1 : found.start()] + text[end : end + 1]
            # The space stands for a comment between two words; a later line of a comment leaves a blank one.
            yield "\n" * found[0].count("\n") or " " * bool(re.fullmatch(r"[\w$]{2}", between)), False, False
        else:
            yield code + token, in_template, in_html
            if kind == "close" and not stack:
                raise CannotRead
            if kind == "close" or (kind == "tick" and in_template):
                stack.pop()
            elif kind in ("tick", "open"):
                stack.append(
                    "html`" if kind == "tick" and _HTML.search(text, max(0, at - 5), found.start()) else found[0]
                )
        at = end
    if stack:
        raise CannotRead


def _tight(code: str, after_brace: bool, before_brace: bool) -> str:
    """Returns code that holds no text of strings, without the spaces that mean nothing."""
    tight = _BESIDE.sub(r"\1", code)
    tight = tight.lstrip(" ") if after_brace else tight
    return tight.rstrip(" ") if before_brace else tight
