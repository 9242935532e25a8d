"""What people said and decided, as a record holds it: one line for each thing, without the words of labels."""

from collections.abc import Iterator
from typing import Any

SAID: dict[str, tuple[str, ...]] = {
    "points": ("who", "recorded_by", "text", "exact", "taken_back"),
    "actions": ("text", "task"),
    "views": ("who", "text", "reason", "colour", "answer", "why", "quote"),
    "impact": ("by", "text"),
    "askings": ("state", "ten", "zero"),
    "about": ("text",),
    "danger": ("text",),
    "goals": ("text",),
    "numbers": ("who", "recorded_by", "answer", "value", "reason", "late"),
    "earlier": ("value", "reason", "why", "text"),
    "agreed": ("agrees", "value", "text"),
    "tries": ("colour", "reason", "better", "by", "current"),
    "answers": ("who", "recorded_by", "answer", "why"),
    "family_answers": ("who", "recorded_by", "answer", "why"),
    "decided": ("outcome", "kind", "reasons", "family_view", "wishes", "by"),
    "dissents": ("who", "recorded_by", "formal", "why"),
    "visits": ("who", "day", "says"),
    "told": ("who", "text"),
    "summaries": ("who", "state", "text"),
    "rated_before": ("colour", "reason", "better"),
    "addenda": ("who", "recorded_by", "reason", "text"),
    "attended": ("who", "removed", "device"),
    "apologies": ("name",),
    "did_not_come": ("name",),
    "reports": ("who", "state", "family_saw"),
    "notes": ("by", "text"),
    "open_checks": ("by", "reason"),
}
"""What says something, by the name under which a record holds it, and which of its details do."""
_PEOPLE = ("who", "by", "recorded_by")
_APART = ("trends",)
"""Drawn from what is said elsewhere in the record."""


_AGAIN = ("shared", "plan")
"""The children's parts have it too."""


def said(record: dict[str, Any]) -> list[str]:
    """Every line, in the record's order; those of a child's part begin with the child's name."""
    head = record["head"]
    lines = [f"{head['title']}, {head['date']}, {head['state']}"]
    lines += _below({key: value for key, value in record.items() if key not in ("parts", "addenda", *_AGAIN)})
    for part in record["parts"]:
        lines += [f"{part['child']['name']}: {line}" for line in _below(part)]
    return lines + _below({"addenda": record["addenda"]})


def words(record: dict[str, Any]) -> list[str]:
    """The words alone: texts and reasons that people wrote."""
    found = (
        "text",
        "reason",
        "reasons",
        "why",
        "better",
        "family_view",
        "wishes",
        "says",
        "quote",
        "measure",
        "if_not",
    )
    return [
        text for key, text in _leaves(record) if key in found and isinstance(text, str) and len(text.split()) > 1
    ]  # fmt: skip


def _leaves(node: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for name, inner in node.items():
            yield from _leaves(inner, name) if name not in _APART else ()
    elif isinstance(node, list):
        for inner in node:
            yield from _leaves(inner, key)
    else:
        yield key, node


def _below(node: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    for name, inner in node.items():
        for one in inner if isinstance(inner, list) else [inner]:
            if isinstance(one, dict) and name not in _APART:
                lines += _line(name, one) + _below(one)
    return lines


def _line(name: str, one: dict[str, Any]) -> list[str]:
    known = [
        _shown(key, one[key]) for key in SAID.get(name, ()) if one.get(key) or (key == "value" and one.get(key) == 0)
    ]
    return [f"{name}: " + " | ".join(known)] if known else []


def _shown(key: str, value: Any) -> str:
    if key in _PEOPLE and isinstance(value, dict):
        return f"{key} {value['name']}"
    if key == "task":
        owners = ", ".join(f"{one['who']['name']}{' accepted' * one['accepted']}" for one in value["owners"])
        return f"{owners} by {value['by']} | {value['measure']} | {value['if_not']}"
    return f"taken back: {value['why']}" if key == "taken_back" else f"{key} {value}"
