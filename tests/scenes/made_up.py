"""Made-up instances of the domain's dataclasses, for property tests: whatever their type hints and Kinds admit."""

import unicodedata
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from meeting_server.domain.kinds import IDS, Kind

FEW_IDS = tuple(f"00000000-0000-4000-8000-00000000000{n}" for n in range(4))
"""So few that made-up events meet each other's things."""

LETTERS = "aZ9 '\"<&>\\/\n\té£—🙂عд\u0301"
BY_NAME = {
    **dict.fromkeys(IDS, st.sampled_from(FEW_IDS)),
    "Key": st.from_regex(r"[a-z0-9][a-z0-9_-]{0,7}", fullmatch=True),
    "ThingId": st.from_regex(r"[a-z0-9_-]{1,8}(:[a-z0-9_-]{1,8}){0,2}", fullmatch=True),
    "Date": st.dates().map(lambda day: day.isoformat()),
}


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def _texts(kind: Kind) -> st.SearchStrategy[str]:
    letters = LETTERS.replace("\n", "").replace("\t", "") if kind.one_line else LETTERS
    texts = st.text(letters, min_size=kind.least, max_size=12).map(_clean)
    return texts.filter(lambda text: len(text) >= kind.least)


def _annotated(args: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    kind = next((one for one in args[1:] if isinstance(one, Kind)), None)
    if kind is None:
        return of(args[0])
    if args[0] is int:
        return st.integers(kind.least, kind.most)
    return BY_NAME[kind.name] if kind.name in BY_NAME else _texts(kind)


def of(hint: Any) -> st.SearchStrategy[Any]:
    """Whatever this type hint admits; for a dataclass, whole instances of it."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(args)
    if origin in (Union, UnionType):
        return st.one_of([of(one) for one in args])
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple:
        return st.lists(of(args[0]), max_size=3).map(tuple)
    if is_dataclass(hint):
        hints = get_type_hints(hint, include_extras=True)
        return st.builds(hint, **{one.name: of(hints[one.name]) for one in fields(hint)})
    return {
        bool: st.booleans(),
        int: st.integers(-(2**53), 2**53),
        str: _texts(Kind("Text", "text")),
        NoneType: st.none(),
    }[hint]
