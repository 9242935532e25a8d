"""The packet door, read side: what a text from the wire becomes."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from socketio.packet import ACK, CONNECT, DISCONNECT, EVENT

from meeting_server.sockets.strict_packets import (
    MAX_TEXT_BYTES,
    Malformed,
    NotStrictJson,
    StrictJson,
    StrictPacket,
    is_sound_frame,
    is_sound_polling_body,
    read_packet,
)

COMMAND = '27["command",{"id":"a","name":"add_item","data":{"text":"Pip\\nsmiles \\ud83d\\ude00"}}]'


def nested(levels: int) -> str:
    return "[" * levels + "]" * levels


def test_a_command_comes_through_whole():
    reading = read_packet(COMMAND)
    assert (reading.kind, reading.ack_id, reading.fault, reading.dropped) == (EVENT, 7, None, False)
    assert reading.data == [
        "command",
        {"id": "a", "name": "add_item", "data": {"text": "Pip\nsmiles \U0001f600"}},
    ]


def test_what_a_browser_claims_about_itself_on_connecting_is_dropped():
    reading = read_packet('0{"role":"chair","meeting":"another"}')
    assert (reading.kind, reading.data, reading.dropped) == (CONNECT, None, False)


def test_leaving_is_heard():
    assert read_packet("1").kind == DISCONNECT


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"a":1.5}', "not_a_whole_number"),
        ('{"a":1e3}', "not_a_whole_number"),
        ('{"a":1e999}', "not_a_whole_number"),
        ('{"a":NaN}', "not_a_whole_number"),
        ('{"a":-Infinity}', "not_a_whole_number"),
        ('{"a":9007199254740993}', "number_too_large"),
        ('{"a":' + "9" * 5000 + "}", "number_too_large"),
        ('{"a":1,"a":2}', "duplicate_keys"),
        ('{"a":{"b":1,"b":1}}', "duplicate_keys"),
        ('"\\ud800"', "control_characters"),
        ('{"\\udfff":1}', "control_characters"),
        ('"a\\u0000b"', "control_characters"),
        ('"a\\u001bb"', "control_characters"),
        ('"a\\rb"', "control_characters"),
        ('"a\\uffffb"', "control_characters"),
        ('"a\x00b"', "control_characters"),
        ('["x",["\\u0085"]]', "control_characters"),
        (nested(7), "too_deep"),
        (nested(5000), "too_deep"),
        ("[" * 20000, "too_deep"),
        ('"' + "a" * MAX_TEXT_BYTES + '"', "too_large"),
        ('"' + "é" * (MAX_TEXT_BYTES // 2) + '"', "too_large"),
        ("{", "not_json"),
        ("{'a':1}", "not_json"),
        ("1 2", "not_json"),
        ("", "not_json"),
    ],
)
def test_loose_json_is_refused_with_a_word(text, code):
    with pytest.raises(NotStrictJson) as refusal:
        StrictJson.loads(text)
    assert refusal.value.code == code
    assert refusal.value.__cause__ is None


@pytest.mark.parametrize(
    "text",
    [
        nested(6),
        '{"a":9007199254740992}',
        '{"a":-9007199254740992}',
        '"\\n\\t"',
        '"[[[[[[[[[[ {{{{{{{{{{"',
        '["[\\"[[[[[[[[", "\\\\"]',
        '"\\ud83d\\ude00"',
        '"' + "a" * (MAX_TEXT_BYTES - 2) + '"',
    ],
)
def test_what_people_may_send_is_read_as_any_parser_would(text):
    assert StrictJson.loads(text) == json.loads(text)


@pytest.mark.alone
def test_a_packet_of_backslashes_and_quotes_costs_no_more_than_its_length():
    hostile = '[[[[[[[["' + '\\"' * 16000
    began = time.perf_counter()
    with pytest.raises(NotStrictJson):
        StrictJson.loads(hostile)
    assert time.perf_counter() - began < 0.2


def test_what_we_say_is_compact_and_keeps_letters_as_they_are():
    assert StrictJson.dumps({"a": ["ą", 1]}, separators=(", ", ": ")) == '{"a":["ą",1]}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        StrictJson.dumps(float("nan"))


@pytest.mark.parametrize(
    ("packet", "fault"),
    [
        ('25["command",{"a":1.5}]', "not_a_whole_number"),
        ('25["command",{"a":"\\u0000"}]', "control_characters"),
        ('25["command",{"a":"' + "x" * MAX_TEXT_BYTES + '"}]', "too_large"),
        ('25["presence",{"a":' + nested(9) + "}]", "too_deep"),
        ('25["command",{]', "not_json"),
        ('25["connect",{"role":"chair"}]', "unknown_event"),
        ('25["disconnect"]', "unknown_event"),
        ('25["message","x"]', "unknown_event"),
        ('25["json",{},{}]', "unknown_event"),
        ('25["add_item",{}]', "unknown_event"),
        ('25["command"]', "not_one_object"),
        ('25["command",[]]', "not_one_object"),
        ('25["command",{},{}]', "not_one_object"),
        ("25[1,{}]", "not_one_object"),
        ("25[]", "not_one_object"),
    ],
)
def test_a_malformed_event_that_asks_for_an_answer_becomes_a_command_to_refuse(packet, fault):
    reading = read_packet(packet)
    assert (reading.kind, reading.ack_id, reading.fault, reading.dropped) == (EVENT, 5, fault, False)
    assert reading.data == ["command", {"malformed": fault}]
    assert isinstance(reading.data[1], Malformed)
    assert reading.data[1].code == fault


def test_a_browser_cannot_pretend_to_have_been_refused():
    assert not isinstance(read_packet('21["command",{"malformed":"x"}]').data[1], Malformed)


@pytest.mark.parametrize(
    "raw",
    [
        '2["command",{"a":1.5}]',
        '2["connect",{}]',
        '2["connect"]',
        '22147483648["command",{}]',
        '299999999999["command",{}]',
        '2²["command",{}]',
        '2{"command":1}',
        "2",
        "25",
        '2/chat,["command",{}]',
        "0/chat",
        "0/",
        "1/",
        "1x",
        "30[]",
        "3[]",
        "31",
        "31{}",
        "31[NaN]",
        "4",
        '4{"message":"no"}',
        '51-["command",{"_placeholder":true,"num":0}]',
        '599-["command",{}]',
        "61-1[]",
        "7",
        "x",
        "",
        "-1",
        b"\x00\x01",
        b"",
        None,
        7,
        {"a": 1},
        ["2"],
    ],
)
def test_everything_else_is_dropped_and_counted(raw):
    reading = read_packet(raw)
    assert reading.dropped
    assert reading.fault is not None


def test_an_answer_is_heard_but_never_under_the_number_where_the_library_keeps_its_counter():
    assert read_packet('31["ok"]').data == ["ok"]
    assert read_packet('30["ok"]').dropped


@pytest.mark.parametrize("raw", ['2["connect",{}]', "51-[]", "4", "x", '2["command",NaN]'])
def test_without_a_door_before_it_a_packet_to_drop_is_an_answer_nobody_waits_for(raw):
    packet = StrictPacket(encoded_packet=raw)
    assert (packet.packet_type, packet.id, packet.data, packet.attachment_count) == (ACK, None, [], 0)


def test_what_was_read_once_is_not_read_again():
    packet = StrictPacket(encoded_packet=read_packet(COMMAND))
    assert (packet.packet_type, packet.id, packet.data) == (EVENT, 7, read_packet(COMMAND).data)


def test_we_write_what_every_client_reads():
    assert StrictPacket(EVENT, data=["patch", {"n": 1}]).encode() == '2["patch",{"n":1}]'
    assert StrictPacket(ACK, data=[{"ok": True}], id=3).encode() == '33[{"ok":true}]'


@given(st.text(max_size=60) | st.binary(max_size=20))
@settings(max_examples=300, deadline=None)
def test_no_text_at_all_makes_the_reader_fail(raw):
    for packet in (raw, f"2{raw}", f'21["command",{raw}]', f'21["command",{{"text":"{raw}"}}]', f"3{raw}"):
        reading = read_packet(packet)
        assert reading.dropped or reading.kind in (CONNECT, DISCONNECT, EVENT, ACK)
        if reading.kind == EVENT:
            assert reading.data[0] in ("command", "presence", "resync", "ring")
            assert isinstance(reading.data[1], dict)


@pytest.mark.parametrize("frame", ["3", "40", '42["command",{}]', "5", "1", "2probe", "4"], ids=repr)
def test_the_engine_gets_the_frames_a_browser_sends(frame):
    assert is_sound_frame(frame)


@pytest.mark.parametrize("frame", ["", "bAAA=", "x", "²", "0{}", "2", "6", "7", "9", b"4", b"", None])
def test_frames_that_end_the_engine_in_a_traceback_are_kept_from_it(frame):
    assert not is_sound_frame(frame)


@pytest.mark.parametrize(
    ("body", "sound"),
    [
        (b"40", True),
        ('42["command",{"text":"é"}]\x1e3'.encode(), True),
        (b"\x1e".join([b"3"] * 16), True),
        (b"\x1e".join([b"3"] * 17), False),
        (b"", False),
        (b"40\x1e", False),
        (b"4\xff", False),
        (b"d=4", False),
    ],
)
def test_a_polling_body_is_sound_or_refused_whole(body, sound):
    assert is_sound_polling_body(body) is sound
