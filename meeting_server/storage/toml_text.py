"""Writes tables as TOML text, for people to read and change. Reading it back gives the same tables."""

import json
from typing import Any

LIST_WIDE, TABLE_WIDE = 100, 240


def toml_text(tables: dict[str, Any]) -> str:
    """Returns the text of a TOML file that says this. Keys are small letters, numbers, `-` and `_`. Values are texts,
    whole numbers, true and false, and lists and tables of them. A table with a name comes after what has none.
    """
    plain = {name: value for name, value in tables.items() if not _has_blocks(value)}
    text = _lines(plain)
    for name, value in tables.items():
        if name not in plain:
            head, blocks = (f"[{name}]", [value]) if isinstance(value, dict) else (f"[[{name}]]", value)
            text += "".join(f"\n{head}\n{_lines(block)}" for block in blocks)
    return text


def _has_blocks(value: Any) -> bool:
    """True if this is written in blocks of lines: a table, or a list of tables of which one is too long for a line."""
    if not isinstance(value, list):
        return isinstance(value, dict)
    tables = [one for one in value if isinstance(one, dict) and "key" in one]
    return len(tables) == len(value) and any(len(_value(one)) > TABLE_WIDE for one in tables)


def _lines(table: dict[str, Any]) -> str:
    return "".join(f"{name} = {_value(value)}\n" for name, value in table.items())


def _value(value: Any, inset: str = "") -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_value(one, inset)}" for name, one in value.items()) + " }"
    if isinstance(value, list):
        inner = [_value(one, f"{inset}  ") for one in value]
        short = "[" + ", ".join(inner) + "]"
        if len(short) <= LIST_WIDE and (len(value) < 2 or not isinstance(value[0], dict)):
            return short
        return "[\n" + "".join(f"{inset}  {one},\n" for one in inner) + f"{inset}]"
    # A JSON text is a TOML text, except for DEL, which TOML wants escaped too.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
