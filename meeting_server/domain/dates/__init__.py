"""Working days, and the days by which the law and the council want something done."""
