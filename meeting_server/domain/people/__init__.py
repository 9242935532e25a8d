"""Who is at the meeting, who may act, and for whom somebody may speak."""
