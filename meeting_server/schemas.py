"""marshmallow schemas made from the domain's dataclasses, one for each and made once.

Commands, events, things and templates are declared once, as typed dataclasses. Input is checked, and the documentation
is written, from the same declarations. Unknown fields are refused.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from datetime import date
from functools import cache, lru_cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from marshmallow import RAISE, Schema, ValidationError, post_load
from marshmallow import fields as m

from .domain.kinds import Kind, can_be_shown, is_empty
from .domain.refused import sentence

T = TypeVar("T")
MOST_IN_A_LIST = 60
_MISSING = sentence("This is missing.")
_NOT_EMPTY = sentence("This can't be empty.")
_NOT_A_TABLE = sentence("Invalid input type.")


def _is_a_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class StrictText(m.String):
    """Plain text as its Kind allows: NFC, no control characters except line feed and tab, no invisible
    direction marks.
    """

    def __init__(self, kind: Kind, **more: Any) -> None:
        super().__init__(**more)
        self.kind = kind

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError(sentence("This must be text."))
        text = value.replace("\r\n", "\n").strip()
        if not text.isascii():
            text = unicodedata.normalize("NFC", text.replace("\ufeff", "")).strip()
            text = "" if is_empty(text) else text
        if self.kind.one_line:
            text = text.replace("\n", " ").replace("\t", " ")
        if not can_be_shown(text):
            raise ValidationError(sentence("This has a character that can't be shown. Please type it again."))
        if self.kind.pattern and not re.fullmatch(self.kind.pattern, text):
            raise ValidationError(self.kind.must)
        if self.kind.name == "Date" and not _is_a_day(text):
            raise ValidationError(sentence("There is no such day."))
        if len(text) < self.kind.least:
            raise ValidationError(sentence("Please write something here."))
        if self.kind.most and len(text) > self.kind.most:
            says = sentence(
                "This is too long: %(count)s characters. At most %(most)s fit.",
                count=f"{len(text):,}",
                most=f"{self.kind.most:,}",
            )
            raise ValidationError(says)
        return text


class StrictNumber(m.Field[int]):
    """A whole number within its Kind's bounds. True is not 1 here."""

    def __init__(self, kind: Kind, **more: Any) -> None:
        super().__init__(**more)
        self.kind = kind

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> int:
        if type(value) is not int or not self.kind.least <= value <= self.kind.most:
            raise ValidationError(self.kind.must)
        return value


class StrictBoolean(m.Field[bool]):
    """true or false, and nothing that looks like it."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> bool:
        if type(value) is not bool:
            raise ValidationError(sentence("This must be true or false."))
        return value


class OneOf(m.Field[Any]):
    """One of a few given words or numbers."""

    def __init__(self, choices: tuple[Any, ...], **more: Any) -> None:
        super().__init__(**more)
        self.choices = choices

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> Any:
        for choice in self.choices:
            if type(value) is type(choice) and value == choice:
                return choice
        known = ", ".join(str(one) for one in self.choices)
        raise ValidationError(sentence("This must be one of: %(known)s.", known=known))


class Either(m.Field[Any]):
    """The first of several fields that accepts the value."""

    def __init__(self, options: list[m.Field[Any]], **more: Any) -> None:
        super().__init__(**more)
        self.options = options

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> Any:
        failed: list[Any] = []
        for option in self.options:
            try:
                return option.deserialize(value)
            except ValidationError as error:
                failed += error.messages if isinstance(error.messages, list) else [error.messages]
        raise ValidationError(failed[:1] or [sentence("This is not right.")])


class _Tuple(m.List[Any]):
    def __init__(self, inner: m.Field[Any], most: int, **more: Any) -> None:
        super().__init__(inner, **more)
        self.error_messages["invalid"] = sentence("Not a valid list.")
        self.most = most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> Any:
        found = tuple(super()._deserialize(value, attr, data, **more))
        if len(found) > self.most:
            raise ValidationError(sentence("This list is too long. At most %(most)s fit.", most=self.most))
        return found


def _field(kind: Any, most: int, **more: Any) -> m.Field[Any]:
    """Returns the marshmallow field for a type hint."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(args, most, **more)
    if origin in (Union, UnionType):
        return _union(args, most, **more)
    if origin is Literal:
        return OneOf(args, **more)
    if origin is tuple:
        return _Tuple(_field(args[0], most, error_messages={"null": _NOT_EMPTY}), most, **more)
    if origin is dict:
        table = m.Dict(keys=m.String(), **more)
        table.error_messages["invalid"] = _NOT_A_TABLE
        return table
    if kind in _BARE:
        return _BARE[kind](**more)
    return m.Nested(schema_class(kind, most), **more)


