"""Meeting templates from TOML files: ours, and a council's own in TEMPLATES_DIR, which win by key."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from marshmallow import ValidationError

from ..domain.template.template import Template
from ..schemas import MOST_IN_A_LIST, load
from .template_checks import findings
from .template_like import Table, laid_over
from .template_step_checks import Finding
from .toml_text import toml_text

T = TypeVar("T")
OURS = Path(__file__).parent.parent / "meeting_templates"
_CALLED = "a template file"
_ITS_OWN = ("key", "title")
"""What a template that is like another never takes from it: no one could tell the two apart."""

_PLAINER = {
    "Unknown field.": "There is no such key here. Look for a spelling mistake.",
    "Invalid input type.": "This must be a table of keys and values, not a single value.",
    "Not a valid list.": "This must be a list in square brackets.",
    "This must be a key from the meeting template.": "This must be made of small letters, numbers, - and _ only.",
}


class TemplateError(Exception):
    """A template file, or the file of the help with words, is wrong. The message names the file and the key, one line
    for each thing that is wrong.
    """


def load_templates(*folders: Path) -> dict[str, Template]:
    """Returns every template in our own folder and then in `folders`, by key. One in a later folder with the same key
    wins.

    TemplateError names each file and key that is wrong, all of them at once, and a folder that is not there. A template
    that is like a wrong one waits until that one is right.
    """
    found: dict[str, Template] = {}
    wrong: list[str] = []
    for folder in (OURS, *folders):
        if not folder.is_dir():
            wrong.append(f"{folder}: There is no such folder for templates.")
        wrong += _not_read(folder)
        here: dict[str, str] = {}
        for path in sorted(folder.glob("*.toml")):
            try:
                template = read_template(path)
            except TemplateError as error:
                wrong.append(str(error))
                continue
            if template.key in here:
                wrong.append(f"{path.name}: key: {here[template.key]} has this key already.")
            here[template.key] = path.name
            found[template.key] = template
    if wrong:
        raise TemplateError("\n".join(dict.fromkeys(wrong)))
    return found


def template_text(key: str, *folders: Path) -> str:
    """Returns the file of the template that `load_templates` returns for this key. If it is like another, it has all
    that it takes from there, and no notes. TemplateError: there is none, or its file is wrong.
    """
    path = next(filter(None, (_file_of(key, folder) for folder in (*reversed(folders), OURS))), None)
    if path is None:
        raise TemplateError(f"There is no template {key}.")
    own = _tables(path, _CALLED)
    return toml_text(_whole(path, own)) if "like" in own else path.read_text(encoding="utf-8-sig")


def _not_read(folder: Path) -> list[str]:
    """Returns a sentence for each file that was meant as a template and has the wrong ending: Notepad adds .txt and
    does not show it.
    """
    names = sorted(path.name for path in folder.glob("*"))
    meant = [name for name in names if name.lower().endswith((".toml", ".toml.txt")) and not name.endswith(".toml")]
    return [f"{name}: The name must end in .toml. Your editor may have added .txt: take it away." for name in meant]


def read_template(path: Path) -> Template:
    """Returns the template in one file, laid over the one that it is like, after checking every name in it that points
    elsewhere in it.

    TemplateError: the file is not TOML (it names the line), or something in it is wrong (it names the key), or it
    cannot be like what it names. If that other file is wrong, the error is about that file.
    """
    return _checked(path, _whole(path, _tables(path, _CALLED)))


def _whole(path: Path, own: Table) -> Table:
    """Returns what a file says, with all that it takes from the template it is like. That is one in its folder, or else
    one of ours, but not itself. So a council's file can have the key of ours and be like it.
    """
    if "like" not in own:
        return own
    like = own["like"]
    at = _file_of(like, path.parent, path) or _file_of(like, OURS, path)
    if at is None:
        raise TemplateError(f"{path.name}: like: There is no template {like}, of ours or in the folder of this file.")
    base = _tables(at, _CALLED)
    if "like" in base:
        raise TemplateError(f"{path.name}: like: {at.name} is like another itself. Name one that is written whole.")
    _checked(at, base)
    wrong: list[Finding] = []
    whole = laid_over(base, {name: value for name, value in own.items() if name != "like"}, wrong)
    if wrong:
        raise _refusal(path, wrong)
    return {name: value for name, value in whole.items() if name in own or name not in _ITS_OWN}


def _file_of(key: str, folder: Path, but: Path | None = None) -> Path | None:
    """Returns the file in this folder of the template with this key, leaving one out."""
    for path in sorted(folder.glob("*.toml")):
        try:
            if path != but and _tables(path, _CALLED).get("key") == key:
                return path
        except TemplateError:
            continue
    return None


def _checked(path: Path, tables: Table) -> Template:
    template = _loaded(Template, path, tables)
    wrong = list(findings(template))
    if wrong:
        raise _refusal(path, wrong)
    return template


def _refusal(path: Path, wrong: Iterable[Finding]) -> TemplateError:
    return TemplateError("\n".join(f"{path.name}: {key}: {says}" for key, says in wrong))


def read_toml(cls: type[T], path: Path, called: str, most: int = MOST_IN_A_LIST) -> T:
    """Returns the `cls` in one file, each part of it checked by its shape. `called` says what kind of file it should
    be.

    TemplateError: the file is not TOML (it names the line), or something in it is wrong (it names the key).
    """
    return _loaded(cls, path, _tables(path, called), most)


def _tables(path: Path, called: str) -> Table:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise TemplateError(f"{path.name}: Save this file as UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(f"{path.name}: This is not {called} (TOML): {error}") from None


def _loaded(cls: type[T], path: Path, tables: Table, most: int = MOST_IN_A_LIST) -> T:
    try:
        return load(cls, tables, most)
    except ValidationError as error:
        raise _refusal(path, _flat(error.messages, tables)) from None


def _flat(messages: Any, data: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yields marshmallow's nested messages as lines: `columns.worries.add`, "This is missing.". A part of a list goes
    by its own key if it has one, else by its place, counted from 0: `layout[1]`.
    """
    if isinstance(messages, dict):
        for key, inner in messages.items():
            part = _part(data, key)
            name = part.get("key") if isinstance(part, dict) and isinstance(key, int) else None
            step = f".{name or key}" if name or not isinstance(key, int) else f"[{key}]"
            yield from _flat(inner, part, (path + step).lstrip("."))
    else:
        for one in messages if isinstance(messages, list) else [messages]:
            yield path, _PLAINER.get(str(one), str(one))


def _part(data: Any, key: Any) -> Any:
    """Returns what stands under `key` in the file, or None."""
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        return data[key]
    return data.get(key) if isinstance(data, dict) else None
