"""Every list whose rows send something is one that holds still (`board/kit/still_rows.js`), or says here why its rows stay.

Found in the browser's own code: wherever `.map(` draws rows, and a row, or any component in it, sends a command.
"""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ROOMS = (
    "facilitator_ui/static/chair",
    "facilitator_ui/static/minutes",
    "meeting_server/static/board",
    "meeting_server/static/join",
)
STAY = tomllib.loads((Path(__file__).parent / "rows_that_stay.toml").read_text("utf-8"))["stay"]
SENDS = re.compile(r"(?<![\w.])(?:ask|act|send|showToEveryone|undo|drop|resend)\(")
DRAWN = re.compile(r"\bh\((\w+)")
FUNCTION = re.compile(r"^(?:export )?(?:async )?function (\w+)\(", re.MULTILINE)


def functions() -> dict[str, tuple[str, str]]:
    """Every function of those rooms that stands for itself: its file, and its text."""
    found = {}
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.js")):
            text = file.read_text("utf-8")
            starts = list(FUNCTION.finditer(text))
            for at, start in enumerate(starts):
                end = starts[at + 1].start() if at + 1 < len(starts) else len(text)
                found[f"{file.name}:{start[1]}"] = (file.name, text[start.start() : end])
    return found


def drawn(all_: dict[str, tuple[str, str]], file: str, text: str) -> set[str]:
    """The components this draws: those of its own file, else any of that name that it can have imported."""
    found = set()
    for name in DRAWN.findall(text):
        own = f"{file}:{name}"
        found |= {own} if own in all_ else {key for key in all_ if key.endswith(f":{name}")}
    return found


def sending(all_: dict[str, tuple[str, str]]) -> set[str]:
    """The components that send a command when they are pressed, by themselves or by what they draw."""
    found = {key for key, (_, text) in all_.items() if SENDS.search(text)}
    while True:
        more = {key for key, (file, text) in all_.items() if key not in found and drawn(all_, file, text) & found}
        if not more:
            return found
        found |= more


def inside(text: str, opens: int) -> str:
    """What stands between the bracket at `opens` and its own end."""
    depth = 0
    for at in range(opens, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if not depth:
            return text[opens + 1 : at]
    return text[opens:]


def lists_of_presses() -> set[str]:
    """ "file.js:Function" of every list of rows that send something and do not hold still."""
    all_ = functions()
    send = sending(all_)
    found = set()
    for key, (file, text) in all_.items():
        for rows in re.finditer(r"\.map\(", text):
            row = inside(text, rows.end() - 1)
            presses = drawn(all_, file, row) & send or ("onClick" in row and SENDS.search(row))
            if presses and "h(StillRow" not in row:
                found.add(key)
    return found


def test_every_list_whose_rows_send_something_holds_still_or_says_why_its_rows_stay() -> None:
    assert lists_of_presses() == set(STAY), (
        "draw its rows with useStill and StillRow, or say in tests/unit/rows_that_stay.toml why they stay"
    )


def test_the_lists_of_the_door_and_the_desk_are_found_to_hold_still() -> None:
    still = {key for key, (_, text) in functions().items() if "h(StillRow" in text}
    assert {
        "waiting.js:AtTheDoor",
        "requests_desk.js:Requests",
        "childs_words_desk.js:HeldWords",
        "confirm_desk.js:Speaker",
    } <= still


def test_a_list_that_holds_still_has_a_name_of_its_own_on_its_element() -> None:
    texts = {key: text for key, (_, text) in functions().items()}
    named = [name for text in texts.values() for name in re.findall(r'useStill\(\s*"([\w-]+)"', text)]
    assert len(named) == len(set(named))
    for name in named:
        assert any(f'data-still="{name}"' in text for text in texts.values()), name
