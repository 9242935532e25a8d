"""What several tests of the log begin with."""

import pytest

from tests.table import Table


@pytest.fixture
def table(tmp_path):
    made = Table(tmp_path)
    yield made
    made.close()
