"""What the list of kinds of meeting says of ours."""

import re

from tests.scenes.builders import templates


def test_every_template_of_ours_has_a_kind_in_one_plain_line_and_no_two_are_alike():
    lines = [one.line for template in templates().values() for one in template.kinds]
    assert all(template.kinds for template in templates().values())
    assert len(set(lines)) == len(lines)
    assert not [line for line in lines if re.search(r"[\[\]0-9]", line) or len(line) > 80]


def test_what_such_a_meeting_is_called_names_nobody_and_fits():
    assert all(1 <= len(one.occasion) <= 120 for template in templates().values() for one in template.kinds)
