"""Writes docs/protocol.md, the browser's typedefs and its limits from the domain: one source for what is admitted, said
and typed.

`python tools/protocol.py` writes them; with `--check` it only says whether they are what the code would write now.
"""

import argparse
import inspect
import json
import sys
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # So that it runs as a file too, from anywhere.

from meeting_server.domain import kinds, replay  # noqa: E402
from meeting_server.domain.dates import statutory_clocks  # noqa: E402
from meeting_server.domain.ending import checks  # noqa: E402
from meeting_server.domain.people import speaking_for  # noqa: E402
from meeting_server.domain.permissions import PERMISSIONS  # noqa: E402
from meeting_server.domain.points.point_rules import Saying  # noqa: E402
from meeting_server.domain.points.said import FIELDS  # noqa: E402
from meeting_server.domain.template import parts as template_parts  # noqa: E402
from meeting_server.domain.template import template  # noqa: E402
from tools.refusals import refusals  # noqa: E402

FRAME = ROOT / "tools" / "protocol_frame.md"
TYPES_FRAME = ROOT / "tools" / "wire_frame.js"
DOCS = ROOT / "docs" / "protocol.md"
TYPES = ROOT / "meeting_server" / "static" / "board" / "wire.js"
LIMITS_FRAME = ROOT / "tools" / "limits_frame.js"
LIMITS = ROOT / "meeting_server" / "static" / "board" / "kit" / "limits.js"
SAID_FIELDS = ROOT / "meeting_server" / "static" / "board" / "store" / "said_fields.js"
SPEAKING = ROOT / "meeting_server" / "static" / "board" / "reading" / "speaking_table.js"

STATES = ("prepared", "open", "paused", "ended", "finished", "cancelled")
NEVER_SENT = frozenset({"kept_asides"})
"""Kinds of things that stand on a board and are sent to no browser."""

KINDS = {
    one.name: one
    for module in (kinds, template, template_parts)
    for value in vars(module).values()
    for one in get_args(value)
    if isinstance(one, kinds.Kind)
}


class Part(NamedTuple):
    """A dataclass that is sent, under the name it has on this page."""

    name: str
    cls: type


class Typed(NamedTuple):
    """A field's type, for people and for tsc, with what is said about it."""

    words: str
    js: str
    says: str


def named(cls: type) -> str:
    """Returns a class's name here. The template's rating is not the rating that is set."""
    clash = cls.__module__ == template.__name__ and cls.__name__ in _NAMES
    return f"Template{cls.__name__}" if clash else cls.__name__


_NAMES = {cls.__name__ for cls in replay.THINGS.values()}


def typed(hint: Any) -> Typed:
    """Returns the words for a type hint."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(args)
    if origin in (Union, UnionType):
        return _union([typed(one) for one in args])
    if origin is Literal:
        quoted = [f'"{one}"' if isinstance(one, str) else str(one) for one in args]
        return Typed(" or ".join(f"`{one}`" for one in quoted), " | ".join(quoted), "")
    if origin is tuple:
        inner = typed(args[0])
        return Typed(f"list of {inner.words}", f"({inner.js})[]" if "|" in inner.js else f"{inner.js}[]", inner.says)
    if is_dataclass(hint):
        name = named(hint)  # type: ignore[arg-type]
        return Typed(f"[{name}](#{name.lower()})", name, "")
    words, js = {
        bool: ("true or false", "boolean"),
        str: ("text", "string"),
        int: ("whole number", "number"),
        NoneType: ("null", "null"),
    }[hint]
    return Typed(words, js, "")


def _annotated(args: tuple[Any, ...]) -> Typed:
    inner = typed(args[0])
    kind = next((one for one in args[1:] if isinstance(one, kinds.Kind)), None)
    says = [one for one in args[1:] if isinstance(one, str)]
    if kind is not None:
        inner = Typed(kind.name if KINDS.get(kind.name) == kind else kind.says, inner.js, kind.says)
    return inner._replace(says=says[0] if says else inner.says)


def _union(options: list[Typed]) -> Typed:
    js = " | ".join(dict.fromkeys(one.js for one in options))
    words = " or ".join(dict.fromkeys(one.words for one in options))
    return Typed(words, js, next((one.says for one in options if one.says), ""))


def shape(cls: type) -> list[tuple[str, Typed, Field[Any]]]:
    """Returns a dataclass's fields with their types."""
    hints = get_type_hints(cls, include_extras=True)
    return [(one.name, typed(hints[one.name]), one) for one in fields(cls)]


def default(field: Field[Any]) -> str | None:
    """Returns a field's default as JSON writes it, or None if the field must be given."""
    if field.default is MISSING:
        return None if field.default_factory is MISSING else "`[]`"
    if isinstance(field.default, tuple):
        return "`[" + ", ".join(f'"{one}"' for one in field.default) + "]`"
    return f"`{json.dumps(field.default, ensure_ascii=False)}`"


