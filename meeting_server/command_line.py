"""The commands of `python -m meeting_server`, or `common-ground`, and what they say if they cannot be done."""

import argparse
import gc
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from . import logs
from .account_commands import add_commands
from .allocator import give_back_large_blocks
from .callers import allow_all_files, bounds_here
from .clock import clock
from .control.ask import is_served
from .control.carry_out import carry_out
from .control.door import ControlDoor
from .data_commands import Done, Wrong, backup, restore, verify_logs
from .domain.kinds import plain
from .domain.record.record import record_json
from .domain.record.workbook_sample import samples
from .domain.refused import Refused
from .http.demo_page import shows_demo
from .in_thread import InThread, at_once
from .listener import PortTaken, begin
from .logs import kind_of
from .services.demo import STATES, demo_meetings, demo_text
from .services.demo_team import whole_demo
from .services.export import audiences_from, stored_record
from .services.live_meeting import LiveMeetings
from .settings import Settings
from .storage.bank_holidays import bank_holidays_around
from .storage.database import Database, DataInUse, open_database, open_to_read
from .storage.language_help_files import load_language_help
from .storage.template_files import TemplateError, load_templates, template_text
from .storage.trouble import NoDatabase, no_database
from .storage.whole_file import NameTaken, whole_file
from .storage.workbook_files import NoWorkbookFile, workbook_file
from .version import version

if TYPE_CHECKING:
    from .app import Running

log = logging.getLogger(__name__)
COMMAND_SECONDS = 5.0


