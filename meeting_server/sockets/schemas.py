"""The envelope around the data of a command on the wire."""

from dataclasses import dataclass
from typing import Any

from ..domain.kinds import Id, Name


@dataclass(frozen=True, slots=True)
class Envelope:
    """A command on the wire. The browser makes `id` and repeats it until the command is answered."""

    id: Id
    name: Name
    data: dict[str, Any]
