"""The commands about accounts and families, for the administrator of the server: they work beside a running server, or
without one.
"""

import argparse
import json
import sys
from typing import Any

from .control.acts import (
    Act,
    CloseAccount,
    GiveFamily,
    InviteAccount,
    ListAccounts,
    ReopenAccount,
    ResetAccount,
)
from .control.ask import have_done
from .data_commands import Done
from .settings import Settings


def add_commands(commands: Any) -> None:
    """Adds `accounts ...` and `families ...`."""
    of = _group(commands, "accounts", "accounts of staff, beside a running server too")
    one = _act(of, "list", "every account", lambda told: ListAccounts(told.closed))
    one.add_argument("--closed", action="store_true", help="those that are closed, too")
    one = _act(
        of,
        "invite",
        "an account for somebody, and the link by which they set their password",
        lambda told: InviteAccount(told.name, told.email),
    )
    one.add_argument("--name", required=True)
    one.add_argument("--email", required=True)
    one = _act(of, "close", "somebody has left: whatever they have open ends", lambda told: CloseAccount(told.email))
    one.add_argument("email")
    one = _act(of, "reopen", "somebody is back", lambda told: ReopenAccount(told.email))
    one.add_argument("email")
    one = _act(
        of, "reset", "a link by which somebody sets another password", lambda told: ResetAccount(told.email, told.now)
    )
    one.add_argument("email")
    one.add_argument("--now", action="store_true", help="end at once what they have open: somebody knows the password")
    of = _group(commands, "families", "who reaches a family's earlier meetings")
    one = _act(
        of,
        "give",
        "give them to somebody, where nobody who was there can",
        lambda told: GiveFamily(told.reference, told.email, told.why),
    )
    one.add_argument("reference", help="the family's, as it was typed")
    one.add_argument("email")
    one.add_argument("--why", required=True, help="whoever was at the family's meetings reads it")


def _group(commands: Any, name: str, says: str) -> Any:
    return commands.add_parser(name, help=says).add_subparsers(required=True, metavar="command")


def _act(group: Any, name: str, says: str, made: Any) -> argparse.ArgumentParser:
    one: argparse.ArgumentParser = group.add_parser(name, help=says)
    one.add_argument("--json", action="store_true", help="print JSON instead of text")
    one.set_defaults(command=lambda options, settings: _done(made(options), options, settings))
    return one


def _done(act: Act, options: argparse.Namespace, settings: Settings) -> Done:
    answer = have_done(act, settings)
    if options.json:
        print(json.dumps({"ok": not answer.refused, "code": answer.refused, "says": answer.says}, ensure_ascii=False))
    else:
        print("\n".join(answer.says), file=sys.stderr if answer.refused else sys.stdout)
    return 1 if answer.refused else 0
