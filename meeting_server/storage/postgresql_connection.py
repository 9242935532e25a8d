"""A connection to PostgreSQL with timeouts for everything, and the end of a transaction in one round trip."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

import psycopg
import sqlalchemy as sa
from psycopg.pq import TransactionStatus

from .prepared_statement import as_ours

_REACH = {
    "connect_timeout": 2,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 8000,
}
"""In seconds and milliseconds: a machine that disappears without a word is noticed before anyone gives up waiting."""


class Impatient(psycopg.Connection[Any]):
    """A connection that closes after `seconds` without an answer. A server that hangs does not keep its own timeouts,
    while its machine still acknowledges every byte.
    """

    seconds: float | None = None

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        """Waits for an answer, as every call does. Raises OperationalError if there is none in time."""
        try:
            return super().wait(gen, interval, timeout or self.seconds)
        except psycopg.errors.PipelineAborted:
            raise
        except psycopg.OperationalError as error:
            if error.sqlstate is None:
                # Not an error from the server. psycopg leaves the connection open, with an answer on its way that no
                # call waits for.
                self.pgconn.finish()
            raise


@contextmanager
def last_of_all(connection: sa.Connection) -> "Iterator[psycopg.Connection[Any]]":
    """Sends what runs in this block as the end of the transaction, or as all of it. It travels with COMMIT, and with
    BEGIN if nothing was sent before. Only the last answer is waited for.
    """
    raw: psycopg.Connection[Any] = connection.connection.driver_connection  # type: ignore[assignment]
    alone = raw.info.transaction_status == TransactionStatus.IDLE
    if alone:
        # psycopg waits for the answer to a BEGIN of its own, also in a pipeline.
        raw.autocommit = True
    end, failed = raw.cursor(), None
    try:
        with raw.pipeline():
            try:
                if alone:
                    raw.execute("BEGIN", prepare=True)
                yield raw
                end.execute("COMMIT", prepare=True)
            except Exception as error:  # noqa: BLE001 - raised below; a pipeline that ends with it writes to the log
                failed = error
        if failed is None and end.statusmessage != "COMMIT":
            failed = psycopg.InternalError("It was rolled back.")
    except psycopg.Error as error:
        failed = failed or error
    finally:
        if not raw.closed:
            raw.rollback()
            raw.autocommit = False
    if failed:
        raise as_ours(connection, failed) from None


def make_engine(
    address: Mapping[str, Any], settings: tuple[str, ...], seconds: float | None, size: int, **more: Any
) -> sa.Engine:
    """Returns an engine for an address, with these settings of the server. `seconds` is the timeout for one answer."""
    options = " ".join([address.get("options") or "", *(f"-c {one}" for one in settings)])
    engine = sa.create_engine(
        "postgresql+psycopg://",
        pool_size=size,
        max_overflow=0,
        hide_parameters=True,
        connect_args={**_REACH, **address, "options": options},
        **more,
    )
    sa.event.listen(engine, "do_connect", partial(_connect, seconds))
    return engine


def _connect(seconds: float | None, dialect: Any, record: Any, words: Any, named: Any) -> Impatient:
    found = Impatient.connect(*words, **named)
    found.seconds = seconds
    return found
