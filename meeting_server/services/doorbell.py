"""The doorbell between servers that share a database: "meeting X has reached position n", sent through Redis.

It carries no one's words, nothing waits for it, and any other message on it is ignored (T23). A server also hears its
own bell: that is how it knows that it is not deaf.
"""

import logging
import queue
import re
import threading
import time
from collections.abc import Callable, Mapping
from itertools import count
from secrets import token_hex

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from ..logs import OurWord, kind_of

log = logging.getLogger(__name__)
CHANNEL = "common-ground"
RING_SECONDS = 0.3
PING_SECONDS = 5.0
DEAF_SECONDS = 11.0
IN_A_ROW, REST_SECONDS = 20, 0.01
"""At most two thousand messages a second are read. A flood of messages holds up nothing, and servers look for the rest.
"""
_RUNG = re.compile(rb"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([0-9]{1,15})")
_SIGNED_OUT = b"signed-out"


class Doorbell:
    """Rings and listens in threads of its own. `heard` gets positions by meeting. `signed_out` is called when a staff
    session ended on some server.
    """

    def __init__(self, url: str, heard: Callable[[Mapping[str, int]], None], signed_out: Callable[[], None]) -> None:
        self._heard = heard
        self._signed_out = signed_out
        # Without a timeout a Redis that hangs would hold up the ringing. Without `retry` a dead one would be tried four
        # times.
        self._ringer = redis.Redis.from_url(
            url, socket_timeout=RING_SECONDS, socket_connect_timeout=RING_SECONDS, retry=Retry(NoBackoff(), 0)
        )
        self._listener = redis.Redis.from_url(
            url, socket_timeout=None, socket_connect_timeout=RING_SECONDS, retry=Retry(NoBackoff(), 0)
        )
        self._name = token_hex(8).encode()
        self._heard_myself = float("-inf")
        self._to_ring: queue.Queue[dict[str, int] | bytes] = queue.Queue()
        self._stopped = self._silent = False

    def start(self) -> None:
        threading.Thread(target=self._ring_on, name="doorbell", daemon=True).start()
        threading.Thread(target=self._listen_on, name="doorbell-heard", daemon=True).start()

    def stop(self) -> None:
        self._stopped = True
        self._to_ring.put(b"")

    def ring(self, positions: Mapping[str, int]) -> None:
        """Tells how far these meetings have come. Returns at once."""
        self._to_ring.put(dict(positions))

    def ring_signed_out(self) -> None:
        """Tells that a staff session has ended. Returns at once."""
        self._to_ring.put(_SIGNED_OUT)

    @property
    def is_heard(self) -> bool:
        """True if this server hears the bell: its own ring came back within the last eleven seconds."""
        return time.monotonic() - self._heard_myself < DEAF_SECONDS

    def _ring_on(self) -> None:
        pinged = float("-inf")
        while not self._stopped:
            words = self._waiting()
            if time.monotonic() - pinged >= PING_SECONDS:
                pinged = time.monotonic()
                words.append(b"here " + self._name)
            if words:
                self._publish(words)

    def _waiting(self) -> list[bytes]:
        """Returns everything that waits to be rung, with only the furthest position of each meeting. After a second it
        returns nothing.
        """
        found: list[dict[str, int] | bytes] = []
        try:
            found.append(self._to_ring.get(timeout=1))
            while True:
                found.append(self._to_ring.get_nowait())
        except queue.Empty:
            pass
        positions = {meeting: at for one in found if isinstance(one, dict) for meeting, at in one.items()}
        words = {one for one in found if isinstance(one, bytes) and one}
        return [*words, *(f"{meeting} {at}".encode() for meeting, at in positions.items())]

    def _publish(self, words: list[bytes]) -> None:
        try:
            with self._ringer.pipeline(transaction=False) as pipe:
                for one in words:
                    pipe.publish(CHANNEL, one)
                pipe.execute()
        except (redis.RedisError, OSError):
            # Every server looks once a second anyway.
            self._ringer.connection_pool.disconnect()

    def _listen_on(self) -> None:
        while not self._stopped:
            try:
                self._listen()
            except (redis.RedisError, OSError) as error:
                self._fell_silent(kind_of(error))
            time.sleep(1)

    def _fell_silent(self, why: OurWord) -> None:
        """Logs it once for each time that the bell falls silent."""
        if not self._silent:
            log.warning("The doorbell is silent, servers look once a second: %(error)s", {"error": why})
        self._silent = True

    def _listen(self) -> None:
        """Listens until the connection breaks, or until its own rings have not come back for too long: then the
        connection may be alive but not subscribed.
        """
        began = time.monotonic()
        with self._listener.pubsub(ignore_subscribe_messages=True) as line:  # type: ignore[no-untyped-call]
            line.subscribe(CHANNEL)
            for turn in count(1):
                if self._stopped:
                    return
                message = line.get_message(timeout=1)
                if message and isinstance(message["data"], bytes):
                    self._take(message["data"])
                if turn % IN_A_ROW == 0:
                    time.sleep(REST_SECONDS)
                if time.monotonic() - max(began, self._heard_myself) > DEAF_SECONDS:
                    self._fell_silent(OurWord("nothing heard"))
                    return

    def _take(self, word: bytes) -> None:
        rung = _RUNG.fullmatch(word)
        if rung:
            self._heard({rung[1].decode(): int(rung[2])})
        elif word == _SIGNED_OUT:
            self._signed_out()
        elif word == b"here " + self._name:
            self._heard_myself = time.monotonic()
            if self._silent:
                log.warning("The doorbell is heard again.")
            self._silent = False


def ring_once(url: str) -> None:
    """Rings that a staff session is over, for a command of the command line that ends in a moment. Without Redis the
    servers look for themselves.
    """
    ringer = redis.Redis.from_url(
        url, socket_timeout=RING_SECONDS, socket_connect_timeout=RING_SECONDS, retry=Retry(NoBackoff(), 0)
    )
    try:
        ringer.publish(CHANNEL, _SIGNED_OUT)
    except (redis.RedisError, OSError):
        return
    finally:
        ringer.close()
