"""Every refusal the server can give, read from the source: its code and the sentences said with it."""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "meeting_server"
NAMES = frozenset({"Refused"})


def refusals(source: Path = SOURCE) -> dict[str, list[str]]:
    """Code -> its sentences, both in alphabetical order; what varies in a sentence is `…`."""
    found: dict[str, list[str]] = {}
    for file in sorted(source.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        constants = _constants(tree)
        for call in ast.walk(tree):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in NAMES):
                continue
            code, sentence = call.args[0], call.args[1]
            if not (isinstance(code, ast.Constant) and isinstance(code.value, str)):
                raise SystemExit(f"{file.name}:{call.lineno}: write the code of a refusal as plain text.")
            known = found.setdefault(code.value, [])
            known += [one for one in _sentences(sentence, constants) if one not in known]
    return {code: sorted(found[code]) for code in sorted(found)}


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    """What is assigned to a name at the top of a module."""
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
        case ast.IfExp(body=one, orelse=other):
            yield from _sentences(one, constants)
            yield from _sentences(other, constants)
        case ast.Name(id=name) if name in constants:
            yield from _sentences(constants[name], constants)
        case ast.Subscript(value=ast.Name(id=name)) if isinstance(constants.get(name), ast.Dict):
            for value in constants[name].values:  # type: ignore[attr-defined]
                yield from _sentences(value, constants)
        case ast.JoinedStr(values=values):
            yield "".join(_piece(value, constants) for value in values)
        case _:
            yield "…"


def _piece(value: ast.expr, constants: dict[str, ast.expr]) -> str:
    inside = value.value if isinstance(value, ast.FormattedValue) else value
    return next(_sentences(inside, constants), "…")