def run(arguments: Sequence[str], settings: Settings) -> int:
    """Runs one command. If it cannot be done, prints one clear sentence and returns 1."""
    options = _parser().parse_args(arguments)
    # Only the owner may read what is written.
    os.umask(0o077)
    command: Callable[[argparse.Namespace, Settings], Done] = options.command
    try:
        return command(options, settings)
    except (Wrong, DataInUse, NoDatabase, PortTaken, TemplateError) as error:
        print(error, file=sys.stderr)
        return 1
    except sa.exc.DBAPIError as error:
        # The database was opened and could be used until now.
        print(no_database(error, settings.data_dir), file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    about = "A shared board for child protection meetings. Settings are read from the environment: see settings.py."
    installed = Path(sys.argv[0]).name.startswith("common-ground")
    prog = "common-ground" if installed else "python -m meeting_server"
    parser = argparse.ArgumentParser(prog=prog, description=about)
    parser.add_argument("--version", action="version", version=f"Common Ground {version()}")
    commands = parser.add_subparsers(required=True, metavar="command")
    one = commands.add_parser("serve", help="serve the board")
    one.add_argument("--demo", choices=STATES, help="make the demo meetings first and print everyone's link")
    one.set_defaults(command=_serve)
    one = commands.add_parser("demo", help="make the demo meetings and print their links")
    one.add_argument("--state", choices=STATES, default="mid")
    one.add_argument("--json", action="store_true", help="print JSON instead of text")
    one.set_defaults(command=_demo)
    add_commands(commands)
    one = commands.add_parser("export", help="write a meeting's record")
    one.add_argument("meeting", help="the meeting's id")
    one.add_argument("--format", choices=("docx", "html", "pdf", "json"), default="docx")
    one.add_argument("--audiences", default="everyone", help="whose parts, with commas; everyone unless said")
    one.add_argument("--out", type=Path, help="the file to write; standard output unless said")
    one.set_defaults(command=_export)
    one = commands.add_parser("verify", help="check that nothing in a meeting's log was changed, or in any log")
    one.add_argument("meeting", nargs="?", help="the meeting's id")
    one.add_argument("--all", action="store_true", help="every meeting there is")
    one.set_defaults(command=verify_logs)
    one = commands.add_parser("backup", help="copy the whole database to a new file, beside a running server")
    one.add_argument("file", type=Path)
    one.set_defaults(command=backup)
    one = commands.add_parser("restore", help="put a backup into an empty DATA_DIR, and check every log in it")
    one.add_argument("file", type=Path)
    one.set_defaults(command=restore)
    one = commands.add_parser("templates", help="check the meeting templates")
    one.add_argument("--whole", metavar="KEY", help="print this one's file, with all it takes from another")
    one.set_defaults(command=_templates)
    one = commands.add_parser("workbooks", help="check the Word files of the workbooks")
    one.set_defaults(command=_workbooks)
    one = commands.add_parser("language-help", help="check the help with words")
    one.set_defaults(command=_language_help)
    return parser


def _open(settings: Settings, in_thread: InThread = at_once) -> Database:
    return open_database(settings.data_dir, settings.database_url, in_thread)


def _open_to_serve(settings: Settings, in_thread: InThread) -> Database:
    """Does the same as `_open`, but waits for a command that has the data: it is done in a moment."""
    until = time.monotonic() + COMMAND_SECONDS
    while True:
        try:
            return _open(settings, in_thread)
        except DataInUse:
            if time.monotonic() > until or is_served(settings.data_dir):
                raise
            time.sleep(0.1)


def _control(settings: Settings, running: "Running") -> Callable[[], None]:
    """Opens the control socket, and returns a function that ends it and the server. There is no socket on PostgreSQL,
    where commands write by themselves, or if it cannot be opened.
    """
    if settings.database_url:
        return running.stop
    try:
        door = ControlDoor(settings.data_dir, partial(carry_out, house=running.house), running.spawn)
    except OSError as error:
        log.error("There is no control socket: %(error)s", {"error": kind_of(error)})  # noqa: TRY400
        return running.stop
    running.spawn(door.serve)

    def stop() -> None:
        door.close()
        running.stop()

    return stop


def _folders(settings: Settings) -> list[Path]:
    return [settings.templates_dir] if settings.templates_dir else []


def _serve(options: argparse.Namespace, settings: Settings) -> Done:
    if settings.async_mode == "eventlet":
        from . import eventlet_server as server
    else:
        from . import threaded_server as server  # type: ignore[no-redef]

    give_back_large_blocks()
    allow_all_files()
    logs.set_up(settings.log_format, sys.stderr)
    try:
        listener = server.listen(settings.host, settings.port, at_once=not settings.database_url)
    except OSError as error:
        raise Wrong(f"The server can't listen on HOST {settings.host}: {error.strerror}.") from None
    with closing(listener):
        return _serve_on(listener, server, options, replace(settings, port=listener.getsockname()[1]))


def _serve_on(listener: Any, server: Any, options: argparse.Namespace, settings: Settings) -> Done:
    from facilitator_ui.chair import STATIC, chair
    from facilitator_ui.minutes import minutes
    from facilitator_ui.projector import projector

    from .app import create_app

    templates = load_templates(*_folders(settings))
    language_help = load_language_help(settings.language_help)
    if settings.database_url:
        server.wait_for_postgresql()
    database = _open_to_serve(settings, server.in_thread)

    def screens(app: object) -> Path:
        app.register_blueprint(chair)  # type: ignore[attr-defined]
        app.register_blueprint(projector)  # type: ignore[attr-defined]
        app.register_blueprint(minutes)  # type: ignore[attr-defined]
        return STATIC

    running = create_app(
        settings, database, screens, templates, server.in_thread, language_help, server.tasks, server.send_at_once
    )
    if options.demo:
        whole = running.app.extensions["demo"] = whole_demo(running.live, templates, options.demo, settings.url)
        print(whole.text(f"{settings.url}/demo" if shows_demo(settings) else ""), flush=True)
    if settings.database_url:
        begin(listener)

    # What is built stays in memory, as imported code does (`__main__`).
    gc.collect()
    gc.freeze()

    def started() -> None:
        print(f"Serving {settings.url} from {settings.store}. Stop with Ctrl+C.", flush=True)
        log.info("The server has started.")
        logs.take_standard_error()

    stop = _control(settings, running)
    bounds = bounds_here(trusted_proxies=settings.trusted_proxies)
    if not server.serve(listener, running.wsgi, on_stop=stop, on_start=started, bounds=bounds):
        log.error("The server has ended by itself.")
        raise Wrong("The server has ended by itself: its socket was closed. Start it again.")
    log.info("The server has stopped.")
    return 0


def _demo(options: argparse.Namespace, settings: Settings) -> Done:
    templates = load_templates(*_folders(settings))
    database = _open(settings)
    live = LiveMeetings(database, clock, partial(bank_holidays_around, corrections=settings.bank_holidays))
    made = demo_meetings(live, templates, options.state, settings.url)
    live.writer.stop()
    database.close()
    print(json.dumps(plain(made), ensure_ascii=False, indent=2) if options.json else demo_text(made))
    return 0


def _export(options: argparse.Namespace, settings: Settings) -> Done:
    from .documents import NoPdf, docx_of, html_of, pdf_of

    database = open_to_read(settings.data_dir, settings.database_url)
    try:
        with closing(database), database.reading() as connection:
            record = stored_record(connection, options.meeting, audiences_from(options.audiences))
    except Refused as refused:
        raise Wrong(refused.message) from None
    if record is None:
        raise Wrong(f"There is no meeting {options.meeting}.")
    made_by = {"docx": docx_of, "html": html_of, "pdf": pdf_of}
    try:
        made = made_by[options.format](record) if options.format in made_by else record_json(record).encode()
    except NoPdf as why:
        raise Wrong(str(why)) from None
    if not options.out:
        sys.stdout.buffer.write(made)
        return 0
    try:
        with whole_file(options.out) as beside:
            beside.write_bytes(made)
    except NameTaken as taken:
        raise Wrong(str(taken)) from None
    except OSError as error:
        raise Wrong(f"The record can't be written to {options.out}: {error.strerror}.") from None
    return 0


def _templates(options: argparse.Namespace, settings: Settings) -> Done:
    found = load_templates(*_folders(settings))
    if options.whole:
        sys.stdout.buffer.write(template_text(options.whole, *_folders(settings)).encode())
        return 0
    for template in found.values():
        print(f"{template.key}: {template.title} ({template.source})")
    return 0


def _workbooks(options: argparse.Namespace, settings: Settings) -> Done:
    """Fills each template's Word file from a made-up meeting. For each that cannot be filled, says what is wrong."""
    from .documents.workbook import WorkbookError, workbook_of

    wrong: list[str] = []
    for template in load_templates(*_folders(settings)).values():
        if template.workbook is None:
            continue
        try:
            file = workbook_file(template.workbook, settings.workbooks_dir)
            for filling in samples(template):
                workbook_of(filling, file)
        except (NoWorkbookFile, WorkbookError) as error:
            wrong.append(f"{template.key}: {error}")
        else:
            print(f"{template.key}: {file.name}")
    if wrong:
        raise Wrong("\n".join(wrong))
    return 0


def _language_help(options: argparse.Namespace, settings: Settings) -> Done:
    for hint in load_language_help(settings.language_help).hints:
        print(f"{hint.key}: {', '.join(hint.words)}")
    return 0
