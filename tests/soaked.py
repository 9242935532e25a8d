"""The product with a short memory: `python -m tests.soaked serve`. It lets go of meetings nobody is in after seconds instead
of minutes, so that a soak of minutes sees what a server that runs for months does."""

import runpy
import sys


def main(words: list[str]) -> None:
    """Runs the product's command line."""
    # As the product begins: threads are made green before anything of ours is imported.
    from meeting_server import eventlet_server

    eventlet_server.prepare()
    from meeting_server.services import following

    following.TIDY_SECONDS = 1.0
    following.Following.tidy.__defaults__ = (3.0,)
    sys.argv = ["meeting_server", *words]
    runpy.run_module("meeting_server", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])
