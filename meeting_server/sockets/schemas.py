"""What goes up the wire around a command's own data."""

from dataclasses import dataclass
from typing import Any

from ..domain.kinds import Id, Name


@dataclass(frozen=True, slots=True)
class Envelope:
    """A command on the wire: `id` made by the browser and repeated until answered, `name`, `data`."""

    id: Id
    name: Name
    data: dict[str, Any]
