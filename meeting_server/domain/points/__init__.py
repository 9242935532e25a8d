"""Points: what people say, write for themselves, hold, show, answer and take back."""
