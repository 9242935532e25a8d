"""A template file that is like another: what it says, laid over what the other says."""

from collections.abc import Iterable
from typing import Any, TypeGuard

from .template_checks import twice
from .template_step_checks import Finding

Table = dict[str, Any]


def laid_over(base: Table, own: Table, wrong: list[Finding], where: str = "") -> Table:
    """Returns `base` with what `own` says in place of it. Neither is changed.

    Tables are merged key by key, and so are lists of tables that each have a `key`. Any other value, and an empty list,
    replaces the whole. `drop = true` takes a table out. `order.columns = [...]` moves those it names to the front. What
    cannot be done, or would hide a mistake, is added to `wrong` with its place in `own`.
    """
    whole = _each(base, {name: value for name, value in own.items() if name != "order"}, wrong, where)
    order = own.get("order", {})
    if not isinstance(order, dict):
        wrong.append((f"{where}order", 'Say which list: order.columns = ["well", "worries"].'))
        return whole
    for name, first in order.items():
        listed: Any = whole.get(name)
        keys = [one["key"] for one in listed] if _have_keys(listed) else []
        if not isinstance(first, list) or not keys:
            wrong.append((f"{where}order.{name}", "This must be a list of keys, for a list of tables that have them."))
            continue
        wrong += [(f"{where}order.{name}", f"There is no {key} here.") for key in first if key not in keys]
        whole[name] = sorted(listed, key=lambda one: first.index(one["key"]) if one["key"] in first else len(first))
    return whole


def _each(base: Table, own: Table, wrong: list[Finding], where: str) -> Table:
    whole = dict(base)
    for name, value in own.items():
        if isinstance(value, dict) and "drop" in value:
            if value["drop"] is not True:
                wrong.append((f"{where}{name}.drop", "This can only be true."))
            elif name not in base:
                wrong.append((f"{where}{name}.drop", "There is nothing of this name to take out."))
            whole.pop(name, None)
        else:
            whole[name] = _one(base.get(name), value, wrong, f"{where}{name}")
    return whole


def _one(base: Any, own: Any, wrong: list[Finding], where: str) -> Any:
    if isinstance(own, dict):
        return laid_over(base if isinstance(base, dict) else {}, own, wrong, f"{where}.")
    if own and _have_keys(own):
        wrong += twice(where, [one["key"] for one in own])
        under = _by_key(base) if _have_keys(base) else {}
        return list(_each(under, _by_key(own), wrong, f"{where}.").values())
    return own


def _have_keys(listed: Any) -> TypeGuard[list[Table]]:
    return isinstance(listed, list) and all(isinstance(one, dict) and isinstance(one.get("key"), str) for one in listed)


def _by_key(listed: Iterable[Table]) -> dict[str, Table]:
    return {one["key"]: one for one in listed}