def parts_of(roots: list[type]) -> list[type]:
    """Returns every dataclass inside these, each once, in the order in which they are met, without the roots
    themselves.
    """
    found: dict[type, None] = {}

    def look(hint: Any) -> None:
        if is_dataclass(hint) and isinstance(hint, type):
            if hint not in roots and hint not in found:
                found[hint] = None
                visit(hint)
        else:
            for one in get_args(hint):
                look(one)

    def visit(cls: type) -> None:
        for hint in get_type_hints(cls, include_extras=True).values():
            look(hint)

    for root in roots:
        visit(root)
    return list(found)


COMMANDS, THINGS = list(replay.COMMANDS.values()), list(replay.THINGS.values())
THING_PARTS = [checks.Gap, statutory_clocks.DueDate, *parts_of(THINGS)]
COMMAND_PARTS = [cls for cls in parts_of(COMMANDS) if cls not in THING_PARTS]
TEMPLATE = [template.Template, *parts_of([template.Template])]


def says(cls: type) -> str:
    """Returns a class's docstring, a line for each paragraph, so that its line breaks make no difference here."""
    if not cls.__doc__ or cls.__doc__.startswith(f"{cls.__name__}("):
        raise SystemExit(f"{cls.__module__}.{cls.__name__} has no docstring: say what it is.")
    paragraphs = inspect.cleandoc(cls.__doc__).split("\n\n")
    return "\n\n".join(" ".join(one.split()) for one in paragraphs)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _table(cls: type, *, asked: bool) -> str:
    rows = shape(cls)
    if not rows:
        return "No fields: `data` is `{}`."
    lines = ["| Field | Type | Default | |", "|---|---|---|---|"] if asked else ["| Field | Type | |", "|---|---|---|"]
    for name, kind, field in rows:
        said = "" if kind.says in {kind.words, *(one.says for one in KINDS.values())} else kind.says
        middle = f" {default(field) or 'needed'} |" if asked else ""
        lines.append(f"| `{name}` | {_cell(kind.words)} |{middle} {_cell(said)} |")
    return "\n".join(lines)


def _permission(cls: type) -> tuple[str, str]:
    rule = PERMISSIONS[cls]
    return (f"`{rule.power}`" if rule.power else "anyone in the room"), ", ".join(s for s in STATES if s in rule.states)


def _where(kind: str) -> str:
    if kind in NEVER_SENT:
        return "Is never sent."
    return "Stands in: " + ", ".join(f"`{one}`" for one in replay.STANDS_IN[kind]) + "."


def _named_section(cls: type, level: str = "####", *, asked: bool = False) -> str:
    return f"{level} {named(cls)}\n\n{says(cls)}\n\n{_table(cls, asked=asked)}"


def protocol() -> str:
    """Returns docs/protocol.md as it should be."""
    names = list(replay.COMMANDS.items())
    told = {
        "kinds": ["| Name | Is |", "|---|---|", *(f"| {one.name} | {one.says} |" for one in KINDS.values())],
        "permissions": [f"| [`{n}`](#{n}) | {_permission(c)[0]} | {_permission(c)[1]} |" for n, c in names],
        "commands": [f"### {name}\n\n{says(cls)}\n\n{_table(cls, asked=True)}\n" for name, cls in names],
        "things": [
            f"### {kind}\n\n#### {named(cls)}\n\n{says(cls)}\n\n{_where(kind)}\n\n{_table(cls, asked=False)}\n"
            for kind, cls in replay.THINGS.items()
        ],
        "parts": [_named_section(cls) + "\n" for cls in (*THING_PARTS, *COMMAND_PARTS)],
        "template": [_named_section(cls, "###") + "\n" for cls in TEMPLATE],
        "refusals": [f"| `{code}` | {_cell(' / '.join(found))} |" for code, found in refusals().items()],
    }
    return _filled(FRAME, {f"<!-- {mark} -->": "\n".join(lines).strip() for mark, lines in told.items()})


def _filled(frame: Path, marks: dict[str, str]) -> str:
    text = frame.read_text("utf-8")
    for mark, inside in marks.items():
        if text.count(mark) != 1:
            raise SystemExit(f"{frame.name} must hold {mark} once.")
        text = text.replace(mark, inside)
    return text


def _typedef(name: str, cls: type, *, asked: bool) -> str:
    first = says(cls).split("\n\n")[0].replace("\n", " ").replace("*/", "")
    lines = ["/**", f" * {first}", " *", f" * @typedef {{Object}} {name}"]
    for field, kind, declared in shape(cls):
        key = f"[{field}]" if asked and default(declared) is not None else field
        lines.append(f" * @property {{{kind.js}}} {key}" + (f" {kind.says}" if kind.says else ""))
    return "\n".join([*lines, " */"])


def _index(name: str, what: str, entries: list[tuple[str, str]]) -> str:
    lines = [f" * @property {{{js}}} {key}" for key, js in entries]
    return "\n".join(["/**", f" * {what}", " *", f" * @typedef {{Object}} {name}", *lines, " */"])


