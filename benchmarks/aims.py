"""The aims of the board, as ratios, because one machine's figures say little beside another's."""

from .results import Aim
from .scaling import CASE, SHARE

_SPEED = "commands_per_s"


def _speed(other: str, says: str, by_case: dict[str, float], least: dict[str, float] | None = None) -> list[Aim]:
    return [
        Aim(f"commands a second, board / {says}", case, _SPEED, "board", other, aim, (least or {}).get(case))
        for case, aim in by_case.items()
    ]


AIMS = (
    *_speed("bare", "bare", {"1x15": 2, "50x15": 2, "1x200": 3}, {"1x15": 1, "50x15": 1, "1x200": 1.5}),
    *_speed("retrospected", "Retrospected", {"1x15": 15, "50x15": 6, "1x200": 3}),
    *_speed("node-pg", "minimal Node with PostgreSQL", {"1x15": 1.0, "50x15": 0.6, "1x200": 2.0}),
    *_speed("excalidraw-room", "excalidraw-room", {"1x15": 1.0, "50x15": 0.6, "1x200": 2.0}),
    Aim(
        "p50 at 50 commands a second, board / Retrospected", "1x15", "p50_ms", "board", "retrospected", 0.25, None, True
    ),
    *(
        Aim("commands a second, PostgreSQL / SQLite", case, _SPEED, "board-pg", "board", 0.8)
        for case in ("1x15", "50x15", "1x200")
    ),
    Aim(
        f"commands a second, two processes / one, each on {SHARE} of a processor",
        CASE.name,
        _SPEED,
        "held-2",
        "held-1",
        1.8,
    ),
    *(
        Aim("memory for each connection, board / bare", case, "rss_kb_per_connection", "board", "bare", 1.3, None, True)
        for case in ("1x200", "50x15", "100x15")
    ),
)
