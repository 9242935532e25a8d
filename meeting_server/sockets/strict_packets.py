"""Admits what a browser may say on the wire, and nothing else.

The libraries underneath are generous. They pass NaN and half surrogate pairs to handlers. They run the *connect*
handler for an ordinary event named `connect`. They wait for ever for binary parts that never come. Here a text is read
once, strictly, into a `Reading`. Anything that is not a `Reading` never reaches them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

from socketio.packet import ACK, CONNECT, DISCONNECT, EVENT, Packet

MAX_TEXT_BYTES = 32 * 1024
MAX_DEPTH = 6
MAX_INTEGER = 2**53
MAX_ACK_ID = 2**31
MAX_PACKETS_IN_ONE_POST = 16
EVENT_NAMES = frozenset({"command", "presence", "resync", "ring"})

# Also matches an unfinished string, so that matching never starts again inside one. Without the last "?", a packet of
# nothing but \" would cost the square of its length.
_STRING = re.compile(r'"(?:[^"\\]+|\\.)*"?', re.DOTALL)
# Half of a surrogate pair, and every character that no XML document (so no Word file) can hold. \n and \t are allowed.
_UNPRINTABLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")
_EVENT = re.compile(r"([0-9]{1,10})?(?=\[)", re.ASCII)
_ANSWER = re.compile(r"([0-9]{1,10})(?=\[)", re.ASCII)
# The frames that the engine below accepts from a browser: close, upgrade probe, pong, message, upgrade.
_FRAME_KINDS = frozenset("1345")


class NotStrictJson(ValueError):
    """The text is not the JSON we accept. `code` says why in one word, and never quotes the text."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Malformed(dict[str, str]):
    """Stands where an event's object should be. The handler answers `malformed` and runs no rule.

    It is a type of its own, so that no text from a browser can pass for it.
    """

    def __init__(self, code: str) -> None:
        super().__init__(malformed=code)

    @property
    def code(self) -> str:
        return self["malformed"]


def _refuse_float(_: str) -> NoReturn:
    raise NotStrictJson("not_a_whole_number")


def _whole_number(digits: str) -> int:
    if len(digits) > 17 or abs(value := int(digits)) > MAX_INTEGER:
        raise NotStrictJson("number_too_large")
    return value


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotStrictJson("duplicate_keys")
    return found


_decoder = json.JSONDecoder(
    parse_float=_refuse_float,
    parse_constant=_refuse_float,
    parse_int=_whole_number,
    object_pairs_hook=_without_twins,
)
_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _is_too_deep(text: str) -> bool:
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return False
    depth = 0
    for mark in _STRING.sub("", text):
        if mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return True
        elif mark in "]}":
            depth -= 1
    return False


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


class StrictJson:
    """The `json=` of the socket server: `dumps` is compact, `loads` is strict."""

    @staticmethod
    def dumps(value: object, **_: object) -> str:
        """Returns one line of JSON with letters as they are. Refuses NaN and infinities with `ValueError`."""
        return _encoder.encode(value)

    @staticmethod
    def loads(text: str, **_: object) -> Any:
        """Reads `text`, or raises `NotStrictJson`.

        Refused are: more than 32 KB of UTF-8, more than six levels, fractions and exponents, NaN, whole numbers beyond
        2**53 (a browser would round them), a key twice in one object, control characters except newline and tab, and
        half surrogate pairs.
        """
        if len(text) > MAX_TEXT_BYTES or (
            not text.isascii() and len(text.encode("utf-8", "surrogatepass")) > MAX_TEXT_BYTES
        ):
            raise NotStrictJson("too_large")
        if _is_too_deep(text):
            raise NotStrictJson("too_deep")
        try:
            value = _decoder.decode(text)
        except NotStrictJson:
            raise
        except ValueError as error:
            # The parser's own message quotes nothing but positions, but its exception holds the whole text.
            code = "control_characters" if "control character" in str(error) else "not_json"
            raise NotStrictJson(code) from None
        # Without an escape, the text itself contains every string as it is.
        if any(_UNPRINTABLE.search(found) for found in (_texts(value) if "\\" in text else (text,))):
            raise NotStrictJson("control_characters")
        return value


