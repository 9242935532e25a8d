"""What tests of the door share: a bare POST, and the end of a meeting."""

import http.client
import json
from contextlib import closing


def post(url, path, data, *, address="127.0.0.1", **headers):
    """A POST from an address of this machine: status, body and headers."""
    host, _, port = url.removeprefix("http://").partition(":")
    with closing(http.client.HTTPConnection(host, int(port), timeout=10, source_address=(address, 0))) as line:
        line.request(
            "POST",
            path,
            json.dumps(data),
            {"Content-Type": "application/json", "Origin": url, "X-Board": "1", **headers},
        )
        answer = line.getresponse()
        return answer.status, answer.read(), answer.getheaders()


def ends(chair):
    """Ends the meeting, with a reason for whatever a check finds missing."""
    gaps = chair.send("end_meeting")
    reasons = [{"check": check, "reason": "Not today."} for check in gaps["error"]["fields"]]
    chair.ok("end_meeting", reasons=reasons)
