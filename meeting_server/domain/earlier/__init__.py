"""Earlier meetings of a family on the chair's desk, and bringing forward."""
