"""`/metrics` for Prometheus: what the process has counted, and its state now. It names no person and no meeting.

It answers only a request with `METRICS_TOKEN`: how much is said, and when, is not for the public. Without the token,
and while none is set, the page is not there.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hmac import compare_digest
from itertools import accumulate
from typing import Any

from flask import Blueprint, Response, abort, current_app, request
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4, CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from ..services.counters import Counters, Histogram
from .access import open_to, site

metrics = Blueprint("metrics", __name__)


@dataclass(frozen=True, slots=True)
class Gauge:
    """A value that is read on request: its name, what it means, and how to read it.

    `read` returns a number, None while there is none, or, with a `label`, a number for each of its values.
    """

    name: str
    says: str
    read: Callable[[], float | Mapping[str, float] | None]
    label: str = ""


@metrics.get("/metrics")
@open_to("watcher")
def read() -> Any:
    """Returns everything measured, as Prometheus reads it."""
    token = site().settings.metrics_token
    brought = request.headers.get("Authorization", "").encode("utf-8", "replace")
    if not token or not compare_digest(brought, f"Bearer {token}".encode()):
        abort(404)
    return Response(generate_latest(current_app.extensions["metrics"]), content_type=CONTENT_TYPE_PLAIN_0_0_4)


def registry_of(measures: Counters, gauges: Iterable[Gauge]) -> CollectorRegistry:
    """Returns what the page reads from: our counts, our gauges, and the process itself (memory, processor time, open
    files).

    It is not the library's own registry, to which any imported package may add.
    """
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Board(measures, tuple(gauges)))
    ProcessCollector(registry=registry)
    return registry


class _Board(Collector):
    """Reads the counts when a request comes."""

    def __init__(self, measures: Counters, gauges: tuple[Gauge, ...]) -> None:
        self._measures = measures
        self._gauges = gauges

    def describe(self) -> list[Metric]:
        """Returns nothing beforehand: to say what there is, it would have to be read."""
        return []

    def collect(self) -> Iterable[Metric]:
        yield from self._counts()
        yield from self._spreads()
        for gauge in self._gauges:
            yield _gauge(gauge)

    def _counts(self) -> Iterable[Metric]:
        found = self._measures
        yield _counter("board_commands", "Commands over lines, by answer: ok or why not", found.answers, "outcome")
        yield _counter("board_commit_failures", "Transactions that could not be saved", found.commit_failures)
        yield _counter("board_events", "Events appended to the log", found.events)
        yield _counter("board_patches", "Patches sent, each counted once for its whole audience", found.patches)
        yield _counter("board_resyncs", "Times a browser asked for the whole board again", found.resyncs)
        yield _counter("board_malformed_packets", "Packets that no page of ours sends", found.malformed)
        yield _counter("board_lines_cut", "Lines that the server ended, by cause", found.cuts, "cause")
        yield _counter("board_document_failures", "Documents not made, by kind", found.document_failures, "kind")

    def _spreads(self) -> Iterable[Metric]:
        found = self._measures
        yield _histogram("board_command_seconds", "From a command's arrival to its answer", found.answer_seconds)
        yield _histogram("board_commit_seconds", "One transaction: rules, writing and the disk", found.commit_seconds)
        yield _histogram("board_commit_commands", "Commands in one transaction", found.commit_commands)
        yield _histogram("board_lag_seconds", "How long a second's sleep overslept", found.lag_seconds)
        yield _histograms("board_document_seconds", "Making a document", found.document_seconds, "kind")


def _counter(name: str, says: str, value: float | Mapping[str, float], label: str = "") -> Metric:
    made = CounterMetricFamily(name, says, labels=[label] if label else [])
    for labels, number in _labelled(value):
        made.add_metric(labels, number)
    return made


def _gauge(gauge: Gauge) -> Metric:
    made = GaugeMetricFamily(gauge.name, gauge.says, labels=[gauge.label] if gauge.label else [])
    found = gauge.read()
    for labels, number in [] if found is None else _labelled(found):
        made.add_metric(labels, number)
    return made


def _labelled(value: float | Mapping[str, float]) -> list[tuple[list[str], float]]:
    # A copy, because other work may add a value meanwhile.
    return [([key], one) for key, one in sorted(dict(value).items())] if isinstance(value, Mapping) else [([], value)]


def _histogram(name: str, says: str, spread: Histogram) -> Metric:
    return HistogramMetricFamily(name, says, buckets=_buckets(spread), sum_value=spread.total)


def _histograms(name: str, says: str, spreads: Mapping[str, Histogram], label: str) -> Metric:
    made = HistogramMetricFamily(name, says, labels=[label])
    for key, spread in sorted(dict(spreads).items()):
        made.add_metric([key], buckets=_buckets(spread), sum_value=spread.total)
    return made


def _buckets(spread: Histogram) -> list[tuple[str, float]]:
    bounds = [*map(str, spread.bounds), "+Inf"]
    return list(zip(bounds, accumulate(spread.counts), strict=True))
