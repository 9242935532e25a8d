"""The messages of each server."""

import json

from .cases import Case
from .gathering import COLUMN, TEXT
from .generator import Language, Somebody

_ADD = {"id": "%C", "name": "add_item", "data": {"item": "%I", "column": COLUMN, "text": TEXT}}

BOARD = Language(json.dumps(["command", _ADD]), '42["patch",', '42["snapshot",')
"""The board's own wire (docs/protocol.md)."""

ROOMS = Language(
    json.dumps(["command", {**_ADD, "room": "%M"}]), '42["patch",', "430[", join='420["join",{"room":"%M"}]'
)
"""The same command with the room in it, for servers that know no people: the bare stack and the minimal Node server."""


def relay(size: int) -> Language:
    """Returns excalidraw-room's messages. It hands on what it gets to all but the sender, and answers nothing. `size`
    is a packet's.
    """
    frame = len('42["client-broadcast","00000000-0000-0000-0000-000000000000","iv"]')
    command = json.dumps(["server-broadcast", "%M", "%I" + "x" * (size - frame), "iv"])
    return Language(
        command,
        '42["client-broadcast",',
        '42["room-user-change",',
        join='42["join-room","%M"]',
        sender_hears=False,
        answers=False,
    )


def post() -> Language:
    """Returns Retrospected's messages: a post under the sender's id, told to all others. Its acknowledgement is an
    event.

    If people join a board at once, some are left without it. So they join one after the other.
    """
    point = {"id": "%I", "content": TEXT, "column": 0, "rank": "0|hzzzzz:", "action": "", "giphy": None, "group": None,
             "votes": []}  # fmt: skip
    command = ["retrospected/posts/add/success", {"sessionId": "%M", "payload": point, "ack": "%C"}]
    join = ["retrospected/session/join", {"sessionId": "%M", "payload": {}, "ack": "%C"}]
    return Language(
        json.dumps(command), '42["retrospected/posts/receive/add",', '42["retrospected/posts/receive-all",',
        join="42" + json.dumps(join), sender_hears=False, answers=False, joins=1,
    )  # fmt: skip


def everybody(case: Case, port: int) -> list[Somebody]:
    """Returns the people of a case, for a server that does not ask who they are."""
    return [Somebody(port, meeting, f"m{meeting}") for meeting in range(case.meetings) for _ in range(case.people)]
