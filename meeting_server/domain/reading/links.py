"""Where one part of a record speaks of a point that stands elsewhere in it."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Link:
    """Another point, such as the danger a goal answers; `ref` is that point's own. `text` is empty where that was taken
    back or put aside, is not in this child's part, was not brought forward to this meeting, or was not kept by the
    release that brought it."""

    label: str
    text: str
    missing: Literal["", "taken_back", "put_aside", "elsewhere", "not_here", "not_kept"]
    lang: str = ""
    ref: int = -1
