"""Makes one file for each page from the modules and sheets that are read, tested and served beside it (decision 0047).

A module becomes a function that runs once and returns its exports. The modules it imports stand before it, in the order
in which a browser would run them. Code that cannot be put this way is refused with file and line.
"""

import json
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .code_lines import CannotRead, code_lines

PAGES = {
    "board": "board/main.js",
    "whole_board": "board/whole.js",
    "chair": "chair/main.js",
    "minutes": "minutes/main.js",
    "projector": "projector/main.js",
    "screen": "projector/pairing.js",
    "join": "join/join.js",
    "way_back": "join/way_back.js",
    "record": "record/live.js",
    "staff": "staff/staff.js",
    "begin_account": "staff/begin_account.js",
}
_BASE = ("css/tokens.css", "css/base.css")
_BOARD = (*_BASE, *(f"css/{name}.css" for name in ("board", "numbers", "impact", "earlier", "flow", "ending", "join")))
_DESK = (*_BOARD, "css/desk.css")
_PROJECTOR = (*_BASE, "css/projector.css")
_STAFF = (*_BASE, "css/staff.css")
STYLES = {
    "base": _BASE,
    "board": _BOARD,
    "whole_board": _BOARD,
    "chair": _DESK,
    "minutes": (*_DESK, "css/minutes.css"),
    "projector": _PROJECTOR,
    "screen": _PROJECTOR,
    "join": (*_BASE, "css/join.css"),
    "staff": _STAFF,
    "begin_account": _STAFF,
}
"""`base` is for pages that have no sheet of their own."""
BY_DEFAULT = "vendor/htm.js"
"""The only module with a default export."""
_SMALL_ALREADY = "vendor/"
_ALL = "*"  # every export of a module that is imported as a whole

Tree = Mapping[str, str]

_STATEMENT = re.compile(
    r"""(?:^|(?<=[;}]))(?:
      import\s*(?:\{(?P<names>[^}]*)\}|\*\s*as\s+(?P<whole>[\w$]+)|(?P<default>[\w$]+))\s*from\s*"(?P<source>[^"]+)";?
    | import\s*"(?P<run>[^"]+)";?
    | export\s*\{(?P<given>[^}]*)\}(?:\s*from\s*"(?P<through>[^"]+)")?;?
    | export\s+(?=(?:(?:async\s+)?function\b\s*\*?|const|class)\s*(?P<declared>[\w$]+))
    | export\s+default\s+(?P<by_default>)
    )""",
    re.MULTILINE | re.VERBOSE,
)
_REFUSED = re.compile(
    r"(?:^|(?<=[;}]))\s*(?:import|export)\b.*|\bimport\s*[(.].*|^(?!.*\basync\b)(?:\S.*\b)?await\b.*", re.MULTILINE
)
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)


class CannotBundle(Exception):
    """A source cannot be put into a page's file. The message says where and what."""


@dataclass(frozen=True, slots=True)
class Module:
    """One module. `needs` are its imports and their names, in order, `*` for all of them. `exports` gives the
    expression for each name. `lines` is what is left of it, with line numbers.
    """

    name: str
    needs: tuple[tuple[str, frozenset[str]], ...]
    exports: dict[str, str]
    lines: tuple[tuple[int, str], ...]


