"""Reads every refusal that the server can give from the source: its code and the sentences said with it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

SOURCE = Path(__file__).parents[1] / "meeting_server"
UNKNOWN = "…"


def refusals(source: Path = SOURCE) -> dict[str, list[str]]:
    """Returns code -> its sentences, both in alphabetical order. The varying parts of a sentence are `…`."""
    found: dict[str, set[str]] = {}
    for code, text, values in said(source):
        found.setdefault(code, set()).add(_filled(text, values))
    return {code: sorted(found[code]) for code in sorted(found)}


def _filled(text: str, values: dict[str, str]) -> str:
    return re.sub(r"%\((\w+)\)s", lambda found: values.get(found[1], UNKNOWN), text)


def said(source: Path = SOURCE) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yields each refusal's code, text, and those values in it that are always the same. A text that is not there is
    `…`.
    """
    for file in sorted(source.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        constants = _constants(tree)
        for call in ast.walk(tree):
            if not _is_call(call, "Refused"):
                continue
            code = call.args[0]
            if not (isinstance(code, ast.Constant) and isinstance(code.value, str)):
                raise SystemExit(f"{file.name}:{call.lineno}: write the code of a refusal as plain text.")
            for text in _sentences(call.args[1], constants):
                yield code.value, text, _values(call, constants)


def _is_call(node: ast.AST, name: str) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    """Returns what is assigned to a name at the top of a module."""
    return {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _sentences(said: ast.expr, constants: dict[str, ast.expr]) -> Iterator[str]:
    match said:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Call(func=ast.Name(id="sentence"), args=[ast.Constant(value=str(text))]):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _sentences(one, constants)
            yield from _sentences(other, constants)
        case ast.Name(id=name) if name in constants:
            yield from _sentences(constants[name], constants)
        case ast.Subscript(value=ast.Name(id=name)) if isinstance(constants.get(name), ast.Dict):
            for value in constants[name].values:  # type: ignore[attr-defined]
                yield from _sentences(value, constants)
        case _:
            yield UNKNOWN


def _values(call: ast.Call, constants: dict[str, ast.expr]) -> dict[str, str]:
    given = next((one.value for one in call.keywords if one.arg == "values"), None)
    if not isinstance(given, ast.Dict):
        return {}
    return {
        str(key.value): next(_sentences(value, constants))
        for key, value in zip(given.keys, given.values, strict=True)
        if isinstance(key, ast.Constant)
    }
