"""Accounts of staff: what is refused when one is made, and whose password opens it."""

import pytest
from argon2 import extract_parameters
from argon2.exceptions import VerifyMismatchError

from meeting_server.domain.refused import Refused
from meeting_server.services.accounts import HASHER, LEAST_PASSWORD, Accounts
from meeting_server.services.common_passwords import is_common
from tests.servers.served import opened
from tests.servers.stores import dump, rows

GOOD = "three green otters"


@pytest.fixture
def accounts(tmp_path):
    with opened(tmp_path) as live:
        yield Accounts(live, lambda work: work())


def refusal(accounts, *what):
    with pytest.raises(Refused) as refused:
        accounts.make(*what)
    assert refused.value.message.endswith(".")
    assert "\n" not in refused.value.message
    return refused.value.code


def test_an_account_opens_with_its_password_and_with_no_other(accounts):
    made = accounts.make("  Asha   Chairperson ", "Asha@Council.example", GOOD)
    assert (made.name, made.email) == ("Asha Chairperson", "asha@council.example")
    assert accounts.whose(" ASHA@council.example ", GOOD) == made
    for email, password in ((made.email, GOOD + "x"), (made.email, ""), ("bel@council.example", GOOD), ("", "")):
        assert accounts.whose(email, password) is None


def test_the_same_letters_from_another_keyboard_are_the_same_password(accounts):
    made = accounts.make("Asha", "asha@council.example", "caf\u00e9 by the river")
    assert accounts.whose(made.email, "cafe\u0301 by the river") == made


@pytest.mark.parametrize(
    ("name", "email", "password", "code"),
    [
        ("", "a@b.example", GOOD, "bad_name"),
        ("x" * 101, "a@b.example", GOOD, "bad_name"),
        ("Asha", "asha", GOOD, "bad_email"),
        ("Asha", "a b@c.example", GOOD, "bad_email"),
        ("Asha", "a@b.example", "x7!kq-3v92p"[:LEAST_PASSWORD - 1], "short"),
        ("Asha", "a@b.example", "x7!" * 70, "long"),
        ("Asha", "a@b.example", "password1234", "common"),
    ],
)  # fmt: skip
def test_an_account_that_can_not_be_is_refused_in_one_sentence(accounts, name, email, password, code):
    assert refusal(accounts, name, email, password) == code
    assert accounts.all() == []


def test_there_is_one_account_for_an_address(accounts):
    accounts.make("Asha", "asha@council.example", GOOD)
    assert refusal(accounts, "Somebody else", "ASHA@council.example", GOOD + " too") == "exists"


@pytest.mark.parametrize(
    "password",
    ["password1234", "P4ssw0rd2024!!", "123456789012", "qwertyuiop123", "aaaaaaaaaaaa", "abcabcabcabc",
     "Liverpool2024", "letmeinletmein", "thisismypassword1", "commonground1", "chairperson.asha", "987654321098"],
)  # fmt: skip
def test_what_anybody_would_try_first_is_common(password):
    assert is_common(password, ("Asha", "Chairperson"))


@pytest.mark.parametrize(
    "password", [GOOD, "correct horse battery staple", "Tr0ub4dor&3xyz", "kettle-otter-violin", "zebra tin lamp 4"]
)
def test_words_put_together_by_chance_are_not(password):
    assert not is_common(password, ("Asha", "Chairperson"))


def test_what_is_stored_is_argon2id_with_the_parameters_of_rfc_9106_and_no_password(accounts, tmp_path):
    accounts.make("Asha", "asha@council.example", GOOD)
    ((stored,),) = rows(tmp_path, "SELECT password FROM accounts")
    found = extract_parameters(stored)
    assert (found.type.name, found.version, found.time_cost, found.memory_cost) == ("ID", 19, 3, 65536)
    assert stored.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert not HASHER.check_needs_rehash(stored)
    assert GOOD not in dump(tmp_path)


def test_an_unknown_address_costs_one_hash_too_with_the_same_parameters(tmp_path):
    """Counted, not timed: how long an answer takes is the number of hashes, and a clock would make this test a coin."""
    checked = []

    def counting(work):
        checked.append(1)
        return work()

    with opened(tmp_path) as live:
        accounts = Accounts(live, counting)
        accounts.make("Asha", "asha@council.example", GOOD)
        checked.clear()
        for email in ("asha@council.example", "nobody@council.example", ""):
            assert accounts.whose(email, "wrong") is None
        assert len(checked) == 3
        assert extract_parameters(accounts._nobodys) == extract_parameters(HASHER.hash("x"))
        # A mismatch after the whole work, and not the quick answer to a hash that can't be read.
        with pytest.raises(VerifyMismatchError):
            HASHER.verify(accounts._nobodys, GOOD)
        assert accounts._nobodys != Accounts(live, counting)._nobodys


def test_a_closed_account_opens_no_more(accounts, tmp_path):
    made = accounts.make("Asha", "asha@council.example", GOOD)
    accounts._live.writer.run(lambda connection: connection.exec_driver_sql("UPDATE accounts SET disabled_at = 1"))
    assert accounts.whose(made.email, GOOD) is None
    assert accounts.all() == []
