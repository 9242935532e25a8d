"""A chair and fourteen more at a meeting about one child: as many people as a full room has."""

from meeting_server.services.prepare_meeting import PlannedPerson

ROLES = ["lead_social_worker", "manager", "health", "school", "police", "support_worker", "professional", "advocate",
         "interpreter", "parent", "parent", "network", "supporter", "minute_taker"]  # fmt: skip
FIFTEEN = (
    PlannedPerson("pip", "Pip", child=True),
    PlannedPerson("chair", "Person 0", role="chair", agency="social_care"),
    *(PlannedPerson(f"p{n}", f"Person {n}", role=role) for n, role in enumerate(ROLES, start=1)),
)