def tree_of(folders: Sequence[Path]) -> dict[str, str]:
    """Returns every script and style sheet in these folders by its name. The first folder that has it counts."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for folder in reversed(folders)
        for path in folder.rglob("*")
        if path.suffix in (".js", ".css")
    }


def names(tree: Tree) -> list[str]:
    """Returns the names of what `bundle` makes of this tree: `pages/board.js`, `pages/board.js.map`, `pages/board.css`
    and so on.
    """
    scripts = [f"pages/{page}.js" for page, entry in PAGES.items() if entry in tree]
    styles = [f"pages/{page}.css" for page, sheets in STYLES.items() if set(sheets) <= set(tree)]
    return [*scripts, *(f"{name}.map" for name in scripts), *styles]


def bundle(name: str, tree: Tree) -> str:
    """Returns the text of one of `names`. Raises CannotBundle."""
    page, _, kind = name.removeprefix("pages/").partition(".")
    if kind == "css":
        return style(STYLES[page], tree)
    return script(page, modules_of(PAGES[page], tree))[kind == "js.map"]


def modules_of(entry: str, tree: Tree) -> list[Module]:
    """Returns the entry and all it imports, each after those it needs. Raises CannotBundle for a circle, for a module
    or a name that is not there, and for a form that is not known here.
    """
    ordered: dict[str, Module] = {}

    def follow(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise CannotBundle(f"{name}: imports itself by way of {', '.join(above[above.index(name) + 1 :]) or name}")
        if name in ordered:
            return
        if name not in tree:
            raise CannotBundle(f"{above[-1]}: imports {name}, which is not there")
        module = _module(name, tree[name])
        for needed, _ in module.needs:
            follow(needed, (*above, name))
        for needed, names in module.needs:
            if missing := names - set(ordered[needed].exports) - {_ALL}:
                raise CannotBundle(f"{name}: imports {min(missing)}, which {needed} does not export")
        ordered[name] = module

    follow(entry, ())
    return list(ordered.values())


def script(page: str, modules: Sequence[Module]) -> tuple[str, str]:
    """Returns the file of a page, and its source map. A module adds what others import to a list, the last adds all."""
    short = {_variable(module.name): f"Z[{at}]" for at, module in enumerate(modules)}
    lines = [f"// Made of ../{modules[-1].name} and what it imports. Licences: ../vendor/VENDOR.md", "const Z = [];"]
    places: list[tuple[int, int] | None] = [None, None]
    used = {(name, one) for module in modules for name, names in module.needs for one in names}
    for at, module in enumerate(modules):
        lines += ["Z.push((()=>{", *(text for _, text in module.lines)]
        whole = module is modules[-1] or (module.name, _ALL) in used
        given = (one for one in module.exports.items() if whole or (module.name, one[0]) in used)
        lines += [f"return {_listed(given)};", "})());"]
        places += [None, *((at, number - 1) for number, _ in module.lines), None, None]
    lines += ["export { Z as modules };", f"//# sourceMappingURL={page}.js.map"]
    text = _VARIABLE.sub(lambda found: short.get(found[0], found[0]), "\n".join(lines) + "\n")
    sources = [f"../{module.name}" for module in modules]
    table = {"version": 3, "file": f"{page}.js", "sources": sources, "names": [], "mappings": _mappings(places)}
    return text, json.dumps(table)


def style(names: Sequence[str], tree: Tree) -> str:
    """Returns these style sheets as one, without comments and indentation. Raises CannotBundle if one begins in a
    way that only the first may.
    """
    for name in names:
        if "@import" in tree[name] or "@charset" in tree[name]:
            raise CannotBundle(f"{name}: @import and @charset can't go into a page's file")
    plain = "\n".join(re.sub(r"/\*.*?\*/", "", tree[name], flags=re.DOTALL) for name in names)
    return "\n".join(line.strip() for line in plain.splitlines() if line.strip()) + "\n"


@cache
def _module(name: str, text: str) -> Module:
    needs: list[tuple[str, frozenset[str]]] = []
    exports: dict[str, str] = {}

    def put(found: re.Match[str]) -> str:
        part = found.groupdict()
        names = _names(part["names"] or part["given"] or (f"default as {part['default']}" if part["default"] else ""))
        source = part["source"] or part["run"] or part["through"]
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), source or ""))
        if source:
            needs.append((path, frozenset([_ALL] if part["whole"] else [before for before, _ in names])))
        left = ""
        if part["source"]:
            left = f"const {part['whole'] or _listed(names)} = {_variable(path)};"
        elif part["given"] is not None:
            whence = f"{_variable(path)}." if source else ""
            exports.update({behind: whence + before for before, behind in names})
        elif part["declared"]:
            exports[part["declared"]] = part["declared"]
        elif part["by_default"] is not None:
            if name != BY_DEFAULT:
                return found[0]
            exports["default"] = "by$default"
            left = "const by$default = "
        return left + "\n" * found[0].count("\n")

    plain = _STATEMENT.sub(put, text)
    refused = _REFUSED.search(_COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), plain))
    if refused:
        line = plain.count("\n", 0, refused.end()) + 1
        raise CannotBundle(f"{name}:{line}: can't go into a page's file: {refused[0].strip()[:80]}")
    try:
        lines = list(enumerate(plain.split("\n"), 1)) if name.startswith(_SMALL_ALREADY) else code_lines(plain)
        return Module(name, tuple(needs), exports, tuple(lines))
    except CannotRead as problem:
        raise CannotBundle(f"{name}: its braces and back-ticks do not end as they begin") from problem


def _names(listed: str) -> list[tuple[str, str]]:
    """Returns `a, b as c` as pairs: what stands before `as`, and what stands after it."""
    pairs = (one.split(" as ") for one in (re.sub(r"\s+", " ", part).strip() for part in listed.split(",")) if one)
    return [(pair[0], pair[-1]) for pair in pairs]


def _listed(pairs: Iterable[tuple[str, str]]) -> str:
    """Returns pairs as JavaScript reads them: `{a,b:c}`. In the order of the alphabet, which packs smaller."""
    return "{" + ",".join(sorted(one if one == other else f"{one}:{other}" for one, other in pairs)) + "}"


_VARIABLE = re.compile(r"(?<![\w$])[\w$]+\$(?![\w$])")


def _variable(name: str) -> str:
    """Returns the name of a module while a page's file is made: `board$kit$say$` for board/kit/say.js. No other code
    would use such a name. In the file itself it is `Z` with its place there; no module that imports has its own `Z`.
    """
    return re.sub(r"[^\w$]", "_", name.removesuffix(".js").replace("/", "$")) + "$"


_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def _mappings(places: Sequence[tuple[int, int] | None]) -> str:
    """Returns the `mappings` of a source map in which each line comes from the beginning of one line, or of none."""
    source = line = 0
    made = []
    for place in places:
        made.append("" if place is None else "A" + _vlq(place[0] - source) + _vlq(place[1] - line) + "A")
        source, line = place or (source, line)
    return ";".join(made)


def _vlq(number: int) -> str:
    """Returns a number as source maps write it: five bits a digit, the lowest first, the sign in the lowest bit."""
    rest = -number * 2 + 1 if number < 0 else number * 2
    digits = ""
    while rest > 31:
        digits += _DIGITS[rest & 31 | 32]
        rest >>= 5
    return digits + _DIGITS[rest]
