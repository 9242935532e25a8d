"""The log: sentences of our own code with details that are ours, and no word of anybody, whoever logs it."""

import ast
import io
import json
import logging
import sys
import warnings
from pathlib import Path

import pytest

from meeting_server import logs
from meeting_server.logs import JsonLines, OurWord, TextLines, kind_of
from meeting_server.settings import SettingError, settings_from

CANARY = "log-canary"
ROOT = Path(__file__).parents[2]
OURS = str(ROOT / "meeting_server" / "services" / "writer.py")


def record(
    words="A commit failed: %(error)s", details=None, *, file=OURS, name="meeting_server.services.writer", error=None
):
    """A record as our writer would make it, or whoever else `file` and `name` say."""
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord(name, logging.ERROR, file, 1, words, (details,) if details else (), info)


def line(made):
    """The record as its JSON line has it."""
    return json.loads(JsonLines().format(made))


def fail():
    """Raises an error whose own text quotes what somebody wrote."""
    raise ValueError(CANARY)


def failed():
    """Such an error, as one that was caught."""
    try:
        fail()
    except ValueError as error:
        return error


@pytest.fixture
def log():
    """What a server's log holds, while this process logs as a server does."""
    root, kept = logging.getLogger(), (sys.stderr, sys.excepthook)
    before, level, raising = list(root.handlers), root.level, logging.raiseExceptions
    packages = [logging.getLogger(name) for name in ("meeting_server", "facilitator_ui")]
    found = io.StringIO()
    for one in before:
        root.removeHandler(one)
    logs.set_up("json", found)
    yield found
    logging.captureWarnings(False)
    logging.raiseExceptions = raising
    root.handlers[:] = before
    root.setLevel(level)
    for one in packages:
        one.setLevel(logging.NOTSET)
    sys.stderr, sys.excepthook = kept


def lines(log):
    """Every line of a log, read."""
    return [json.loads(one) for one in log.getvalue().splitlines()]


def test_a_line_says_when_where_and_what_with_details_of_our_own():
    said = line(record(details={"error": kind_of(failed()), "count": 3}))
    assert said.pop("time").endswith("Z")
    assert said.pop("process") > 0
    assert said == {
        "level": "error", "where": "services.writer", "event": "A commit failed", "error": "ValueError", "count": 3,
    }  # fmt: skip


def test_for_a_person_at_a_terminal_it_is_one_line_of_text():
    said = TextLines().format(record(details={"error": kind_of(failed()), "ms": 12}))
    assert said.endswith("Z error services.writer: A commit failed: error=ValueError ms=12")
    assert TextLines().format(record("Saving works again.")).endswith(" error services.writer: Saving works again.")


@pytest.mark.parametrize(
    "details",
    [{"error": CANARY}, {CANARY: OurWord("x")}, {"error": ValueError(CANARY)}, {"at": [OurWord(CANARY)]}, {"text": 1}],
)
def test_a_detail_that_is_not_marked_as_ours_or_not_known_is_left_out(details):
    for form in (JsonLines(), TextLines()):
        said = form.format(record(details=details))
        assert CANARY not in said
        assert "text" not in said
        assert "A commit failed" in said


def test_an_error_is_named_with_its_place_and_without_its_words():
    said = line(record("Something failed", error=failed()))
    assert said["at"].startswith("ValueError at test_logs.py:")
    assert CANARY not in json.dumps(said)


def test_of_a_library_neither_message_nor_details_come_out(log):
    library = logging.getLogger("sqlalchemy.pool")
    library.error("%s and " + CANARY, CANARY, extra={"at": CANARY})
    library.warning(CANARY, {"at": OurWord(CANARY)})
    try:
        fail()
    except ValueError:
        library.exception("broken by %s", CANARY)
    library.info(CANARY)
    assert CANARY not in log.getvalue()
    said = lines(log)
    assert [one["level"] for one in said] == ["error", "warning", "error"]
    assert {one["where"] for one in said} == {"sqlalchemy.pool"}
    assert "ValueError at test_logs.py:" in said[2]["at"]


def test_a_library_that_logs_under_our_name_is_still_a_library(log):
    # Flask's own logger bears the name of our app.
    logging.getLogger("meeting_server.app").error("Exception on /board/%s", CANARY)
    assert CANARY not in log.getvalue()
    assert len(lines(log)) == 1


def test_what_cannot_be_put_together_is_neither_printed_nor_raised(log, capsys):
    logging.getLogger("library").error("%d of %s", CANARY)  # noqa: PLE1206 - what is tested
    assert len(lines(log)) == 1
    log.close()
    logging.getLogger("library").error(CANARY)
    assert CANARY not in "".join(capsys.readouterr())


def test_a_warning_of_the_interpreter_is_a_line_without_its_words(log):
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn(CANARY, stacklevel=1)
    (said,) = lines(log)
    assert (said["where"], said["level"]) == ("py.warnings", "warning")
    assert CANARY not in log.getvalue()


def test_what_is_printed_to_standard_error_is_dropped_and_where_it_failed_is_logged_once(log):
    logs.take_standard_error()
    print(CANARY, file=sys.stderr)
    assert log.getvalue() == ""
    for _ in range(2):
        try:
            fail()
        except ValueError:
            sys.stderr.write(f"Traceback: {CANARY}")
            sys.stderr.write(CANARY)
    assert ["ValueError at test_logs.py:" in one["at"] for one in lines(log)] == [True, True]
    assert CANARY not in log.getvalue()


def test_an_end_that_nobody_foresaw_is_a_line_too(log):
    logs.take_standard_error()
    sys.excepthook(ValueError, failed(), None)
    (said,) = lines(log)
    assert (said["level"], said["event"]) == ("critical", "The server has failed")
    assert CANARY not in log.getvalue()


def test_unless_it_is_said_a_terminal_reads_text_and_everything_else_json(log):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    for form, stream, is_json in (("", Terminal(), False), ("", io.StringIO(), True), ("json", Terminal(), True),
                                  ("text", io.StringIO(), False)):  # fmt: skip
        logs.set_up(form, stream)
        logging.getLogger("library").error("x")
        assert stream.getvalue().startswith("{") == is_json
    assert settings_from({"LOG_FORMAT": "text"}).log_format == "text"
    with pytest.raises(SettingError, match="LOG_FORMAT must be json or text"):
        settings_from({"LOG_FORMAT": "xml"})


def logged():
    """Every call in the product that logs: the file, and the call."""
    levels = ("debug", "info", "warning", "error", "exception", "critical")
    for package in ("meeting_server", "facilitator_ui"):
        for file in sorted((ROOT / package).rglob("*.py")):
            for one in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute):
                    whose = ast.unparse(one.func.value)
                    if (whose in ("log", "self._log") and one.func.attr in levels) or one.func.attr == "tell":
                        yield f"{file.name}:{one.lineno}", one


def test_every_sentence_in_our_log_is_written_out_and_every_detail_has_a_known_name():
    found = 0
    for where, call in logged():
        if not call.args or ast.unparse(call.args[0]) == "words":
            continue
        found += 1
        assert isinstance(call.args[0], ast.Constant), where
        names = {keyword.arg for keyword in call.keywords}
        for details in call.args[1:]:
            assert isinstance(details, ast.Dict), f"{where}: give details as a dict, with kind_of(error) and the like"
            names |= {key.value for key in details.keys}
        assert names <= logs.DETAILS, where
        for name in names:
            assert f"%({name})s" in call.args[0].value, where
    assert found >= 10