def _annotated(args: tuple[Any, ...], most: int, **more: Any) -> m.Field[Any]:
    named = next((one for one in args[1:] if isinstance(one, Kind)), None)
    if named is None:
        return _field(args[0], most, **more)
    return StrictNumber(named, **more) if args[0] is int else StrictText(named, **more)


def _union(args: tuple[Any, ...], most: int, **more: Any) -> m.Field[Any]:
    rest = [one for one in args if one is not NoneType]
    if len(rest) < len(args):
        more["allow_none"] = True
    return _field(rest[0], most, **more) if len(rest) == 1 else Either([_field(one, most) for one in rest], **more)


def _default(one: Field[Any]) -> dict[str, Any]:
    if one.default is MISSING and one.default_factory is MISSING:
        return {
            "required": True,
            "error_messages": {"required": _MISSING, "null": _MISSING},
        }
    more = {"load_default": one.default if one.default is not MISSING else one.default_factory}
    return {**more, "error_messages": {"null": _NOT_EMPTY}}


_BARE: dict[Any, Callable[..., m.Field[Any]]] = {
    bool: StrictBoolean,
    str: partial(StrictText, Kind("Text", "text", most=300)),
    int: partial(
        StrictNumber,
        Kind("Count", "a whole number", least=-(2**53), most=2**53, must=sentence("This must be a whole number.")),
    ),
}


@cache
def schema_class(cls: type, most: int = MOST_IN_A_LIST) -> type[Schema]:
    """Returns the schema class for a domain dataclass. It loads plain JSON into it and refuses what is unknown or out
    of bounds.

    `most` limits every list in it.
    """
    hints = get_type_hints(cls, include_extras=True)
    made = {one.name: _field(hints[one.name], most, **_default(one)) for one in fields(cls)}

    def build(self: Schema, data: dict[str, Any], **more: Any) -> Any:
        return cls(**data)

    whole = {"unknown": sentence("Unknown field."), "type": _NOT_A_TABLE}
    return type(
        f"{cls.__name__}Schema",
        (Schema,),
        {**made, "Meta": type("Meta", (), {"unknown": RAISE}), "error_messages": whole, "build": post_load(build)},
    )


@cache
def schema_of(cls: type, most: int = MOST_IN_A_LIST) -> Schema:
    """Returns the one schema instance for a domain dataclass: making one costs more than using it."""
    return schema_class(cls, most)()


@lru_cache(maxsize=512)
def _schema_for(cls: type, most: int, given: frozenset[str]) -> Schema:
    """Returns the schema of only the given fields, if those are enough and known: a missing field has its default in
    the dataclass too. Most commands fill in a third of their fields, and marshmallow goes through every one.
    """
    enough = {one.name for one in fields(cls) if one.default is MISSING and one.default_factory is MISSING}
    known = {one.name for one in fields(cls)}
    return schema_class(cls, most)(only=given) if enough <= given <= known else schema_of(cls, most)


def load(cls: type[T], data: Any, most: int = MOST_IN_A_LIST) -> T:
    """Returns `data` as a `cls`. Raises marshmallow's ValidationError, field by field, if it is not one."""
    made: Any = cls
    schema = _schema_for(made, most, frozenset(data)) if isinstance(data, dict) else schema_of(made, most)
    loaded: T = schema.load(data)
    return loaded
