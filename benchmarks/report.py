"""The figures as tables, as JSON, and in the document."""

from collections.abc import Iterable, Sequence
from typing import Any

from .scaling import SHARE

BEGIN, END = "<!-- figures -->", "<!-- /figures -->"
STORES = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "none": "none"}


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Returns a table in Markdown, with columns as wide as their content and figures to the right."""
    cells = [list(head), *([str(cell) for cell in row] for row in rows)]
    wide = [max(len(row[n]) for row in cells) for n in range(len(head))]
    lines = ["| " + " | ".join(_padded(row, wide)) + " |" for row in cells]
    rule = "|" + "|".join("-" * (w + 2) if n < 2 else "-" * (w + 1) + ":" for n, w in enumerate(wide)) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def _padded(row: Sequence[str], wide: Sequence[int]) -> list[str]:
    return [cell.ljust(w) if n < 2 else cell.rjust(w) for n, (cell, w) in enumerate(zip(row, wide, strict=True))]


def label(row: dict[str, Any]) -> str:
    """Returns a system's name in tables."""
    words = [row["system"], *([STORES[row["store"]]] if row["store"] != "none" else [])]
    return ", ".join([*words, *([f"{row['processes']} processes"] if row["processes"] > 1 else [])])


def table(rows: Iterable[dict[str, Any]]) -> str:
    """Returns the medians of every system in every case."""
    head = (
        "Case",
        "System",
        "Commands/s",
        "Deliveries/s",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "CPU us/delivery",
        "KB/connection",
    )
    return markdown(head, (
        (row["case"], label(row), f"{row['commands_per_s']:.0f}", f"{row['deliveries_per_s']:.0f}",
         f"{row['p50_ms']:.1f}", f"{row['p95_ms']:.1f}", f"{row['p99_ms']:.1f}", f"{row['cpu_us_per_delivery']:.1f}",
         f"{row['rss_kb_per_connection']:.0f}")
        for row in rows
    ))  # fmt: skip


def ratio_table(rows: Iterable[dict[str, Any]]) -> str:
    """Returns the ratios, beside their aims."""

    def cells(row: dict[str, Any]) -> tuple[str, ...]:
        aim = f"{'at most ' if row['lower_is_better'] else ''}{row['aim']:g}"
        return row["what"], row["case"], f"{row['ratio']:.2f}", aim, "yes" if row["met"] else "no"

    return markdown(("Ratio", "Case", "Measured", "Aim", "Met"), map(cells, rows))


def cost_table(rows: Iterable[dict[str, Any]]) -> str:
    def cells(row: dict[str, Any]) -> tuple[str, ...]:
        more = (f"{key.replace('_', ' ')} {value:g}" for key, value in row.items() if key not in {"cost", "ms"})
        return row["cost"], ", ".join(more), f"{row['ms']:.0f}"

    return markdown(("Cost", "Besides", "ms"), map(cells, rows))


def growth_table(rows: Iterable[dict[str, Any]]) -> str:
    """Returns what a command costs as meetings grow."""

    def cells(row: dict[str, Any]) -> tuple[str, ...]:
        figures = (f"{row['commands_per_s']:.0f}", f"{row['p50_ms']:.1f}", f"{row['cpu_us_per_delivery']:.1f}")
        return row["system"], "15", *figures

    return markdown(
        ("In the meeting, on the server", "People", "Commands/s", "p50 ms", "CPU us/delivery"), map(cells, rows)
    )


def whole(latest: dict[str, Any]) -> str:
    """Returns all tables of one go, as they are printed and as they stand in the document."""
    times = "Once" if latest["repetitions"] == 1 else f"Medians of {latest['repetitions']} repetitions by turns"
    parts = [f"Measured on {latest['date']}: {latest['machine']}. {times}, in {latest['minutes']} minutes."]
    if latest["runs"]:
        parts.append(table(latest["runs"]))
    if latest["scaling"]:
        parts.append(f"One process and two, each on {SHARE} of a processor:\n\n{table(latest['scaling'])}")
    if latest["ratios"]:
        parts.append(ratio_table(latest["ratios"]))
    if latest["costs"]:
        parts.append(cost_table(latest["costs"]))
    if latest["growth"]:
        parts.append(growth_table(latest["growth"]))
    parts += [f"Not measured, {name}: {why}." for name, why in latest["not_measured"].items()]
    return "\n\n".join(parts)


def with_figures(document: str, latest: dict[str, Any]) -> str:
    """Returns the document with this go's tables between its two marks."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{whole(latest)}\n{END}{after}"
