"""A slow line in front of a server: every byte waits for its turn, and every way takes its time."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PIECE = 1400
"""As large as what travels in one packet, so that connections share the line as they do outside."""


AT_ONCE = 0.001
"""In so many seconds a piece is read that lay ready."""


class _Way:
    """One direction of the line, shared by all connections."""

    def __init__(self, bytes_per_second: float, seconds: float) -> None:
        self._rate, self._seconds, self._free = bytes_per_second, seconds, 0.0

    async def carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        """All that comes, until it ends."""
        on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        giving = asyncio.ensure_future(self._give(on_the_way, target))
        sent = time.monotonic()
        with suppress(OSError):
            while True:
                asked = time.monotonic()
                piece = await source.read(PIECE)
                if not piece:
                    break
                came = time.monotonic()
                # What lay ready follows at once: that this loop woke late is no pause of the line.
                since = sent if came - asked < AT_ONCE else came
                self._free = max(self._free, since) + len(piece) / self._rate
                sent = self._free
                on_the_way.put_nowait((sent + self._seconds, piece))
                await _until(sent)
        on_the_way.put_nowait((time.monotonic() + self._seconds, b""))
        await giving

    async def _give(self, on_the_way: "asyncio.Queue[tuple[float, bytes]]", target: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while True:
                due, piece = await on_the_way.get()
                await _until(due)
                if not piece:
                    break
                target.write(piece)
                await target.drain()
        target.close()


async def _until(due: float) -> None:
    await asyncio.sleep(max(0.0, due - time.monotonic()))


@contextmanager
def slow_line(port: int, to_port: int, *, kilobits: float, round_trip: float) -> Iterator[None]:
    """While this lasts, whoever comes to `port` is at `to_port`, over a line of so many kilobits a second each way."""
    ready, over = threading.Event(), asyncio.Event()
    writers: list[asyncio.StreamWriter] = []
    up, down = (_Way(kilobits * 1000 / 8, round_trip / 2) for _ in range(2))
    loops: list[asyncio.AbstractEventLoop] = []

    async def come(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        with suppress(OSError, asyncio.CancelledError):
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", to_port)
            writers.append(far_writer)
            await asyncio.sleep(round_trip)  # A connection is opened by a round trip of its own.
            await asyncio.gather(up.carry(reader, far_writer), down.carry(far_reader, writer))
        writer.close()

    async def stand() -> None:
        server = await asyncio.start_server(come, "127.0.0.1", port)
        loops.append(asyncio.get_running_loop())
        ready.set()
        await over.wait()
        server.close()
        for writer in writers:
            writer.transport.abort()
        await asyncio.sleep(0.1)

    thread = threading.Thread(target=lambda: asyncio.run(stand()), daemon=True)
    thread.start()
    ready.wait()
    try:
        yield
    finally:
        loops[0].call_soon_threadsafe(over.set)
        thread.join(timeout=5)