def typedefs() -> str:
    """Returns static/board/wire.js as it should be."""
    things = [(f"[{kind}]", f"Record<string, {named(cls)}>") for kind, cls in replay.THINGS.items()]
    whole = [
        _index(
            "Commands",
            "Each command's data by its name on the wire.",
            [(name, named(cls)) for name, cls in replay.COMMANDS.items()],
        ),
        _index(
            "ThingKinds", "The type of each kind of thing.", [(kind, named(cls)) for kind, cls in replay.THINGS.items()]
        ),
        _index("Things", "Things by kind and id; a kind without things may be left out.", things),
        *(_typedef(named(cls), cls, asked=True) for cls in (*COMMANDS, *COMMAND_PARTS)),
        *(_typedef(named(cls), cls, asked=False) for cls in (*THINGS, *THING_PARTS, *TEMPLATE)),
    ]
    codes = " | ".join(f'"{code}"' for code in refusals())
    return _filled(TYPES_FRAME, {"@@typedefs@@": "\n\n".join(whole), "@@codes@@": codes})


def _limits(hint: Any) -> Any:
    """Returns the limits of a field's texts: fewest and most characters, or the same by field for a part, or None."""
    kind = next((one for one in get_args(hint)[1:] if isinstance(one, kinds.Kind)), None)
    if get_origin(hint) is Annotated and kind is not None:
        return [kind.least, kind.most] if kind.most and not kind.pattern and get_args(hint)[0] is str else None
    if is_dataclass(hint):
        inner = {name: _limits(one) for name, one in get_type_hints(hint, include_extras=True).items()}
        return {name: one for name, one in inner.items() if one} or None
    found = next((found for one in get_args(hint) if (found := _limits(one))), None)
    # A text that may be left out, while others need a word: `Text | Literal[""]`.
    return [0, found[1]] if isinstance(found, list) and Literal[""] in get_args(hint) else found


def limits() -> str:
    """Returns static/board/kit/limits.js as it should be."""
    texts = {name: found for name, cls in replay.COMMANDS.items() if (found := _limits(cls))}
    plain = {
        one.name: one.most
        for one in (get_args(kind)[1] for kind in (kinds.Text, kinds.Account, kinds.Line, kinds.Name))
    }
    marks = {"BREAKS": kinds.BREAKS, "NOT_SHOWN": kinds.NOT_SHOWN, "UNSEEN": kinds.UNSEEN}
    by_command = "{\n" + "".join(f"  {name}: {json.dumps(one)},\n" for name, one in texts.items()) + "}"
    return _filled(
        LIMITS_FRAME,
        {
            "@@most@@": "{ " + ", ".join(f"{name}: {most}" for name, most in plain.items()) + " }",
            "@@texts@@": by_command,
            **{f"@@{name}@@": json.dumps(one) for name, one in marks.items()},
        },
    )


def speaking() -> str:
    """Returns static/board/reading/speaking_table.js as it should be: the table of who may speak for whom."""
    table = {act: {where: who.split() for where, who in row.items()} for act, row in speaking_for.SPEAKING.items()}
    rows = "".join(f"  {act}: {json.dumps(row)},\n" for act, row in table.items())
    return (
        "/**\n * Who may speak for whom: what is done, where the person is, who may do it for them.\n"
        " * Made by tools/protocol.py from domain/people/speaking_for.py: run it instead of changing this file.\n"
        " * @type {Record<string, Record<string, string[]>>}\n */\n"
        f"export const SPEAKING = {{\n{rows}}};\n"
    )


def said_fields() -> str:
    """Returns static/board/store/said_fields.js as it should be: the fields of what a point says, each with its empty
    value.
    """
    known = {one.name: one.default for one in fields(Saying)}
    empty = {name: "" if known[name] is MISSING else kinds.plain(known[name]) for name in FIELDS}
    values = "".join(f"  {name}: {json.dumps(value)},\n" for name, value in empty.items())
    return (
        "/**\n * What a point says: its fields, and each with nothing in it.\n"
        " * Made by tools/protocol.py from domain/points/said.py: run it instead of changing this file.\n */\n"
        f"export const SAID = {json.dumps(list(FIELDS))};\n\n"
        "/** @type {Omit<import('../wire.js').AddItem, \"item\">} */\n"
        f"export const NOTHING_SAID = {{\n{values}}};\n"
    )


def main(asked: list[str] | None = None) -> int:
    """Returns 0 if all is well, and 1 if `--check` found a file that the code would write differently."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is out of date")
    only_check = parser.parse_args(asked).check
    stale = []
    for path, text in (
        (DOCS, protocol()),
        (TYPES, typedefs()),
        (LIMITS, limits()),
        (SPEAKING, speaking()),
        (SAID_FIELDS, said_fields()),
    ):
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale.append(path.relative_to(ROOT).as_posix())
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    if stale and only_check:
        sys.stderr.write(f"{' and '.join(stale)}: not what the code says now. Run: python tools/protocol.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
