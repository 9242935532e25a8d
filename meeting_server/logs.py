"""The log of a server: one line for each thing that happened, without a word that people wrote.

A line consists of a sentence from our own code and of details: numbers, and `OurWord`s. Nothing else is logged, by any
code. An error's own text quotes what was being saved, and a library's quotes packets, addresses and paths. So for other
code than ours the log keeps only the name of its logger and, if there was an error, where.
"""

import json
import logging
import os
import sys
import time
import traceback
from io import TextIOBase
from pathlib import Path
from types import TracebackType
from typing import IO, Any

DETAILS = frozenset({"at", "code", "count", "error", "ms"})
"""What a line may say besides its sentence."""
_OURS = tuple(str(Path(__file__).parents[1] / package) + os.sep for package in ("meeting_server", "facilitator_ui"))
_SECRET = "A library reported something; its words are not kept"  # noqa: S105 - a sentence, not a secret
log = logging.getLogger(__name__)


class OurWord(str):
    """A word that stands in our code or in a library's: a code, the name of a kind of error, a place in a file."""

    __slots__ = ()


def kind_of(error: BaseException) -> OurWord:
    """Returns what kind of error it is. Its own text may quote what people wrote."""
    return OurWord(type(error).__name__)


def whereabouts(error: BaseException) -> OurWord:
    """Returns the error's kind and the lines it came through, ours and the last two, without its text."""
    steps = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    told = [step for step in steps[:-2] if step[0].startswith(_OURS)][-12:] + steps[-2:]
    return OurWord(f"{kind_of(error)} at {' > '.join(f'{Path(file).name}:{line}' for file, line in told)}")


def line_of(record: logging.LogRecord) -> dict[str, Any]:
    """Returns what a record may say: time, level, process, where, event, and those of its details that are ours."""
    ours = record.pathname.startswith(_OURS)
    details = record.args if ours and isinstance(record.args, dict) else {}
    error = record.exc_info[1] if record.exc_info else None
    return {
        "time": f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(record.created))}.{int(record.msecs):03}Z",
        "level": record.levelname.lower(),
        "process": record.process,
        "where": record.name.removeprefix("meeting_server."),
        "event": str(record.msg).partition("%(")[0].rstrip(": ") if ours else _SECRET,
        **({"at": whereabouts(error)} if error else {}),
        **{
            name: value
            for name, value in details.items()
            if name in DETAILS and isinstance(value, OurWord | int | float)
        },
    }


class JsonLines(logging.Formatter):
    """Formats a record as one JSON object on a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Returns the line, without its end."""
        return json.dumps(line_of(record))


class TextLines(logging.Formatter):
    """Formats a record for a person at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """Returns the line, without its end."""
        line = line_of(record)
        details = " ".join(f"{name}={line[name]}" for name in sorted(DETAILS & line.keys()))
        return f"{line['time']} {line['level']} {line['where']}: {line['event']}{details and ': '}{details}"


def set_up(log_format: str, stream: IO[str]) -> None:
    """Sends all logging of this process to `stream`, as `json` or `text`. By default that is text to a terminal and
    JSON to anything else. Libraries are logged from warnings on.
    """
    handler = logging.StreamHandler(stream)
    as_text = log_format == "text" or (not log_format and stream.isatty())
    handler.setFormatter(TextLines() if as_text else JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for package in ("meeting_server", "facilitator_ui"):
        logging.getLogger(package).setLevel(logging.INFO)
    # A record that cannot be written would otherwise be printed with all its contents.
    logging.raiseExceptions = False
    logging.captureWarnings(True)


def take_standard_error() -> None:
    """Lets only the log write to standard error. eventlet and the standard library print whole tracebacks there if
    something fails that no code waits for. What they print is dropped, and where it failed is logged.
    """
    sys.stderr = _NoWords()
    sys.excepthook = _ended


def _ended(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    log.critical("The server has failed: %(at)s", {"at": whereabouts(error)})


class _NoWords(TextIOBase):
    """Replaces standard error for code that prints there."""

    def write(self, text: str, /) -> int:
        """Logs where the error was that is being printed, once for each."""
        error = sys.exc_info()[1]
        if error is not None and not getattr(error, "was_logged", False):
            error.was_logged = True  # type: ignore[attr-defined]
            log.error("Something failed that nobody waited for: %(at)s", {"at": whereabouts(error)})
        return len(text)
