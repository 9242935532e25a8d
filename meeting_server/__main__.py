"""The command line: serve, demo, accounts, families, export, verify, backup, restore, templates, workbooks."""

import gc
import sys

from .settings import SettingError, Settings, settings_from


def main() -> int:
    """Runs one command and returns the exit code. eventlet is patched first, before anything that it patches is
    imported.
    """
    try:
        settings = settings_from()
    except SettingError as error:
        print(error, file=sys.stderr)
        return 2
    # Imported code stays in memory. Looking for waste in it again and again takes a sixth of the start, and never finds
    # any for as long as the process lives.
    gc.disable()
    if sys.argv[1:2] == ["serve"]:
        prepare(settings)
    from .command_line import run

    gc.freeze()
    gc.enable()
    return run(sys.argv[1:], settings)


def prepare(settings: Settings) -> None:
    """Makes the process ready to serve in its async mode."""
    if settings.async_mode == "eventlet":
        from . import eventlet_server as server
    else:
        from . import threaded_server as server  # type: ignore[no-redef]
    server.prepare()
    server.harden()


if __name__ == "__main__":
    sys.exit(main())
