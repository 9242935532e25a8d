"""Carries out acts: the only place for that, with the socket of a running server or without one."""

from collections.abc import Callable
from dataclasses import dataclass

from ..domain.refused import Refused
from ..services.account_life import AccountLife, Listed
from ..services.accounts import Accounts
from ..services.asking import give_by_reference
from ..services.live_meeting import LiveMeetings
from .acts import (
    Act,
    Answer,
    CloseAccount,
    GiveFamily,
    InviteAccount,
    ListAccounts,
    ReopenAccount,
    ResetAccount,
)


@dataclass(frozen=True, slots=True)
class House:
    """What an act is carried out on. `url` is how people reach the server. `signed_out` ends the connections of
    sessions that are over.
    """

    live: LiveMeetings
    accounts: Accounts
    url: str
    signed_out: Callable[[], None]


def carry_out(act: Act, house: House) -> Answer:
    try:
        says = _done(act, house)
    except Refused as refused:
        return Answer((str(refused.message),), refused.code)
    house.signed_out()
    return Answer(tuple(says))


def _done(act: Act, house: House) -> list[str]:
    life = AccountLife(house.live, house.accounts)
    match act:
        case ListAccounts(closed):
            return [_listed(one) for one in life.all(closed=closed)] or ["There is no account yet."]
        case InviteAccount(name, email):
            return _link(f"There is an account for {email.strip()} now.", life.invite(name, email), house)
        case ResetAccount(email, now):
            ends = "What they have open has ended." if now else "What they have open ends when they use it."
            return _link(f"{email.strip()} can set another password. {ends}", life.reset(email, now=now), house)
        case CloseAccount(email):
            left = [f"  {one.date} {one.starts}  {one.reference}" for one in life.close(email)]
            says = [f"The account of {email.strip()} is closed, and whatever it had open has ended."]
            return [*says, "Still to be chaired by somebody else:", *left] if left else says
        case ReopenAccount(email):
            life.reopen(email)
            return [f"The account of {email.strip()} is open again, with the password it had."]
        case GiveFamily(reference, email, why):
            give_by_reference(house.live, reference, email, why)
            return [
                "The family's earlier meetings are given to them, for four weeks. It is in the family's log, with why."
            ]


def _link(says: str, token: str, house: House) -> list[str]:
    hand_on = "Send this link to them alone. It is shown only now, and works once, for 24 hours:"
    return [says, hand_on, f"{house.url}/account/begin#{token}"]


def _listed(one: Listed) -> str:
    state = "closed" if one.closed else "" if one.begun else "has not set a password yet"
    return "  ".join(filter(None, (one.account.name, one.account.email, state)))