@dataclass(frozen=True, slots=True)
class Reading:
    """One packet as we understood it.

    `fault` is a word for what was wrong; it counts as a strike. `dropped` means that no handler gets the packet. An
    event with a fault is not dropped if it can be answered: it becomes a `command` that carries `Malformed`.
    """

    kind: int
    data: Any = None
    ack_id: int | None = None
    fault: str | None = None
    dropped: bool = False


def _dropped(fault: str) -> Reading:
    return Reading(ACK, data=[], fault=fault, dropped=True)


def _refused(fault: str, ack_id: int | None) -> Reading:
    if ack_id is None:
        return _dropped(fault)
    return Reading(EVENT, data=["command", Malformed(fault)], ack_id=ack_id, fault=fault)


def _ack_id(digits: str | None) -> int | None:
    return int(digits) if digits is not None else None


def _read_event(rest: str) -> Reading:
    head = _EVENT.match(rest)
    if head is None:
        return _dropped("not_an_event")
    ack_id = _ack_id(head[1])
    if ack_id is not None and ack_id >= MAX_ACK_ID:
        return _dropped("ack_id")
    try:
        data = StrictJson.loads(rest[head.end() :])
    except NotStrictJson as error:
        return _refused(error.code, ack_id)
    match data:
        case [str(name), dict()] if name in EVENT_NAMES:
            return Reading(EVENT, data=data, ack_id=ack_id)
        case [str(name), *_] if name not in EVENT_NAMES:
            return _refused("unknown_event", ack_id)
    return _refused("not_one_object", ack_id)


def _read_answer(rest: str) -> Reading:
    head = _ANSWER.match(rest)
    # The library keeps its own counter under number 0, and would call it like a waiting callback.
    if head is None or not 0 < int(head[1]) < MAX_ACK_ID:
        return _dropped("ack_id")
    try:
        return Reading(ACK, data=StrictJson.loads(rest[head.end() :]), ack_id=int(head[1]))
    except NotStrictJson as error:
        return _dropped(error.code)


def _read_connect(_: str) -> Reading:
    return Reading(CONNECT)


def _read_disconnect(rest: str) -> Reading:
    return Reading(DISCONNECT) if not rest else _dropped("packet_type")


_READERS: dict[str, Callable[[str], Reading]] = {
    "0": _read_connect,
    "1": _read_disconnect,
    "2": _read_event,
    "3": _read_answer,
}


def read_packet(raw: object) -> Reading:
    """Reads what the engine handed up. Anything but text (bytes, a parsed value) is refused.

    Only connect, disconnect, event and answer pass, as text, in the default namespace. The data that a browser sends
    with connect is dropped: its session says who it is, never its own claim.
    """
    if not isinstance(raw, str):
        return _dropped("not_text")
    kind, rest = raw[:1], raw[1:]
    if rest.startswith("/"):
        return _dropped("namespace")
    read = _READERS.get(kind)
    return read(rest) if read is not None else _dropped("packet_type")


def is_sound_frame(frame: object) -> bool:
    """True for a frame that a browser's engine sends: text of a known kind.

    Any other frame would end in a traceback.
    """
    return isinstance(frame, str) and (frame[:1] in _FRAME_KINDS or frame == "2probe")


def is_sound_polling_body(body: bytes) -> bool:
    """True if the body of a polling POST holds 1 to 16 sound frames in UTF-8."""
    try:
        frames = body.decode("utf-8").split("\x1e")
    except UnicodeDecodeError:
        return False
    return len(frames) <= MAX_PACKETS_IN_ONE_POST and all(is_sound_frame(frame) for frame in frames)


class StrictPacket(Packet):  # type: ignore[misc]
    """The `serializer=` of the socket server. It reads strictly and writes text only.

    The door has read a packet already and hands over a `Reading`, which is taken as it is. A text is read here, so that
    the class is safe without a door too. What should be dropped then becomes an answer for which no callback waits.
    """

    uses_binary_events = False
    json = StrictJson

    def decode(self, encoded_packet: str | Reading) -> int:
        """Takes the packet in. Always returns 0: our packets have no binary parts to wait for."""
        reading = encoded_packet if isinstance(encoded_packet, Reading) else read_packet(encoded_packet)
        self.packet_type = reading.kind
        self.namespace = None
        self.id = reading.ack_id
        self.data = reading.data
        return 0
