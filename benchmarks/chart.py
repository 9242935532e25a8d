"""Draws the figures: one SVG of plain bars, which is readable on light and dark pages."""

from collections.abc import Sequence
from html import escape
from typing import Any, NamedTuple

from .report import label

WIDE = 860
_ROW, _HEAD, _GAP, _LEFT, _RIGHT = 22, 46, 18, 230, 90
OURS, OTHERS, PAPER, INK, FAINT = "#1d70b8", "#b1b4b6", "#ffffff", "#0b0c0c", "#505a5f"


class Bar(NamedTuple):
    """One bar: what it is, how long it is, and if it is the board's."""

    name: str
    value: float
    ours: bool


class Panel(NamedTuple):
    """Bars under one title, on a scale of their own that begins at nought."""

    title: str
    note: str
    bars: Sequence[Bar]


def panels(latest: dict[str, Any]) -> list[Panel]:
    """Returns what is drawn of one go: the most that each takes in three cases, how long one command takes, and how it
    grows.
    """
    found = []
    for case, people in (
        ("1x15", "one meeting of 15"),
        ("50x15", "50 meetings of 15"),
        ("1x200", "one meeting of 200"),
    ):
        found.append(_of(latest["runs"], case, "commands_per_s", f"Commands a second: {people}", "longer is better"))
    waits = "Milliseconds from sending to the last of 15 screens, at 50 a second"
    found.append(_of(latest["runs"], "1x15", "p50_ms", waits, "median; shorter is better"))
    growth = [Bar(row["system"], row["cpu_us_per_delivery"], True) for row in latest["growth"]]
    found.append(Panel("Microseconds of processor for each delivery, as meetings grow", "the same is best", growth))
    return [panel for panel in found if panel.bars]


def _of(rows: Sequence[dict[str, Any]], case: str, figure: str, title: str, note: str) -> Panel:
    bars = [Bar(label(row), row[figure], row["system"] == "board") for row in rows if row["case"] == case]
    return Panel(title, note, bars)


def svg(latest: dict[str, Any]) -> str:
    parts, top = [], _GAP
    for panel in panels(latest):
        parts += _drawn(panel, top)
        top += _HEAD + _ROW * len(panel.bars) + _GAP
    said = ". ".join(
        f"{panel.title}: " + ", ".join(f"{one.name} {_short(one.value)}" for one in panel.bars)
        for panel in panels(latest)
    )
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {top}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="14">'
    )
    paper = f'<rect width="{WIDE}" height="{top}" fill="{PAPER}"/>'
    return "\n".join(
        [head, f"<title>How fast the board is</title><desc>{escape(said)}</desc>", paper, *parts, "</svg>\n"]
    )


def _drawn(panel: Panel, top: int) -> list[str]:
    longest = max(bar.value for bar in panel.bars) or 1
    parts = [
        f'<text x="16" y="{top + 16}" font-weight="bold" fill="{INK}">{escape(panel.title)}</text>',
        f'<text x="{WIDE - 16}" y="{top + 16}" text-anchor="end" fill="{FAINT}">{escape(panel.note)}</text>',
    ]
    for number, bar in enumerate(panel.bars):
        y = top + _HEAD - 16 + number * _ROW
        wide = max(1.0, bar.value / longest * (WIDE - _LEFT - _RIGHT))
        parts += [
            f'<text x="{_LEFT - 10}" y="{y + 13}" text-anchor="end" fill="{INK}">{escape(bar.name)}</text>',
            f'<rect x="{_LEFT}" y="{y}" width="{wide:.1f}" height="{_ROW - 6}" fill="{OURS if bar.ours else OTHERS}"/>',
            f'<text x="{_LEFT + wide + 6:.1f}" y="{y + 13}" fill="{INK}">{_short(bar.value)}</text>',
        ]
    return parts


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"
