"""Words that are put aside, put back or erased, of whatever kind they are."""
